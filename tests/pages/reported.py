"""Builds reports by hand, without readers and binding: a report on goals, and a cumulative status report."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from builder import Draft

from projektkort.frozen import replace
from projektkort.period import read
from projektkort.project.models import DateInText, Entry, Goal, Project, ProjectPeriod, Report, Status, Subproject
from projektkort.schema.model import Grade
from projektkort.span import Place

THEME = ("1.1", "Rene strande")
JULY, OCTOBER, JANUARY = (
    "1. juli – 30. september 2026",
    "1. oktober – 31. december 2026",
    "1. januar – 31. marts 2027",
)


class Desk(Draft):
    """A draft that knows goals and entries too."""

    def goal(self, number: str | None, text: str, status: str | None, grade: Grade | None = None, **more: Any) -> Goal:
        """A goal; `theme`, `measures`, `times`, `explanation`, `responsible` and `notes` are given as words."""
        subgoal, theme = more.pop("theme", (None, None))
        words = self.text(text)
        times = tuple(map(self.text, more.pop("times", ())))
        given = {
            name: tuple(map(self.text, value)) if isinstance(value, tuple) else self.text(value)
            for name, value in more.items()
        }
        return Goal(
            id=number,
            subgoal=subgoal,
            theme=self.text(theme) if theme else None,
            text=words,
            place=words.place,
            times=times,
            dates=tuple(DateInText(place=each.place, period=read(each.value, "da"), section=None) for each in times),
            status=Status(text=self.text(status), grade=grade) if status is not None else None,
            **given,
        )

    def entry(self, number: int | None, period: str | None, text: str, **more: Any) -> Entry:
        """An entry under a marker that tells number and period, where it has these."""
        told = ", ".join(filter(None, (f"Rapport {number}" if number else "", period or "")))
        label = self.text(told) if told else None
        body = self.text(text)
        start = label.start if label else body.start
        known = read(period, "da") if period else None
        return Entry(
            number=number, period=known, text=body, place=Place(self.lines, start, body.end), label=label, **more
        )

    def subproject(self, title: str, *entries: Entry, number: int | None = None) -> Subproject:
        words = self.text(title)
        return Subproject(title=words, place=words.place, entries=entries, number=number)

    def period(self, text: str) -> ProjectPeriod:
        return ProjectPeriod(text=self.text(text), period=read(text, "da"))

    def report(self, number: int | None, period: str | None) -> Report:
        told = self.period(period) if period else None
        return Report(number=number, period=told, place=told.text.place if told else self.text(str(number)).place)


def goal_report(**changes: Any) -> Project:
    """Four goals under two sub-goals, and one under none."""
    desk = Desk()
    title = desk.text("Mål i kystplanen 2025–2027")
    section = desk.section("goals", "Mål", "Målene er vedtaget i 2025.")
    goals = (
        desk.goal(
            "1.1.A",
            "To årlige strandrensninger",
            "Opfyldt for 2026",
            "met",
            theme=THEME,
            measures=("Rensning ved havnen", "Rensning ved fyret"),
            times=("12. april 2026", "20. september 2026"),
        ),
        desk.goal("1.1.B", "Blåt flag ved 3 strande", "Opfyldt", "met", theme=THEME, responsible="Havnechefen"),
        desk.goal(
            "1.2.A",
            "Nye skilte",
            "Lidt bagefter",
            "delayed",
            theme=("1.2", "Viden"),
            explanation="Skiltene kom 4 uger for sent.",
            notes=("Bemærkning: se referat nr. 17",),
        ),
        desk.goal("1.2.B", "En årlig kystdag", "Så godt som", theme=("1.2", "Viden")),
        desk.goal(None, "Et nyt badehus", None),
    )
    values = {"kind": "goal-report", "title": title, "sections": (section,), "goals": goals}
    return desk.project(**{**values, **changes})


def status_report(**changes: Any) -> Project:
    """Two sub-projects in three periods, one of them not told of in the last, and a third that is new."""
    desk = Desk()
    title = desk.text("Kystbyer i bevægelse")
    number = desk.section("report_number", "Rapport nr.", "3")
    current = desk.section("report_period", "Periode", JANUARY)
    whole = desk.section("period", "Projektperiode", "1. juli 2026 – 30. juni 2028")
    report = desk.report(3, JANUARY)
    delay = desk.section("deviations", "Afvigelser", "Isen lå til uge 9.")
    bath = desk.subproject(
        "Havnebad",
        desk.entry(1, JULY, "Tegninger er lavet. 14 naboer kom."),
        desk.entry(2, OCTOBER, "Udbud er sendt den 5. november 2026."),
        desk.entry(3, JANUARY, "Tre firmaer bød på opgaven, og det billigste er valgt.", sections=(delay,)),
        number=1,
    )
    path = desk.subproject("Stiforløb", desk.entry(1, JULY, "Ruten er gået."), desk.entry(2, OCTOBER, "40 m grus."))
    sauna = desk.subproject("Sauna", desk.entry(None, None, "Et nyt ønske fra 25 vinterbadere."))
    schedule = desk.section("schedule", "Tidsplan", "12. april 2027: bygget begynder\n1. maj 2028: indvielse")
    sections = (
        number,
        current,
        whole,
        desk.section("situation", "Status", ""),
        schedule,
        desk.section("risks", "Risici", "Storm i 2027."),
        desk.section("deviations", "Afvigelser", "Badet er 2 uger forsinket."),
        desk.section("economy", "Økonomi", "Løn 120.000 80.000"),
    )
    steps = tuple(
        replace(desk.step(f"{when}: {what}", when), when=read(when, "da"))
        for when, what in (("12. april 2027", "bygget begynder"), ("1. maj 2028", "indvielse"))
    )
    budget = desk.side(
        "budget",
        [
            desk.line("Løn", "120.000", "120000", actual=Decimal("80000")),
            desk.line("Grus", "40.000", "40000", actual=Decimal("40000")),
        ],
        heading="Budget",
    )
    values = {
        "kind": "status-report",
        "title": title,
        "report": report,
        "period": desk.period("1. juli 2026 – 30. juni 2028"),
        "sections": sections,
        "schedule": steps,
        "budget": budget,
        "subprojects": (bath, path, sauna),
    }
    return desk.project(**{**values, **changes})
