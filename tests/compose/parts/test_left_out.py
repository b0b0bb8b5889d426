"""A template that leaves out passages of the text is found out; one that prints all of it is not."""

from __future__ import annotations

from dataclasses import replace

from pressroom.compose import compose, find_left_out
from pressroom.compose.template import Template
from tests.making import document, load_template, paragraph, report, section

LONG = "The harbour was closed for eleven days in the winter of the storm."


def left_out(template: Template) -> tuple[str, ...]:
    costs = section("What it cost", paragraph("Repairs took all spring."))
    text = document(paragraph(LONG), sections=(costs,))
    return find_left_out(compose(report(text), template, {}, {}, contents=False))


def change(block: str) -> Template:
    base = load_template()
    own = "{% extends 'base/report.html.j2' %}{% block main %}" + block + "{% endblock %}"
    return replace(base, files={**base.files, "report.html.j2": own})


def test_the_briefing_prints_all() -> None:
    assert left_out(load_template()) == ()


def test_a_template_without_the_sections_leaves_out_what_stands_in_them() -> None:
    assert left_out(change("{{ body | blocks }}")) == ("Repairs took all spring.",)


def test_a_passage_with_more_signs_in_it_is_printed() -> None:
    words = LONG.replace("eleven", "<sup>3</sup> eleven")
    assert left_out(change(f"<p>{words}</p>{{{{ report.document.sections[0].blocks | blocks }}}}")) == ()
