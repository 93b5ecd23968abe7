"""Knows the pages of docs/rules: in each language an index, and a page for each subject.

Those in English stand in the folder itself, the others in one named after their language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from projektkort.batch.explained import explained
from projektkort.engine import catalogue
from projektkort.locale import LANGUAGES, Phrases
from projektkort.rules.explain import Part, rows

FOLDER = Path(__file__).parents[3] / "docs" / "rules"
PHRASES = Phrases(Path(__file__).with_name("rule_pages.yaml"))
INDEX = {language: "README.md" if language == "en" else f"{language}.md" for language in LANGUAGES}
FENCE = "```"
FORMS = {"schema": "yaml", "md": "markdown"}
"""What a fence calls the form of an example."""
MADE = "<!-- Made by python -m projektkort.batch from src/projektkort/rules/*.yaml: change it there. -->"


def files() -> Iterator[tuple[Path, str]]:
    """Every page, and what must stand in it."""
    for language, name in INDEX.items():
        yield FOLDER / name, _index(language)
        for subject in catalogue().subjects():
            yield FOLDER / _name(subject, language), _page(subject, language)


def _name(subject: str, language: str) -> str:
    """The path of a page below the folder."""
    return f"{subject}.md" if language == "en" else f"{language}/{subject}.md"


def _index(language: str) -> str:
    others = " · ".join(f"[{PHRASES.say('name', other)}]({name})" for other, name in INDEX.items() if other != language)
    blocks = [f"# {PHRASES.say('title', language)}", MADE, PHRASES.say("intro", language), others]
    for subject in catalogue().subjects():
        heading, own = rows(catalogue(), subject, language)
        links = (f"- [`{name}`]({_name(subject, language)}#{name}): {_escaped(title)}" for name, title in own)
        blocks += [f"## {heading}", "\n".join(links)]
    return "\n\n".join(blocks) + "\n"


def _page(subject: str, language: str) -> str:
    heading, own = rows(catalogue(), subject, language)
    up = "" if language == "en" else "../"
    ways = [(PHRASES.say("title", language), INDEX[language])]
    ways += [(PHRASES.say("name", other), _name(subject, other)) for other in INDEX if other != language]
    blocks = [f"# {heading}", MADE, " · ".join(f"[{words}]({up}{path})" for words, path in ways)]
    for name, title in own:
        blocks += [f"## {name}", f"**{_escaped(title)}**", *map(_block, explained(name, language))]
    return "\n\n".join(blocks) + "\n"


def _block(part: Part) -> str:
    if not part.form:
        return f"{part.heading and f'*{part.heading}* '}{_escaped(part.text)}"
    fenced = f"{FENCE}{FORMS.get(part.form, part.form)}\n{part.text.rstrip()}\n{FENCE}"
    return f"*{part.heading}*\n\n{fenced}" if part.heading else fenced


def _escaped(text: str) -> str:
    """The text with the signs that Markdown would take for its own; code between strokes stays as it is."""
    plain = text.split("`")
    plain[::2] = (each.replace("*", r"\*").replace("<", "&lt;").replace("[", r"\[") for each in plain[::2])
    return "`".join(plain)
