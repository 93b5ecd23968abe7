"""What the tests of the YAML reader share: reading a text, the plain shape of a node, and what a document holds."""

from __future__ import annotations

from collections.abc import Iterator

from projektkort.document.layout import Document, Mapping, Node, Scalar, Sequence
from projektkort.document.yaml import read
from projektkort.source import Source
from projektkort.span import Lines, Text

Shape = str | list["Shape"] | list[tuple[str, "Shape"]]

APPLICATION = """\
skema: lokaludvalg
projektnavn: Lån det: værktøj på Søndertorvet #4
ansøger: Søndertorvets Beboere
søgt beløb: 12.250 kr.
periode: 1. april - 31. august 2027
hvorfor vil vi det?: Værktøj står stille; 2 af 3 i opgangen savner en boremaskine.
aktiviteter:
  - Reparationsdag lørdag den 5. juni kl. 11-15
  - Grillaften kl. 18.30: hver opgang tager salat med
forventede resultater:
  kort sigt: 80 deltagere, og 60 ting repareres
  langt sigt: et fast værksted
tidsplan: {uge 14: indkøb, uge 22: reparationsdag}
budget:
  Værktøj: 9.500
  Trykning, 200 plakater à 12,50: 2.500,-
  Forplejning: 3.250
  I alt: 15.250
finansiering:
  Søndermarken Lokaludvalg (søgt): 12.250
  Egne penge: 3.000
  I alt: 15.250
"""


def source(text: str, path: str = "a.yaml") -> Source:
    """A source made of a text just as it is."""
    return Source(path, text, Lines(text), "", "utf-8")


def document(text: str) -> Document:
    """The layout of a text."""
    return read(source(text))


def shape(node: Node | None) -> Shape | None:
    """A node as plain lists: a mapping is a list of pairs."""
    if isinstance(node, Scalar):
        return node.text.value
    if isinstance(node, Sequence):
        return [item for item in map(shape, node.items) if item is not None]
    if isinstance(node, Mapping):
        return [(entry.key.value, value) for entry in node.entries if (value := shape(entry.value)) is not None]
    return None


def said(found: Document) -> list[tuple[str, str, str]]:
    """Rule, variant and marked text of each problem."""
    return [(problem.rule, problem.variant, problem.place.text) for problem in found.problems]


def value(found: Document, *path: str | int) -> Text:
    """The Text at the end of a path of keys and numbers."""
    node: Node | None = found.root
    for step in path:
        if isinstance(step, int):
            assert isinstance(node, Sequence)
            node = node.items[step]
        else:
            assert isinstance(node, Mapping)
            node = node.get(step)
    assert isinstance(node, Scalar)
    return node.text


def texts(found: Document) -> Iterator[Text]:
    """Every key, value and comment."""
    if found.root is not None:
        yield from scalars(found.root)
    yield from found.comments


def scalars(node: Node) -> Iterator[Text]:
    """Every value below a node, keys included, in the order written."""
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    else:
        for entry in node.entries:
            yield entry.key
            yield from scalars(entry.value)
