"""Knows how a label is written above a text: a key of YAML as people write it, any other one as it stands."""

from __future__ import annotations

from projektkort.locale import LANGUAGES
from projektkort.pages.cover import clean
from projektkort.project.models import Section
from projektkort.schema.labels import Labels
from projektkort.schema.spelling import key


def shown_label(section: Section, language: str | None) -> str:
    """The label; one in small letters only has a capital, and the letters that its language writes it with."""
    label = clean(section.label.value)
    if label != label.lower():
        return label
    labels, wanted = Labels(None), key(label)
    languages = dict.fromkeys((language or "en", *LANGUAGES)) if section.id else ()
    known = (each for code in languages for each in labels.spellings(section.id or "", code) if key(each) == wanted)
    words = next(known, label.replace("_", " "))
    return words[:1].upper() + words[1:]
