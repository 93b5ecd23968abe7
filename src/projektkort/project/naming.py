"""Knows which of the first lines of a text may name it, and which only say what kind of document it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import takewhile

from projektkort.document.layout import LabelStyle, Line, LineKind
from projektkort.locale import every
from projektkort.project.ending import ANSWERED, TOLD
from projektkort.project.field import UNSAID
from projektkort.project.setting import is_setting
from projektkort.project.sums import names_form
from projektkort.schema.labels import Labels
from projektkort.span import Text

TITLE_LENGTH = 160  # characters of a first line that can still be a title
TITLE_WORDS = 8  # words of a first line that can be a title although it ends as a sentence does
TITLED = frozenset({"outline", "description"})
"""Kinds that are also called as a section is, before the title: “Project description: Night Harbour”."""
NAMED = frozenset({"outline", "goal-report"})
"""Kinds that are not called as a section is."""
SIDES = frozenset({"budget", "financing"})

_COLON = re.compile(r"\s*(?::|：)\s+|：")
_STOP = re.compile(r"[.!?…][\"'”’»)]*$")


def behind_kind(text: Text, labels: Labels) -> Text | None:
    """The title behind the word for the kind of the document and a colon; None where it has none.

    Behind “Status report for” stands the project, too. An application may be for anything (“Application for Funding”),
    and a report on the goals of a plan is called so.
    """
    colon = _COLON.search(text.value)
    called = text.value[: colon.start()] if colon is not None else ""
    if colon is not None and (labels.kind(called) or names_form(called)):
        return text.slice(colon.end()) if text.value[colon.end() :] else None
    about = _about().search(text.value)
    if about is None or labels.kind(text.value[: about.start()]) != "status-report":
        return None
    name = text.slice(about.end())
    return name if name.value[:1].isupper() else None


@cache
def _about() -> re.Pattern[str]:
    """A word that says what a report is about."""
    words = sorted(map(re.escape, every("about")), key=len, reverse=True)
    return re.compile(rf"\s+(?:{'|'.join(words)})\s+", re.IGNORECASE)


class Naming:
    """Looks at the first lines of a text."""

    __slots__ = ("labels", "lines", "parts_of")

    def __init__(self, lines: Sequence[Line], labels: Labels, parts: Callable[[str], frozenset[str]]) -> None:
        self.lines, self.labels, self.parts_of = lines, labels, parts

    def may_be_title(self, index: int) -> bool:
        """Whether a line is short and without a label, numbered ("7. Lights") or not; the kind is no label."""
        line = self.lines[index]
        if line.kind is not LineKind.TEXT and not (
            line.kind is LineKind.ITEM and line.marker[:1].isdigit() and self._alone(index)
        ):
            return False
        if self._begins_text(index):
            return False
        inline = line.label is not None and line.label.style is LabelStyle.INLINE
        plain = not inline or behind_kind(line.text, self.labels) is not None
        return plain and 0 < len(line.text.value) <= TITLE_LENGTH

    def _begins_text(self, index: int) -> bool:
        """Whether a line is the beginning of a paragraph: a sentence that is long, or that more text follows at once;
        or a long line in the middle of a sentence that ends further down."""
        text = self.lines[index].text.value
        behind = list(takewhile(lambda line: line.kind is LineKind.TEXT, self.lines[index + 1 :]))
        if len(text.split()) <= TITLE_WORDS:
            return text.endswith(".") and bool(behind) and behind[0].label is None
        goes_on = bool(behind) and behind[0].text.value[:1].islower() and behind[-1].text.value.endswith(".")
        return text.endswith(".") or goes_on

    def only_names_kind(self, index: int) -> bool:
        """Whether a line only says what the document is, and the title stands below it, by itself."""
        if not self.labels.kind(self.lines[index].text.value):
            return False
        after = next((at for at in range(index + 1, len(self.lines)) if not self.lines[at].blank), None)
        if after is None or not self._alone(after) or self._known(self.lines[after].text):
            return False
        line = self.lines[after]
        return line.kind is LineKind.TEXT and self.may_be_title(after) and not _STOP.search(line.text.value)

    def kind_before_title(self, index: int) -> bool:
        """Whether the first line is a label that says what the document is, and its title, and nothing more."""
        label = self.lines[index].label
        if label is None or label.style is not LabelStyle.INLINE or self.labels.kind(label.text.value) not in TITLED:
            return False
        if any(not line.blank for line in self.lines[:index]) or not self._alone(index):
            return False
        titled = any(line.label and self._known(line.label.text) == "title" for line in self.lines)
        return not titled and len(label.value.value) <= TITLE_LENGTH and not _STOP.search(label.value.value)

    def heads_all(self, index: int, wanted: str) -> bool:
        """Whether the first heading is that of the whole text although it is called as a section is.

        Then it is the only one of level 1, and says what kind of document it is; or nothing but labels of a form's
        head stands below it, and other sections follow below headings of their own, or nothing at all.
        """
        above, below = self._said(self.lines[:index]), self.lines[index + 1 :]
        headings = [line for line in below if line.kind is LineKind.HEADING]
        if any(line.level == 1 for line in (*above, *headings)) or not all(map(self._is_head, above)):
            return False
        if self.lines[index].level != 1 or wanted in SIDES | {"title"}:
            return False
        if self.labels.kind(self.lines[index].text.value) in NAMED:
            return True
        answers = self._said(takewhile(lambda line: line.kind is not LineKind.HEADING, below))
        sections = {self._known(line.text) for line in headings} - {None, wanted} - self.parts_of(wanted)
        return all(map(self._is_head, answers)) and bool(sections if headings else answers)

    def _said(self, lines: Iterable[Line]) -> list[Line]:
        return [line for line in lines if line.kind not in UNSAID]

    def _is_head(self, line: Line) -> bool:
        """Whether a line answers a label of a form's head."""
        label = line.label
        if label is None or not label.value.value:
            return False
        known = is_setting(self.labels.key(label.text.value), label.value.value)
        return known or self._known(label.text) in ANSWERED | TOLD

    def _alone(self, index: int) -> bool:
        return index + 1 == len(self.lines) or self.lines[index + 1].blank

    def _known(self, text: Text) -> str | None:
        match = self.labels.section(text.value)
        return match.id if match is not None and match.near is None else None
