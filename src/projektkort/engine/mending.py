"""Knows how the bytes of a file become those of one that is mended: edits by place, and nothing else is touched.

Which files are written, and whether, `cli` decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise

from projektkort.engine import check
from projektkort.engine.request import Request
from projektkort.finding import Finding, Result, Severity, SpanEdit, SpanFix
from projektkort.frozen import Frozen
from projektkort.source import decode
from projektkort.source.encoding import original
from projektkort.span import Lines

Edits = list[tuple[int, int, str]]
TEXT = frozenset({"utf-8", "utf-16-le", "utf-16-be", "cp1252"})
"""The encodings of files that can be written again; a Word file is none of them."""
TO_DO = "placeholder-left"
"""What is said of a section that a fix has begun, and that is still to be written."""


class Mended(Frozen):
    """The bytes of a file after mending, how many findings were mended, and what a check says of them now."""

    content: bytes
    count: int
    result: Result

    @property
    def left(self) -> int:
        """How many findings have a fix that was not applied."""
        return sum(finding.fix is not None and finding.waived is None for finding in self.result.findings)


def _as_it_is(result: Result) -> Result:
    return result


def mend(
    content: bytes, path: str, request: Request, *, unsafe: bool = False, aside: Callable[[Result], Result] = _as_it_is
) -> Mended:
    """Applies fixes for as long as one makes the file better: `safe` ones together, then the others one by one.

    A file is better where it is read under the same schema and in the same language, and has fewer errors, or as many
    and fewer warnings, or as many and fewer remarks. So a fix that would bring a new error is left, mending ends, and
    what is mended is not mended again. `aside` sets findings aside that others than the writer accept: they stay.
    """
    source = decode(content, path)
    now = Mended(content, 0, aside(check(source, request)))
    if source.encoding not in TEXT:
        return now
    seen = dict[bytes, Result]()

    def after(changed: bytes) -> Result:
        if changed not in seen:
            seen[changed] = aside(check(decode(changed, path), request))
        return seen[changed]

    while better := next(_better(now, after, unsafe=unsafe), None):
        now = better
    return now


def _better(now: Mended, after: Callable[[bytes], Result], *, unsafe: bool) -> Iterator[Mended]:
    """What the file can become that is better, the most promising first."""
    for fixes in _choices(now.result.findings, unsafe=unsafe):
        changed, count = applied(now.content, fixes)
        if count and changed != now.content and _is_better(result := after(changed), now.result, count):
            yield Mended(changed, now.count + count, result)


def _choices(findings: Sequence[Finding], *, unsafe: bool) -> Iterator[Sequence[SpanFix]]:
    fixes = [finding.fix for finding in findings if finding.fix is not None and finding.waived is None]
    safe = [fix for fix in fixes if fix.safe]
    yield safe
    for fix in chain(safe, (fix for fix in fixes if unsafe and not fix.safe)):
        yield [fix]


def _is_better(after: Result, before: Result, count: int) -> bool:
    """Whether it is, and that by all of the fixes where there were several."""
    weight, least = _weight(after), sum(_weight(before)) - count
    return _same(after) == _same(before) and weight < _weight(before) and (count == 1 or sum(weight) <= least)


def _same(result: Result) -> tuple[str | None, ...]:
    return result.schema, result.language, result.skipped, result.crash


def _weight(result: Result) -> tuple[int, ...]:
    """How many errors, warnings and remarks there are, sections that are begun aside."""
    counted = [f.severity for f in result.findings if f.waived is None and f.rule != TO_DO]
    return tuple(counted.count(severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO))


def applied(content: bytes, fixes: Sequence[SpanFix]) -> tuple[bytes, int]:
    """The bytes with those fixes that do not touch one before them, and how many these are.

    Only the bytes of the edits are other ones: line ends, byte order mark and encoding stay. A fix without edits
    writes the file as UTF-8, and then no other is applied. Where the encoding is a guess nothing is.
    """
    file = original(content)
    if any(fix.safe and not fix.edits for fix in fixes):
        return file.mark + file.text.encode(), 1
    if not file.exact:
        return content, 0
    lines, taken, count = Lines(file.text), Edits(), 0
    for fix in fixes:
        edits = [_slice(lines, edit) for edit in fix.edits]
        if not _touch(edits, taken) and all(file.written(text) is not None for _, _, text in edits):
            taken += edits
            count += 1
    written = file.written(_edited(file.text, taken))
    assert written is not None  # each of its letters was looked at
    return written, count


def _slice(lines: Lines, edit: SpanEdit) -> tuple[int, int, str]:
    span = edit.span
    start = lines.starts[span.line - 1] + span.column - 1
    return start, lines.starts[span.end_line - 1] + span.end_column - 1, edit.text


def _touch(edits: Edits, taken: Edits) -> bool:
    """Whether two edits, one of each, overlap or stand side by side."""
    both = sorted([(start, end, own) for own, some in enumerate((edits, taken)) for start, end, _ in some])
    return any(own != other and start <= end for (_, end, own), (start, _, other) in pairwise(both))


def _edited(text: str, edits: Edits) -> str:
    pieces, at = [], 0
    for start, end, new in sorted(edits):
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])
