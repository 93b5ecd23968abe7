"""Knows the signs of a text that was cut off: an amount, a word or a sentence that breaks off at the end.

Titles, labels and items of lists end without a full stop, so that alone is no sign. The words stand in cut_off.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from projektkort.frozen import Frozen
from projektkort.locale import LANGUAGES
from projektkort.patterns import late
from projektkort.project.models import Project, Total
from projektkort.rules.figures import sides
from projektkort.rules.lists import either, lists
from projektkort.rules.traces import running
from projektkort.schema.spelling import key
from projektkort.schema.vocabulary import vocabulary
from projektkort.span import Text

SENTENCE_WORDS = 4  # a shorter line may be a heading or an item
BEGUN = 4  # letters of a heading that has begun
THOUSAND = 1000  # a total below it is of one group of digits
SHOWN = 8  # words of a line that breaks off
LACKS = 5  # letters at most that it may lack
LONGEST = 40  # letters of a last word that is looked at
COMMENT = ("<!--", "#", "---", "```", "|")
WORD = cache(partial(re.compile, r"[^\W\d_]+"))
SPACE = cache(partial(re.compile, r"\s(?=\S)"))
HYPHEN = cache(partial(re.compile, r"[^\W\d_]{2,}-\Z"))


class Cut(Frozen):
    """Where a text was cut off, and the sign of it: amount, total, word or sentence."""

    sign: str
    text: Text


def cuts(project: Project) -> Iterator[Cut]:
    """The ends that were cut off, in the order of the document, each once."""
    seen: set[int] = set()
    words = _words(project.language)
    for text in running(project):
        end = text.value.rstrip()
        if end[-1:] == "." and not end[-2:-1].isdecimal():
            continue  # a sentence, as most texts
        sign = _sign(end, words)
        last = _last_line(text) if sign else None
        if last is not None and last.start not in seen:
            seen.add(last.start)
            yield Cut(sign, _last_words(last))
    last = _end(project)
    if last is not None and last.start not in seen and (sign := _sign_of_end(last, project)):
        yield Cut(sign, last)


def _last_words(line: Text) -> Text:
    """The end of a long line: that is what a reader looks for in the original."""
    spaces = [match.start() + 1 for match in SPACE().finditer(line.value)]
    return line.slice(spaces[-SHOWN]) if len(spaces) >= SHOWN else line


def _last_line(text: Text) -> Text | None:
    lines = text.value.rstrip().rpartition("\n")
    found = text.slice(len(lines[0]) + len(lines[1]), len(text.value.rstrip())).strip()
    return found if found.value and not found.value.startswith(COMMENT) else None


def _end(project: Project) -> Text | None:
    """The last line of the document that is no comment."""
    place, value = project.document, project.document.text
    stop = len(value)
    while stop > 0:
        begin = value.rfind("\n", 0, stop) + 1
        line = value[begin:stop].strip()
        if line and not line.startswith(COMMENT):
            start = place.start + value.index(line, begin)
            return Text(line, place.lines, start, start + len(line))
        stop = begin - 1
    return None


def _sign(text: str, words: Words) -> str:
    """What tells that a running text breaks off; empty where nothing does. Its last word is looked at first."""
    *_, end = text[-LONGEST:].rsplit(None, 1) or [""]
    if end[-1:] == "." and end[:-1].isdecimal() and len(end) <= len("100."):
        return "amount" if _gives_amount(text[: -len(end)], words) else ""
    if end.casefold() not in words.open and not (end[-1:] == "-" and HYPHEN().search(end)):
        return ""
    return "sentence" if "\n" in text.lstrip() or len(WORD().findall(text)) >= SENTENCE_WORDS else ""


def _gives_amount(before: str, words: Words) -> bool:
    """Whether an amount must come: by the words before it, or since amounts follow these elsewhere in the text."""
    if words.given.search(before):
        return True
    lead = WORD().findall(before)[-2:]
    again = r"\s+".join(map(re.escape, lead))
    return len(lead) > 1 and re.search(rf"{again}\s+\d{{1,3}}(?:\.\d{{3}})+\s*kr", before, re.IGNORECASE) is not None


def _sign_of_end(line: Text, project: Project) -> str:
    """What tells that the document breaks off with its last line."""
    if any(breaks_off(side.total, project) for side in sides(project) if side.total is not None):
        return "total"
    return "word" if _is_begun_label(line.value, project.document.text) else ""


def breaks_off(total: Total, project: Project) -> bool:
    """Whether the document ends with a total of three digits at most that are the first of a larger figure in it."""
    if total.amount is None or not 0 < total.amount < THOUSAND:
        return False
    end, short = _end(project), f"{total.amount.normalize():f}"
    if end is None or total.place.end < end.start:
        return False
    told = (each.reading.amount for each in project.amounts_in_text)
    figures = (*(side.computed for side in sides(project)), *told)
    return any(_begins(short, f"{abs(figure):f}") for figure in figures if figure)


def _begins(short: str, long: str) -> bool:
    """Whether one figure is the first group of digits of the other."""
    whole = long.partition(".")[0]
    return len(whole) > len(short) and whole.startswith(short) and (len(whole) - len(short)) % 3 == 0


def _is_begun_label(line: str, document: str) -> bool:
    """Whether a line is the beginning of a label, and no word by itself that anybody uses."""
    if not (line.isalpha() and line[0].isupper() and len(line) >= BEGUN):
        return False
    begun = key(line)
    labels = [label for label in vocabulary().spellings("sections") if begun in label]
    begins = any(label.startswith(begun) and 0 < len(label) - len(begun) <= LACKS for label in labels)
    if not begins or any(begun in label.split() for label in labels):
        return False
    return len(re.findall(rf"(?<!\w){re.escape(line)}(?!\w)", document, re.IGNORECASE)) == 1


class Words(Frozen):
    """The words of one language, or of all together."""

    open: frozenset[str]
    given: re.Pattern[str]


@cache
def _words(language: str | None) -> Words:
    file = lists("cut_off")
    chosen: list[dict[str, list[str]]] = [file[language]] if language in LANGUAGES else list(file.values())
    given = either(word for one in chosen for word in one["given"])
    return Words(
        open=frozenset(word for one in chosen for word in one["open"]),
        given=late(rf"(?<!\w)(?:{given})\s+\Z", re.IGNORECASE),
    )
