"""Knows how to invent status reports in Markdown: sub-projects, each told of period by period."""

from __future__ import annotations

import datetime as dt
import random

from applications import FIRST_DAY, LANGUAGES, Teller, Words, capital, words

from writing import day

QUARTER = dt.timedelta(days=91)


def report(index: int, subprojects: int, periods: int) -> str:
    """The report with this number, which tells of so many sub-projects, twelve at most, in so many periods."""
    draw = random.Random(index)
    own = words(LANGUAGES[index % 2])
    teller, told = Teller(draw, own), own["report"]
    place = draw.choice(own["names"]["stem"]) + draw.choice(own["names"]["end"])
    lines = [
        f"# {own['placed'].format(capital(draw.choice(own['occasions'])), place)}",
        "",
        f"{capital(told['number'])}: {periods}",
        f"{capital(told['period'])}: {_period(periods, own)}",
        f"{capital(told['responsible'])}: {draw.choice(own['contacts'])}",
        "",
        f"## {capital(told['subprojects'])}",
    ]
    for title in draw.sample(own["titles"], subprojects):
        lines += ["", f"### {title}"]
        for period in range(1, periods + 1):
            lines += ["", f"#### {told['entry'].format(period, _period(period, own))}", ""]
            lines += teller.sentences(draw.randint(2, 4))
    return "\n".join([*lines, "", f"## {capital(told['economy'])}", "", *teller.sentences(1), ""])


def _period(number: int, own: Words) -> str:
    start = FIRST_DAY + (number - 1) * QUARTER
    return f"{day(start, own)} – {day(start + QUARTER - dt.timedelta(days=1), own)}"
