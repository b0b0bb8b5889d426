"""Tiles are counted by verdicts kept by hash; articles are taken out of the files that hold them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.tile_scores.articles import Select, extract
from benchmarks.tile_scores.clones import MissingFileError
from benchmarks.tile_scores.corpus import (
    HALVES,
    Article,
    ChangedTextError,
    digest,
    read_list,
    take_text,
    write_list,
)
from benchmarks.tile_scores.judgements import (
    Important,
    Judgements,
    WrongJudgementError,
    hash_words,
    join_judgements,
    read_judgements,
    write_judgements,
)
from benchmarks.tile_scores.reading import Reading, read_article, read_articles, split_text
from benchmarks.tile_scores.sheets import export_articles, export_tiles
from benchmarks.tile_scores.table import make_row, make_rows, write_table
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import tiles, tiles_corpus
from pressroom.model.numbers import WordingForm
from tests.benchmarks.articles import make_article
from tests.programs import needs

TEXT = (
    "Ferry lands 640 lambs\n\nThe ferry landed 640 lambs at Oban on Monday. Freight rose by 12 per cent.\n\n"
    "Crews loaded 95 crates of shellfish for the mainland.\n"
)
ARTICLE = make_article(TEXT)


@pytest.fixture
def reading() -> Reading:
    return read_article(ARTICLE, TEXT)


def judged(reading: Reading, *verdicts: str) -> Judgements:
    return Judgements({tile.hash: verdict for tile, verdict in zip(reading.tiles, verdicts, strict=False)})


# --- hashes


def test_a_hash_does_not_count_line_breaks() -> None:
    assert hash_words("over 640\n lambs", "x") == hash_words("over 640 lambs", "x")


def test_a_hash_tells_where_one_text_ends_and_the_next_begins() -> None:
    assert hash_words("a b", "c") != hash_words("a", "b c")


@pytest.mark.parametrize("part", ["sentence", "display", "label", "detail"])
def test_a_tile_is_another_one_when_anything_printed_changes(reading: Reading, part: str) -> None:
    tile = reading.tiles[0]
    assert replace(tile, **{part: "other words"}).hash != tile.hash
    assert replace(tile, form=WordingForm.CLAUSE, context="").hash == tile.hash


# --- judgements


@given(
    st.dictionaries(st.text(), st.sampled_from(["right", "weak", "misleading", "wrong"])),
    st.dictionaries(st.text(), st.lists(st.builds(Important, st.text(), st.text())).map(tuple)),
)
def test_judgements_are_read_as_they_were_written(
    verdicts: dict[str, str], important: dict[str, tuple[Important, ...]]
) -> None:
    held = Judgements(verdicts, important)
    assert read_judgements(write_judgements(held)) == held


def test_a_note_of_a_judge_is_not_kept() -> None:
    held = read_judgements(
        '{"tile": "a1", "verdict": "weak", "note": "words of a text", "sentence": "words"}'
    )
    assert write_judgements(held) == '{"tile": "a1", "verdict": "weak"}\n'


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"tile": "a1", "verdict": "good"}', "line 2: the verdict"),
        ('{"tile": "a1", "verdict": ""}', "line 2: the verdict"),
        ('{"verdict": "right"}', "line 2: neither"),
        ("[1]", "line 2: neither"),
        ("right", "line 2"),
    ],
)
def test_a_line_that_is_no_judgement_is_refused_with_its_number(line: str, words: str) -> None:
    with pytest.raises(WrongJudgementError, match=words):
        read_judgements(f'{{"tile": "b2", "verdict": "right"}}\n{line}\n')


def test_a_new_verdict_replaces_the_old_one_and_leaves_the_others() -> None:
    old = Judgements({"a": "wrong", "b": "weak"}, {"x": (Important("s", "4"),)})
    new = Judgements({"a": "right"}, {"y": ()})
    assert join_judgements(old, new) == Judgements(
        {"a": "right", "b": "weak"}, {"x": (Important("s", "4"),), "y": ()}
    )


# --- sheets


def test_the_sheet_of_tiles_says_nothing_of_their_source_and_leaves_out_what_is_judged(
    reading: Reading,
) -> None:
    sheet = export_tiles([reading], judged(reading, "right"))
    lines = [json.loads(line) for line in sheet.splitlines()]
    assert [line["tile"] for line in lines] == sorted(tile.hash for tile in reading.tiles[1:])
    assert not any(name in sheet for name in ("Ferry Board", "en-ferry", "score", "reason"))


def test_a_number_of_the_title_goes_with_the_first_paragraph() -> None:
    opening = "The ferry came in on Monday with a full hold."
    told = read_article(
        ARTICLE,
        f"Ferry lands 640 lambs\n\n{opening}\n\nThe ship brought some 95 per cent of the fish of Kiel.\n",
    )
    contexts = {tile.sentence: tile.context for tile in told.tiles}
    assert contexts == {
        "Ferry lands 640 lambs": opening,
        "The ship brought some 95 per cent of the fish of Kiel.": "",
    }


def test_the_sheet_of_articles_names_sentences_by_the_hashes_that_a_judgement_holds(reading: Reading) -> None:
    line = json.loads(export_articles([reading], Judgements()))
    hashes = {one["sentence"] for one in line["sentences"]}
    assert {hash_words(tile.sentence) for tile in reading.tiles} <= hashes
    assert export_articles([reading], Judgements({}, {reading.hash: ()})) == ""


def test_sentences_are_split_paragraph_by_paragraph() -> None:
    assert split_text("A title\n\nOne. Two\nlines.\n", "en") == ["A title", "One.", "Two lines."]


# --- the table


@pytest.mark.parametrize(
    ("sentence", "number", "missed"),
    [
        ("Ferry lands 640 lambs", "640", False),
        ("The ferry landed 640 lambs at Oban on Monday.", "640 lambs", False),  # the value of another tile
        ("Freight rose by 12 per cent.", "12 per cent", False),
        ("Freight rose by 12 per cent.", "2", True),  # a part of a number
        ("Elsewhere, 12 lambs were lost.", "12 lambs", True),  # the same digits, but no share
        ("Elsewhere, 77 lambs were lost.", "77", True),
    ],
)
def test_a_number_is_missed_where_no_tile_stands_for_it(
    reading: Reading, sentence: str, number: str, missed: bool
) -> None:
    assert bool(reading.find_missed([Important(hash_words(sentence), number)])) is missed


def test_a_tile_that_holds_two_numbers_stands_for_both(reading: Reading) -> None:
    first = reading.tiles[0]
    both = replace(first, sentence="Fares rose by 3 points to 41 per cent.", number="41 per cent", value=41)
    told = replace(reading, tiles=(replace(both, label="turnout, up 3 points"),))
    one = Important(hash_words(both.sentence), "3 points")
    assert not told.find_missed([one])
    assert replace(reading, tiles=(replace(both, label="turnout"),)).find_missed([one]) == [one]


def test_shares_are_of_judged_tiles_alone(reading: Reading) -> None:
    row = make_row("all", [reading], judged(reading, "right", "wrong"))
    assert (row.share("right"), row.share("weak"), row.verdicts["wrong"]) == (50, 0, 1)
    assert row.tiles - row.judged == len(reading.tiles) - 2


def test_an_article_with_a_good_number_and_no_tile_is_counted(reading: Reading) -> None:
    bare = replace(reading, tiles=())
    held = Judgements({}, {reading.hash: (Important(hash_words("Ferry lands 640 lambs"), "640"),)})
    assert make_row("all", [bare], held).without == 1
    assert make_row("all", [reading], held).without == 0
    assert make_row("all", [bare], Judgements({}, {reading.hash: ()})).without == 0


def test_clauses_and_sentences_are_the_text_s_own_words(reading: Reading) -> None:
    forms = (WordingForm.PHRASE, WordingForm.STATEMENT, WordingForm.CLAUSE, WordingForm.SENTENCE)
    shown = tuple(replace(reading.tiles[0], form=form, label="a b c") for form in forms)
    row = make_row("all", [replace(reading, tiles=shown)], Judgements())
    assert (row.verbatim, row.words) == (2, 3)


def test_rows_are_by_half_by_language_and_by_genre(reading: Reading) -> None:
    other = replace(reading, article=replace(ARTICLE, half="kept", language="de", genre="court"))
    rows = make_rows([other, reading], Judgements())
    assert [row.name for row in rows] == ["all", "work half", "kept half", "de", "en", "court", "news"]
    assert [row.articles for row in rows] == [2, 1, 1, 1, 1, 1, 1]
    table = write_table(rows).splitlines()
    assert len({line.count("|") for line in table}) == 1
    assert "| - | - | - | 0 |" in table[2]  # nothing was judged
    assert len(table) == len(rows) + 2


# --- texts


@pytest.mark.parametrize(
    ("form", "data", "select", "text"),
    [
        ("lines", "Title\nOne.\n\nTwo.\n", Select(), "Title\n\nOne.\n\nTwo.\n"),
        (
            "markdown",
            "---\ntitle: 'It''s 4'\nx: y\n---\n\nOne *two*\n[three](http://a.b).\n\n- 5 _boats_\n- `six`\n",
            Select(fields=("title",)),
            "It's 4\n\nOne two three.\n\n5 _boats_\n\nsix\n",
        ),
        (
            "markdown",
            '---\ntitle: "From 4\\_to\\\n  \\ 5 \\u201Cboats\\u201D"\n---\nOne.\n',
            Select(fields=("title",)),
            "From 4\u00a0to 5 “boats”\n\nOne.\n",
        ),
        (
            "markdown",
            "# Title {#title}\nOne.\n## Two\nThree.\n",
            Select(last=3),
            "Title One.\n\nTwo Three.\n",
        ),
        (
            "page",
            '<ul><li>Menu</li></ul><div id="a" class="b main"><h1>Title</h1><p>One &amp;<br>two'
            "</p><script>3</script></div><p>End</p>",
            Select(fields=("main",)),
            "Title\n\nOne &\n\ntwo\n",
        ),
        (
            "csv",
            'head,body\nx,y\nTitle,"One.\nTwo, three."\n',
            Select(row=1, fields=("head", "body")),
            "Title\n\nOne.\n\nTwo, three.\n",
        ),
        (
            "json",
            '{"all": [{"t": "Title", "b": "<p>Date</p><p>One.</p>"}]}',
            Select(keys=("all", 0), fields=("t", "b"), drop=("Date",)),
            "Title\n\nOne.\n",
        ),
        (
            "messages",
            '<m xmlns="urn:x"><content lang="de"><title>A</title></content><content lang="fr">'
            "<title>Titre</title><lead>Un.</lead><text>&lt;p&gt;Deux.&lt;/p&gt;Trois.</text></content></m>",
            Select(language="fr"),
            "Titre\n\nUn.\n\nDeux.\n\nTrois.\n",
        ),
        (
            "lines",
            "Date\r\nTitle\r\nIt\u00e2\u0080\u0099s\r\nEnd\r\n",
            Select(first=1, last=-1),
            "Title\n\nIt’s\n",
        ),
    ],
)
def test_an_article_is_taken_out_of_its_file(form: str, data: str, select: Select, text: str) -> None:
    assert extract(data.encode(), form, select) == text


def test_a_list_of_articles_is_read_as_it_was_written() -> None:
    articles = [ARTICLE, replace(ARTICLE, id="de-x-01", select=Select(keys=("a", 2), fields=("b",), last=-1))]
    assert read_list(write_list(articles)) == articles


# --- the committed list


def committed() -> list[Article]:
    return read_list(tiles.SOURCES.read_text(encoding="utf-8"))


def test_no_source_is_in_both_halves_and_no_text_is_there_twice() -> None:
    articles = committed()
    halves = {(article.source, article.half) for article in articles}
    assert len(halves) == len({source for source, _ in halves})
    assert (
        len({article.hash for article in articles})
        == len({article.id for article in articles})
        == len(articles)
    )


def test_the_articles_are_as_many_and_as_varied_as_the_measure_needs() -> None:
    articles = committed()
    english = [article for article in articles if article.language == "en"]
    assert len(english) >= 80
    assert len({article.source for article in english}) >= 20
    assert len({article.genre for article in english}) >= 6
    for half in HALVES:
        chosen = [article for article in english if article.half == half]
        assert len(chosen) >= 50
        assert len({article.source for article in chosen}) >= 12
        assert len({article.genre for article in chosen}) >= 6
    for lang in ("de", "fr", "es"):
        assert sum(article.language == lang for article in articles) >= 20
        assert sum(article.language == lang and article.half == "kept" for article in articles) >= 5


def test_judgements_committed_hold_hashes_and_verdicts_only() -> None:
    text = tiles.JUDGEMENTS.read_text(encoding="utf-8")
    assert write_judgements(read_judgements(text)) == text


# --- the commands


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def clones(tmp_path: Path) -> Path:
    folder = tmp_path / "clones" / "board+news"
    folder.mkdir(parents=True)
    git(folder, "init", "-q")
    (folder / "ferry.md").write_text(TEXT, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-q", "-m", "x")
    return folder.parent


@needs("git")
def test_a_text_is_taken_from_a_clone_and_must_be_the_one_judged(clones: Path) -> None:
    article = replace(ARTICLE, commit=git(clones / "board+news", "rev-parse", "HEAD"))
    assert take_text(article, clones) == TEXT
    with pytest.raises(ChangedTextError, match="en-ferry-01"):
        take_text(replace(article, hash="0"), clones)
    with pytest.raises(MissingFileError, match="no clone of a/b"):
        take_text(replace(article, repository="a/b"), clones)
    with pytest.raises(MissingFileError, match="gone"):
        take_text(replace(article, path="gone.md"), clones)


@needs("git")
def test_texts_are_written_sheets_filled_in_and_the_table_printed(
    clones: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sources, kept, sheet, texts = (
        tmp_path / name for name in ("list.jsonl", "kept.jsonl", "sheet.jsonl", "texts")
    )
    article = replace(ARTICLE, commit=git(clones / "board+news", "rev-parse", "HEAD"))
    sources.write_text(
        write_list([article, replace(article, id="en-gone-01", path="gone.md")]), encoding="utf-8"
    )
    monkeypatch.setattr(tiles, "SOURCES", sources)
    monkeypatch.setattr(tiles, "JUDGEMENTS", kept)
    monkeypatch.setattr(tiles_corpus, "SOURCES", sources)

    def run(main: Callable[[], int], *words: str) -> int:
        monkeypatch.setattr("sys.argv", ["x", *words])
        return main()

    assert run(tiles_corpus.main, "--clones", str(clones), "--out", str(texts)) == 1
    assert "1 of 2 articles written" in capsys.readouterr().out
    assert (texts / "work" / "en-ferry-01.txt").read_text(encoding="utf-8") == TEXT
    assert run(tiles.main, str(texts), "--export", str(sheet)) == 0
    filled = sheet.read_text(encoding="utf-8").replace('"verdict": ""', '"verdict": "weak"')
    sheet.write_text(filled, encoding="utf-8")
    assert run(tiles.main, "--import", str(sheet)) == 0
    assert set(read_judgements(kept.read_text(encoding="utf-8")).verdicts.values()) == {"weak"}
    capsys.readouterr()
    assert run(tiles.main, str(texts), "--half", "work") == 0
    table = capsys.readouterr().out
    assert "| 100.0 |" in table
    assert "1 of 2 articles are not in" in table
    assert run(tiles.main, str(texts), "--export-articles", str(sheet)) == 0
    assert json.loads(sheet.read_text(encoding="utf-8"))["article"] == digest(TEXT)
    assert list(read_articles(texts, [])) == []
