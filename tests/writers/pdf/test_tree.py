"""What is written of the structure tree, by itself."""

import pytest

from pressroom.writers.pdf.structure import Annotation, StructureNode
from pressroom.writers.pdf.tree import has_content, make_artifacts


def node(kind, *kids):
    return StructureNode(kind, None, None, list(kids))


@pytest.mark.parametrize(
    ("made", "kept"),
    [
        (node("P", (0, 1)), True),
        (node("P"), False),
        (node("P", node("Span", (0, 1))), True),
        (node("P", node("Span")), False),
        (node("Link", Annotation(0, {})), False),
        (node("TD"), True),  # a row must not lose a cell
        (node("TR", node("TH")), True),
    ],
)
def test_an_element_is_kept_for_what_is_painted_in_it_and_a_cell_always(made, kept):
    assert has_content(made) is kept


def test_marked_content_of_no_element_becomes_an_artifact():
    operations = ["/P", {"MCID": 0}, b"BDC", b"EMC", "/P", {"MCID": 1}, b"BDC", b"EMC"]
    make_artifacts(operations, frozenset({1}))
    assert operations[:4] == ["/Artifact", b"<</Type/Pagination>>", b"BDC", b"EMC"]
    assert operations[4:] == ["/P", {"MCID": 1}, b"BDC", b"EMC"]
