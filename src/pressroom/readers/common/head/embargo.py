"""The words of an embargo: "Embargoed until 6 a.m. on 5 May 2026", as a line of its own or in a sentence.

A line that only speaks of an embargo, on oil or on arms, is none. Where a line may be either, it is one: a
paper that is held without need does less harm than one that goes out too early.
"""

from __future__ import annotations

import re

from pressroom.readers.common.head.words import PRESS

LONGEST = 160  # characters of a line that says no more than this
_SEPARATED = re.compile(r"\s+(?:[|·•–—]|-{1,2}|//?)\s+|\s*[|·•—]\s*")
_WORDS = re.compile(  # in small letters: without IGNORECASE the first letter of each is looked for at once
    r"embarg|gesperrt|sperr|veröffentlich|verwendung|freigabe|frei(?:gegeben)? |publi|diffus|difu|releas"
    r"|broadcast|exploitation|pubblic|divulg|verspreid|publik|ембарго|публік|оприлюдн|النشر|ينشر|אמברגו|לפרסום"
    r"|发布|發布|发表|發表|公开|公開|报道|報導|禁发|禁發|解禁|報道|公表|エンバーゴ|엠바고|보도"
)
# the same lines in the other languages of reports
_OTHERS = (
    r"(?:sotto )?embargo fino (?:a|al|alle|all['’])(?=.*\d).{2,80}"
    r"|(?:da )?non (?:pubblicare|diffondere|divulgare) prima\b.{2,80}"
    r"|(?:sob )?embargo até(?=.*\d).{2,80}|não (?:publicar|divulgar) antes\b.{2,80}"
    r"|(?:onder )?embargo tot(?=.*\d).{2,80}|niet (?:publiceren|verspreiden) (?:voor|vóór)\b.{2,80}"
    r"|embargo do(?=.*\d).{2,80}|(?:nie publikować przed|zakaz publikacji (?:do|przed))\b.{2,80}"
    r"|ембарго до\b.{2,80}|не (?:публікувати|оприлюднювати|для публікації) до\b.{2,80}"
    r"|(?:محظور|حظر|يحظر|ممنوع|يمنع) النشر (?:حتى|قبل).{2,80}|لا ينشر قبل.{2,80}"
    r"|(?:תחת )?אמברגו עד.{2,80}|(?:אסור|לא) לפרסום (?:עד|לפני).{2,80}"
    r"|.{2,50}(?:之前|前)(?:不得|请勿|請勿|禁止|严禁|嚴禁)(?:对外|對外)?(?:发布|發布|发表|發表|公开|公開|报道|報導)"
    r"|(?:禁发|禁發|解禁)(?:期|至|时间|時間)?\s*[:：]?(?=.*\d).{2,50}"
    r"|(?:報道|情報)?解禁(?:日時?|時間)?\s*[:：]?(?=.*\d).{2,50}"
    r"|エンバーゴ\s*[:：]?(?=.*\d).{2,50}"
    r"|.{2,50}(?:まで|以前の)(?:報道|公表|公開)(?:は)?(?:禁止|厳禁|お控えください)"
    r"|엠바고\s*[:：]?(?=.*\d).{2,60}"
    r"|보도 ?(?:시점|일시|제한)\s*[:：]?(?=.*\d).{2,60}|(?=.*\d).{2,50}(?:이후|부터) 보도.{0,20}"
)
_UNTIL = (
    r"(?:(?:un)?till?|before|prior to|to|for|bis|vor|ab|jusqu['’]?\w*|avant|hasta|antes(?: del?)?)"
    r"(?=\W|$)"
)
_STRICT = r"(?:strict(?:ly|es|e)?|strikt(?:es?)?|press(?:e)?-?|media|news|estricto|informativo|de presse)"
_EMBARGO = (
    rf"(?:(?:under|unter|sous|bajo) (?:{_STRICT} ?)?|{_STRICT} ?)?embargo(?: {_STRICT})?"
    r"|sperr(?:frist|vermerk|zeit|e)"
)
_EMBARGOED = rf"(?:(?:{_STRICT} )?(?:embargoed|under (?:{_STRICT} )?embargo|embargad[oa]s?))"
_PUBLISHED = (
    r"(?:publication|publish(?:ed)?|releas(?:ed?|ing)|broadcast(?:ing)?|use|distribution|circulation|print"
    r"|transmission|quot(?:ed|ation))"
)
_GERMAN = r"(?:veröffentlich(?:en|t|ung)|verwend(?:en|et|ung)|freigegeben|frei|publizier(?:en|t)|senden)"
_FRENCH = r"(?:publi(?:er|ée?s?|cation)|diffus(?:er|ée?s?|ion)|utilis(?:er|ation)|communiqu(?:er|ée?s?))"
_SPANISH = r"(?:publi(?:car|cación|cado|cada)|difu(?:ndir|sión|ndido)|uso|divulgar)"
# "Embargo: noon", "Embargoed until the speech", "EMBARGO 5 May", and not "Embargo on arms to Marn"
_LINE = re.compile(
    rf"(?:{_EMBARGO})(?:\s*[:–—-]\s*.{{1,80}}|,?\s+(?:{_UNTIL}(?=.*\d)|(?!\d{{4}}$)\d).{{1,80}})?"
    rf"|(?:{_EMBARGOED}|(?:{_STRICT} )?gesperrt(?=.*\d))(?:(?:\s*:|,?\s{_UNTIL}).{{1,80}})?"
    rf"|(?:strictly )?(?:not (?:for|to be)|do not|no|hold for|may not be) {_PUBLISHED}\b.{{0,50}}?"
    r"\b(?:before|until|till|prior to)\b.{2,60}"
    r"|hold (?:for release )?(?:until|till)\b.{2,60}"
    r"|(?:please|bitte|merci de|prière de|se ruega|por favor)\b.{1,40}\b(?:embargo|sperrfrist)\b(?=.*\d)"
    r".{2,80}"
    rf"|(?:not )?for {_PUBLISHED}(?: (?:and|or) {_PUBLISHED})?"
    r"(?:\s*:|,)?\s(?!immediate)(?:(?:only )?(?:on|at|after|from|not before)\b)?(?=.*\d).{2,60}"
    rf"|(?:(?:bitte )?(?:nicht|keine)\b.{{0,30}}\bvor(?: dem| der)?\b(?=.*\d).{{2,50}}\b{_GERMAN}"
    rf"|(?:bitte )?(?:nicht|keine)\b.{{0,20}}\b{_GERMAN}.{{0,10}}\bvor\b(?=.*\d).{{2,60}}"
    r"|(?:zur )?(?:veröffentlichung|verwendung|publikation|freigabe|freigegeben|frei)"
    r"(?: (?:erst|frühestens))?(?:\s*:| (?:ab|zum|am))"
    r"(?: dem)? (?:\w+tag,? (?:dem |den )?|mittwoch,? )?\d.{0,50})"
    rf"|(?:à )?(?:ne pas|pas de|ne peut être|aucune) {_FRENCH}(?: .{{0,30}}?)? ?"
    r"(?:avant|jusqu['’]\w*)\b.{2,60}"
    rf"|{_FRENCH}(?: et {_FRENCH})? (?:interdite?s?|autorisée?s?|possible) .{{2,70}}"
    rf"|(?:prohibid[oa]|no|sin)(?: su| la)? {_SPANISH}(?: .{{0,30}}?)? (?:antes|hasta)\b.{{2,60}}"
    rf"|{_OTHERS}",
    re.IGNORECASE,
)
_PAPER = (
    r"(?:release|statement|report|document|information|text|paper|contents?|material|briefing|study|figures"
    r"|note|speech|mitteilung|pressemitteilung|meldung|bericht|dokument|angaben|informationen|inhalte?|studie"
    r"|unterlagen|rede|communiqué|document|texte|rapport|informations|étude|dossier|discours|comunicado|nota"
    r"|informe|documento|texto|información|estudio|discurso)"
)
# "This release is embargoed until …", "Dieser Text ist bis zum 5. Mai gesperrt"
_SENTENCE = re.compile(
    rf"\b{_PAPER}(?: (?:de presse|de prensa|above|below|contained|herein|hereof|on this page)){{0,2}}"
    r" (?:is|are|remains?|stays?|ist|sind|bleib(?:t|en)|steht|est|sont|reste(?:nt)?|está|están|queda(?:n)?"
    r"|must|may|should|can|darf|dürfen|ne (?:peut|peuvent|doit|doivent)|no (?:puede|pueden|debe|deben))\b"
    rf".{{0,40}}?(?:{_EMBARGOED}.{{0,20}}?{_UNTIL}|(?:unter|sous|bajo)(?: {_STRICT})? embargo"
    rf"|gesperrt|not (?:to )?be {_PUBLISHED}\b.{{0,30}}?(?:before|until|till)"
    rf"|(?:nicht|erst|frühestens)\b(?=.*\d).{{0,40}}?{_GERMAN}"
    rf"|(?:pas )?être {_FRENCH}.{{0,20}} avant|{_SPANISH}.{{0,20}} (?:antes|hasta))",
    re.IGNORECASE,
)
_AHEAD = re.compile(rf"{_EMBARGOED}(?:\s*:|,?\s{_UNTIL})(?=.*\d)", re.IGNORECASE)
# as in "Embargoed until 5 May: Port opens a second dock"
_OVER_HEADLINE = re.compile(r"\d[^:]*:\s+\D{12,}$")
_BRACKETED = re.compile(r"[(\[](?P<words>[^()\[\]]{6,160})[)\]]\.?$")
_STOP = re.compile(r"(?:(?<=[^\W\d_]{3}[.!])|(?<=\d{4}[.!]))\s+(?=\w)")
_BEHIND_KIND = re.compile(r"(?P<kind>[^,(\[]{4,60}?)(?:,\s*|\s*[(\[])(?P<more>[^()\[\]]+?)[)\]]?")
_EDGES = "[](){}<>*_#=~!–—- \t"


def split_parts(line: str) -> tuple[str, ...]:
    """Return the parts of a line that bars, dots or dashes separate: "MEDIA ADVISORY – EMBARGOED".

    Behind the kind of a paper a comma or a bracket does, too: "Press release, embargoed until 5 May".
    """
    behind = _BEHIND_KIND.fullmatch(line)
    if behind and PRESS.fullmatch(behind["kind"]):
        return behind["kind"], behind["more"]
    return tuple(part for each in _SEPARATED.split(line) if (part := each.strip(_EDGES)))


def is_embargo_line(line: str) -> bool:
    """Tell whether a line says until when the paper is embargoed, and nothing else."""
    plain = _tidy(line)
    if not 0 < len(plain) <= LONGEST or not _WORDS.search(plain.lower()):
        return False
    return bool(_LINE.fullmatch(plain)) and not (_AHEAD.match(plain) and _OVER_HEADLINE.search(plain))


def find_embargo(line: str) -> str:
    """Return the words of an embargo that a line says, as a whole or in one of its parts; "" for none."""
    plain = _tidy(line)
    if not plain or not _WORDS.search(plain.lower()):
        return ""
    if len(plain) <= LONGEST and _LINE.fullmatch(plain):
        return plain
    if len(plain) <= LONGEST:
        for part in split_parts(plain):
            if _LINE.fullmatch(part):
                return part
    bracketed = _BRACKETED.search(line.strip())
    if bracketed and _LINE.fullmatch(bracketed["words"]):
        return bracketed["words"]
    return _find_in_sentences(plain)


def _tidy(line: str) -> str:
    """Return a line without what stands round its words; a full stop stays behind "a.m."."""
    plain = line.strip(_EDGES)
    return plain if _HALF.search(plain) else plain.rstrip(".,;")


_HALF = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)


def _find_in_sentences(text: str) -> str:
    """Return the first sentence that says that the paper itself is embargoed."""
    for sentence in _STOP.split(text):
        if len(sentence) <= 2 * LONGEST and (_AHEAD.match(sentence) or _SENTENCE.search(sentence)):
            return sentence.strip(_EDGES)
    return ""


_DAY = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\s?\d{1,2}[./]|\d{1,2}(?:st|nd|rd|th|er|\.|º)?(?: of| de)? [^\W\d_]{3,}"
    r"|[^\W\d_]{3,} \d{1,2}\b|\d{1,2}[:.h]\d{2}|\d{1,2} ?(?:[ap]\.?m\b|h\b)"
    r"|\d\s?[年月日時时點点년월일시]|[一二三四五六七八九十〇]{1,4}[年月日]",
    re.IGNORECASE,
)
_BARE = re.compile(_EMBARGO, re.IGNORECASE)


def tells_time(embargo: str) -> bool:
    """Tell whether the words of an embargo hold a day or an hour, and not only that there is one."""
    return _DAY.search(embargo) is not None


def is_bare(line: str) -> bool:
    """Tell whether a line is no more than the word: "Embargo", "Sperrfrist:"."""
    return _BARE.fullmatch(line.strip(_EDGES).rstrip(":")) is not None
