"""Plants a defect into one application in a hundred and shows that exactly those are found.

`python benchmarks/defects.py [-n 100000] [--every 100]` prints planted, found, missed and extra; exit 1 unless all
were found and nothing else. Danish and Swedish files, YAML and Markdown, lie together; all is switched on but the
cache.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from applications import application
from corpus import place
from planting import DEFECTS
from timing import PROJEKT, Failed, environment

from writing import FORMS

SHOWN = 20  # of those missed, and of those found too much

Found = tuple[str, str, int]
"""A path, a rule and a line."""


def write_planted(folder: Path, count: int, every: int) -> Iterator[Found]:
    """Writes the files, one in `every` with a defect; what must be found in them."""
    defects = {form: cycle([defect for defect in DEFECTS if form in defect.forms]) for form in FORMS}
    for index in range(count):
        form = list(FORMS)[index // 2 % len(FORMS)]
        path = place(folder, index, form)
        path.parent.mkdir(parents=True, exist_ok=True)
        one = application(index)
        if index % every != random.Random(index // every).randrange(1, every - 1):
            path.write_bytes(FORMS[form](one).encode())
            continue
        defect = next(defects[form])
        planted = defect.plant(one, form)
        path.write_bytes(planted.content)
        yield path.relative_to(folder).as_posix(), defect.rule, planted.line


def findings(folder: Path, count: int) -> Iterator[Found]:
    """What `projekt validate` finds; raises Failed where it did not check all files."""
    command = [PROJEKT, "validate", ".", "--no-cache", "--output-format", "jsonl"]
    with subprocess.Popen(command, cwd=folder, env=environment(folder), stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for line in process.stdout:
            record = json.loads(line)
            if record["type"] == "summary" and record["files"] != count:
                raise Failed(f"{record['files']} of {count} files were checked")
            for finding in [record] if record["type"] == "across" else record.get("findings", ()):
                yield record["path"], finding["rule"], finding["span"]["line"]


def main() -> int:
    """Writes, checks, compares; the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("-n", type=int, default=100_000, help="how many files")
    options.add_argument("--every", type=int, default=100, help="one in so many has a defect; four at least")
    chosen = options.parse_args()
    count = chosen.n
    with tempfile.TemporaryDirectory(prefix="projekt-defects-") as name:
        planted = Counter(write_planted(Path(name), count, chosen.every))
        found = Counter(findings(Path(name), count))
    missed, extra = planted - found, found - planted
    for kind, those in (("missed", missed), ("extra", extra)):
        sys.stdout.writelines(f"{kind}: {path}:{line} {rule}\n" for path, rule, line in sorted(those)[:SHOWN])
    numbers = {"planted": planted, "found": planted & found, "missed": missed, "extra": extra}
    told = ", ".join(f"{counted.total()} {kind}" for kind, counted in numbers.items())
    sys.stdout.write(f"{count} files: {told}; {len({rule for _, rule, _ in planted})} kinds of defects\n")
    return 1 if missed or extra else 0


if __name__ == "__main__":
    sys.exit(main())
