"""Which template a report is laid out by: the one that was chosen, or one that fits a plain kind of paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from pressroom.compose import Template
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import DefinitionList, Document, Paragraph
from pressroom.model.inline import words
from pressroom.model.walk import blocks
from pressroom.project.place import Place
from pressroom.project.templates.folders import list_templates, load
from pressroom.readers.common.head.words import PRESS
from pressroom.world import World

DEFAULT = "briefing"
AUTO = "auto"
_HEAD = 400  # characters of a text that may say how it is delivered
_TO = frozenset(("to", "an", "à", "a", "para", "destinataire", "destinataires", "empfänger"))
_FROM = frozenset(("from", "von", "de", "auteur", "absender"))
_MEMO = re.compile(
    r"(?:internal |interne[sr]? )?(?:memo(?:randum)?|aktennotiz|vermerk|note de service)\b", re.IGNORECASE
)
_MINUTES = re.compile(
    r"(?:draft |approved |unconfirmed )?(?:minutes|protokoll|niederschrift|sitzungsprotokoll"
    r"|procès-verbal|compte[- ]rendu|acta)\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"check against delivery|as delivered|es gilt das gesprochene wort|seul le prononcé fait foi"
    r"|(?:speech|address|remarks) by\b|^(?:rede|ansprache) (?:von|des|der)\b"
    r"|^(?:discours|allocution) d[eu]\b",
    re.IGNORECASE | re.MULTILINE,
)


def choose_template(
    chosen: str, document: Document, place: Place, world: World
) -> tuple[Template, tuple[Diagnostic, ...]]:
    """Return the template of a report, and a note where its text is plainly of another kind.

    ``chosen`` is the name that is set, "" where none is; "auto" takes the one of that kind. Raises UsageError
    when there is no such template.
    """
    if chosen and chosen != AUTO:
        return load(chosen, place, world), ()
    kind = recognise_kind(document)
    known = list_templates(place, world)
    fitting = kind if kind in known else ""
    if chosen == AUTO:
        name = fitting or DEFAULT
        told = (
            f"the text reads as {_NAMES[kind]}"
            if kind
            else "the text is of no kind that has a template of its own"
        )
        note = Diagnostic(
            Severity.NOTE, "template-chosen", f"{told}; the template is {name}", "", where=document.source
        )
        return load(name, place, world), (note,)
    default = load(DEFAULT, place, world)
    if not fitting:
        return default, ()
    note = Diagnostic(
        Severity.NOTE,
        "template-offered",
        f"the text reads as {_NAMES[kind]}, and no template was chosen: it is made as a {DEFAULT}",
        f'--template {fitting}, or template = "{fitting}" beside the text; template = "{AUTO}" in '
        "report.toml always chooses by the text",
        where=document.source,
    )
    return default, (note,)


_NAMES: Mapping[str, str] = {
    "": "",
    "press-release": "a press release",
    "memo": "a memo",
    "minutes": "minutes",
    "speech": "a speech",
    "letter": "a letter",
}


def recognise_kind(document: Document) -> str:
    """Return the name of the template for the kind of paper that a text plainly is, "" for none."""
    return next((kind for kind, is_one in _KINDS.items() if is_one(document)), "")


def _is_release(document: Document) -> bool:
    metadata = document.metadata
    if PRESS.fullmatch(metadata.kind.strip()):
        return True
    return bool(metadata.embargo) and "ending" in _list_roles(document)


def _is_minutes(document: Document) -> bool:
    """Tell whether a text is called minutes in its title or kind."""
    heads = (document.metadata.kind, document.title.text if document.title else "")
    return any(_MINUTES.match(each.strip()) for each in heads)


def _is_memo(document: Document) -> bool:
    """Tell whether a text is called a memo, or begins with whom it is to and from."""
    heads = (document.metadata.kind, document.title.text if document.title else "")
    if any(_MEMO.match(each.strip()) for each in heads):
        return True
    keys = {
        words(item.term).strip(" :").lower()
        for block in document.blocks
        if isinstance(block, DefinitionList) and block.fields
        for item in block.items
    }
    return bool(keys & _TO) and bool(keys & _FROM) and not _has_letter(document)


def _is_speech(document: Document) -> bool:
    return bool(_SPEECH.search(document.text[:_HEAD])) or bool(_SPEECH.search(document.metadata.kind))


def _has_letter(document: Document) -> bool:
    roles = set(_list_roles(document))
    return "salutation" in roles and "signature" in roles


_KINDS: Mapping[str, Callable[[Document], bool]] = {
    "press-release": _is_release,
    "minutes": _is_minutes,
    "memo": _is_memo,
    "speech": _is_speech,
    "letter": _has_letter,
}


def _list_roles(document: Document) -> list[str]:
    return [block.role for block, _ in blocks(document) if isinstance(block, Paragraph)]
