"""What the text refers to by its number is a link, where it exists, and nowhere else."""

import re

import pytest

from pressroom import api
from pressroom.compose.references import collect_references
from pressroom.model.document import Heading, Section
from pressroom.model.inline import Emphasis, Link, Text
from tests.making import document, paragraph, report, span

TABLES = {0: "1", 100: "2", 200: "", 300: "4.1"}
FIGURES = {"fig-1": "1", "image-9": "3"}


def numbered(number, title, ident):
    return Section(Heading((Text(title),), 1, span(), number), (paragraph("Words."),), (), ident)


SECTIONS = (
    numbered("1.", "Scope", "scope"),
    numbered("2", "Rules", "rules"),
    numbered("2.1", "General rules", "general"),
    numbered("", "3. Typed", "typed"),
    numbered("", "4 things to know", "things"),
    numbered("Annex 5", "An annex", "annex"),
    numbered("6", "One", "one"),
    numbered("6", "Another", "another"),
)


def find(text, lang="en"):
    from dataclasses import replace

    from pressroom.translations import list_words

    made = replace(report(document(sections=SECTIONS)), lang=lang, labels=list_words(lang))
    references = collect_references(made, TABLES, FIGURES)
    return [(text[start:end], ident) for start, end, ident in references.find(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("See Table 1.", [("Table 1", "table-0")]),
        ("See table\u00a02, and Table 3.", [("table\u00a02", "table-100")]),
        ("Tables 1 and 2 show", [("Tables 1", "table-0"), ("2", "table-100")]),
        ("Tables 3 and 2 show", [("2", "table-100")]),
        ("Tables 1, 2 and 9", [("Tables 1", "table-0"), ("2", "table-100")]),
        ("Table 4.1 has", [("Table 4.1", "table-300")]),
        ("Figure 1 and fig. 3", [("Figure 1", "fig-1"), ("fig. 3", "image-9")]),
        ("Figure 2 is not there", []),
        ("Figure 1a, Figure 10, Figure 1.5, Table 1% and Table 12", []),
        ("sections 1 and 2.1", [("sections 1", "scope"), ("2.1", "general")]),
        ("section 3, § 2", [("section 3", "typed"), ("§ 2", "rules")]),
        ("section 4, section 5, section 6", []),  # a number of things, an annex, two of the same number
        ("Section 2 of the Act", []),
        ("section 2 of this report", [("section 2", "rules")]),
        ("Figure 1 in section 2", [("Figure 1", "fig-1"), ("section 2", "rules")]),
        ("Table 1 in the annual report", []),
        ("under the Companies Act 2006, section 2", []),
        ("the Act's section 2", []),
        ("section 2, Housing Act 1988", []),
        ("The Act is new. It is described in section 2.", [("section 2", "rules")]),
        ("a timetable 1, a Portable 1, subsection 2, cross-section 2, https://example.org/section 2", []),
        ("Table one, table 1st", []),
    ],
)
def test_what_the_text_refers_to(text, wanted):
    assert find(text) == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("de", "siehe Tabelle 1, Abb. 3 und Abschnitt 2", ["table-0", "image-9", "rules"]),
        ("de", "Abschnitt 2 des Gesetzes, § 2 BGB", []),
        ("fr", "voir le tableau 1 et la figure 3, section 2", ["table-0", "image-9", "rules"]),
        ("es", "véase la tabla 1 y el apartado 2", ["table-0", "rules"]),
        ("pl", "zob. tabelę 1, tab. 1 i rys. 3", ["table-0", "image-9"]),
        ("ar", "انظر الجدول 1 والشكل 3", ["table-0", "image-9"]),
        ("ar", "انظر الجدول 1 و2", ["table-0", "table-100"]),
        ("zh", "如表1和图3所示", ["table-0", "image-9"]),
        ("ja", "表1と図3を参照", ["table-0", "image-9"]),
        ("sv", "Table 1", ["table-0"]),  # a language without words of its own has the English labels
    ],
)
def test_each_language_has_its_words(lang, text, wanted):
    assert [ident for _, ident in find(text, lang)] == wanted


def test_words_of_several_lines_are_one_reference_and_keep_their_places():
    references = collect_references(report(document(sections=SECTIONS)), TABLES, FIGURES)
    line = (Text("as Table", 10), Text(" "), Text("1 shows", 19), Emphasis((Text("x"),)))
    assert references.link(line) == (
        Text("as ", 10),
        Link((Text("Table", 13), Text(" ", None), Text("1", 19)), "#table-0"),
        Text(" shows", 20),
        Emphasis((Text("x"),)),
    )
    assert references.used == {"table-0"}


SOURCE = """# A report

## 1. Scope

Table 3: Visitors

| Place | Count |
|---|--:|
| North | 12 |

Table 3 has the counts, *as [Table 3](https://example.org) has*, and section 2. There is no Table 1.

## 2. See Table 3

The end of section 1.
"""


def test_links_stand_in_running_text_and_in_no_heading_link_or_caption():
    html = api.make(SOURCE.encode(), "html", name="a.md", lang="en").outputs["html"].decode()
    main = html[html.index("<main") : html.index("</main")]
    found = re.findall(r'<a class="ref" href="#([^"]*)">([^<]*)</a>', main)
    table = re.search(r'<table id="(table-\d+)"', main)[1]
    assert found == [(table, "Table 3"), ("2-see-table-3", "section 2"), ("1-scope", "section 1")]
    assert '<span class="label">Table 3</span> <span class="caption-title">Visitors</span>' in main


def test_what_a_template_leaves_out_is_no_target(tmp_path):
    folder = tmp_path / "templates" / "bare"
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text('description = "Without ids"\ninherits = "base"\n')
    layout = (
        "<html lang='en'><head><title>x</title></head><body><main>{% for each in report.document.walk() %}"
        "<h2>{{ each.heading.text }}</h2>{{ each.blocks | blocks }}{% endfor %}</main></body></html>"
    )
    (folder / "report.html.j2").write_text(layout)
    (tmp_path / "report.toml").write_text("")
    made = api.make(SOURCE.encode(), "html", name="a.md", lang="en", project=tmp_path, template="bare")
    html = made.outputs["html"].decode()
    assert "Table 3</a>" in html
    assert "section 2." in html
    assert "section 2</a>" not in html
