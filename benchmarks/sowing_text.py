"""Knows the defects of sections, sentences, days and goals."""

from __future__ import annotations

import random
import re
from itertools import pairwise

from plots import Plot
from sowing import Sow, Sown, another, changed, sown

from projektkort.project.models import Section

WORD = re.compile(r"\S*\w\S*")


def written(plot: Plot) -> list[Section]:
    """The sections of running text that stand at the top, under a label of their own, and hold words."""
    sections = [
        each
        for each in plot.loaded.project.sections
        if each.id not in {"budget", "financing", None}
        and not plot.text[: each.label.start].rpartition("\n")[2].strip("#* ")
        and plot.text[each.label.end : each.label.end + 1] in {":", "*", "\n"}
    ]
    return [
        each for each in sections if len(each.text.value.split()) > 3 and not each.parts and each.text.value[-1:] == "."
    ]


def sentence_more(new: str | dict[str, str], offset: int, where: str = "start") -> Sow:
    """A sentence more at the end of a section; the finding is so many characters into it.

    Only documents that have the part of a project that `where` names are fit for it.
    """

    def sow(plot: Plot, chance: random.Random) -> Sown | None:
        sections = [
            each for each in written(plot) if plot.text[: each.text.end].endswith(".") and "\n\n" not in each.text.value
        ]
        if not sections or getattr(plot.loaded.project, where) is None:
            return None
        end = chance.choice(sections).text.end
        told = new if isinstance(new, str) else new.get(plot.loaded.project.language or "", "")
        return changed(plot, end, end, told, offset) if told else None

    return sow


def section_gone(plot: Plot, chance: random.Random) -> Sown | None:
    """A section that the form demands is taken out; the finding is where the text before it ends."""
    schema, project = plot.loaded.choice.schema, plot.loaded.project
    wanted = {section.id for section in schema.required} - {"applied"}  # the financing may tell that too
    sections = [each for each in project.sections if each.id in wanted and not each.parts]
    order = [section.id for section in schema.walk()]
    standing = [each.id for each in project.sections if each.id is not None and each.id in order]
    whole = [
        each
        for each in sections
        if each.id is not None
        and standing.count(each.id) == 1
        and standing.index(each.id) > 0
        and standing == sorted(standing, key=order.index)
    ]
    if not whole:
        return None
    section = chance.choice(whole)
    begin = plot.text.rfind("\n", 0, section.label.start) + 1
    end = plot.text.find("\n", section.place.end - 1) + 1 or len(plot.text)
    place = order.index(section.id or "")
    before = next(each for each in reversed(project.sections) if each.id in order[:place])
    return sown(plot.text[:begin] + plot.text[end:], before.place.end)


def emptied(plot: Plot, chance: random.Random) -> Sown | None:
    """A section that need not be there has a label and nothing more."""
    required = {section.id for section in plot.loaded.choice.schema.required}
    sections = [each for each in written(plot) if each.id not in required]
    if not sections:
        return None
    section = chance.choice(sections)
    return sown(plot.text[: section.text.start].rstrip(" >|") + plot.text[section.text.end :], section.label.start)


def misspelt(plot: Plot, chance: random.Random) -> Sown | None:
    """A letter of a long label is doubled."""
    sections = [each for each in written(plot) if len(each.label.value) >= 8 and each.label.value.isalpha()]
    if not sections:
        return None
    label = chance.choice(sections).label
    start = plot.text.index(label.value, label.start)
    middle = start + len(label.value) // 2
    return sown(plot.text[:middle] + plot.text[middle - 1] + plot.text[middle:], start)


def twice(plot: Plot, chance: random.Random) -> Sown | None:
    """A whole section comes again at the end of the document."""
    sections = [each for each in written(plot) if plot.text[: each.label.start].endswith(("\n", "\n## ", "\n**"))]
    if not sections:
        return None
    section = chance.choice(sections)
    begin = plot.text.rfind("\n", 0, section.label.start) + 1
    end = plot.text.find("\n", section.text.end - 1) + 1 or len(plot.text)
    piece, gap = plot.text[begin:end], "\n" if plot.form == "md" else ""
    text = plot.text.rstrip("\n") + "\n" + gap
    return sown(text + piece.rstrip("\n") + "\n", len(text) + section.label.start - begin)


def turned_period(plot: Plot, chance: random.Random) -> Sown | None:
    """The period runs from its last year's day to one long before."""
    period = plot.loaded.project.period
    if period is None or period.period.start is None or period.text.place.text != period.text.value:
        return None
    start, end = period.text.start, period.text.end
    return changed(plot, start, end, "2027-06-30 – 2027-03-01")


def other_status(new: str) -> Sow:
    """Another status, or none, for a goal."""

    def sow(plot: Plot, chance: random.Random) -> Sown | None:
        goals = [goal for goal in plot.loaded.project.goals if goal.status is not None]
        if not goals:
            return None
        goal = chance.choice(goals)
        assert goal.status is not None
        text = goal.status.text
        if not new:
            return None
        return changed(plot, text.start, text.end, new)

    return sow


def same_number(plot: Plot, chance: random.Random) -> Sown | None:
    """The number of a goal is that of the one before it."""
    goals = [goal for goal in plot.loaded.project.goals if goal.id is not None]
    for first, second in pairwise(goals):
        assert first.id is not None and second.id is not None
        at = plot.text.find(second.id, second.place.start, second.place.end)
        if at >= 0 and len(first.id) == len(second.id):
            return sown(plot.text[:at] + first.id + plot.text[at + len(second.id) :], second.place.start)
    return None


def too_many_words(plot: Plot, chance: random.Random) -> Sown | None:
    """Words more than the form allows for a section; the finding is the first of those beyond."""
    schema, project = plot.loaded.choice.schema, plot.loaded.project
    limited = [
        (section, wanted.words.max)
        for wanted in schema.walk()
        if wanted.words is not None and wanted.words.max is not None
        for section in written(plot)
        if section.id == wanted.id and project.section(wanted.id) is section
    ]
    if not limited:
        return None
    section, most = chance.choice(limited)
    room = most - len(WORD.findall(section.text.value))
    return changed(plot, section.text.end, section.text.end, " ja" * (room + 5), 3 * room + 1)


def step_too_late(plot: Plot, chance: random.Random) -> Sown | None:
    """A step of the schedule is years behind the others."""
    project = plot.loaded.project
    if project.period is None or project.period.period.end is None:
        return None
    year = str(project.period.period.end.year)
    steps = [step for step in project.schedule if step.when is not None and step.place.text.count(year) == 1]
    if not steps:
        return None
    step = chance.choice(steps)
    at = step.place.start + step.place.text.index(year)
    later = str(int(year) + 28)  # when each day falls on the same weekday again
    assert step.when is not None
    return sown(
        plot.text[:at] + later + plot.text[at + len(year) :], step.text.at(step.when.begin, step.when.stop).start
    )


def another_number(plot: Plot, chance: random.Random) -> Sown | None:
    """One digit of the applicant's number is another one."""
    applicant = plot.loaded.project.applicant
    if applicant is None or applicant.id is None:
        return None
    match = re.search(r"(?<!\d)" + r"[- ]?".join(applicant.id) + r"(?!\d)", plot.text)
    if match is None:
        return None
    return changed(plot, match.start(), match.end(), another(match[0]))


def comment(told: str, at: str) -> Sow:
    """A comment at the end of the document; the finding is at a word in it, or at all that it says."""

    def sow(plot: Plot, chance: random.Random) -> Sown | None:
        text = plot.text.rstrip("\n") + "\n"
        begin, end = ("# ", "\n") if plot.form == "yaml" else ("\n<!-- ", " -->\n")
        whole = len(text) + (0 if plot.form == "yaml" else len(begin))
        return sown(text + begin + told + end, len(text) + len(begin) + told.index(at) if at else whole)

    return sow
