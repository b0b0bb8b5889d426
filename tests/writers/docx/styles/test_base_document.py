"""The brand's base document."""

from __future__ import annotations

import pytest
from lxml import etree

from pressroom.writers.docx.package.sections import make_paper
from pressroom.writers.docx.styles.base_document import make_base_document
from tests.making import BRAND
from tests.writers.docx.opened import W, parts

LANGUAGES = [("en-GB", False), ("ar", True)]


@pytest.mark.parametrize(("lang", "rtl"), LANGUAGES)
def test_all_text_reads_in_the_direction_of_its_language(lang: str, rtl: bool) -> None:
    styles = etree.fromstring(
        parts(make_base_document(BRAND, make_paper("A4"), lang, rtl=rtl))["word/styles.xml"]
    )
    (default,) = (
        style for style in styles if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") == "1"
    )
    assert (default.find(f"{W}pPr/{W}bidi") is not None) == rtl


@pytest.mark.parametrize(("lang", "rtl"), LANGUAGES)
def test_no_part_has_words_between_its_elements(lang: str, rtl: bool) -> None:
    files = parts(make_base_document(BRAND, make_paper("A4"), lang, rtl=rtl))
    for name, data in files.items():
        root = etree.fromstring(data)
        stray = [node.text for node in root.iter() if len(node)] + [node.tail for node in root.iter()]
        assert not "".join(text or "" for text in stray).strip(), name


def test_the_recipient_of_a_letter_stands_in_the_window_without_a_frame() -> None:
    files = parts(make_base_document(BRAND, make_paper("A4"), "en-GB", rtl=False))
    styles = etree.fromstring(files["word/styles.xml"])
    (recipient,) = (style for style in styles if style.find(f"{W}name[@{W}val='Recipient']") is not None)
    looks = recipient.find(f"{W}pPr")
    assert looks is not None
    assert looks.find(f"{W}framePr") is None  # which falls apart where the text is edited
    # the room above is that of the first line alone
    assert looks.find(f"{W}contextualSpacing") is not None
    spacing = looks.find(f"{W}spacing")
    assert spacing is not None
    assert int(spacing.get(f"{W}before", "0")) > 1000
