"""Knows the format `checkstyle`: XML that many services read."""

from __future__ import annotations

from projektkort import __version__
from projektkort.finding import Result
from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.frames import Row
from projektkort.output.markup import PROLOGUE, attributes
from projektkort.output.saying import advice


def piece(result: Result, catalogue: Catalogue, options: Options) -> str:
    """An element for the file, where something was found in it. The three severities bear the same names there.

    What is set aside is to be ignored, and says why.
    """
    language = options.language_for(result)
    errors = [
        attributes(
            line=finding.span.line,
            column=finding.span.column,
            severity=finding.severity if finding.waived is None else "ignore",
            message=advice(finding, catalogue, language),
            source=f"projektkort.{finding.rule}",
        )
        for finding in result.findings
    ]
    if not errors:
        return ""
    inner = "".join(f"    <error{error}/>\n" for error in errors)
    return f"  <file{attributes(name=result.path)}>\n{inner}  </file>\n"


def frame(catalogue: Catalogue, options: Options) -> Row:
    opening = f"{PROLOGUE}<checkstyle{attributes(version=__version__)}>\n"
    return Row(opening=opening, closing="</checkstyle>\n")
