"""Knows goals in YAML: lists of mappings, one for each goal, or for each sub-goal with its goals below; or mappings
whose keys are the goals."""

from __future__ import annotations

from collections.abc import Iterator

from projektkort.document.layout import Entry, Mapping, Node, Scalar, Sequence
from projektkort.frozen import Frozen, replace
from projektkort.project.field import Field, pair, pieces
from projektkort.project.goals.draft import Draft, Reading, Subgoal, subgoal_of
from projektkort.project.reports import Goal
from projektkort.schema.goal_heads import GoalRole
from projektkort.span import Place, Text

AIMS: frozenset[GoalRole | None] = frozenset({"goal", "subgoal", "fulfilment"})
TELLING: frozenset[GoalRole | None] = frozenset({"status", "fulfilment", "measures", "time"})
OF_GOAL: frozenset[GoalRole | None] = frozenset({"time", "responsible", "explanation"})
"""What is told of a measure and holds for its goal."""


class Listed(Frozen):
    """The goals of some entries, and the entries that are left."""

    goals: tuple[Goal, ...]
    root: Mapping | None


def goals_under(root: Mapping | None, reading: Reading) -> Listed:
    """The goals in a document's entries. The section that held them stays, with what was no goal."""
    if root is None:
        return Listed((), None)
    reader = _Reader(reading)
    entries = tuple(left for entry in root.entries for left in reader.top(entry))
    goals = tuple(draft.close() for draft in reader.drafts)
    return Listed(goals, replace(root, entries=entries) if goals else root)


class _Reader:
    """Walks the nodes below the entries that hold goals, collecting these; each step returns what it left."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.drafts: list[Draft] = []

    def top(self, entry: Entry) -> Iterator[Entry]:
        """The entry without the goals below it; none at all under a key of which nothing is left to say."""
        section = self.reading.labels.section(entry.key.value)
        known = section is not None and section.id == "goals"
        if not (self._holds(entry.value, sure=known) or (known and self._is_keyed(entry.value))):
            yield entry
            return
        rest = self._below(entry.value, None)
        if rest is not None or section is not None:
            yield entry if rest is entry.value else Entry(entry.key, rest or _nothing(entry.value))

    def _below(self, node: Node, subgoal: Subgoal | None) -> Node | None:
        if isinstance(node, Sequence):
            return _list([rest for item in node.items if (rest := self._item(item, subgoal)) is not None])
        assert isinstance(node, Mapping)  # a bare text holds no goals
        return self._item(node, subgoal) if self._is_goal(node, sure=True) else self._keyed(node, subgoal)

    def _item(self, node: Node, subgoal: Subgoal | None) -> Node | None:
        """Reads a goal, or a sub-goal with its goals; a bare text in a list of goals is a goal, too."""
        if isinstance(node, Scalar):
            if node.text.value:
                self._draft(node.place, subgoal).add("goal", node.text, None)
            return None
        if not isinstance(node, Mapping):
            return self._below(node, subgoal)
        roles = [(self._role(entry.key), entry) for entry in node.entries]
        nested = [entry for role, entry in roles if role in AIMS and self._is_nested(entry.value)]
        if not nested:
            return None if self._goal(node, roles, subgoal) else node
        names = [entry.value.text for role, entry in roles if role in AIMS and isinstance(entry.value, Scalar)]
        own = subgoal_of(names[0], self.reading) if names else subgoal
        left = [entry for _, entry in roles if entry not in nested and not (names and entry.value == Scalar(names[0]))]
        for entry in nested:
            rest = self._below(entry.value, own)
            left += [Entry(entry.key, rest)] if rest is not None else []
        return _mapping(left)

    def _keyed(self, node: Mapping, subgoal: Subgoal | None) -> Node | None:
        """Reads a mapping whose keys are the goals, with their status or more behind them, or the sub-goals."""
        left = []
        for entry in node.entries:
            value = entry.value
            if self._is_nested(value):
                rest = self._below(value, subgoal_of(entry.key, self.reading))
                left += [Entry(entry.key, rest)] if rest is not None else []
            elif isinstance(value, Mapping) or self._is_graded(value):
                place = Place(entry.key.lines, entry.key.start, value.place.end)
                draft = self._draft(place, subgoal)
                draft.add("goal", entry.key, None)
                below = value.entries if isinstance(value, Mapping) else ()
                roles = [(self._role(each.key), each) for each in below]
                stated = isinstance(value, Scalar) or any(role == "status" for role, _ in roles)
                graded: GoalRole = "explanation" if stated else "status"
                self._fill(draft, [(graded if role == "fulfilment" else role, each) for role, each in roles])
                if isinstance(value, Scalar):
                    draft.add("status", value.text, None)
            else:
                left.append(entry)
        return _mapping(left)

    def _goal(self, node: Mapping, roles: list[tuple[GoalRole | None, Entry]], subgoal: Subgoal | None) -> bool:
        """Reads one goal; says whether it was one."""
        told = {role for role, entry in roles if _text(entry.value) is not None}
        if told.isdisjoint(AIMS):
            return False
        draft = self._draft(node.place, subgoal)
        graded = "status" not in told and not told.isdisjoint({"goal", "subgoal"})
        instead: dict[GoalRole | None, GoalRole] = {"fulfilment": "status" if graded else "explanation"}
        if "goal" not in told:
            instead["subgoal" if "subgoal" in told else "fulfilment"] = "goal"
        self._fill(draft, [(instead.get(role, role), entry) for role, entry in roles])
        return True

    def _fill(self, draft: Draft, roles: list[tuple[GoalRole | None, Entry]]) -> None:
        for role, entry in roles:
            text = _text(entry.value)
            if role == "measures" and (measures := _mappings(entry.value)):
                for each in measures:
                    self._measure(draft, each)
            elif text is not None and role == "subgoal":
                draft.subgoal = subgoal_of(text, self.reading)
            elif text is not None:
                draft.add(role, text, entry.key)
            elif role is None:
                draft.add(None, entry.key, None)

    def _measure(self, draft: Draft, node: Mapping) -> None:
        """Adds a measure with keys of its own: the first text is the measure, the others are kept with their keys."""
        said: list[Text] = []
        for entry in node.entries:
            text, role = _text(entry.value), self._role(entry.key)
            if text is not None and role in OF_GOAL:
                draft.add(role, text, entry.key)
            elif text is not None:
                said.append(text if not said and role != "status" else pair(entry.key, text))
        if said:
            draft.add("measures", Text.join(said, ", "), None)

    def _draft(self, place: Place, subgoal: Subgoal | None) -> Draft:
        self.drafts.append(Draft(place, subgoal, self.reading))
        return self.drafts[-1]

    def _role(self, key: Text) -> GoalRole | None:
        """What a key tells of a goal; `text` is the goal itself, as `inspect` writes it."""
        return self.reading.labels.goal_column(key.value) or (
            "goal" if self.reading.labels.key(key.value) == "text" else None
        )

    def _holds(self, node: Node, *, sure: bool) -> bool:
        """Whether a node is a goal, or a list with some."""
        return self._is_goal(node, sure=sure) or (
            isinstance(node, Sequence) and any(self._is_goal(item, sure=sure) for item in node.items)
        )

    def _is_goal(self, node: Node, *, sure: bool) -> bool:
        """Whether a mapping is a goal, or a sub-goal with some; where that is not sure, it must tell how far it is."""
        if not isinstance(node, Mapping):
            return False
        if AIMS.isdisjoint(self._role(entry.key) for entry in node.entries):
            return False
        return sure or self._tells(node) or any(self._holds(entry.value, sure=sure) for entry in node.entries)

    def _is_keyed(self, node: Node) -> bool:
        """Whether the keys of a mapping are goals or sub-goals, as what stands behind one of them tells."""
        values = [entry.value for entry in node.entries] if isinstance(node, Mapping) else []
        return any(self._tells(value) or self._is_graded(value) or self._holds(value, sure=True) for value in values)

    def _tells(self, node: Node) -> bool:
        """Whether a mapping tells how far something is, what was done or when."""
        return isinstance(node, Mapping) and not TELLING.isdisjoint(self._role(entry.key) for entry in node.entries)

    def _is_nested(self, node: Node) -> bool:
        return isinstance(node, Sequence) and any(isinstance(item, Mapping) for item in node.items)

    def _is_graded(self, node: Node) -> bool:
        return isinstance(node, Scalar) and self.reading.labels.graded(node.text.value).grade is not None


def _text(node: Node) -> Text | None:
    """What a node says as one cell, a line for each item of a list; None where it says nothing."""
    if isinstance(node, Scalar):
        return node.text if node.text.value else None
    beside = Text.empty(node.place.lines, node.place.start)
    lines = list(pieces(Field(None, beside, None, node)))
    return Text.join(lines) if lines else None


def _mappings(node: Node) -> tuple[Mapping, ...]:
    """The mappings that a value is made of; none where it is not only such."""
    nodes = node.items if isinstance(node, Sequence) else (node,)
    found = tuple(each for each in nodes if isinstance(each, Mapping))
    return found if len(found) == len(nodes) else ()


def _list(items: list[Node]) -> Node | None:
    """A list of what is left, from the first to the last of it."""
    if not items:
        return None
    first, last = items[0].place, items[-1].place
    return Sequence(tuple(items), Place(first.lines, first.start, last.end))


def _mapping(entries: list[Entry]) -> Node | None:
    """A mapping of what is left, from the first to the last of it."""
    if not entries:
        return None
    first, last = entries[0].key, entries[-1].value.place
    return Mapping(tuple(entries), Place(first.lines, first.start, last.end))


def _nothing(node: Node) -> Node:
    return Sequence((), Place(node.place.lines, node.place.start, node.place.start))
