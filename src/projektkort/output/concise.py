"""Knows the format `concise`: one line for each finding, as editors and search tools read it."""

from __future__ import annotations

from collections.abc import Sequence

from projektkort.finding import Result
from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.phrases import told
from projektkort.output.typeset import escape


def write(results: Sequence[Result], catalogue: Catalogue, options: Options) -> str:
    """`path:line:column: severity[rule] message`, in the order of the results; nothing where nothing was found.

    Of a Word document the message begins with the paragraph or cell; line and column are those of its text.
    """
    lines = []
    for result in results:
        language = options.language_for(result)
        for finding in result.findings:
            if finding.waived is None:
                span = finding.span
                message = escape(catalogue.message(finding, language).strip())
                if finding.where is not None:
                    message = f"{told(finding.where, language)}: {message}"
                place = f"{escape(result.path)}:{span.line}:{span.column}"
                lines.append(f"{place}: {finding.severity}[{finding.rule}] {message}\n")
    return "".join(lines)
