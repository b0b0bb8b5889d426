"""PDF files with what ours must not hold, each made from a sound one by one small change."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from pressroom.check.pdf_file import check_file

TITLE = "A bridge for the valley"


def link(pdf, **action):
    entries = {f"/{name}": value for name, value in action.items()}
    annotation = Dictionary(Type=Name.Annot, Subtype=Name.Link, A=Dictionary(entries))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(annotation)])


def attach(pdf, listed: int):
    """Embed a file, and list it so many times as attached to the document."""
    made = pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("data.csv")))
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("data.csv"), made])))
    pdf.Root.AF = Array([made] * listed)


def retitle(pdf, title: str):
    pdf.docinfo["/Title"] = String(title)


def act_on_opening(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.GoTo)


def act_on_closing(pdf):
    pdf.pages[0].obj.AA = Dictionary(C=Dictionary(S=Name.Named))


def hold_scripts(pdf):
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([])))


def drop_metadata(pdf):
    del pdf.Root.Metadata


SOUND = {
    "as it is": lambda _pdf: None,
    "link to a page of the web": lambda pdf: link(pdf, S=Name.URI, URI=String("https://example.org/")),
    "link within the file": lambda pdf: link(pdf, S=Name.GoTo),
    "attachment in both lists": lambda pdf: attach(pdf, 1),
}
FAULTS = {
    "action on opening": (act_on_opening, "pdf-action", "the catalog has OpenAction"),
    "action on closing a page": (act_on_closing, "pdf-action", "an action starts by itself"),
    "scripts": (hold_scripts, "pdf-action", "the file carries scripts"),
    "link that starts a program": (
        lambda pdf: link(pdf, S=Name.Launch),
        "pdf-action",
        "page 1: a link of the kind Launch",
    ),
    "link to a file": (
        lambda pdf: link(pdf, S=Name.URI, URI=String("file:///etc/hosts")),
        "pdf-link",
        "page 1: a link to 'file:///etc/hosts'",
    ),
    "attachment listed twice": (
        lambda pdf: attach(pdf, 2),
        "pdf-attachment",
        "an attachment is listed twice",
    ),
    "attachment not listed": (
        lambda pdf: attach(pdf, 0),
        "pdf-attachment",
        "an attachment is not in both lists",
    ),
    "another title": (
        lambda pdf: retitle(pdf, "A tunnel"),
        "pdf-metadata",
        f"the metadata's title is {TITLE!r}, the file's 'A tunnel'",
    ),
    "no metadata": (drop_metadata, "pdf-metadata", "the file has no metadata"),
}


def changed(change) -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(300, 400))
    pdf.docinfo["/Title"] = String(TITLE)
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = TITLE
    change(pdf)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize("change", SOUND.values(), ids=SOUND)
def test_a_sound_file_has_no_findings(change):
    assert check_file(changed(change)) == ()


@pytest.mark.parametrize(("change", "rule", "message"), FAULTS.values(), ids=FAULTS)
def test_each_fault_is_found_and_said(change, rule, message):
    found = check_file(changed(change), "brief.pdf")
    assert (rule, message) in [(each.rule, each.message) for each in found]
    assert {each.rule for each in found} == {rule}
    assert {(each.severity, each.where) for each in found} == {("error", "brief.pdf")}
