"""Knows the format `concise`: one line for each finding, as editors and search tools read it."""

from __future__ import annotations

from projektkort.finding import Result
from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.frames import Row
from projektkort.output.saying import message, shown
from projektkort.output.typeset import escape


def piece(result: Result, catalogue: Catalogue, options: Options) -> str:
    """`path:line:column: severity[rule] message`, in the order of the findings; nothing where nothing was found.

    Of a Word document the message begins with the paragraph or cell; line and column are those of its text.
    """
    language, path = options.language_for(result), escape(result.path)
    lines = []
    for finding in shown(result):
        place = f"{path}:{finding.span.line}:{finding.span.column}"
        said = escape(message(finding, catalogue, language))
        lines.append(f"{place}: {finding.severity}[{finding.rule}] {said}\n")
    return "".join(lines)


def frame(catalogue: Catalogue, options: Options) -> Row:
    return Row()
