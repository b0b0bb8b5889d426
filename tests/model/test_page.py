import pickle
from dataclasses import replace

import pytest

from pressroom.model import page as pages
from pressroom.model.page import PageTree
from tests.writers.docx.pages import page


@pytest.fixture
def parsed(monkeypatch):
    texts = []
    parse_html = pages.parse_html
    monkeypatch.setattr(pages, "parse_html", lambda text: texts.append(text) or parse_html(text))
    return texts


def test_a_tree_is_parsed_once_and_each_copy_is_the_caller_s_own(parsed):
    tree = PageTree("<html><body><p>One</p></body></html>")
    assert parsed == []
    first, second = tree.copy(), tree.copy()
    first.find(".//p").text = "changed"
    assert second.find(".//p").text == tree.root.find(".//p").text == "One"
    assert len(parsed) == 1


def test_a_page_with_another_style_sheet_has_the_same_tree(parsed):
    one = page("<p>One</p>")
    other = replace(one, css="p{}")
    assert one.tree.root is other.tree.root
    assert len(parsed) == 1


def test_characters_that_no_output_can_hold_are_replaced_in_text_and_attributes():
    root = PageTree("<html><body><p title='a\x01b'>a\x02b\x0fc\x00d&#4;e\ufffff</p></body></html>").root
    paragraph = root.find(".//p")
    assert paragraph.text == "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf"
    assert paragraph.get("title") == "a\ufffdb"


def test_comments_and_letters_outside_of_unicode_come_through():
    root = PageTree("<html><body><!--[if mso]>x<![endif]--><p>a\ud800b ﬁ 𝒳</p></body></html>").root
    assert [each.text for each in root.iter() if not isinstance(each.tag, str)] == ["[if mso]>x<![endif]"]
    assert root.find(".//p").text == "a\ufffdb ﬁ 𝒳"


def test_a_tree_goes_to_another_process_as_its_text():
    tree = PageTree("<p>One</p>")
    assert tree.root is not None
    again = pickle.loads(pickle.dumps(tree))
    assert again == tree
    assert hash(again) == hash(tree)
    assert again != PageTree("<p>Two</p>")
