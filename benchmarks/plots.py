"""Knows the good documents that defects are put into: our examples in order, the same in the other form, and others.

All kinds and both forms are among them. Each is in order before anything is put into it; one that is not stops the run.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from applications import application
from timing import Failed

from projektkort.engine import Loaded, Request, check_loaded, load
from projektkort.source import decode
from projektkort.writing import drafts
from writing import FORMS

EXAMPLES = Path(__file__).parents[1] / "examples"
GENERATED = 12
"""How many applications of the corpus are among them, each in both forms."""


class Plot(NamedTuple):
    """A good document: its name, its text, what was read of it, and what it is checked by."""

    name: str
    text: str
    loaded: Loaded
    request: Request

    @property
    def form(self) -> str:
        """How it is written: "yaml" or "md"."""
        return "yaml" if self.name.endswith((".yaml", ".yml")) else "md"


def plots() -> Iterator[Plot]:
    """Every good document; raises Failed where one of our examples is not in order."""
    for path in sorted(EXAMPLES.glob("*/ok/*")):
        own = path.parents[1] / f"{path.parents[1].name}.yaml"
        request = Request(schema=str(own) if own.exists() else None)
        plot = _plot(str(path), path.read_bytes().decode(), request)
        if plot is None:
            raise Failed(f"{path.name} is not in order")
        yield plot
        if not path.with_suffix(".md" if plot.form == "yaml" else ".yaml").exists():
            yield from _other(plot)
    for index in range(GENERATED):
        for form in FORMS:
            plot = _plot(f"generated/{index}.{form}", FORMS[form](application(index)), Request())
            if plot is None:
                raise Failed(f"the generated application {index} is not in order as {form}")
            yield plot


def _plot(name: str, text: str, request: Request) -> Plot | None:
    """The document with what is read of it; None where there is anything to say about it."""
    loaded = load(decode(text.encode(), name), request)
    return None if check_loaded(loaded, request).findings else Plot(name, text, loaded, request)


def _other(plot: Plot) -> Iterator[Plot]:
    """The same in the other form, where that can be written without a word to say about it."""
    form = "md" if plot.form == "yaml" else "yaml"
    loaded = plot.loaded
    for draft in drafts(loaded.project, loaded.document, loaded.choice.schema, form, lambda path: path):
        own = plot.request.schema or loaded.choice.schema.id
        written = _plot(f"{plot.name.rpartition('.')[0]}-as.{form}", draft, Request(schema=own))
        if written is not None:
            yield written
            return
