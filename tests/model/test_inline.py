"""The words of inlines, and the way back to the source."""

import pytest

from pressroom.model.inline import Strong, Text, plain_text

# "ab" and "cd" stand in the source, what is between them does not
WORDS = plain_text((Text("ab", 10), Strong((Text("--", None),)), Text("cd", 15)))


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (0, 2, (10, 12)),
        (0, 6, (10, 17)),
        (0, 3, None),
        (3, 6, None),
        (2, 4, None),
    ],
)
def test_a_range_of_words_has_one_in_the_source_where_both_its_edges_do(start, end, found):
    assert WORDS.value == "ab--cd"
    assert WORDS.source_range(start, end) == found
