"""Which files a document may name: those in its own folder or below, and no other by any way."""

import os
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.errors import UsageError
from pressroom.project.files import explain_refusal, is_bare
from pressroom.project.setting_values import READ
from pressroom.project.settings import ALIASES, DOCUMENT, FILES, OPERATOR, Layer, Scope, Settings, merge

OUTSIDE = [
    *("/etc/passwd", "//host/share/x.docx", "../x.docx", "a/../../x.docx", "a/..", "..", "a/../x.docx"),
    *("\\x.docx", "..\\x.docx", "a\\..\\..\\x.docx", "C:\\x.docx", "C:/x.docx", "C:x.docx"),
    *("file:///etc/passwd", "s3://bucket/x.docx", "s3:/bucket/x.docx", "https://example.org/x.docx"),
    *("", "  ", "x\0.docx", "x\n.docx", "\ud800/../x.docx"),
]
INSIDE = ["x.docx", "a/x.docx", "./x.docx", "a//x.docx", "x..docx", "..x.docx", "~/x.docx", "a b/ü.docx"]


@pytest.fixture
def folder(tmp_path):
    """A text's folder with a folder in it, a file outside of both, and links that lead out."""
    (tmp_path / "texts" / "a").mkdir(parents=True)
    (tmp_path / "secret.docx").write_bytes(b"secret")
    (tmp_path / "texts" / "link.docx").symlink_to(tmp_path / "secret.docx")
    (tmp_path / "texts" / "up").symlink_to(tmp_path)
    (tmp_path / "texts" / "a" / "loop").symlink_to(tmp_path / "texts" / "a" / "loop")
    (tmp_path / "texts" / "inner.docx").symlink_to(tmp_path / "texts" / "a" / "x.docx")
    return tmp_path / "texts"


@pytest.mark.parametrize("name", OUTSIDE, ids=ascii)
def test_what_leads_out_is_refused_with_the_reason(folder, name):
    assert explain_refusal(name, folder)
    assert not is_bare(name)


@pytest.mark.parametrize("name", ["link.docx", "up/secret.docx", "up", "a/../link.docx"])
def test_a_link_is_no_way_out(folder, name):
    assert "leads out" in explain_refusal(name, folder)


@pytest.mark.parametrize("name", [*INSIDE, "inner.docx"])
def test_what_stands_beside_the_text_or_below_is_not(folder, name):
    assert explain_refusal(name, folder) == ""


@pytest.mark.parametrize("name", [*INSIDE, "May: notes.txt"])
def test_a_bare_name_has_no_folder(name):
    assert is_bare(name) == ("/" not in name)


def test_data_in_an_address_is_no_file(folder):
    assert explain_refusal("data:,x", folder)


def test_a_circle_of_links_sets_off_no_fault(folder):
    explain_refusal("a/loop/x.docx", folder)


def test_at_an_address_names_count_alone():
    assert explain_refusal("x.docx", Path("s3:/bucket/texts")) == ""
    assert explain_refusal("../x.docx", Path("s3:/bucket/texts"))


@given(st.text(st.sampled_from("ab./\\:~ \0%é"), max_size=12))
def test_no_name_that_is_let_through_leads_out(name):
    folder = Path("/nowhere/texts")
    if not explain_refusal(name, folder):
        assert os.path.normpath(folder / name).startswith("/nowhere/texts")


@pytest.mark.parametrize("scope", sorted(DOCUMENT))
@pytest.mark.parametrize("key", [*sorted(FILES), *(key for key, name in ALIASES.items() if name in FILES)])
@pytest.mark.parametrize("name", ["/etc/passwd", "../x.docx", "link.docx", "up/secret.docx"])
def test_no_setting_of_a_document_names_a_file_outside(folder, scope, key, name):
    layer = Layer(
        {key: name}, scope, "brief.md:1", folder=folder, text=f"---\ntitle: x\n{key}: {name}\n---\n"
    )
    with pytest.raises(UsageError) as caught:
        merge([layer])
    found = caught.value.diagnostic
    assert (found.rule, found.where) == ("file-outside", "brief.md:3")
    assert name in found.message
    assert "report.toml" in found.cure


@pytest.mark.parametrize("key", sorted(FILES))
def test_a_setting_of_a_document_starts_from_its_folder(folder, key):
    merged = merge([Layer({key: "a/x.docx"}, Scope.FRONT_MATTER, "brief.md:1", folder=folder)])
    assert getattr(merged, key) == folder / "a" / "x.docx"
    assert getattr(merge([Layer({key: ""}, Scope.FRONT_MATTER, "brief.md:1", folder=folder)]), key) is None


@pytest.mark.parametrize("scope", sorted(OPERATOR))
@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("x.docx", "/p/x.docx"),
        ("../x.docx", "/p/../x.docx"),
        ("/q/x.docx", "/q/x.docx"),
        ("s3://bucket/x.docx", "s3:/bucket/x.docx"),
    ],
)
def test_an_operator_names_any_file(scope, name, path):
    layer = Layer({"reference": name}, scope, "report.toml", folder=Path("/p"))
    assert merge([layer]).reference == Path(path)


def test_a_document_without_a_folder_names_no_file():
    with pytest.raises(ValueError, match="need their folder"):
        merge([Layer({"reference": "x.docx"}, Scope.SIDECAR, "brief.toml")])


@pytest.mark.parametrize("key", sorted(READ))
def test_only_those_settings_become_paths(key):
    kind = next(entry.type for entry in fields(Settings) if entry.name == key)
    assert ("Path" in str(kind)) == (key in FILES)
