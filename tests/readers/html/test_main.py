# ruff: noqa: E501 - markup reads better unbroken
"""Where in a page its text is."""

# ruff: noqa: E501 - markup reads better unbroken
from __future__ import annotations

import pytest
from lxml import html

from pressroom.readers.html.main import find_main
from tests.readers import content
from tests.readers.html.reading import SENTENCE, parse


@pytest.mark.parametrize(
    "frame",
    [
        "<nav>Home News</nav><main>{}</main><footer>Imprint</footer>",
        "<div class=menu><a href=/a>Home</a> <a href=/b>News</a></div><div>{}</div><div><a href=/c>Imprint</a></div>"
        "<footer>x</footer>",
        "<header><a href=/>Home</a></header><article>{}</article><aside>Imprint</aside>",
    ],
)
def test_the_text_of_a_page_is_found(frame: str) -> None:
    body = f"<h1>Ties</h1><p>{SENTENCE * 3}</p><h2>More</h2><p>{SENTENCE * 4}</p><p>{SENTENCE * 3}</p>"
    page = f"<html lang=en><head><title>Ties | Site</title></head><body>{frame.format(body)}</body></html>"
    document = parse(page)
    assert content.headings(document) == [(0, "Ties"), (1, "More")]
    assert "Home" not in content.words(document)
    assert "Imprint" not in content.words(document)
    left = " ".join(document.text[entry.span.start : entry.span.end] for entry in document.left_out)
    assert "Home" in left
    assert "Imprint" in left or "x" in left


def test_letters_of_scripts_are_no_text_of_a_page() -> None:
    script = f"<script>{'call(1); ' * 2_000}</script><style>{'p {{ color: red }} ' * 500}</style>"
    page = f"<body>{script}<div><p>Imprint</p></div><article><p>{SENTENCE * 8}</p></article></body>"
    body = html.document_fromstring(page).find("body")
    assert body is not None
    assert find_main(body, page, "en").tag == "article"


@pytest.mark.parametrize(("sentences", "tag"), [(4, "body"), (7, "div")])
def test_a_short_page_has_no_parts_however_many_marks_its_words_bear(sentences: int, tag: str) -> None:
    marked = "<b>x</b>" * 100
    page = f"<html><body><nav>{marked}</nav><div><p>{SENTENCE * sentences}</p></div></body></html>"
    body = html.fromstring(page).find("body")
    assert body is not None
    assert find_main(body, page, "en").tag == tag


def long_page(head: str, text: str, lang: str = "lang=en") -> str:
    nav = "<header><a href=/>Gazette</a><nav><a href=/n>News</a></nav></header>"
    return f"<html {lang}><head><title>New boats | Gazette</title></head><body>{nav}{head}{text}<footer>(c) Gazette</footer></body></html>"


TEXT = f"<div class=body><p>{SENTENCE * 3}</p><p>{SENTENCE * 4}</p><h2>More</h2><p>{SENTENCE * 3}</p></div>"


@pytest.mark.parametrize(
    ("head", "standfirst"),
    [
        (
            "<div class=hero><h1>New boats</h1><p class=standfirst>They were full.</p></div>",
            "They were full.",
        ),
        (
            "<section><div><h1>New boats</h1></div><p>They were full on the very first day.</p></section>",
            "They were full on the very first day.",
        ),
        ("<header><h1>New boats</h1><div class='share'><a href=/f>Share</a></div></header>", ""),
        ("<h1>Gazette</h1><div><h1>New boats</h1></div>", ""),
    ],
)
@pytest.mark.parametrize(
    "text", [TEXT, TEXT.replace("<div class=body>", "<article>").replace("</div>", "</article>")]
)
def test_a_headline_apart_from_the_text_is_its_title(head: str, standfirst: str, text: str) -> None:
    document = parse(long_page(head, text))
    assert content.headings(document) == [(0, "New boats"), (1, "More")]
    assert [content for content in document.blocks if content.role == "standfirst"] == list(
        document.blocks[: bool(standfirst)]
    )
    assert standfirst in content.words(document)
    left = " ".join(document.text[entry.span.start : entry.span.end] for entry in document.left_out)
    assert "Gazette" in left
    assert "New boats" not in left


def test_a_headline_of_the_frame_is_no_title() -> None:
    assert parse(long_page("", TEXT + "<aside><h1>Other news</h1></aside>")).title is None


def test_a_last_section_of_its_own_belongs_to_the_text() -> None:
    last = f"<div class=last><h2>What comes next</h2><p>{SENTENCE * 2}</p></div>"
    document = parse(long_page("", f"<div class=story>{TEXT}{last}</div>"))
    assert content.headings(document)[-1][1] == "What comes next"


GERMAN = "Der Hafen bekommt im nächsten Jahr einen neuen Kai, der rund zwei Millionen Euro kostet und in zwei Sommern gebaut werden soll. "
FRENCH = "Le port aura l’an prochain un nouveau quai, qui coûte environ deux millions d’euros et sera construit en deux étés. "


@pytest.mark.parametrize("text", [GERMAN, FRENCH])
def test_a_page_that_does_not_say_its_language_is_read_in_its_own(text: str) -> None:
    links = "<div><ul><li><a href=/>Start</a></li><li><a href=/n>Neues</a></li></ul></div>"
    story = "".join(f"<p>{text}</p>" for _ in range(4))
    quote = f"<div class=q><p>{SENTENCE * 2}</p></div>"
    document = parse(
        f"<html><body>{links}<header><a href=/>Blatt</a></header><div><div>{story}{quote}</div></div></body></html>"
    )
    assert content.words(document).count(text[:30]) == 4


@pytest.mark.parametrize(
    "text",
    [
        f"<h1>Plan</h1><p>{SENTENCE}</p>",
        f"<div><p>{SENTENCE}</p></div>",
        f"<table><tr><td>{SENTENCE * 4}</td></tr></table>",
    ],
)
def test_a_page_within_a_form_is_read_and_its_controls_are_not(text: str) -> None:
    controls = "<input type=hidden value=x><select><option>Choose</option></select><button>Send</button>"
    document = parse(f"<body><form id=aspnetForm>{controls}{text}</form></body>")
    assert SENTENCE.strip() in content.words(document)
    assert "Send" not in content.words(document)


def test_a_form_to_fill_in_is_no_text() -> None:
    form = "<form><p>Sign up for our letter</p><label>Address</label><input><button>Send</button></form>"
    document = parse(f"<body><h1>Plan</h1><p>{SENTENCE * 2}</p>{form}</body>")
    assert content.words(document) == f"Plan {SENTENCE * 2}".strip()
    assert [left.reason for left in document.left_out] == ["form"]
