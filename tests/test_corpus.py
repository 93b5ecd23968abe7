"""The eighteen real documents: what a careful reader would object to is found, and no careless reading happens."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from terminal import projekt

Data = dict[str, Any]
Found = tuple[str, int]
"""A rule and the line of its finding."""

DAY = "2026-11-21"


class Read(NamedTuple):
    """What must be found in a document, what else may be, and what is read from it."""

    expected: Sequence[Found] = ()
    """What a careful reader objected to."""
    also: Sequence[Found] = ()
    """What else it lacks as the application, description or report that it is checked as."""
    budget: list[int | str] | None = None
    """Each line's amount; a range as text."""
    financing: list[int | str] | None = None
    totals: tuple[int | None, int | None] = (None, None)
    """The stated totals of both sides."""
    balances: bool | None = None
    told: Sequence[int | str] = ()
    """The amounts in running text, in order: not a year, a time, a case number or a page among them."""
    titled: bool = False
    """Whether it is read to be called as it is."""


READ = {
    "001": Read(  # lines without a table; what is granted is no financing
        expected=[("side-unlabelled", 9), ("financing-missing", 12)],
        also=[("required-section", 1), ("required-section", 16)],
        budget=[6_000, 3_000, 1_000],
        totals=(10_000, None),
        told=[10_000] * 3,
    ),
    "005": Read(  # the number of a case in the title is no amount
        also=[("form-suggested", 7), ("budget-missing", 25), ("financing-missing", 25), ("required-section", 25)],
        told=[100_000, 1_376_000, 900_000, 75_000, 25_000, 1_476_000, 800_000, 100_000],
        titled=True,
    ),
    "009": Read(  # a range whose ends share their thousands
        expected=[("budget-balances", 19)],
        also=[("required-section", 15), ("amount-range", 21)],
        budget=[],
        financing=[62_000, "20000-25000"],
        totals=(80_000, None),
        balances=False,
        told=[49_000, "20000-25000", 45_000],
        titled=True,
    ),
    "013": Read(  # two tables pulled apart, a broken tag with a size in it, one remainder right and one wrong
        expected=[("remainder-differs", 46), ("budget-missing", 52)],
        also=[("form-suggested", 2), ("required-section", 31), ("financing-missing", 53)],
        told=[30_000, 30_000, 816_667, 288_300, 30_000, 258_300, 30_000, 816_667, 288_300, 30_000, 258_000],
        titled=True,
    ),
    "017": Read(  # each paragraph twice: its amounts are taken from the pool once, and it is told once
        expected=[("remainder-differs", 8)],
        also=[("budget-missing", 14), ("financing-missing", 14), ("required-section", 14)],
        told=[2_735_000, *[281_262, 300_000, 2_113_738, 266_320, 11_000, 10_000] * 2],
        titled=True,
    ),
    "021": Read(  # neither what was refused nor the amount that is cut off makes a side
        expected=[("text-cut-off", 17)],
        also=[*[("required-section", 1)] * 2, ("budget-missing", 17), ("financing-missing", 17)],
        told=[21_875, 26_625, 2_000, 17_500, 17_248, 20_000, 50_000, 50_000, 50_000],
    ),
    "025": Read(  # costs and income, with a minus, in one list; counts, a subtotal; the first figures of a total
        expected=[("text-cut-off", 87)],
        also=[("required-section", 1)] * 2,
        budget=[
            *[30_250, 99_000, 135_840, 81_504, 49_500, 49_500, 49_500, 16_000],
            *[4_000, 4_000, 8_000, 28_800, 14_400, 14_400, 14_400, 950],
        ],
        financing=[16_200, 18_000, 135_840, 81_504, 49_500, 49_500, 49_500, 200_000],
        totals=(600, None),
        balances=True,
        told=[600_044, 200_000],
    ),
    "029": Read(  # both sides under the heading of one
        also=[("required-section", 1)] * 2,
        budget=[5_500_000, 300_000, 100_000],
        financing=[3_000_000, 500_000, 800_000, 150_000, 1_375_000, 30_000, 45_000],
        totals=(5_900_000, 5_900_000),
        balances=True,
        told=[5_900_000],
    ),
    "033": Read(  # the heads of a table whose cells stand one below the other are no labels
        also=[("required-section", 1), ("budget-missing", 126), ("financing-missing", 126)],
        told=[
            *[523_500, 227_750, 23_000, 20_000, 14_000, 38_000, 24_000, 24_000, 30_000, 50_000, 40_000, 25_000],
            *[25_000, 70_000, 50_000, 20_000, 20_000, 20_000, 49_500, 100_000, 73_750, 35_000, 523_500, 227_750],
        ],
        titled=True,
    ),
    "037": Read(  # amounts before their labels, the total first, and voluntary time outside it
        also=[("required-section", 5), ("section-told-in-text", 7)],
        budget=[],
        financing=[779_129, 8_260, 430_000, 251_564],
        totals=(1_468_953, 1_468_953),
        balances=True,
        told=[132_000],
        titled=True,
    ),
    "041": Read(
        also=[("required-section", 5)],
        budget=[],
        financing=[432_207],
        totals=(432_207, 432_207),
        balances=True,
        titled=True,
    ),
    "045": Read(  # years are no amounts
        expected=[("kind-assumed", 1)],
        also=[("many-sections-missing", 1)],
        told=[6_900_000, 2_300_000, 4_600_000],
        titled=True,
    ),
    "049": Read(  # a year right before an amount
        expected=[("budget-missing", 11), ("total-missing", 11)],
        also=[("required-section", 1)] * 2,
        financing=[1_300_000, 2_300_000, 2_000_000, 1_500_000, 800_000],
    ),
    "053": Read(expected=[("economy-missing", 5)], titled=True),  # numbers of pages and sections are no amounts
    "057": Read(
        also=[("kind-assumed", 1), ("many-sections-missing", 1)],
        told=[750_000, 976_000, 306_000, 475_000, 195_000],
    ),
    "061": Read(  # nor is the time of a clock
        expected=[("text-cut-off", 31)],
        also=[("budget-missing", 31), ("financing-missing", 31), ("required-section", 31)],
        told=[5_000, 5_000],
        titled=True,
    ),
    "065": Read(
        also=[("required-section", 1), ("budget-missing", 25), ("financing-missing", 25)],
        told=[
            *[300_000, 25_000, 24_000, 15_000, 5_000, 42_250, 25_000],
            *[14_500, 25_000, 50_000, 40_000, 35_000, 180_000],
        ],
    ),
    "089": Read(  # four right weekdays
        also=[("required-section", 1), ("budget-missing", 11), ("financing-missing", 11)],
        titled=True,
    ),
}
LANGUAGES = {"025": "nb", "033": "sv", "037": "sv", "041": "sv", "049": "nb", "053": "sv", "057": "nb"}


@pytest.fixture
def path(documents: Path, number: str) -> Path:
    [found] = (documents / "corpus").glob(f"{number}-*.txt")
    return found


@pytest.mark.parametrize("number", READ)
def test_what_a_careful_reader_objects_to_is_found_and_nothing_that_is_right(path: Path, number: str) -> None:
    result = json.loads(projekt("validate", str(path), "--as-of", DAY, "--no-cache", "--output-format", "json").out)
    [checked] = result["files"]
    found = [(each["rule"], each["span"]["line"]) for each in checked["findings"]]
    assert sorted(found) == sorted([*READ[number].expected, *READ[number].also])


@pytest.mark.parametrize("number", READ)
def test_no_careless_reading_happens(path: Path, number: str) -> None:
    read = json.loads(projekt("inspect", str(path), "--output-format", "json").out)
    project, known = read["project"], READ[number]
    assert read["language"] == LANGUAGES.get(number, "da")
    assert [_amount(each) for each in project["amounts_in_text"]] == list(known.told)
    assert project["balances"] is known.balances
    if known.titled:
        called = json.loads(path.with_suffix(".json").read_text("utf-8"))["title"]
        assert project["title"] and called.startswith(project["title"])
    assert _lines(project["budget"]) == known.budget
    assert _lines(project["financing"]) == known.financing
    assert (_total(project["budget"]), _total(project["financing"])) == known.totals


def test_a_careful_reader_has_read_each_document(documents: Path) -> None:
    assert sorted(READ) == sorted(path.name[:3] for path in (documents / "corpus").glob("*.txt"))


def _lines(side: Data | None) -> list[int | str] | None:
    return None if side is None else [_amount(line) for line in side["lines"]]


def _total(side: Data | None) -> int | None:
    return None if side is None or side["stated_total"] is None else int(Decimal(side["stated_total"]))


def _amount(told: Data) -> int | str:
    return f"{told['low']}-{told['high']}" if told["amount"] is None else int(Decimal(told["amount"]))
