"""Knows the defects that can be planted into an application, and on which line each must be found.

Each has one cause: it gives the finding that it is named after, and no other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from applications import Application, amount, application, capital, words

from writing import FORMS, day

BOTH = ("yaml", "md")
A_PERSON = "121212-1212"


class Planted(NamedTuple):
    """The bytes of a file with a defect, and the line that the finding stands on."""

    content: bytes
    line: int


class Draft:
    """An application in one form, whose lines can be found by what they begin with."""

    def __init__(self, of: Application, form: str) -> None:
        self.of = of
        self.form = form
        self.own = words(of.language)
        self.lines = FORMS[form](of).split("\n")

    def line(self, begin: str, nth: int = 0) -> int:
        """The index of the nth line that begins so; from the end where the number is negative."""
        return [index for index, line in enumerate(self.lines) if line.startswith(begin)][nth]

    def field(self, part: str) -> int:
        """The index of a line with a label and a value."""
        label = self.own["labels"][part]
        return self.line(f"{label}:" if self.form == "yaml" else f"**{capital(label)}:**")

    def section(self, part: str) -> int:
        """The index of the line with the label of a section."""
        label = self.own["labels"][part]
        return self.line(f"{label}:" if self.form == "yaml" else f"## {capital(label)}")

    def cost(self) -> int:
        """The index of the line with the amount of the first cost."""
        cost, label = self.of.costs[0], self.own["labels"]["post"]
        if self.form == "md":
            return self.line(f"| {cost.label} ")
        return self.line(f"    - {label}: {cost.label}") + (3 if cost.quantity else 1)

    def total(self, nth: int) -> int:
        """The index of the line with the total of the budget, the first, or of the financing, the last."""
        label = self.own["labels"]["total"]
        return self.line(f"  {label}:" if self.form == "yaml" else f"| **{capital(label)}**", nth)

    def amount(self, kroner: int) -> str:
        """The amount as its writer writes amounts."""
        return amount(kroner, self.own, self.of.pattern)

    def changed(self, index: int, old: str, new: str) -> Planted:
        """The file with something else in one line, where the finding stands; ValueError where it is not there."""
        before, found, after = self.lines[index].partition(old)
        if not found:
            raise ValueError(f"{old!r} is not in {self.lines[index]!r}")
        self.lines[index] = before + new + after
        return self.at(index)

    def longer(self, *lines: str) -> Planted:
        """The file with more lines at its end; the finding stands on the first of them."""
        index = len(self.lines) - 1
        self.lines[index:] = [*lines, ""]
        return self.at(index)

    def at(self, index: int) -> Planted:
        """The file as it is now, with the finding on a line."""
        return Planted("\n".join(self.lines).encode(), index + 1)


class Defect(NamedTuple):
    """A defect, named after the rule that finds it, the forms that it can be written in, and how it is planted."""

    rule: str
    plant: Callable[[Application, str], Planted]
    forms: tuple[str, ...] = BOTH


def _missing_section(of: Application, form: str) -> Planted:
    """The purpose would stand behind the background."""
    prose = {part: told for part, told in of.prose.items() if part != "purpose"}
    draft = Draft(of._replace(prose=prose), form)
    last = of.prose["background"][-1]
    return draft.at(next(index for index, line in enumerate(draft.lines) if line.endswith(last)))


def _empty_section(of: Application, form: str) -> Planted:
    draft = Draft(of._replace(prose={**of.prose, "risks": []}), form)
    return draft.at(draft.section("risks"))


def _words_in_text(new: str) -> Callable[[Application, str], Planted]:
    """Something else instead of the stop of the first sentence about risks."""

    def plant(of: Application, form: str) -> Planted:
        draft, told = Draft(of, form), of.prose["risks"][0]
        index = draft.section("risks") + (1 if form == "yaml" else 2)
        return draft.changed(index, told, told.removesuffix(".") + new)

    return plant


def _balance(of: Application, form: str) -> Planted:
    """One pays more, and the total of the financing with it."""
    last = of.sources[-1]
    draft = Draft(of._replace(sources=[*of.sources[:-1], last._replace(amount=last.amount + 1_000)]), form)
    return draft.at(draft.total(-1))


def _total(nth: int) -> Callable[[Application, str], Planted]:
    """A total that forgot something."""

    def plant(of: Application, form: str) -> Planted:
        draft = Draft(of, form)
        return draft.changed(draft.total(nth), draft.amount(of.cost), draft.amount(of.cost - 1_000))

    return plant


def _cost(new: str) -> Callable[[Application, str], Planted]:
    """Something else for the first amount."""

    def plant(of: Application, form: str) -> Planted:
        draft = Draft(of, form)
        return draft.changed(draft.cost(), draft.amount(of.costs[0].amount), new)

    return plant


def _product(of: Application, form: str) -> Planted:
    """Seven times an amount is not that amount."""
    first = of.costs[0]
    draft = Draft(of._replace(costs=[first._replace(quantity=7, unit_price=first.amount), *of.costs[1:]]), form)
    return draft.at(draft.cost())


def _applied(of: Application, form: str) -> Planted:
    draft, asked = Draft(of, form), of.sources[0].amount
    return draft.changed(draft.field("applied"), draft.amount(asked), draft.amount(asked + 500))


def _reversed(of: Application, form: str) -> Planted:
    draft = Draft(of._replace(period=of.period[::-1]), form)
    return draft.at(draft.field("period"))


def _impossible(of: Application, form: str) -> Planted:
    """The 31st of September, instead of the day of the first step."""
    draft, first = Draft(of, form), of.schedule[0][0]
    right = day(first, draft.own)
    index = draft.line(f"  {right}:" if form == "yaml" else f"| {right} ")
    thirtieth = day(first.replace(month=9, day=30), draft.own)
    return draft.changed(index, right, thirtieth.replace("30", "31", 1))


def _twice(of: Application, form: str) -> Planted:
    draft = Draft(of, form)
    if form == "yaml":
        return draft.longer(draft.lines[draft.field("contact")])
    return draft.longer(draft.lines[draft.section("risks")], "", of.prose["results"][0])


def _same_number(of: Application, form: str) -> Planted:
    """The number of the application before, which lies in the same folder."""
    before = application(int(of.number.rpartition("-")[2]) - 1)
    draft = Draft(of._replace(number=before.number), form)
    return draft.at(draft.field("id"))


def _contact(begin: str) -> Callable[[Application, str], Planted]:
    """Something before the name of the contact."""

    def plant(of: Application, form: str) -> Planted:
        draft = Draft(of, form)
        return draft.changed(draft.field("contact"), of.contact, begin + of.contact)

    return plant


def _two_documents(of: Application, form: str) -> Planted:
    draft = Draft(of, form)
    return draft.longer("---", *draft.lines)


def _legacy(of: Application, form: str) -> Planted:
    """Saved as Windows once did; it shows in the first line with more than ASCII."""
    draft = Draft(of, form)
    first = next(index for index, line in enumerate(draft.lines) if not line.isascii())
    return Planted("\n".join(draft.lines).encode("cp1252"), first + 1)


DEFECTS = (
    Defect("budget-balances", _balance),
    Defect("required-section", _missing_section),
    Defect("key-twice", _twice, ("yaml",)),
    Defect("label-twice", _twice, ("md",)),
    Defect("amount-unreadable", _cost("25.00.000")),
    Defect("yaml-syntax", _contact("["), ("yaml",)),
    Defect("encoding-legacy", _legacy),
    Defect("date-impossible", _impossible),
    Defect("personal-number", _words_in_text(f" ({A_PERSON}).")),
    Defect("empty-section", _empty_section),
    Defect("budget-total", _total(0)),
    Defect("number-twice", _same_number),
    Defect("financing-total", _total(-1)),
    Defect("quantity-times-price", _product),
    Defect("placeholder-left", _words_in_text(", TBD.")),
    Defect("amount-ambiguous", _cost("25,000")),
    Defect("period-reversed", _reversed),
    Defect("applied-amount", _applied),
    Defect("control-character", _words_in_text("\a.")),
    Defect("many-documents", _two_documents, ("yaml",)),
    Defect("yaml-repaired", _contact("2: "), ("yaml",)),
    Defect("file-empty", lambda _of, _form: Planted(b"", 1)),
)
