"""Rows of goals that are not one line between bars: cells over several lines, columns of spaces, rows that go on."""

from __future__ import annotations

from goal_text import dates, goals, left, measures, names, notes, report, states, table, times

HEAD = "Delmål; Mål; Opfyldt ved; Tidspunkt; Status"


def test_a_cell_between_tabs_goes_on_in_the_next_lines() -> None:
    project = report(
        table(
            HEAD,
            "1.1 Havet; Mål 1.1.A",
            "Der måles to gange; Måling ved molen",
            "Måling ved fyret; 3. maj 2026",
            "4. juni 2026; Opfyldt for 2026",
            "; Mål 1.1.B Fisk; Net købt; Juni 2026; Delvist opfyldt,",
        )
        + "båden mangler\n"
    )
    first, second = project.goals
    assert names(project.goals) == [
        ("1.1.A", "1.1", "Havet", "Der måles to gange"),
        ("1.1.B", "1.1", "Havet", "Fisk"),
    ]
    assert measures(first) == ["Måling ved molen", "Måling ved fyret"]
    assert dates(first) == ["2026-05-03", "2026-06-04"]
    assert states(project.goals)[0] == ("1.1.A", "Opfyldt for 2026", "met")
    assert second.status is not None
    assert second.status.text.value == "Delvist opfyldt,\nbåden mangler"
    assert first.place.text.startswith("1.1 Havet\tMål 1.1.A\nDer måles")
    assert project.unplaced == ()


def test_a_cell_between_tabs_goes_on_in_a_line_without_any() -> None:
    found = goals(
        table("Mål; Opfyldt ved; Status", "1.1 Kurser; Forår")
        + "Sommer\n"
        + "Efterår\tOpfyldt\n1.2 Sti\tGrus\tI gang\n"
    )
    assert [measures(goal) for goal in found] == [["Forår", "Sommer", "Efterår"], ["Grus"]]
    assert states(found) == [("1.1", "Opfyldt", "met"), ("1.2", "I gang", "ongoing")]


def test_pieces_that_nobody_can_join_make_no_goals() -> None:
    project = report(
        table(HEAD, "1.1 Havet; Mål 1.1.A Måling", "4. juni 2026; Ved fyret", "; Mål 1.1.B Fisk; ; ; I gang")
    )
    assert states(project.goals) == [("1.1.A", None, None), ("1.1.B", "I gang", "ongoing")]
    assert "4. juni 2026" in str([text.value for text in project.unplaced])


def test_short_rows_of_goals_that_are_whole_stay_apart() -> None:
    found = goals(table(HEAD, "1.1 Havet; Mål 1.1.A Måling; Ved fyret", "; Mål 1.1.B Fisk; Net"))
    assert [(goal.id, measures(goal)) for goal in found] == [("1.1.A", ["Ved fyret"]), ("1.1.B", ["Net"])]
    unnumbered = goals(table("Mål; Tiltag; Status", "Havet; Måling; Opfyldt", "Fisk; Net"))
    assert [goal.text.value for goal in unnumbered] == ["Havet", "Fisk"]


def test_a_row_goes_on_with_small_letters_and_a_cut_word_is_whole_again() -> None:
    found = goals(
        "| Mål | Opfyldt ved | Status |\n|---|---|---|\n"
        "| 1.1 Mentorer til 20 virk- | Aftale med sommer- | Forventes |\n"
        "| somheder | og vinterklubben | opfyldt for 2027 |\n"
        "| 1.2 Sti | | Opfyldt |\n| | | for 2026 |\n"
    )
    assert names(found) == [("1.1", "1", None, "Mentorer til 20 virksomheder"), ("1.2", "1", None, "Sti")]
    assert measures(found[0]) == ["Aftale med sommer- og vinterklubben"]
    assert states(found) == [("1.1", "Forventes opfyldt for 2027", "expected"), ("1.2", "Opfyldt for 2026", "met")]


def test_goals_in_small_letters_are_goals() -> None:
    found = goals("| Mål | Status |\n|---|---|\n| rent vand | opfyldt |\n| nye stier | i gang |\n")
    assert [state[1] for state in states(found)] == ["opfyldt", "i gang"]


def test_a_row_that_counts_goals_is_none() -> None:
    rows = "| Nr. | Mål | Status |\n|---|---|---|\n| 1 | Vand | Opfyldt |\n| 2 | Sti | I gang |\n"
    for label in ("I alt", "**I alt:**", "Total", "Mål i alt", "I alt 2 mål"):
        for row in (f"| {label} | | 1 opfyldt |\n", f"| | {label} | 1 opfyldt |\n"):
            project = report(f"{rows}{row}")
            assert [goal.id for goal in project.goals] == ["1", "2"], row
            assert "1 opfyldt" in str([text.value for text in project.unplaced])
    assert len(goals(f"{rows}| 3 | I alt ti nye bænke | I gang |\n")) == 3


def test_columns_of_spaces_are_a_table() -> None:
    project = report(
        "# Målrapport\n\n"
        "Mål                     Status            Bemærkning\n"
        "1.1 Nye stier i         Delvist opfyldt   31 pr. 30. september\n"
        "    skoven\n"
        "1.2 To messer           Opfyldt\n"
        "1.3 Lys                                   Ingen har svaret\n"
        "1.4 Mole\n"
        "Vi glæder os til næste år.\n"
    )
    assert names(project.goals)[0] == ("1.1", "1", None, "Nye stier i skoven")
    assert states(project.goals) == [
        ("1.1", "Delvist opfyldt", "partly"),
        ("1.2", "Opfyldt", "met"),
        ("1.3", None, None),
        ("1.4", None, None),
    ]
    assert [goal.explanation and goal.explanation.value for goal in project.goals[::2]] == [
        "31 pr. 30. september",
        "Ingen har svaret",
    ]
    assert "Vi glæder os til næste år." in str([text.value for text in project.unplaced])


def test_words_that_stand_beside_the_columns_are_no_rows() -> None:
    assert goals("Mål            Status\nDet gik  godt  i år\n") == ()
    assert goals("Mål            Status\nSe bilag\n") == ()


def test_cells_tell_what_a_column_holds_whose_head_nobody_knows() -> None:
    found = goals(
        "| # | Mål | Hvordan gik det | Overstået | Ejerskab |\n|---|---|---|---|---|\n"
        "| 1 | Vand | Ja | 12. maj 2026 | Byen |\n| 2 | Sti | Delvist | juni 2026 | – |\n| I alt | | 1 af 2 | | |\n"
    )
    assert names(found) == [("1", None, None, "Vand"), ("2", None, None, "Sti")]
    assert states(found) == [("1", "Ja", "met"), ("2", "Delvist", "partly")]
    assert [times(goal) for goal in found] == [["12. maj 2026"], ["juni 2026"]]
    assert [notes(goal) for goal in found] == [["Ejerskab: Byen"], []]


def test_numbers_under_the_goal_leave_its_words_to_the_next_column() -> None:
    own = goals("| Mål | Hvad | Status |\n|---|---|---|\n| 1.1 | Rent vand | Opfyldt |\n| 1.2 | Sti | I gang |\n")
    assert names(own) == [("1.1", "1", None, "Rent vand"), ("1.2", "1", None, "Sti")]
    two = goals("| Goal | Target | Status |\n|---|---|---|\n| G1 | Ten boats | Met |\n", language="en")
    assert names(two) == [("G1", None, None, "Ten boats")]
    alone = goals("| Mål | Tid | Status |\n|---|---|---|\n| 1.1 | Maj 2026 | Opfyldt |\n")
    assert [goal.id for goal in alone] == ["1.1"]


def test_two_columns_that_could_be_the_same_are_neither() -> None:
    found = goals(
        "| Mål | Antal | Før | Nu | Status |\n|---|---|---|---|---|\n| Vand | 4 | Maj 2026 | Juni 2026 | Opfyldt |\n"
    )
    assert found[0].id is None
    assert notes(found[0]) == ["Antal: 4", "Før: Maj 2026", "Nu: Juni 2026"]


def test_an_answer_under_what_was_done_is_a_status() -> None:
    found = goals(table("Mål; Gennemført", "Vand; Ja", "Sti; Nej", "Mole; Delvist", "Bro; Møde om broen"))
    assert [state[2] for state in states(found)] == ["met", "not_met", "partly", None]
    assert measures(found[3]) == ["Møde om broen"]
    beside = goals(table("Mål; Gennemført; Status", "Vand; Nej; Ikke påbegyndt"))
    assert (states(beside)[0][2], notes(beside[0])) == ("not_started", ["Gennemført: Nej"])


def test_cells_that_are_struck_out_say_nothing_and_semicolons_part_measures() -> None:
    project = report(table("Mål; Opfyldt ved; Tid; Status; Bemærkning", "1.1 Vand; -; –; Udgået; —"))
    goal = project.goals[0]
    assert (goal.measures, goal.times, goal.explanation, goal.notes) == ((), (), None, ())
    assert left(project) == []
    parted = goals(
        "| Mål | Opfyldt ved | Status |\n|---|---|---|\n| 1.1 Møder | Havnen; Fyret;<br>– Molen | Opfyldt |\n"
    )
    assert measures(parted[0]) == ["Havnen", "Fyret", "Molen"]


def test_a_cell_as_wide_as_its_column_ends_where_the_next_head_begins() -> None:
    found = goals(
        "Mål                          Opfyldt ved       Status\n"
        "1.1.A Et børneteater         Teatret åbnede    Opfyldt\n"
        "1.1.B Fire gæstespil om året Fire gæstespil    I gang\n"
        "1.1.C Otte koncerter om året og mere           I gang\n"
    )
    assert [(name[3], measures(goal)) for name, goal in zip(names(found), found, strict=True)] == [
        ("Et børneteater", ["Teatret åbnede"]),
        ("Fire gæstespil om året", ["Fire gæstespil"]),
        ("Otte koncerter om året", ["og mere"]),
    ]


def test_a_sentence_below_a_table_of_spaces_is_not_cut() -> None:
    project = report(
        "Titel: Kultur\n\n"
        "Mål            Status\n1.1.A Et teat  Opfyldt\n1.1.B Et orgel  I gang\nDet går i alle husene i byen.\n"
    )
    assert states(project.goals) == [("1.1.A", "Opfyldt", "met"), ("1.1.B", "I gang", "ongoing")]
    assert [text.value for text in project.unplaced] == ["Det går i alle husene i byen."]
