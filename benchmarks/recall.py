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
from pathlib import Path

import beside
import granting
from plots import plots
from scores import Score, Scores, Trial
from seeds import SEEDS
from timing import Failed

from projektkort.engine import check
from projektkort.source import decode

RECALL, PRECISION, EXACT = 0.99, 0.99, 0.98


def trials(rounds: int) -> Iterator[Trial]:
    """Every seed in every document that it can be put into, so many times, never twice the same."""
    for plot in plots():
        for seed in SEEDS:
            if plot.form not in seed.forms:
                continue
            done: set[bytes] = set()
            for turn in range(rounds):
                sown = seed.sow(plot, random.Random(f"{seed.rule} {turn} {plot.name.rpartition('/')[2]}"))
                if sown is not None and sown.content not in done:
                    done.add(sown.content)
                    findings = check(decode(sown.content, plot.name), plot.request).findings
                    yield Trial(plot, seed, sown, findings)


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
    scores: Scores = {seed.rule: Score() for seed in SEEDS}
    done = list(trials(chosen.rounds))
    for trial in done:
        scores[trial.seed.rule] = scores[trial.seed.rule].plus(trial.score)
        if chosen.v and trial.score != Score(1, 1, 1, 0):
            sys.stdout.write(trial.told() + "\n")
    firsts = list({(trial.plot.name, trial.seed.rule): trial for trial in reversed(done)}.values())
    sys.stdout.write(table(scores, {} if chosen.alone else _peers(firsts)))
    whole = _whole(scores)
    held = whole.recall >= RECALL and whole.precision >= PRECISION and whole.placed >= EXACT
    return 0 if held and all(score.planted for score in scores.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
