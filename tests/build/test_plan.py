"""Which reports a matrix and rows of data make of sources, and what they are called."""

from pathlib import Path

import pytest

from pressroom.build.plan import Request, derive_stem, make_plan
from pressroom.errors import UsageError
from pressroom.project.matrix import Combination, Matrix
from pressroom.project.place import Place
from pressroom.project.settings import make_option_layer
from pressroom.world import MemoryWorld

PLACE = Place(Path("/p"), Path("/none"))
ROWS = "Town,People\nUlm,3\nAu/West,4\nUlm,5\n"
FILES = {"/p/brief.txt": b"x", "/p/brief.de.txt": b"x", "/p/other.txt": b"x", "/p/rows.csv": ROWS.encode()}


def jobs(settings: str = "", *names: str, options=None, **more):
    sources = tuple(Path("/p") / name for name in names or ("brief.txt", "brief.de.txt", "other.txt"))
    world = MemoryWorld({**FILES, "/p/report.toml": settings.encode()})
    plan = make_plan(Request(sources, make_option_layer(options or {}), **more), PLACE, world)
    assert len(plan.names(world)) == len(list(plan.jobs(world)))
    return list(plan.jobs(world))


def stems(*args, **more) -> list[str]:
    return [job.stem for job in jobs(*args, **more)]


MATRIX = """
[[matrix]]
sources = ["brief*"]
template = ["briefing", "letter"]
lang = ["en", "de"]
audience = ["press", "board"]
"""


def test_without_a_matrix_each_source_is_a_report():
    assert stems() == ["brief", "brief.de", "other"]
    assert stems(options={"template": "letter", "lang": "de"}) == ["brief", "brief.de", "other"]


@pytest.mark.parametrize(
    ("name", "stem"),
    [("X-ray.txt", "X-ray"), (".hidden.txt", "hidden"), ("a.b.md", "a.b")],
)
def test_outputs_are_called_as_their_source_and_are_never_hidden(name, stem):
    assert derive_stem(Path("/p") / name) == stem


def test_a_matrix_is_the_product_of_its_axes_for_the_sources_that_it_covers():
    found = jobs(MATRIX)
    assert [job.stem for job in found] == [
        *(
            f"brief-{template}-{lang}-{audience}"
            for template in ("briefing", "letter")
            for lang in ("en", "de")
            for audience in ("press", "board")
        ),
        "other",
    ]
    assert [job.source.name for job in found[:4]] == ["brief.txt"] * 2 + ["brief.de.txt"] * 2
    assert found[3].variant.audience == "board"
    assert found[3].variant.settings.values == {"template": "briefing", "lang": "de"}


def test_the_command_line_narrows_an_axis_and_keeps_the_names():
    assert stems(MATRIX, "brief.txt", options={"template": "letter", "lang": "de"}, audience="press") == [
        "brief-letter-de-press"
    ]


def test_a_translation_alone_is_its_cell():
    assert stems(MATRIX, "brief.de.txt", options={"template": "letter"}) == [
        "brief-letter-de-press",
        "brief-letter-de-board",
    ]


def test_an_audience_asked_for_never_takes_the_place_of_the_report_for_all():
    assert stems("", "brief.txt", audience="board") == ["brief-board"]


def test_an_axis_of_one_value_is_in_no_name_and_other_keys_are_settings():
    (job,) = jobs('[[matrix]]\ntemplate = "letter"\nmarking = "DRAFT"\n', "other.txt")
    assert (job.stem, job.variant.settings.values) == ("other", {"marking": "DRAFT", "template": "letter"})


def test_a_row_is_a_report_called_by_its_first_column():
    found = jobs('[[matrix]]\ndata = "rows.csv"\n', "other.txt", last_row=2)
    assert [job.stem for job in found] == ["other-Ulm", "other-Au-West"]
    assert found[1].variant.row.where == "rows.csv:3"
    assert stems('[[matrix]]\ndata = "rows.csv"\n', "other.txt", first_row=2, last_row=2) == ["other-Au-West"]


def test_a_pattern_names_reports_by_any_column():
    assert stems('[[matrix]]\ndata = "rows.csv"\nname = "{town}.{people}-{source}"\n', "other.txt") == [
        "Ulm.3-other",
        "Au-West.4-other",
        "Ulm.5-other",
    ]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('[[matrix]]\ndata = "rows.csv"\n', r"rows\.csv:2 and rows\.csv:4 would both become other-Ulm"),
        ('[[matrix]]\ndata = "rows.csv"\nname = "{twon}"\n', "did you mean {town}"),
        ('[[matrix]]\nlang = ["en", "fr"]\n', r"put other\.fr\.txt beside it"),
        ('[[matrix]]\nname = "../{source}"\n', "no name of a file"),
        ("[[matrix]]\ntemplate = [1]\n", "no list of texts"),
        ('matrix = "x"\n', r"^report\.toml: error: .* write \[\[matrix\]\]"),
        ("[[matrix]]\n[[matrix]]\n", "would both become other"),
    ],
)
def test_what_is_wrong_with_a_plan_is_told_before_anything_is_made(settings, said):
    with pytest.raises(UsageError, match=said):
        jobs(settings, "other.txt")


@pytest.mark.parametrize("text", ["../../etc/passwd", "/abs", "a\0b", "-x", "..", "É" * 300, "  "])
def test_a_value_is_never_a_path(text):
    stem = Matrix(name="{source}-{key}").stem("brief", Combination(), {}, text)
    assert not {"/", "\0"} & set(stem)
    assert len(stem.encode()) < 120
    assert stem.startswith("brief")
