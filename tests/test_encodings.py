"""Whatever bytes come in, a check ends soon and with a result; a file of Windows is read as its writer wrote it."""

from __future__ import annotations

import string
import time

import pytest

from desk import GOOD
from projektkort.engine import check, load
from projektkort.source import decode

BYTES = {
    "utf-8-sig": [],
    "utf-16": [],
    "utf-16-le": [],
    "utf-16-be": [],
    "cp1252": ["encoding-legacy"],
    "latin-1": ["encoding-legacy"],
}
LONG = 200_000  # what takes more than linear time takes minutes here
SOON = 5  # seconds, on a slow machine


@pytest.mark.parametrize(("encoding", "rules"), BYTES.items())
def test_an_application_is_read_in_the_encoding_of_its_program(encoding: str, rules: list[str]) -> None:
    source = decode(GOOD.encode(encoding), "a.md")
    assert [finding.rule for finding in check(source).findings] == rules
    title = load(source).project.title
    assert title is not None and title.value == "Fælles køkkenhave"


def test_text_that_was_garbled_before_it_was_saved_is_one_finding() -> None:
    garbled = GOOD.encode().decode("cp1252")
    assert [finding.rule for finding in check(decode(garbled.encode(), "a.md")).findings].count("encoding-garbled") == 1


@pytest.mark.parametrize("name", ["a.md", "a.yaml"])
@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        (b"", "file-empty"),
        (b"\xef\xbb\xbf", "file-empty"),
        (b"\xff\xfe", "file-empty"),
        (b" \n\t\r\n", "file-empty"),
        (GOOD.encode() + b"\0\0\0", "not-text"),
        (b"\0" * 1000, "not-text"),
        (b"PK\x03\x04word/document.xml", "not-text"),
    ],
    ids=repr,
)
def test_what_holds_no_text_is_one_finding(name: str, raw: bytes, rule: str) -> None:
    assert [finding.rule for finding in check(decode(raw, name)).findings] == [rule]


@pytest.mark.parametrize("name", ["a.md", "a.yaml"])
@pytest.mark.parametrize("sign", string.punctuation)
def test_many_of_one_sign_end_soon(name: str, sign: str) -> None:
    begun = time.perf_counter()
    result = check(decode(sign.encode() * LONG, name))
    assert time.perf_counter() - begun < SOON
    assert (result.crash, result.path) == (None, name)
