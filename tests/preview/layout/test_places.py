"""Letters of the pages matched with those of the source."""

from hypothesis import given
from hypothesis import strategies as st

from pressroom.preview.layout.places import Alignment, Letters, PageBox, PageText


class Drawn:
    """A page of text whose every character is a box of its own, 100 to a line."""

    def get_charbox(self, character: int, *, loose: bool) -> tuple[float, float, float, float]:
        assert loose  # so that a line's boxes are alike in height
        line, column = divmod(character, 100)
        return column, 100 - line - 1, column + 1, 100 - line


def lay_out(*texts: str) -> PageText:
    letters = [Letters.of(text) for text in texts]
    at = tuple((page, place) for page, one in enumerate(letters) for place in one.places)
    return PageText("".join(one.text for one in letters), at, tuple((Drawn(), 100.0, 100.0) for _ in texts))


def passage(text: str, start: int) -> Letters:
    return Letters.of_pieces([(text, start)])


def test_a_number_is_found_in_its_paragraph_not_in_its_tile():
    pages = lay_out("Boats 1,100 boats came The harbour says that 1,100 boats came in May.")
    text = "Boats\nThe harbour says that 1,100 boats came in May."
    start = text.index("The")
    alignment = Alignment.of(pages, [passage("Boats", 0), passage(text[start:], start)])
    (box,) = alignment.locate(text.index("1,100"), text.index("1,100") + 5)
    assert round(box.left * 100) == len("Boats 1,100 boats came The harbour says that ")
    (tile,) = alignment.find("1,100 boats came")
    assert round(tile.left * 100) == len("Boats ")
    assert alignment.find("nowhere") == ()


def test_hyphens_and_page_breaks_part_no_passage():
    words = "the town has a new fence along its border and it is forty kilometres long in all of its parts"
    first, last = words[:60], words[60:]
    pages = lay_out(first.replace("border", "bor-\r\nder"), f"Running head {last}")
    alignment = Alignment.of(pages, [passage(words, 0)])
    boxes = alignment.locate(words.index("border"), words.index("border") + 6)
    assert {box.page for box in boxes} == {0}
    assert {box.page for box in alignment.locate(words.index("parts"), len(words))} == {1}


def test_boxes_are_one_for_each_line():
    pages = lay_out("x" * 90 + "word" * 10)
    boxes = Alignment.of(pages, [passage("word" * 10, 0)]).locate(0, 40)
    assert [(round(box.top * 100), round(box.left * 100), round(box.right * 100)) for box in boxes] == [
        (0, 90, 100),
        (1, 0, 30),
    ]
    assert all(isinstance(box, PageBox) for box in boxes)


@given(st.text(), st.text())
def test_any_texts_can_be_matched(source, shown):
    alignment = Alignment.of(lay_out(shown), [passage(source, 0)])
    for box in alignment.locate(0, len(source)):
        assert box.page == 0


@given(st.text())
def test_letters_have_their_places(text):
    letters = Letters.of(text)
    assert len(letters.text) == len(letters.places)
    assert all(text[place].isalnum() for place in letters.places)
