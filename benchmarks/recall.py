"""Puts defects into good documents and counts how many are found, at the right place, and what is said beside them.

`python benchmarks/recall.py [--rounds 2] [--alone] [-v]` makes one table; exit 1 where a target is missed. Each defect
is put into a copy of its own, and checked by the same call as by `projekt validate`. Peers are asked about the classes
that they can see; what each is told beforehand, `beside` and `granting` know.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

import beside
import demanding
import granting
from plots import plots
from scores import Score, Scores, Trial
from seeds import SEEDS
from sowing import sown
from timing import Failed

from projektkort.engine import Request, check
from projektkort.source import decode

RECALL, PRECISION, EXACT = 0.99, 0.99, 0.98
LEAST = 0.9  # of each class by itself
FEW = 20


def trials(rounds: int) -> Iterator[Trial]:
    """Every seed in every document that it can be put into, so many times, never twice the same."""
    for plot in plots():
        for seed in SEEDS:
            if plot.form not in seed.forms:
                continue
            done: set[bytes] = set()
            for turn in range(rounds):
                planted = seed.sow(plot, random.Random(f"{seed.rule} {turn} {plot.name.rpartition('/')[2]}"))
                if planted is not None and planted.content not in done:
                    done.add(planted.content)
                    findings = check(decode(planted.content, plot.name), plot.request).findings
                    yield Trial(plot, seed.rule, planted, findings)


def asked(folder: Path) -> Iterator[Trial]:
    """Every document asked for what it just does not meet; what is said where it just meets it, is said wrongly."""
    for plot in plots():
        for rule, edge in demanding.edges(plot):
            said = []
            for schema in demanding.schemas(plot, edge):
                file = folder / f"{sha256(schema.encode()).hexdigest()}.yaml"
                file.write_text(schema, "utf-8")
                said.append(check(decode(plot.text.encode(), plot.name), Request(schema=str(file))).findings)
            yield Trial(plot, rule, sown(plot.text, edge.place.start), said[1], said[0])


def table(scores: Scores, peers: dict[str, Scores]) -> str:
    """The classes with their figures, all together, and beside them how many of how many each peer finds."""
    heads = ["class", "planted", "recall", "precision", "exact place", *peers]
    rows = [
        [rule, *_figures(score), *(_beside(peer.get(rule)) for peer in peers.values())]
        for rule, score in scores.items()
    ]
    summed = [[_beside(_whole(peer))] for peer in peers.values()]
    rows.append(["**all**", *_figures(_whole(scores)), *(each for [each] in summed)])
    lines = [f"| {' | '.join(row)} |" for row in (heads, ["---", *["--:"] * (len(heads) - 1)], *rows)]
    return "\n".join([*lines, ""])


def _figures(score: Score) -> list[str]:
    return [str(score.planted), *(f"{share:.1%}" for share in (score.recall, score.precision, score.placed))]


def _beside(score: Score | None) -> str:
    """Found of planted, and how many of them at the exact place; nothing for a class that it cannot see."""
    return f"{score.found}/{score.planted}, {score.exact} placed" if score else "–"


def _whole(scores: Scores) -> Score:
    whole = Score()
    for score in scores.values():
        whole = whole.plus(score)
    return whole


def _peers(done: list[Trial]) -> dict[str, Scores]:
    """What the peers find; one that cannot be installed is named and left out."""
    found: dict[str, Scores] = {}
    asking: list[Callable[[Path], dict[str, Scores]]] = [partial(beside.asked, done), granting.asked]
    with tempfile.TemporaryDirectory(prefix="projekt-recall-") as name:
        for ask in asking:
            try:
                found |= ask(Path(name))
            except Failed as failed:
                sys.stdout.write(f"left out: {failed}\n")
    return found


def main() -> int:
    """Puts in, checks, counts; the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=2, help="how often each defect is put into each document")
    options.add_argument("--alone", action="store_true", help="ask no peers")
    options.add_argument("-v", action="store_true", help="tell what was missed, misplaced, or said beside it")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="projekt-recall-") as name:
        done = [*trials(chosen.rounds), *asked(Path(name))]
    scores: Scores = {}
    for trial in done:
        scores[trial.rule] = scores.get(trial.rule, Score()).plus(trial.score)
        if chosen.v and trial.score != Score(1, 1, 1, 0):
            sys.stdout.write(trial.told() + "\n")
    firsts = list({(trial.plot.name, trial.rule): trial for trial in reversed(done)}.values())
    sys.stdout.write(table(scores, {} if chosen.alone else _peers(firsts)))
    return _judged(scores)


def _judged(scores: Scores) -> int:
    """0 where all together reach the targets and no class falls far behind them; those that do are named."""
    whole = _whole(scores)
    behind = [rule for rule, score in scores.items() if min(score.recall, score.precision, score.placed) < LEAST]
    few = [rule for rule, score in scores.items() if score.planted < FEW]
    for told, rules in (("below 90 %", behind), (f"fewer than {FEW}, which says little", few)):
        if rules:
            sys.stdout.write(f"{told}: {', '.join(rules)}\n")
    held = whole.recall >= RECALL and whole.precision >= PRECISION and whole.placed >= EXACT
    return 0 if held and not behind else 1


if __name__ == "__main__":
    sys.exit(main())
