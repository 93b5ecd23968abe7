"""Knows the typed fields of a project: who, when, how much is applied for; each is read from the field naming it."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from projektkort.document.layout import Label, Scalar
from projektkort.document.layout import Mapping as Entries
from projektkort.frozen import Frozen
from projektkort.identity import organisation, organisation_at
from projektkort.money import State
from projektkort.period import Period
from projektkort.period import read as read_period
from projektkort.project.books import Side
from projektkort.project.field import Field, content, pieces, spanned
from projektkort.project.models import Applied, Party, ProjectPeriod
from projektkort.project.row import Tongue
from projektkort.project.told import told
from projektkort.schema.labels import Labels
from projektkort.schema.model import Stage
from projektkort.span import Text

PARAGRAPH = re.compile(r"\n[ \t]*\n")


def _opening(text: Text) -> Text:
    """The first paragraph of an answer, behind which others may tell more."""
    end = PARAGRAPH.search(text.value)
    return text.slice(0, end.start()) if end else text


class Typed(Frozen):
    """The fields of a document, to be asked for one by one; None is what it does not say."""

    fields: Mapping[str | None, Sequence[Field]]
    """By id, parts of fields too, in the order written."""
    labels: Labels
    language: str | None

    @staticmethod
    def of(fields: Iterable[Field], labels: Labels, language: str | None) -> Typed:
        """The fields and their parts, found by their ids."""
        found = defaultdict[str | None, list[Field]](list)
        for field in fields:
            found[field.id].append(field)
            for part in field.parts:
                found[part.id].append(part)
        return Typed(found, labels, language)

    def every(self, wanted: str) -> Sequence[Field]:
        """All fields and parts of fields with this id, in the order written."""
        return self.fields.get(wanted, ())

    def first(self, wanted: str) -> Field | None:
        """The first of them."""
        return next(iter(self.every(wanted)), None)

    def text(self, wanted: str) -> Text | None:
        """What stands under the first of them, if anything does."""
        field = self.first(wanted)
        text = content(field) if field is not None else None
        return text if text is not None and text.value else None

    def stage(self) -> Stage | None:
        """How far the project has come; `status: draft` says so too, though “Status” is also a section."""
        text = self.text("stage") or self.text("situation")
        return self.labels.stage_of(text.value) if text is not None and len(text.value.split()) == 1 else None

    def date(self) -> dt.date | None:
        """The day of the document, as its own label tells it."""
        moment = self.moment()
        return moment.start if moment is not None else None

    def moment(self) -> Period | None:
        """The day, month or other time that stands there."""
        text = self.text("date")
        if text is None:
            return None
        opening = read_period(_opening(text).value, self.language)
        return opening if opening.start else read_period(text.value, self.language)

    def applicant(self) -> Party | None:
        """The applicant's name, and the organisation number that stands beside it."""
        field = self.first("applicant")
        if field is None:
            return None
        text = content(field)
        name = next(pieces(field), text)
        if isinstance(field.body, Entries):
            keyed = [(self.labels.key(entry.key.value), entry.value) for entry in field.body.entries]
            told = {key: node.text for key, node in keyed if isinstance(node, Scalar)}
            name, text = told.get("name", name), told.get("id", text)
        number = self.text("applicant_id")
        return Party(name=_named(name), id=self._organisation(text, number)) if name.value else None

    def _organisation(self, text: Text, number: Text | None) -> str | None:
        beside = organisation(text.value)
        if beside is not None or number is None:
            return beside
        label = self.first("applicant_id")
        return organisation(f"{label.label.value if label else ''} {number.value}")

    def period(self) -> ProjectPeriod | None:
        """The project's own period, also where YAML gives its two ends."""
        field = self.first("period") or self._scheduled()
        if field is None:
            return None
        text = spanned(field)
        opening = _opening(text)
        period = read_period(opening.value, self.language)
        if not (period.start and period.end):  # its ends may stand in paragraphs of their own
            opening, period = text, read_period(text.value, self.language)
        return ProjectPeriod(text=opening, period=period) if opening.value else None

    def _scheduled(self) -> Field | None:
        """The one line of the schedule that is labelled as the period; of several each is that of a step."""
        lines = [line for field in self.every("schedule") if isinstance(field.body, tuple) for line in field.body]
        found = [line.label for line in lines if line.label is not None and self._is_period(line.label)]
        return Field("period", found[0].text, found[0].value, ()) if len(found) == 1 else None

    def _is_period(self, label: Label) -> bool:
        match = self.labels.section(label.text.value) if label.value.value else None
        return match is not None and match.id == "period" and match.near is None

    def applied(self, financing: Side | None) -> Applied | None:
        """The amount applied for as stated, else the sum of the financing lines that are marked as applied."""
        text = self.text("applied")
        if text is not None:
            return self._stated(text)
        lines = [line for line in financing.lines if line.type == "applied"] if financing is not None else []
        if not lines or any(line.reading.state is not State.EXACT for line in lines):
            return None
        return Applied(
            amount=sum((line.amount for line in lines if line.amount is not None), Decimal(0)),
            currency=lines[0].currency,
            by="financing",
            place=lines[0].amount_place,
            reading=lines[0].reading,
        )

    def _stated(self, text: Text) -> Applied:
        """The amount under the label “Applied for”, whose unit and currency the label may declare."""
        field = self.first("applied")
        tongue = Tongue(self.language).declared(field.label.value if field is not None else "")
        cell = tongue.cell(text)
        if not cell.meant:
            cell = told(text, tongue) or cell
        reading = cell.reading
        return Applied(
            amount=reading.amount, currency=cell.currency, by="stated", place=cell.text.place, reading=reading
        )

    def attachments(self) -> tuple[Text, ...]:
        """The attachments that the document lists, one a line or item."""
        return tuple(text for field in self.every("attachments") for text in pieces(field))


def _named(name: Text) -> Text:
    """A name without the organisation's number that follows it on its line; just as it is where nothing else stands."""
    found = organisation_at(name.value)
    if found is None or name.value[found[2] :].strip(" ).,;"):
        return name
    rest = name.slice(0, found[1]).strip(" ,;(\u2013\u2014-")
    return rest if rest.value else name
