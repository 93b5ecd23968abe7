"""Builds projects by hand, without readers and binding: every piece is written to a text and keeps its place."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from projektkort.finding import Finding
from projektkort.frozen import replace
from projektkort.money import Reading, State
from projektkort.period import Period, Precision
from projektkort.project.models import AmountLine, Applied, Party, Project, Section, Side, SideName, Step, Total
from projektkort.rules.texts import Catalogue
from projektkort.span import Lines, Place, Text


class Words(Catalogue):
    """A catalogue of messages that says the rule and the language."""

    def message(self, finding: Finding, language: str) -> str:
        return f"{finding.rule} ({language})"

    placed = message


class Draft:
    """A source text that grows."""

    def __init__(self) -> None:
        self.lines = Lines("")

    def text(self, value: str, end: str = "\n") -> Text:
        start = len(self.lines.text)
        self.lines = self._grown(value + end)
        return Text(value, self.lines, start, start + len(value))

    def _grown(self, more: str) -> Lines:
        """The same Lines with more text, so that earlier places hold."""
        text = self.lines.text + more
        self.lines.__init__(text)  # type: ignore[misc]  # a draft only: nobody has asked for a line yet
        return self.lines

    def section(self, wanted: str | None, label: str, text: str, *parts: Section) -> Section:
        head, body = self.text(label), self.text(text)
        return Section(id=wanted, label=head, text=body, place=Place(self.lines, head.start, body.end), parts=parts)

    def line(self, label: str, written: str, amount: str | None = None, **more: Any) -> AmountLine:
        """A line; an amount of None is BLANK for an empty text or a dash, else UNREADABLE."""
        name, cell = self.text(label, "\t"), self.text(written)
        reading = more.pop("reading", None) or reading_of(written, amount)
        return AmountLine(
            label=name,
            place=Place(self.lines, name.start, cell.end),
            amount_place=cell.place,
            reading=reading,
            amount=reading.amount,
            low=reading.low,
            high=reading.high,
            approximate=reading.approximate,
            **more,
        )

    def total(self, label: str, written: str, amount: str | None) -> Total:
        line = self.line(label, written, amount)
        return Total(
            label=line.label, place=line.place, amount_place=line.amount_place, reading=line.reading, amount=line.amount
        )

    def side(
        self, name: SideName, lines: Sequence[AmountLine], total: Total | None = None, heading: str = "", **more: Any
    ) -> Side:
        head = self.text(heading).place if heading else lines[0].place
        more.setdefault("currency", "DKK")
        return Side(name=name, place=head, heading=head, lines=tuple(lines), total=total, **more)

    def step(self, text: str, when: str = "") -> Step:
        """A step whose date is written `when`."""
        written = self.text(text)
        begin = text.find(when) if when else 0
        period = Period(text=when, precision=Precision.WEEK, begin=begin, stop=begin + len(when)) if when else None
        return Step(text=written, when=period, place=written.place)

    def project(self, **fields: Any) -> Project:
        end = len(self.lines.text)
        values: dict[str, Any] = {"kind": "application", "language": "da", "currency": "DKK"}
        start, whole = Place(self.lines, 0, 0), Place(self.lines, 0, end)
        return Project(**{**values, "start": start, "end": Place(self.lines, end, end), "document": whole, **fields})


def reading_of(written: str, amount: str | None) -> Reading:
    if amount is not None:
        return Reading(State.EXACT, amount=Decimal(amount))
    return Reading(State.BLANK if written.strip() in ("", "-", "–") else State.UNREADABLE)


def application(language: str = "da", **changes: Any) -> Project:
    """A whole application in which everything agrees; `changes` replace fields of the project."""
    draft = Draft()
    title = draft.section("title", "Projektnavn", "Åben skurvogn på Nordpladsen")
    applicant = draft.section("applicant", "Ansøger", "Nordkvarterets Værksted")
    period = draft.section("period", "Periode", "1. marts - 30. juni 2027")
    applied = draft.section("applied", "Ansøgt beløb", "18.500 kr.")
    purpose = draft.section(
        "purpose", "Formål", "Naboer, der ellers *ikke* mødes.\n\nDet koster 25*450*2.\n12. maj er der fest."
    )
    results = draft.section(
        "results",
        "Forventede resultater",
        "",
        draft.section("short_term", "Kort sigt", "- 120 deltagere\n- 400 kg ting bruges igen"),
        draft.section("long_term", "Langt sigt", "En dag hvert år fra 2028"),
    )
    schedule = draft.section("schedule", "Tidsplan", "")
    steps = (draft.step("uge 13: planlægning", "uge 13"), draft.step("fest i uge 20", "uge 20"))
    body = Text(f"{steps[0].text.value}\n{steps[1].text.value}", draft.lines, steps[0].place.start, steps[1].place.end)
    place = Place(draft.lines, schedule.place.start, steps[1].place.end)
    schedule = replace(schedule, text=body, place=place)
    other = draft.section(None, "Naboerne siger", "3 af 4 savner et sted at mødes.")
    budget = draft.side(
        "budget",
        [
            draft.line("Telte og borde", "9.500", "9500"),
            draft.line("Trykning", "3.750,-", "3750", quantity=Decimal(300), unit="stk", unit_price=Decimal("12.50")),
            draft.line("Forplejning", "8.250", "8250"),
        ],
        draft.total("I alt", "21.500", "21500"),
        "Budget",
    )
    financing = draft.side(
        "financing",
        [
            draft.line("Nordkvarterets Lokaludvalg", "18.500", "18500", type="applied"),
            draft.line("Egne penge", "3.000", "3000", type="own"),
        ],
        draft.total("I alt", "21.500", "21500"),
        "Finansiering",
    )
    attachments = (draft.text("Tegning af pladsen"),)
    unplaced = (draft.text("Side 1 af 2"), draft.text("-----"))
    values = {
        "language": language,
        "title": title.text,
        "applicant": Party(name=applicant.text),
        "applied": Applied(
            amount=Decimal(18500),
            currency="DKK",
            by="stated",
            place=applied.text.place,
            reading=reading_of("18.500 kr.", "18500"),
        ),
        "sections": (title, applicant, period, applied, purpose, results, schedule),
        "other": (other,),
        "schedule": steps,
        "budget": budget,
        "financing": financing,
        "attachments": attachments,
        "unplaced": unplaced,
    }
    return draft.project(**{**values, **changes})
