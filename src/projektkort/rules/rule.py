"""Knows what a rule is: one check of a project, its name and what it needs. What a rule says, `texts` knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet

from projektkort.finding import Problem
from projektkort.frozen import Frozen
from projektkort.project.models import Project
from projektkort.schema.model import Schema

Check = Callable[[Project, Schema], Iterator[Problem]]


class Rule(Frozen):
    """One check. It reads the project and the schema, changes nothing and yields what it finds."""

    name: str
    subject: str
    needs: frozenset[str]
    function: Check

    def applies(self, project: Project) -> bool:
        """Whether every part that the rule needs was built."""
        return all(getattr(project, part) is not None for part in self.needs)

    def __call__(self, project: Project, schema: Schema) -> Iterator[Problem]:
        return self.function(project, schema)


def rule(*, needs: AbstractSet[str] = frozenset()) -> Callable[[Check], Rule]:
    """Makes a rule of a function: named after it, of the subject its module is named after.

    `needs` names attributes of a project; where one of them is None the rule is skipped.
    """
    unknown = needs - set(Project.model_fields)
    if unknown:
        raise ValueError(f"a project has no {', '.join(sorted(unknown))}")

    def make(function: Check) -> Rule:
        name = function.__name__.replace("_", "-")
        return Rule(name, function.__module__.rpartition(".")[2], frozenset(needs), function)

    return make
