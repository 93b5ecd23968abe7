"""Knows how one finding stands in a terminal: place, excerpt with underlines, message, remedy."""

from __future__ import annotations

from projektkort.finding import Excerpt, Finding, Severity
from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.phrases import say, told
from projektkort.output.saying import level, remedy
from projektkort.output.typeset import draw, escape, width, wrap
from projektkort.span import Span

PAINT = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
BOLD, DIM = "1", "2"


def paint(text: str, code: str, options: Options) -> str:
    """The text in a colour where colours are wanted."""
    return f"\x1b[{code}m{text}\x1b[0m" if options.colour and code else text


def block(path: str, finding: Finding, catalogue: Catalogue, options: Options, language: str) -> list[str]:
    """The lines of one finding: where it stands, what stands there, what is wrong, what to do.

    Of one that is set aside why it is, and not what stands there.
    """
    columns = options.width or 80
    place = _place(escape(path), finding, language)
    colour = PAINT[finding.severity] if finding.waived is None else DIM
    severity = paint(say(f"severity-{level(finding)}", language), colour, options)
    lines = [f"{paint(place, BOLD, options)}  {severity}  {finding.rule}"]
    if options.excerpts and finding.waived is None:
        lines += _excerpt(finding, catalogue, options, language)
    for said in (catalogue.message(finding, language).strip(), remedy(finding, catalogue, language)):
        lines += wrap(said, columns, "  ")
    for number, other in enumerate(finding.elsewhere, len(finding.related)):
        note = catalogue.related(finding, number, language).strip()
        lines.append(
            f"  {escape(other.path)}:{other.span.line}:{other.span.column}" + (f"  {escape(note)}" if note else "")
        )
    return lines


def _place(path: str, finding: Finding, language: str) -> str:
    """Line and column as editors and terminals know them; of a Word document what its readers can find."""
    if finding.where is None:
        return f"{path}:{finding.span.line}:{finding.span.column}"
    return say("in-document", language, path=path, where=told(finding.where, language), line=str(finding.span.line))


def _excerpt(finding: Finding, catalogue: Catalogue, options: Options, language: str) -> list[str]:
    """Every line that the finding speaks of, the finding's own place marked ^^^, related places ---."""
    shown = {excerpt.number: excerpt for excerpt in finding.excerpts}
    notes = [catalogue.related(finding, index, language).strip() for index in range(len(finding.related))]
    marks = [(finding.span, "^", ""), *((span, "-", note) for span, note in zip(finding.related, notes, strict=True))]
    marks = sorted((mark for mark in marks if mark[0].line in shown), key=lambda mark: mark[0])
    gutter = max((len(str(span.line)) for span, _, _ in marks), default=0) + 2
    room = (options.width or 80) - gutter - 3
    lines: list[str] = []
    before = ""
    for span, sign, note in marks:
        excerpt = shown[span.line]
        text, column, length = draw(excerpt.text, *_slice(span, excerpt), room)
        source = f"{span.line:>{gutter}} | {text}"
        if source != before:
            lines.append(source.rstrip())
            before = source
        underline = paint(sign * length, PAINT[finding.severity] if sign == "^" else DIM, options)
        lines += [f"{'':{gutter}} | {row}".rstrip() for row in _marked(column, length, underline, escape(note), room)]
    return lines


def _marked(column: int, length: int, underline: str, note: str, room: int) -> list[str]:
    """The underline with its note: behind it, in front of it, or below, as there is room."""
    if column + length + 1 + width(note) <= room:
        return [f"{'':{column}}{underline} {note}"]
    gap = column - 1 - width(note)
    if gap >= 0:
        return [f"{'':{gap}}{note} {underline}"]
    return [f"{'':{column}}{underline}", *wrap(note, room)]


def _slice(span: Span, excerpt: Excerpt) -> tuple[int, int]:
    """The characters of the excerpt that the span's first line takes, from 0."""
    start = span.column - 1 - excerpt.offset
    return start, span.end_column - 1 - excerpt.offset if span.end_line == span.line else len(excerpt.text)
