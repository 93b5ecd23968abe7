"""Knows a mark for each finding that stays when lines are put in above it, so that services tell old from new."""

from __future__ import annotations

import hashlib
from collections import Counter

from projektkort.finding import Finding, Result


def fingerprints(result: Result) -> list[str]:
    """One for each finding of a result, in their order, those set aside too; 32 hexadecimal digits each.

    The recipe, version 1: half of the SHA-256 of these in UTF-8, NUL between them: rule, path, variant, the text of the
    line (personal numbers masked, white space as single blanks; nothing where there is none), the paths of places
    elsewhere, and the how-manieth finding of the result it is that has just these, from 1.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    made = []
    for finding in result.findings:
        parts = (finding.rule, result.path, finding.variant, _line(finding), *(at.path for at in finding.elsewhere))
        seen[parts] += 1
        whole = "\0".join((*parts, str(seen[parts])))
        made.append(hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return made


def _line(finding: Finding) -> str:
    text = next((excerpt.text for excerpt in finding.excerpts if excerpt.number == finding.span.line), "")
    return " ".join(text.split())
