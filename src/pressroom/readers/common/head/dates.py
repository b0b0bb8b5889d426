"""Dates as people write them, to ISO 8601."""

from __future__ import annotations

import re

_NAMES = (
    "january|jan|januar|janvier|enero|gennaio|januari|janeiro|stycznia|styczeń|січня"
    "|يناير|كانون الثاني|ינואר",
    "february|feb|februar|février|fevrier|febrero|febbraio|februari|fevereiro|lutego|luty|лютого"
    "|فبراير|شباط|פברואר",
    "march|mar|märz|maerz|mars|marzo|maart|março|marca|marzec|березня|مارس|آذار|מרץ|מרס",
    "april|apr|avril|abril|aprile|kwietnia|kwiecień|квітня|أبريل|ابريل|نيسان|אפריל",
    "may|mai|mayo|maggio|mei|maio|maja|maj|травня|مايو|أيار|ايار|מאי",
    "june|jun|juni|juin|junio|giugno|junho|czerwca|czerwiec|червня|يونيو|حزيران|יוני",
    "july|jul|juli|juillet|julio|luglio|julho|lipca|lipiec|липня|يوليو|تموز|יולי",
    "august|aug|août|aout|agosto|augustus|sierpnia|sierpień|серпня|أغسطس|اغسطس|آب|אוגוסט",
    "september|sep|sept|septembre|septiembre|settembre|setembro|września|wrzesień|вересня|سبتمبر|أيلول|ايلول|ספטמבר",
    "october|oct|oktober|okt|octobre|octubre|ottobre|outubro|października|październik|жовтня|أكتوبر|اكتوبر"
    "|تشرين الأول|אוקטובר",
    "november|nov|novembre|noviembre|novembro|listopada|listopad|листопада|نوفمبر|تشرين الثاني|נובמבר",
    "december|dec|dezember|dez|décembre|decembre|diciembre|dicembre|dezembro|grudnia|grudzień|грудня|ديسمبر"
    "|كانون الأول|דצמבר",
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split("|")}
_NAME = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|(?:segunda|terça|quarta|quinta|sexta)-feira|sábado|domingo"
    r"|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela"
    r"|понеділок|вівторок|середа|четвер|п[’']ятниця|субота|неділя"
    r"|(?:يوم )?(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد)"
    r"|יום (?:ראשון|שני|שלישי|רביעי|חמישי|שישי)|שבת)[,،]?\s+"
)
_ISO = r"(?P<y1>\d{4})-(?P<m1>\d{2})(?:-(?P<d1>\d{2}))?"
_DAY_FIRST = (
    rf"(?:(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s+(?:of\s+|de\s+|ב-?)?)?"
    rf"(?P<m2>{_NAME})\.?,?\s+(?:de\s+)?(?P<y2>\d{{4}})(?:\s+(?:r\.|roku|року|р\.)|(?=\W|$))"
)
_MONTH_FIRST = rf"(?P<m3>{_NAME})\.?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{{4}})"
_DOTTED = r"(?P<d4>\d{1,2})\.\s?(?P<m4>\d{1,2})\.\s?(?P<y4>\d{4})"
# "2026年5月3日（日）", "2026년 5월 3일 일요일"
_COUNTED = r"(?P<y5>\d{4})\s?[年년]\s?(?P<m5>\d{1,2})\s?[月월](?:\s?(?P<d5>\d{1,2})\s?[日日号號일])?"
# "二〇二六年三月五日", "令和8年3月5日", "令和元年五月", "中華民國115年3月5日"
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911}
_HAN_DIGITS = {
    sign: number for number, signs in enumerate(("〇零○", *"一二三四五六七八九")) for sign in signs
}
_ONES, _DIGITS = "一二三四五六七八九十", "".join(_HAN_DIGITS)
_WRITTEN = (
    rf"(?:(?P<era>{'|'.join(_ERAS)})\s?(?P<y6>元|\d{{1,3}}|[{_DIGITS}十百]{{1,5}})|(?P<y7>[{_DIGITS}]{{4}}))\s?年"
    rf"\s?(?P<m6>\d{{1,2}}|[{_ONES}]{{1,2}})\s?月(?:\s?(?P<d6>\d{{1,2}}|[廿卅{_ONES}]{{1,3}})\s?[日号號])?"
)
_DAY_BEHIND = (
    r"(?:\s?[（(][^\d\s（）()]{1,4}[）)]|\s?(?:星期|周|週|礼拜)[一二三四五六日天]|\s?[月火水木金土日]曜日"
    r"|\s?[월화수목금토일]요일)?"
)
DATE = re.compile(
    rf"(?:{_WEEKDAY})?(?:{_ISO}|{_MONTH_FIRST}|{_DAY_FIRST}|{_DOTTED}|(?:{_COUNTED}|{_WRITTEN}){_DAY_BEHIND})",
    re.IGNORECASE,
)
# what the name of a place begins with: a capital, or a letter of a script that has none
CAPITAL = "A-ZÀ-ÞŁŚŹŻĆŃÓŠŽČĐŐŰİА-ЯЀ-ЏҐ\u05d0-\u05ea\u0621-\u064a\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"


_PARTICLE = r"(?:am|an|auf|bei|da|de|del|der|di|do|in|la|le|les|of|sur|upon)"
_PLACE = rf"[{CAPITAL}][\w.'’-]+(?:[ ,،/]+(?:[{CAPITAL}(][\w.'’()-]*|{_PARTICLE}\b)){{0,7}}"
# "/PRNewswire/", "(Business Wire)", "(BFS)": the agency that carries a release, beside its place and day
_AGENCY = r"(?:/[^/\n]{2,40}/|\([^()\n]{2,40}\))"
# "LEEDS, 4 June 2026 – …" at the head of a release; "… held on 12 May 2026" under the title of minutes
_OPENING = re.compile(
    rf"(?!(?:On|Since|By|From|Until|Before|After)\b){_PLACE}[,،，、]?\s*(?:[–—―-]+\s*)?(?:{_AGENCY}\s*[–—-]+\s*|\s|(?<=[，、]))"
    rf"\(?(?P<date>(?i:{DATE.pattern}))(?!-?\d)\)?\s*(?:{_AGENCY}\s*)?(?:[–—―:：＝-]|\.\s[–—-])"
)
_HELD = re.compile(
    r".{0,120}?\b(?:held|meeting,?|dated?:?|published|issued|adopted|sitting|sitzung|vom|séance|reunión)\s+"
    rf"(?:(?:in|at|im|à|en)\s[^\d\n]{{2,60}}?\s)?(?:(?:on|of|am|du|del)\s+)?(?P<date>{DATE.pattern})",
    re.IGNORECASE,
)
_BRACKETED = re.compile(rf"[(\[](?P<date>{DATE.pattern})[)\]]", re.IGNORECASE)
_YEAR = re.compile(rf"\d{{4}}|[{_DIGITS}]{{4}}年|(?:{'|'.join(_ERAS)})")


def opens_with_date(line: str) -> bool:
    """Tell whether a line begins with a place and a day: "LEEDS, 4 June 2026 – …"."""
    return bool(_YEAR.search(line) and _OPENING.match(line))


def find_document_date(line: str, *, is_head: bool) -> str:
    """Return the date that a line among the first of a text gives its document, "" for none.

    Running text names the days of many things; only a line of the head (``is_head``) may have its date
    behind other words than a place.
    """
    if not _YEAR.search(line):
        return ""
    found = _OPENING.match(line) or ((_HELD.match(line) or _BRACKETED.fullmatch(line)) if is_head else None)
    return found["date"] if found else ""


def parse_date(text: str) -> str:
    """Return the first date of a text as "2024-05-03" or "2024-05", "" if none is certain."""
    found = DATE.search(text)
    if found is None:
        return ""
    year, month, day = next(
        (int(found[f"y{each}"]), _read_month(found[f"m{each}"]), int(found[f"d{each}"] or 0))
        if each != "6"
        else _read_written(found)
        for each in "123456"
        if found[f"m{each}"]
    )
    if not 1 <= month <= 12 or day > 31:
        return ""
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"


def _read_month(text: str) -> int:
    return int(text) if text.isdecimal() else _MONTHS[text.lower()]


def _read_written(found: re.Match[str]) -> tuple[int, int, int]:
    """Return year, month and day of a date in the numerals or by the eras of East Asia."""
    year = _ERAS[found["era"]] + _read_numeral(found["y6"]) if found["era"] else _read_numeral(found["y7"])
    return year, _read_numeral(found["m6"]), _read_numeral(found["d6"] or "")


def _read_numeral(text: str) -> int:
    """Return what a numeral says: digits of any script, "二〇二六", "十二", "廿一", "元" (the first)."""
    if text.isdecimal() or text in ("", "元"):
        return int(text or 0) if text != "元" else 1
    whole, digits = 0, 0
    for sign in text.replace("廿", "二十").replace("卅", "三十"):
        if sign in "十百":
            whole, digits = whole + (digits or 1) * (100 if sign == "百" else 10), 0
        else:
            digits = digits * 10 + _HAN_DIGITS[sign]
    return whole + digits
