from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.model.document import Divider, Heading, Image, Section
from pressroom.model.inline import Text
from pressroom.model.span import Span
from pressroom.readers.common.outline import Item, build_sections, slugify, split_title


def heading(level: int, words: str, start: int = 0) -> Heading:
    return Heading((Text(words),), level, Span("x", 1, 1, start, start + 1))


def divider(start: int = 0) -> Divider:
    return Divider(Span("x", 1, 1, start, start + 1))


def shape(sections: tuple[Section, ...]) -> list[object]:
    return [
        (section.id, len(section.blocks), shape(section.sections)) if section.sections else section.id
        for section in sections
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Strengthening ties", "strengthening-ties"),
        ("Année écoulée: l’État", "annee-ecoulee-letat"),
        ("Straße & Co.", "strasse-co"),
        ("  --  ", ""),
        ("Основные выводы", "основные-выводы"),
        ("हिन्दी में", "हिन्दी-में"),
        ("word " * 40, "word-word-word-word-word-word-word-word-word-word-word-word"),
        ("x" * 90, "x" * 60),
    ],
)
def test_slug(words: str, expected: str) -> None:
    assert slugify(words) == expected


def test_sections_nest_by_level() -> None:
    items: list[Item] = [
        divider(),
        heading(1, "A"),
        divider(),
        heading(2, "B"),
        heading(2, "C"),
        heading(1, "D"),
    ]
    blocks, sections = build_sections(items)
    assert len(blocks) == 1
    assert shape(sections) == [("a", 1, ["b", "c"]), "d"]


def test_a_skipped_level_nests_without_an_empty_section() -> None:
    _, sections = build_sections([heading(1, "A"), heading(3, "B"), heading(2, "C")])
    assert shape(sections) == [("a", 0, ["b", "c"])]


def test_equal_words_get_ids_of_their_own() -> None:
    _, sections = build_sections([heading(1, "A"), heading(1, "A 2"), heading(1, "A"), heading(1, "…")])
    assert [section.id for section in sections] == ["a", "a-2", "a-3", "section"]


def test_an_id_that_the_source_gives_is_kept() -> None:
    items = [heading(1, "Aims", 0), heading(1, "Aims", 10), heading(1, "Other", 20)]
    _, sections = build_sections(items, {10: "aims", 20: "aims"})
    assert [section.id for section in sections] == ["aims-2", "aims", "other"]


def test_the_title_is_the_only_heading_of_its_level_and_the_first() -> None:
    title, rest = split_title([heading(2, "T"), divider(), heading(3, "A"), heading(4, "B")])
    assert title is not None
    assert (title.text, title.level) == ("T", 0)
    assert [item.level for item in rest if isinstance(item, Heading)] == [1, 2]


@pytest.mark.parametrize(
    "items",
    [
        [],
        [heading(1, "A"), heading(1, "B")],
        [heading(2, "A"), heading(3, "B"), heading(1, "C")],
        [divider(), heading(1, "A")],
        [heading(3, "a lone small heading"), divider()],
    ],
)
def test_no_title(items: list[Item]) -> None:
    title, rest = split_title(items)
    assert title is None
    assert len(rest) == len(items)


def test_a_logo_may_stand_before_the_title() -> None:
    logo = Image("logo.png", Span("x", 1, 1, 0, 1))
    title, rest = split_title([logo, heading(1, "T")])
    assert title is not None
    assert rest == [logo]


@given(st.lists(st.tuples(st.integers(0, 6), st.sampled_from("abc"))))
def test_nothing_is_lost_and_ids_are_unique(plan: list[tuple[int, str]]) -> None:
    items = [heading(level, words, at) if level else divider(at) for at, (level, words) in enumerate(plan)]
    blocks, sections = build_sections(items)
    found: list[Item] = list(blocks)
    ids: list[str] = []

    def walk(many: tuple[Section, ...]) -> None:
        for section in many:
            found.append(section.heading)
            found.extend(section.blocks)
            ids.append(section.id)
            walk(section.sections)

    walk(sections)
    assert found == items
    assert len(set(ids)) == len(ids)
