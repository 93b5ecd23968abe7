"""Knows goals that are told block by block: a heading or label that is a goal, and labelled lines below it.

Where a block begins and ends, and which are goals or the sub-goals above them, stands here; what the lines of one
say is left to `block`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from projektkort.document.layout import LabelStyle, Line, LineKind
from projektkort.frozen import Frozen
from projektkort.project.field import UNSAID
from projektkort.project.goals.block import Told, label_of, read_block
from projektkort.project.goals.draft import Draft, Reading, subgoal_of
from projektkort.project.goals.labelled import labelled
from projektkort.project.goals.number import below, numbered, parent
from projektkort.project.goals.rows import Taken
from projektkort.schema.goal_heads import GoalRole
from projektkort.span import Text

TELLING: frozenset[GoalRole | None] = frozenset({"status", "fulfilment", "measures", "time"})
BODY = 10  # the level of a line that is no heading
LINES = frozenset({LineKind.TEXT, LineKind.ITEM})
ANNOUNCING = frozenset({LineKind.HEADING, LineKind.TEXT, LineKind.ITEM})


class Block(Frozen):
    """What may be a goal or the sub-goal above some: the index of its line, its level (BODY where that is no heading),
    its words and number, the index behind its last line, whether labels below it tell of a goal, and what the label
    before its words calls it, if one does."""

    at: int
    level: int
    text: Text
    id: str | None
    end: int
    telling: bool
    called: GoalRole | None = None


def blocks_in(lines: Sequence[Line], taken: frozenset[int], reading: Reading) -> Taken:
    """The goals told block by block, in the order written, in lines that are not `taken` yet."""
    search = _Search(lines, taken, reading)
    blocks = search.run()
    if not taken and not any(block.telling for block in blocks):
        blocks = search.run(bare=True)
    levels = {block.level for block in blocks if block.telling}
    drafts: list[Draft] = []
    used: set[int] = set()
    above: Block | None = None
    for block, following in zip_longest(blocks, blocks[1:]):
        if above is not None and not _is_below(block, above):
            above = None
        if not block.telling and following is not None and _is_below(following, block):
            above = block
        elif (
            block.telling
            or block.called == "goal"
            or (block.level in levels and lines[block.at].kind is LineKind.HEADING)
        ):
            subgoal = subgoal_of(above.text, reading) if above else None
            place = lines[block.at].whole.strip().place
            drafts.append(read_block(Draft(place, subgoal, reading), block.text, lines[block.at + 1 : block.end]))
            used |= {*range(block.at, block.end), *([above.at] if above else [])}
    kept = (at for at in used if lines[at].kind not in UNSAID)
    return Taken(tuple(draft.close() for draft in drafts), frozenset(kept))


def _is_below(block: Block, above: Block) -> bool:
    """Whether a block belongs to another that stands before it: by its level, else by its number, else by its label."""
    if block.level != above.level:
        return block.level > above.level
    if block.id is None or above.id is None:
        return block.called == "goal" and above.called == "subgoal"
    return block.id != above.id and below(block.id, above.id)


def _bare(lines: Sequence[Line], reading: Reading) -> Iterator[tuple[int, Text]]:
    """The lines that begin with a path of numbers, and apart from others those above such; where there is no path, all
    single numbers that stand apart."""
    found = []
    for at, line in enumerate(lines):
        text = line.label.text if line.label is not None and line.label.style is LabelStyle.BOLD else line.text
        text = line.whole.strip() if line.marker[:1].isdecimal() else text
        id_ = numbered(text, reading.labels, reading.language).id if line.kind in LINES else None
        if id_ is not None:
            found.append((at, id_, text))
    paths = {id_ for _, id_, _ in found if "." in id_}
    wider = {parent(id_) for id_ in paths}
    for at, id_, text in found:
        apart = at == 0 or lines[at - 1].blank or lines[at - 1].kind is LineKind.HEADING
        if id_ in paths or (apart and (id_ in wider or not paths)):
            yield at, text


class _Search:
    """Finds where blocks begin and end."""

    def __init__(self, lines: Sequence[Line], taken: frozenset[int], reading: Reading) -> None:
        self.lines, self.taken, self.reading = lines, taken, reading
        self.labelled = labelled(lines, reading) if not taken else {}
        self.bare: dict[int, Text] = {}  # lines with a number that no word says to be a goal's

    def run(self, *, bare: bool = False) -> list[Block]:
        """The blocks; with `bare` also those that begin with a number only."""
        self.bare = dict(_bare(self.lines, self.reading)) if bare else {}
        found: list[Block] = []
        inside = 0  # the level of the section of goals around; 0: there is none
        for at, line in enumerate(self.lines):
            level = line.level if line.kind is LineKind.HEADING else BODY
            if level <= inside:
                inside = 0
            if level != BODY and self._section(line.text) == "goals" and not self._is_numbered(line.text):
                inside = level
            elif at not in self.taken and (text := self._announced(at, inside=inside > 0)) is not None:
                end, telling = self._extent(at, level, inside=inside > 0)
                id_ = numbered(text, self.reading.labels, self.reading.language).id
                found.append(Block(at, level, text, id_, end, telling, self.labelled.get(at)))
        return found

    def _announced(self, at: int, *, inside: bool) -> Text | None:
        """The words of a goal or sub-goal that a line announces; any heading in the section of goals may be one."""
        line = self.lines[at]
        if at in self.bare:
            return self.bare[at]
        label = line.label
        if label is not None and at in self.labelled:
            return label.value
        if line.kind not in ANNOUNCING:
            return None
        bold = label is not None and label.style is LabelStyle.BOLD
        text = Text.join([label.text, label.value], " ").strip() if label is not None and bold else line.text
        if numbered(text, self.reading.labels, self.reading.language).named:
            return text
        heading = line.kind is LineKind.HEADING and label_of(line, self.reading) is None
        return text if heading and (inside or self._is_numbered(text)) else None

    def _is_numbered(self, text: Text) -> bool:
        return numbered(text, self.reading.labels, self.reading.language).id is not None

    def _extent(self, at: int, level: int, *, inside: bool) -> tuple[int, bool]:
        """The index behind the last line of a block, and whether a label in it tells of a goal."""
        telling = False
        for following in range(at + 1, len(self.lines)):
            line = self.lines[following]
            told = label_of(line, self.reading)
            if self._ends(following, level, told, inside=inside):
                return following, telling
            telling = telling or (told is not None and told.role in TELLING)
        return len(self.lines), telling

    def _ends(self, at: int, level: int, told: Told | None, *, inside: bool) -> bool:
        """Whether a line is no part of a block any more: it is a heading not below it, or announces another goal, or it
        opens a section; deviations are those of the goal, unless they stand apart from one without a heading."""
        line = self.lines[at]
        if at in self.taken or at in self.labelled or (line.kind is LineKind.HEADING and line.level <= level):
            return True
        if told is not None and told.role is not None:
            return level == BODY and told.role == "explanation" and self.lines[at - 1].blank and self._opens(line)
        return self._announced(at, inside=inside) is not None or self._opens(line)

    def _opens(self, line: Line) -> bool:
        """Whether a line is the label of a section, with nothing or in bold letters."""
        label = line.label
        if label is None or label.style not in {LabelStyle.BOLD, LabelStyle.ALONE}:
            return False
        return self._section(label.text) is not None

    def _section(self, label: Text) -> str | None:
        match = self.reading.labels.section(label.value)
        return match.id if match is not None and not match.near else None
