"""Words by which the head of a paper is known: its kind, its embargo, who issues it."""

from __future__ import annotations

import re

_NUMBER = r"(?:\s*(?:no\.?|nr\.?|n[°ºo]\.?|núm\.?|#)?\s*[\w./-]*\d[\w./-]*)?"
PRESS = re.compile(
    r"(?:(?:joint )?(?:press|media|news) (?:release|statement|notice|information|info|briefing|advisory|alert"
    r"|note|bulletin|kit|pack|invitation)"
    r"|(?:gemeinsame )?(?:presse|medien)-?(?:mitteilung|meldung|information|info|erklärung|einladung|notiz"
    r"|hinweis|dienst|mappe)"
    r"|communiqué(?: (?:de|aux) (?:la )?(?:presse|médias))?|dossier de presse|note (?:de presse|aux médias)"
    r"|(?:invitation|information|avis) (?:de |à la |aux )?(?:presse|médias)"
    r"|(?:comunicado|nota|boletín|convocatoria|dossier) de prensa|nota informativa|aviso a los medios"
    r"|(?:comunicato|nota) stampa|(?:comunicado|nota) (?:de|à|para a) imprensa|pers(?:bericht|mededeling)"
    r"|(?:komunikat|informacja|notatka) prasow[ya]|прес-?реліз|повідомлення для (?:преси|змі)"
    r"|(?:بيان|خبر|بلاغ) صحفي|הודעה לעיתונות|新[闻聞](?:稿|公[报報]|[发發][布佈])"
    r"|プレス ?リリース|報道(?:発表(?:資料)?|資料)|보도 ?자료)" + _NUMBER,
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
    r"|gazette|herald|courier|tribune|chronicle|observer|telegraph"
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
# what is a name of an office only beside the kind of paper: "City of Hartmouth", "Stadt Lindau"
PLACE_AS_ISSUER = re.compile(
    rf"(?:(?:The|the) )?(?i:city|town|county|borough|district|state|port|village|parish|province|region|ville"
    rf"|commune|canton|ciudad|diputación|comunidad) {_OF} {_NAMES}(?: {_NAMES}){{0,4}}"
    rf"|(?i:stadt|landeshauptstadt|hansestadt|landkreis|kreis|gemeinde|markt|kanton|universität|polizei|land"
    rf"|land(?:es)?regierung|ayuntamiento|mairie) {_NAMES}(?: {_NAMES}){{0,4}}"
    r"|(?i:press|media) (?i:office|team|service|relations|department)"
    r"|(?i:(?:presse|medien)(?:amt|stelle|team|dienst|referat|büro)|stabsstelle kommunikation)"
    r"|(?i:service de presse|bureau de presse|gabinete de prensa|oficina de prensa)"
)
# the name of a meeting or a paper that a council puts under its own name
MEETING = re.compile(
    r"(?:minutes|agenda|notice|record|report|protokoll|niederschrift|sitzung|procès-verbal|compte[- ]rendu"
    r"|acta)\b.{6,150}",
    re.IGNORECASE,
)
ENDING = re.compile(
    r"[-–—*#~(（\s]*(?:ends?|ende|fin|(?-i:FINE)|fim|einde|koniec|кінець|انتهى|النهاية|סוף|完|全文完|以上|終わり|끝)"
    r"[-–—*#~.。)）\s]*|[-–—*#~]+\s*30\s*[-–—*#~]+|#{3,5}",
    re.IGNORECASE,
)
# the line over a name, a number and an address for questions
CONTACT = re.compile(
    r"(?:(?:for )?(?:media|press|news|general|public)? ?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))"
    r"(?: (?:for|details|person)\b.{0,30})?"
    r"|for (?:more|further) (?:information|details)(?:,? (?:please )?contact)?|(?:media|press) office"
    r"|(?:presse|medien)?(?:kontakt|anfragen|rückfragen)(?: (?:bitte )?an)?"
    r"|(?:presse|medien)stelle|ansprechpartner(?:in)?"
    r"|contacts? presse|renseignements|pour (?:plus d['’]informations?|tout renseignement)"
    r"|contacto(?: de prensa)?|para más información"
    r"|contatt[oi](?: (?:per la )?stampa)?|contatos?(?: (?:de|para a) imprensa)?|perscontact"
    r"|kontakt dla mediów|контакти?(?: для (?:преси|змі))?|للاتصال|للتواصل|للاستفسار|ליצירת קשר"
    r"|לפרטים(?: נוספים)?"
    r"|(?:媒体|媒體|新闻|新聞)?(?:联系人|聯絡人|联系方式|聯絡方式)|(?:お)?問(?:い)?合わ?せ先?|連絡先"
    r"|(?:보도 ?)?문의(?:처)?|연락처)\s*[:：]?",
    re.IGNORECASE,
)

# what a line "Key: value" above a headline gives, by its key; the names are those of docs/settings.md
FIELDS = {
    key: name
    for name, keys in {
        "issuer": "issuer|issued by|herausgeber|herausgeberin|émetteur|emisor",
        "kind": "kind|dokumentart|type de document|tipo de documento",
        "embargo": "embargo|embargoed until|sperrfrist|embargo jusqu'au|embargo jusqu’au|embargo hasta",
        "standfirst": "standfirst|subtitle|summary|vorspann|chapô|entradilla",
        "contact": "contact|press contact|media contact|kontakt|pressekontakt|contact presse|contacto",
        "title": "title|headline|titel|überschrift|schlagzeile|titre|título|titular",
    }.items()
    for key in keys.split("|")
}
# Keys of report.toml and the parts of a head; lines that hold nothing but these are not printed as text.
SETTINGS = frozenset(
    [
        *("template", "format", "formats", "paper", "lang", "language", "marking", "classification"),
        *("contents", "toc", "encoding", *FIELDS),
    ]
)
