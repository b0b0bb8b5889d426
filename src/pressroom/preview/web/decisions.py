"""An editor's decision about a source, as a request of the browser says it, made to its settings file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pressroom.preview.web.requests import get_number, get_text, get_texts, wrong_request
from pressroom.project import sidecar
from pressroom.project.setting_values import READ

_SETTINGS = (
    "template",
    "brand",
    "paper",
    "lang",
    "title",
    "standfirst",
    "author",
    "date",
    "issuer",
    "marking",
)
_MOST_LEVELS = 6


def decide(data: bytes, held: Mapping[str, object], where: str) -> bytes:
    """Return a settings file with the decision that a request holds; b"" is one that is not there.

    Raises UsageError for a request of another form, and for a file that cannot be changed.
    """
    kind = get_text(held, "kind")
    if kind not in _DECISIONS:
        raise wrong_request(f"there is no decision {kind!r}")
    return _DECISIONS[kind](data, held, where)


def _set(data: bytes, held: Mapping[str, object], where: str) -> bytes:
    key, value = get_text(held, "key"), get_text(held, "value").strip()
    if key not in _SETTINGS:
        raise wrong_request(f"the setting {key!r} is not set here")
    if value:
        READ[key](value, key, where)  # raises UsageError for one that cannot be
    return sidecar.set_value(data, key, value, where)


def _make_heading(data: bytes, held: Mapping[str, object], where: str) -> bytes:
    return sidecar.set_heading(data, _get_words(held), _get_level(held), where)


def _unmake_heading(data: bytes, held: Mapping[str, object], where: str) -> bytes:
    return sidecar.unset_heading(data, _get_words(held), where)


def _set_level(data: bytes, held: Mapping[str, object], where: str) -> bytes:
    return sidecar.set_level(data, _get_words(held), _get_level(held), where)


def _number(data: bytes, held: Mapping[str, object], where: str) -> bytes:
    changes: dict[str, sidecar.Value] = {}
    for key in ("pin", "hide"):
        if key in held:
            changes[key] = bool(held[key])
    for key in ("label", "detail"):
        if key in held:
            changes[key] = " ".join(get_text(held, key).split())
    return sidecar.set_number(data, _get_words(held), get_text(held, "sentence"), changes, where)


def _order(data: bytes, held: Mapping[str, object], where: str) -> bytes:
    words, sentences = get_texts(held, "words"), get_texts(held, "sentences")
    if len(words) != len(sentences):
        raise wrong_request("each number has a sentence")
    return sidecar.order_numbers(data, tuple(zip(words, sentences, strict=True)), where)


def _picture(data: bytes, held: Mapping[str, object], where: str) -> bytes:
    changes: dict[str, sidecar.Value] = {}
    if "hide" in held:
        changes["hide"] = bool(held["hide"])
    if "alt" in held:
        changes["alt"] = " ".join(get_text(held, "alt").split())
    return sidecar.set_picture(data, get_text(held, "title"), changes, where)


_DECISIONS: Mapping[str, Callable[[bytes, Mapping[str, object], str], bytes]] = {
    "set": _set,
    "heading": _make_heading,
    "no-heading": _unmake_heading,
    "level": _set_level,
    "number": _number,
    "order": _order,
    "picture": _picture,
}


def _get_words(held: Mapping[str, object]) -> str:
    words = " ".join(get_text(held, "words").split())
    if not words:
        raise wrong_request("it names no words")
    return words


def _get_level(held: Mapping[str, object]) -> int:
    level = get_number(held, "level", 1)
    if not 1 <= level <= _MOST_LEVELS:
        raise wrong_request(f"there is no level {level}")
    return level
