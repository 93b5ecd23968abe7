"""Knows how to read XML that nobody vouches for: no document types, no entities, no depth or number without end.

Names are written `{w}p`: a short word for each of the few namespaces that matter here, `{?}` for all others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

from projektkort.source.word.archive import Refused

MAX_DEPTH = 256
MAX_ELEMENTS = 500_000
_OPEN_XML = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_SHORT = {
    f"{_OPEN_XML}/wordprocessingml/2006/main": "w",
    f"{_STRICT}/wordprocessingml/main": "w",
    f"{_OPEN_XML}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    f"{_OPEN_XML}/markup-compatibility/2006": "mc",
    f"{_OPEN_XML}/package/2006/relationships": "rel",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    f"{_ODF}:xsl-fo-compatible:1.0": "fo",
    **{f"{_ODF}:{name}:1.0": name for name in ("office", "text", "table", "style", "drawing", "form", "manifest")},
}


def parse(raw: bytes) -> Element:
    """The tree of one part; raises Refused where that is no XML, or more than anybody would write."""
    builder = TreeBuilder()
    parser = _parser(builder.start, builder.end)
    parser.CharacterDataHandler = builder.data
    _run(parser, raw)
    return builder.close()


def feed(
    raw: bytes,
    start: Callable[[str, dict[str, str]], object],
    end: Callable[[str], object],
    text: Callable[[str], object],
) -> None:
    """Tells of one part piece by piece, for those that need no tree; raises Refused as `parse` does."""
    parser = _parser(start, end)
    parser.CharacterDataHandler = text
    _run(parser, raw)


def children(node: Element | None, name: str) -> Iterator[Element]:
    """The children of this name; none of a node that is not there."""
    if node is not None:
        yield from node.iterfind(name)


def attribute(node: Element | None, path: str, name: str) -> str | None:
    """An attribute of the node at a path below another; None where either is missing."""
    found = node.find(path) if node is not None else None
    return found.get(name) if found is not None else None


def _parser(start: Callable[[str, dict[str, str]], object], end: Callable[[str], object]) -> XMLParserType:
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = elements = 0

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth += 1
        elements += 1
        if depth > MAX_DEPTH or elements > MAX_ELEMENTS:
            raise Refused("oversized")
        start(_short(name), {_short(key): value for key, value in attributes.items()})

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(_short(name))

    def refuse(*_: object) -> None:
        raise Refused("damaged")

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    return parser


def _run(parser: XMLParserType, raw: bytes) -> None:
    try:
        parser.Parse(raw, True)
    except (ExpatError, LookupError, ValueError) as error:  # the latter two: an encoding that nobody knows
        raise Refused("damaged") from error


@lru_cache(maxsize=4096)
def _short(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return f"{{{_SHORT.get(space, '?')}}}{local}" if space else local
