"""Numbers below a thousand in words, as a native writes them before “thousand”."""

from __future__ import annotations

import pytest

from projektkort.locale import LANGUAGES
from projektkort.locale.numerals import spell


@pytest.mark.parametrize(
    ("number", "danish", "swedish", "norwegian", "english"),
    [
        (2, "to", "två", "to", "two"),
        (12, "tolv", "tolv", "tolv", "twelve"),
        (20, "tyve", "tjugo", "tjue", "twenty"),
        (25, "femogtyve", "tjugofem", "tjuefem", "twenty-five"),
        (50, "halvtreds", "femtio", "femti", "fifty"),
        (99, "nioghalvfems", "nittionio", "nittini", "ninety-nine"),
        (100, "et hundrede", "etthundra", "ett hundre", "one hundred"),
        (350, "tre hundrede og halvtreds", "trehundrafemtio", "tre hundre og femti", "three hundred and fifty"),
        (408, "fire hundrede og otte", "fyrahundraåtta", "fire hundre og åtte", "four hundred and eight"),
    ],
)
def test_numbers_in_words(number: int, danish: str, swedish: str, norwegian: str, english: str) -> None:
    assert [spell(number, language) for language in LANGUAGES] == [danish, swedish, norwegian, english]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_numbers_are_spelled_alike(language: str) -> None:
    assert len({spell(number, language) for number in range(1, 1000)}) == 999


@pytest.mark.parametrize("number", [0, 1000, -5])
def test_other_numbers_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="not between 1 and 999"):
        spell(number, "da")
