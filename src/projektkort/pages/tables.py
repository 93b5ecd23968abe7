"""Knows how budget and financing stand as tables: the columns that have something in them, rows, totals, remarks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from projektkort.pages.amounts import NONE, amount_text, is_doubtful, spent_of
from projektkort.pages.cover import clean, covers, row_text, uncovered
from projektkort.pages.naming import shown_label
from projektkort.pages.source_columns import source_columns, source_heads
from projektkort.pages.verdict import unread_lines
from projektkort.pages.voice import Voice
from projektkort.project.models import AmountLine, Section, Side, Total


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; figures stand to the right."""

    head: str
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; `written` is the source's own row where it says more than the cells."""

    kind: str  # "line", "subtotal" or "total"
    cells: tuple[str, ...]
    line: int
    written: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Budget or financing, ready to be laid out."""

    name: str
    caption: str
    """The label as written."""
    about: str
    """What it tells: "what the project costs"."""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    remarks: tuple[str, ...]


Writer = Callable[[AmountLine], str]
Filled = Sequence[tuple[Column, Writer]]


def table(side: Side, sections: Sequence[Section], voice: Voice, language: str | None = None) -> Table:
    """The side as a table under its label as written; `sections` are the labelled parts that it was read from.

    `language` is the document's.
    """
    caption = _caption(side, sections, language) or voice.say(side.name)
    amount = Column(_amount_head(side, voice), figures=True)
    label, *others = _columns(side, amount, voice)
    filled = [label, *((column, write) for column, write in others if column is amount or any(map(write, side.lines)))]
    filled += _further(side, sections, filled)
    columns = tuple(column for column, _ in filled)
    heads = (caption, *(column.head for column in columns))
    rows = _rows(side, filled, amount, heads, voice)
    shown = [*heads, *(text for row in rows for text in (*row.cells, row.written))]
    read = [piece for section in sections for each in (section, *section.parts) for piece in (each.label, each.text)]
    rest = [row_text(line) for piece in read for line in uncovered(piece.value, shown)]
    headed = row_text("|".join(source_heads(side, sections)))
    # All columns of the source are here, some under our own heads.
    known = headed if not any(map(str.isdigit, headed)) else ""
    remarks = (*_sums(side, voice), *(line for line in rest if line and line != known))
    about = voice.say("spending-caption" if _is_spent(side) else f"{side.name}-caption")
    return Table(side.name, caption, about, columns, tuple(rows), remarks)


def _further(side: Side, sections: Sequence[Section], filled: Filled) -> Filled:
    """The columns of the source that these leave out, under their own heads."""
    shown = {line.place.start: tuple(write(line) for _, write in filled) for line in side.lines}
    return [
        (Column(clean(each.head), each.figures), partial(_written, cells=each.cells))
        for each in source_columns(side, sections, shown)
    ]


def _written(row: AmountLine | Total, cells: Mapping[int, str]) -> str:
    return cells.get(row.place.start, "")


def _caption(side: Side, sections: Sequence[Section], language: str | None) -> str:
    """The label as written; else the heading, unless it is itself a line of the table."""
    if sections:
        return shown_label(sections[0], language)
    if any(line.place.start <= side.heading.start < line.place.end for line in side.lines):
        return ""
    return clean(side.heading.text).strip("#*_: ")


def _amount_head(side: Side, voice: Voice) -> str:
    """ "Amount"; "Budget" where what was spent stands beside it."""
    unit = voice.unit(side.currency)
    head = voice.say("budget" if _is_spent(side) else "amount")
    return f"{head} ({unit})" if unit else head


def _is_spent(side: Side) -> bool:
    return side.name == "budget" and any(line.actual is not None for line in side.lines)


def _actual(side: Side, voice: Voice) -> Column:
    return Column(voice.say("spent" if side.name == "budget" else "actual"), figures=True)


def _columns(side: Side, amount: Column, voice: Voice) -> Iterator[tuple[Column, Writer]]:
    """All columns that there could be, each with what it writes for a line."""
    say = voice.say
    yield Column(say("funder" if side.name == "financing" else "post")), lambda line: clean(line.label.value) or NONE
    yield Column(say("category")), lambda line: clean(line.category or "")
    yield Column(say("type")), lambda line: say(f"type-{line.type}") if line.type else ""
    yield Column(say("commitment")), lambda line: _commitment(line, voice)
    yield Column(say("eligible")), lambda line: "" if line.eligible is None else say("yes" if line.eligible else "no")
    yield Column(say("quantity"), figures=True), lambda line: _figure(line.quantity, voice)
    yield Column(say("unit")), lambda line: clean(line.unit or "")
    yield Column(say("unit-price"), figures=True), lambda line: _figure(line.unit_price, voice)
    for key in dict.fromkeys(part.key for line in side.lines for part in line.parts):
        yield Column(clean(key), figures=True), partial(_part, key=key, voice=voice)
    yield amount, lambda line: _amount(line, side.currency, voice)
    if side.name == "financing" and side.figure:
        yield Column(say("share"), figures=True), partial(_share, whole=side.figure, voice=voice)
    yield _actual(side, voice), lambda line: _figure(line.actual, voice)
    if side.name == "budget":
        yield _used_of(voice), lambda line: _used(line, voice)


def _commitment(line: AmountLine, voice: Voice) -> str:
    """How far the money is; empty where its type says it already."""
    return voice.say(f"commitment-{line.commitment}") if line.commitment not in (None, line.type) else ""


def _figure(value: Decimal | None, voice: Voice) -> str:
    return "" if value is None else voice.number(value)


def _part(line: AmountLine, key: str, voice: Voice) -> str:
    part = next((part for part in line.parts if part.key == key), None)
    if part is None:
        return ""
    return clean(part.place.text) if part.amount is None else voice.number(part.amount)


def _share(line: AmountLine, whole: Decimal, voice: Voice) -> str:
    return "" if line.amount is None else voice.percent(line.amount / whole)


def _used(line: AmountLine, voice: Voice) -> str:
    """What was spent of the line; empty where one of the two is not known, or nothing was to be spent."""
    return voice.percent(line.actual / line.amount) if line.actual is not None and line.amount else ""


def _amount(line: AmountLine, currency: str | None, voice: Voice) -> str:
    """The amount; with its currency where that is not the side's."""
    text = amount_text(line.reading, line.bounds, line.amount_place, voice)
    foreign = line.bounds is not None and line.currency not in (None, currency)
    return f"{text} {line.currency}" if foreign else text


def _rows(side: Side, filled: Filled, amount: Column, heads: Sequence[str], voice: Voice) -> list[Row]:
    """The lines and subtotals in the order of the source, then the total."""
    columns = [column for column, _ in filled]
    placed = [(line.place.start, _line(line, filled, heads)) for line in side.lines]
    for each in side.subtotals:
        placed.append((each.place.start, _total("subtotal", each, filled, _stated(each, amount, voice), heads, voice)))
    rows = [row for _, row in sorted(placed, key=lambda pair: pair[0])]
    sums = dict(_spent_sums(side, voice))
    if side.total is not None:
        rows.append(_total("total", side.total, filled, {**sums, **_stated(side.total, amount, voice)}, heads, voice))
    elif side.computed is not None:
        cells = _sparse(columns, voice.say("total"), {**sums, amount: voice.number(side.computed)})
        rows.append(Row("total", cells, side.place.line))
    return rows


def _spent_sums(side: Side, voice: Voice) -> Iterator[tuple[Column, str]]:
    """What was spent of all, and how much of the budget that is."""
    spent = spent_of(side)
    if spent is not None:
        yield _actual(side, voice), voice.number(spent)
        if side.figure and side.name == "budget":
            yield _used_of(voice), voice.percent(spent / side.figure)


def _used_of(voice: Voice) -> Column:
    return Column(voice.say("used"), figures=True)


def _line(line: AmountLine, filled: Filled, heads: Sequence[str]) -> Row:
    cells = tuple(write(line) for _, write in filled)
    written = "" if covers((*heads, *cells), line.place.text) else row_text(line.place.text)
    return Row("line", cells, line.place.line, written, is_doubtful(line.reading, line.bounds))


def _stated(total: Total, amount: Column, voice: Voice) -> dict[Column, str]:
    return {amount: amount_text(total.reading, _bounds(total), total.amount_place, voice)}


def _bounds(total: Total) -> tuple[Decimal, Decimal] | None:
    return None if total.amount is None else (total.amount, total.amount)


def _total(
    kind: str, total: Total, filled: Filled, texts: Mapping[Column, str], heads: Sequence[str], voice: Voice
) -> Row:
    own = {column: write(total) for column, write in filled if isinstance(write, partial) and write.func is _written}
    cells = _sparse([column for column, _ in filled], clean(total.label.value) or voice.say("total"), {**own, **texts})
    written = "" if covers((*heads, *cells), total.place.text) else row_text(total.place.text)
    return Row(kind, cells, total.place.line, written, is_doubtful(total.reading, _bounds(total)))


def _sparse(columns: Sequence[Column], label: str, texts: Mapping[Column, str]) -> tuple[str, ...]:
    """The cells of a row that has a label and sums only."""
    return (label, *(texts.get(column, "") for column in columns[1:]))


def _sums(side: Side, voice: Voice) -> Iterator[str]:
    """What the lines come to, where that is not what the total row says."""
    unread = unread_lines(side)
    if unread:
        yield voice.say("sum-unread", lines=voice.lines(unread))
    elif side.computed is None and side.counted and side.bounds:
        low, high = (voice.money(bound, side.currency) for bound in side.bounds)
        yield voice.say("sum-range", low=low, high=high)
    elif side.computed is not None and side.total and side.total.amount not in (None, side.computed):
        yield voice.say("sum-differs", sum=voice.money(side.computed, side.currency))
