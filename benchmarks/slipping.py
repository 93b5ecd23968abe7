"""Knows the slips that the difference explainer is measured on, and what a right hint says of each.

Every slip is put into a budget whose total was right.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from budgets import CENT, VAT, Budget, Case, Line, amounts, case, right

Slip = Callable[[random.Random, Budget, Decimal], Budget]
NO_HINT = "none"
"""Among the keys of a slip: that no hint at all is right too."""


def _line(draw: random.Random, budget: Budget) -> int:
    return draw.choice([at for at, line in enumerate(budget.lines) if not line.sums])


def _total(budget: Budget, change: Decimal, keys: tuple[str, ...], *named: int) -> Budget:
    return Budget(budget.lines, budget.total + change, named, keys)


def _written(budget: Budget, at: int, amount: Decimal, *keys: str) -> Budget:
    """The line as it is written wrongly; its subtotal goes with it, so that only the total tells."""
    lines = list(budget.lines)
    change = amount - lines[at].amount
    lines[at] = lines[at]._replace(amount=amount)
    group = next((i for i in range(at, len(lines)) if lines[i].sums), None)
    if group is not None:
        lines[group] = lines[group]._replace(amount=lines[group].amount + change)
    return Budget(lines, budget.total, (at,), keys)


def missing(draw: random.Random, budget: Budget, _vat: Decimal) -> Budget:
    """The total lacks a line."""
    at = _line(draw, budget)
    return _total(budget, -budget.lines[at].amount, ("line",), at)


def counted_twice(draw: random.Random, budget: Budget, _vat: Decimal) -> Budget:
    """The total has a line twice."""
    at = _line(draw, budget)
    return _total(budget, budget.lines[at].amount, ("counted-twice",), at)


def stands_twice(draw: random.Random, budget: Budget, _vat: Decimal) -> Budget:
    """A line was copied."""
    at = _line(draw, budget)
    copied = [*budget.lines[:at], budget.lines[at], *budget.lines[at:]]
    group = next((i for i in range(at, len(copied)) if copied[i].sums), None)
    if group is not None:
        copied[group] = copied[group]._replace(amount=copied[group].amount + copied[at].amount)
    return Budget(copied, budget.total, (at, at + 1), ("line-twice",))


def swapped(draw: random.Random, amount: Decimal) -> Decimal | None:
    """Two neighbouring digits in each other's place."""
    digits = str(int(amount))
    pairs = [at for at, (a, b) in enumerate(pairwise(digits)) if a != b and not (at == 0 and b == "0")]
    if not pairs:
        return None
    at = draw.choice(pairs)
    return Decimal(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])


def line_swapped(draw: random.Random, budget: Budget, _vat: Decimal) -> Budget:
    """A line with two digits in each other's place."""
    while True:
        at = _line(draw, budget)
        amount = swapped(draw, budget.lines[at].amount)
        if amount is not None:
            return _written(budget, at, amount, "line-swapped")


def total_swapped(draw: random.Random, budget: Budget, _vat: Decimal) -> Budget:
    """A total with two digits in each other's place."""
    return budget._replace(total=swapped(draw, budget.total) or budget.total * 10, keys=("swapped", "factor"))


def scaled(draw: random.Random, amount: Decimal) -> Decimal:
    """Ten, a hundred or a thousand times too much or, where that is still an amount, too little."""
    factor = Decimal(draw.choice([10, 10, 100, 1000]))
    small = amount / factor
    return small if draw.random() < 0.5 and small == small.quantize(CENT) else amount * factor


def line_scaled(draw: random.Random, budget: Budget, _vat: Decimal) -> Budget:
    """A line ten, a hundred or a thousand times too large or too small."""
    at = _line(draw, budget)
    return _written(budget, at, scaled(draw, budget.lines[at].amount), "line-factor")


def dot_as_comma(draw: random.Random, budget: Budget, _vat: Decimal) -> Budget:
    """The total has a line of 25.000 as 25."""
    at = _line(draw, budget)
    amount = budget.lines[at].amount
    return _total(budget, (amount / 1000).quantize(CENT) - amount, ("line-factor",), at)


def total_scaled(draw: random.Random, budget: Budget, _vat: Decimal) -> Budget:
    """A total ten, a hundred or a thousand times too large or too small."""
    return budget._replace(total=scaled(draw, budget.total), keys=("factor",))


def line_taxed(draw: random.Random, budget: Budget, vat: Decimal) -> Budget:
    """The total has a line with VAT that is written without it, or the other way round."""
    at = _line(draw, budget)
    amount = budget.lines[at].amount
    other = amount * (1 + vat) if draw.random() < 0.5 else amount / (1 + vat)
    return _total(budget, other.quantize(CENT, ROUND_HALF_UP) - amount, ("line-vat", "line-vat-within"), at)


def total_taxed(draw: random.Random, budget: Budget, vat: Decimal) -> Budget:
    """The total has the VAT that the lines have not."""
    return budget._replace(total=(budget.total * (1 + vat)).quantize(CENT, ROUND_HALF_UP), keys=("vat",))


def subtotal_added(draw: random.Random, budget: Budget, _vat: Decimal) -> Budget:
    """The total has one subtotal, or all of them, beside their parts."""
    groups = [at for at, line in enumerate(budget.lines) if line.sums]
    if not groups:
        return sum_as_line(draw, budget, _vat)
    if draw.random() < 0.5:
        at = draw.choice(groups)
        return _total(budget, budget.lines[at].amount, ("subtotal",), at)
    return _total(budget, sum((budget.lines[at].amount for at in groups), Decimal(0)), ("subtotals", "factor"))


def sum_as_line(draw: random.Random, budget: Budget, _vat: Decimal) -> Budget:
    """The sum of some lines stands among them under a name that does not say so."""
    plain = [line for line in budget.lines if not line.sums]
    end = draw.randint(2, len(plain) - 1) if len(plain) > 2 else 2
    begin = draw.randint(0, end - 2)
    summed = Line("sum", sum((line.amount for line in plain[begin:end]), Decimal(0)))
    return Budget([*plain[:end], summed, *plain[end:]], budget.total, (end,), ("line-sum",))


def discount_added(draw: random.Random, budget: Budget, _vat: Decimal) -> Budget:
    """A discount that the total adds, or that is written without its minus."""
    [amount] = amounts(draw, 1)
    plain = [line for line in budget.lines if not line.sums]
    at = draw.randint(1, len(plain))
    sign = 1 if draw.random() < 0.5 else -1
    lines = [*plain[:at], Line("discount", sign * amount), *plain[at:]]
    return Budget(lines, budget.total - sign * amount, (at,), ("sign",))


def rounded_lines(draw: random.Random, budget: Budget, _vat: Decimal) -> Budget:
    """Lines in whole tens, hundreds or thousands, and the total of what they were before."""
    unit = draw.choice([10, 100, 1000])
    plain = [line for line in budget.lines if not line.sums]
    exact = [line.amount + Decimal(draw.randint(1, unit)) for line in plain]
    lines = [
        line._replace(amount=max(Decimal(1), (one / unit).quantize(Decimal(1), ROUND_HALF_UP)) * unit)
        for line, one in zip(plain, exact, strict=True)
    ]
    total = sum((max(one, Decimal(unit) / 2) for one in exact), Decimal(0))
    return Budget(lines, total, (), ("rounded-lines",))


def rounded_total(draw: random.Random, budget: Budget, _vat: Decimal) -> Budget:
    """A total in whole hundreds or thousands."""
    unit = draw.choice([100, 1000])
    odd = budget.total + Decimal(draw.randint(1, 49))
    lines = [budget.lines[0]._replace(amount=budget.lines[0].amount + odd - budget.total), *budget.lines[1:]]
    group = next((at for at, line in enumerate(lines) if line.sums), None)
    if group is not None:
        lines[group] = lines[group]._replace(amount=lines[group].amount + odd - budget.total)
    return Budget(lines, (odd / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit, (), ("rounded-total",))


def two_missing(draw: random.Random, budget: Budget, _vat: Decimal) -> Budget:
    """The total lacks two lines."""
    one, other = sorted(draw.sample([at for at, line in enumerate(budget.lines) if not line.sums], 2))
    change = budget.lines[one].amount + budget.lines[other].amount
    return _total(budget, -change, ("two-lines",), one, other)


def typed(draw: random.Random, amount: Decimal) -> Decimal:
    """The amount with one wrong digit."""
    digits = str(int(amount))
    at = draw.randrange(len(digits))
    other = draw.choice([digit for digit in "0123456789" if digit != digits[at] and (at or digit != "0")])
    return Decimal(digits[:at] + other + digits[at + 1 :])


def total_mistyped(draw: random.Random, budget: Budget, _vat: Decimal) -> Budget:
    """A total with one wrong digit."""
    return budget._replace(total=typed(draw, budget.total), keys=("digit",))


def line_mistyped(draw: random.Random, budget: Budget, _vat: Decimal) -> Budget:
    """A line with one wrong digit; nothing tells which line."""
    at = _line(draw, budget)
    return _written(budget, at, typed(draw, budget.lines[at].amount), "digit", NO_HINT)._replace(named=())


def priced_line_mistyped(draw: random.Random, budget: Budget, _vat: Decimal) -> Budget:
    """A line with one wrong digit among lines that half of them tell their quantity and price; this one does."""
    at = _line(draw, budget)
    lines = [
        line if line.sums or (number != at and draw.random() < 0.5) else line._replace(price=_price(draw, line.amount))
        for number, line in enumerate(budget.lines)
    ]
    budget = budget._replace(lines=lines)
    return _written(budget, at, typed(draw, budget.lines[at].amount), "line-wrong")


def _price(draw: random.Random, amount: Decimal) -> tuple[int, Decimal]:
    count = draw.choice([2, 4, 5, 10])
    return count, amount / count


def yearly_line_mistyped(draw: random.Random, budget: Budget, _vat: Decimal) -> Budget:
    """A line with one wrong digit in a table that divides all lines by year."""
    plain = [line for line in budget.lines if not line.sums]
    firsts = [(line.amount * draw.randint(1, 9) / 10).quantize(Decimal(1)) for line in plain]
    lines = [line._replace(years=(one, line.amount - one)) for line, one in zip(plain, firsts, strict=True)]
    at = draw.randrange(len(lines))
    return _written(budget._replace(lines=lines), at, typed(draw, lines[at].amount), "line-wrong")


def unexplained(draw: random.Random, budget: Budget, _vat: Decimal) -> Budget:
    """A total that is off by anything, in steps as fine as the finest of its lines."""
    step = next(
        step for step in (1000, 500, 250, 100, 50, 25, 10, 5, 1) if not any(line.amount % step for line in budget.lines)
    )
    most = int(budget.total * 3 / 5 / step)
    change = draw.choice([-1, 1]) * draw.randint(1, most) * step
    return budget._replace(total=budget.total + change)


def off(draw: random.Random, budget: Budget, step: int) -> Budget:
    """A total that is off by 500 to 10,000 in whole steps."""
    change = draw.choice([-1, 1]) * draw.randint(max(1, 500 // step), 10_000 // step) * step
    return budget._replace(total=budget.total + change)


SLIPS: tuple[Slip, ...] = (
    missing,
    counted_twice,
    stands_twice,
    line_swapped,
    total_swapped,
    line_scaled,
    dot_as_comma,
    total_scaled,
    line_taxed,
    total_taxed,
    subtotal_added,
    sum_as_line,
    discount_added,
    rounded_lines,
    rounded_total,
    two_missing,
    total_mistyped,
    line_mistyped,
    priced_line_mistyped,
    yearly_line_mistyped,
)


def cases(slip: Slip, count: int, seed: int, *, most: int | None = None) -> Iterator[Case]:
    """So many budgets with a slip; only those whose total is no longer what the lines come to."""
    yield from _cases(slip, random.Random(f"{seed} {slip.__name__}"), count, most=most)


def coarse_cases(step: int, count: int, seed: int) -> Iterator[Case]:
    """So many budgets of round amounts, whose totals are off by something as round."""
    draw = random.Random(f"{seed} {step}")
    yield from _cases(lambda draw, budget, _vat: off(draw, budget, step), draw, count, step=step)


def _cases(
    slip: Slip, draw: random.Random, count: int, *, most: int | None = None, step: int | None = None
) -> Iterator[Case]:
    made = 0
    while made < count:
        language = ("da", "sv")[made % 2]
        budget = right(draw, language, groups=draw.random() < 0.4, step=step)
        if most and len(budget.lines) > most:
            continue
        wrong = slip(draw, budget, Decimal(draw.choice(VAT[language])) / 100)
        computed = sum((line.amount for line in wrong.lines if not line.sums), Decimal(0))
        if computed != wrong.total and all(line.amount for line in wrong.lines) and wrong.total > 0:
            made += 1
            yield case(draw, wrong, language)
