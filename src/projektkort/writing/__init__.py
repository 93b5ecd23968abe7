"""Documents as people would type them: an empty form, the next report, a project written anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from projektkort.document.layout import Document
from projektkort.project.models import Project
from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema
from projektkort.writing.escape import Escape
from projektkort.writing.markdown import as_markdown
from projektkort.writing.sheet import Sheet
from projektkort.writing.transcript import Manner, sheet_of
from projektkort.writing.yaml import as_yaml

__all__ = ["drafts", "sheet_text"]


def drafts(
    project: Project, document: Document, schema: Schema, form: str, moved: Callable[[str], str]
) -> Iterator[str]:
    """The project as "md" or "yaml", the most pleasant text first, the one that leaves least to be guessed last.

    `moved` is a path that the document names, as seen from the new file. What finds no place there is carried over in
    comments. That a draft is read as the project again, the caller sees to.
    """
    labels = Labels(schema)
    for firm, lined in ((False, False), (True, False), (True, True)):
        yield sheet_text(sheet_of(project, document, schema, Manner(moved, firm, lined)), form, labels)


def sheet_text(sheet: Sheet, form: str, labels: Labels) -> str:
    """A sheet as "md" or "yaml"."""
    return as_yaml(sheet) if form == "yaml" else as_markdown(sheet, Escape(labels))
