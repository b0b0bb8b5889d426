"""English: number words, and how words are written."""

from __future__ import annotations

from pressroom.numbers.languages.form import (
    NumeralWords,
    SpellingWords,
)
from pressroom.numbers.languages.lists import listed, values, words

_ONES = listed("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
""")
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
_SMALL: dict[str, float] = {word: value for value, word in enumerate(_ONES)}
_SMALL |= {word: 10 * value for value, word in enumerate(_TENS, 2)}
_PARTS = listed("third fourth fifth sixth seventh eighth ninth tenth")


NUMERALS = NumeralWords(
    decimal=".",
    grouping=",",
    small=_SMALL,
    hundred=words("hundred"),
    scales=values("""
        thousand=1e3 million=1e6 billion=1e9 trillion=1e12 quadrillion=1e15 mn=1e6 mln=1e6 mio=1e6 mil=1e6
        bn=1e9 bln=1e9 tn=1e12 trn=1e12 lakh=1e5 lakhs=1e5 crore=1e7 crores=1e7 dozen=12
    """),
    fractions={word: value for value, word in enumerate(_PARTS, 3)}
    | {f"{word}s": value for value, word in enumerate(_PARTS, 3)}
    | values("""
        quarter=4 quarters=4 halves=2 half=2 hundredth=100 hundredths=100 thousandth=1000
    """),
    half=words("half"),
    and_words=words("and &"),
    articles=words("a an"),
    halving=words("than nearly about almost over under around roughly"),
    whole=words("of the its their his her our majority"),
    one=words("one"),
    several=words("several many few"),
    vague=words("dozens scores hundreds thousands millions billions trillions tens"),
    of=words("of"),
    before_part=words("by than"),
    predicates=words("is are were have said say voted agreed"),
    fold="fold",
    factors=words("factor_of"),
    point="point",
)

SPELLING = SpellingWords(
    single_letters=words("I A"),
    contractions=words("s t re ve ll clock"),
    abbreviations=words("""
        Mr Mrs Ms Dr Prof St Sen Rep Gov Gen Col Lt Capt Sgt No Nos vs e.g i.e approx ca cf Jr Sr Inc Ltd Co
        Corp al fig figs Fig Figs vol Vol p pp ch sec para paras est Jan Feb Mar Apr Jun Jul Aug Sep Sept
        Oct Nov Dec Rs op art Art
    """),
    before_digits=words("no nos"),
    percent=words("percent per_cent"),
    phones=words("tel phone call hotline helpline"),
    dialling=words("call calling dial dialling ring caller_to callers_to calls_to"),
    commands=words("exit"),
    citations=words("et_al."),
    groups=words("Group_of Big_of Committee_of Gang_of"),
    courses=words("course"),
    digit_idioms=("24[/-]7", "9/11", "7/7", "50[-/]50", "20/20", "360 ?degrees? view"),
)
