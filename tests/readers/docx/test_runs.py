"""Running text, pictures and text boxes."""

from __future__ import annotations

from pressroom.model.document import Image, Paragraph
from pressroom.model.inline import Text
from pressroom.model.inline import words as inline_words
from tests.readers import content
from tests.readers.docx.reading import BLIP, drawing, parse
from tests.readers.packages import p, png, word


def test_pictures_text_boxes_and_alternatives() -> None:
    box = f"<w:txbxContent>{p('In the box')}</w:txbxContent>"
    old = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    choice = f"<mc:Choice><w:drawing><wp:anchor>{box}</wp:anchor></w:drawing></mc:Choice>{old}"
    document = parse(
        word(
            f"<w:p>{drawing(BLIP)}</w:p>"
            + p("Figure 3: The map", "Cap")
            + f"<w:p><w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>",
            '<Relationship Id="p" Type="KIND/image" Target="media/a.png"/>',
            **{"media/a__png": png()},
        )
    )
    image = document.blocks[0]
    assert isinstance(image, Image)
    assert (image.alt, inline_words(image.caption)) == ("A map", "The map")
    assert [asset.name for asset in document.assets] == [image.src]
    assert content.words(document).count("In the box") == 1


def test_a_linked_picture_is_not_fetched() -> None:
    document = parse(
        word(
            "<w:p>" + drawing('<wp:docPr descr="A map"/><a:blip r:link="p"/>') + "</w:p>",
            '<Relationship Id="p" Type="KIND/image" Target="http://127.0.0.1/a.png" TargetMode="External"/>',
        )
    )
    assert content.words(document) == "A map"
    assert [entry.rule for entry in document.diagnostics] == ["picture-dropped"]


def test_a_page_break_within_a_paragraph_parts_the_words() -> None:
    document = parse(word('<w:p><w:r><w:t>one</w:t><w:br w:type="page"/><w:t>two</w:t></w:r></w:p>'))
    assert content.words(document) == "one two"


def test_a_link_within_the_document_is_its_words() -> None:
    body = '<w:p><w:hyperlink w:anchor="aims"><w:r><w:t>see the aims</w:t></w:r></w:hyperlink></w:p>'
    document = parse(word(body))
    (paragraph,) = document.blocks
    assert isinstance(paragraph, Paragraph)
    assert [type(each) for each in paragraph.inlines] == [Text]
    assert content.words(document) == "see the aims"
    assert document.diagnostics == ()
