from dataclasses import fields
from datetime import date, datetime

import pytest

from pressroom.errors import UsageError
from pressroom.project.setting_values import READ
from pressroom.project.settings import TABLES, Layer, Scope, Settings, make_option_layer, merge
from pressroom.project.toml import parse


def one(**values: object) -> Settings:
    return merge([Layer(values, Scope.PROJECT, "report.toml")])


def test_the_last_layer_wins_and_tables_add_up():
    settings = merge(
        [
            Layer(
                {"paper": "A4", "title": "First", "figure": [{"mark": "bar"}]}, Scope.PROJECT, "report.toml"
            ),
            Layer({"paper": "letter", "figure": {"mark": "line"}}, Scope.SIDECAR, "brief.toml"),
        ]
    )
    assert (settings.paper, settings.title) == ("Letter", "First")
    assert settings.figures == (({"mark": "bar"}, "report.toml"), ({"mark": "line"}, "brief.toml"))


def test_each_setting_is_traced_to_the_layer_that_set_it_in_whatever_order_they_come():
    front = Layer({"paper": "A5", "title": "Second"}, Scope.FRONT_MATTER, "brief.md:1")
    project = Layer({"paper": "A4", "title": "First", "lang": "de"}, Scope.PROJECT, "report.toml")
    options = make_option_layer({"paper": "A3"})
    settings = merge([options, front, project])
    assert settings.layers == (project, front, options)
    assert settings.set_by == {"paper": options, "title": front, "lang": project}
    assert (settings.paper, settings.title, settings.lang) == ("A3", "Second", "de")
    assert settings.set_by["title"].scope.in_document
    assert not settings.set_by["paper"].scope.in_document


def test_every_setting_has_what_reads_it():
    assert {*READ, *TABLES.values()} == {entry.name for entry in fields(Settings)} - {
        "diagnostics",
        "layers",
        "set_by",
    }


@pytest.mark.parametrize(
    ("lines", "where"), [((3, 9), "brief.toml:9"), ((3,), "brief.toml"), ((), "brief.toml")]
)
def test_a_figure_is_named_by_its_line_where_that_is_known(lines, where):
    tables = {"figure": [{"mark": "bar"}, {"mark": "line"}]}
    settings = merge([Layer(tables, Scope.SIDECAR, "brief.toml", {"figure": lines})])
    assert settings.figures[1] == ({"mark": "line"}, where)


GOOD = [
    ("formats", ["pdf", "docx", "pdf"], ("pdf", "docx")),
    ("format", "all", ("pdf", "docx", "html", "email")),
    ("author", "A. Writer", ("A. Writer",)),
    ("authors", ["A", "B"], ("A", "B")),
    ("date", date(2026, 5, 3), "2026-05-03"),
    ("date", 2026, "2026"),
    ("lang", "en-GB", "en-GB"),
    ("toc", "never", "never"),
    ("subtitle", "More", "More"),
    ("headings", ["Scope", 12], ("Scope", 12)),
    ("levels", {"Scope": 2}, (("Scope", 2),)),
]


@pytest.mark.parametrize(("key", "value", "expected"), GOOD)
def test_each_form_of_a_value(key, value, expected):
    assert expected in (
        getattr(one(**{key: value}), name) for name in Settings.__slots__ if name != "diagnostics"
    )


BAD = [
    ("paper", "B7", "A4, Letter"),
    ("formats", "odt", "pdf, docx, html, email or all"),
    ("lang", "English please", "en-GB"),
    ("date", "yesterday", "2026-05-03"),
    ("date", "2026-13-01", "2026-05-03"),
    ("date", "2026-02-30", "2026-05-03"),
    ("date", "2026-13", "2026-05-03"),
    ("title", ["a"], "a text"),
    ("title", True, "a text"),
    ("author", 3, "list of texts"),
    ("headings", "Scope", "line numbers"),
    ("levels", {"Scope": 0}, "table"),
    ("figure", "bar", "[[figure]]"),
    ("contents", "perhaps", "auto, always, never"),
]


@pytest.mark.parametrize(("key", "value", "wanted"), BAD)
def test_a_wrong_value_is_refused_with_its_place_and_what_is_wanted(key, value, wanted):
    with pytest.raises(UsageError) as caught:
        one(**{key: value})
    found = caught.value.diagnostic
    assert found.where == "report.toml"
    assert wanted in found.cure
    assert key in found.message


def test_an_unknown_key_warns_with_the_nearest():
    settings = one(titel="x", zzz=1)
    assert settings.diagnostics[0].cure == "did you mean title or subtitle?"
    assert settings.diagnostics[1].cure == "docs/settings.md lists the settings"


def test_brackets_that_nest_too_deep_are_told_with_their_file():
    with pytest.raises(UsageError) as caught:
        parse(b"a = " + b"[" * 5000, "deep.toml")
    assert caught.value.diagnostic.where == "deep.toml:1"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("word", "docx"),
        ("doc", "docx"),
        ("web", "html"),
        ("mail", "email"),
        ("eml", "email"),
        (".PDF", "pdf"),
    ],
)
def test_a_format_has_the_names_that_people_type(typed, meant):
    assert one(formats=[typed]).formats == (meant,)


@pytest.mark.parametrize("scope", [Scope.PROJECT, Scope.SIDECAR, Scope.FRONT_MATTER, Scope.MATRIX])
def test_no_file_keeps_a_password(scope):
    with pytest.raises(UsageError) as caught:
        merge([Layer({"password": "x"}, scope, "a file")])
    assert "--password" in caught.value.diagnostic.cure


def test_an_embargo_may_be_a_time_of_toml():
    until = datetime.fromisoformat("2027-05-05T06:00:00+02:00")
    assert one(embargo=until).embargo == "2027-05-05T06:00:00+02:00"
    assert one(embargo=until.date()).embargo == "2027-05-05"
