# ruff: noqa: E501 - texts read better unbroken
"""Web pages that were copied whole."""

from __future__ import annotations

import pytest

from pressroom.model.document import Paragraph
from pressroom.readers.text.lines.lines import split_lines
from pressroom.readers.text.units.webpage import find_web_lines
from tests.readers import content
from tests.readers.text.covering import outline
from tests.readers.text.reading import BODY, read

PAGES = [
    "Skip to content\nMenu\nHome\nNews\nBoats\n\n{title}\n\n{text}\n\nShare this\nFacebook\nCopy link\n\nRelated articles\nOld quays\n3 May\n\n© 2026 Alven Post\n",
    "Zum Inhalt springen\nAlle akzeptieren\nSuche\nStart\nStart > Häfen > Kai\n{title}\n\n{text}\n\nAnzeige\n\n{text}\n\nTeilen\nNewsletter abonnieren\nImpressum | Datenschutz | Kontakt\n",
    "Home\nNews\nSport\nSign in\n{title}\n3 days ago\n\nShare\n\nSave\nGetty Images Boats at a quay\nThe quay in 1884\n{text}\nMore on this story\nFewer crabs\n",
    "Zum Inhalt springen\nDiese Website verwendet Cookies, um Ihnen das beste Erlebnis zu bieten.\nAlle akzeptieren\nEinstellungen\nStartseite > Kai\n{title}\nStand: 5. Januar 2026\nDrucken\nTeilen\n\n{text}\n\nNach oben\n",
    "Skip to main content\nSubscribe\nLog in\nNews\nEnvironment\n{title}\nShare this article\nX\n{text}\n\nNewsletter\nGet the week's stories in your inbox every Friday.\nSign up\n© 2026 Alven Post\n",
    "Aller au contenu\nTout accepter\nAccueil > Ports > Quais\n{title}\n\nPartager la page\n\n{text}\n\nCette page vous a-t-elle été utile ?\nOui\nNon\n",
    "Jump to navigation\nThis website uses cookies to count its readers and to show what they like.\nAccept all cookies\nLog in\n\n{title}\n\n{text}\n\n12 comments\nSort by: Newest\nAll rights reserved.\n",
]


@pytest.mark.parametrize("page", PAGES)
def test_what_surrounds_the_text_of_a_page_is_left_out_and_told(page: str) -> None:
    text = page.format(title="New quay opens in Alven", text=BODY)
    document = read(text)
    assert outline(document) == ["= New quay opens in Alven"]
    assert content.words(document) == " ".join(["New quay opens in Alven", *[BODY] * page.count("{text}")])
    assert {left.reason for left in document.left_out} == {"line of a web page, not of its text"}


@pytest.mark.parametrize(
    "text",
    [
        f"Contact\n\n{BODY}\n\nFacebook\n\n{BODY}\n",
        f"Our menu\n\nSearch\n\n{BODY}\n\nRead more: the plan\n\n{BODY}\n",
        f"Cookies\n\nWe use cookies on this site to count.\n\n{BODY}\n\nNewsletter\n\n{BODY}\n",
        "Menu\nSearch\nShare\nFacebook\nCopy link\n",
    ],
)
def test_a_text_with_few_such_lines_keeps_them(text: str) -> None:
    assert find_web_lines(split_lines(text)) == {}


def test_the_name_and_the_office_of_a_correspondent_are_the_byline() -> None:
    document = read(f"New quay opens in Alven\nMoira Kerr\nRural affairs correspondent\n\n{BODY}\n\n{BODY}\n")
    assert outline(document) == ["= New quay opens in Alven"]
    assert [block.role for block in document.blocks[:2] if isinstance(block, Paragraph)] == [
        "byline",
        "byline",
    ]


def test_a_long_headline_above_the_menu_stays() -> None:
    page = f"The harbour of Alven gets a new and longer quay\nMenu\nSearch\nSkip to content\n\n{BODY}\n\nShare\nFacebook\n"
    assert outline(read(page)) == ["= The harbour of Alven gets a new and longer quay"]


@pytest.mark.parametrize("line", ["Published 3 February 2026, 10:14 GMT", "Last updated: 3 February 2026"])
def test_the_day_of_publication_is_no_heading(line: str) -> None:
    document = read(f"New quay opens in Alven\n\nBy Ada Roe\n{line}\n\n{BODY}\n\n{BODY}\n")
    assert outline(document) == ["= New quay opens in Alven"]
    assert document.metadata.date == "2026-02-03"


@pytest.mark.parametrize(
    "row", ["Share  Tweet  Print", "Cookie settings | Accept all | Share", "Teilen Drucken Merken"]
)
def test_a_row_of_links_is_left_out_wherever_it_stands(row: str) -> None:
    document = read(f"New quay opens in Alven\n\n{BODY}\n\n{row}\n\n{BODY}\n")
    assert [left.reason for left in document.left_out] == ["line of a web page, not of its text"]


@pytest.mark.parametrize("line", ["Read more", "Share", "Weiterlesen »"])
def test_a_link_below_the_text_is_left_out(line: str) -> None:
    document = read(f"New quay opens in Alven\n\n{BODY}\n\n{line}\n")
    assert content.words(document) == f"New quay opens in Alven {BODY}"
    assert [each.rule for each in document.diagnostics] == ["left-out"]


def test_a_heading_at_the_end_stays() -> None:
    document = read(f"New quay opens in Alven\n\n{BODY}\n\nWhat comes next\n")
    assert not document.left_out


def test_what_an_agency_reported_is_text() -> None:
    said = "Reuters reported on Monday that three boats had left the old quay."
    page = PAGES[0].format(title="New quay opens in Alven", text=f"{BODY}\n\n{said}\n\n{BODY}")
    assert said in content.words(read(page))
