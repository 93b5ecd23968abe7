"""Schemas of ours and of others, and what is said about files that are none."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from projektkort.finding import Problem
from projektkort.locale import LANGUAGES
from projektkort.schema import folder as folder_module
from projektkort.schema import loading
from projektkort.schema.labels import Labels
from projektkort.schema.loading import BrokenSchema, UnknownSchema, folder, ids, load, load_all, problems
from projektkort.schema.model import Limits, Schema


def written(folder: Path, text: str) -> str:
    path = folder / "own.yaml"
    path.write_text(text, "utf-8")
    return str(path)


def told(path: str) -> list[tuple[str, int, str, dict[str, object]]]:
    """Of each problem its rule, its line, the text it points at, and its values."""
    return [(p.rule, p.place.line, p.place.text, dict(p.values)) for p in problems(path)[1]]


def test_every_schema_of_ours_loads_without_a_problem() -> None:
    assert {"generisk", "lokaludvalg", "none"} <= set(ids())
    for name in ids():
        assert problems(str(folder() / f"{name}.yaml"))[1] == ()
        assert load(name).id == name


def test_every_section_of_ours_has_a_title_in_its_language() -> None:
    for schema in load_all():
        for language in [schema.language] if schema.language else LANGUAGES:
            for section in schema.walk():
                assert Labels(schema).spellings(section.id, language), (schema.id, section.id, language)


def test_the_committees_form_asks_for_all_its_sections_in_order() -> None:
    schema = load("lokaludvalg")
    assert [section.id for section in schema.required] == [
        "title", "responsible", "purpose", "background", "target_group", "activities", "results", "anchoring",
        "partners", "schedule", "communication", "secretariat", "working_group",
    ]  # fmt: skip
    assert (schema.language, schema.currency) == ("da", "DKK")
    assert schema.budget.required and schema.financing.required
    results = schema.section("results")
    assert results is not None and [part.id for part in results.parts] == ["short_term", "long_term"]
    assert schema.limits.model_fields_set == set()


def test_the_schema_of_the_examples_requires_nothing() -> None:
    schema = load("none")
    assert (schema.required, schema.budget.required, schema.matchable) == ((), False, False)


@pytest.mark.parametrize("name", ["Lokaludvalg", " lokaludvalg "])
def test_an_id_is_found_however_it_is_typed(name: str) -> None:
    assert load(name).id == "lokaludvalg"


def test_an_unknown_id_says_which_was_meant() -> None:
    with pytest.raises(UnknownSchema) as caught:
        load("lokaludvalget")
    assert (caught.value.name, caught.value.suggestions) == ("lokaludvalget", ("lokaludvalg", "dk-lokaludvalg"))
    with pytest.raises(UnknownSchema) as caught:
        load("xyz")
    assert caught.value.suggestions == ()


FULL = """\
id: landsby-pulje
title: {da: Landsbypuljen, en: The village pool}
kind: application
language: da
currency: DKK
provenance: {text: Beløbet er højst 250.000 kr., url: "https://example.org/regler", read: 2026-11-21}
valid: {from: 2026-01-01, to: 2026-12-31}
sections:
  - {id: purpose, title: {da: Hvad er drømmen?}, labels: [Drømmen], required: true, words: {max: 300}}
  - {id: village, labels: [Landsby], characters: {min: 10, max: 500}, instructions: [Skriv navnet her],
     parts: [{id: history, labels: [Historie]}]}
budget: {required: true}
limits: {applied_min: 5.000 kr., applied_max: 250.000, own_share_min: "12,5 %"}
rules: {period-in-future: warning, too-long: "off"}
columns: {amount: [Drømmepris]}
"""


def test_a_funds_own_schema_is_read_in_its_own_language(tmp_path: Path) -> None:
    schema = load(written(tmp_path, FULL))
    assert (schema.limits.applied_min, schema.limits.applied_max) == (Decimal(5000), Decimal(250000))
    assert schema.limits.own_share_min == Decimal("0.125")
    valid = schema.valid
    assert valid is not None and (valid.start, valid.end) == (dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    assert schema.provenance is not None and schema.provenance.read == dt.date(2026, 11, 21)
    purpose, village = schema.sections
    assert purpose.words is not None and (purpose.words.min, purpose.words.max) == (None, 300)
    assert village.characters is not None and village.instructions == ("Skriv navnet her",)
    assert schema.rules == {"period-in-future": "warning", "too-long": "off"}
    assert schema.section("history") is village.parts[0]
    assert schema.section("nowhere") is None
    assert schema.monetary


def test_the_files_of_others_stand_beside_ours(tmp_path: Path) -> None:
    path = written(tmp_path, FULL.replace("landsby-pulje", "generisk"))
    schemas = {schema.id: schema for schema in load_all([path])}
    assert set(schemas) == set(ids())
    assert schemas["generisk"].title["da"] == "Landsbypuljen"


@pytest.mark.parametrize(
    ("kind", "budget", "monetary"),
    [
        ("application", "false", True),
        ("status-report", "false", True),
        ("outline", "true", True),
        ("outline", "false", False),
    ],
)
def test_which_schemas_tell_of_money(tmp_path: Path, kind: str, budget: str, monetary: bool) -> None:
    schema = load(written(tmp_path, f"id: x\nkind: {kind}\nbudget: {{required: {budget}}}\n"))
    assert schema.monetary is monetary


def test_an_unknown_key_is_named_with_the_one_that_was_meant(tmp_path: Path) -> None:
    path = written(tmp_path, "id: x\nsektions: []\nsections:\n  - {id: purpose, requird: true}\nweather: fine\n")
    assert told(path) == [
        ("schema-unknown-key", 2, "sektions", {"key": "sektions", "suggestion": "sections"}),
        ("schema-unknown-key", 4, "requird", {"key": "requird", "suggestion": "required"}),
        ("schema-unknown-key", 5, "weather", {"key": "weather", "suggestion": None}),
    ]


def test_a_missing_key_points_where_it_would_stand(tmp_path: Path) -> None:
    path = written(tmp_path, "title: {da: Uden navn}\nsections:\n  - {required: true}\n  - id:\n")
    assert [(rule, line, values) for rule, line, _, values in told(path)] == [
        ("schema-missing-key", 1, {"key": "id"}),
        ("schema-missing-key", 3, {"key": "id"}),
        ("schema-missing-key", 4, {"key": "id"}),
    ]


@pytest.mark.parametrize(
    ("line", "at", "key", "allowed"),
    [
        ("kind: ansøgning", "ansøgning", "kind", "application outline description goal-report status-report"),
        ("language: dansk", "dansk", "language", "da sv nb en"),
        ("currency: kroner", "kroner", "currency", "DKK"),
        ("matchable: måske", "måske", "matchable", "true false"),
        ("rules: {too-long: fejl}", "fejl", "too-long", "error warning info off"),
        ("limits: {applied_max: mange penge}", "mange penge", "applied_max", "250000"),
        ("limits: {own_share_min: 10}", "10", "own_share_min", "10 %"),
        ("valid: {from: 2026-02-30}", "2026-02-30", "from", "2026-01-31"),
        ("sections: [{id: Formål}]", "Formål", "id", "target_group"),
        ("sections: [{id: goals, words: {max: mange}}]", "mange", "max", "300"),
        ("sections: purpose", "purpose", "sections", "[{id: target_group, title: {da: …}}]"),
        ("sections: [purpose]", "purpose", "sections", "{id: target_group, title: {da: …}}"),
        ("attachments: [Tilbud]", "Tilbud", "attachments", "{id: permission, title: {da: …}}"),
        ("flat_rates: [15 %]", "15 %", "flat_rates", "{category: staff, share: 10 %}"),
        ("budget: true", "true", "budget", "{required: true}"),
        ("title: Pulje", "Pulje", "title", "{da: …}"),
        (
            "extends: none-such",
            "none-such",
            "extends",
            " ".join(ids()),
        ),
    ],
)
def test_a_wrong_value_is_named_with_what_may_stand_there(
    tmp_path: Path, line: str, at: str, key: str, allowed: str
) -> None:
    values = {"key": key, "value": at, "allowed": tuple(allowed.split(" ") if allowed[-1].isalpha() else [allowed])}
    assert told(written(tmp_path, f"id: x\n{line}\n")) == [("schema-wrong-value", 2, at, values)]


def test_a_wrong_value_that_is_no_text(tmp_path: Path) -> None:
    path = written(tmp_path, "id: [x]\n")
    assert told(path) == [("schema-wrong-value", 1, "[x]", {"key": "id", "value": "", "allowed": ("target_group",)})]
    path = written(tmp_path, "id: x\nprovenance: {text: [a]}\n")
    assert told(path) == [("schema-wrong-value", 2, "[a]", {"key": "text", "value": "", "allowed": ("…",)})]


def test_a_language_nobody_speaks_here(tmp_path: Path) -> None:
    path = written(tmp_path, "id: x\ntitle: {dk: Pulje}\ncolumns: {amounts: [Pris]}\n")
    assert told(path) == [
        ("schema-unknown-key", 2, "dk", {"key": "dk", "suggestion": None}),
        ("schema-unknown-key", 3, "amounts", {"key": "amounts", "suggestion": "amount"}),
    ]


def test_ids_and_labels_of_two_sections_must_differ(tmp_path: Path) -> None:
    text = """\
id: x
sections:
  - {id: goals, labels: [Drøm, Drøm!], parts: [{id: place}, {id: place}]}
  - {id: goals}
  - {id: other, labels: [droem]}
"""
    _, wrong = problems(written(tmp_path, text))
    assert [(p.rule, p.place.line, p.place.text, [r.text for r in p.related]) for p in wrong] == [
        ("key-twice", 3, "place", ["place"]),
        ("key-twice", 4, "goals", ["goals"]),
        ("key-twice", 5, "droem", ["Drøm"]),
    ]


def test_what_the_reader_finds_breaks_a_schema_too(tmp_path: Path) -> None:
    path = written(tmp_path, "id: x\nid: y\n")
    with pytest.raises(BrokenSchema) as caught:
        load(path)
    assert [p.rule for p in caught.value.problems] == ["key-twice"]
    assert (caught.value.path, caught.value.lines.line(2)) == (path, "id: y")


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "id: 'x\n"])
def test_files_without_any_schema(tmp_path: Path, text: str) -> None:
    with pytest.raises(BrokenSchema) as caught:
        load(written(tmp_path, text))
    assert caught.value.problems


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    source, wrong = problems(str(tmp_path / "none.yaml"))
    assert source.text == "" and [p.rule for p in wrong][:1] == ["file-unreadable"]
    with pytest.raises(UnknownSchema):
        load(str(tmp_path / "none.yaml"))


EXTENDING = """\
id: bydel
extends: lokaludvalg
title: {da: Bydelens pulje}
sections:
  - {id: anchoring, required: false}
  - {id: results, parts: [{id: short_term, required: true}]}
  - {id: weather, labels: [Vejret], required: true}
limits: {applied_max: 50.000}
rules: {too-long: info}
columns: {amount: [Pengene]}
budget: {labels: [Pengesager]}
"""


def test_a_schema_that_extends_another_changes_only_what_it_says(tmp_path: Path) -> None:
    base, own = load("lokaludvalg"), load(written(tmp_path, EXTENDING))
    assert (own.id, own.title, own.language, own.currency) == ("bydel", {"da": "Bydelens pulje"}, "da", "DKK")
    assert [section.id for section in own.sections] == [*(section.id for section in base.sections), "weather"]
    anchoring, results = own.section("anchoring"), own.section("results")
    assert anchoring is not None and (anchoring.required, anchoring.labels) == (False, ("Forankringsstrategi",))
    assert results is not None and [part.id for part in results.parts if part.required] == ["short_term"]
    assert [part.id for part in results.parts] == ["short_term", "long_term"]
    assert own.limits.applied_max == Decimal(50000)
    assert (own.budget.required, own.budget.labels) == (True, ("Pengesager",))
    assert (own.rules, own.columns) == ({"too-long": "info"}, {"amount": ("Pengene",)})


def test_a_schema_extends_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, EXTENDING)
    extending = load(path)
    monkeypatch.setattr(loading, "_ours", lambda wanted: extending)
    assert [problem.rule for problem in problems(path)[1]] == ["schema-wrong-value"]


def test_schemas_stand_in_the_package_where_it_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "projektkort"
    monkeypatch.setattr(folder_module, "__file__", str(package / "schema" / "folder.py"))
    assert folder_module.folder() == tmp_path.parent / "schemas"
    (package / "schemas").mkdir(parents=True)
    assert folder_module.folder() == package / "schemas"


def test_problems_carry_no_words_of_the_validator(tmp_path: Path) -> None:
    path = written(tmp_path, "id: x\nkind: y\nlimits: {applied_max: z}\nfoo: 1\n")
    values = [str(value) for problem in problems(path)[1] for value in problem.values.values()]
    assert not any(word in " ".join(values) for word in ("Input", "should", "permitted", "validation"))
    assert all(isinstance(problem, Problem) for problem in problems(path)[1])


def test_limits_may_be_given_as_figures_in_python() -> None:
    limits = Limits(applied_max=Decimal(250000), own_share_min=Decimal("0.1"))
    assert (limits.applied_max, limits.own_share_min) == (Decimal(250000), Decimal("0.1"))


def test_schemas_of_one_id_are_kept_together_in_sets() -> None:
    assert len({Schema(id="x"), Schema(id="x"), Schema(id="y")}) == 2


def test_a_section_that_nobody_knows_needs_words_of_its_own(tmp_path: Path) -> None:
    text = "id: own\nsections:\n  - {id: %s, required: true}\n"
    assert told(written(tmp_path, text % "porpose")) == [
        ("schema-unknown-section", 3, "porpose", {"name": "porpose", "suggestion": "purpose"})
    ]
    assert told(written(tmp_path, text % "zzz")) == [
        ("schema-unknown-section", 3, "zzz", {"name": "zzz", "suggestion": None})
    ]
    assert told(written(tmp_path, text % "purpose")) == []
    assert told(written(tmp_path, text % "porpose, labels: [Porpoise]")) == []
    parts = "id: own\nsections:\n  - {id: results, parts: [{id: porpose}, {id: b, title: {en: B}}]}\n"
    assert [(each[0], each[2]) for each in told(written(tmp_path, parts))] == [("schema-unknown-section", "porpose")]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("sections: [{id: purpose, words: {min: 30, max: 10}}]", "words"),
        ("sections: [{id: purpose, characters: {min: 30, max: 10}}]", "characters"),
        ("valid: {from: 2027-02-01, to: 2027-01-31}", "valid"),
        ("limits: {applied_min: 200, applied_max: 100}", "limits"),
    ],
)
def test_a_lower_limit_above_the_upper_one(line: str, key: str, tmp_path: Path) -> None:
    assert [(each[0], each[3]) for each in told(written(tmp_path, f"id: own\n{line}\n"))] == [
        ("schema-swapped", {"key": key})
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("statusrapport", "status-report"),
        ("Lägesrapport", "status-report"),
        ("Lagesrapport", "status-report"),
        ("Status report", "status-report"),
        ("status_report", "status-report"),
        ("STATUS-REPORT", "status-report"),
        ("Generisk", "generisk"),
    ],
)
def test_a_schema_is_named_by_its_title_too_however_it_is_spelt(name: str, expected: str) -> None:
    assert load(name).id == expected


def test_every_schema_is_named_by_its_own_id() -> None:
    assert [load(name.replace("-", " ")).id for name in ids()] == list(ids())
