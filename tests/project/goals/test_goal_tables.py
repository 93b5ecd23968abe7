"""Tables of goals: heads in any words and order, rows that go on, pages that break."""

from __future__ import annotations

from goal_text import dates, goals, left, loaded, measures, names, notes, report, states, table, times

from projektkort.schema.model import Schema

HEAD = "Delmål; Mål; Opfyldt ved; Tidspunkt; Status; Bemærkning"


def test_a_table_of_pipes_is_read_whole() -> None:
    project = report(
        "# Kystplan\n\n## Mål\n"
        "| Delmål | Mål | Opfyldt ved | Tidspunkt | Status | Bemærkning | Ansvarlig | Pris |\n"
        "|---|---|---|---|---|---|---|---|\n"
        "| 1.1 Rene strande | Mål 1.1.A To rensninger | Ved havnen<br>Ved fyret | 12. april 2026<br>20. maj 2026 "
        "| Opfyldt for 2026 | Mange kom | Havnefogeden | 500 kr. |\n"
    )
    goal = project.goals[0]
    assert names(project.goals) == [("1.1.A", "1.1", "Rene strande", "To rensninger")]
    assert (measures(goal), times(goal)) == (["Ved havnen", "Ved fyret"], ["12. april 2026", "20. maj 2026"])
    assert goal.status is not None
    assert (goal.status.text.value, goal.status.grade, goal.status.scope) == ("Opfyldt for 2026", "met", "2026")
    assert goal.explanation is not None
    assert goal.explanation.value == "Mange kom"
    assert goal.responsible is not None
    assert goal.responsible.value == "Havnefogeden"
    assert notes(goal) == ["Pris: 500 kr."]
    assert (goal.place.line, goal.place.text[:18]) == (8, "| 1.1 Rene strande")
    assert left(project) == [("goals", "")]
    assert project.unplaced == ()


def test_every_text_knows_where_it_stands() -> None:
    goal = goals(table(HEAD, "1.1 Strande; Mål 1.1. A Rensning; Ved fyret; Maj 2026; Delvist opfyldt; Regn"))[0]
    assert goal.theme is not None
    assert goal.status is not None
    texts = [goal.theme, goal.text, *goal.measures, *goal.times, goal.status.text]
    assert [text.place.text for text in texts] == ["Strande", "Rensning", "Ved fyret", "Maj 2026", "Delvist opfyldt"]
    assert [date.place.text for date in goal.dates] == ["Maj 2026"]
    assert goal.dates[0].section == "goals"


def test_columns_stand_in_any_order_under_other_words() -> None:
    found = goals(
        table(
            "Vurdering; Tovholder; Aktiviteter; Målsætning; Nr.",
            "I gang; Ole; Kurser; Flere frivillige; 4",
            "Nej; ; ; Bus; 5",
        )
    )
    assert names(found) == [("4", None, None, "Flere frivillige"), ("5", None, None, "Bus")]
    assert states(found) == [("4", "I gang", "ongoing"), ("5", "Nej", "not_met")]
    assert measures(found[0]) == ["Kurser"]


def test_a_column_of_fulfilment_holds_the_goal_beside_a_status_and_else_the_status() -> None:
    beside = goals(table("Delmål; Målopfyldelse; Status", "1.1 Hav; Mål 1.1. Rent vand; Opfyldt"))
    assert names(beside) == [("1.1", "1.1", "Hav", "Rent vand")]
    alone = goals(table("Mål; Målopfyldelse", "Rent vand; Delvist opfyldt", "Stier; Se bilag"))
    assert states(alone) == [(None, "Delvist opfyldt", "partly"), (None, "Se bilag", None)]
    only = goals(table("Målopfyldelse; Tidspunkt", "Mål 1. Rent vand; Maj 2026"))
    assert names(only) == [("1", None, None, "Rent vand")]
    graded = goals(table("Delmål; Målopfyldelse", "1.1 Rent vand; Opfyldt"))
    assert [(*names(graded)[0][:2], states(graded)[0][2])] == [("1.1", "1", "met")]


def test_of_two_columns_that_tell_how_far_goals_are_the_graded_one_is_the_status() -> None:
    prose = goals(table("Mål; Status; Målopfyldelse", "Sti; Vi venter på svar; Delvist opfyldt"))
    assert states(prose) == [(None, "Delvist opfyldt", "partly")]
    assert prose[0].explanation is not None
    assert prose[0].explanation.value == "Vi venter på svar"
    graded = goals(table("Mål; Målopfyldelse; Status", "Sti; Vi venter på svar; Delvist opfyldt"))
    assert states(graded) == [(None, "Delvist opfyldt", "partly")]
    assert graded[0].explanation is not None


def test_the_latest_status_counts_and_the_others_are_kept() -> None:
    found = goals(table("Mål; Status oktober 2026; Status april 2026", "Sti; Opfyldt; I gang"))
    assert states(found) == [(None, "Opfyldt", "met")]
    assert notes(found[0]) == ["Status april 2026: I gang"]
    undated = goals(table("Mål; Status; Vurdering", "Sti; I gang; Opfyldt"))
    assert (states(undated), notes(undated[0])) == ([(None, "Opfyldt", "met")], ["Status: I gang"])


def test_the_wider_goals_are_the_sub_goals_whatever_they_are_called() -> None:
    numbered = goals(table("Mål; Delmål; Status", "1 Havet; 1.1 Rent vand; Opfyldt", "2 Land; 2.1 Stier; I gang"))
    assert names(numbered) == [("1.1", "1", "Havet", "Rent vand"), ("2.1", "2", "Land", "Stier")]
    plain = goals(table("Mål; Delmål; Status", "Havet; Rent vand; Opfyldt", "; Fisk; I gang"))
    assert names(plain) == [(None, None, "Havet", "Rent vand"), (None, None, "Havet", "Fisk")]
    themes = goals(table("Mål; Tema; Status", "Rent vand; Havet; Opfyldt", "Fisk; Havet; I gang"))
    assert names(themes) == [(None, None, "Havet", "Rent vand"), (None, None, "Havet", "Fisk")]


def test_two_kinds_of_sub_goals_and_no_goals_are_goals_below_wider_ones() -> None:
    found = goals(table("Hovedmål; Delmål; Status", "1 Havet; 1.1 Rent vand; Opfyldt"))
    assert names(found) == [("1.1", "1", "Havet", "Rent vand")]


def test_a_second_column_of_goals_is_kept_as_a_note() -> None:
    found = goals(table("Mål; Succeskriterium; Status", "Rent vand; Blåt Flag; Opfyldt"))
    assert (names(found)[0][3], notes(found[0])) == ("Rent vand", ["Succeskriterium: Blåt Flag"])


def test_areas_with_words_that_are_no_grades_are_no_goals() -> None:
    project = report(table("Område; Status", "Havnen; Der er bygget en mole"))
    assert project.goals == ()
    assert "Der er bygget en mole" in str([text.value for text in project.unplaced])


def test_a_table_of_something_else_is_no_table_of_goals() -> None:
    assert goals(table("Aktivitet; Tidspunkt", "Fest; Maj 2026")) == ()
    assert goals(table("Mål; Budget", "Sti; 500")) == ()
    assert goals(table(HEAD)) == ()


def test_empty_cells_go_on_with_the_sub_goal_and_the_goal() -> None:
    found = goals(
        table(
            HEAD,
            "1.1 Hav; Mål 1.1.A Møder; Første møde; 3. maj 2026; Opfyldt;",
            "; ; Andet møde; 4. juni 2026; ;",
            "; Mål 1.1.B Fisk; Udsat; ; I gang;",
        )
    )
    assert [name[:3] for name in names(found)] == [("1.1.A", "1.1", "Hav"), ("1.1.B", "1.1", "Hav")]
    assert measures(found[0]) == ["Første møde", "Andet møde"]
    assert dates(found[0]) == ["2026-05-03", "2026-06-04"]


def test_a_goal_that_is_written_again_beside_each_measure_is_one() -> None:
    found = goals(
        table(
            HEAD,
            "1.1 Hav; Mål 1.1.A Møder; Første møde; ; Opfyldt;",
            "1.1 Hav; Mål 1.1.A Møder; Andet møde; ; Opfyldt;",
            "1.1 Hav; Mål 1.1.A Møder; Tredje møde; ; I gang;",
        )
    )
    assert states(found) == [("1.1.A", "Opfyldt", "met")]
    assert measures(found[0]) == ["Første møde", "Andet møde", "Tredje møde"]
    assert notes(found[0]) == ["Status: I gang"]


PAGES = (
    table(HEAD, "1.1 Hav; Mål 1.1.A Møder om alle; Aftale om at; DUR 3. maj; Opfyldt;")
    + "\n"
    + table(
        "Delmål; Mål; Opfyldt vedd; Tidspunkt; Status; Bemærkning",
        "; slags fisk; bygge mole; Møde 4. juni 2026; ;",
        "; ; Ny aftale; ; ;",
        "1.2 Land; Mål 1.2. Stier; Sti; ; I gang;",
    )
)


def test_a_row_goes_on_behind_a_page_break_under_a_head_that_is_misspelt() -> None:
    found = goals(PAGES)
    assert [goal.text.value for goal in found] == ["Møder om alle slags fisk", "Stier"]
    assert measures(found[0]) == ["Aftale om at bygge mole", "Ny aftale"]
    assert times(found[0]) == ["DUR 3. maj", "Møde 4. juni 2026"]


def test_a_goal_goes_on_behind_a_page_break_where_no_full_stop_was_reached() -> None:
    def broken(before: str) -> list[str]:
        pages = table(HEAD, f"; Mål 1.1 {before}; Et; ; Opfyldt;") + "\n" + table(HEAD, "; Norges kyst; To; ; ;")
        return [goal.text.value for goal in goals(pages)]

    assert broken("Vi renser") == ["Vi renser Norges kyst"]
    assert broken("Vi renser.") == ["Vi renser.", "Norges kyst"]


def test_the_name_of_a_sub_goal_goes_on_behind_a_page_break() -> None:
    pages = table(HEAD, "1.1 Dialog med; Mål 1.1.A Møder; Et; ; Opfyldt;", "; Mål 1.1.B Post; Et; ; I gang;")
    pages += "\n" + table(HEAD, "erhvervslivet; ; To; ; ;", "; Mål 1.1.C Mere; ; ; I gang;")
    found = goals(pages)
    assert [name[2] for name in names(found)] == ["Dialog med erhvervslivet"] * 3
    assert measures(found[1]) == ["Et", "To"]
    alone = table(HEAD, "1.1 Dialog med; Mål 1.1.A Møder; Et; ; Opfyldt;") + "\n" + table(HEAD, "fiskere; ; ; ; ;")
    assert names(goals(alone)) == [("1.1.A", "1.1", "Dialog med fiskere", "Møder")]


def test_a_table_without_a_head_of_its_own_goes_on() -> None:
    first = table("Mål; Status", "1.1 Hav; Opfyldt")
    assert [goal.id for goal in goals(f"{first}\n{table('1.2 Land; I gang')}")] == ["1.1", "1.2"]
    assert [goal.id for goal in goals(f"{first}\nSide 2 af 3\n\n{table('1.2 Land; I gang')}")] == ["1.1", "1.2"]


def test_another_table_does_not_go_on_with_the_goals() -> None:
    first = table("Mål; Status", "1.1 Hav; Opfyldt")
    assert len(goals(f"{first}\nHer kommer noget helt andet end mål.\n\n{table('1.2 Land; I gang')}")) == 1
    assert len(goals(f"{first}\n## Bilag\n{table('1.2 Land; I gang')}")) == 1
    assert len(goals(f"{first}\n| Post | Beløb |\n|---|---|\n| Sti | 500 |\n")) == 1
    assert len(goals(f"{first}\n{table('Post; Beløb', 'Sti; 500')}")) == 1
    assert len(goals(f"{first}\n{table('1.2 Land; I gang; Ole')}\n{table('1.3 By; I gang')}")) == 1


def test_a_table_with_new_columns_is_another_table() -> None:
    first, second = table("Mål; Status", "1.1 Hav; Opfyldt"), table("Tid; Mål; Status", "Maj 2026; 1.2 By; I gang")
    found = goals(f"{first}\n{second}")
    assert states(found) == [("1.1", "Opfyldt", "met"), ("1.2", "I gang", "ongoing")]
    assert times(found[1]) == ["Maj 2026"]


def test_a_row_above_the_head_is_a_caption_and_stays() -> None:
    project = report("| Bilag 1 | |\n| Mål | Status |\n|---|---|\n| 1.1 Hav | Opfyldt |\n")
    assert states(project.goals) == [("1.1", "Opfyldt", "met")]
    assert "Bilag 1" in str([text.value for text in project.unplaced])


def test_a_row_that_only_names_a_sub_goal_heads_those_below() -> None:
    own = goals(table("Delmål; Mål; Status", "1 Hav; ;", "; 1.1 Vand; Opfyldt", "2 Land; ;", "; 2.1 Sti; I gang"))
    assert [name[:3] for name in names(own)] == [("1.1", "1", "Hav"), ("2.1", "2", "Land")]
    across = goals(
        "| Mål | Tid | Status |\n|---|---|---|\n| 1. Hav | | |\n| 1.1 Vand | Maj 2026 | Opfyldt |\n"
        "| 2. Land | | |\n| 2.1 Sti | | I gang |\n"
    )
    assert [name[:3] for name in names(across)] == [("1.1", "1", "Hav"), ("2.1", "2", "Land")]
    numbers = goals(table("Nr.; Mål; Status", "1; Hav;", "1.1; Vand; Opfyldt"))
    assert names(numbers) == [("1.1", "1", "Hav", "Vand")]
    words = goals(table("Mål; Tid; Status", "Havet; ;", "1.1 Vand; Maj 2026; Opfyldt"))
    assert names(words) == [("1.1", "1", "Havet", "Vand")]


def test_a_goal_without_a_status_is_still_a_goal() -> None:
    found = goals(table("Mål; Tid; Status", "1.1 Vand; Maj 2026; Opfyldt", "1.2 Fisk; ;"))
    assert states(found) == [("1.1", "Opfyldt", "met"), ("1.2", None, None)]
    assert len(goals(table("Mål; Tid; Status", "Vand; ;", "Fisk; Maj 2026; Opfyldt"))) == 2


def test_a_sub_goal_that_no_goal_follows_is_left() -> None:
    project = report("## Mål\n" + table("Delmål; Mål; Status", "1 Hav; 1.1 Vand; Opfyldt", "2 Land; ;"))
    assert len(project.goals) == 1
    assert left(project) == [("goals", "2 Land")]


def test_a_sub_goal_with_a_status_of_its_own_is_a_goal() -> None:
    found = goals(table("Delmål; Mål; Status", "1.1 Hav; Mål 1.1.A Vand; Opfyldt", "1.2 Land; ; I gang"))
    assert names(found)[1] == ("1.2", "1.2", "Land", "Land")


def test_a_goal_whose_number_belongs_elsewhere_leaves_the_sub_goal_above() -> None:
    found = goals(table("Delmål; Mål; Status", "1.1 Hav; Mål 1.1.A Vand; Opfyldt", "; Mål 2.1.A Sti; I gang"))
    assert names(found)[1] == ("2.1.A", "2.1", None, "Sti")
    stated = goals(table("Delmål; Mål; Status", "1.1 Hav; Mål 2.1.A Vand; Opfyldt"))
    assert names(stated)[0] == ("2.1.A", "1.1", "Hav", "Vand")


def test_rows_before_the_first_goal_are_left_and_cells_too_many_are_noted() -> None:
    head = "| Mål | Tid | Status |\n|---|---|---|\n"
    project = report(f"{head}| | Maj | |\n| 1.1 Vand | Juni 2026 | Opfyldt | Se foto |\n")
    assert notes(project.goals[0]) == ["Se foto"]
    assert [text.value for text in project.unplaced] == ["| | Maj | |"]


def test_several_numbered_goals_in_a_cell_are_several_goals() -> None:
    row = "| Mål 1.1.A Vand<br>og luft<br>Mål 1.1.B Fisk | Prøver<br>Net | Maj 2026 | {} |\n"
    head = "| Mål | Opfyldt ved | Tid | Status |\n|---|---|---|---|\n"
    found = goals(head + row.format("Opfyldt<br>I gang"))
    assert states(found) == [("1.1.A", "Opfyldt", "met"), ("1.1.B", "I gang", "ongoing")]
    assert [measures(goal) for goal in found] == [["Prøver"], ["Net"]]
    assert [times(goal) for goal in found] == [["Maj 2026"], ["Maj 2026"]]
    assert [goal.text.value for goal in found] == ["Vand\nog luft", "Fisk"]
    shared = goals(head + row.format("Opfyldt"))
    assert [state[1] for state in states(shared)] == ["Opfyldt", "Opfyldt"]


def test_a_cell_that_leaves_doubt_is_one_goal() -> None:
    head = "| Mål | Opfyldt ved | Status |\n|---|---|---|\n"
    assert len(goals(head + "| Mål 1.1.A Vand<br>Mål 1.1.B Fisk | En ting | Opfyldt |\n")) == 1
    assert len(goals(head + "| Mål 1.1 Vi vil:<br>1. måle<br>2. rense | En ting | Opfyldt |\n")) == 1
    assert len(goals(head + "| Først dette<br>Mål 1.1.B Fisk | | Opfyldt |\n")) == 1


def test_a_heading_above_a_table_names_the_sub_goal() -> None:
    text = "# Plan\n\n## Mål\n\n### 1 Havet\n\n" + table("Mål; Status", "1.1 Vand; Opfyldt")
    text += "\n### 2 Land\n" + table("Mål; Status", "2.1 Sti; I gang")
    project = report(text)
    assert names(project.goals) == [("1.1", "1", "Havet", "Vand"), ("2.1", "2", "Land", "Sti")]
    assert left(project) == [("goals", "")]
    own = "# Plan\n\n## Bilag\n" + table("Mål; Status", "1.1 Vand; Opfyldt")
    assert names(report(own).goals) == [("1.1", "1", None, "Vand")]


def test_what_stands_beside_a_table_stays_in_its_section() -> None:
    project = report("## Mål\nVi har få mål.\n\n" + table("Mål; Status", "1.1 Vand; Opfyldt") + "\nDet går godt.\n")
    assert left(project) == [("goals", "Vi har få mål.\n\n\nDet går godt.")]


def test_a_schema_names_its_own_columns_and_grades() -> None:
    from projektkort.document import read
    from projektkort.project.bind import bind
    from projektkort.source import decode

    own = Schema(id="own", kind="goal-report", columns={"goal": ("Ønske",)}, status_words={"met": ("Landet",)})
    project, _ = bind(read(decode(b"| \xc3\x98nske | Status |\n|---|---|\n| Sti | Landet |\n", "x.md")), own)
    assert states(project.goals) == [(None, "Landet", "met")]


def test_a_table_of_goals_is_no_table_of_amounts() -> None:
    read = loaded("# Plan\n\n## Mål\n" + table("Mål; Status; Budget", "1.1 Vand; Opfyldt; 5.000"))
    assert (read.project.budget, read.problems) == (None, ())
    assert notes(read.project.goals[0]) == ["Budget: 5.000"]


def test_tables_of_html_and_of_signs_are_read_alike() -> None:
    html = (
        "<table><tr><th>Delmål</th><th>Mål</th><th>Opfyldt ved</th><th>Status</th></tr>\n"
        '<tr><td rowspan="2"><p>1 Hav</p></td><td>1.1 Vand</td><td><ul><li>Prøver</li><li>Filter</li></ul></td>'
        "<td>😊</td></tr>\n<tr><td>1.2 Fisk</td><td></td><td>Delvist</td></tr></table>\n"
    )
    found = goals(html)
    assert names(found) == [("1.1", "1", "Hav", "Vand"), ("1.2", "1", "Hav", "Fisk")]
    assert measures(found[0]) == ["Prøver", "Filter"]
    assert [state[2] for state in states(found)] == ["met", "partly"]
    grid = (
        "+----------+-------------+----------+\n| Mål      | Opfyldt ved | Status   |\n"
        "+==========+=============+==========+\n| 1.1 Vand | - Prøver    | Opfyldt  |\n"
        "|          | - Filter    | for 2026 |\n+----------+-------------+----------+\n"
    )
    assert measures(goals(grid)[0]) == ["Prøver", "Filter"]
    assert states(goals(grid)) == [("1.1", "Opfyldt for 2026", "met")]


def test_a_column_of_numbers_may_hold_words_and_a_letter_belongs_to_the_sub_goal() -> None:
    words = goals(table("Nr.; Mål; Status", "1.1 Vand; Rent ved havnen; Opfyldt", "1.2; 3 nye stier; I gang"))
    assert names(words) == [("1.1", "1", None, "Vand: Rent ved havnen"), ("1.2", "1", None, "3 nye stier")]
    repeated = goals(table("Nr.; Mål; Status", "1.1; Mål 1.1 Vand; Opfyldt", "1.2; Mål 4 Stier; I gang"))
    assert [goal.text.value for goal in repeated] == ["Vand", "Mål 4 Stier"]
    letters = goals(table("Delmål; Mål; Status", "1.1 Hav; a) Vand; Opfyldt", "; b) Fisk; I gang"))
    assert names(letters) == [("1.1.a", "1.1", "Hav", "Vand"), ("1.1.b", "1.1", "Hav", "Fisk")]


def test_a_heading_that_is_not_the_goals_sub_goal_stays() -> None:
    project = report("# Plan\n\n### Mål 4 Stier\n\n" + table("Mål; Status", "1.1 Vand; Opfyldt"))
    assert names(project.goals) == [("1.1", "1", None, "Vand")]
    assert [section.label.value for section in project.other] == ["Mål 4 Stier"]


def test_a_letter_with_a_figure_stands_below_its_letter() -> None:
    rows = ("Delmål; Mål; Status", "A. Natur; A1 Træer; Opfyldt", "; A2 Enge; I gang", "B. Byrum; B1 Lys; Udgået")
    repeated = (rows[0], rows[1], "A. Natur; A2 Enge; I gang", rows[3])
    expected = [("A1", "A", "Natur", "Træer"), ("A2", "A", "Natur", "Enge"), ("B1", "B", "Byrum", "Lys")]
    assert names(goals(table(*rows))) == expected
    assert names(goals(table(*repeated))) == expected


def test_a_sub_goal_that_the_row_itself_repeats_is_its_own_whatever_the_numbers() -> None:
    rows = ("Delmål; Mål; Status", "1. Natur; 7.1 Træer; Opfyldt", "1. Natur; 7.2 Enge; I gang")
    assert names(goals(table(*rows))) == [("7.1", "1", "Natur", "Træer"), ("7.2", "1", "Natur", "Enge")]
