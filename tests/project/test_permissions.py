"""Which layer may set what: nothing that a document holds makes its author the owner of the project."""

from dataclasses import fields, replace

import pytest

from pressroom.errors import UsageError
from pressroom.project.mail import MailSettings, SmtpSettings
from pressroom.project.matrix import Combination, find_audience_layers, read_matrices
from pressroom.project.setting_values import READ
from pressroom.project.settings import DOCUMENT, MAY_SET, OPERATOR, TABLES, Layer, Scope, may_set, merge

# what a document may say of its own mails; a field that is new is the project's until it is added here too
OF_A_DOCUMENT = {"subject", "preheader", "note", "attach", "link", "embargo"}
MAIL = {entry.name for entry in fields(MailSettings)}
SMTP = {entry.name for entry in fields(SmtpSettings)}


def key(field: str) -> str:
    return "from" if field == "sender" else field.replace("_", "-")


FORBIDDEN = [
    *(("mail", key(name)) for name in sorted(MAIL - OF_A_DOCUMENT)),
    *(("smtp", key(name)) for name in sorted(SMTP)),
    *(("mail", "reply_to"), ("mail", "dkim_key"), ("mail", "sender"), ("smtp", "on_unknown")),
]


@pytest.mark.parametrize("scope", sorted(DOCUMENT))
@pytest.mark.parametrize(("table", "name"), FORBIDDEN)
def test_a_document_is_no_operator(table, name, scope):
    for rows in ({name: "x"}, [{name: "x"}], [{}, {name: "x"}]):
        with pytest.raises(UsageError, match=rf"brief\.toml: .* must not set '{name}' under \[{table}\]"):
            merge([Layer({table: rows}, scope, "brief.toml")])


@pytest.mark.parametrize("scope", sorted(OPERATOR))
@pytest.mark.parametrize(("table", "name"), FORBIDDEN)
def test_an_operator_may_set_it(table, name, scope):
    layer = Layer({table: {name: "x"}}, scope, "report.toml")
    assert getattr(merge([layer]), table) == (({name: "x"}, layer),)


@pytest.mark.parametrize("name", sorted(OF_A_DOCUMENT))
def test_a_document_says_what_its_mails_say(name):
    layer = Layer({"mail": {name: "x"}}, Scope.FRONT_MATTER, "brief.md:1")
    assert merge([layer]).mail == (({name: "x"}, layer),)


def test_an_audience_and_a_matrix_are_no_way_round():
    values = {"audience": {"board": {"mail": {"from": "x@example.org"}}}, "matrix": {"mail": {"from": "x"}}}
    layer = Layer(values, Scope.SIDECAR, "brief.toml")
    (found,) = find_audience_layers("board", (layer,))
    assert (found.scope, found.where) == (Scope.SIDECAR_AUDIENCE, "brief.toml [audience.board]")
    with pytest.raises(UsageError, match="must not set 'from'"):
        merge([found])
    of_project = replace(layer, scope=Scope.PROJECT, where="report.toml", table_lines={"matrix": (7,)})
    (matrix,) = read_matrices(of_project)
    made = matrix.layer(Combination())
    assert made.where == "report.toml:7"
    assert len(merge([*find_audience_layers("board", (of_project,)), made]).mail) == 2


def test_the_table_names_settings_that_there_are():
    known = {*READ, *TABLES, *(f"mail.{name}" for name in MAIL), *(f"smtp.{name}" for name in SMTP)}
    assert set(MAY_SET) <= known
    assert {name.removeprefix("mail.") for name in MAY_SET if name.startswith("mail.")} == OF_A_DOCUMENT


def test_a_setting_that_the_table_does_not_name_may_stand_anywhere():
    assert all(may_set(scope, "title") for scope in Scope)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("---\ntitle: x\nreference: ../x.docx\n---\n", "brief.md:3"),
        ('title = "x"\n\n"Reference" = "../x.docx"\n', "brief.md:3"),
        ("> reference : '../x.docx'\n", "brief.md:1"),
        ("reference: other.docx\n", "brief.md"),
        ("", "brief.md"),
    ],
)
def test_a_setting_is_found_in_its_file(text, place):
    layer = Layer({}, Scope.FRONT_MATTER, "brief.md", text=text)
    assert layer.locate("reference", "../x.docx") == place


ROW = {"confirmed": [{"words": "7", "by": "Ann Lee"}]}


def test_a_confirmation_stands_in_the_sidecar():
    layer = Layer(ROW, Scope.SIDECAR, "brief.toml", {"confirmed": (3,)})
    assert merge([layer]).confirmations == ((ROW["confirmed"][0], "brief.toml:3"),)


@pytest.mark.parametrize("scope", sorted(set(Scope) - {Scope.SIDECAR}))
def test_a_confirmation_stands_nowhere_else(scope):
    with pytest.raises(UsageError, match=r"'words' under \[confirmed\] must not stand here.*beside the text"):
        merge([Layer(ROW, scope, "here")])
