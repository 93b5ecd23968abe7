"""Knows sentences in several languages from one YAML file; which sentence is said when is left to others."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from projektkort.locale.files import plain


class Phrases:
    """A file of sentences, `{key: {en: "...", da: "..."}}`, read when the first of them is asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _sentences(self) -> dict[str, dict[str, str]]:
        loaded: dict[str, dict[str, str]] = plain(self._path.read_bytes())
        return loaded

    def say(self, key: str, language: str, **values: str) -> str:
        """The sentence in the language, else in English, with `{name}` replaced; KeyError names an unknown key."""
        sentence = self._sentences[key]
        return (sentence.get(language) or sentence["en"]).format(**values)
