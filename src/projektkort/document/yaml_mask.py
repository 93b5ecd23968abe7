"""Knows how pieces of a YAML text are hidden from YAML without moving anything, and how that is reported."""

from __future__ import annotations

from collections.abc import Iterable

from projektkort.document.yaml_row import QUOTED
from projektkort.finding import Edit, Fix, Problem
from projektkort.span import Lines, Place


class Mask:
    """A text that stands at `base` of the source, as YAML is shown it.

    A hidden piece is overwritten by as many letters, so that YAML sees a plain word and every place stays true;
    its text is then read from the source. `places` holds the few keys that YAML sees one letter too short.
    """

    def __init__(self, source: Lines, base: int, text: str) -> None:
        self.source, self.base, self.text = source, base, text
        self.places: dict[int, tuple[int, int]] = {}
        self.problems: list[Problem] = []

    def place(self, start: int, end: int) -> Place:
        """A slice of this text as a place of the source."""
        return Place(self.source, self.base + start, self.base + end)

    def hide(self, *pieces: tuple[int, int]) -> None:
        """Makes words of the pieces."""
        self.overwrite((start, end, "x" * (end - start)) for start, end in pieces)

    def comment(self, start: int, end: int) -> None:
        """Makes a comment of a piece, its line breaks included."""
        self.overwrite([(start, end, "#" + "x" * (end - start - 1))])

    def blank(self, *pieces: tuple[int, int]) -> None:
        """Makes spaces of the pieces."""
        self.overwrite((start, end, " " * (end - start)) for start, end in pieces)

    def overwrite(self, pieces: Iterable[tuple[int, int, str]]) -> None:
        """Puts other characters in the place of as many."""
        parts, at = [], 0
        for start, end, text in sorted(pieces):
            parts += [self.text[at:start], text]
            at = end
            for hidden in [place for place in self.places if start <= place < end]:
                del self.places[hidden]
        self.text = "".join([*parts, self.text[at:]])

    def say(
        self,
        start: int,
        end: int,
        rule: str,
        variant: str = "",
        *,
        key: str = "",
        name: str = "",
        count: int = 1,
        spaced: Iterable[tuple[int, int]] = (),
    ) -> None:
        """Reports a problem with a slice; where `spaced` names some, the remedy is to make spaces of these."""
        place = self.place(start, end)
        edits = tuple(Edit(self.place(*each), " " * (each[1] - each[0])) for each in spaced)
        fix = Fix(edits, safe=True) if edits else None
        text = place.text
        self.problems.append(
            Problem(place, rule=rule, variant=variant, fix=fix, key=key, text=text, name=name, count=count)
        )

    def say_with_fix(self, start: int, end: int, variant: str, key: str, before: str = "") -> None:
        """Reports a text that was read as it stands, and how YAML would have it: behind `before`, else in quotes."""
        place = self.place(start, end)
        fix = Fix((Edit(self.place(start, start), before),), safe=True) if before else in_quotes(place)
        self.problems.append(Problem(place, rule="yaml-repaired", variant=variant, key=key, text=place.text, fix=fix))

    def forget(self, start: int, end: int) -> None:
        """Takes back what was reported inside a slice: one cause, one finding."""
        inside = range(self.base + start, self.base + max(end, start + 1))
        self.problems = [problem for problem in self.problems if problem.place.start not in inside]


def in_quotes(place: Place) -> Fix:
    """The fix that puts a text in quotation marks; not safe where some of it may be meant as marks, or as a comment."""
    text = place.text
    return Fix((Edit(place, quoted(text)),), safe=" #" not in text and not QUOTED.fullmatch(text))


def quoted(text: str) -> str:
    """A text as YAML writes it in quotation marks."""
    return "'" + text.replace("'", "''") + "'"
