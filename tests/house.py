"""Knows the plan of the house: which room may import which, and what a module may look like. `test_layers` asks it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

PACKAGE = "projektkort"
LAYERS = (
    {"frozen", "patterns", "version"},
    {"state"},
    {"span", "locale"},
    {"money", "period", "identity"},
    {"finding", "source"},
    {"document"},
    {"schema", "config"},
    {"project"},
    {"rules"},
    {"engine"},
    {"batch"},
    {"cli"},
)
"""Lowest first. A room sees those before it and those of its own layer."""
ASIDE: Mapping[str, set[str]] = {
    # `identity` beside the rooms of the plan: what leaves must be masked.
    "output": {"frozen", "finding", "span", "source", "locale", "money", "identity"},
    "writing": {"frozen", "document", "project", "schema", "money", "period", "identity", "locale", "span"},
    "pages": {"frozen", "project", "schema", "finding", "money", "period", "identity", "locale", "span"},
}
"""The rooms beside the tower; only `cli` and the public API of the package see them."""
ALONE = {"frozen", "locale", "patterns", "version"}
"""These import nothing of ours."""
TABLES = {f"{PACKAGE}.output", f"{PACKAGE}.document", f"{PACKAGE}.project.reported", f"{PACKAGE}.rules.registry"}
"""The modules, beside those of `cli`, that import what they list when it is asked for."""
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "types"}
LETTERS = set("æøåäöÆØÅÄÖ")
LONGEST_MODULE = 250
LONGEST_FUNCTION = 30
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True, slots=True)
class Module:
    """One module of the package: its dotted name, its text and what that parses to."""

    name: str
    text: str
    tree: ast.Module
    is_package: bool

    @property
    def room(self) -> str:
        """The first name below the package; empty for the package itself."""
        return room_of(self.name)


@dataclass(frozen=True, slots=True)
class Import:
    """That one module names another; `lazy` where it does so inside a function."""

    line: int
    target: str
    lazy: bool


def room_of(name: str) -> str:
    return name.split(".")[1] if "." in name else ""


def modules(source: Path) -> dict[str, Module]:
    """All modules below `source`/projektkort by their dotted names."""
    found = {}
    for path in sorted((source / PACKAGE).rglob("*.py")):
        parts = path.relative_to(source).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        text = path.read_text("utf-8")
        found[name] = Module(name, text, ast.parse(text, str(path)), is_package)
    return found


def imports(module: Module, known: Mapping[str, Module]) -> Iterator[Import]:
    """What a module imports of ours, wherever in it, also for the type checker only."""
    inside = {id(node) for outer in ast.walk(module.tree) if isinstance(outer, FUNCTIONS) for node in ast.walk(outer)}
    for node in ast.walk(module.tree):
        lazy = id(node) in inside
        if isinstance(node, ast.Import):
            yield from (Import(node.lineno, a.name, lazy) for a in node.names if _is_ours(a.name))
        elif isinstance(node, ast.ImportFrom) and _is_ours(base := _base(module, node)):
            for alias in node.names:
                deeper = f"{base}.{alias.name}"
                yield Import(node.lineno, deeper if deeper in known else base, lazy)


def _base(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    parts = parts[: len(parts) - node.level + module.is_package]
    return ".".join([*parts, *([node.module] if node.module else [])])


def _is_ours(name: str) -> bool:
    return name == PACKAGE or name.startswith(f"{PACKAGE}.")


def arrows(known: Mapping[str, Module]) -> Iterator[str]:
    """Imports that run back, and rooms that the plan does not have."""
    for module in known.values():
        allowed = _allowed(module)
        if allowed is None:
            yield f"{module.name}: no room of the plan"
            continue
        for found in imports(module, known):
            room = room_of(found.target)
            if room and room != module.room and room not in allowed:
                yield f"{module.name}:{found.line} imports {found.target}"


def _allowed(module: Module) -> set[str] | None:
    """The rooms that a module may see; None where the plan does not know its own. The public API sees all but `cli`."""
    everything = set().union(*LAYERS, ASIDE)
    if module.room in {"", "__main__"}:
        return everything - ({"cli"} if module.room == "" else set())
    if module.room in ALONE:
        return set()
    if module.room in ASIDE:
        return ASIDE[module.room]
    level = next((i for i, layer in enumerate(LAYERS) if module.room in layer), None)
    if level is None:
        return None
    return everything if module.room == "cli" else set().union(*LAYERS[: level + 1])


def circles(known: Mapping[str, Module]) -> Iterator[str]:
    """Modules that import each other in a ring; a lazy import breaks the ring in `cli` and in the two tables only."""
    graph = {
        name: {
            found.target
            for found in imports(module, known)
            if found.target != name and not (found.lazy and (module.room == "cli" or name in TABLES))
        }
        for name, module in known.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        yield " imports ".join(reversed(error.args[1]))


def letters(known: Mapping[str, Module]) -> Iterator[str]:
    """Nordic letters in code: language stands in data."""
    for module in known.values():
        for number, line in enumerate(module.text.splitlines(), 1):
            if LETTERS & set(line):
                yield f"{module.name}:{number} {line.strip()}"


def names(known: Mapping[str, Module]) -> Iterator[str]:
    """Modules whose name says nothing, or that hide a public function of the package."""
    public = _public(known[PACKAGE]) if PACKAGE in known else set()
    for module in known.values():
        if module.name.rpartition(".")[2] in VAGUE:
            yield f"{module.name}: says nothing about what it knows"
        if module.room in public and module.name.count(".") == 1:
            yield f"{module.name}: bears the name of a public function"


def _public(package: Module) -> set[str]:
    return {node.name for node in package.tree.body if isinstance(node, FUNCTIONS)}


def sizes(known: Mapping[str, Module]) -> Iterator[str]:
    """Modules and functions that are too long to be read at one sitting."""
    for module in known.values():
        length = len(module.text.splitlines())
        if length > LONGEST_MODULE:
            yield f"{module.name}: {length} lines"
        for node in ast.walk(module.tree):
            if isinstance(node, FUNCTIONS):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    yield f"{module.name}:{node.lineno} {node.name}: {lines} lines"


def openings(known: Mapping[str, Module]) -> Iterator[str]:
    """Modules that do not say what they know."""
    for module in known.values():
        if module.tree.body and not ast.get_docstring(module.tree):
            yield f"{module.name}: no opening sentence"
