"""Knows the files that tests of the command line put on the desk: small applications, in order and not."""

from __future__ import annotations

from pathlib import Path

GOOD = """\
Skema: generisk
Sprog: da
Projektnavn: Fælles køkkenhave
Formål: Naboer dyrker grøntsager sammen.
Periode: 1. marts - 30. juni 2027
Søgt beløb: 9.000 kr.
Budget
Jord og planter: 7.500
Redskaber: 2.500
I alt: 10.000
Finansiering
Lokalpuljen (søgt): 9.000
Egne penge: 1.000
I alt: 10.000
"""
UNBALANCED = GOOD.replace("Egne penge: 1.000\nI alt: 10.000", "Egne penge: 500\nI alt: 9.500")
"""Costs are 10.000 (line 10), financing 9.500 (line 14)."""
NEAR = GOOD.replace("Projektnavn", "Projektnavnn")
"""One warning: a label that is nearly one."""
MINUTES = "# Referat\n\nVi drak kaffe og gik hjem.\n"
"""A text that describes no project."""
OWN_SCHEMA = """\
id: egen
title: {da: Egen pulje}
language: da
currency: DKK
sections:
  - {id: purpose, title: {da: Formål}, required: true}
"""


def lay(name: str, text: str | bytes = GOOD) -> str:
    """Puts a file into the current folder, with the folders above it; returns its name."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return name
