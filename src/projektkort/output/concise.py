"""Knows the format `concise`: one line for each finding, as editors and search tools read it."""

from __future__ import annotations

from projektkort.finding import Result
from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.frames import Row
from projektkort.output.saying import in_one_line, level
from projektkort.output.typeset import escape


def piece(result: Result, catalogue: Catalogue, options: Options) -> str:
    """`path:line:column: severity[rule] message`, in the order of the findings; nothing where nothing was found.

    One that is set aside is of the severity “waived”, and says why.
    Of a Word document the message begins with the paragraph or cell; line and column are those of its text.
    """
    language, path = options.language_for(result), escape(result.path)
    lines = []
    for finding in result.findings:
        place = f"{path}:{finding.span.line}:{finding.span.column}"
        said = escape(in_one_line(finding, catalogue, language))
        lines.append(f"{place}: {level(finding)}[{finding.rule}] {said}\n")
    return "".join(lines)


def frame(catalogue: Catalogue, options: Options) -> Row:
    return Row()
