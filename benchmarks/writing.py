"""Knows how an application is written down, as YAML and as Markdown, the same content in both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from applications import PROSE, Application, Words, amount, capital, words

BEFORE = tuple(PROSE)[:3]  # what comes before the activities and the schedule, and what comes after
AFTER = tuple(PROSE)[3:]


class _Writer:
    """What YAML and Markdown have in common: labels, amounts and days as people of that language write them."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self._words = words(application.language)
        self.label: dict[str, str] = self._words["labels"]

    def amount(self, kroner: int, *, bare: bool = False) -> str:
        """The amount, bare or as its writer writes amounts."""
        return amount(kroner, self._words, "{}" if bare else self.application.pattern)

    def day(self, each: dt.date) -> str:
        """The day as people write it."""
        return day(each, self._words)

    def sections(self, parts: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
        """Those of these sections that it has, each with its label."""
        prose = self.application.prose
        return ((self.label[part], prose[part]) for part in parts if part in prose)

    def head(self) -> Iterator[tuple[str, str]]:
        """What stands before the sections, each with its label; the title is left to the form."""
        application = self.application
        start, end = application.period
        yield self.label["id"], application.number
        yield self.label["applicant"], application.applicant
        yield self.label["contact"], application.contact
        yield self.label["email"], application.email
        yield self.label["period"], f"{self.day(start)} - {self.day(end)}"
        yield self.label["applied"], self.amount(application.sources[0].amount)


def to_yaml(application: Application) -> str:
    """The application as YAML, its labels as keys."""
    write = _Writer(application)
    label = write.label
    lines = [f"{label['title']}: {application.title}"]
    lines += [f"{key}: {value}" for key, value in write.head()]
    lines += [line for section in write.sections(BEFORE) for line in _block(*section)]
    lines += [f"{label['activities']}:", *(f"  - {each}" for each in application.activities)]
    lines += [f"{label['schedule']}:", *(f"  {write.day(each)}: {what}" for each, what in application.schedule)]
    lines += [line for section in write.sections(AFTER) for line in _block(*section)]
    lines += [f"{label['budget']}:", f"  {label['lines']}:"]
    for cost in application.costs:
        lines.append(f"    - {label['post']}: {cost.label}")
        if cost.quantity and cost.unit_price:
            lines.append(f"      {label['quantity']}: {cost.quantity}")
            lines.append(f"      {label['unit_price']}: {write.amount(cost.unit_price, bare=True)}")
        lines.append(f"      {label['amount']}: {write.amount(cost.amount)}")
    lines += [f"  {label['total']}: {write.amount(application.cost)}"]
    lines += [f"{label['financing']}:", f"  {label['sources']}:"]
    for source in application.sources:
        lines.append(f"    - {label['funder']}: {source.funder}")
        lines += [f"      {label['status']}: {source.status}"] if source.status else []
        lines.append(f"      {label['amount']}: {write.amount(source.amount)}")
    return "\n".join([*lines, f"  {label['total']}: {write.amount(application.funds)}", ""])


def _block(label: str, sentences: list[str]) -> list[str]:
    """A section of running text, one sentence a line."""
    return [f"{label}: >", *(f"  {each}" for each in sentences)]


def to_markdown(application: Application) -> str:
    """The application as Markdown: headings, lists and tables."""
    write = _Writer(application)
    label = write.label
    lines = [f"# {application.title}", ""]
    lines += [f"**{capital(key)}:** {value}  " for key, value in write.head()]
    lines += [line for section in write.sections(BEFORE) for line in _section(*section)]
    lines += _section(label["activities"], [f"- {each}" for each in application.activities])
    steps = [(write.day(each), what) for each, what in application.schedule]
    lines += _section(label["schedule"], _table([label["when"], label["what"]], steps))
    lines += [line for section in write.sections(AFTER) for line in _section(*section)]
    lines += _section(label["budget"], _costs(write))
    lines += _section(label["financing"], _sources(write))
    return "\n".join([*lines, ""])


def _costs(write: _Writer) -> list[str]:
    heads = [write.label[part] for part in ("post", "quantity", "unit_price", "amount")]
    rows = [
        (
            cost.label,
            str(cost.quantity or ""),
            write.amount(cost.unit_price, bare=True) if cost.unit_price else "",
            write.amount(cost.amount),
        )
        for cost in write.application.costs
    ]
    return _table(heads, [*rows, (_total(write), "", "", f"**{write.amount(write.application.cost)}**")])


def _sources(write: _Writer) -> list[str]:
    heads = [write.label[part] for part in ("funder", "status", "amount")]
    rows = [(source.funder, source.status, write.amount(source.amount)) for source in write.application.sources]
    return _table(heads, [*rows, (_total(write), "", f"**{write.amount(write.application.funds)}**")])


def _total(write: _Writer) -> str:
    return f"**{capital(write.label['total'])}**"


def _section(label: str, lines: list[str]) -> list[str]:
    return ["", f"## {capital(label)}", "", *lines]


def _table(heads: list[str], rows: Sequence[tuple[str, ...]]) -> list[str]:
    """A pipe table with its columns in line, as editors write it."""
    cells = [tuple(map(capital, heads)), *rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    padded = [[cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in cells]
    drawn = [f"| {' | '.join(row)} |" for row in padded]
    return [drawn[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *drawn[1:]]


def day(each: dt.date, own: Words) -> str:
    """A day as people write it in this language."""
    text: str = own["day"].format(each.day, own["months"][each.month - 1], each.year)
    return text


FORMS: dict[str, Callable[[Application], str]] = {"yaml": to_yaml, "md": to_markdown}
"""How an application is written, by the ending of its file."""
