"""Knows the sentences about all files together: what must not be published, how many, how much, and what is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from projektkort.locale import listing
from projektkort.money import Money
from projektkort.pages.summary.figures import Sum
from projektkort.pages.summary.row import State
from projektkort.pages.summary.whole import Summary
from projektkort.pages.voice import Voice

NAMED = 5
"""So many files are named in a sentence; of the others it is told how many they are."""
KINDS = {
    "word": "word",
    "pdf": "pdf",
    "excel": "excel",
    "image": "image",
    "lock-file": "locked",
    "unreadable": "closed",
    "file-unreadable": "closed",
    "word-unreadable": "damaged",
    "file-empty": "empty",
    "yaml-empty": "empty",
}
"""What a file that was not read is called in the count, by the reason; for any other reason it is of another kind."""


def counted(key: str, number: int, voice: Voice) -> str:
    """A number and what is counted: "1 file", "4 files"."""
    return f"{number} {voice.form(key, number)}"


def alarm(summary: Summary, voice: Voice) -> str:
    """The files that must not be published as they are; empty where there are none."""
    paths = [row.path for row in summary.personal]
    if not paths:
        return ""
    return f"{counted('summary-personal', len(paths), voice)}: {_names(paths, voice)}"


def _names(paths: Sequence[str], voice: Voice) -> str:
    named = list(paths[:NAMED])
    if len(paths) > NAMED:
        named.append(voice.say("summary-more", count=str(len(paths) - NAMED)))
    return listing(named, voice.language)


def headlines(summary: Summary, voice: Voice) -> Iterator[str]:
    """How many files, how much is applied for, and what is decided, a sentence each."""
    yield _files(summary, voice)
    if any(row.expects or row.applied.told for row in summary.rows):
        yield _applied(summary, voice)
    for column in ("recommended", "granted"):
        if summary.amounts(column):
            yield _decided(summary, column, voice)


def _files(summary: Summary, voice: Voice) -> str:
    """ "60 files: 41 in order, 13 with faults, 6 not read (4 Word, 2 PDF)"."""
    folders = summary.count(State.FOLDER)
    files = len(summary.all) - folders
    unchecked = sum(row.unchecked and row.state is State.WARNED for row in summary.all)
    warned = summary.count(State.WARNED) - unchecked
    in_order = summary.count(State.IN_ORDER) + warned
    unread = summary.count(State.UNREAD)
    parts = [
        _noted(counted("summary-in-order", in_order, voice), [_some("summary-warned", warned, voice)]),
        _some("summary-unchecked", unchecked, voice),
        _some("summary-faulty", summary.count(State.FAULTY), voice),
        _noted(counted("summary-unread", unread, voice), _reasons(summary, voice)) if unread else "",
        _some("summary-foreign", summary.count(State.FOREIGN), voice),
        _some("summary-folders", folders, voice),
    ]
    if not files:
        return " ".join(filter(None, (voice.say("summary-no-files"), parts[-1])))
    return f"{counted('summary-files', files, voice)}: {', '.join(filter(None, parts))}"


def _reasons(summary: Summary, voice: Voice) -> list[str]:
    found = Counter(KINDS.get(row.reason, "other") for row in summary.unread if row.state is State.UNREAD)
    return [counted(f"unread-{kind}", number, voice) for kind, number in found.most_common()]


def _some(key: str, number: int, voice: Voice) -> str:
    return counted(key, number, voice) if number else ""


def _noted(text: str, notes: Iterable[str]) -> str:
    """A text with notes in brackets, where there are any."""
    told = ", ".join(filter(None, notes))
    return f"{text} ({told})" if told else text


def _applied(summary: Summary, voice: Voice) -> str:
    """ "At least 1,234,000 (3 without a readable amount, 6 files not read), pool 900,000": what is left out is told."""
    total, unread = summary.applied, summary.count(State.UNREAD)
    folders = sum(row.state is State.FOLDER and bool(row.lacks) for row in summary.unread)  # with whatever is in them
    least = bool(total.unread or unread or folders)
    text = sums(total.sums, voice, least=least) if total.sums else voice.say("summary-nothing")
    if total.approximate:
        text = voice.say("approximate", amount=text)
    if least and total.sums:
        text = voice.say("summary-least", sum=text)
    notes = [
        _some("summary-no-amount", total.unread, voice),
        _some("summary-files-unread", unread, voice),
        _some("summary-folders", folders, voice),
        _some("summary-ranges", total.ranges, voice),
        _some("summary-approximate", total.approximate, voice),
    ]
    told = voice.say("summary-applied", sum=_noted(text, notes))
    return ", ".join(filter(None, (told, *_pool(summary, voice, least=least))))


def _pool(summary: Summary, voice: Voice, *, least: bool) -> Iterator[str]:
    """The pool, and by how much the applications exceed it."""
    if summary.pool is None:
        return
    yield voice.say("summary-pool", sum=_amount(summary.pool, voice))
    beyond = summary.applied.of(summary.currency).low - summary.pool.amount
    if beyond > 0:
        gap = _amount(Money(beyond, summary.currency), voice)
        gap = voice.say("approximate", amount=gap) if summary.applied.approximate else gap
        open_ended = least or summary.applied.ranges or len(summary.applied.sums) > 1
        yield voice.say("summary-beyond", sum=voice.say("summary-least", sum=gap) if open_ended else gap)


def _decided(summary: Summary, column: str, voice: Voice) -> str:
    """ "Recommended: 850,000 to 12 projects, 50,000 left of the pool"; other currencies are told to be left out."""
    decided, amounts = summary.decided(column), summary.amounts(column)
    projects = counted("summary-projects", sum(each.amount > 0 for each in amounts), voice)
    told = voice.say(
        "summary-decided", column=voice.say(f"column-{column}"), sum=sums(decided, voice), projects=projects
    )
    if summary.pool is None:
        return told
    spent = next((each.low for each in decided if each.currency == summary.currency), Decimal(0))
    left = summary.pool.amount - spent
    gap = _amount(Money(abs(left), summary.currency), voice)
    text = voice.say("summary-left" if left >= 0 else "summary-beyond", sum=gap)
    others = [each for each in decided if each.currency != summary.currency]
    if others:
        text = voice.say("summary-left-besides", left=text, sum=sums(others, voice))
    return f"{told}, {text}"


def sums(each: Iterable[Sum], voice: Voice, *, least: bool = False) -> str:
    """Sums by currency in one sentence; with `least` what they come to at least."""
    return listing((_sum(one, voice, least=least) for one in each), voice.language)


def _sum(one: Sum, voice: Voice, *, least: bool) -> str:
    ends = dict.fromkeys((one.low, one.low if least else one.high))
    return " – ".join(_amount(Money(end, one.currency), voice) for end in ends)


def _amount(amount: Money, voice: Voice) -> str:
    text = voice.money(amount.amount, amount.currency)
    return text if amount.currency else voice.say("summary-no-currency", sum=text)
