"""Words by which the head of a paper is known: its kind, its embargo, who issues it; in four languages."""

from __future__ import annotations

import re

_REST = r"(?:\s*(?:no\.?|nr\.?|n[°º]|#)?\s*[\w./-]*\d[\w./-]*)?(?:\s*[|–—:-]\s*.{0,40})?"
PRESS = re.compile(
    r"(?:(?:joint )?(?:press|media|news) (?:release|statement|notice|information|briefing)"
    r"|pressemitteilung|medienmitteilung|presseinformation|presseerklärung"
    r"|communiqué(?: de presse)?|dossier de presse|(?:comunicado|nota) de prensa|comunicato stampa)" + _REST,
    re.IGNORECASE,
)
# "Embargo: noon", "Embargoed until the speech", "EMBARGO 5 May", and not "Embargo on arms to Marn"
EMBARGO = re.compile(
    r"(?:(?:strictly |under |sous |bajo )?embargo|sperrfrist)"
    r"(?:\s*:.{1,80}|\s+(?:(?:until|till|bis|ab|jusqu['’]\w*|hasta)\b(?=.*\d)|\d).{1,80})?"
    r"|(?:strictly )?embarg(?:oed|ado)(?:(?:\s*:|\s(?:until|till|hasta)\b).{1,80})?"
    r"|not for (?:publication|release|broadcast)(?:[ ,].{0,30}?)?\bbefore\b.{2,60}"
    r"|(?:frei|freigegeben) (?:ab|zum|am)\b(?=.*\d).{2,60}",
    re.IGNORECASE,
)
RELEASE = re.compile(
    r"[(\[]?(?:for (?:immediate )?release|for publication|check against delivery|as delivered"
    r"|zur (?:sofortigen )?veröffentlichung|es gilt das gesprochene wort|seul le prononcé fait foi"
    r"|pour (?:diffusion|publication) immédiate|para (?:su )?publicación inmediata)\s*[)\]]?[:.]?",
    re.IGNORECASE,
)
# lines of a web site's frame that come along with a text
RUBRIC = re.compile(
    r"(?:publications?|newsroom|news and (?:media|events)"
    r"|(?:(?:community|company|corporate|local|national|world|business|latest) )?news"
    r"|(?:press|media)(?: (?:room|centre|center|releases?))?"
    r"|home|home ?page|statistics|reports?|announcements?|updates|archive"
    r"|aktuelles|presse|pressestelle|nachrichten|meldungen|startseite|veröffentlichungen|publikationen"
    r"|actualités|accueil|salle de presse|noticias|actualidad|sala de prensa|inicio|publicaciones)",
    re.IGNORECASE,
)
_NOUN = (
    r"(?:ministry|department|council|authority|agency|office|commission|university|college|police|court|bank"
    r"|parliament|senate|government|committee|board|institute|association|union|foundation|trust|hospital|party"
    r"|secretariat|service|bureau|chamber|federation|society|museum|city hall|prefecture"
    r"|ministerium|\w*(?:ministerium|verwaltung|behörde|gericht|rat|amt|präsidium|verband|institut|kammer)"
    r"|senat|polizei|stadt|landkreis|gemeinde|universität|stiftung|bundesregierung"
    r"|ministère|préfecture|conseil|mairie|tribunal|université|agence|institut|gouvernement"
    r"|ministerio|ayuntamiento|consejería|gobierno|universidad|agencia|instituto|consejo)"
)
_OF = r"(?i:of|for|and|the|&|de|du|des|della|la|le|les|del|für|der|des|und|von|et|y|e)"
_NAMES = rf"(?:[A-ZÀ-Þ][\w.'’-]*|{_OF})"
_COMPANY = r"plc|PLC|[Ll]td\.?|LTD|Limited|Inc\.?|Corp\.?|Corporation|LLC|GmbH|AG|SE|S\.?A\.?|S\.?L\.?|KG"
# "Marrin Town Council", "Ministry of Transport", "Greenline plc"; each word with a capital, no verb between
ISSUER = re.compile(
    rf"(?=.{{3,70}}$)(?:{_NAMES} ){{0,6}}(?i:{_NOUN})(?: {_OF}(?: {_NAMES}){{1,6}})?"
    rf"|(?:[A-ZÀ-Þ][\w.&'’-]* ){{1,5}}(?:{_COMPANY})",
)
# the name of a meeting or a paper that a council puts under its own name
MEETING = re.compile(
    r"(?:minutes|agenda|notice|record|report|protokoll|niederschrift|sitzung|procès-verbal|compte[- ]rendu"
    r"|acta)\b.{6,150}",
    re.IGNORECASE,
)
ENDING = re.compile(
    r"[-–—*#~\s]*(?:ends?|ende|fin)[-–—*#~.\s]*|[-–—*#~]+\s*30\s*[-–—*#~]+|#{3,5}", re.IGNORECASE
)
# the line over a name, a number and an address for questions
CONTACT = re.compile(
    r"(?:(?:for )?(?:media|press|news|general|public)? ?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))"
    r"(?: (?:for|details|person)\b.{0,30})?"
    r"|for (?:more|further) (?:information|details)(?:,? (?:please )?contact)?|(?:media|press) office"
    r"|(?:presse|medien)?(?:kontakt|anfragen|rückfragen)|(?:presse|medien)stelle|ansprechpartner(?:in)?"
    r"|contacts? presse|contacto(?: de prensa)?)\s*:?",
    re.IGNORECASE,
)


def is_head_line(text: str) -> bool:
    """Tell whether a line says what kind of paper this is, until when it is embargoed, or that it ends."""
    plain = text.strip("[]()*–—- ").rstrip(":")
    return any(pattern.fullmatch(plain) for pattern in (PRESS, EMBARGO, RELEASE, ENDING))
