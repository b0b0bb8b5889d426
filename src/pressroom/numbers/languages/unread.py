"""Words of doubt ahead of numbers in languages that are not read: a number that an editor pins keeps its own.

In Chinese and Japanese each letter is a word of a phrase, since no blanks part them.
"""

from __future__ import annotations

from collections.abc import Mapping

from pressroom.numbers.languages.form import QualifierWords
from pressroom.numbers.languages.lists import meanings


def _doubts(**phrases: str) -> QualifierWords:
    return QualifierWords(before=meanings(**phrases), after={})


QUALIFIERS: Mapping[str, QualifierWords] = {
    "it": _doubts(
        over="più_di oltre",
        under="meno_di",
        at_least="almeno",
        at_most="fino_a al_massimo",
        about="circa quasi_circa intorno_a",
        nearly="quasi",
    ),
    "pt": _doubts(
        over="mais_de acima_de",
        under="menos_de",
        at_least="pelo_menos ao_menos",
        at_most="até no_máximo",
        about="cerca_de aproximadamente",
        nearly="quase",
    ),
    "nl": _doubts(
        over="meer_dan ruim",
        under="minder_dan",
        at_least="ten_minste minstens zeker",
        at_most="hoogstens maximaal",
        about="ongeveer circa zo’n zo'n",
        nearly="bijna",
    ),
    "pl": _doubts(
        over="ponad powyżej więcej_niż",
        under="poniżej mniej_niż",
        at_least="co_najmniej przynajmniej",
        at_most="najwyżej co_najwyżej",
        about="około mniej_więcej",
        nearly="prawie niemal blisko",
    ),
    "uk": _doubts(
        over="понад більше_ніж більш_ніж",
        under="менше_ніж менш_ніж",
        at_least="щонайменше принаймні",
        at_most="щонайбільше не_більше_ніж",
        about="близько приблизно",
        nearly="майже",
    ),
    "ar": _doubts(
        over="أكثر_من ما_يزيد_على",
        under="أقل_من",
        at_least="ما_لا_يقل_عن",
        at_most="ما_لا_يزيد_على حتى",
        about="نحو حوالي زهاء",
        nearly="ما_يقرب_من قرابة",
    ),
    # a word of one letter is joined to its number by a hyphen, "כ-450", or by the sign for it, "כ־450"
    "he": _doubts(
        over="יותר_מ_- יותר_מ_־ למעלה_מ_- למעלה_מ_־",
        under="פחות_מ_- פחות_מ_־",
        at_least="לפחות",
        at_most="עד לכל_היותר",
        about="בערך כ_- כ_־",
        nearly="כמעט",
    ),
    "zh": _doubts(
        over="超_过 逾",
        under="不_到 不_足",
        at_least="至_少 最_少",
        at_most="至_多 最_多",
        about="约 大_约",
        nearly="近 将_近",
    ),
    "ja": _doubts(at_most="最_大", about="約 お_よ_そ", nearly="ほ_ぼ"),
    "ko": _doubts(at_least="최소", at_most="최대", about="약 대략", nearly="거의"),
}
