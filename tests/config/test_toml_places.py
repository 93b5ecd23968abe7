"""A key and a value of a TOML text are found where they are written, in all the ways that TOML allows."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projektkort.config.places import Path, Places

TEXT = '''\
a = 1  # [no]
"b c" = [ 1.5, "x # y", ["z"], # ]
  { d.e = 2026-01-01 07:32:00, 'f' = {} } ]
g.h."i" = """
j = 1
"""""
[k]
l = \'\'\'
m\'\'\'
[[n]]
o = 1
[n.p]
q = 2
[[n]]
o = 3
[[n.r]]
s = "]"
'''


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("a",), (1, 1), (1, 5)),
        (("b c",), (2, 1), (2, 9)),
        (("b c", 0), None, (2, 11)),
        (("b c", 1), None, (2, 16)),
        (("b c", 2, 0), None, (2, 26)),
        (("b c", 3), None, (3, 3)),
        (("b c", 3, "d", "e"), (3, 7), (3, 11)),
        (("b c", 3, "f"), (3, 32), (3, 38)),
        (("g", "h", "i"), (4, 5), (4, 11)),
        (("k", "l"), (8, 1), (8, 5)),
        (("n", 0, "o"), (11, 1), (11, 5)),
        (("n", 0, "p", "q"), (13, 1), (13, 5)),
        (("n", 1), None, (14, 1)),
        (("n", 1, "o"), (15, 1), (15, 5)),
        (("n", 1, "r", 0, "s"), (17, 1), (17, 5)),
    ],
)
def test_places_of_keys_and_values(path: Path, key: tuple[int, int] | None, value: tuple[int, int]) -> None:
    places = Places(TEXT)
    assert places.at(path) == value
    assert places.at(path, key=True) == (key or value)


def test_what_is_not_there_has_the_place_of_what_would_hold_it() -> None:
    places = Places(TEXT)
    assert places.at(("n", 1, "gone")) == (14, 1)
    assert places.at(("gone", "too")) == (1, 1)


def walked(said: Any, path: Path = ()) -> Any:
    """All paths to what a text says, with what stands there."""
    for key, value in said.items() if isinstance(said, dict) else enumerate(said) if isinstance(said, list) else ():
        yield (*path, key), value
        yield from walked(value, (*path, key))


NAMES = st.sampled_from(["a", "b", "c-d", "1", "é x", "e.f", ""])
SCALARS = st.sampled_from(["1", "2.5", "true", '"[x]"', "'#'", '"""\n]"""', "1979-05-27 07:32:00"])


def written(name: str) -> str:
    return name if name.isascii() and name.replace("-", "").isalnum() else f'"{name}"'


VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[\n " + ", # c\n ".join(items) + " ]"),
        st.dictionaries(NAMES, inner, max_size=3).map(
            lambda table: "{" + ", ".join(f"{written(name)} = {value}" for name, value in table.items()) + "}"
        ),
    ),
    max_leaves=6,
)


@given(st.dictionaries(NAMES, VALUES, max_size=4), st.dictionaries(NAMES, SCALARS, max_size=3))
def test_every_scalar_of_any_text_is_found(top: dict[str, str], second: dict[str, str]) -> None:
    lines = [f"{written(name)} = {value}" for name, value in top.items()]
    for _ in range(2):
        lines += [
            "[[list of tables]]".replace(" ", "-"),
            *(f"{written(name)} = {value}" for name, value in second.items()),
        ]
    text = "\n".join(lines)
    places, rows = Places(text), text.split("\n")
    for path, value in walked(tomllib.loads(text)):
        line, column = places.at(path)
        if not isinstance(value, dict | list):
            rest = "\n".join([rows[line - 1][column - 1 :], *rows[line:]])
            assert any(rest.startswith(each) and tomllib.loads(f"x = {each}")["x"] == value for each in CHOICES)
        if isinstance(path[-1], str):
            line, column = places.at(path, key=True)
            assert rows[line - 1][column - 1 :].startswith(written(path[-1]))


CHOICES = ["1979-05-27 07:32:00", "1", "2.5", "true", '"[x]"', "'#'", '"""\n]"""']
