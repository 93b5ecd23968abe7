"""A specifier takes the versions that it names."""

from __future__ import annotations

import pytest

from projektkort.config.version import takes


@pytest.mark.parametrize(
    ("specifier", "version", "taken"),
    [
        (">=0.2", "0.2.0", True),
        (">=0.2", "0.10", True),
        (">=0.2", "0.1.9", False),
        (">0.2", "0.2.0", False),
        ("<1", "0.99.9", True),
        ("<1", "1.0", False),
        ("<= 1.0", "1", True),
        ("==0.1.0", "0.1", True),
        ("==0.1", "0.1.1", False),
        ("!=0.1.1", "0.1.1", False),
        ("!=0.1.1", "0.1.2", True),
        (" >= 0.2 , < 1 ", "0.5.dev1", True),
        (">=0.2,<1", "1.2", False),
        (">=0.2", "nonsense", False),
    ],
)
def test_a_specifier_takes_some_versions(specifier: str, version: str, taken: bool) -> None:
    assert takes(specifier, version) is taken


@pytest.mark.parametrize("specifier", ["", "0.2", ">=0.2,", "~=0.2", "==0.2.*", ">=x", "=>1", ">=0.2 <1"])
def test_what_is_no_specifier_is_told(specifier: str) -> None:
    assert takes(specifier, "1") is None
