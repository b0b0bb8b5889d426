"""Marks that begin the items of a list."""

import pytest

from pressroom import readers
from pressroom.model.document import List
from pressroom.readers import ReaderSettings


@pytest.mark.parametrize("mark", ["• ", "•", "・", "■", "- "])
def test_lines_with_one_mark_are_a_list(mark: str) -> None:
    items = ("検査を毎月行う", "結果を公表する", "費用を抑える")
    text = "市の報告\n\n水道局は次のことを行う。\n\n" + "\n".join(f"{mark}{item}" for item in items) + "\n"
    blocks = readers.read(text.encode(), "a.txt", ReaderSettings()).blocks
    found = [block for block in blocks if isinstance(block, List)]
    assert len(found) == 1
    assert len(found[0].items) == len(items)
