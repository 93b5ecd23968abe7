"""Knows what a rule is: one check of a project, its name and what it needs. What a rule says, `texts` knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet

from projektkort.finding import Problem
from projektkort.frozen import Frozen
from projektkort.project.models import Project
from projektkort.schema.model import Days, Limits, Partners, Schema, Strict

Check = Callable[[Project, Schema], Iterator[Problem]]


class Rule(Frozen):
    """One check. It reads the project and the schema, changes nothing and yields what it finds."""

    name: str
    subject: str
    needs: frozenset[str]
    asks: frozenset[str]
    function: Check

    def applies(self, project: Project) -> bool:
        """Whether every part that the rule needs was built."""
        return all(getattr(project, part) is not None for part in self.needs)

    def asked(self, schema: Schema) -> bool:
        """Whether the schema demands what the rule looks after; a rule that asks nothing is always asked for."""
        return not self.asks or any(_told(schema, key) for key in self.asks)

    def __call__(self, project: Project, schema: Schema) -> Iterator[Problem]:
        return self.function(project, schema)


def rule(*, needs: AbstractSet[str] = frozenset(), asks: AbstractSet[str] = frozenset()) -> Callable[[Check], Rule]:
    """Makes a rule of a function: named after it, of the subject its module is named after.

    `needs` names attributes of a project; where one of them is None the rule is skipped. `asks` names what a schema
    may demand ("flat_rates", "limits.costs_max"); where it demands none of them the rule is skipped too.
    """
    unknown = (needs - set(Project.model_fields)) | {key for key in asks if not _exists(key)}
    if unknown:
        raise ValueError(f"a project or a schema has no {', '.join(sorted(unknown))}")

    def make(function: Check) -> Rule:
        name = function.__name__.replace("_", "-")
        subject = function.__module__.rpartition(".")[2]
        return Rule(name, subject, frozenset(needs), frozenset(asks), function)

    return make


def _told(schema: Schema, key: str) -> bool:
    value: object = schema
    for part in key.split("."):
        value = getattr(value, part)
    return value is not None and value is not False and value not in ((), {})


def _exists(key: str) -> bool:
    whole, _, part = key.partition(".")
    models: dict[str, type[Strict]] = {"limits": Limits, "days": Days, "partners": Partners}
    return whole in Schema.model_fields and (not part or part in models[whole].model_fields)
