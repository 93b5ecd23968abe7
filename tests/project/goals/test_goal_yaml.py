"""Goals in YAML: in a list, below their sub-goals, or as keys."""

from __future__ import annotations

from goal_text import dates, in_yaml, left, loaded, measures, names, notes, report, states, times

FLAT = """\
mål:
  - delmål: 1.1 Rene strande
    mål: Mål 1.1.A To årlige strandrensninger
    opfyldt ved: [Rensning ved havnen, Rensning ved fyret]
    tidspunkt: [12. april 2026, 20. september 2026]
    status: Opfyldt for 2026
    ansvarlig: Havnefogeden
    bemærkning: Mange kom
    foto: bilag 2
"""
NESTED = """\
mål:
  - delmål: 1.1 Rene strande
    mål:
      - {nr: 1.1.A, mål: To rensninger, status: Opfyldt}
      - {id: 1.1.B, tekst: Nye spande, status: I gang}
  - delmål: 1.2 Stier
    mål:
      - mål: 1.2.A En kyststi
        målopfyldelse: Delvist opfyldt
"""


def test_a_goal_has_all_that_its_keys_tell() -> None:
    project = report(FLAT, "x.yaml")
    goal = project.goals[0]
    assert names(project.goals) == [("1.1.A", "1.1", "Rene strande", "To årlige strandrensninger")]
    assert measures(goal) == ["Rensning ved havnen", "Rensning ved fyret"]
    assert times(goal) == ["12. april 2026", "20. september 2026"]
    assert dates(goal) == ["2026-04-12", "2026-09-20"]
    assert goal.responsible is not None
    assert goal.responsible.value == "Havnefogeden"
    assert goal.explanation is not None
    assert goal.explanation.value == "Mange kom"
    assert notes(goal) == ["foto: bilag 2"]
    assert [text.place.text for text in (*goal.measures, goal.text)][:1] == ["Rensning ved havnen"]
    assert goal.place.line == 3
    assert left(project) == [("goals", "")]


def test_goals_stand_below_their_sub_goals() -> None:
    project = report(NESTED, "x.yaml")
    assert names(project.goals) == [
        ("1.1.A", "1.1", "Rene strande", "To rensninger"),
        ("1.1.B", "1.1", "Rene strande", "Nye spande"),
        ("1.2.A", "1.2", "Stier", "En kyststi"),
    ]
    assert [state[2] for state in states(project.goals)] == ["met", "ongoing", "partly"]
    assert left(project) == [("goals", "")]


def test_goals_may_be_keys_with_their_status_behind_them() -> None:
    project = report(
        "mål:\n  1 Strande:\n    - {mål: 1.A Rensning, status: Opfyldt}\n"
        "  2.A Stier: {status: I gang, tidspunkt: 4/12 2026}\n  2.B Bænke: Udgået\n  Andet: Se bilag\n",
        "x.yaml",
    )
    assert names(project.goals) == [
        ("1.A", "1", "Strande", "Rensning"),
        ("2.A", "2", None, "Stier"),
        ("2.B", "2", None, "Bænke"),
    ]
    assert states(project.goals)[2] == ("2.B", "Udgået", "dropped")
    assert (project.goals[2].place.text, dates(project.goals[1])) == ("2.B Bænke: Udgået", ["2026-12-04"])
    assert left(project) == [("goals", "Andet: Se bilag")]


def test_a_key_that_nobody_knows_is_kept_even_without_a_value() -> None:
    found = in_yaml("mål:\n  - {mål: 1.1 Vand, status: Opfyldt, foto: , ansvarlig: }\n")
    assert (notes(found[0]), found[0].responsible) == (["foto"], None)


def test_one_goal_alone_needs_no_list() -> None:
    assert states(in_yaml("mål:\n  mål: Rent vand\n  status: Opfyldt\n")) == [(None, "Opfyldt", "met")]


def test_a_text_in_a_list_of_goals_is_a_goal_and_something_else_is_left() -> None:
    project = report("mål:\n  - {mål: 1.1 Vand, status: Opfyldt}\n  - 1.2 Stier\n  - {hest: 1}\n  -\n", "x.yaml")
    assert states(project.goals) == [("1.1", "Opfyldt", "met"), ("1.2", None, None)]
    assert left(project) == [("goals", "- hest: 1")]
    assert next(section.place.text for section in project.sections if section.id == "goals").endswith("{hest: 1}")


def test_goals_without_any_status_are_goals_only_where_that_is_their_section() -> None:
    assert len(in_yaml("mål:\n  - {mål: Vand}\n")) == 1
    project = report("aktiviteter:\n  - {mål: Vand}\n", "x.yaml")
    assert project.goals == ()
    assert report("mål: [Vand, Stier]\n", "x.yaml").goals == ()
    assert left(report("mål: Rent vand\n", "x.yaml")) == [("goals", "Rent vand")]


def test_a_list_of_goals_under_a_key_that_nobody_knows_is_read_and_its_key_is_gone() -> None:
    read = loaded("måltavle:\n  - {mål: 1.1 Vand, status: Opfyldt}\n", "x.yaml")
    assert states(read.project.goals) == [("1.1", "Opfyldt", "met")]
    assert (read.project.other, read.problems) == ((), ())
    kept = report("måltavle:\n  - {mål: 1.1 Vand, status: Opfyldt}\n  - {hest: 1}\n", "x.yaml")
    assert [section.text.value for section in kept.other] == ["- hest: 1"]


def test_what_a_sub_goal_says_beside_its_goals_stays() -> None:
    goal = "{mål: 1.1 Ren, status: I gang}"
    project = report(f"mål:\n  - delmål: 1 Vand\n    pris: 500\n    mål:\n      - {goal}\n", "x.yaml")
    assert names(project.goals) == [("1.1", "1", "Vand", "Ren")]
    assert left(project) == [("goals", "- pris: 500")]
    partly = report(f"mål:\n  - delmål: 1 Vand\n    mål:\n      - {goal}\n      - hest: 1\n", "x.yaml")
    assert left(partly) == [("goals", "- mål: hest: 1")]
    keyed = report(f"mål:\n  1 Vand:\n    - {goal}\n    - hest: 1\n", "x.yaml")
    assert left(keyed) == [("goals", "1 Vand: hest: 1")]


def test_lists_within_lists_are_gone_through() -> None:
    found = in_yaml("mål:\n  - - {mål: 1.1 Vand, status: Opfyldt}\n  - {mål: 1.2 Sti, status: I gang}\n")
    assert [goal.id for goal in found] == ["1.1", "1.2"]


def test_fulfilment_is_the_goal_where_nothing_else_is_and_explains_a_status() -> None:
    found = in_yaml(
        "mål:\n  - {målopfyldelse: 1.1 Vand, tidspunkt: maj 2026}\n"
        "  - {mål: 1.2 Sti, status: Opfyldt, målopfyldelse: Åbnet i maj}\n"
        "  - {delmål: 1.3 Havn, målopfyldelse: I gang}\n"
    )
    assert states(found) == [("1.1", None, None), ("1.2", "Opfyldt", "met"), ("1.3", "I gang", "ongoing")]
    assert found[1].explanation is not None
    assert found[1].explanation.value == "Åbnet i maj"


def test_front_matter_tells_goals_too() -> None:
    project = report("", "x.md")
    assert project.goals == ()
    text = "---\nmål:\n  - {mål: 1.1 Vand, status: Opfyldt}\n---\n# Plan\n\nMål\tStatus\n1.2 Sti\tI gang\n"
    from projektkort.engine import Request, load
    from projektkort.source import decode

    found = load(decode(text.encode(), "x.md"), Request(schema="goal-report")).project.goals
    assert states(found) == [("1.1", "Opfyldt", "met"), ("1.2", "I gang", "ongoing")]


def test_a_year_is_that_of_its_own_list() -> None:
    found = in_yaml("mål:\n  - mål: 1.1 Vand\n    status: Opfyldt\n    tidspunkt: [12. april, 20. maj 2026]\n")
    assert dates(found[0]) == ["2026-04-12", "2026-05-20"]


def test_a_measure_with_keys_of_its_own_tells_what_and_when() -> None:
    found = in_yaml(
        "mål:\n  - mål: 1.1 Ren strand\n    tiltag:\n      - {hvad: Ved havnen, hvornår: 12. april 2026}\n"
        "      - {hvad: Ved fyret, dato: 20. september 2026, antal: 40, ansvarlig: Ole}\n    status: Opfyldt\n"
    )
    assert measures(found[0]) == ["Ved havnen", "Ved fyret, antal: 40"]
    assert dates(found[0]) == ["2026-04-12", "2026-09-20"]
    assert found[0].responsible is not None
    assert found[0].responsible.value == "Ole"


def test_an_answer_is_a_status_and_a_dash_says_nothing() -> None:
    found = in_yaml(
        "mål:\n  - {mål: 1.1 Sti, gennemført: nej, bemærkning: –}\n  - {mål: 1.2 Bro, gennemført: ja, status: I gang}\n"
    )
    assert states(found) == [("1.1", "nej", "not_met"), ("1.2", "I gang", "ongoing")]
    assert (found[0].explanation, notes(found[0]), notes(found[1])) == (None, [], ["gennemført: ja"])


def test_fulfilment_below_a_key_is_the_status_or_explains_it() -> None:
    found = in_yaml(
        "mål:\n  1.1 Sti: {målopfyldelse: Opfyldt}\n  1.2 Bro: {status: Opfyldt, målopfyldelse: Åbnet i maj}\n"
    )
    assert states(found) == [("1.1", "Opfyldt", "met"), ("1.2", "Opfyldt", "met")]
    assert found[1].explanation is not None
    assert found[1].explanation.value == "Åbnet i maj"
