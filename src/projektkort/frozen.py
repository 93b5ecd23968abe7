"""Knows how a frozen value is made; what it holds, its own module says.

`dataclass` does the same, but compiles source text for each class: half a millisecond a hundred times, at every start.
Here it is compiled once for each number of fields, and every class puts the names of its own into the code.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import Any, TypeVar, dataclass_transform

Value = TypeVar("Value", bound="Frozen")

_OPEN = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}


@dataclass_transform(frozen_default=True)
class Slotted(type):
    """Makes slots of the annotations in the body of a class, and defaults of what is assigned to them there.

    `_fill` puts values into the slots of a new value; where a class has no `__init__` of its own, it is that.
    `_key` is all that makes a value equal to another: its class, and what stands in its slots.

    A class that is made by the thousand for each file can do with `guarded=False`: nobody changes its values either,
    but only mypy sees to that, and they are made in less than half the time. One with `remembers=True` may have cached
    properties; what they found out is no part of the value, and does not go with it into another.
    """

    __match_args__: tuple[str, ...]
    _fill: Callable[..., None]
    _key: Callable[[object], tuple[Any, ...]]

    def __new__(
        cls, name: str, bases: tuple[type, ...], body: dict[str, Any], *, guarded: bool = True, remembers: bool = False
    ) -> Slotted:
        slots = tuple(body.get("__annotations__", ()))
        defaults = tuple(body.pop(slot) for slot in slots if slot in body)
        room = (*slots, "__dict__") if remembers else slots
        body |= {"__slots__": room, "__match_args__": slots} | ({} if guarded else _OPEN)
        made = super().__new__(cls, name, bases, body)
        made._key = attrgetter("__class__", *slots)
        made._fill = _filling(made, defaults, guarded=guarded)
        if "__init__" not in body:
            type.__setattr__(made, "__init__", made._fill)
        return made


def _filling(made: Slotted, defaults: tuple[object, ...], *, guarded: bool) -> Callable[..., None]:
    """A function that takes the fields of a class by position, by name or by default."""
    slots = made.__match_args__
    code = _pattern(len(slots), guarded).replace(co_varnames=("self", *slots), co_qualname=made.__qualname__)
    setters = {f"put{at}": vars(made)[slot].__set__ for at, slot in enumerate(slots)}
    return FunctionType(code if guarded else code.replace(co_names=slots), setters, made.__name__, defaults)


@cache
def _pattern(count: int, guarded: bool) -> CodeType:
    """What fills so many slots, each through its own setter, the quickest way past a `__setattr__` that refuses."""
    put = "put{0}(self, value{0})" if guarded else "self.put{0} = value{0}"
    head = "".join(f", value{at}" for at in range(count))
    body = "".join(f"\n {put.format(at)}" for at in range(count))
    made: dict[str, FunctionType] = {}
    exec(f"def fill(self{head}):{body}\n return", made)
    return made["fill"].__code__


class Frozen(metaclass=Slotted):
    """A value that never changes: `class Edit(Frozen)` lists its fields as a dataclass does, those with defaults last.

    A default is shared by all values that take it, and so must not change either. A value has the fields of its own
    class only; it is equal to another of that class whose fields are.
    """

    def __init__(self, *given: object) -> None:
        """For classes that make their fields of something else: `super().__init__` takes the fields in their order."""
        type(self)._fill(self, *given)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        key = type(self)._key
        return key(self) == key(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(type(self)._key(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{slot}={value!r}' for slot, value in fields(self).items())})"

    def __reduce__(self) -> tuple[object, ...]:
        return _restored, (type(self), fields(self))


def fields(value: Frozen) -> dict[str, Any]:
    """The fields of a value by name, in their order."""
    kind = type(value)
    return dict(zip(kind.__match_args__, kind._key(value)[1:], strict=True))


def replace(value: Value, **changes: object) -> Value:
    """The same value with some of its fields changed; TypeError for a field that it has not."""
    return _restored(type(value), fields(value) | changes)


def _restored(kind: type[Value], values: dict[str, Any]) -> Value:
    """A value from its fields, by whatever words its own class may be made."""
    made = object.__new__(kind)
    kind._fill(made, **values)
    return made
