"""Knows where running text seems to tell what a section would; the phrases stand in traces.yaml. Never a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, partial

from projektkort.money.lexicon import abbreviations, fold
from projektkort.project.models import Project
from projektkort.rules.bare import bare, longest
from projektkort.rules.lists import lists
from projektkort.schema.model import Schema
from projektkort.span import Text

SIDES = frozenset({"budget", "financing"})
GAP = r"(?:\s+[\w-]+){0,3}"
YEAR = cache(partial(re.compile, r"(?<![\w.,/-])(?:19|20)\d\d(?![\w/-]|[.,]\d)"))
# An abbreviation ends none: a short word before a figure ("ca. 40"), an initial, a word with a dot inside it.
SENTENCE = cache(
    partial(
        re.compile,
        r"(?<=[.!?…])(?<!\.[a-z\u00df-\u00ff]\.)(?<!\.[a-z\u00df-\u00ff]{2}\.)(?<!\b[A-Z]\.)\s+"
        r"(?=\W*(?:[A-Z\u00c0-\u00de]|(?<!\b[a-z]{2}\.\s)(?<!\b[a-z]{3}\.\s)(?<!\b[a-z]{4}\.\s)[0-9]))"
        r"|\n\s*\n|\n(?=\s*(?:[-*+•–]|\d+[.)])\s)",
    )
)
"""What stands between two sentences; a line break alone is none."""


def running(project: Project, *, but: frozenset[str] = frozenset()) -> Sequence[Text]:
    """The texts of a document as people would read them: below labels, then what stands below none, as one text.

    Those of the sections with the ids `but` are left out, as are those of the books.
    """
    return [text for each, text in project.once(_running) if each not in but] if but else project.once(_texts)


def _texts(project: Project) -> Sequence[Text]:
    return [text for _, text in project.once(_running)]


def _running(project: Project) -> Sequence[tuple[str | None, Text]]:
    """Each text with the id of its section."""
    found: list[tuple[str | None, Text]] = []
    for section in (*project.sections, *project.other):
        if (wanted := section.id) not in SIDES:
            found += [(wanted, each.text) for each in (section, *section.parts) if each.text.value]
    loose = unlabelled(project)
    if loose:
        found.append((None, Text.join(_paragraphs(loose))))
    return found


def unlabelled(project: Project) -> list[Text]:
    """What stands below no label and is no comment."""
    if not project.unplaced:
        return []
    comments = {text.start for text in project.comments}
    return [text for text in project.unplaced if text.start not in comments]


def _paragraphs(texts: Iterable[Text]) -> Iterator[Text]:
    """Lines that follow one another, with an empty one where other lines stand between them."""
    for parting, text in Text.parted(texts):
        if parting == "\n\n":
            yield Text.empty(text.lines, text.start)
        yield text


def traces(texts: Iterable[Text], wanted: str, language: str | None) -> Iterator[Text]:
    """Where the texts seem to tell what a section would: from the phrase to the end of its sentence."""
    patterns = _patterns(wanted, language)
    for text in texts:
        edge = 0
        found = (match.start() for match in patterns.finditer(text.value)) if patterns else ()
        for start in found:
            if start >= edge:
                end = SENTENCE().search(text.value, start)
                edge = end.start() if end else len(text.value)
                yield _without_stop(text.slice(start, edge).strip())


def _without_stop(text: Text) -> Text:
    """A sentence without its full stop, unless that belongs to an abbreviation ("500 kr.")."""
    last = text.value.split()[-1]
    return text if "." in last[:-1] or fold(last) in abbreviations() else text.strip(".")


def years(texts: Iterable[Text]) -> Iterator[Text]:
    """The years that the texts tell, each where it first stands."""
    seen: set[str] = set()
    for text in texts:
        for match in YEAR().finditer(text.value):
            if match[0] not in seen:
                seen.add(match[0])
                yield text.slice(*match.span())


def traced(project: Project, schema: Schema) -> int:
    """How many of the sections that the schema requires the text seems to tell."""
    texts = list(running(project))
    words = words_of(texts)
    likely = (section.id for section in schema.required if can_tell(words, section.id, project.language))
    return sum(any(True for _ in traces(texts, wanted, project.language)) for wanted in likely)


def words_of(texts: Iterable[Text]) -> frozenset[bytes]:
    """The bare words of all the texts."""
    return frozenset(word for text in texts for word in bare(text.value))


def can_tell(words: AbstractSet[bytes], wanted: str, language: str | None) -> bool:
    """Whether texts with these words can hold a phrase for a section; most sections are told soon to have none."""
    return not words.isdisjoint(_hints(wanted, language))


@cache
def _hints(wanted: str, language: str | None) -> frozenset[bytes]:
    return frozenset(map(longest, _phrases(wanted, language)))


def _phrases(wanted: str, language: str | None) -> frozenset[str]:
    file = lists("traces")
    chosen = [file[language]] if language in file else list(file.values())
    return frozenset(phrase for by_id in chosen for phrase in by_id.get(wanted, ()))


@cache
def _patterns(wanted: str, language: str | None) -> re.Pattern[str] | None:
    """The phrases for one section, in one language or where that is not known in all; None where there are none."""
    phrases = _phrases(wanted, language)
    if not phrases:
        return None
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, ordered))})(?!\w)", re.IGNORECASE)


def _pattern(phrase: str) -> str:
    parts = [r"\s+".join(map(re.escape, part.split())) for part in phrase.split("…")]
    return (GAP + r"\s+").join(parts)
