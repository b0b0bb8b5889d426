"""Lines of a plain text that name a picture."""

import pytest

from pressroom import readers
from pressroom.model.document import Image
from pressroom.model.inline import words
from pressroom.readers import ReaderSettings

BODY = "The harbour opened in May, with berths for four hundred boats of the region and of its guests."


def read(line):
    text = f"Harbour opens\n\n{BODY}\n\n{line}\n\n{BODY}\n"
    return readers.read(text.encode(), "a.txt", ReaderSettings())


@pytest.mark.parametrize(
    ("line", "src", "alt", "caption"),
    [
        (
            "[picture: harbour.jpg | The harbour at dawn | Photo: A. Roe]",
            "harbour.jpg",
            "The harbour at dawn",
            "The harbour at dawn · Photo: A. Roe",
        ),
        ("[Bild: Hafen Küste 1.PNG | Der Hafen]", "Hafen Küste 1.PNG", "Der Hafen", "Der Hafen"),
        ("[photo : pictures/a.webp]", "pictures/a.webp", "", ""),
    ],
)
def test_a_picture_with_its_caption_and_credit(line, src, alt, caption):
    document = read(line)
    (image,) = (block for block in document.blocks if isinstance(block, Image))
    assert (image.src, image.alt, words(image.caption)) == (src, alt, caption)
    assert document.text[image.span.start : image.span.end] == line
    assert not document.sections


@pytest.mark.parametrize("line", ["[picture: to come]", "[see: a.jpg]", "Look at [picture: a.jpg] here."])
def test_other_brackets_are_text(line):
    document = read(line)
    assert not any(isinstance(block, Image) for block in document.blocks)
    assert line in document.text
