"""Words that tell of what is still to come: planned, expected, feared, promised or only possible."""

from __future__ import annotations

import re

from pressroom.figures.text.places import find_start
from pressroom.model.quantity import Quantity

# alternatives of a pattern: words that a clause has only where its numbers are no fact yet
_WORDS = (
    r"will|won[’']t|shall|would|could|should|might|must|(?-i:may)|"
    r"(?:needs?|ha(?:s|ve)|required) to|necessary|"
    r"can (?:be|only|now|increase|rise|apply|take|attend|gather|meet)|"
    r"plans? (?:to|for|of)|(?<!than )(?<!as )planned|planning|"
    r"aims? to|intends?|intended|expects?|expected|forecasts?|projected|predicted|fears?|feared|"
    r"promise[sd]?|pledge[sd]?|vow(?:s|ed)?|"
    r"threaten(?:s|ed)|hopes?|proposals?|propose[sd]?|proposed|prospective|upcoming|coming|next(?! to)|"
    # German
    r"soll|sollen|sollte|sollten|will|wollen|planen|(?<!als )(?<!wie )geplant\w*|"
    r"plant (?=(?:die|der|das|den|dem|ein\w*|für|bis|im|rund|etwa|mehr|zudem|auch|\d))|"
    r"vorgesehen\w*|erwartet\w*|muss|müssen|notwendig|erforderlich|"
    r"könnte\w*|dürfte\w*|würde\w*|müsste\w*|wäre\w*|hätte\w*|nächste[nrs]?|künftig\w*|kommende[nrs]?|"
    # French
    r"prévoi\w+|(?<!que )prévu\w*|prévoyaient|objectif|doit|doivent|il faut|nécessaire|"
    r"projette\w*|plan (?:pour|de)|projet (?:de|vise)|"
    r"(?:se|au|fe|pour|dev|voud|viend|tiend|ver|sau|faud|prend|recev|mett|rend|permett)r"
    r"(?:ai?|as|ons|ez|ont|ai[st]|ions|iez|aient)|"
    r"prochaine?s?|"
    # Spanish
    r"plan(?:es)? (?:para|de)|planea\w*|prevé\w*|(?<!lo )previst\w+|objetivo|meta|"
    r"espera|esperan|pretenden?|contemplan?|deben?|hay que|necesari[oa]s?|"
    r"(?:ser|habr|tendr|podr|querr|sabr|pondr|vendr|saldr|har|dir|deber)(?:án?|emos|ía[ns]?|íamos)|"
    r"superen?|alcancen?|lleguen?|"  # the subjunctive of a condition: "cuando supere los 150"
    r"próxim[oa]s?|\w{3,}(?:ará|arán|erá|erán|irá|irán|aría|arían)"
)
# a future of French, which "cholera" and "opera" are not in a text of another language
_FRENCH_FUTURE = re.compile(r"\b\w{4,}(?:erai|era|erons|eront|erait|eraient|ira|iront)\b", re.IGNORECASE)
_FRENCH = re.compile(
    r"\b(?:le|la|les|des|du|une|est|sont|au|aux|et|il|elle|qui)\b|\b[ldnsq]['’]\w", re.IGNORECASE
)
_LIMIT = r"(?:by|until|bis|d[’']ici|para|hasta)\s+(?:en\s+|à\s+)?20\d\d"
_TO_COME = re.compile(rf"\b(?:{_WORDS}|{_LIMIT})\b", re.IGNORECASE)
# an infinitive of purpose right ahead: "funding to hire 1,000 agents", "para ubicar 200 puntos"; not the name
# of a place, nor what a list goes on behind: "£25,000 to schools and £10,000 to parks"
_AIM = re.compile(
    r"\bto\s+(?!the\b|an?\b|all\b|its\b|their\b|his\b|her\b|our\b|more\b|as\b|at\b|from\b)(?-i:[a-z]+)\s+"
    r"(?:[a-z-]+\s+){0,2}(?<!\sand\s)$|"
    r"\b(?:pour|afin de|para|a fin de)\s+\w+(?:er|ir|re|ar)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
# the aim of a list, which has no verb of its own: "To lower the threshold to | $20,000"
_AIM_ALONE = re.compile(r"^To\s(?!date\b)[a-z]+\s[^,;:]*$")
_AIM_BEHIND = re.compile(r"^[^,;:.]*\bzu\s+\w+(?:en|ern|eln)\b")  # "um 200 Stellen zu schaffen"
_TO_BE = re.compile(r"\bto be \w+", re.IGNORECASE)
_BOUNDARY = re.compile(
    r"[;:–—(]\s?|,\s(?:and|but|while|which|who|und|aber|et|mais|y|pero|que)\s|\s(?:but|while|as)\s"
)


def is_to_come(quantity: Quantity) -> bool:
    """Tell whether the clause around a number says that it is yet to come or only possible."""
    sentence = quantity.sentence_text
    start = find_start(quantity)
    end = start + len(quantity.text)
    ahead = sentence[:start].rstrip()
    if quantity.qualifier_text and ahead.lower().endswith(quantity.qualifier_text.lower()):
        ahead = ahead[: -len(quantity.qualifier_text)].rstrip()
    ahead, behind = f"{ahead} ", sentence[end:]
    clause = f"{_BOUNDARY.split(ahead)[-1]}\N{WHITE SQUARE}{_BOUNDARY.split(behind)[0]}"
    told = _TO_COME.search(clause) or _is_french_future(clause, sentence)
    return bool(told or _AIM.search(ahead) or _AIM_ALONE.match(ahead) or _AIM_BEHIND.search(behind))


def tells_to_come(words: str) -> bool:
    """Tell whether words by themselves tell of what is to come: "agents to be hired"."""
    return bool(_TO_COME.search(words) or _is_french_future(words, words) or _TO_BE.search(words))


def _is_french_future(words: str, around: str) -> bool:
    return _FRENCH_FUTURE.search(words) is not None and _FRENCH.search(around) is not None
