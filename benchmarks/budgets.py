"""Knows the budgets that the difference explainer is measured on: how they are made, and how they are written down.

Budgets are Danish and Swedish in turn, each in one of its language's notations, with and without subtotals.
"""

from __future__ import annotations

import random
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

POSTS = {
    "da": "Telte Lokale Trykning Musikere Transport Forplejning Materialer Skilte Revision Annoncer Scene Forsikring "
    "Toiletvogne Kunstnere Borde Projektleder Foredrag Hjemmeside Rengøring Busleje Kurser Evaluering Værktøj Planter "
    "Højttalere",
    "sv": "Tält Lokal Tryckning Musiker Resor Mat Material Skyltar Revision Annonser Scen Försäkring Toalettvagnar "
    "Konstnärer Bord Projektledare Föredrag Webbplats Städning Busshyra Kurser Utvärdering Verktyg Plantor Högtalare",
}
WORDS = {
    "da": ("Budget", "I alt", "Delsum", "Rabat", "Samlet pris for ovenstående"),
    "sv": ("Budget", "Summa", "Delsumma", "Rabatt", "Samlat pris för ovanstående"),
}
STEPS = {1: 3, 5: 2, 10: 2, 25: 1, 50: 3, 100: 4, 250: 2, 500: 3, 1000: 2}
"""How finely amounts are given, and how often."""
VAT = {"da": [25], "sv": [25, 25, 12, 6]}
CENT = Decimal("0.01")


class Line(NamedTuple):
    """A line as it is written, or a subtotal; with its quantity and unit price, or with its amount by year."""

    label: str
    amount: Decimal
    sums: bool = False
    price: tuple[int, Decimal] | None = None
    years: tuple[Decimal, ...] = ()


class Budget(NamedTuple):
    """What is written down, the total as stated, and the lines (their number among all) that a right hint names."""

    lines: list[Line]
    total: Decimal
    named: tuple[int, ...] = ()
    keys: tuple[str, ...] = ()


class Case(NamedTuple):
    """One budget as text, the keys of hints that are right, and the lines of the text that one of them must name."""

    text: str
    keys: tuple[str, ...]
    lines: tuple[int, ...]


def amounts(draw: random.Random, count: int, step: int | None = None) -> list[Decimal]:
    """Amounts as budgets have them: from some hundreds to some ten thousands, more or less round, or all in steps."""
    steps = [step] * count if step else draw.choices(list(STEPS), list(STEPS.values()), k=count)
    return [Decimal(max(1, round(300 * 250 ** draw.random() / step)) * step) for step in steps]


def right(draw: random.Random, language: str, *, groups: bool, step: int | None = None) -> Budget:
    """A budget that adds up, with all lines in whole steps where one is given."""
    count = draw.randint(3, 25)
    labels = draw.sample(POSTS[language].split(), count)
    lines = [Line(*pair) for pair in zip(labels, amounts(draw, count, step), strict=True)]
    total = sum((line.amount for line in lines), Decimal(0))
    if groups and count > 5:
        cuts = [0, *sorted(draw.sample(range(2, count - 1), min(2, count // 3))), count]
        lines = [
            each
            for start, end in pairwise(cuts)
            for each in (*lines[start:end], Line("", sum((one.amount for one in lines[start:end]), Decimal(0)), True))
        ]
    return Budget(lines, total)


def case(draw: random.Random, budget: Budget, language: str) -> Case:
    title, total, subtotal, discount, summed = WORDS[language]
    spoken = {"discount": discount, "sum": summed}
    style = draw.randrange(3)
    label_of = [subtotal if line.sums else spoken.get(line.label, line.label) for line in budget.lines]
    spoken_lines = [line._replace(label=label) for label, line in zip(label_of, budget.lines, strict=True)]
    rows = [_row(line, language, style) for line in spoken_lines]
    last = f"{total}: {written(budget.total, language, style)}"
    if any(line.years for line in budget.lines):
        rows = [_cells(line, language, style) for line in spoken_lines]
        sums = [sum(cells, Decimal(0)) for cells in zip(*(line.years for line in budget.lines), strict=True)]
        last = _cells(Line(total, budget.total, years=tuple(sums)), language, style)
        rows = [f"| Post | 2027 | 2028 | {total} |", "|---|---:|---:|---:|", *rows]
    currency = "DKK" if language == "da" else "SEK"
    head = f"---\nskema: none\nsprog: {language}\nvaluta: {currency}\n---\n"
    text = f"{head}# Byttedag\n\n## {title}\n\n" + "\n".join([*rows, last])
    first = text.split("\n").index(rows[-len(budget.lines)]) + 1
    return Case(text + "\n", budget.keys, tuple(first + at for at in budget.named))


def _row(line: Line, language: str, style: int) -> str:
    """A line of text, with quantity and price where it has them."""
    label = line.label
    if line.price is not None:
        unit = "stk." if language == "da" else "st"
        label = f"{label}, {line.price[0]} {unit} à {written(line.price[1], language, 1)}"
    return f"{label}: {written(line.amount, language, style)}"


def _cells(line: Line, language: str, style: int) -> str:
    """A row of a table."""
    cells = [written(amount, language, style) for amount in (*line.years, line.amount)]
    return f"| {' | '.join([line.label, *cells])} |"


def written(amount: Decimal, language: str, style: int) -> str:
    """An amount as a Dane or a Swede writes it: grouped, with its currency, or as bare digits."""
    whole, _, cents = f"{abs(amount):f}".partition(".")
    cents = cents.rstrip("0")
    mark = "." if language == "da" else " "
    grouped = f"{int(whole):,}".replace(",", mark) if style < 2 else whole
    figure = grouped + ("," + cents.ljust(2, "0") if cents else "")
    sign = "-" if amount < 0 else ""
    return f"{sign}{figure}" + ((" kr." if language == "da" else " kr") if style == 1 else "")
