"""Measures the lines about folders: our command beside each peer, and beside itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

import peers
from ground import Desk
from peers import Peer
from table import TARGETS, Measured
from timing import PYTHON, Command, in_turn, ratio, seconds

COMPOSING = str(Path(__file__).with_name("composing.py"))
COLD = ("--jobs", "2", "--no-cache")


def beside(number: int, peer: Peer, desk: Desk, *, slow: bool = False) -> Iterator[Measured]:
    """A line about a peer, which must find a planted error before."""
    peers.install()
    peers.prove(peer, desk.folder)
    rounds = desk.slow if slow else desk.rounds
    commands = {"own": desk.projekt(peer.form, *COLD), "peer": peer.command(desk.corpus(peer.form))}
    taken = in_turn(commands, rounds, desk.cache)
    own, other = taken["own"], taken["peer"]
    value = ratio(other, own) if TARGETS[number].upwards else ratio(own, other)
    yield Measured(number, value, rounds, _detail(own, other))


def alone(desk: Desk) -> Iterator[Measured]:
    """Lines 6, 9 and 10: one process, two, and nothing changed since."""
    warm = desk.projekt("yaml", "--jobs", "2")
    commands = {
        "two": desk.projekt("yaml", *COLD),
        "one": desk.projekt("yaml", "--jobs", "1", "--no-cache"),
        "compose": Command([PYTHON, COMPOSING, "."], desk.corpus("yaml"), clock=True),
        "warm": warm,
    }
    seconds(warm, desk.cache)  # fills the cache
    taken = in_turn(commands, desk.rounds, desk.cache)
    yield Measured(6, 100 * ratio(taken["compose"], taken["one"]), desk.rounds, _detail(taken["one"], taken["compose"]))
    yield Measured(9, ratio(taken["one"], taken["two"]), desk.rounds, _detail(taken["two"], taken["one"]))
    yield Measured(10, ratio(taken["two"], taken["warm"]), desk.rounds, _detail(taken["warm"], taken["two"]))


def _detail(own: list[float], other: list[float]) -> str:
    return f"{median(own):.2f} s / {median(other):.2f} s"


check_jsonschema = partial(beside, 4, peers.CHECK_JSONSCHEMA, slow=True)
ajv = partial(beside, 5, peers.AJV)
markdownlint = partial(beside, 7, peers.MARKDOWNLINT, slow=True)
rumdl = partial(beside, 8, peers.RUMDL)
yamllint = partial(beside, 13, peers.YAMLLINT, slow=True)
