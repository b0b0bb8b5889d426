"""The settings file of a template, template.toml: read and checked, each mistake with its line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from pressroom.compose.template import (
    CONTENTS_FROM_PAGES,
    LISTS_FROM,
    NEEDS,
    OptionType,
    OptionValue,
    TemplateOption,
)
from pressroom.errors import UsageError
from pressroom.model.look import WordLook
from pressroom.project.setting_values import FORMATS, OTHER_NAMES
from pressroom.project.suggestions import suggest

KEYS = (
    *(
        "name",
        "description",
        "sample",
        "inherits",
        "formats",
        "needs",
        "contents",
        "contents_from_pages",
        "lists_from",
    ),
    *("numbers", "options", "word", "word_styles", "words"),
)
OPTION_KEYS = ("type", "default", "meaning", "choices")
TYPES: tuple[OptionType, ...] = ("text", "texts", "number", "yes-no", "choice")
COLOURS = ("text", "muted", "accent", "accent_text", "accent_soft", "on_accent", "rule", "paper", "warning")
LOOKS = {field.name: str(field.type) for field in fields(WordLook)}
_CHOICES = {
    "font": ("sans", "serif"),
    "align": ("left", "right", "center"),
    "colour": COLOURS,
    "ground": (*COLOURS, "none"),
    "rule_above": (*COLOURS, "none"),
    "rule_below": (*COLOURS, "none"),
}
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_OPTION_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """A template.toml as it stands: its table, its text and how messages name it."""

    table: Mapping[str, object]
    text: str
    where: str
    template: str

    def locate(self, key: str, table: str = "") -> str:
        """Return file and line of a key, or of the table that holds it; the file where neither is found."""
        name = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
        head = re.compile(r"""\s*\[+\s*([^\]]+?)\s*\]""")
        within, of_table = "", 0
        for number, line in enumerate(self.text.splitlines(), start=1):
            found = head.match(line)
            if found:
                within = found[1].replace('"', "")
                if within in (table, f"{table}.{key}".strip(".")):
                    of_table = of_table or number
            elif name.match(line) and within == table:
                return f"{self.where}:{number}"
        return f"{self.where}:{of_table}" if of_table else self.where

    def wrong(self, message: str, cure: str, key: str, table: str = "") -> UsageError:
        """Return the error for a key."""
        return UsageError(message, cure=cure, rule="wrong-template-setting", where=self.locate(key, table))


def read_settings(file: SettingsFile) -> dict[str, Any]:
    """Return what a template.toml sets of a ``Template``. Raises UsageError for a wrong or unknown key."""
    table = file.table
    for key in table:
        if key not in KEYS:
            raise file.wrong(f"a template has no setting {key!r}", suggest(key, KEYS), key)
    if table.get("name", file.template) != file.template:
        raise file.wrong(
            f"name = {table['name']!r} is not the name of its folder",
            f'write name = "{file.template}", or rename the folder',
            "name",
        )
    found: dict[str, Any] = {"description": _text(file, "description"), "sample": _text(file, "sample")}
    readers = {
        "formats": _formats,
        "needs": _needs,
        "options": _options,
        "word": _looks,
        "word_styles": _word_styles,
        "words": _words,
    }
    names = {"word": "word_looks"}
    for key, read in readers.items():
        if key in table:
            found[names.get(key, key)] = read(file)
    for key, known in (("contents", ("auto", "always", "never")), ("numbers", ("key", "all"))):
        if key in table:
            found[key] = _choice(file, key, known)
    for key, usual in (("contents_from_pages", CONTENTS_FROM_PAGES), ("lists_from", LISTS_FROM)):
        if key in table:
            found[key] = _whole(file, key, usual)
    return found


def read_parent(file: SettingsFile) -> str:
    """Return the name of the template that this one inherits, "" for none."""
    value = file.table.get("inherits", "")
    if isinstance(value, str):
        return value
    raise file.wrong(f"inherits = {value!r} is no name of a template", 'write inherits = "base"', "inherits")


def _text(file: SettingsFile, key: str) -> str:
    value = file.table.get(key, "")
    if isinstance(value, str):
        return value
    raise file.wrong(f"{key} = {value!r} is no text", f'write {key} = "…"', key)


def _texts(file: SettingsFile, key: str) -> tuple[str, ...]:
    value = file.table[key]
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    raise file.wrong(f"{key} = {value!r} is no list of texts", f'write {key} = ["…", "…"]', key)


def _choice(file: SettingsFile, key: str, known: tuple[str, ...]) -> str:
    value = file.table[key]
    if value in known:
        return str(value)
    raise file.wrong(f"{key} = {value!r} is unknown", f"give {' or '.join(known)}", key)


def _whole(file: SettingsFile, key: str, otherwise: int) -> int:
    value = file.table[key]
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise file.wrong(f"{key} = {value!r} is no whole number from 0", f"write {key} = {otherwise}", key)


def _formats(file: SettingsFile) -> tuple[str, ...]:
    found = tuple(OTHER_NAMES.get(each, each) for each in _texts(file, "formats"))
    for each in found:
        if each not in FORMATS:
            raise file.wrong(f"there is no format {each!r}", suggest(each, FORMATS), "formats")
    return found


def _needs(file: SettingsFile) -> tuple[str, ...]:
    found = _texts(file, "needs")
    for each in found:
        if each not in NEEDS:
            raise file.wrong(f"no template can need {each!r}", suggest(each, tuple(NEEDS)), "needs")
    return found


def _table(file: SettingsFile, key: str, example: str) -> Mapping[str, Mapping[str, object]]:
    table = file.table[key]
    if isinstance(table, Mapping):
        for name, inner in table.items():
            if not isinstance(inner, Mapping):
                raise file.wrong(f"{key}.{name} is no table", f"write {example}", name, key)
        return table
    raise file.wrong(f"{key} is no table", f"write {example}", key)


def _options(file: SettingsFile) -> tuple[TemplateOption, ...]:
    tables = _table(file, "options", "[options.NAME] and lines such as default = 3")
    return tuple(_option(file, name, held) for name, held in tables.items())


def _option(file: SettingsFile, name: str, held: Mapping[str, object]) -> TemplateOption:
    table = f"options.{name}"
    if not _OPTION_NAME.fullmatch(name):
        raise file.wrong(
            f"{name!r} is no name of an option", "use small letters, digits and underscores", name, "options"
        )
    for key in held:
        if key not in OPTION_KEYS:
            raise file.wrong(f"an option has no setting {key!r}", suggest(key, OPTION_KEYS), key, table)
    kind = held.get("type")
    if kind not in TYPES:
        message = f"{table}.type = {kind!r} is unknown" if "type" in held else f"{table} has no type"
        raise file.wrong(message, f"give one of {', '.join(TYPES)}", "type", table)
    meaning = held.get("meaning")
    if not isinstance(meaning, str) or not meaning:
        raise file.wrong(f"{table} has no meaning", 'say what it does: meaning = "…"', "meaning", table)
    choices = held.get("choices", [])
    if not isinstance(choices, list) or not all(isinstance(each, str) for each in choices):
        raise file.wrong(f"{table}.choices is no list of texts", 'write choices = ["…"]', "choices", table)
    if kind == "choice" and not choices:
        raise file.wrong(f"{table} has no choices", 'write choices = ["one", "other"]', "choices", table)
    option = TemplateOption(name, kind, "", meaning, tuple(choices))
    if "default" not in held:
        raise file.wrong(
            f"{table} has no default", "say what holds where nothing is chosen", "default", table
        )
    value = convert(option, held["default"])
    if value is None:
        raise file.wrong(
            f"{table}.default = {held['default']!r} is not {describe(option)}",
            f"give {describe(option)}",
            "default",
            table,
        )
    return TemplateOption(name, kind, value, meaning, tuple(choices))


def convert(option: TemplateOption, value: object) -> OptionValue | None:
    """Return a value as an option's type has it, None for one of another type. Text of a command line or of a
    plain text is taken as well: "3", "yes".
    """
    text = value.strip() if isinstance(value, str) else None
    match option.type:
        case "text":
            return text
        case "texts":
            if isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
                return tuple(value)
            return None if text is None else tuple(filter(None, (text,)))
        case "number":
            if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
                return value
            return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None
        case "yes-no":
            return value if isinstance(value, bool) else _WORDS.get(text.lower()) if text else None
        case "choice":
            return text if text in option.choices else None


_WORDS = {"yes": True, "true": True, "no": False, "false": False}


def describe(option: TemplateOption) -> str:
    """Say in words what values an option takes."""
    return {
        "text": "a text",
        "texts": "a text or a list of texts",
        "number": "a whole number from 0",
        "yes-no": "true or false",
        "choice": f"one of {', '.join(option.choices)}",
    }[option.type]


def _looks(file: SettingsFile) -> Mapping[str, WordLook]:
    tables = _table(file, "word", "[word.title] and lines such as size = 20")
    return {role: _look(file, role, held) for role, held in tables.items()}


def _look(file: SettingsFile, role: str, held: Mapping[str, object]) -> WordLook:
    table = f"word.{role}"
    for key, value in held.items():
        if key not in LOOKS:
            raise file.wrong(f"a style of Word has no {key!r}", suggest(key, tuple(LOOKS)), key, table)
        wanted = _describe_look(key)
        kinds = LOOKS[key]
        fits = value in _CHOICES[key] if key in _CHOICES else _is_of(value, kinds)
        if not fits:
            raise file.wrong(f"{table}.{key} = {value!r} is not {wanted}", f"give {wanted}", key, table)
    return WordLook(**held)  # type: ignore[arg-type]  # each was checked by its field


def _is_of(value: object, kind: str) -> bool:
    if kind.startswith("bool"):
        return isinstance(value, bool)
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 400


def _describe_look(key: str) -> str:
    if key in _CHOICES:
        return f"one of {', '.join(_CHOICES[key])}"
    return "true or false" if LOOKS[key].startswith("bool") else "a number of points from 0 to 400"


def _words(file: SettingsFile) -> Mapping[str, Mapping[str, str]]:
    tables = _table(file, "words", '[words.sources] and lines such as en = "Sources"')
    for name, held in tables.items():
        table = f"words.{name}"
        if not held:
            raise file.wrong(f"{table} has no words", 'write en = "…"', name, "words")
        for lang, said in held.items():
            if not _LANGUAGE.fullmatch(lang):
                raise file.wrong(f"{lang!r} is no language", 'write en = "…" or pt-BR = "…"', lang, table)
            if not isinstance(said, str):
                raise file.wrong(f"{table}.{lang} = {said!r} is no text", f'write {lang} = "…"', lang, table)
    return {name: {lang: str(said) for lang, said in held.items()} for name, held in tables.items()}


def _word_styles(file: SettingsFile) -> Mapping[str, str]:
    value = file.table["word_styles"]
    if isinstance(value, Mapping) and all(isinstance(style, str) for style in value.values()):
        return {str(role): str(style) for role, style in value.items()}
    raise file.wrong(
        "word_styles is no table of roles and styles",
        'write [word_styles] and lines such as body = "Fließtext"',
        "word_styles",
    )
