"""Knows what may be wrong with a single cost: one that the fund never pays, one too large, one told twice, VAT."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from projektkort.finding import Problem
from projektkort.money import Money
from projektkort.patterns import late
from projektkort.project.models import AmountLine, Project, Side
from projektkort.rules.categories import PART, words_of
from projektkort.rules.clauses import clause
from projektkort.rules.figures import mixed
from projektkort.rules.rule import rule
from projektkort.rules.vat_all import said_of_all
from projektkort.rules.vat_words import meaning, said_in, said_of_vat
from projektkort.schema.model import Schema
from projektkort.schema.spelling import normalise
from projektkort.schema.telling import told
from projektkort.span import Place

ENDING = 4  # letters of the longest ending of a noun
NOTE_WORDS = 2  # words in brackets that make a note; one may only say "(applied for)"
WORD = late(r"[^\W\d_]{3,}")
BRACKETS = late(r"\(([^()]*)\)")
BOTH = frozenset({"included", "excluded"})
FIGURES = dict.fromkeys(map(ord, "123456789"), "0")
"""Makes one line of those that differ in their amounts only, so that what it means is known the next time."""


@rule(needs={"budget"}, asks={"refused_costs"})
def cost_refused(project: Project, schema: Schema) -> Iterator[Problem]:
    """No cost is of a kind that the fund never pays, unless the applicant marks it as one that it need not pay."""
    for line in project.budget.counted if project.budget else ():
        words = words_of(f"{line.label.value} {line.category or ''}")
        refused = next((each for each in schema.refused_costs if _names(words, words_of(each))), None)
        if refused is not None and line.eligible is not False and line.amount != 0:
            yield Problem(
                line.label.place, label=line.label.value, refused=refused, source=clause(schema, "refused_costs")
            )


def _names(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether a cost stands among words: its first and last word may be parts of compounds.

    It does not where the cost is without it, or is something done to it: “repair of used machines”.
    """
    size = len(wanted)
    for at in range(len(words) - size + 1):
        first, *inner = words[at : at + size]
        pairs = [_part(first, wanted[0]) if size == 1 else first.endswith(wanted[0])]
        pairs += [word == each for word, each in zip(inner[:-1], wanted[1:-1], strict=True)]
        pairs += [_inflected(inner[-1], wanted[-1])] if inner else []
        if all(pairs) and not _is_other(words, at, at + size):
            return True
    return False


def _is_other(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the words around a cost make another one of it: one without it, one of it, or the review of a thing."""
    *_, first, last = ("", "", *map(meaning, words[:start]))
    behind = [meaning(word) for word in words[end:]]
    reviewed = meaning(words[start]) == "review" and behind[:1] == ["of"] and "accounts" not in behind
    return reviewed or last in {"excluded", "not"} or (last == "of" and first not in {"", "expense"})


def _part(word: str, wanted: str) -> bool:
    """Whether a word is the other, or a compound with it at its end, or before a word for paying: “alcohol duty”."""
    if word == wanted or len(wanted) < PART:
        return word == wanted
    rest = word.removeprefix(wanted)
    paid = word.startswith(wanted) and "expense" in {meaning(rest), meaning(rest[1:])}  # "s" or "e" may join the two
    return word.endswith(wanted) or _inflected(word, wanted) or paid


def _inflected(word: str, wanted: str) -> bool:
    """Whether a word is the other with an ending; "alcohol-free" is none."""
    rest = word.removeprefix(wanted)
    return word.startswith(wanted) and len(rest) <= ENDING and meaning(rest) != "free"


@rule(needs={"budget"})
def cost_twice_in_budget(project: Project, schema: Schema) -> Iterator[Problem]:
    """No two costs have the same name and the same amount; those of two groups, categories or notes are two.

    Where a sum leaves one of them out, that has been said.
    """
    costs = project.budget
    alike: defaultdict[tuple[object, ...], list[AmountLine]] = defaultdict(list)
    for line in costs.counted if costs is not None and not costs.unsure else ():
        if line.amount:
            alike[line.amount, line.group, line.category, line.note].append(line)
    for first, *others in (same for lines in alike.values() if len(lines) > 1 for same in _of_one_name(lines)):
        for line in others:
            if not _left_out(project, line.amount):
                amount = Money(line.amount or Decimal(0), line.currency or (costs.currency if costs else None))
                yield Problem(line.label.place, label=line.label.value, amount=amount, related=[first.label.place])


def _of_one_name(lines: Sequence[AmountLine]) -> Iterable[Sequence[AmountLine]]:
    """The lines that have a name, those with the same one together."""
    named: defaultdict[str, list[AmountLine]] = defaultdict(list)
    for line in lines:
        if label := normalise(line.label.value):
            named[label].append(line)
    return named.values()


def _left_out(project: Project, amount: Decimal | None) -> bool:
    """Whether the budget exceeds its own total, or the financing, by just this amount."""
    costs, financing = project.budget, project.financing
    if costs is None or costs.figure is None or amount is None:
        return False
    stated = costs.total.amount if costs.total else None
    return costs.figure - amount in {stated, financing.figure if financing else None}


@rule(needs={"budget"}, asks={"limits.line_share_max"})
def line_large(project: Project, schema: Schema) -> Iterator[Problem]:
    """A line that is a large share of all costs has a note about what it holds."""
    costs, share = project.budget, schema.limits.line_share_max
    assert costs is not None and share is not None, "the rule asks for both"
    if not costs.figure or costs.figure < 0 or mixed(project):
        return
    for line in costs.counted:
        if line.amount is not None and line.amount > costs.figure * share and not _is_explained(line):
            yield Problem(
                line.amount_place,
                label=line.label.value,
                amount=Money(line.amount, line.currency or costs.currency),
                costs=Money(costs.figure, costs.currency),
                share=(line.amount * 100 / costs.figure).quantize(Decimal(1)),
                limit=share * 100,
                source=clause(schema, "line_share_max"),
                related=[costs.place],
            )


def _is_explained(line: AmountLine) -> bool:
    """Whether a note stands beside it, or some words in brackets that say more than that VAT is in it."""
    brackets = [_words(match[1]) for match in BRACKETS.finditer(line.place.text)]
    return _words(line.note or "") > 0 or max(brackets, default=0) >= NOTE_WORDS


def _words(text: str) -> int:
    return sum(meaning(word) is None for word in WORD.findall(text))


@rule(needs={"budget"}, asks={"vat"})
def vat_not_told(project: Project, schema: Schema) -> Iterator[Problem]:
    """The budget says of VAT what the fund wants to know: whether it is in the amounts, or that it is, or is not."""
    said = project.once(said_in)
    wrong: dict[str | None, str] = {"included": "excluded", "excluded": "included"}
    variant = wrong.get(schema.vat, "") if said - {"liable"} == {wrong.get(schema.vat)} else ""
    if project.budget is not None and (not said or variant):
        yield Problem(
            project.budget.heading,
            variant=variant or ("" if schema.vat == "told" else f"want-{schema.vat}"),
            label=project.budget.heading.text,
            source=clause(schema, "vat"),
        )


@rule(needs={"budget"})
def vat_contradicts(project: Project, schema: Schema) -> Iterator[Problem]:
    """What the heading of the budget and the text say of VAT in all amounts is the same."""
    assert project.budget is not None, "the rule needs it"
    heading = project.budget.heading
    above = said_of_vat(heading.text)
    told = [*((said, heading) for said in above if above != BOTH), *said_of_all(project)]
    sure = [(said, place) for said, place in told if said in BOTH]
    other = next(((said, place) for said, place in sure if said != sure[0][0]), None)
    if other is not None:
        first, second = sorted((sure[0], other), key=lambda each: each[1].start)
        yield Problem(second[1], text=second[1].text.strip(), first=first[1].text.strip(), related=[first[1]])


@rule(needs={"budget", "financing"})
def guarantee_with_surplus(project: Project, schema: Schema) -> Iterator[Problem]:
    """Who asks for a deficit guarantee plans no surplus, and counts what is taken in.

    A financing that exceeds the costs is an error of its own.
    """
    costs, financing = project.budget, project.financing
    assert costs is not None and financing is not None, "the rule needs both"
    guarantee = _guarantee(project, financing)
    if guarantee is None or project.balances is False or mixed(project):
        return
    left = next((line for line in costs.counted if line.amount and _means(line.label.value, "surplus")), None)
    if left is not None:
        amount = Money(left.amount or Decimal(0), left.currency or costs.currency)
        yield Problem(left.amount_place, label=left.label.value, amount=amount, related=[guarantee])
    elif not any(line.type == "revenue" for line in financing.counted):
        yield Problem(guarantee, variant="revenue", related=[financing.heading])


def _guarantee(project: Project, financing: Side) -> Place | None:
    """Where a deficit guarantee is asked for: a source with that name, or the amount applied for."""
    lines = (line.label.place for line in financing.lines if _means(line.label.value, "guarantee"))
    applied = project.applied.place if project.applied and project.applied.by == "stated" else None
    said = applied.lines.line(applied.line).translate(FIGURES) if applied else ""
    return next(lines, applied if _means(said, "guarantee") else None)


def _means(text: str, wanted: str) -> bool:
    return told(text, "cost_words") == wanted
