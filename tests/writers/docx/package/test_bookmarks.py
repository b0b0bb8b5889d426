"""Names of bookmarks."""

from __future__ import annotations

import pytest

from pressroom.writers.docx.package.bookmarks import (
    LONGEST,
    Bookmarks,
    block_id,
    bookmark_name,
    bookmark_names,
)


def test_a_plain_id_is_a_name_and_its_hyphens_are_written_otherwise():
    assert bookmark_name("first-part-2") == "first_part_2"


@pytest.mark.parametrize("ident", ["Größe", "2-rows", "a_b", "UPPER", "a" * 41, "a.b", "-"])
def test_any_other_id_has_a_name_of_its_own_that_word_takes(ident):
    name = bookmark_name(ident)
    assert len(name) <= LONGEST
    assert name[0].isalpha()
    assert name.replace("_", "").isalnum()
    assert name.isascii()
    assert name != bookmark_name(ident + "x")


def test_ids_that_word_could_mistake_for_each_other_are_told_apart():
    names = [bookmark_name(ident).lower() for ident in ("part-a", "part_a", "Part-A", "PART-A")]
    assert len(set(names)) == 4


def test_a_name_that_the_reference_uses_is_left_to_it():
    marks = Bookmarks(7)
    marks.reserve({"First_Part"})
    assert marks.name("first-part") == bookmark_names("first-part")[0] == "pr_first_part"
    assert marks.name("second") == "second"


def test_a_bookmark_is_set_once_and_numbers_go_on():
    marks = Bookmarks(7)
    assert not marks.is_set("a")
    assert marks.wrap("a", "x") == '<w:bookmarkStart w:id="7" w:name="a"/>x<w:bookmarkEnd w:id="7"/>'
    assert marks.is_set("a")
    assert marks.wrap("a", "x") == "x"
    assert marks.wrap("", "x") == "x"
    assert marks.wrap("b", "x") == '<w:bookmarkStart w:id="8" w:name="b"/>x<w:bookmarkEnd w:id="8"/>'


def test_a_block_is_known_by_its_words_and_by_how_often_they_stood_before():
    marks = Bookmarks()
    first, second = marks.wrap_block("Some words", "x"), marks.wrap_block("Some  words", "x")
    assert f'w:name="{block_id("Somewords", 0)}"' in first
    assert f'w:name="{block_id("Some words", 1)}"' in second
    assert len(block_id("Some words", 99)) <= LONGEST
