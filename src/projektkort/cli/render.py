"""`projekt render`: makes pages of project descriptions."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path, PurePath
from typing import Literal

from projektkort.cli.errors import WrongCommand, unknown
from projektkort.cli.options import PageLanguage, Paths, SchemaOption, StdinName, Target, Template, To
from projektkort.cli.schemas import known_schema
from projektkort.cli.sources import loaded_from, reading_code
from projektkort.cli.values import language
from projektkort.cli.write import keep, to_file, to_stdout
from projektkort.engine import Loaded, Request, catalogue, check_loaded
from projektkort.pages import TemplateProblem, UnknownTemplate, page
from projektkort.pages.errors import TEMPLATES

BETWEEN = "\n---\n\n"  # between the pages of several projects on standard output

HELP = """Make the page that a committee reads. As Markdown, or as one HTML file.

PATH is a file, a folder, a glob, or - for standard input; without one it is the folder you stand in.

\b
projekt render application.yaml
projekt render application.yaml --to html -o page.html
projekt render applications/ --to html -o pages/
projekt render application.md --template card
projekt render application.md --template ours.html.j2 -o page.html
"""


def render(
    paths: Paths = None,
    to: To = None,
    template: Template = "report",
    output: Target = None,
    schema: SchemaOption = None,
    lang: PageLanguage = None,
    stdin_filename: StdinName = None,
) -> int:
    """Writes the pages of what the paths name; the exit code."""
    kind = _kind(to, template, output)
    request = Request(schema=known_schema(schema))
    wanted = language(lang)
    loaded = list(loaded_from(paths or [], request, stdin_filename))
    _write([(each.path, _page(each, request, template, kind, wanted)) for each in loaded], kind, output)
    return reading_code(loaded)


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


def _page(loaded: Loaded, request: Request, template: str, to: Literal["md", "html"], wanted: str | None) -> str:
    findings = check_loaded(loaded, request).findings
    own = _own_template(template)
    try:
        return page(
            loaded.project,
            findings,
            catalogue=catalogue(),
            template=template,
            to=to,
            language=wanted,
            schema=loaded.choice.schema,
            user_template=own,
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


def _write(pages: list[tuple[str, str]], to: str, output: str | None) -> None:
    if not pages:
        return
    if output is None:
        if to == "html" and len(pages) > 1:
            raise WrongCommand(f"{len(pages)} HTML pages do not go on one output: name a folder with -o.")
        to_stdout(BETWEEN.join(text for _, text in pages), exact=True)
        return
    paths = [path for path, _ in pages]
    targets = _targets(paths, to, Path(output)) if _is_folder(output, len(pages)) else [output]
    keep(paths, targets)
    for target, (_, text) in zip(targets, pages, strict=True):
        to_file(target, text)


def _is_folder(output: str, pages: int) -> bool:
    """Whether the pages go into a folder, which need not be there yet; raises WrongCommand for several in one file."""
    if pages > 1 and Path(output).is_file():
        raise WrongCommand(f"“{output}” is a file: {pages} pages need a folder.")
    return pages > 1 or output.endswith("/") or Path(output).is_dir()


def _targets(paths: list[str], to: str, folder: Path) -> list[str]:
    """The files of the pages in a folder, each named after its source."""
    return [(folder / name).as_posix() for name in _names(paths, to)]


def _names(paths: list[str], to: str) -> list[str]:
    """The names of the pages: the folders that all sources share are left out, and names alike are told apart."""
    whole = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 - `..` away, links kept
    above = os.path.commonpath([path.parent for path in whole])
    own = [path.relative_to(above) for path in whole]
    often = Counter([*own, *(path.with_suffix("") for path in own)])
    kept = [path if often[path.with_suffix("")] > 1 else path.with_suffix("") for path in own]
    return [f"{name.as_posix()}.{to}" for name in kept]
