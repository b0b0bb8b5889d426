"""One line of a head, taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.readers.common.head.lines import HeadLine, is_issuer, is_rubric, read_head_line


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("PRESS RELEASE", HeadLine(kind="PRESS RELEASE")),
        ("Press release no. 14/2026", HeadLine(kind="Press release no. 14/2026")),
        ("Medieninformation", HeadLine(kind="Medieninformation")),
        ("Invitation à la presse", HeadLine(kind="Invitation à la presse")),
        ("Convocatoria de prensa", HeadLine(kind="Convocatoria de prensa")),
        (
            "Ministry of Roads – Media Release",
            HeadLine(issuer="Ministry of Roads", kind="Media Release"),
        ),
        ("Media release | 4 May 2026", HeadLine(kind="Media release", day="4 May 2026")),
        (
            "MEDIA ADVISORY – EMBARGOED UNTIL 6 A.M. ON 5 MAY 2027",
            HeadLine(kind="MEDIA ADVISORY", embargo="EMBARGOED UNTIL 6 A.M. ON 5 MAY 2027"),
        ),
        ("Pressenotiz · Bonn", HeadLine(kind="Pressenotiz", rest=("Bonn",))),
        ("For immediate release: 12 March 2026", HeadLine(released=True, day="12 March 2026")),
        ("Zur sofortigen Veröffentlichung", HeadLine(released=True)),
        ("Issuer: Ministry of Roads", HeadLine(issuer="Ministry of Roads")),
        ("Kind: Press release", HeadLine(kind="Press release")),
        ("Press release – New bridge opens at Carrow in the autumn", None),
        ("PRESS RELEASE: New bridge opens at Carrow", None),
        ("Kind: warm and friendly", None),
        ("New bridge opens at Carrow", None),
        ("", None),
    ],
)
def test_what_a_line_of_the_head_says(line, found):
    assert read_head_line(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "Ministry of Roads",
        "CITY OF HARTMOUTH",
        "Stadt Lindau · Presseamt",
        "The Gazette",
        "Ville de Carrow | Service de presse",
        "Ayuntamiento de Lindau",
        "Greenline plc",
    ],
)
def test_names_of_those_who_issue_papers(line):
    assert is_issuer(line)


@pytest.mark.parametrize("line", ["Ferries fuller than ever", "The city of glass shines", "Lindau", ""])
def test_what_is_no_such_name(line):
    assert not is_issuer(line)


@pytest.mark.parametrize(
    "line", ["News", "bmv.example", "https://www.roads.example/", "Home > News > Press releases", "Presse"]
)
def test_lines_of_a_site(line):
    assert is_rubric(line)


@pytest.mark.parametrize("line", ["Roads > bridges in every year", "Bridges", "e.g. a bridge", "A > B"])
def test_lines_of_no_site(line):
    assert not is_rubric(line)


@given(st.text(max_size=200))
def test_any_line_is_read(line):
    found = read_head_line(line)
    assert found is None or found.announces or found.issuer
