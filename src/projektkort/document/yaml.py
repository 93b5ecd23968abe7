"""Knows how a YAML source, or the front matter of another, becomes a document.

`yaml_plain` reads what most people write; of all else the odd signs are hidden, and it is composed, repaired, walked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yaml import CBaseLoader, MarkedYAMLError, Node, ScalarNode

from projektkort.document.layout import Document, Mapping
from projektkort.document.yaml_comments import comments_of, slices
from projektkort.document.yaml_mask import Mask
from projektkort.document.yaml_plain import Plain
from projektkort.document.yaml_refusal import refusal
from projektkort.document.yaml_shadow import Shadow, replaced_spaces, shadow_of
from projektkort.finding import Problem
from projektkort.frozen import Frozen
from projektkort.source import Source
from projektkort.span import Place, Text

if TYPE_CHECKING:
    from projektkort.document.yaml_repair import Repair
    from projektkort.document.yaml_walk import Walk

_MARK = re.compile(r"(?m)(?:^|(?<=\r))(?:---|\.\.\.)(?=\s|\Z)")
_NO_CONTENT = re.compile(r"(?:\s|---|\.\.\.|#[^\r\n]*)*")

_UNRESOLVED: Any = "".format

Read = tuple[Mapping | None, tuple[Problem, ...], tuple[Text, ...]]


class _Composer(CBaseLoader):
    """libyaml's composer with nothing resolved: every scalar stays as written, and no path is kept.

    It asks at each node; "" is the answer, whatever is asked, and costs no call of Python code.
    """

    resolve = descend_resolver = ascend_resolver = _UNRESOLVED


class _Composed(Frozen):
    """The root, the offset from which it was read, and where another document begins, if one does."""

    root: Node | None
    begin: int
    rest: int | None = None


def read(source: Source) -> Document:
    """The layout of a YAML source. Never raises for a user's file: what could not be read is said in `problems`."""
    root, problems, comments = _read(source, 0, len(source.text))
    return Document(source, (), root, comments, problems)


def front_matter(source: Source, start: int, end: int) -> Read:
    """The mapping that stands between `start` and `end` of a text, its problems and comments, placed in the whole.

    None where nothing stands there, or no mapping.
    """
    return _read(source, start, end)


def _read(source: Source, start: int, end: int) -> Read:
    text = source.text[start:end]
    shadow = shadow_of(text)
    mask = Mask(source.lines, start, shadow.text)
    plain = None if shadow.begin or shadow.text != text else _plain(mask)
    return plain or _composed(source, mask, shadow)


def _plain(mask: Mask) -> Read | None:
    """What a text says that needs neither YAML nor repair; None of any other."""
    start = mask.base
    root = Plain(mask.source, start, start + len(mask.text)).mapping()
    if root is None:
        return None
    if "#" not in mask.text:
        return root, (), ()
    comments = comments_of(mask, mask.text, [(0, 0), *((first - start, last - start) for first, last in slices(root))])
    return root, tuple(mask.problems), comments


def _composed(source: Source, mask: Mask, shadow: Shadow) -> Read:
    """What YAML makes of a text."""
    start, end = mask.base, mask.base + len(mask.text)
    text = source.text[start:end]
    refused = refusal(text)
    if refused:
        return _lost(source, start, end, [Problem(Place(source.lines, start, start), rule=refused)])
    if shadow.wide_spaces:
        spaced = replaced_spaces(text, shadow)
        mask.say(*shadow.wide_spaces[0], "indent-nbsp", count=len(shadow.wide_spaces), spaced=spaced)
    from projektkort.document.yaml_repair import HopelessError  # noqa: PLC0415 - most files are plain
    from projektkort.document.yaml_walk import TooManyNodesError, Walk  # noqa: PLC0415 - most files are plain

    try:
        composed = _compose(mask, shadow.begin)
        walk = Walk(mask, composed.begin)
        root = None if composed.root is None else walk.node(composed.root)
    except (HopelessError, TooManyNodesError) as error:
        return _lost(source, start, end, [*mask.problems, error.problem(mask.place(0, 0))])
    comments = _comments(mask, walk, composed.rest)
    problems = (*mask.problems, *walk.problems)
    if isinstance(root, Mapping):
        return root, problems, comments
    if root is None or composed.root is None or composed.root.start_mark.index == composed.root.end_mark.index:
        empty = [Problem(mask.place(0, 0), rule="yaml-empty")] if source.text.strip() else []
        return None, (*problems, *empty), comments
    return _lost(source, start, end, [*problems, Problem(root.place, rule="not-a-mapping")])


def _lost(source: Source, start: int, end: int, problems: list[Problem]) -> Read:
    """A text that could not be read at all is kept as one comment."""
    return None, tuple(problems), (_text(Place(source.lines, start, end)),)


def _comments(mask: Mask, walk: Walk, rest: int | None) -> tuple[Text, ...]:
    """The comments, and as the last of them whatever stands behind the first document."""
    end = len(mask.text) if rest is None else rest
    comments = comments_of(mask, mask.text[:end], walk.taken)
    if rest is None:
        return comments
    mask.say(rest, rest + 3, "many-documents")
    return (*comments, _text(mask.place(rest, len(mask.text))).strip())


def _text(place: Place) -> Text:
    return Text(place.text, place.lines, place.start, place.end)


def _compose(mask: Mask, begin: int) -> _Composed:
    """Composes the text, repairing it as often as that helps. Raises HopelessError."""
    from projektkort.document.yaml_repair import Repair  # noqa: PLC0415 - as above

    repair: Repair | None = None
    start = begin
    while True:
        try:
            composed = _compose_from(mask.text, start)
        except MarkedYAMLError as error:
            repair = repair or Repair(mask, begin)
            start = repair.mend(error, start)
            continue
        if start != begin:  # all behind `start` can be read; now the whole
            start = begin
        elif isinstance(composed.root, ScalarNode) and not composed.root.style:
            repair = repair or Repair(mask, begin)
            if not repair.separate():
                return composed
        else:
            return composed


def _compose_from(shadow: str, start: int) -> _Composed:
    """The first document of a text, and where a second one begins. Raises MarkedYAMLError."""
    parser = _Composer(shadow[start:] if start else shadow)
    if not parser.check_node():
        return _Composed(None, start)
    root = parser.get_node()
    assert root is not None  # `check_node` has said so
    mark = _MARK.search(shadow, start + root.end_mark.index)
    try:
        more = parser.check_node()
    except MarkedYAMLError as error:
        if not mark or error.problem_mark is None or start + error.problem_mark.index < mark.end():
            raise
        more = True
    if not more or not mark or _NO_CONTENT.fullmatch(shadow, mark.start()):
        return _Composed(root, start)
    return _Composed(root, start, mark.start())
