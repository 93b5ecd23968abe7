"""`projekt render`: makes pages of project descriptions."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import count
from pathlib import Path, PurePath
from typing import Literal

from projektkort.cli.errors import WrongCommand, unknown
from projektkort.cli.letters import Looked, due, is_letter
from projektkort.cli.options import AsOf, PageLanguage, Paths, Publish, SchemaOption, StdinName, Target, Template, To
from projektkort.cli.schemas import known_schema
from projektkort.cli.sources import loaded_from, reading_code
from projektkort.cli.values import day, language
from projektkort.cli.write import keep, to_file, to_stdout
from projektkort.engine import Loaded, Request, catalogue, check_loaded
from projektkort.engine.standing import standing
from projektkort.identity import BULLET
from projektkort.pages import Checked, TemplateProblem, UnknownTemplate, page
from projektkort.pages.errors import TEMPLATES
from projektkort.source import Found

BETWEEN = "\n---\n\n"  # between the pages of several projects on standard output

HELP = """Make the page that a committee reads. As Markdown, or as one HTML file.

PATH is a file, a folder, a glob, or - for standard input; without one it is the folder you stand in.

\b
projekt render application.yaml
projekt render application.yaml --to html -o page.html
projekt render applications/ --to html -o pages/
projekt render application.md --template card
projekt render application.md --template checklist
projekt render applications/ --template letter -o letters/
projekt render application.md --template ours.html.j2 -o page.html

Of a folder only the files with faults get a letter; how many are in order is told on standard error.
"""


def render(  # noqa: PLR0913, PLR0917 - one parameter an option: that is how typer is told of them
    paths: Paths = None,
    to: To = None,
    template: Template = "report",
    output: Target = None,
    schema: SchemaOption = None,
    lang: PageLanguage = None,
    as_of: AsOf = None,
    stdin_filename: StdinName = None,
    publish: Publish = False,
) -> int:
    """Writes the pages of what the paths name; the exit code."""
    kind = _kind(to, template, output)
    request = Request(schema=known_schema(schema), as_of=day(as_of), publish=publish or None)
    wanted = language(lang)
    loaded = list(loaded_from(paths or [], request, stdin_filename, partial(_is_page, output, paths or ["."])))
    looked = [_looked(each, request) for each in loaded]
    alone = _is_alone(paths or (), looked)
    own = _own_template(template)
    chosen = due(looked, alone=alone) if is_letter(template, own) else looked
    shared = _shared_language(loaded)
    pages = [
        (each.loaded.path, _page(each, template, own, kind, wanted or each.loaded.project.language or shared))
        for each in chosen
    ]
    _write(pages, {each.loaded.path: each.checked.path for each in looked}, kind, output)
    return 1 if alone and not chosen else reading_code(loaded)


def _is_page(output: str | None, paths: Sequence[str], file: Found) -> bool:
    """Whether a file that nobody named lies where the pages go, inside what is read: it is one of an earlier run."""
    if output is None or file.named:
        return False
    target = Path(output).resolve()
    inside = all(target not in (whole := Path(path).resolve(), *whole.parents) for path in paths)
    return inside and Path(file.path).resolve().is_relative_to(target)


def _is_alone(paths: Sequence[str], files: Sequence[object]) -> bool:
    """Whether the command is about one file that it names, or standard input; not about those of a folder."""
    return len(files) == 1 and not any(Path(path).is_dir() for path in paths or ["."])


def _shared_language(files: Sequence[Loaded]) -> str | None:
    """The language of all files that show one; it is also spoken of those that show none."""
    spoken = {file.project.language for file in files} - {None}
    return spoken.pop() if len(spoken) == 1 else None


def _looked(loaded: Loaded, request: Request) -> Looked:
    result = check_loaded(loaded, request)
    standings = standing(loaded.project, loaded.choice.schema, result, request.levels)
    checked = Checked(result.path, result.sha256, request.as_of, standings, read=not loaded.empty)
    return Looked(loaded, result.findings, checked)


def _kind(to: str | None, template: str, output: str | None) -> Literal["md", "html"]:
    """What --to says, else what the name of the output or of the template ends in, else Markdown.

    Two that contradict each other are a WrongCommand: HTML that goes by the name of Markdown would not be escaped.
    """
    if to not in {None, "md", "html"}:
        raise unknown("kind of page", to or "", ("md", "html"))
    told = {"--to": to, output: _kind_of(output or ""), template: _kind_of(template.removesuffix(".j2"))}
    said = [(what, kind) for what, kind in told.items() if kind is not None]
    for what, kind in said[1:]:
        if kind != said[0][1]:
            raise WrongCommand(f"“{said[0][0]}” asks for {said[0][1]}, but “{what}” for {kind}.")
    return "html" if said and said[0][1] == "html" else "md"


def _kind_of(name: str) -> str | None:
    """The kind of page that a file name promises."""
    ending = PurePath(name).suffix.lower()
    return "html" if ending in {".html", ".htm"} else "md" if ending in {".md", ".markdown"} else None


def _page(file: Looked, template: str, own: str | None, to: Literal["md", "html"], wanted: str | None) -> str:
    try:
        return page(
            file.loaded.project,
            file.findings,
            catalogue=catalogue(),
            template=template,
            to=to,
            language=wanted,
            schema=file.loaded.choice.schema,
            user_template=own,
            checked=file.checked,
        )
    except UnknownTemplate as wrong:
        raise unknown("template", wrong.name, TEMPLATES) from wrong
    except TemplateProblem as problem:
        raise WrongCommand(f"{problem.path}:{problem.line}: {problem.message}") from problem


def _own_template(template: str) -> str | None:
    """The text of a template of the user's own; None where a built-in one is named."""
    if template in TEMPLATES:
        return None
    try:
        return Path(template).read_text("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as fault:
        raise WrongCommand(f"the template “{template}” is not a text in UTF-8.") from fault
    except OSError as fault:
        raise WrongCommand(f"the template “{template}” cannot be read: {fault.strerror}.") from fault


def _write(pages: list[tuple[str, str]], paths: Mapping[str, str], to: str, output: str | None) -> None:
    """Writes the pages; `paths` are those of all files that were read, so that a name depends on no other's faults.

    Each leads to the path as it may be shown, after which the page is named.
    """
    if not pages:
        return
    if output is None:
        if to == "html" and len(pages) > 1:
            raise WrongCommand(f"{len(pages)} HTML pages do not go on one output: name a folder with -o.")
        to_stdout(BETWEEN.join(text for _, text in pages), exact=True)
        return
    targets = _targets(paths, to, Path(output)) if _is_folder(output, len(paths)) else dict.fromkeys(paths, output)
    keep(paths, [targets[path] for path, _ in pages])
    for path, text in pages:
        to_file(targets[path], text)


def _is_folder(output: str, pages: int) -> bool:
    """Whether the pages go into a folder, which need not be there yet; raises WrongCommand for several in one file."""
    if pages > 1 and Path(output).is_file():
        raise WrongCommand(f"“{output}” is a file: {pages} pages need a folder.")
    return pages > 1 or output.endswith("/") or Path(output).is_dir()


def _targets(paths: Mapping[str, str], to: str, folder: Path) -> dict[str, str]:
    """The files of the pages in a folder, each named after its source, by the paths of these.

    What must not be shown of a path is an x for every sign; several that are then alike are numbered.
    """
    names = _names([path.replace(BULLET, "x") for path in paths.values()], to)
    taken = set(names)
    for at, name in enumerate(names):
        if name in names[:at]:
            names[at] = next(new for number in count(2) if (new := _numbered(name, number)) not in taken)
            taken.add(names[at])
    return {path: (folder / name).as_posix() for path, name in zip(paths, names, strict=True)}


def _numbered(name: str, number: int) -> str:
    return Path(name).with_name(f"{Path(name).stem}-{number}{Path(name).suffix}").as_posix()


def _names(paths: list[str], to: str) -> list[str]:
    """The names of the pages: the folders that all sources share are left out, and names alike are told apart.

    `a.md`, of `a.md` and `a.txt` in one folder `a-md.md` and `a-txt.md`.
    """
    whole = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 - `..` away, links kept
    above = os.path.commonpath([path.parent for path in whole])
    own = [path.relative_to(above) for path in whole]
    often = Counter(name for path in own for name in _proposed(path))
    return [f"{next((name for name in _proposed(path) if often[name] == 1), path.as_posix())}.{to}" for path in own]


def _proposed(path: Path) -> tuple[str, ...]:
    """What the page of a file may be called, each name with less chance of being another's too."""
    stem = path.with_suffix("").as_posix()
    return tuple(dict.fromkeys((stem, f"{stem}-{path.suffix.removeprefix('.')}", path.as_posix())))
