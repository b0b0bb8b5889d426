"""What lines round a page's text say, in the languages of most pages: what else to read, to do, to share."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LETTERS = 400  # of a block, which say what it is

_SAYINGS = {
    # a line that begins so leads elsewhere
    "leads on": (
        r"mehr\b|auch interessant|lesen sie|lies (?:auch|hier|dazu)|weitere?\b|weiterlesen|siehe auch"
        r"|ähnliche|das könnte|verwandte|zum thema|passend",
        r"read (?:also|more|next|the|on|related)|see (?:also|more)|also read|related|recommended|learn more"
        r"|more (?:from|on|stories|about|news|in)|you (?:may|might)|don.t miss|most (?:read|popular)|popular"
        r"|latest|trending|up next|next|previous|continue reading|click here",
        r"(?:à|a) lire|lire (?:aussi|la suite)|voir aussi|sur le m[êe]me",
        r"le[ae]r? tambi[ée]n|le[ae]\b.{0,12}:|mir[ae]\b|[tl]e puede|ver tambi|m[áa]s (?:sobre|en|noticias)",
        r"czytaj|zobacz|przeczytaj|polecamy|podobne",
        r"leggi anche|leia|veja|saiba|lees (?:ook|meer)|l[äa]s (?:mer|också)|l[eæ]s også|читайте|также",
    ),
    "shares": (
        r"share|tweet|print|like this|save|e-?mail|facebook|twitter|pinterest|teilen|drucken|gefällt|merken"
        r"|compartir|imprimir|partager|condivid|udostępnij",
    ),
    "is about the text": (
        r"published|posted|updated|last (?:updated|modified)|this entry|filed under|tags?\b|categor|topics",
        r"veröffentlicht|erschienen|aktualisiert|stand:|von\b.{0,40}\d{4}|am \d|schlagw|kategorie|themen"
        r"|(?:dieser|der) (?:beitrag|eintrag|artikel)",
        r"publicado|actualizado|etiquetas|temas|publié|mis à jour|le \d|mots.cl|opublikowano|pubblicato",
    ),
}
_WORDS = {
    # words anywhere in a line
    "asks": (
        r"newsletter|subscri|sign(?:ing)? up|log ?in\b|follow us|support (?:us|our)|donat|download the app",
        r"abonn|anmeld|registrier|folge[nt]? |mitglied|spende|jetzt (?:kaufen|bestellen|testen|lesen)",
        r"suscr[ií]|s[ií]gue|síguenos|assine|inscri|zapisz|whatsapp|telegram|podcast",
    ),
    "sells": (
        r"advert|sponsored|affiliate|cookie|privacy|terms of|shop\b",
        r"anzeige|werbung|provision|datenschutz|impressum|gutschein|rabatt|angebot|publicidad",
    ),
    "speaks of comments": (
        r"comment|repl(?:y|ies)\b|leave a|pingback|trackback|kommentar|antworten|schreiben? ein",
        r"comentari|deja un|laisser un|komentarz",
    ),
    "names a picture's source": (
        r"\bfotos?\b|photo|image[: ]|bild(?:quelle)?:|quelle:|source:|fuente:|credit|©",
        r"getty|reuters|\bafp\b|\bdpa\b|\(ap\b|imago|shutterstock|istock|pixabay",
    ),
}
_PATTERNS = {
    **{name: re.compile(rf"^\W*(?:{'|'.join(parts)})", re.IGNORECASE) for name, parts in _SAYINGS.items()},
    **{name: re.compile("|".join(parts), re.IGNORECASE) for name, parts in _WORDS.items()},
}
_SHORTEST_REFERENCE, _LONGEST_REFERENCE = 8, 120  # words
_REFERENCE = re.compile(
    r"\b(?:19|20)\d\d\b[^.]{0,12};\s?\d+|\bdoi[:. ]|\bet al\b|\((?:19|20)\d\d[a-z]?\)[.,:]|\bpp\. ?\d",
    re.IGNORECASE,
)
_OPENINGS = ("leads on", "speaks of comments", "asks")  # of what is no text


def find_phrases(text: str) -> list[str]:
    """Return what a block says by its words that blocks of a page's frame say often."""
    opening = text[:_LETTERS]
    return [name for name, pattern in _PATTERNS.items() if pattern.search(opening)]


def find_opening(phrases: Sequence[str]) -> str:
    """Return which of a heading's phrases says that no text is under it, "" for none."""
    return next((name for name in _OPENINGS if name in phrases), "")


def is_reference(text: str) -> bool:
    """Tell whether a block names a publication as lists of sources do: "2001;36(2):81", "doi:", "et al."."""
    count = len(text.split())
    return _SHORTEST_REFERENCE <= count <= _LONGEST_REFERENCE and bool(_REFERENCE.search(text))
