"""Knows how the nodes that YAML composes become layout with places. What YAML failed on, `yaml_repair` has mended."""

from __future__ import annotations

import re

import yaml

from projektkort.document.layout import Entry, Mapping, Node, Scalar, Sequence
from projektkort.document.yaml_amounts import join_entries, join_items
from projektkort.document.yaml_mask import Mask
from projektkort.document.yaml_refusal import MAX_DEPTH, MAX_NODES
from projektkort.document.yaml_text import block_header, scalar_text
from projektkort.finding import Problem
from projektkort.span import Place, Text

_MAX_REPEATED = 1_000  # nodes that aliases may add to those written
_PROPERTY_SIGNS = ("&", "!")
_PROPERTY = re.compile(r"([&!])([^\s,\[\]{}]*)")
_PROPERTIES = re.compile(rf"(?:{_PROPERTY.pattern}\s*(?:#[^\r\n]*\s*)*)+")
_BLOCKS = ("|", ">")
_BREAKS = re.compile(r"[\r\n]")


class TooManyNodesError(Exception):
    """The text has more nodes than can be read."""

    def problem(self, place: Place) -> Problem:
        """What is said to the user."""
        return Problem(place, rule="too-large", limit=str(MAX_NODES))


class Walk:
    """One walk through composed nodes; `taken` are the slices that keys and values cover, an empty one first."""

    def __init__(self, mask: Mask, begin: int) -> None:
        self.lines, self.base, self.begin = mask.source, mask.base, begin
        self.shadow, self.places = mask.text, mask.places
        self._text = mask.source.text[mask.base : mask.base + len(mask.text)]  # of which YAML sees the shadow
        self.problems: list[Problem] = []
        self.taken: list[tuple[int, int]] = [(0, 0)]
        self._count = self._repeated = self._depth = 0
        self._aliases = "*" in self.shadow and "&" in self.shadow
        self._seen: dict[int, tuple[Node, int] | None] = {}
        self._key = ""

    def node(self, node: yaml.Node) -> Node:
        """The layout of one node and all below it; an alias yields the anchored node again, within limits."""
        if isinstance(node, yaml.ScalarNode):
            return Scalar(self._scalar(node))
        assert isinstance(node, yaml.CollectionNode)  # there is no third kind
        if not self._aliases:
            return self._collection(node)
        if id(node) in self._seen:
            return self._again(node)
        self._seen[id(node)] = None
        before = self._count + self._repeated
        found = self._collection(node)
        self._seen[id(node)] = found, self._count + self._repeated - before
        return found

    def _again(self, node: yaml.Node) -> Node:
        """A node that an alias repeats; one that holds itself, or would swell the text, is refused."""
        known = self._seen[id(node)]
        if known is not None and self._repeated + known[1] <= _MAX_REPEATED:
            self._repeated += known[1]
            return known[0]
        start, end = self._bounds(node)
        if not any(problem.rule == "alias-expanding" for problem in self.problems):
            name = _PROPERTY.match(self.shadow, start)
            self._say(start, end, "alias-expanding", name=name[2] if name else "", limit=_MAX_REPEATED)
        return Scalar(Text.empty(self.lines, self.base + start))

    def _collection(self, node: yaml.CollectionNode) -> Node:
        self._count += 1 + len(node.value) * (2 if isinstance(node, yaml.MappingNode) else 1)
        if self._count > MAX_NODES:
            raise TooManyNodesError
        start, end = self._bounds(node)
        if self.shadow[start : start + 1] in _PROPERTY_SIGNS:
            start = self._behind_properties(start, end, plain=False)
        if self._depth == MAX_DEPTH:
            if not any(problem.rule == "too-deep" for problem in self.problems):
                self._say(start, end, "too-deep", limit=MAX_DEPTH)
            return Scalar(self._raw(start, end))
        self._depth += 1
        found = self._filled(node, start, end)
        self._depth -= 1
        return found

    def _filled(self, node: yaml.CollectionNode, start: int, end: int) -> Node:
        if isinstance(node, yaml.SequenceNode):
            items = tuple([self.node(item) for item in node.value])
            items = join_items(items, self.problems) if node.flow_style else items
            return Sequence(items, self._place(node, start, end))
        entries = self._entries(node)
        entries = join_entries(entries, self.problems) if node.flow_style else entries
        return Mapping(entries, self._place(node, start, end))

    def _place(self, node: yaml.CollectionNode, start: int, end: int) -> Place:
        """Of a block, which for YAML ends where the next thing begins, only as far as its last text."""
        if node.flow_style:
            self.taken.append((end, end))
        else:
            end = self.taken[-1][1]
            if end <= start or self.shadow[end - 1].isspace():
                end = start + len(self.shadow[start:end].rstrip())
        return Place(self.lines, self.base + start, self.base + end)

    def _entries(self, node: yaml.CollectionNode) -> tuple[Entry, ...]:
        first: dict[str, Text] = {}
        entries = []
        for key_node, value_node in node.value:
            key = self._scalar(key_node) if isinstance(key_node, yaml.ScalarNode) else self._key_text(key_node)
            self._key = name = key.value
            if first.setdefault(name, key) is not key or name == "<<":
                self._check_key(key, first[name])
            scalar = isinstance(value_node, yaml.ScalarNode)
            entries.append(Entry(key, Scalar(self._scalar(value_node)) if scalar else self.node(value_node)))
        return tuple(entries)

    def _check_key(self, key: Text, first: Text) -> None:
        """Says that a key stands twice, or would merge mappings."""
        if key is not first and key.value:
            self.problems.append(Problem(key.place, rule="key-twice", key=key.value, related=[first.place]))
        elif key.value == "<<":
            self.problems.append(Problem(key.place, rule="merge-key"))

    def _key_text(self, node: yaml.Node) -> Text:
        """A mapping or sequence that stands where a key should."""
        start, end = self._bounds(node)
        end = start + len(self.shadow[start:end].rstrip())
        key = self._raw(start, end)
        self.problems.append(Problem(key.place, rule="key-not-text", key=key.value))
        return key

    def _scalar(self, node: yaml.ScalarNode) -> Text:
        """A scalar's Text. The value of nearly every one is the slice itself."""
        start, end, value = self.begin + node.start_mark.index, self.begin + node.end_mark.index, node.value
        if node.style or self.places or self._text[start:end] != value:
            return self._odd_scalar(node, start, end)
        self.taken.append((start, end))
        return Text(value, self.lines, self.base + start, self.base + end)

    def _odd_scalar(self, node: yaml.ScalarNode, start: int, end: int) -> Text:
        """A scalar with quotation marks, on several lines, hidden from YAML, or with an anchor or tag."""
        if start in self.places:
            return self._raw(*self.places[start])
        if self.shadow[start : start + 1] in _PROPERTY_SIGNS:
            start = self._behind_properties(start, end, plain=not node.style)
        shadow = self.shadow[start:end]
        if node.style in _BLOCKS:
            return self._block(node, start, shadow)
        if not node.style and (shadow[:1] in ("&", "!") or not _BREAKS.search(shadow)):
            return self._raw(start, end)
        self.taken.append((start, end))
        return scalar_text(node.value, node.style or "", self.base + start, shadow, self.lines)

    def _block(self, node: yaml.ScalarNode, start: int, shadow: str) -> Text:
        """A block scalar; what only looks like the head of one, such as `>2`, is text."""
        content = start + block_header(shadow)
        if not node.value and any(sign.isdigit() for sign in shadow[:3]):
            return self._raw(start, start + len(shadow.rstrip()))
        self.taken.append((content, start + len(shadow)))
        return scalar_text(node.value, node.style, self.base + start, shadow, self.lines)

    def _behind_properties(self, start: int, end: int, *, plain: bool) -> int:
        """Where a node begins behind `&anchor` and `!tag`; for a plain one that people meant as text, at them."""
        found = _PROPERTIES.match(self.shadow, start, end)
        assert found is not None  # it begins with one
        text = False
        for name in _PROPERTY.finditer(found.group()):
            place = start + name.start(), start + name.end()
            if name[1] == "!":
                self._say(*place, "yaml-tag", name=name.group())
                text = plain
            elif plain and f"*{name[2]}" not in self.shadow:
                self._say(start, end, "yaml-repaired")
                text = True
        return start if text else found.end()

    def _bounds(self, node: yaml.Node) -> tuple[int, int]:
        return self.begin + node.start_mark.index, self.begin + node.end_mark.index

    def _raw(self, start: int, end: int) -> Text:
        """The slice as it stands in the source."""
        self.taken.append((start, end))
        start, end = self.base + start, self.base + end
        return Text(self.lines.text[start:end], self.lines, start, end)

    def _say(self, start: int, end: int, rule: str, *, name: str = "", limit: int = 0) -> None:
        place = Place(self.lines, self.base + start, self.base + end)
        self.problems.append(Problem(place, rule=rule, key=self._key, text=place.text, name=name, limit=str(limit)))
