"""Knows how a sheet is written as YAML: keys in lower case, prose as blocks, tables as lists of lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from projektkort.frozen import Frozen
from projektkort.writing.scalar import block, plain
from projektkort.writing.sheet import Block, Cell, Group, Groups, Listed, Part, Sheet, Told
from projektkort.writing.words import PHRASES, key_of

WIDEST = 118  # characters of a line of a budget, before its columns go on lines of their own
SHORT = 60  # characters of a list in a cell, before each of its texts goes on a line of its own
STEP = "  "


class Entry(Frozen):
    """A key, its value, what is said above it in a comment, and whether a blank line stands above that."""

    key: str
    value: Node
    note: tuple[str, ...] = ()
    apart: bool = False


class Shown(Frozen):
    """A value that only stands there as a comment: how one would be written."""

    value: Node


class Short(Frozen):
    """A list of short texts, on one line."""

    items: tuple[str, ...]


Node = str | Short | list["Node"] | tuple[Entry, ...] | Shown


def as_yaml(sheet: Sheet) -> str:
    """The text of a sheet as YAML."""
    settings = [Entry(key.lower(), text) for key, text in sheet.settings]
    loose = [Entry(PHRASES.say("text", sheet.language), _prose(sheet.text))] if sheet.text else []
    entries = [*settings, *_title(sheet), *loose, *(_part(each, sheet.language) for each in sheet.parts)]
    lines = [line for entry in entries for line in (*([""] * entry.apart), *_entry(entry, ""))]
    first = len(settings)
    body = [*lines[:first], *sheet.waivers, *map(_comment, sheet.note), *lines[first:], *map(_comment, sheet.comments)]
    return "\n".join(body) + "\n"


def _title(sheet: Sheet) -> list[Entry]:
    return [_part(sheet.title, sheet.language)] if sheet.title.blocks or sheet.title.brief else []


def _part(part: Part, language: str) -> Entry:
    own = _value(part.blocks, language)
    if part.parts:
        inner = tuple(_part(each, language) for each in part.parts)
        own = (Entry(PHRASES.say("text", language), own), *inner) if own else inner
    return Entry(key_of(part.label), own, part.note, apart=bool(part.note) and not part.brief)


def _value(blocks: tuple[Block, ...], language: str) -> Node:
    """What stands under a label as one node; a text beside other blocks is an item among theirs."""
    if len(blocks) == 1:
        return _node(blocks[0], language)
    if all(isinstance(each, str) for each in blocks):
        return _prose("\n\n".join(str(each) for each in blocks))
    items: list[Node] = []
    for each in blocks:
        node = _node(each, language)
        items += node if isinstance(node, list) else [node]
    return items


def _node(each: Block, language: str) -> Node:
    if isinstance(each, str):
        return _prose(each)
    if isinstance(each, Listed):
        return list(each.items)
    if isinstance(each, Groups):
        groups: list[Node] = [_group(group, language) for group in each.groups]
        return Shown(groups) if each.example else groups
    keys = [head if at in each.names else key_of(head) for at, head in enumerate(each.heads)]
    rows: list[Node] = [_row(keys, row) for row in each.rows]
    return rows if rows or not each.example else Shown([_row(keys, each.example)])


def _prose(text: str) -> str:
    """A text of several lines ends its last one, as people leave it."""
    return text + "\n" if "\n" in text else text


def _row(keys: Iterable[str], cells: Iterable[Cell]) -> Node:
    """A line of a table; what has no head is a key with nothing behind it."""
    filled = [
        (key, cell if isinstance(cell, str) else _several(cell)) for key, cell in zip(keys, cells, strict=True) if cell
    ]
    return tuple(Entry(key, value) if key else Entry(str(value), "") for key, value in filled)


def _several(cell: tuple[str, ...]) -> Node:
    if len(cell) == 1:
        return cell[0]
    return list(cell) if sum(map(len, cell)) > SHORT or any("\n" in text for text in cell) else Short(cell)


def _group(group: Group, language: str) -> Node:
    """A sub-project: with its text, where that is all that the report at hand tells; else with a list of entries."""
    number = [Entry(PHRASES.say("key-number", language), group.number)] if group.number else []
    title = Entry(PHRASES.say("key-title", language), group.title)
    if len(group.told) == 1 and not (group.told[0].number or group.told[0].period):
        return (*number, title, *_told(group.told[0], language))
    told: list[Node] = [_told(each, language) for each in group.told]
    return (*number, title, Entry(PHRASES.say("key-reports", language), told)) if told else (*number, title)


def _told(each: Told, language: str) -> tuple[Entry, ...]:
    pairs = (("key-number", each.number), ("key-period", each.period))
    named = [Entry(PHRASES.say(key, language), value) for key, value in pairs if value]
    text = Entry(PHRASES.say("text", language), _prose(each.text))
    return (*named, text, *(_part(part, language) for part in each.parts))


def _entry(entry: Entry, indent: str) -> Iterator[str]:
    """The lines of an entry, its comments first."""
    yield from (indent + _comment(line) for line in entry.note)
    key, text = f"{indent}{plain(entry.key)}:", _scalar(entry.value, indent + STEP)
    if text is None:
        yield key
        yield from _lines(entry.value, indent + STEP)
    else:
        yield f"{key} {text}".rstrip()


def _lines(node: Node, indent: str) -> Iterator[str]:
    """The lines of a node that stands below its key or behind a dash."""
    if isinstance(node, Shown):
        yield from (indent + _comment(line) for line in _lines(node.value, ""))
    elif isinstance(node, tuple):
        for entry in node:
            yield from _entry(entry, indent)
    elif isinstance(node, list):
        for item in node:
            yield from _item(item, indent)
    else:
        yield indent + (_scalar(node, indent + STEP) or plain(""))


def _item(item: Node, indent: str) -> Iterator[str]:
    flow = _flow(item)
    if flow is not None and len(indent) + len(flow) <= WIDEST:
        yield f"{indent}- {flow}"
        return
    first, *rest = _lines(item, indent + STEP)
    yield f"{indent}- {first.strip()}"
    yield from rest


def _flow(item: Node) -> str | None:
    """A line of a table in braces; None for what has texts of several lines or lists in it."""
    if not isinstance(item, tuple) or any(entry.note for entry in item):
        return None
    values = [_short(entry.value) for entry in item]
    if any(value is None for value in values):
        return None
    return (
        "{"
        + ", ".join(f"{plain(entry.key, flow=True)}: {text}" for entry, text in zip(item, values, strict=True))
        + "}"
    )


def _short(node: Node) -> str | None:
    """A node inside braces; None for one that is empty, or that takes lines of its own."""
    if isinstance(node, Short):
        return "[" + ", ".join(plain(text, flow=True) for text in node.items) + "]"
    return plain(node, flow=True) if isinstance(node, str) and node and "\n" not in node else None


def _scalar(node: Node, indent: str) -> str | None:
    """A node that begins on the line of its key; nothing for an empty one, None for one that stands below it."""
    if isinstance(node, Short):
        return _short(node)
    if not isinstance(node, str):
        return None
    return ((block(node, indent) if "\n" in node else None) or plain(node)) if node else ""


def _comment(line: str) -> str:
    return f"# {line}".rstrip()
