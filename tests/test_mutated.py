"""Whatever happens to a file on its way here, a check ends with a result; and no change of an amount goes unseen."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from conftest import ROOT
from projektkort.engine import catalogue, check, load
from projektkort.finding import Finding, Severity
from projektkort.schema.loading import load as load_schema
from projektkort.source import decode

EXAMPLES = sorted((ROOT / "examples").glob("*/ok/*"))
ROUNDS = 1000
BATCHES = 10
OWN = ("groenne-gaarde.yaml", "groenne-gaarde.md", "vaerftets-stemmer.md", "vinterlys.yaml")
ARITHMETIC = {"budget-total", "financing-total", "budget-balances", "quantity-times-price", "applied-amount"}

Mutation = Callable[[bytes, random.Random], bytes]


def flipped(raw: bytes, chance: random.Random) -> bytes:
    """A few bytes changed to any others."""
    changed = bytearray(raw)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(raw: bytes, chance: random.Random) -> bytes:
    """The end is missing, perhaps in the middle of a letter."""
    return raw[: chance.randrange(len(raw))]


def dropped(raw: bytes, chance: random.Random) -> bytes:
    """Some lines are missing."""
    return b"".join(line for line in raw.splitlines(keepends=True) if chance.random() > 0.1)


def doubled(raw: bytes, chance: random.Random) -> bytes:
    """One part stands there twice."""
    lines = raw.splitlines(keepends=True)
    start = chance.randrange(len(lines))
    end = start + chance.randint(1, 12)
    return b"".join([*lines[:end], *lines[start:]])


def swapped(raw: bytes, chance: random.Random) -> bytes:
    """Lines have changed places."""
    lines = raw.splitlines(keepends=True)
    for _ in range(chance.randint(1, 6)):
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def mistyped(raw: bytes, chance: random.Random) -> bytes:
    """Characters that mean something to a reader stand where they should not."""
    text = raw.decode("utf-8")
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(SIGNS) + text[at + chance.randint(0, 1) :]
    return text.encode("utf-8")


def moved(raw: bytes, chance: random.Random) -> bytes:
    """The lines have another indentation, or TABs for blanks."""
    lines = raw.decode("utf-8").splitlines(keepends=True)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(lines))
        lines[at] = chance.choice(["\t", " ", "   ", "\u00a0", "- ", "> ", "#"]) + lines[at]
    return "".join(lines).encode("utf-8")


def recoded(raw: bytes, chance: random.Random) -> bytes:
    """Saved by another program: another encoding, other line ends."""
    text = raw.decode("utf-8").replace("\n", chance.choice(["\n", "\r\n", "\r", "\u2028", "\x85", "\n\n"]))
    encoding = chance.choice(["cp1252", "latin-1", "utf-16", "utf-16-le", "utf-8-sig", "cp865", "utf-7", "utf-32"])
    return text.encode(encoding, "replace")


SIGNS = [
    *":#-|>[]{}*&!%@`\"'?,~<=.\t\\\n\r",
    *("\u00a0", "\u200b", "\u202e", "\ufeff", "\u2028", "\x00", "\x07", "\U0001f600", "\u0301", "\u0660", "\uff11"),
    *("---", "...", "<<:", "\n\n", "\t\t", ": : ", "| |", "&a *a ", "9" * 40, "1e9", "NaN", "**", "<b>"),
]
MUTATIONS: list[Mutation] = [flipped, cut, dropped, doubled, swapped, mistyped, moved, recoded]


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_mutated_example_ends_in_a_traceback(batch: int) -> None:
    originals = [(path.name, path.read_bytes()) for path in EXAMPLES]
    for seed in range(batch, ROUNDS, BATCHES):
        chance = random.Random(seed)
        name, raw = originals[seed % len(originals)]
        for mutate in chance.choices(MUTATIONS, k=chance.randint(1, 2)):
            raw = _safe(mutate, raw, chance)
        try:
            result = check(decode(raw, name))
            messages = [catalogue().message(finding, "da") for finding in result.findings]
        except Exception as fault:
            raise AssertionError(f"seed {seed}: {name} makes {fault!r}") from fault
        assert (result.path, result.crash) == (name, None), f"seed {seed}"
        assert all(messages), f"seed {seed}"


def _safe(mutate: Mutation, raw: bytes, chance: random.Random) -> bytes:
    """The mutation, where it can follow another: some need text, and something must be left."""
    try:
        return mutate(raw, chance) if raw.strip() else raw
    except UnicodeDecodeError:
        return flipped(raw, chance)


# --- amounts -----------------------------------------------------------------------------------------------------

AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+|(?<=pris: )\d+(?:,\d\d)?|(?<=à )\d+")
"""Every amount of our own examples; in their prose stand none."""


def amounts() -> list[tuple[str, int, int]]:
    """Name, start and end of every amount in the examples of OWN."""
    texts = {name: _text(name) for name in OWN}
    return [(name, *match.span()) for name, text in texts.items() for match in AMOUNT.finditer(text)]


def _text(name: str) -> str:
    return (ROOT / "examples/lokaludvalg/ok" / name).read_text("utf-8")


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _errors(text: str, name: str) -> list[Finding]:
    return [f for f in check(decode(text.encode(), name)).findings if f.severity is Severity.ERROR]


def _other(amount: str) -> str:
    """Another amount, written the same way: its last digit but those of zeros is one more."""
    at = max(index for index, sign in enumerate(amount) if sign in "123456789")
    return amount[:at] + str(int(amount[at]) % 9 + 1) + amount[at + 1 :]


@pytest.mark.parametrize(("name", "start", "end"), amounts(), ids=str)
def test_any_changed_amount_is_found(name: str, start: int, end: int) -> None:
    text = _text(name)
    changed = text[:start] + _other(text[start:end]) + text[end:]
    errors = _errors(changed, name)
    assert errors
    assert {finding.rule for finding in errors} <= ARITHMETIC
    places = [span for finding in errors for span in (finding.span, *finding.related)]
    assert any(span.line <= _line(text, start) <= span.end_line for span in places)


def test_every_amount_was_changed() -> None:
    changed = [name for name, _, _ in amounts()]
    assert [changed.count(name) for name in OWN] == [14, 14, 15, 13]


# --- sections ----------------------------------------------------------------------------------------------------


def sections() -> list[tuple[str, str]]:
    """Every required section of the form, in each of the examples of OWN."""
    return [(name, section.id) for name in OWN for section in load_schema("lokaludvalg").required]


@pytest.mark.parametrize(("name", "wanted"), sections())
def test_a_removed_section_is_named(name: str, wanted: str) -> None:
    text = _text(name)
    [error] = _errors(_without(text, name, wanted), name)
    asked = load_schema("lokaludvalg").section(wanted)
    assert asked is not None
    assert (error.rule, error.values["label"]) == ("required-section", asked.title["da"])


def _without(text: str, name: str, wanted: str) -> str:
    """The text without the lines of one section, or of the heading that is its title."""
    project = load(decode(text.encode(), name)).project
    section = project.section(wanted)
    if section is not None:
        start, end = section.label.start, section.place.end
    else:
        assert wanted == "title" and project.title is not None
        start, end = project.title.start, project.title.end
    return text[: text.rfind("\n", 0, start) + 1] + text[text.find("\n", end - 1) + 1 :]
