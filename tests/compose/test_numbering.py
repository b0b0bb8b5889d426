"""Tables and figures are called what the source calls them."""

import pytest

from pressroom.compose.numbering import choose_numbers


@pytest.mark.parametrize(
    ("labels", "wanted"),
    [
        (["", ""], ["1", "2"]),
        (["Table 3", "Table 1"], ["3", "1"]),
        (["", "Table 1", ""], ["2", "1", "3"]),
        (["Abb. 2.1", "Tab 4a"], ["2.1", "4a"]),
        (["Table 1", "Table 1", ""], ["1", "2", "3"]),  # twice the same: no label is believed
        (["Box", "Table IV"], ["1", "2"]),
        ([], []),
    ],
)
def test_a_caption_has_the_number_of_its_label_else_one_that_is_free(labels, wanted):
    assert choose_numbers(labels) == wanted
