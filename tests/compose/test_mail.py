import pytest

from pressroom.compose import Frame, Template, compose, frame_mail
from pressroom.compose.colours import make_dark
from pressroom.compose.mail import PREHEADER, opening_words
from pressroom.errors import PressroomError
from pressroom.model.brand import Colours
from pressroom.model.colour import READABLE, hex_contrast
from tests.making import BRAND, document, paragraph, report, section

PAGE = "<html><head></head><body><main>x</main></body></html>"
BRANDS = [
    BRAND.colours,
    Colours("#000000", "#777777", "#ff0000", "#ffeeee", "#cccccc", "#ffffff", "#aa0000"),
    Colours("#203020", "#556655", "#004400", "#eeffee", "#bbccbb", "#fffff0", "#884400"),
]


@pytest.mark.parametrize("colours", BRANDS)
def test_every_colour_of_words_is_readable_on_the_dark_ground(colours):
    made = make_dark(colours)
    for ground in (made.paper, made.accent_soft):
        for words in (made.text, made.muted, made.accent, made.warning):
            assert hex_contrast(words, ground) >= READABLE


def test_the_preheader_is_how_the_text_begins():
    words = "The crossing at the harbour reopened on Tuesday after eleven months of works, "
    of = document(sections=(section("One", paragraph(words * 3)),))
    text = opening_words(report(of))
    assert text.startswith("The crossing")
    assert len(text) <= PREHEADER + 1
    assert text.endswith("…")
    assert opening_words(report(document())) == ""


def test_a_template_without_a_mail_says_so():
    template = Template("own", "own", {"report.html.j2": PAGE})
    page = compose(report(document()), template, {}, {}, contents=False)
    with pytest.raises(PressroomError, match=r"no file email\.html\.j2"):
        frame_mail(page, template, Frame())


def test_an_error_in_the_mail_names_its_line():
    files = {"report.html.j2": PAGE, "email.html.j2": "\n{{ nobody.knows }}"}
    template = Template("own", "own", files)
    page = compose(report(document()), template, {}, {}, contents=False)
    with pytest.raises(PressroomError, match=r"own/email\.html\.j2:2"):
        frame_mail(page, template, Frame())
