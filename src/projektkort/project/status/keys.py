"""Knows how YAML tells of sub-projects: in a list, or as `title: text`, each with a list of reports or without."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from projektkort.document.layout import Entry as Key
from projektkort.document.layout import Mapping, Node, Scalar
from projektkort.document.layout import Sequence as Items
from projektkort.frozen import Frozen
from projektkort.period import Period, Precision
from projektkort.period import read as read_period
from projektkort.project.field import Field, content, items, pair, spanned
from projektkort.project.models import Entry, Section, Subproject
from projektkort.project.status.entries import titled
from projektkort.project.status.markers import entry_marker, number_of, title_marker
from projektkort.project.status.regions import HOLDERS
from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema
from projektkort.span import Place, Text

ROLES = {"id": "number", "report_number": "number", "report_period": "period", "period": "period", "name": "title"}
OWN = frozenset({"number", "period", "title", "text", "entries"})


class _Told(Frozen):
    """The keys of a mapping by what they tell; `parts` are known sections, `rest` nobody knows."""

    own: dict[str, Key]
    parts: tuple[Key, ...]
    rest: tuple[Key, ...]


class _Reader(Frozen):
    """What is needed to read the keys of one document."""

    schema: Schema
    labels: Labels
    language: str | None

    def section(self, key: Text) -> str | None:
        """The section that a key names without any doubt."""
        match = self.labels.section(key.value)
        return match.id if match is not None and match.near is None else None

    def told(self, node: Mapping) -> _Told:
        """The keys of a sub-project or of an entry, sorted; what stands twice counts once, the rest is text."""
        own: dict[str, Key] = {}
        parts: list[Key] = []
        rest: list[Key] = []
        for entry in node.entries:
            name = self.labels.key(entry.key.value)
            known = self.section(entry.key)
            role = name if name in OWN else ROLES.get(name or "") or ROLES.get(known or "") or known or ""
            if role in OWN and role not in own:
                own[role] = entry
            else:
                (parts if known and role not in OWN else rest).append(entry)
        return _Told(own, tuple(parts), tuple(rest))


def keyed_subprojects(
    root: Mapping, schema: Schema, labels: Labels, language: str | None
) -> tuple[list[Subproject], Mapping]:
    """The sub-projects that the keys of a document tell of, and the mapping without them; their section stays."""
    reader = _Reader(schema, labels, language)
    found: list[Subproject] = []
    left: list[Key] = []
    for entry in root.entries:
        known = reader.section(entry.key)
        if known in HOLDERS:
            told, rest = _held(entry.value, known or "", reader)
            found += told
            left.append(Key(entry.key, rest) if told else entry)
        elif title_marker(entry.key.value, schema.markers.subproject) is not None:
            found.append(_named(entry, reader))
        else:
            left.append(entry)
    return found, Mapping(tuple(left), root.place)


def _held(node: Node, section: str, reader: _Reader) -> tuple[list[Subproject], Node]:
    """The sub-projects below the key of a section, and what is left there."""
    end = Place(node.place.lines, node.place.start, node.place.start)
    if isinstance(node, Mapping):
        every = section == "subprojects"
        taken = [each for each in node.entries if every or reader.section(each.key) is None]
        rest = tuple(each for each in node.entries if not every and reader.section(each.key) is not None)
        return [_named(each, reader) for each in taken], Mapping(rest, node.place if rest else end)
    if isinstance(node, Items):
        titles = [_listed(item, section, reader) for item in node.items]
        left = tuple(item for item, title in zip(node.items, titles, strict=True) if title is None)
        return [each for each in titles if each is not None], Items(left, node.place if left else end)
    return [], node


def _named(entry: Key, reader: _Reader) -> Subproject:
    """`title: text`, or a mapping or list behind the title."""
    title, number = titled(entry.key, reader.schema.markers.subproject)
    place = Place(entry.key.lines, entry.key.start, max(entry.key.end, entry.value.place.end))
    return _subproject(title, number, entry.value, place, reader)


def _listed(node: Node, section: str, reader: _Reader) -> Subproject | None:
    """One item of a list: a mapping with a title, or below “Sub-projects” a title alone."""
    if isinstance(node, Scalar):
        if section != "subprojects" or not node.text.value:
            return None
        title, number = titled(node.text, reader.schema.markers.subproject)
        return Subproject(title=title, number=number, place=node.place)
    if not isinstance(node, Mapping):
        return None
    told = reader.told(node)
    named = told.own.get("title")
    if named is None or not isinstance(named.value, Scalar):
        if len(node.entries) == 1 and section == "subprojects":
            return _named(node.entries[0], reader)
        return None
    title, number = titled(named.value.text, reader.schema.markers.subproject)
    rest = Mapping(tuple(each for each in node.entries if each is not named), node.place)
    return _subproject(title, number, rest, node.place, reader)


def _subproject(title: Text, number: int | None, node: Node, place: Place, reader: _Reader) -> Subproject:
    if not isinstance(node, Mapping):
        return Subproject(title=title, number=number, place=place, entries=tuple(_entries(node, reader)))
    own = reader.told(node).own
    counted = number_of(_text(own["number"]).value) if "number" in own else None
    reports = own.get("entries")
    number_key = own["number"] if counted is not None else None
    rest = tuple(each for each in node.entries if each is not reports and each is not number_key)
    alone = [_entry(Mapping(rest, node.place), reader)] if rest else []
    entries = [*alone, *(_entries(reports.value, reader) if reports else ())]
    return Subproject(title=title, number=counted or number, place=place, entries=tuple(entries))


def _entries(node: Node, reader: _Reader) -> Iterator[Entry]:
    """The entries of one sub-project: a list, a mapping from marker to text, or the text of the current one."""
    if isinstance(node, Items) and any(isinstance(item, Mapping) for item in node.items):
        yield from (_entry(item, reader) for item in node.items)
    elif isinstance(node, Mapping):
        yield from (_marked(entry, reader) for entry in node.entries)
    elif not isinstance(node, Scalar) or node.text.value:
        yield _entry(node, reader)


def _marked(entry: Key, reader: _Reader) -> Entry:
    """An entry whose key is its marker, its number or its period; any other key is told in its text."""
    marker = entry_marker(entry.key.value, reader.schema.markers.entry, reader.language)
    number = marker.number if marker else number_of(entry.key.value)
    period = marker.period if marker else _period(entry.key, reader)
    known = {role for role, value in (("number", number), ("period", period)) if value is not None}
    told = _entry(entry.value, reader, known)
    place = Place(entry.key.lines, entry.key.start, max(entry.key.end, entry.value.place.end))
    if number is None and period is None:
        return told.model_copy(update={"text": pair(entry.key, told.text), "place": place})
    own = {"number": told.number if number is None else number, "period": period or told.period}
    return told.model_copy(update={**own, "label": entry.key, "place": place})


def _entry(node: Node, reader: _Reader, known: Collection[str] = ()) -> Entry:
    """One entry; what its keys tell that is no number, no period and no section is its text.

    `known` is what the key before it tells already.
    """
    if not isinstance(node, Mapping):
        field = Field(None, _nothing(node), None, node)
        return Entry(number=None, period=None, text=content(field), place=node.place, items=items(field))
    told = reader.told(node)
    body = told.own.get("text")
    texts = {role: _text(entry) for role, entry in told.own.items()}
    number = number_of(texts["number"].value) if "number" in texts and "number" not in known else None
    if "period" in told.own:
        texts["period"] = spanned(Field(None, told.own["period"].key, None, told.own["period"].value))
    period = _period(texts["period"], reader) if "period" in texts and "period" not in known else None
    read = {"text", *(["number"] if number is not None else []), *(["period"] if period else [])}
    rest = [entry for role, entry in told.own.items() if role not in read] + [*told.rest]
    lines = [*([texts["text"]] if body else []), *(pair(entry.key, _text(entry)) for entry in rest)]
    return Entry(
        number=number,
        period=period,
        text=Text.join([line for line in lines if line.value] or [_nothing(node)]),
        place=node.place,
        label=texts["period"] if period else texts["number"] if number is not None else None,
        sections=tuple(_part(entry, reader) for entry in told.parts),
        items=items(Field(None, body.key, None, body.value)) if body else (),
    )


def _text(entry: Key) -> Text:
    return content(Field(None, entry.key, None, entry.value))


def _part(entry: Key, reader: _Reader) -> Section:
    field = Field(reader.section(entry.key), entry.key, None, entry.value)
    return Section(id=field.id, label=field.label, text=content(field), place=field.place, items=items(field))


def _period(text: Text, reader: _Reader) -> Period | None:
    period = read_period(text.value, reader.language)
    return None if period.precision is Precision.NONE else period


def _nothing(node: Node) -> Text:
    return Text.empty(node.place.lines, node.place.end)
