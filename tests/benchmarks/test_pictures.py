"""Pictures are counted by verdicts kept by hash."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.picture_scores.pictures import PicturedArticle, find_pictures, read_pictures
from benchmarks.picture_scores.verdicts import Verdict, export_pictures, read_verdicts, write_verdicts
from benchmarks.tile_scores.judgements import WrongJudgementError

from benchmarks import pictures
from tests.benchmarks.articles import make_article

TEXT = (
    "Ferry lands lambs\n\nThe ferry landed 640 lambs at Oban on Monday.\n\n"
    "The number of calls at the pier fell from 3,120 to 2,745.\n"
)
ARTICLE = make_article(TEXT)


@pytest.fixture
def pictured() -> PicturedArticle:
    return find_pictures(ARTICLE, TEXT)


def test_pictures_of_the_panel_and_of_the_text_are_read_with_their_sentences(
    pictured: PicturedArticle,
) -> None:
    assert [(one.place, one.kind) for one in pictured.pictures] == [("panel", "marks"), ("text", "change")]
    marks, change = pictured.pictures
    assert (marks.display, marks.sentences) == ("640", ("The ferry landed 640 lambs at Oban on Monday.",))
    assert change.values == (("3,120", "2,745"),)
    assert change.names == ("Earlier", "Later")


def test_a_verdict_holds_for_a_picture_until_what_is_printed_changes(pictured: PicturedArticle) -> None:
    picture = pictured.pictures[0]
    assert picture.hash == find_pictures(ARTICLE, TEXT).pictures[0].hash
    assert picture.hash != replace(picture, detail="In May").hash


def test_a_sheet_has_what_nobody_judged_and_is_read_back(pictured: PicturedArticle) -> None:
    first, second = pictured.pictures
    known = {first.hash: Verdict("right", useful=True)}
    (row,) = map(json.loads, export_pictures([pictured], known).splitlines())
    assert (row["picture"], row["title"], row["verdict"]) == (second.hash, second.title, "")
    judged = read_verdicts(json.dumps({**row, "verdict": "misleading", "useful": False, "why": "a note"}))
    assert judged == {second.hash: Verdict("misleading", useful=False)}
    assert read_verdicts(write_verdicts(known | judged)) == known | judged


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"picture": "00", "verdict": "weak"}', "line 1: the verdict is none of right, misleading, wrong"),
        ("[]", "line 1: no picture"),
        ("{", "line 1: "),
    ],
)
def test_a_line_that_is_no_verdict_is_named(line: str, why: str) -> None:
    with pytest.raises(WrongJudgementError) as problem:
        read_verdicts(line)
    assert str(problem.value).startswith(why)


def test_the_table_counts_what_was_judged(pictured: PicturedArticle) -> None:
    verdicts = {pictured.pictures[0].hash: Verdict("right", useful=True)}
    table = pictures.write_table([pictured], verdicts).splitlines()
    assert table[2] == "| all | 2 | 100.0 | 0.0 | 0 | 100 | 1 |"
    assert "| text: change | 1 | - | - | 0 | - | 1 |" in table
    assert table[-1] == "1 articles, 1 with key numbers, 1 with a picture"


def test_articles_are_read_from_a_folder(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "en-ferry-01.txt").write_text(TEXT, encoding="utf-8")
    missing = replace(ARTICLE, id="en-ferry-02")
    assert [one.article.id for one in read_pictures(tmp_path, [ARTICLE, missing])] == ["en-ferry-01"]
