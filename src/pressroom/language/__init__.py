"""Which language a text is in, when nobody says: by its script, frequent words, letters and endings."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from pressroom.language.words import FREQUENT

FALLBACK = "en"
FEW = 40  # words; a guess from fewer may be wrong
_CLEAR = 1.25  # times the score of the second best
# where the words of a text tell so much, and so much more than for any other language, spelling is not asked
_MANY, _FAR = 40.0, 4.0
_LEAST = 2.0  # score, about two function words
_SPELLING = 0.12  # what one nat of a word's spelling counts, against a function word
# those in which reports have words of their own: of languages that are as likely as each other, one of these
_LIKELY = frozenset(("en", "de", "fr", "es", "it", "pt", "nl", "pl"))
_LEAST_USUAL = 0.6  # score that a language which few reports are written in has to make up
_FALLBACK_AHEAD = 0.3  # score that English is ahead where little tells
_LONGEST = 24  # letters of a word that are looked at
_MOST_TRIPLES = 20_000  # of letters, that are kept with what they tell
_TOKEN = re.compile(r"(?:https?://|www\.)\S+|[^\s@]{1,64}@\S+|([^\W\d_]+(?:['’][^\W\d_]+)*)")
# letters that few languages have: each word with one counts for half a function word
_LETTERS = {
    "de": "ßäöü",
    "fr": "çèéêëîïôùûœàâ",
    "es": "ñáéíóú",
    "it": "àèéìòù",
    "pt": "ãõçâêáéíóôú",
    "nl": "ëé",
    "sv": "åäö",
    "da": "æøå",
    "nb": "æøå",
    "fi": "äö",
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňřšťůúýž",
    "sk": "áäčďéíĺľňôŕšťúýž",
    "hu": "áéíóöőúüű",
    "ro": "ăâîșțşţ",
    "tr": "çğıöşü",
    "ca": "àçèéíòú",
    "hr": "čćđšž",
    "sl": "čšž",
    "vi": "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    "et": "äõöü",
    "lv": "āčēģīķļņšūž",
    "lt": "ąčęėįšųūž",
}
# endings that few languages have: a word of six letters or more with one counts for half a function word
_ENDINGS = {
    lang: tuple(endings.split())
    for lang, endings in {
        "en": "ing ings tion ness ment ould ight ship ough ly",
        "de": "ung ungen keit heit lich lichen schaft isch ische ischen chen stein dorf",
        "fr": "eux euse aux ement ique iques aient eront aire aires elle ents ments",
        "es": "ción ciones dad dades mente iento ando iendo aron ieron amos emos erra ía",
        "it": "zione zioni anza enza ando endo ato ata etto iglio nno",
        "pt": "ção ções dade mente ando endo aram ento ões amos emos",
        "nl": "ijk ijke heid heden aar eren ingen tie",
        "sv": "ning ningen het heten arna orna erna ades ligt skap",
        "da": "ning ningen hed heden erne ede lig lige skab eren",
        "nb": "ning ningen het heten ene ede lig lige skap",
        "fi": "ssa ssä sta stä lla llä lle inen isen iden taan tään emme nsa",
        "pl": "ość ości nie nia owy owa owych ego ych ami ski wał",
        "cs": "ost osti ního ování ích ách ský ství ých",
        "hu": "ság ség ban ben nak nek tott tték zárva",
        "ro": "ului ilor ării ație ții ește",
        "tr": "lar ler ları leri ması mesi dır dir yor acak ecek",
    }.items()
}
_SCRIPTS = (
    ("arabic", re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")),
    ("he", re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")),
    ("cyrillic", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
)
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# languages of one script by letters that the others of it do not have, the more telling first
_WITHIN = {
    "zh": (
        (
            "zh-Hant",
            "們國這說時會來對學過開關見長門間車東電話語讀書頭題類體灣發圖館與個為將從區號業機場經濟總議計億萬點鐘",
        ),
    ),
    "arabic": (("ur", "ٹڈڑںےھ"), ("fa", "پچژگکی")),
    "cyrillic": (("uk", "іїєґІЇЄҐ"), ("sr", "ђјљњћџЂЈЉЊЋЏ")),
}
# words of Ukrainian that have none of its letters and are not Russian
_UKRAINIAN = frozenset(
    (
        "що",
        "та",
        "це",
        "з",
        "й",
        "чи",
        "або",
        "але",
        "був",
        "були",
        "було",
        "буде",
        "будуть",
        "він",
        "вона",
        "вони",
        "як",
        "щоб",
        "також",
        "може",
        "можуть",
    )
)
_DEFAULT = {"arabic": "ar", "cyrillic": "ru"}


@dataclass(frozen=True, slots=True)
class Guess:
    """A language by its BCP 47 tag, how many words tell it, and whether another is nearly as likely."""

    lang: str
    words: int
    close: bool

    @property
    def doubtful(self) -> bool:
        """Tell whether somebody should look at it."""
        return self.close or self.words < FEW


_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovene", "sr": "Serbian",
    "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip  # a list of words


def name_language(lang: str) -> str:
    """Return what messages call a language (BCP 47): "" for English, the tag for one without a name here."""
    primary = lang.partition("-")[0].lower()
    return "" if primary == FALLBACK else _NAMES.get(primary, lang)


@lru_cache(maxsize=2)  # asked for by several steps of one report
def guess_language(text: str) -> Guess:
    """Return the language that a text is most likely in; English where nothing tells."""
    words = [word.casefold() for word in _TOKEN.findall(text) if word]
    script = _find_script(text)
    if script == "ru" and not any(letter in "ыэёъ" for letter in text.casefold()):
        # no letter tells, as in "Що знищив вогонь"
        ukrainian = any(word in _UKRAINIAN for word in words)
        return Guess("uk" if ukrainian else script, len(words), close=not ukrainian)
    if script:
        return Guess(script, max(len(words), FEW), close=False)
    counted = Counter(words)
    scores = _score(counted, _weigh_by_words)
    best, second, *others = _rank(scores)
    if scores[best] >= _MANY and scores[best] >= _FAR * scores[second]:
        return Guess(best, len(words), close=False)  # how words are spelt would tell the same
    scores = _score(counted, _weigh)
    best, second, *others = _rank(scores)
    close = scores[best] < _LEAST or scores[best] < _CLEAR * scores[second]
    if close and best not in _LIKELY:
        near = (lang for lang in (second, *others) if scores[best] < _CLEAR * scores[lang])
        best = next((lang for lang in near if lang in _LIKELY), best)
    return Guess(best, len(words), close)


def _find_script(text: str) -> str:
    """Return the language of a text that is mostly in another script than the Latin one, else ""."""
    if text.isascii():
        return ""
    counts = {name: len(letters.findall(text)) for name, letters in _SCRIPTS}
    best = max(counts, key=lambda name: counts[name])
    if counts[best] <= len(_LATIN.findall(text)):
        return ""
    if best == "zh" and counts["ja"] * 10 > counts["zh"]:
        return "ja"
    for lang, letters in _WITHIN.get(best, ()):
        if sum(text.count(letter) for letter in letters) * 50 > counts[best]:
            return lang
    if best == "cyrillic" and not any(letter in text for letter in "ыэёЫЭЁ") and "ъ" in text:
        return "bg"
    return _DEFAULT.get(best, best)


def _rank(scores: Mapping[str, float]) -> list[str]:
    """Return the languages, the likeliest first."""
    return sorted(scores, key=lambda lang: (-scores[lang], lang != FALLBACK, lang))


def _score(words: Counter[str], weigh: Callable[[str], Mapping[str, float]]) -> dict[str, float]:
    scores = {lang: 0.0 if lang in _USUAL else -_LEAST_USUAL for lang in FREQUENT}
    scores[FALLBACK] = _FALLBACK_AHEAD
    for word, count in words.items():
        for lang, weight in weigh(word).items():
            scores[lang] += weight * count
    return scores


_USUAL = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "tr", "hu", "ro")


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for lang, words in FREQUENT.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), lang)
    return found


def _weigh(word: str) -> dict[str, float]:
    """Return how much a word and its spelling tell for each language."""
    found = _weigh_by_words(word)
    for lang, spelling in _spell_all(word[:_LONGEST]).items():
        found[lang] += spelling
    return found


def _weigh_by_words(word: str) -> dict[str, float]:
    """Return how much a word tells for each language: less, the more languages have it."""
    found = dict.fromkeys(FREQUENT, 0.0)
    for part in re.split("['’]", word):
        langs = _languages_of().get(part, ())
        for lang in langs:
            found[lang] += 1 / len(langs)
    for likely in (_find_by_letters(word), _find_by_ending(word)):
        for lang in likely:
            found[lang] += 0.5 / len(likely) ** 0.5
    return found


def _find_by_letters(word: str) -> list[str]:
    """Return the languages that have all the letters of a word which few languages have."""
    if word.isascii():
        return []
    rare = {char for char in word if not char.isascii() and char != "’"}
    return [lang for lang, letters in _LETTERS.items() if rare.issubset(letters)]


def _find_by_ending(word: str) -> list[str]:
    """Return the languages of which a word has an ending that few languages have."""
    return [lang for lang, endings in _ENDINGS.items() if word.endswith(endings)] if len(word) > 5 else []


def _spell_all(word: str) -> dict[str, float]:
    """Return what the spelling of a word tells for each language, nothing where that is least likely."""
    padded = f"  {word} "
    totals = [0.0] * len(FREQUENT)
    for at in range(len(padded) - 2):
        totals = [total + weight for total, weight in zip(totals, _spell(padded[at : at + 3]), strict=True)]
    best = max(totals)
    return {
        lang: max(0.0, 3.0 + value - best) * _SPELLING for lang, value in zip(FREQUENT, totals, strict=True)
    }


# a text has new words on every page, and soon no new triples of letters
@lru_cache(maxsize=_MOST_TRIPLES)
def _spell(triple: str) -> tuple[float, ...]:
    """Return the logarithm of how likely a letter stands behind two others, for each language."""
    return tuple(spelling.weigh(triple) for spelling in _list_spellings())


class _Spelling:
    """How often one letter stands behind two others in the frequent words of a language."""

    def __init__(self, words: list[str]) -> None:
        self.triples: Counter[str] = Counter()
        self.pairs: Counter[str] = Counter()
        self.letters: Counter[str] = Counter("".join(words))
        self.count = sum(self.letters.values()) + 40
        for word in words:
            padded = f"  {word} "
            for at in range(len(padded) - 2):
                self.triples[padded[at : at + 3]] += 1
                self.pairs[padded[at : at + 2]] += 1

    def weigh(self, triple: str) -> float:
        """Return the logarithm of how likely the last of three letters stands behind the others."""
        # by get, since a Counter takes long to say that it has none, and most languages have none
        letter = (self.letters.get(triple[2], 0) + 0.2) / self.count
        return math.log((self.triples.get(triple, 0) + 3 * letter) / (self.pairs.get(triple[:2], 0) + 3))


@cache
def _list_spellings() -> tuple[_Spelling, ...]:
    return tuple(_Spelling(words.split()) for words in FREQUENT.values())
