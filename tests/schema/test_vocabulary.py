"""The shared words: complete in four languages, each label with one meaning, compiled as they stand."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

import pytest
import yaml

from projektkort.locale import LANGUAGES
from projektkort.schema import compiled
from projektkort.schema.folder import folder
from projektkort.schema.spelling import key
from projektkort.schema.vocabulary import Vocabulary, vocabulary


@pytest.fixture(scope="module")
def files() -> dict[str, Any]:
    paths = {language: folder() / "vocabulary" / f"{language}.yaml" for language in LANGUAGES}
    return {language: yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for language, path in paths.items()}


def test_every_id_has_labels_in_all_four_languages(files: dict[str, Any]) -> None:
    shapes = [{(group, wanted) for group in file for wanted in file[group]} for file in files.values()]
    assert shapes[0] == shapes[1] == shapes[2] == shapes[3]
    assert all(file[group][wanted] for file in files.values() for group, wanted in shapes[0])


@pytest.mark.parametrize(
    "group",
    ["sections", "columns", "keys", "types", "stages", "kinds", "answers", "goal_columns", "grades", "goal_words"],
)
def test_a_label_belongs_to_one_id_in_all_languages(files: dict[str, Any], group: str) -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for file in files.values():
        for wanted, labels in file[group].items():
            for label in (*labels, wanted):
                owners[key(label)].add(wanted)
    assert {label: sorted(ids) for label, ids in owners.items() if len(ids) > 1} == {}


def test_no_label_is_written_twice_under_one_id(files: dict[str, Any]) -> None:
    for language, file in files.items():
        for group in file.keys() - {"around"}:
            for wanted, labels in file[group].items():
                assert len({key(label) for label in labels}) == len(labels), (language, group, wanted)


def test_the_compiled_file_is_that_of_the_four() -> None:
    kept = compiled.path().read_text("utf-8")
    assert {compiled.path(): kept} == dict(compiled.files()), "run python -m projektkort.schema"
    assert compiled.index() == json.loads(kept)


def test_a_changed_file_is_compiled_anew(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "vocabulary"
    target.mkdir()
    for path in (folder() / "vocabulary").iterdir():
        (target / path.name).write_bytes(path.read_bytes())
    english = target / "en.yaml"
    english.write_text(english.read_text("utf-8").replace("title: [", "title: [Codename, ", 1), "utf-8")
    monkeypatch.setattr(compiled, "folder", lambda: tmp_path)
    word = Vocabulary(compiled.index()).word("sections", "codename")
    assert word is not None and (word.id, word.label, word.languages) == ("title", "Codename", ("en",))
    compiled.path().unlink()
    assert Vocabulary(compiled.index()).word("sections", "codename") == word


def test_words_know_their_languages() -> None:
    word = vocabulary().word("sections", key("Målgruppe"))
    assert word is not None and (word.id, word.languages) == ("target_group", ("da", "nb"))
    assert vocabulary().word("sections", "opskrift") is None


def test_every_word_of_the_compiled_file_can_be_read() -> None:
    assert {word.id for word in vocabulary().words("columns")} == set(vocabulary().order("columns"))
    assert vocabulary().labels("purpose", "sv")[0] == "Syfte"
    assert vocabulary().labels("purpose", "fi") == vocabulary().labels("cake", "sv") == ()
