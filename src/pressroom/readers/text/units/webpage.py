# ruff: noqa: E501 - patterns read better unbroken
"""What a web page leaves round its text when it is copied whole: menus, cookie and share lines, further stories."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pressroom.readers.text.lines.lines import Lines

WEB_LINE = "line of a web page, not of its text"
# kinds of lines, by what they are; a text with lines of several kinds was copied from a page
_KINDS = {
    "skip": r"(?:skip to (?:main )?(?:content|navigation)|jump to (?:content|navigation|search)|zum (?:haupt)?inhalt springen"
    r"|aller au contenu(?: principal)?|(?:ir|saltar) al contenido(?: principal)?)",
    "cookies": r"(?:we value your privacy|cookies on .{3,40}|(?:accept|reject|allow) (?:additional|optional|essential|analytics) cookies|(?:accept|reject|allow|decline)(?: all)?(?: cookies)?|(?:manage|cookie) (?:preferences|settings|options|policy|notice)"
    r"|(?=.{0,400}\bcookies?\b)(?:we|this (?:web)?site|our|by)\b.{10,400}|alle (?:akzeptieren|ablehnen)|(?:cookie-?)?einstellungen|tout (?:accepter|refuser)"
    r"|(?:aceptar|rechazar) todo|(?=.{0,400}\bcookies\b)(?:wir|nous|utilizamos|ce site|diese (?:web(?:site|seite)|seite))\b.{10,400})",
    "menu": r"(?:(?:main )?menu|search|subscribe|sign up|register|abonnieren|s['’]abonner|registrieren|log ?in|sign in|(?:open|close|toggle) (?:main )?menu|menü|suche|anmelden|rechercher|buscar|iniciar sesión)",
    "path": r"\w[\w &'’-]{0,30}(?:\s*[>›»/]\s*\w[\w &'’-]{0,40}){1,5}",
    "share": r"(?:share(?: this(?: (?:article|page|story))?)?|tweet|share on .{2,20}|facebook|twitter|x|whatsapp|linkedin|e-?mail|copy link|print(?: this page)?|save|follow us|reddit|pinterest|telegram"
    r"|drucken|teilen|artikel teilen|seite (?:teilen|drucken)|partager(?: (?:la page|l['’]article))?|imprimer(?: la page)?|compartir|link kopieren|copier le lien|copiar enlace)",
    "picture": r"(?:getty images|pa media|reuters|afp|epa|alamy|shutterstock|istock|dpa|picture alliance|imago)\b[^.!?]{0,80}",
    "advertisement": r"(?:advertisement|ad|sponsored|anzeige|werbung|publicité|publicidad)",
    "more": r"(?:read more|read also|see also|related|more on this|lesen sie auch|mehr zum thema|lire aussi|lee también)\s*:.{3,200}",
    "updated": r"stand: .{4,24}\d{4}|(?:(?:updated|published|posted)\s+)?\d{1,2}\s+(?:minutes?|hours?|days?)\s+ago|(?:reading time|lesezeit|temps de lecture|tiempo de lectura):?.{1,20}|\d{1,2} min(?:ute)?s? (?:read|lesezeit|de lecture|de lectura)",
    "related": r"(?:related (?:topics|articles|stories|content)|more on this story|more from .{2,30}|most (?:read|popular)|you (?:may|might) also like"
    r"|recommended(?: for you)?|mehr zum thema|das könnte sie auch interessieren|sur le même sujet|te puede interesar)",
    "letter": r"(?:[^.]{5,70}\b(?:inbox|newsletter|posteingang|boîte mail|correo)\b[^.]{0,50}\.?|sign up (?:for|to) .{3,60}|enter your e-?mail(?: address)?|subscribe(?: now)?(?: for .{5,40})?|newsletter(?: abonnieren)?|abonnieren|s['’]abonner|suscríbete)",
    "comments": r"(?:\d+ comments?|comments? ?\(\d+\)|(?:leave|add|post) a comment|sort by:? ?\w*|kommentare? ?\(\d+\)|commentaires? ?\(\d+\))",
    "imprint": r"(?:©|\(c\)|copyright)\s.{0,80}(?:19|20)\d\d.{0,120}|(?:©|\(c\)) ?(?:19|20)\d\d.{0,120}|.{0,60}all rights reserved\.?"
    r"|(?:terms|privacy|contact|imprint|about|impressum|datenschutz|accessibility)[\w ]{0,20}(?:\s*[|·•]\s*[\w ]{3,30}){1,8}",
    "top": r"(?:is this page useful\?|was this page helpful\?|(?:yes|no),? this page is (?:not )?useful|report a problem with this page|(?:oui|non|ja|nein|sí|yes|no)|cette page vous a-t-elle été utile ?\?|war diese (?:seite|information) hilfreich ?\?|¿(?:te|le) ha sido útil .{3,40}\?|did you find what you were looking for\?|back to top|nach oben|scroll to top|retour en haut)",
}
# what the entries of a news site's menu are called
_SECTION = (
    r"(?:home|news|sports?|weather|politics|business|money|culture|arts?|opinion|world|uk|us|local|tech(?:nology)?|science|health|travel|video|audio"
    r"|environment|climate|education|entertainment|food|lifestyle|podcasts?|live|jobs|e-?paper|start(?:seite)?|nachrichten|politik|wirtschaft|kultur|wetter|lokales|meinung|panorama|wissen"
    r"|umwelt|bildung|klima|regional|ausland|inland|gesellschaft|leben|reisen?|abo|shop|accueil|actualités?|politique|économie|culture|société|météo|monde|opinions?|environnement|santé"
    r"|inicio|portada|noticias|política|economía|cultura|deportes|sociedad|mundo|opinión)"
)
# words of links that stand in one row, whatever signs are between them: "Cookie settings  Accept all  Share  Print"
_LINK = (
    r"(?:(?:cookie|privacy) (?:settings|preferences|policy)|(?:accept|reject|allow)(?: all)?|share(?: this)?|tweet|print|pdf|save|e-?mail|facebook|twitter"
    r"|x|whatsapp|linkedin|xing|copy link|follow us|read more|cookie-?einstellungen|alle (?:akzeptieren|ablehnen)|teilen|drucken|merken|mailen"
    r"|partager|imprimer|tout (?:accepter|refuser)|compartir|imprimir|(?:aceptar|rechazar) todo)"
)
_MENU = re.compile(rf"{_SECTION}(?:[\s|·•>/,]+(?:&\s+)?{_SECTION}){{0,11}}", re.IGNORECASE)
_ROW = re.compile(rf"{_LINK}(?:[\s|·•/,]+{_LINK}){{2,}}", re.IGNORECASE)
# a link that stands alone below the text
_LAST_LINK = re.compile(
    r"(?:read (?:more|the full (?:story|article))|learn more|share(?: (?:this(?: (?:article|page|story|post))?|on .{2,20}))?|tweet|print(?: this page)?"
    r"|back to (?:top|news|overview|home)|weiterlesen|mehr lesen|teilen|drucken|zurück(?: zur übersicht)?|lire la suite|partager|imprimer"
    r"|leer más|compartir|imprimir)\s*[>»›→…]*",
    re.IGNORECASE,
)
_MOST_LAST_LINKS = 3  # lines
_HIDDEN = "\u200b\u200c\u200d\u2060\ufeff "
_PATTERNS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _KINDS.items()}
_AHEAD = ("skip", "cookies", "menu", "path")
_BEHIND = ("related", "letter", "comments", "imprint", "top")
_WEAK = ("path", "picture", "more", "advertisement", "letter")  # of which a text may have one by itself
_SURE = ("skip", "cookies", "imprint", "comments")  # of which no other text has any
_LEAST = 3  # kinds
_MANY = 4  # kinds that no text has by itself; together they are as sure as one of the others
_LONGEST_LINK = 32  # characters of an entry of a menu
_LONGEST_LINE = 420  # characters
_PROSE = 60  # characters of a line of text


def find_web_lines(lines: Lines) -> dict[int, str]:
    """Return the lines that belong to a web page and not to its text, with the reason."""
    sure = {index: WEB_LINE for index in range(len(lines)) if _is_row(lines, index)}
    found = sure | _find_frame(lines)
    return found | dict.fromkeys(_find_last_links(lines, found), WEB_LINE)


def _is_row(lines: Lines, index: int) -> bool:
    return 0 < lines.sizes[index] <= _LONGEST_LINE and bool(
        _ROW.fullmatch(lines.content(index).strip(_HIDDEN))
    )


def _find_last_links(lines: Lines, left: Mapping[int, str]) -> list[int]:
    """Return the links that stand below all text, each on a line of its own: "Share", "Read more"."""
    found: list[int] = []
    for index in reversed(range(len(lines))):
        if not lines.sizes[index] or index in left:
            continue
        if len(found) == _MOST_LAST_LINKS or not _LAST_LINK.fullmatch(lines.content(index).strip(_HIDDEN)):
            return found if found and _is_prose(lines, index) else []
        found.append(index)
    return []


def _find_frame(lines: Lines) -> dict[int, str]:
    """Return the lines round the text of a page that was copied whole, known by several kinds of them."""
    kinds = {index: kind for index in range(len(lines)) if (kind := _find_kind(lines, index))}
    text = [index for index in range(len(lines)) if index not in kinds and _is_prose(lines, index)]
    if not text:
        return {}
    # "Search" and "Print" between paragraphs are headings of a manual
    kinds = {
        index: kind
        for index, kind in kinds.items()
        if not (kind in _AHEAD and index > text[0]) and not (kind in _BEHIND and index < text[-1])
    }
    seen = set(kinds.values())
    strong = len(seen.difference(_WEAK))
    if len(seen) < _LEAST or strong < _LEAST - 1 or (seen.isdisjoint(_SURE) and strong < _MANY):
        return {}
    left = set(kinds) | {
        index + 1 for index, kind in kinds.items() if kind == "picture" and _is_caption(lines, index + 1)
    }
    ahead = [index for index, kind in kinds.items() if kind in _AHEAD]
    if ahead:
        left.update(at for at in range(ahead[0], ahead[-1]) if lines.sizes[at] <= _LONGEST_LINK)
        left.update(_list_menu(lines, ahead[-1] + 1))
    behind = [index for index, kind in kinds.items() if kind in _BEHIND]
    if behind:
        left.update(range(behind[0], len(lines)))
    return {index: WEB_LINE for index in sorted(left) if lines.sizes[index]}


def _list_menu(lines: Lines, first: int) -> list[int]:
    """Return the entries of a menu, short lines that follow it up to a blank one; two at least.

    Where another entry stands right above, one is enough.
    """
    least = 1 if lines.sizes[first - 1] <= _LONGEST_ENTRY and _MENU.fullmatch(lines.content(first - 1)) else 2
    found: list[int] = []
    while first < len(lines) and 0 < lines.sizes[first] <= _LONGEST_ENTRY:
        found.append(first)
        first += 1
    ended = first >= len(lines) or not lines.sizes[first]
    return found if ended and len(found) >= least else []


_LONGEST_ENTRY = 20  # characters


def _is_caption(lines: Lines, index: int) -> bool:
    """Tell whether a line right below the words for a picture, which is not here, says what it shows."""
    return (
        index < len(lines) and 0 < lines.sizes[index] <= _PROSE * 2 and lines.content(index)[-1] not in ".:?!"
    )


def _find_kind(lines: Lines, index: int) -> str:
    if not 0 < lines.sizes[index] <= _LONGEST_LINE:
        return ""
    content = lines.content(index)
    if _MENU.fullmatch(content):
        return "menu"
    return next((name for name, pattern in _PATTERNS.items() if pattern.fullmatch(content)), "")


def _is_prose(lines: Lines, index: int) -> bool:
    size = lines.sizes[index]
    return size >= _PROSE or (size >= _PROSE // 2 and lines.content(index)[-1] in '.!?”"')
