# ruff: noqa: E501 - XML reads better unbroken
"""Where the parts of a package are."""

# ruff: noqa: E501 - XML reads better unbroken
from __future__ import annotations

import pytest

from pressroom.errors import PressroomError
from tests.readers import content
from tests.readers.docx.reading import NAMESPACE, parse
from tests.readers.packages import p, zipped


def test_the_parts_are_found_where_the_package_says() -> None:
    made = zipped(
        {
            "_rels/.rels": '<Relationships><Relationship Id="r" Type="a/officeDocument" Target="gone.xml"/></Relationships>',
            "word/document.xml": f"<w:document xmlns:w='{NAMESPACE}'><w:body>{p('still here')}</w:body></w:document>",
        }
    )
    assert content.words(parse(made)) == "still here"
    with pytest.raises(PressroomError) as caught:
        parse(zipped({"word/document.xml": "<workbook/>", "xl/workbook.xml": "<w/>"}))
    assert caught.value.diagnostic.rule == "document-no-text"


def test_the_text_of_several_bodies_is_read() -> None:
    bodies = f"<w:body>{p('one')}</w:body><w:body>{p('two')}</w:body><w:body>{p('three')}</w:body>"
    made = zipped({"word/document.xml": f"<w:document xmlns:w='{NAMESPACE}'>{bodies}</w:document>"})
    assert content.words(parse(made)) == "one two three"
