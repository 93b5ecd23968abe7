"""Templates of the user's own: what they may do, and where they fail."""

from __future__ import annotations

import pytest
from builder import Words, application

from projektkort.pages import TemplateProblem, UnknownTemplate, page
from projektkort.pages.voice import To


def own(text: str, to: To = "md") -> str:
    return page(application(), [], catalogue=Words(), template="mine/side.j2", to=to, user_template=text)


def test_an_own_template_lays_out_the_page() -> None:
    assert own("{{ page.title }}: {{ page.verdict.text }}") == (
        "Åben skurvogn på Nordpladsen: Budget og finansiering stemmer: 21.500 kr. = 21.500 kr.\n"
    )
    assert own("{{ say('budget') }}<b>{{ '<i>' }}", "html") == "Budget<b>&lt;i&gt;\n"


def test_an_own_template_may_build_on_ours() -> None:
    html = own('{% extends "_base.html.j2" %}{% block body %}<p>Brev</p>{% endblock %}', "html")
    assert "<p>Brev</p>" in html and "<h1>Åben skurvogn på Nordpladsen</h1>" in html


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a\n{{ page.titel }}", 2, "no attribute 'titel'"),
        ("a\n\n{{ navn }}", 3, "'navn' is undefined"),
        ("{{ page.title", 1, "unexpected end of template"),
        ("a\n{% if %}", 2, "Expected an expression"),
        ("a\n{{ 1 / 0 }}", 2, "division by zero"),
        ("a\n{{ page.__class__.__mro__ }}", 2, "unsafe"),
        ("a\n{{ page.sections.append(1) }}", 2, "append"),
        ('a\n{% include "/etc/passwd" %}', 2, "/etc/passwd"),
        ('a\n{% include "../errors.py" %}', 2, "errors.py"),
        ("a\n{{ say('nix') }}", 2, "nix"),
        ("{% for a in range(1000000) %}{% endfor %}", 1, "Range too big"),
    ],
)
def test_what_is_wrong_with_a_template_names_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(TemplateProblem) as caught:
        own(text)
    problem = caught.value
    assert (problem.path, problem.line) == ("mine/side.j2", line)
    assert message in problem.message
    assert str(problem) == f"mine/side.j2:{line}: {problem.message}"


def test_an_unknown_template_is_refused_with_a_suggestion() -> None:
    with pytest.raises(UnknownTemplate) as caught:
        page(application(), [], catalogue=Words(), template="raport")
    assert caught.value.name == "raport"
