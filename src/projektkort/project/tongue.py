"""Knows which language the words of a document speak, and the currency that follows, without asking the machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from projektkort.locale import guess, spoken
from projektkort.patterns import late
from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema
from projektkort.schema.vocabulary import named
from projektkort.span import Text

CROWN = {"da": "DKK", "sv": "SEK", "nb": "NOK"}
VOTES = 2  # so many labels more than those of the next language decide
ANSWER = 80  # characters of a cell or answer that may tell how far a goal is
TERMS = 400  # of which so many are looked at
CLAUSE = late(r"[.,;:()–\n]| - ")
SAMPLE = 20_000  # characters of running text are plenty for stop words


def language_by(
    text: str,
    names: Iterable[str],
    heads: Iterable[str],
    answers: Iterable[str],
    keys: Iterable[str],
    labels: Labels,
) -> str | None:
    """The language that the labels and heads of tables vote for, else that of the small words in the text, else None.

    Beside the small words count what stands as an answer, and the keys by which a document speaks of itself.
    """
    sample = text[:SAMPLE]
    known = [named(name, "sections") for name in names] + [named(head, "goal_columns") for head in heads]
    voices = [word.languages for word in known if word and word.languages]
    return _voted(tuple(Counter(voices).items()), spoken(sample)) or guess(
        sample, [*voices, *_terms(answers, keys, labels)]
    )


def currency_of_document(stated: Text | None, schema: Schema, language: str | None) -> str | None:
    """The document's currency, else the schema's, else the crown of the language."""
    if stated is not None:
        return stated.value.strip().upper()
    return schema.currency or CROWN.get(language or "")


@lru_cache(maxsize=128)
def _voted(voices: tuple[tuple[tuple[str, ...], int], ...], able: frozenset[str]) -> str | None:
    """The language that the labels speak, each voting for all that know it: the only one of all, or far ahead.

    `voices` are the languages that labels are known in, and how many are: those of one form vote alike each time.
    """
    votes = Counter[str]()
    for languages, count in voices:
        for language in able.intersection(languages):
            votes[language] += count
    (first, most), (_, second) = (*votes.most_common(2), ("", 0), ("", 0))[:2]
    if most < VOTES or most == second:
        return None
    return first if most - second >= VOTES or most == sum(count for _, count in voices) else None


def _terms(answers: Iterable[str], keys: Iterable[str], labels: Labels) -> Iterator[tuple[str, ...]]:
    """The languages of what is more than a small word, and counts twice: how far goals are, and keys such as
    `Schema`."""
    short = islice((text for text in answers if len(text) <= ANSWER), TERMS)
    found = [labels.status_languages(CLAUSE.split(text, maxsplit=1)[0]) for text in short]
    for languages in filter(None, (*found, *map(labels.key_languages, keys))):
        yield from (languages, languages)
