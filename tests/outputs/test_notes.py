"""Notes in notes, blocks in notes, notes called again, and notes wherever words stand: in every format."""

from __future__ import annotations

import pytest

from tests.outputs.finished import Finished, W, finish, words
from tests.programs import assert_valid_docx
from tests.writers.pdf.test_conformance import findings

pytestmark = pytest.mark.slow

NESTED = """## The ferry

The ferry runs daily.[^daily] It is old.[^old] It is painted each year.[^paint] It runs daily.[^daily]

[^daily]: But not in a storm[^storm], nor on feast days.
[^storm]: A storm is force nine.
[^old]: See the note on paint.[^paint]
[^paint]: Green, then white[^ring].
[^ring]: And green again[^paint].
"""
BLOCKS = """## The mill

It sold flour.[^flour] It had masters.[^masters] It had a rule,[^rule] a saying[^saying] and a sign.[^sign]

[^flour]: In these years:

    | Year | Sacks |
    |------|------:|
    | 1901 | 7,041 |
    | 1902 | 6,512 |

    More is not known.
[^masters]: One after the other:

    3. Anna Holm
    4. Bo Lind
[^rule]:
    ```
    open = "dawn"
    ```
[^saying]: The masters said:

    > Flour is patience.

[^sign]: It hung here:

    ![A wheel of stone](wheel.png)
"""
SAID = ("More is not known.", "Anna Holm", "Bo Lind", 'open = "dawn"', "Flour is patience.")
PLACES = """Words ahead.[^lead]

## A heading[^head]

### A deeper heading[^deep]

- an item[^item]

Table 1: A caption[^caption]

| Column[^column] | Value |
|---|---|
| Cell[^cell] | 1[^lead] |

> A quotation[^quote]

Term[^term]
:   Its meaning[^meaning]

[^lead]: Note lead.
[^head]: Note head.
[^deep]: Note deep.
[^item]: Note item.
[^caption]: Note caption.
[^column]: Note column.
[^cell]: Note cell.
[^quote]: Note quote.
[^term]: Note term.
[^meaning]: Note meaning.
"""
NAMES = ("lead", "head", "deep", "item", "caption", "column", "cell", "quote", "term", "meaning")


@pytest.fixture(scope="module")
def nested() -> Finished:
    return finish(NESTED)


@pytest.fixture(scope="module")
def blocks(tmp_path_factory) -> Finished:
    from PIL import Image

    folder = tmp_path_factory.mktemp("mill")
    Image.new("RGB", (40, 30), "navy").save(folder / "wheel.png")
    return finish(BLOCKS, folder=folder)


@pytest.fixture(scope="module")
def places() -> Finished:
    return finish(PLACES)


def test_a_note_in_a_note_is_printed_where_it_is_called(nested):
    storm = "But not in a storm (A storm is force nine.), nor on feast days."
    for text in (nested.pdf, nested.word_text("footnotes"), words(nested.web), words(nested.mail_html)):
        assert storm in text
    assert storm in " ".join(nested.mail_text.split())
    assert nested.word("footnotes").find(f".//{W}footnoteReference") is None


def test_further_calls_have_the_number_of_their_note(nested):
    assert "See the note on paint.3" in nested.pdf.replace(". 3", ".3")
    assert "It runs daily.1" in nested.pdf.replace(". 1", ".1")
    text = " ".join(nested.mail_text.split())
    assert "It runs daily.[1]" in text
    assert "See the note on paint.[3]" in text
    assert "Green, then white (And green again[3].)." in text
    assert [each.text for each in nested.web.find_class("footnote-again")] == ["1", "3", "3"]
    fields = [each.text for each in nested.word("footnotes").iter(f"{W}instrText")]
    assert len([each for each in fields if "NOTEREF" in each]) == 2
    assert "footnote-again" not in nested.pdf


def test_blocks_of_notes_are_kept_in_the_pdf(blocks):
    text = blocks.pdf
    for said in (
        "1901 7,041",
        "More is not known.",
        "3. Anna Holm",
        "4. Bo Lind",
        'open = "dawn"',
        "Flour is patience.",
    ):
        assert said in text
    under = {kind for kind, above in blocks.types if "/Note" in above}
    assert {"/Table", "/L", "/Code", "/BlockQuote", "/Figure"} <= under


def test_blocks_of_notes_are_kept_in_word(blocks):
    notes = blocks.word("footnotes")
    text = blocks.word_text("footnotes")
    for said in (
        "1901 7,041",
        "More is not known.",
        "Anna Holm",
        "Bo Lind",
        'open = "dawn"',
        "Flour is patience.",
    ):
        assert said in text
    assert notes.find(f".//{W}tbl") is not None
    assert notes.find(f".//{W}numPr") is not None
    assert notes.find(f".//{W}drawing") is not None
    for note in notes:
        assert note[0].tag == note[-1].tag == f"{W}p"


def test_blocks_of_notes_are_kept_in_the_web_page_and_in_the_mail(blocks):
    for page in (blocks.web, blocks.mail_html):
        (notes,) = page.find_class("notes")
        assert [words(cell) for cell in notes.iter("td")][:2] == ["1901", "7,041"]
        assert [each.get("start") for each in notes.iter("ol")] == [None, "3"]
        assert notes.find(".//blockquote") is not None
        assert notes.find(".//img") is not None
    text = blocks.mail_text
    for said in (
        "1901  7,041",
        "3. Anna Holm",
        'open = "dawn"',
        "> Flour is patience.",
        "[A wheel of stone]",
    ):
        assert said in text


@pytest.mark.parametrize("name", NAMES)
def test_a_note_is_printed_wherever_it_is_called(places, name):
    number = NAMES.index(name) + 1
    assert f"{number}. Note {name}." in places.pdf
    assert f"Note {name}." in places.word_text("footnotes")
    assert f"{number}. Note {name}." in places.mail_text
    assert f"Note {name}." in words(places.web)


def test_a_heading_is_shown_without_its_note(places):
    from io import BytesIO

    import pikepdf

    with pikepdf.open(BytesIO(places.data["pdf"])) as file, file.open_outline() as outline:
        titles = [entry.title for top in outline.root for entry in top.children]
    assert titles == ["A heading"]


@pytest.mark.parametrize("name", ["nested", "blocks", "places"])
def test_validators_find_nothing(name, request, tmp_path):
    made = request.getfixturevalue(name)
    assert findings(made.data["pdf"], tmp_path) == set()
    assert_valid_docx(made.data["docx"], tmp_path)
