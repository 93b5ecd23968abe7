"""Knows how a frozen value is made; what it holds, its own module says.

`dataclass` does the same, but compiles source text for each class: half a millisecond a hundred times, at every start.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError
from typing import Any, TypeVar, dataclass_transform

Value = TypeVar("Value", bound="Frozen")


@dataclass_transform(frozen_default=True)
class Slotted(type):
    """Makes slots of the annotations in the body of a class, and defaults of what is assigned to them there."""

    slots: tuple[str, ...]
    setters: dict[str, Callable[[object, object], None]]
    defaults: dict[str, object]

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Slotted:
        slots = tuple(body.get("__annotations__", ()))
        defaults = {slot: body.pop(slot) for slot in slots if slot in body}
        made = super().__new__(cls, name, bases, body | {"__slots__": slots, "__match_args__": slots})
        made.slots, made.defaults = slots, defaults
        made.setters = {slot: getattr(made, slot).__set__ for slot in slots}
        return made


class Frozen(metaclass=Slotted):
    """A value that never changes: `class Edit(Frozen)` lists its fields as a dataclass does.

    A default is shared by all values that take it, and so must not change either. A value has the fields of its own
    class only; it is equal to another of that class whose fields are.
    """

    def __init__(self, *given: object, **named: object) -> None:
        kind = type(self)
        setters = kind.setters
        for put, value in zip(setters.values(), given, strict=False):
            put(self, value)
        if named or len(given) != len(setters):
            self._fill(len(given), named)

    def _fill(self, given: int, named: dict[str, object]) -> None:
        """Sets the fields behind the first `given` ones, by name or default; TypeError for too few or too many."""
        kind = type(self)
        setters, rest, told = kind.setters, kind.slots[given:], kind.defaults | named
        try:
            for slot in rest:
                setters[slot](self, told[slot])
        except KeyError as missing:
            raise TypeError(f"{kind.__name__} needs {missing}") from None
        if given > len(setters) or any(name not in rest for name in named):
            raise TypeError(f"{kind.__name__} takes {', '.join(setters)}, each once; given {given}, {', '.join(named)}")

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Frozen) or type(other) is not type(self):
            return NotImplemented
        return fields(self) == fields(other)

    def __hash__(self) -> int:
        return hash(tuple(fields(self).values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{slot}={value!r}' for slot, value in fields(self).items())})"

    def __reduce__(self) -> tuple[object, ...]:
        return _restored, (type(self), fields(self))


def fields(value: Frozen) -> dict[str, Any]:
    """The fields of a value by name, in their order."""
    return {slot: getattr(value, slot) for slot in type(value).slots}


def replace(value: Value, **changes: object) -> Value:
    """The same value with some of its fields changed."""
    setters = type(value).setters
    if not changes.keys() <= setters.keys():
        raise TypeError(f"{type(value).__name__} has the fields {', '.join(setters)}, not all of {', '.join(changes)}")
    made = object.__new__(type(value))
    for slot, put in setters.items():
        put(made, changes[slot] if slot in changes else getattr(value, slot))
    return made


def _restored(kind: type[Value], values: dict[str, Any]) -> Value:
    """A value from its fields, by whatever words its own class may be made."""
    made = object.__new__(kind)
    for slot, put in kind.setters.items():
        put(made, values[slot])
    return made
