"""Knows whether the files that a document lists as its attachments lie beside it; what must be attached, rules know."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from projektkort.finding import Problem
from projektkort.patterns import late
from projektkort.project.models import Project
from projektkort.span import Text

FILE = late(
    r"[^\n:*?\"<>|()\[\]`]*?\w\.(?:pdf|docx?|docm|odt|rtf|xlsx?|xlsm|ods|csv|pptx?|odp|jpe?g|png|gif|tiff?|heic|svg|zip|txt|md|ya?ml"
    r"|html?|eml|msg)(?!\w|\.\w)",
    re.IGNORECASE,
)
"""What may be the name of a file, with what stands before it: a name may have blanks in it."""
ELSEWHERE = ("/", "\\", "~", "www.")
"""What the name of a file on another machine, or far from the document, begins with."""


def named_files(project: Project) -> Iterator[Text]:
    """What the list of attachments says that may be the name of a file, with the words before it."""
    for text in project.attachments:
        if "." in text.value:
            named = (text.slice(*match.span()).strip(" \t,;-\u2013\u2014") for match in FILE.finditer(text.value))
            yield from (name for name in named if not name.value.startswith(ELSEWHERE))


def absent(project: Project, document: str) -> Iterator[Problem]:
    """The files in the list of attachments that do not lie beside the document, where that is a file itself.

    A text that somebody pipes in, or asks about in a program, has nothing beside it.
    """
    named = list(named_files(project))
    if not named or not Path(document).is_file():
        return
    from projektkort.engine.references import is_near, similar  # noqa: PLC0415 - few documents name files

    folder = Path(document).parent
    for name in named:
        words = name.value.replace("\\", "/").split(" ")
        candidates = [folder / " ".join(words[at:]) for at in range(len(words))]
        if all(is_near(path, folder) for path in candidates) and not any(map(_lies, candidates)):
            meant = next((other for path in candidates for other in similar(path)), None)
            variant = "suggestion" if meant else ""
            yield Problem(name.place, rule="attachment-not-found", variant=variant, name=name.value, suggestion=meant)


def _lies(path: Path) -> bool:
    """Whether there is such a file, in whatever case and Unicode form its name is written."""
    try:
        return path.exists() or _plain(path.name) in {_plain(other.name) for other in path.parent.iterdir()}
    except OSError:
        return False


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
