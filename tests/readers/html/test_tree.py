"""Encodings and depth."""

from __future__ import annotations

import pytest

from pressroom.errors import PressroomError
from tests.readers import content
from tests.readers.html.reading import parse


def test_encodings() -> None:
    for encoding in ("windows-1252", "iso-8859-15", "utf-8"):
        page = f"<meta charset={encoding}><p>Gruß – für alle</p>"
        if encoding == "iso-8859-15":
            page = page.replace("–", "-")
        assert "Gruß" in content.words(parse(page.encode(encoding)))
    assert content.words(parse("<meta charset=nonsense><p>Gruß</p>")) == "Gruß"


@pytest.mark.timeout(20)
def test_deep_and_large_pages() -> None:
    deep = parse("<div>" * 20_000 + "words" + "</div>" * 20_000)
    assert content.words(deep) == "words"
    nested = parse("<ul><li>" * 300 + "words")
    assert content.words(nested) == "words"
    with pytest.raises(PressroomError, match="tags"):
        parse("<b>" * 400_000)


@pytest.mark.parametrize("ending", ["html", "xhtml"])
@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
def test_a_page_with_an_xml_declaration(ending: str, encoding: str) -> None:
    page = (
        f'\n<?xml version="1.0" encoding="{encoding}" standalone="yes"?>\n<!DOCTYPE html>'
        '<html xmlns="http://www.w3.org/1999/xhtml" lang="de"><body><h1>Plan</h1><p>Brücke</p></body></html>'
    )
    document = parse(page.encode(encoding), f"x.{ending}")
    assert content.words(document) == "Plan Brücke"
    assert document.diagnostics == ()


@pytest.mark.parametrize("kind", ["script", "style", "textarea", "SCRIPT type='x'"])
@pytest.mark.parametrize("space", [" ", ""])
def test_tags_within_scripts_open_nothing(kind: str, space: str) -> None:
    name = kind.split()[0].lower()
    inner = "".join(f't+="<div class=\\"a{at}\\"><span>";\n' for at in range(150))
    end = f"</{name}{space}>"
    document = parse(
        f"<h1>Plan</h1><p>First.</p><{kind}>{inner}{end}<p>Second.</p><!-- {inner} --><p>Third.</p>"
    )
    assert content.words(document) == "Plan First. Second. Third."
