"""Goals told block by block: a heading or bold line for each, and labels below it."""

from __future__ import annotations

from goal_text import dates, goals, left, measures, names, notes, report, states, times

from projektkort.engine import Request, load
from projektkort.source import decode

BLOCKS = """\
# Kystplan

## Mål

### Delmål 1.1 Rene strande

#### Mål 1.1.A To årlige strandrensninger
Status: Opfyldt for 2026
Tidspunkt: 12. april 2026 og 20. september 2026
**Opfyldt ved:**
- Rensning ved havnen
- Rensning ved fyret

Pris: 500 kr.

#### Mål 1.1.B Nye spande
Vi har valgt spande med låg.

Status:
Delvist opfyldt

Der mangler to.

## Afvigelser
Ingen.
"""


def test_headings_are_goals_and_labels_tell_of_them() -> None:
    project = report(BLOCKS)
    first, second = project.goals
    assert names(project.goals) == [
        ("1.1.A", "1.1", "Rene strande", "To årlige strandrensninger"),
        ("1.1.B", "1.1", "Rene strande", "Nye spande"),
    ]
    assert states(project.goals) == [("1.1.A", "Opfyldt for 2026", "met"), ("1.1.B", "Delvist opfyldt", "partly")]
    assert measures(first) == ["Rensning ved havnen", "Rensning ved fyret"]
    assert times(first) == ["12. april 2026 og 20. september 2026"]
    assert dates(first) == ["2026-04-12", "2026-09-20"]
    assert notes(first) == ["Pris: 500 kr."]
    assert notes(second) == ["Vi har valgt spande med låg."]
    assert second.explanation is not None
    assert second.explanation.value == "Der mangler to."
    assert first.place.text == "#### Mål 1.1.A To årlige strandrensninger"
    assert left(project) == [("goals", ""), ("deviations", "Ingen.")]


def test_bold_lines_and_plain_ones_are_goals() -> None:
    found = goals(
        "**Mål 1.1: Rent vand**\nStatus: Opfyldt\n\n**Mål 1.2.A:** Nye stier\nStatus: I gang\n\n"
        "Mål 1.3 Flere bænke\nStatus: Udgået\n\n- Mål 1.4 Lys\n  Status: Forsinket\n"
    )
    assert names(found) == [
        ("1.1", "1", None, "Rent vand"),
        ("1.2.A", "1.2", None, "Nye stier"),
        ("1.3", "1", None, "Flere bænke"),
        ("1.4", "1", None, "Lys"),
    ]
    assert [state[2] for state in states(found)] == ["met", "ongoing", "dropped", "delayed"]


def test_in_the_section_of_goals_a_heading_needs_no_number() -> None:
    found = goals(
        "## Mål\n\n### Rent vand\nStatus: Opfyldt\n\n### Nye stier\n#### Status\nI gang\n\n"
        "## Bilag\n### Kort\nStatus: ny\n"
    )
    assert names(found) == [(None, None, None, "Rent vand"), (None, None, None, "Nye stier")]
    assert states(found)[1] == (None, "I gang", "ongoing")


def test_sub_goals_are_told_by_level_or_by_number() -> None:
    level = goals("## Mål\n### Vand\n#### Rent\nStatus: Opfyldt\n### Land\n#### Stier\nStatus: I gang\n")
    assert [name[2] for name in names(level)] == ["Vand", "Land"]
    number = goals("**Delmål 1 Vand**\n\n**Mål 1.1 Rent**\nStatus: Opfyldt\n\n**Mål 2.1 Stier**\nStatus: I gang\n")
    assert names(number) == [("1.1", "1", "Vand", "Rent"), ("2.1", "2", None, "Stier")]


def test_a_goal_without_any_label_is_one_beside_others() -> None:
    found = goals("## Mål\n### Mål 1.1 Vand\nStatus: Opfyldt\n### Mål 1.2 Stier\nIngen har svaret.\n")
    assert states(found) == [("1.1", "Opfyldt", "met"), ("1.2", None, None)]
    assert notes(found[1]) == ["Ingen har svaret."]


def test_a_heading_with_a_number_only_takes_its_words_from_below() -> None:
    found = goals("### Mål 1.1\nRent vand\n\nStatus: Opfyldt\n\n### Mål 1.2\nMål: Nye stier\nStatus: I gang\n")
    assert [goal.text.value for goal in found] == ["Rent vand", "Nye stier"]
    assert [goal.id for goal in found] == ["1.1", "1.2"]


def test_a_label_for_the_goal_makes_the_heading_its_sub_goal() -> None:
    found = goals("### 1.1 Havet\nMål: 1.1.A Rent vand\nStatus: Opfyldt\n")
    assert names(found) == [("1.1.A", "1.1", "Havet", "Rent vand")]
    labelled = goals("### Mål 1.1.A Rent vand\nDelmål: 1.1 Havet\nMålopfyldelse: Opfyldt\n")
    assert names(labelled) == [("1.1.A", "1.1", "Havet", "Rent vand")]
    assert states(labelled) == [("1.1.A", "Opfyldt", "met")]


def test_fulfilment_in_prose_explains_the_status() -> None:
    found = goals("### Mål 1.1 Vand\nMålopfyldelse: Vi har målt hver uge.\nStatus: Opfyldt\n")
    assert states(found) == [("1.1", "Opfyldt", "met")]
    assert found[0].explanation is not None
    assert found[0].explanation.value == "Vi har målt hver uge."


def test_a_colon_in_a_sentence_makes_no_label() -> None:
    found = goals(
        "### Mål 1.1 Vand\nOpfyldt ved:\nVi har gjort to ting i løbet af sommeren: målt og renset.\nStatus: Opfyldt\n"
    )
    assert measures(found[0]) == ["Vi har gjort to ting i løbet af sommeren: målt og renset."]


def test_prose_about_goals_is_no_goal() -> None:
    project = report("## Mål\nMål 2 handler om stier. Det går godt.\n\nMål 3 er nyt\n\n## Sammenfatning\nStatus: god\n")
    assert project.goals == ()
    assert left(project)[0] == ("goals", "Mål 2 handler om stier. Det går godt.\n\nMål 3 er nyt")


def test_a_section_behind_the_last_goal_is_its_own() -> None:
    goal = "**Mål 1.1 Vand**\nStatus: Opfyldt\nAfvigelse: Regn\n\n"
    project = report(f"{goal}**Afvigelser:** Ingen i alt\n\n**Bilag:** Kort\n")
    assert project.goals[0].explanation is not None
    assert project.goals[0].explanation.value == "Regn"
    assert left(project) == [("deviations", "Ingen i alt"), ("attachments", "Kort")]


def test_tables_and_rules_among_blocks_are_kept_apart() -> None:
    found = goals(
        "## Mål\n### Mål 1.1 Vand\nStatus: Opfyldt\n\n---\n\n### Mål 1.2 Sti\nStatus: I gang\n\n"
        "| a | b |\n|---|---|\n| c | d |\n\n"
        "### Mål 1.3 Flere\nStatus: Udgået\n\nMål\tStatus\n1.4 Lys\tOpfyldt\n"
    )
    assert [goal.id for goal in found] == ["1.1", "1.2", "1.3", "1.4"]
    assert found[1].explanation is not None
    assert found[1].explanation.value == "| a | b |\n| c | d |"


def test_bullets_below_a_goal_are_measures() -> None:
    found = goals(
        "### Mål 1.1 Koncerter\nGodt besøgt.\n- Koncert 14. februar 2026\n- Koncert 11. april 2026\n"
        "- **Status:** Opfyldt\n"
        "### Mål 1.2\n- Nyt klaver\n- Status: I gang\n"
    )
    assert measures(found[0]) == ["Koncert 14. februar 2026", "Koncert 11. april 2026"]
    assert dates(found[0]) == ["2026-02-14", "2026-04-11"]
    assert notes(found[0]) == ["Godt besøgt."]
    assert (found[1].text.value, found[1].measures) == ("Nyt klaver", ())


def test_numbers_alone_begin_blocks_where_no_word_for_goals_does() -> None:
    project = report(
        "1. Musik\n\n1.1 Fire koncerter\n- Koncert i maj 2026\nStatus: Opfyldt\n1.2 Nyt klaver\n"
        "Opfyldt ved:\n1. spare\n2. søge\n"
        "Status: Delvist opfyldt\n"
    )
    assert names(project.goals) == [("1.1", "1", "Musik", "Fire koncerter"), ("1.2", "1", "Musik", "Nyt klaver")]
    assert [measures(goal) for goal in project.goals] == [["Koncert i maj 2026"], ["spare", "søge"]]
    assert [state[2] for state in states(project.goals)] == ["met", "partly"]
    single = goals("1. Koncerter\nStatus: Opfyldt\n\n**2. Klaver**\nStatus: I gang\n")
    assert names(single) == [("1", None, None, "Koncerter"), ("2", None, None, "Klaver")]


def test_a_numbered_list_is_no_goals() -> None:
    assert goals("## Sammenfatning\n1.1 Vi har målt\n1.2 Vi har renset\n") == ()
    blocks = goals("### Mål 1.1 Vand\nOpfyldt ved:\n\n1. måle\n\n2. rense\n\nStatus: Opfyldt\n")
    assert [goal.id for goal in blocks] == ["1.1"]
    assert measures(blocks[0]) == ["måle", "rense"]


def test_goals_stand_on_a_line_each_with_their_status_behind() -> None:
    project = report(
        "# Status på mål\n\n- Mål 1: Flere medlemmer – opfyldt for 2026 (vi er nu 312)\n"
        "- Mål 2: To udstillinger – delvist opfyldt,\n  kun én blev til noget\n"
        "- Mål 3: Nyt tag (ikke igangsat)\n- Mål 4: Lys\n"
        "- Vi er flere\n"
    )
    assert names(project.goals) == [
        ("1", None, None, "Flere medlemmer"),
        ("2", None, None, "To udstillinger"),
        ("3", None, None, "Nyt tag"),
        ("4", None, None, "Lys"),
    ]
    assert [state[2] for state in states(project.goals)] == ["met", "partly", "not_started", None]
    assert project.goals[1].place.text.endswith("kun én blev til noget")
    assert [text.value for text in project.unplaced] == ["- Vi er flere"]


def test_a_single_line_with_a_dash_may_be_a_sentence() -> None:
    assert goals("Mål 2 – det er opfyldt – var svært.\n\nMål 3 handler om stier.\n") == ()


LABELLED = """\
Delmål: 1.1 Grønnere gader
Mål: 1.1.A 50 nye træer
Opfyldt ved: 54 træer er plantet
Tidspunkt: April 2026
Status: Opfyldt

Mål: 1.1.B To plantedage
Status: I gang
Delmål: 1.2 Trafik
Mål: 1.2.A Sikker skolevej
Status: Forsinket
"""


def test_a_label_before_the_words_names_a_goal_or_the_sub_goal_above() -> None:
    project = report(LABELLED)
    assert names(project.goals) == [
        ("1.1.A", "1.1", "Grønnere gader", "50 nye træer"),
        ("1.1.B", "1.1", "Grønnere gader", "To plantedage"),
        ("1.2.A", "1.2", "Trafik", "Sikker skolevej"),
    ]
    assert [state[2] for state in states(project.goals)] == ["met", "ongoing", "delayed"]
    assert measures(project.goals[0]) == ["54 træer er plantet"]
    assert times(project.goals[0]) == ["April 2026"]
    assert left(project) == []


def test_a_labelled_goal_needs_no_number() -> None:
    found = goals("Delmål: Gader\nMål: 50 nye træer\nStatus: Opfyldt\n\nMål: Flere bænke\nStatus: I gang\n")
    assert names(found) == [(None, None, "Gader", "50 nye træer"), (None, None, "Gader", "Flere bænke")]


def test_finer_sub_goals_below_a_labelled_goal_are_those_told_of() -> None:
    found = goals("Mål: 1. Grøn by\n\nDelmål: 1.1 Træer\nStatus: Opfyldt\n\nDelmål: 1.2 Stier\nStatus: Forsinket\n")
    assert names(found) == [("1.1", "1", "Grøn by", "Træer"), ("1.2", "1", "Grøn by", "Stier")]


def test_a_labelled_goal_may_tell_its_sub_goal_itself() -> None:
    found = goals("Mål: 1.1.A Rent vand\nDelmål: 1.1 Havet\nStatus: Opfyldt\n\nMål: 1.1.B Ro\nStatus: Opfyldt\n")
    assert names(found)[0] == ("1.1.A", "1.1", "Havet", "Rent vand")
    assert names(found)[1][0] == "1.1.B"


def test_a_label_without_a_status_below_it_names_no_goal() -> None:
    project = report("Mål: En grøn by\n\n## Bilag\nStatus: Opfyldt\n")
    assert project.goals == ()
    assert left(project)[0] == ("goals", "En grøn by")


def test_labelled_goals_are_a_goal_report_by_what_they_show() -> None:
    def chosen(text: str) -> str:
        return load(decode(text.encode(), "x.txt"), Request()).choice.schema.id

    assert chosen("Mål: 1.1.A 50 nye træer\nStatus: Opfyldt\n") == "goal-report"
    assert chosen("Mål: Nye træer\nStatus: Opfyldt\n\nMål: Nye stier\nStatus: I gang\n") == "goal-report"
    assert chosen("Mål: Nye træer\nStatus: Opfyldt\n") != "goal-report"


def test_a_labelled_goal_that_nothing_tells_of_takes_nothing_from_the_one_before() -> None:
    found = goals("Mål: 1.1 Luft\nStatus: Opfyldt\n\nMål: 1.2 Vand\n\nMål: 1.3 Ro\nStatus: I gang\n")
    assert states(found) == [("1.1", "Opfyldt", "met"), ("1.2", None, None), ("1.3", "I gang", "ongoing")]
    assert [goal.text.value for goal in found] == ["Luft", "Vand", "Ro"]
