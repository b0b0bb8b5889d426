"""Mistakes in templates and in what a report says of them: each names its place, the mistake and the cure."""

from __future__ import annotations

from pathlib import Path

import pytest

import pressroom
from pressroom.errors import PressroomError

TEXT = "# The bridge\n\nThe bridge opens in May.\n\n## Costs\n\nIt cost 4 million.\n"
SETTINGS = 'description = "A notice"\ninherits = "base"\n'
LAYOUT = '{% extends "base/report.html.j2" %}\n{% block kind %}Notice{% endblock %}\n'
TOML = "templates/notice/template.toml"
PAGE = "templates/notice/report.html.j2"


def block(words: str) -> str:
    return f'{{% extends "base/report.html.j2" %}}\n{{% block kind %}}\n{words}\n{{% endblock %}}\n'


# what stands in template.toml below the usual → where, message, cure
IN_SETTINGS = [
    ('inherit = "base"', f"{TOML}:3", "a template has no setting 'inherit'", "did you mean inherits?"),
    ('colour = "red"', f"{TOML}:3", "a template has no setting 'colour'", "there are: name, description"),
    (
        'name = "letter"',
        f"{TOML}:3",
        "name = 'letter' is not the name of its folder",
        'write name = "notice"',
    ),
    ('contents = "often"', f"{TOML}:3", "contents = 'often' is unknown", "give auto or always or never"),
    ("contents_from_pages = -1", f"{TOML}:3", "contents_from_pages = -1 is no whole number from 0", "= 4"),
    ('numbers = "some"', f"{TOML}:3", "numbers = 'some' is unknown", "give key or all"),
    ('formats = ["pdff"]', f"{TOML}:3", "there is no format 'pdff'", "did you mean pdf?"),
    ('formats = "pdf"', f"{TOML}:3", "formats = 'pdf' is no list of texts", 'write formats = ["…", "…"]'),
    ('needs = ["titel"]', f"{TOML}:3", "no template can need 'titel'", "did you mean title?"),
    ("[options]\nsize = 3", f"{TOML}:4", "options.size is no table", "write [options.NAME]"),
    ('[options.size]\nmeaning = "x"', f"{TOML}:3", "options.size has no type", "give one of text, texts"),
    (
        '[options.size]\ntype = "numer"',
        f"{TOML}:4",
        "options.size.type = 'numer' is unknown",
        "give one of text, texts, number, yes-no, choice",
    ),
    ('[options.size]\ntype = "number"', f"{TOML}:3", "options.size has no meaning", "say what it does"),
    (
        '[options.size]\ntype = "number"\nmeaning = "x"',
        f"{TOML}:3",
        "options.size has no default",
        "say what holds where nothing is chosen",
    ),
    (
        '[options.size]\ntype = "number"\nmeaning = "x"\ndefault = "big"',
        f"{TOML}:6",
        "options.size.default = 'big' is not a whole number from 0",
        "give a whole number from 0",
    ),
    (
        '[options.size]\ntype = "choice"\nmeaning = "x"\ndefault = "big"',
        f"{TOML}:3",
        "options.size has no choices",
        'write choices = ["one", "other"]',
    ),
    (
        '[options.size]\ntype = "number"\ndefalt = 3\nmeaning = "x"',
        f"{TOML}:5",
        "an option has no setting 'defalt'",
        "did you mean default?",
    ),
    ("[options.Size]\ntype = 1", f"{TOML}:3", "'Size' is no name of an option", "use small letters"),
    ('[words]\nsources = "x"', f"{TOML}:4", "words.sources is no table", "write [words.sources]"),
    ('[words.sources]\nenglish = "x"', f"{TOML}:4", "'english' is no language", 'write en = "…"'),
    ("[words.sources]\nen = 3", f"{TOML}:4", "words.sources.en = 3 is no text", 'write en = "…"'),
    ("[words.sources]", f"{TOML}:3", "words.sources has no words", 'write en = "…"'),
    ("[word.title]\nsise = 20", f"{TOML}:4", "a style of Word has no 'sise'", "did you mean size?"),
    (
        '[word.title]\nsize = "20pt"',
        f"{TOML}:4",
        "word.title.size = '20pt' is not a number of points from 0 to 400",
        "give a number of points from 0 to 400",
    ),
    (
        '[word.title]\ncolour = "blue"',
        f"{TOML}:4",
        "word.title.colour = 'blue' is not one of text, muted, accent",
        "give one of text, muted, accent",
    ),
]
# report.html.j2 → where, message, cure
IN_LAYOUT = [
    (
        block("<blink>Notice</blink>"),
        f"{PAGE}:3",
        "<blink> is no element of a page",
        "docs/page.md lists them",
    ),
    (
        block("<sectoin>x</sectoin>"),
        f"{PAGE}:3",
        "<sectoin> is no element of a page",
        "did you mean <section>?",
    ),
    (block("<b>Notice</b>"), f"{PAGE}:3", "<b> is no element of a page", "write <strong>"),
    (
        block('<span style="color: red">Notice</span>'),
        f"{PAGE}:3",
        "<span> of a page has no attribute 'style'",
        "give the element a class",
    ),
    (
        block('<a herf="#x">Notice</a>'),
        f"{PAGE}:3",
        "<a> of a page has no attribute 'herf'",
        "did you mean href?",
    ),
    (block('<img src="logo.png" alt="">'), f"{PAGE}:3", "the picture 'logo.png' is not one of", "asset:"),
    (block('<img src="asset:x">'), f"{PAGE}:3", "a picture has no alternative text", "say what it shows"),
    (
        '{% extends "base/report.html.j2" %}\n{% block main %}\n<h1>Again</h1>\n{% endblock %}\n',
        f"{PAGE}:3",
        "a page has one <h1>, its title",
        "begin sections with <h2>",
    ),
    ("", f"{PAGE}:1", "the template prints no page", "extend base/report.html.j2"),
    (
        "<html><head></head><body><p>Hi</p></body></html>",
        f"{PAGE}:1",
        "the page has no <main>",
        "write <main>",
    ),
    (
        '{% extends "base/report.html.j2" %}\n{% block covr %}\n<p>x</p>\n{% endblock %}\n',
        f"{PAGE}:2",
        "base/report.html.j2 has no block 'covr'",
        "did you mean cover?",
    ),
    (
        block("{{ titel }}"),
        f"{PAGE}:3",
        "nothing that a template may use is called 'titel'",
        "did you mean title",
    ),
    (
        block("{{ report.title"),
        f"{PAGE}:4",
        "expected token 'end of print statement'",
        "mend the template at this line",
    ),
    (
        block("{{ report.titel }}"),
        f"{PAGE}:3",
        "nothing that a template may use is called 'titel'",
        "did you mean title?",
    ),
    (block("{{ t('kid') }}"), f"{PAGE}:3", "there is no word 'kid'", "give it in template.toml: [words.kid]"),
    (block("{{ t('briefng') }}"), f"{PAGE}:3", "there is no word 'briefng'", "did you mean briefing?"),
    (
        block('<p class="standfrist">x</p>'),
        f"{PAGE}:3",
        "nothing says how the class 'standfrist' looks",
        "did you mean standfirst?",
    ),
    (
        block("{{ options.size }}"),
        f"{PAGE}:3",
        "nothing that a template may use is called 'size'",
        "mend the template",
    ),
]
# front matter → where, message, cure
IN_TEXT = [
    ("template: notise", "", "there is no template 'notise'", "did you mean notice?"),
    ("brand: bord", "", "there is no brand 'bord'", "did you mean board?"),
    ("options: {facs: 3}", "", "the template notice has no option 'facs'", "did you mean facts?"),
    ("options: {facts: many}", "", "the option facts = 'many' is not a whole number from 0", "how many"),
    ("options: 3", "", "options = 3 is not a table", "give a table"),
    ("chapters: new", "", "chapters = 'new' is not one of flow, page, right", "give one of flow, page"),
]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "templates" / "notice"
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text(SETTINGS)
    (folder / "report.html.j2").write_text(LAYOUT)
    (tmp_path / "report.toml").write_text("")
    brands = tmp_path / "assets" / "brands"
    brands.mkdir(parents=True)
    (brands / "board.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refuse(text: str, **settings: object) -> PressroomError:
    Path("text.md").write_text(text)
    with pytest.raises(PressroomError) as caught:
        pressroom.make("text.md", ("html",), **settings)
    return caught.value


def check(error: PressroomError, where: str, message: str, cure: str) -> None:
    told = error.diagnostic
    assert told.message.startswith(message)
    assert cure in told.cure
    assert where in told.where


@pytest.mark.parametrize(("lines", "where", "message", "cure"), IN_SETTINGS)
def test_a_mistake_in_the_settings(project: Path, lines: str, where: str, message: str, cure: str) -> None:
    (project / TOML).write_text(f"{SETTINGS}{lines}\n")
    check(refuse(TEXT, template="notice"), where, message, cure)


@pytest.mark.parametrize(("layout", "where", "message", "cure"), IN_LAYOUT)
def test_a_mistake_in_the_layout(project: Path, layout: str, where: str, message: str, cure: str) -> None:
    (project / PAGE).write_text(layout)
    check(refuse(TEXT, template="notice"), where, message, cure)


@pytest.mark.parametrize(("front", "where", "message", "cure"), IN_TEXT)
def test_a_mistake_in_a_text(project: Path, front: str, where: str, message: str, cure: str) -> None:
    option = '[options.facts]\ntype = "number"\ndefault = 4\nmeaning = "how many facts"\n'
    (project / TOML).write_text(SETTINGS + option)
    chosen = "" if front.startswith("template") else "template: notice\n"
    check(refuse(f"---\n{chosen}{front}\n---\n\n{TEXT}"), where, message, cure)


def test_a_format_that_a_template_is_not_made_for(project: Path) -> None:
    (project / TOML).write_text(f'{SETTINGS}formats = ["pdf", "docx"]\n')
    check(
        refuse(TEXT, template="notice"), "text.md", "the template notice is not made for html", "pdf or docx"
    )


def test_a_look_of_no_style(project: Path) -> None:
    (project / TOML).write_text(f"{SETTINGS}[word.titel]\nsize = 20\n")
    (project / "text.md").write_text(TEXT)
    with pytest.raises(
        PressroomError, match=r"template\.toml:3: error: \[word\.titel\] names neither a style of Word nor"
    ) as caught:
        pressroom.make("text.md", ("docx",), template="notice")
    assert "did you mean title?" in caught.value.diagnostic.cure


def test_what_a_template_needs_is_told(project: Path) -> None:
    (project / TOML).write_text(f'{SETTINGS}needs = ["contact", "title", "author"]\n')
    (project / "text.md").write_text(TEXT)
    made = pressroom.make("text.md", ("html",), template="notice")
    told = [each.message for each in made.diagnostics if each.rule == "template-needs"]
    assert told == [
        "the template notice wants contact, and the text has none",
        "the template notice wants author, and the text has none",
    ]


def test_an_option_of_a_project_holds_for_the_templates_that_have_it(project: Path) -> None:
    option = '[options.size]\ntype = "number"\ndefault = 4\nmeaning = "how many"\n'
    (project / TOML).write_text(SETTINGS + option)
    (project / "report.toml").write_text("[options]\nsize = 2\n")
    (project / "text.md").write_text(TEXT)
    for name in ("notice", "memo"):
        assert "html" in pressroom.make("text.md", ("html",), template=name).outputs
    # and one that none has is a mistake in report.toml all the same
    (project / "report.toml").write_text("[options]\nsise = 2\n")
    check(
        refuse(TEXT, template="notice"), "report.toml:2", "the template notice has no option 'sise'", "size"
    )
