"""Knows the defects of amounts, lines, totals and sides."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from plots import Plot
from sowing import DIGITS, Sow, Sown, another, changed, figure, sown

from projektkort.project.models import AmountLine, Side, Total

INDENTED = re.compile(r"(?:[ ]+[^\n]*\n)*")
LATEST = 2200  # from below, two numbers may be years
NOTHING_MORE = re.compile(r"(?:\s|<!--(?:(?!-->).)*-->|\n#[^\n]*)*\Z", re.DOTALL)
"""Comments and blank lines at the end of a document."""


def _sides(plot: Plot) -> Iterator[Side]:
    project = plot.loaded.project
    return (side for side in (project.budget, project.financing) if side is not None)


def _stated(side: Side) -> bool:
    """Whether its total stands in digits."""
    return (
        side.total is not None
        and side.total.amount is not None
        and DIGITS.search(side.total.amount_place.text) is not None
    )


def wrong_total(name: str) -> Sow:
    def sow(plot: Plot, chance: random.Random) -> Sown | None:
        side = getattr(plot.loaded.project, name)
        if side is None or not _stated(side) or not side.counted:
            return None
        start, end = figure(side.total.amount_place)
        return changed(plot, start, end, another(plot.text[start:end]), side.total.amount_place.start - start)

    return sow


def _plain(line: AmountLine) -> bool:
    """A line with one amount and nothing that it is made of."""
    return (
        line.amount is not None
        and line.amount > 0
        and line.quantity is None
        and not line.parts
        and line.actual is None
        and DIGITS.search(line.amount_place.text) is not None
    )


def _line(side: Side | None, chance: random.Random, *, applied: bool = True) -> AmountLine | None:
    """Any of the plain lines of a side."""
    lines = [each for each in side.lines if _plain(each) and (applied or each.type != "applied")] if side else []
    return chance.choice(lines) if lines else None


def other_amount(new: Callable[[str], str]) -> Sow:
    """Something else for the amount of a line in the budget; the currency goes with it.

    Between the brackets of YAML a comma is a defect of another class, and in English 25,000 is in order.
    """

    def sow(plot: Plot, chance: random.Random) -> Sown | None:
        line = _line(plot.loaded.project.budget, chance)
        if line is None or line.amount is None:
            return None
        start, end = line.amount_place.start, line.amount_place.end
        told = new(f"{line.amount:f}")
        if "," in told and (_in_brackets(plot, start) or plot.loaded.project.language == "en"):
            return None
        if told == f"{line.amount:f}":
            return None
        return changed(plot, start, end, told)

    return sow


def _in_brackets(plot: Plot, at: int) -> bool:
    return plot.form == "yaml" and any(sign in plot.text[plot.text.rfind("\n", 0, at) + 1 : at] for sign in "{[")


def around(amount: str) -> str:
    """A range with the amount in its middle, so that nothing but the range is wrong."""
    return f"{int(amount) - 50}-{int(amount) + 50}" if amount.isdecimal() and int(amount) > LATEST else amount


def more_paid(plot: Plot, chance: random.Random) -> Sown | None:
    """One pays more, and the total says so too."""
    project = plot.loaded.project
    side, line = project.financing, _line(project.financing, chance, applied=False)
    if project.budget is None or side is None or line is None or side.subtotals or not _stated(side):
        return None
    assert side.total is not None
    more = Decimal(1000)
    edits = []
    for row in (line, side.total):
        start, end = figure(row.amount_place)
        told = plot.text[start:end]
        mark = next((sign for sign in ". \u00a0" if sign in told), "")
        if row.amount is None or re.sub(r"\D", "", told) != f"{row.amount:f}":
            return None
        edits.append((start, end, f"{row.amount + more:,f}".replace(",", mark)))
    text = plot.text
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    shift = sum(len(new) - (end - start) for start, end, new in edits if start < side.place.start)
    return sown(text, side.place.start + shift)


def other_quantity(plot: Plot, chance: random.Random) -> Sown | None:
    """The quantity of a line is another one."""
    lines = [
        line
        for side in _sides(plot)
        for line in side.lines
        if line.quantity is not None and line.unit_price is not None
    ]
    for line in chance.sample(lines, len(lines)):
        whole = f"{line.quantity:f}"
        found = list(re.finditer(rf"(?<![\d.,]){whole}(?![\d.,])", line.place.text))
        if (
            len(found) == 1
            and "720" not in line.place.text
            and found[0].start() + line.place.start < line.amount_place.start
        ):
            start = line.place.start + found[0].start()
            text = plot.text[:start] + another(whole) + plot.text[start + len(whole) :]
            return sown(text, line.amount_place.start)
    return None


def _limited(plot: Plot) -> bool:
    """Whether the form, or the line itself, says more of the amount applied for than its size."""
    limits, applied = plot.loaded.choice.schema.limits, plot.loaded.project.applied
    line = plot.text[applied.place.start :].partition("\n")[0] if applied else ""
    return "%" in line or any(name.startswith("applied") for name in limits.model_fields_set)


def other_applied(plot: Plot, chance: random.Random) -> Sown | None:
    applied = plot.loaded.project.applied
    if applied is None or applied.by != "stated" or plot.loaded.project.financing is None or _limited(plot):
        return None
    start, end = figure(applied.place)
    return changed(plot, start, end, another(plot.text[start:end]), applied.place.start - start)


def in_dollars(plot: Plot, chance: random.Random) -> Sown | None:
    """One line is in dollars, and not the first, from which the others are told apart."""
    budget = plot.loaded.project.budget
    lines = [line for line in budget.lines[1:] if _plain(line)] if budget else []
    if not lines:
        return None
    place = chance.choice(lines).amount_place
    _, end = figure(place)
    return sown(f"{plot.text[:end]} USD{plot.text[place.end :]}", place.start)


def wrong_subtotal(plot: Plot, chance: random.Random) -> Sown | None:
    totals = [each for side in _sides(plot) for each in side.subtotals if each.amount is not None]
    if not totals:
        return None
    place = chance.choice(totals).amount_place
    start, end = figure(place)
    return changed(plot, start, end, another(plot.text[start:end]), place.start - start)


def side_gone(name: str) -> Sow:
    """One side of the books is cut out, from its heading to its last row, where it is a part of its own."""

    def sow(plot: Plot, chance: random.Random) -> Sown | None:
        project = plot.loaded.project
        side, other = getattr(project, name), project.financing if name == "budget" else project.budget
        if side is None or other is None or not getattr(plot.loaded.choice.schema, name).required:
            return None
        begin = plot.text.rfind("\n", 0, side.heading.start) + 1
        last = max(row.place.end for row in side.rows)
        end = plot.text.find("\n", last - 1) + 1 or len(plot.text)
        if plot.form == "yaml" and (more := INDENTED.match(plot.text, end)):  # all that is indented belongs to it
            end = more.end()
        if begin < other.place.start < end or side.heading.start >= min(row.place.start for row in side.rows):
            return None
        text = plot.text[:begin] + plot.text[end:]
        if name == "budget":
            return sown(text, len(NOTHING_MORE.sub("", text)))
        return sown(text, _end(other))

    return sow


def _end(side: Side) -> int:
    rows: list[AmountLine | Total] = list(side.rows)
    return max(side.place.end, *(row.place.end for row in rows))


def split_amount(plot: Plot, chance: random.Random) -> Sown | None:
    """Between the brackets of YAML an amount has a decimal comma."""
    line, english = _line(plot.loaded.project.budget, chance), plot.loaded.project.language == "en"
    if line is None or english or not _in_brackets(plot, line.amount_place.start) or line.amount_place.text[-1] == "-":
        return None
    _, end = figure(line.amount_place)
    return sown(f"{plot.text[:end]},00{plot.text[end:]}", line.amount_place.start)
