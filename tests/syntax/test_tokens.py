"""Sentences with the tokens that they are cut into, a space between two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.syntax.tokens import find_tokens

CASES = [
    ("en", "It didn't pay £68m (41,350 people).", "It did n't pay £68m ( 41,350 people ) ."),
    ("en", "The U.S. total of US$5bn rose 4.9%.", "The U.S. total of US$5bn rose 4.9% ."),
    ("en", "A fruit-grower's part-time job at minus-30.", "A fruit-grower 's part-time job at minus-30 ."),
    ("en", "He lives in the U.S.", "He lives in the U.S."),
    ("en", "On Jan. 5 it fell. She left.", "On Jan. 5 it fell . She left ."),
    ("en", "See https://example.org/a?b=1, or write.", "See https://example.org/a?b=1 , or write ."),
    ("en", "It opens at 10.30am for A$20.", "It opens at 10.30am for A$20 ."),
    ("en", "Of the 12 100 were new", "Of the 12 100 were new"),
    ("de", "Am 20. Juli waren es 1.200 Mio. Euro.", "Am 20. Juli waren es 1.200 Mio. Euro ."),
    ("de", "Das sind z.B. 3,5 % mehr.", "Das sind z.B. 3,5 % mehr ."),
    ("fr", "L'usine n'a-t-elle rien vendu ?", "L' usine n' a -t-elle rien vendu ?"),
    ("fr", "Aujourd’hui, dit-il, c’est jusqu’à 5 %.", "Aujourd’hui , dit -il , c’ est jusqu’ à 5 % ."),
    ("es", "El Sr. Ruiz pagó «poco» en EE. UU.", "El Sr. Ruiz pagó « poco » en EE. UU ."),
]


@pytest.mark.parametrize(("lang", "text", "tokens"), CASES, ids=[case[1] for case in CASES])
def test_a_sentence_is_cut(lang, text, tokens):
    assert " ".join(text[begin:end] for begin, end in find_tokens(text, lang)) == tokens


def test_a_number_with_spaces_is_one_token():
    text = "Près de 41 350 unités"
    assert [text[begin:end] for begin, end in find_tokens(text, "fr")] == ["Près", "de", "41 350", "unités"]


@given(st.text(max_size=80), st.sampled_from(["en", "de", "fr", "es"]))
def test_tokens_cover_all_but_white_space_in_order(text, lang):
    spans = find_tokens(text, lang)
    last = 0
    for begin, end in spans:
        assert last <= begin < end
        assert not text[last:begin].strip()
        assert text[begin:end].strip()
        last = end
    assert not text[last:].strip()
