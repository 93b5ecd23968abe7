"""Knows which label candidates of a text are its labels, and so which lines stand under which of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from projektkort.document.layout import HEADING, LabelStyle, Line
from projektkort.project.candidate import Candidate, Open, candidates
from projektkort.project.ending import HEADER, is_over
from projektkort.project.field import BOLD, STRONG, UNSAID, WEAK, Outline
from projektkort.project.forms import without_forms
from projektkort.project.leads import applied
from projektkort.project.naming import Naming
from projektkort.project.setting import REFERENCES, SETTINGS, is_setting
from projektkort.schema.labels import Labels, Match
from projektkort.span import Text

SIDES = frozenset({"budget", "financing"})
OF_ITSELF = SETTINGS | REFERENCES
AT_HEAD = HEADER | OF_ITSELF
NUMBERS = frozenset({"id", "applicant_id", "phone", "account"})
SHORT_LABEL = 4  # words of an unknown label that may stand among the head's labels ("Telefon:", "E-mail:")


class Outliner:
    """Walks the lines of one text once, deciding at each label candidate whether a field begins there."""

    def __init__(
        self,
        lines: Sequence[Line],
        labels: Labels,
        parts: Callable[[str], frozenset[str]],
        is_amount: Callable[[Text], bool],
        is_row: Callable[[Text], bool],
        is_date: Callable[[Text], bool],
    ) -> None:
        self.lines, self.labels, self.parts_of = without_forms(lines, labels, is_amount), labels, parts
        self.is_amount, self.is_row, self.is_date = is_amount, is_row, is_date
        self.candidates = candidates(self.lines, labels)
        self.naming = Naming(self.lines, labels, parts)
        self.done: list[Open] = []
        self.sections = 0  # of them, without those by which the document speaks of itself
        self.current: Open | None = None
        self.part: Open | None = None
        self.heading: Open | None = None  # the last field that a heading opened
        self.is_over = False  # whether what the current field asks for has been answered
        self.in_head = True  # no section has been opened yet
        self.preamble: list[Text] = []
        self.first: Line | None = None
        self.kinds = False  # the first line only says what the document is

    def run(self) -> Outline:
        begin = 0
        for index, candidate in enumerate(self.candidates):
            if candidate is not None:
                self._collect_all(begin, index)
                begin = index + self._open(candidate, index)  # what opens nothing is collected as the others are
        self._collect_all(begin, len(self.lines))
        return Outline(tuple(opened.close() for opened in self.done), self.first, tuple(self.preamble))

    def _collect_all(self, begin: int, end: int) -> None:
        """Collects lines of which none opens a field; below a heading all of them are the heading's."""
        target = self.part or self.current
        if target is not None and target.rank < BOLD:
            target.lines += self.lines[begin:end]
            return
        for index in range(begin, end):
            self._collect(self.lines[index], index)

    def _collect(self, line: Line, index: int) -> None:
        target = self.part or self.current
        if target is not None and target.rank >= BOLD and not self.is_over:
            self.is_over = is_over(target.id, target.rank, target.candidate.value, target.lines, line, self.labels)
        if self.is_over:
            target = self.heading
        if target is not None:
            target.lines.append(line)
        elif self.current is None and self._is_title(index):
            self.first = line
        elif line.kind not in UNSAID:
            self.preamble.append(line.whole.strip())

    def _is_title(self, index: int) -> bool:
        """Whether the first line may be the title, or the one below what the document is called."""
        if self.first is not None or len(self.preamble) > self.kinds or not self.naming.may_be_title(index):
            return False
        self.kinds = not self.preamble and self.naming.only_names_kind(index)
        return not self.kinds

    def _open(self, candidate: Candidate, index: int) -> bool:
        """Opens a field at the candidate if it is a label; says whether it did."""
        if self._setting(candidate):
            return True
        match = self._match(candidate)
        if match is not None and self.current is None and self._names_all(candidate, match, index):
            match = None
        if not self._opens(candidate, match, index):
            return False
        new = Open(match.id if match else None, candidate, match.near if match else None)
        if self.current is not None and self.current.id and new.id in self.parts_of(self.current.id):
            self.current.parts.append(new)
            self.part = new
        else:
            self._begin(new)
            self.in_head = self.in_head and (new.id is None or new.id in AT_HEAD)
            self.current, self.part = new, None
        self.is_over = False
        if candidate.style is None:
            self.heading = new
        return True

    def _begin(self, field: Open) -> None:
        self.done.append(field)
        self.sections += field.id not in OF_ITSELF

    def _names_all(self, candidate: Candidate, match: Match, index: int) -> bool:
        """Whether what is called as a section is names the whole text, as its first heading or line."""
        if candidate.style is None:
            return self.naming.heads_all(index, match.id)
        return self.naming.kind_before_title(index)

    def _match(self, candidate: Candidate) -> Match | None:
        """What the label of a candidate means; "Amount: We apply for 5.000" tells what is applied for."""
        label, value = candidate.label.value, candidate.value
        match = self.labels.section(label, within=self.current.id if self.current else None)
        return match if match or value is None or self._in_side() else applied(label, value.value, self.labels)

    def _setting(self, candidate: Candidate) -> bool:
        """Takes `Skema: lokaludvalg` and its like, which stand above the first section."""
        if candidate.style is not LabelStyle.INLINE or not self.in_head:
            return False
        key = self.labels.key(candidate.label.value)
        if not is_setting(key, candidate.value.value if candidate.value is not None else ""):
            return False
        self._begin(Open(key, candidate))
        return True

    def _opens(self, candidate: Candidate, match: Match | None, index: int) -> bool:
        if candidate.style is None:
            return match is not None or not self._inside_heading(candidate.rank)
        if candidate.style in STRONG:
            return self._bold_opens(candidate, match, index)
        if match is None:
            return self._head_goes_on(candidate)
        if candidate.style is LabelStyle.PLAIN and (match.near or _is_answered(match.id, candidate.label.value)):
            return False
        if self._in_side():
            return self._opens_in_side(candidate, match, index)
        return self._weak_opens(candidate, match)

    def _inside_heading(self, rank: int) -> bool:
        """Whether the field that has begun stands under a higher heading; the title's is that of the whole text."""
        current = self.current
        if current is None:
            return False
        is_title = current.id is None and self.sections == (self.done[-1].id not in OF_ITSELF)
        return not is_title and current.rank < rank

    def _in_side(self) -> bool:
        return self.current is not None and self.current.id in SIDES

    def _bold_opens(self, candidate: Candidate, match: Match | None, index: int) -> bool:
        if self._in_side():
            return match is not None and self._opens_in_side(candidate, match, index)
        if match is not None:
            return True
        return self.current is None or self.current.rank >= BOLD

    def _head_goes_on(self, candidate: Candidate) -> bool:
        """Whether an unknown `Label: text` stands in the row of labels at the head of a form."""
        if candidate.style is not LabelStyle.INLINE or self.current is None or self.current.rank < WEAK:
            return False
        return self.current.id in HEADER and len(candidate.label.value.split()) <= SHORT_LABEL

    def _opens_in_side(self, candidate: Candidate, match: Match, index: int) -> bool:
        value = candidate.value
        if value is not None and value.value:
            if not self.is_amount(value):
                return True
            own = self.current.id if self.current is not None else None
            if match.near or match.id == own:
                return False  # in a side an amount makes a line of its label, unless that is clearly another's
            return match.id in SIDES or (match.id == "applied" and own != "financing")
        if self.is_row(candidate.label):
            return False
        return match.id in SIDES or not self._amount_follows(index)

    def _weak_opens(self, candidate: Candidate, match: Match) -> bool:
        current = self.current
        if current is None or current.id is None:
            return True
        if current.id == "attachments" and candidate.label.value[:1].isdigit():
            return False  # what is attached is often called as a section is
        if match.id in SIDES or match.id in self.parts_of(current.id):
            return True
        if current.id == "schedule" and candidate.value is not None and self.is_date(candidate.value):
            return False
        if current.rank >= WEAK or current.candidate.style is LabelStyle.FORM:
            return True
        if match.id in self._strong_ids or (current.rank < BOLD and match.id not in HEADER):
            return False
        return candidate.style is not LabelStyle.PLAIN

    def _amount_follows(self, index: int) -> bool:
        """Whether the next line that is not blank is, or ends in, an amount: then this one is a line's label."""
        behind = (self.lines[at] for at in range(index + 1, len(self.lines)))
        follower = next((line for line in behind if not line.blank), None)
        if follower is None or follower.kind is HEADING:
            return False
        cells = follower.cells or ((follower.label.value,) if follower.label else (follower.text,))
        return self.is_amount(cells[-1])

    @cached_property
    def _strong_ids(self) -> frozenset[str]:
        """The ids that headings and bold labels name somewhere: a weak label does not claim them a second time."""
        strong = (each for each in self.candidates if each is not None and each.rank <= BOLD)
        matches = (self.labels.section(candidate.label.value) for candidate in strong)
        return frozenset(match.id for match in matches if match is not None and not match.near)


def _is_answered(wanted: str, label: str) -> bool:
    """Whether a line without a colon tells the number that its first words ask for: “Tel. 22 00 00 00”."""
    return wanted in NUMBERS and label[-1:].isdigit()
