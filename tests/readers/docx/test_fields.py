# ruff: noqa: E501 - XML reads better unbroken
"""Fields and links."""

# ruff: noqa: E501 - XML reads better unbroken
from __future__ import annotations

from pressroom.model.inline import Link
from tests.readers import content
from tests.readers.docx.reading import char, parse, reasons
from tests.readers.packages import p, word


def test_links_by_relation_and_by_field() -> None:
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "https://y.org"</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>there</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    document = parse(
        word(
            '<w:p><w:hyperlink r:id="l"><w:r><w:t>here</w:t></w:r></w:hyperlink>'
            '<w:hyperlink r:id="b"><w:r><w:t> not</w:t></w:r></w:hyperlink></w:p>' + field,
            '<Relationship Id="l" Type="KIND/hyperlink" Target="https://x.org" TargetMode="External"/>'
            '<Relationship Id="b" Type="KIND/hyperlink" Target="file:///etc/passwd" TargetMode="External"/>',
        )
    )
    links = [entry for inlines in content.stretches(document) for entry in inlines if isinstance(entry, Link)]
    assert [link.href for link in links] == ["https://x.org", "https://y.org"]
    assert "link-dropped" in [entry.rule for entry in document.diagnostics]


def test_fields_show_their_result_and_contents_are_left_out() -> None:
    def field(code: str, result: str) -> str:
        return (
            f'<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>{code}</w:instrText>'
            f'<w:fldChar w:fldCharType="separate"/><w:t>{result}</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        )

    document = parse(word(field("TOC \\o", "One 3") + field("REF x", "Table 2") + field("PAGE", "7")))
    assert content.words(document) == "Table 2"
    assert reasons(document) == {"contents list made by the word processor": "One 3", "page number": "7"}


def test_a_field_without_its_end_swallows_no_text() -> None:
    code = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    whole = char("begin") + code + char("separate") + "<w:r><w:t>7</w:t></w:r>" + char("end")
    open_one = char("begin") + code + "<w:r><w:t>Here</w:t></w:r>"
    document = parse(word(f"<w:p>{open_one}</w:p><w:p>{whole}<w:r><w:t>and</w:t></w:r></w:p>" + p("there")))
    assert content.words(document) == "Here and there"


def test_the_chosen_entry_of_a_drop_down_is_read() -> None:
    entries = '<w:listEntry w:val="no"/><w:listEntry w:val="yes"/>'
    chosen = f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
    document = parse(word(f"<w:p>{char('begin', chosen)}{char('end')}</w:p>"))
    assert content.words(document) == "yes"
