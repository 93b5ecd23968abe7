"""Knows what running text may tell instead of headings: sections that are missing, counts that contradict each other.

All of it is a hint: where something seems to stand, a reader must look.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from math import inf

from projektkort.finding import Note, Problem
from projektkort.money import Money
from projektkort.project.models import Project
from projektkort.rules import amounts_told, prices_told, remainders
from projektkort.rules.amounts_told import figures, meant_by
from projektkort.rules.bare import bare
from projektkort.rules.contents import PROSE
from projektkort.rules.cut_off import cuts
from projektkort.rules.figures import mixed
from projektkort.rules.filled import is_told
from projektkort.rules.hints import Figure, explain
from projektkort.rules.rule import rule
from projektkort.rules.sections import missing_sections
from projektkort.rules.traces import can_tell, running, traces, words_of, years
from projektkort.schema.choose import HEADER
from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema
from projektkort.span import Text

NAMING = frozenset({"attachments", "applied"})
"""What only names papers and amounts tells no section."""
TIMED = HEADER | {"background", "situation", "attachments"}
"""The sections whose years are no plan."""
SIDES = ("budget", "financing")
TERMS = 3
"""A pool, what is taken from it, and what is left."""
YEARS = 12
"""So many years are told; who looks there finds the others."""


@rule()
def section_told_in_text(project: Project, schema: Schema) -> Iterator[Problem]:
    """No section that is missing seems to be told elsewhere in the text."""
    wanted = list(_untold(project, schema))
    if not wanted:
        return
    labels, texts, dated = Labels(schema), list(running(project, but=NAMING)), list(running(project, but=TIMED))
    language, words = project.language or schema.language or "en", words_of(texts)
    for each in wanted:
        told = next(traces(texts, each, project.language), None) if can_tell(words, each, project.language) else None
        when = list(islice(years(dated), YEARS)) if each == "schedule" and project.kind in PROSE else []
        found = [told, *when] if told else when
        if found:
            yield Problem(
                found[0].place,
                variant="" if told else "years",
                related=[text.place for text in found[1:]],
                label=labels.label_for(each, language),
                text=found[0].value,
                years=Note("years", {"years": tuple(sorted(text.value for text in when))}) if when else None,
            )


def _untold(project: Project, schema: Schema) -> Iterator[str]:
    """The ids of what is missing: of a text all that its kind has, elsewhere what the schema requires."""
    if project.kind in PROSE:
        yield from (section.id for section in schema.sections if not is_told(project, section.id))
    else:
        yield from (section.id for section in missing_sections(project, schema))
    for side in SIDES:
        if getattr(project, side) is None and (project.kind in PROSE or getattr(schema, side).required):
            yield side


@rule()
def counts_differ(project: Project, schema: Schema) -> Iterator[Problem]:
    """Numbers that tell of the same thing go together."""
    if project.kind in PROSE or missing_sections(project, schema):
        from projektkort.rules.mentions import contradictions  # noqa: PLC0415 - asked of few

        for one, other in contradictions(running(project), project.language):
            yield Problem(other.text.place, related=[one.text.place], text=other.text.value, first=one.text.value)


@rule()
def amount_told_differs(project: Project, schema: Schema) -> Iterator[Problem]:
    """What the text tells of the costs, the amount applied for and the own money stands among the figures."""
    language = project.language
    told = amounts_told.tellings(_priced(project, amounts_told.hints(language)), language)
    whole = ((each, meant_by(each.about, project)) for each in told)
    for telling, meant in (*whole, *prices_told.prices(_priced(project, prices_told.hints()), project)):
        if meant is None or mixed(project) or any(map(telling.agrees, figures(project))):
            continue
        low, high = telling.bounds
        yield Problem(
            telling.text.place,
            variant=telling.about if low == high else f"{telling.about}-range",
            text=telling.text.value,
            label=meant.label,
            figure=Money(meant.figure.amount, meant.currency),
            difference=Money(abs(meant.figure.amount - low), meant.currency) if low == high else None,
            hint=explain(Figure(low), meant.figure, meant.currency) if low == high else None,
            related=[meant.place],
        )


def _priced(project: Project, hints: AbstractSet[bytes]) -> Sequence[Text]:
    """The running texts in which an amount stands, and one of the words that are looked for."""
    return [text for text, words in project.once(_with_amounts) if not hints.isdisjoint(words)]


def _with_amounts(project: Project) -> Sequence[tuple[Text, Sequence[bytes]]]:
    """The running texts in which an amount stands, with their bare words."""
    starts = sorted([amount.text.start for amount in project.amounts_in_text])
    ends = [*starts, inf]
    priced = [text for text in running(project) if ends[bisect_left(starts, text.start)] < text.end] if starts else []
    return [(text, bare(text.value)) for text in priced]


@rule()
def remainder_differs(project: Project, schema: Schema) -> Iterator[Problem]:
    """What is said to be left of a sum is what the figures just before leave."""
    if len(project.amounts_in_text) < TERMS:
        return
    texts = _priced(project, remainders.hints(project.language))
    for found in remainders.wrong_remainders(texts, project.language):
        currency = found.currency or project.currency
        several = len(found.taken) > 1
        yield Problem(
            found.told.place,
            told=Money(found.amount, currency),
            pool=Money(found.pool, currency),
            taken=Note("terms", {"amounts": found.taken}) if several else Money(found.taken[0], currency),
            right=Money(found.right, currency),
            difference=Money(abs(found.right - found.amount), currency),
            hint=explain(Figure(found.amount), Figure(found.right), currency),
            related=[part.place for part in found.parts],
        )


@rule()
def text_cut_off(project: Project, schema: Schema) -> Iterator[Problem]:
    """No text ends in the middle of an amount, a word or a sentence."""
    for cut in cuts(project):
        yield Problem(cut.text.place, variant=cut.sign, text=cut.text.value)
