"""Knows what stands on a summary, in which order and under which heads. How it looks, templates and terminals know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from projektkort.locale import date, listing
from projektkort.pages.summary.cells import (
    MARKS,
    Titles,
    balance_cell,
    figure_cell,
    lack_text,
    lacks_cell,
    money_cell,
    own_cell,
    reason_text,
)
from projektkort.pages.summary.row import Row
from projektkort.pages.summary.telling import alarm, counted, headlines
from projektkort.pages.summary.whole import Likeness, Summary
from projektkort.pages.voice import Voice

FREQUENT = 10
"""So many rules at most are told of those that find something in several files."""
FIGURES = frozenset({"applied", "budget", "own", "recommended", "granted"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table."""

    name: str
    head: str

    @property
    def figures(self) -> bool:
        """Whether figures stand in it, one below the other."""
        return self.name in FIGURES


@dataclass(frozen=True, slots=True)
class Line:
    """A project: its cells by column; `mark` says its state without colours, `link` leads to the file, where it can."""

    state: str
    mark: str
    balances: str
    cells: dict[str, str]
    link: str


@dataclass(frozen=True, slots=True)
class Other:
    """A file that was not read, and why."""

    path: str
    reason: str
    link: str


@dataclass(frozen=True, slots=True)
class Overview:
    """All that is laid out. Every text is masked; figures are written in the language of the voice."""

    voice: Voice
    title: str
    as_of: str
    alarm: str
    headlines: tuple[str, ...]
    caption: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    others: tuple[Other, ...]
    likenesses: tuple[str, ...]
    frequent: tuple[str, ...]

    @property
    def language(self) -> str:
        return self.voice.language


def overview(summary: Summary, titles: Titles, voice: Voice) -> Overview:
    """What stands on the summary, in the language of the voice."""
    columns = tuple(_columns(summary, voice))
    return Overview(
        voice=voice,
        title=voice.say("summary-title"),
        as_of=date(summary.as_of, voice.language) if summary.as_of else "",
        alarm=alarm(summary, voice),
        headlines=tuple(headlines(summary, voice)),
        caption=voice.say("summary-caption", unit=voice.unit(summary.currency)) if summary.currency else "",
        columns=columns,
        lines=tuple(_line(row, summary, titles, voice) for row in summary.rows),
        others=tuple(Other(row.path, reason_text(row, titles, voice), row.link) for row in summary.unread),
        likenesses=tuple(_likeness(each, voice) for each in summary.likenesses),
        frequent=tuple(_frequent(summary, titles, voice)),
    )


def _columns(summary: Summary, voice: Voice) -> Iterator[Column]:
    decided = [name for name in ("recommended", "granted") if summary.amounts(name)]
    for name in ("number", "title", "applicant", "applied", "budget", "own", "balances", *decided, "lacks", "path"):
        yield Column(name, voice.say(f"column-{name}"))


def _line(row: Row, summary: Summary, titles: Titles, voice: Voice) -> Line:
    decision, usual = summary.decision(row), summary.currency
    cells = {
        "number": row.number,
        "title": row.title or voice.say("untitled"),
        "applicant": row.applicant,
        "applied": figure_cell(row.applied, usual, voice),
        "budget": figure_cell(row.budget, usual, voice),
        "own": own_cell(row, usual, voice),
        "balances": balance_cell(row, voice),
        "recommended": money_cell(decision.recommended, usual, voice),
        "granted": money_cell(decision.granted, usual, voice),
        "lacks": lacks_cell(row, titles, voice),
        "path": row.path,
    }
    return Line(row.state.name.lower(), MARKS[row.state], row.balances, cells, row.link)


def _likeness(each: Likeness, voice: Voice) -> str:
    """ "the same applicant: a.md (line 3) and b.md (line 4)"."""
    places = (f"{spot.path} ({voice.say('at-line', line=str(spot.line))})" for spot in each.spots)
    kind = voice.say(f"like-{each.kind}")
    often = f" ({each.count})" if each.count > 1 else ""
    return f"{kind[:1].upper()}{kind[1:]}{often}: {listing(places, voice.language)}"


def _frequent(summary: Summary, titles: Titles, voice: Voice) -> Iterator[str]:
    for each in [each for each in summary.frequent if each.files > 1][:FREQUENT]:
        text = lack_text(each.rule, each.section, titles, voice)
        yield f"{counted('summary-files', each.files, voice)}: {text}"
