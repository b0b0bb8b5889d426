"""A template folder as a value: its files' text and its settings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

from pressroom.model.look import WordLook

ContentsRule = Literal["auto", "always", "never"]
NumbersRule = Literal["key", "all"]
OptionType = Literal["text", "texts", "number", "yes-no", "choice"]
OptionValue = str | int | bool | tuple[str, ...]


CONTENTS_FROM_PAGES, LISTS_FROM = 4, 8


@dataclass(frozen=True, slots=True)
class TemplateOption:
    """What a report may choose of a template: its type, its value where nothing is chosen, and its meaning.

    ``choices`` are the values of an option of the type "choice".
    """

    name: str
    type: OptionType
    default: OptionValue
    meaning: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """A template, with what it inherits. ``files`` are the texts of its folder by name ("report.html.j2",
    "print.css"); those of the templates that it inherits are there under "base/report.html.j2" as well.

    ``sample`` is a text of seeds/ that shows it. ``folder`` is how messages name it, ``places`` names the
    files that do not stand in it. ``contents`` says when the page carries a table of contents; "auto" means:
    when the report is longer than ``contents_from_pages`` pages. A page with contents lists figures and
    tables too where there are ``lists_from`` of a kind. ``numbers`` is "all" where every number that can be
    worded is to be shown, not the key ones alone. ``reference`` is the Word file whose design Word outputs
    take, ``word_styles`` its styles by role and ``word_looks`` what differs of the brand's styles
    (docs/word.md). ``options`` are what a report may choose, ``chosen`` what one has chosen. ``formats`` are
    those that it is made for, ``needs`` what a report must have to look complete, by the names of ``NEEDS``.
    ``words`` are those that it prints of its own: for each name its words by language.
    """

    name: str
    folder: str
    files: Mapping[str, str]
    description: str = ""
    sample: str = ""
    contents: ContentsRule = "auto"
    contents_from_pages: int = CONTENTS_FROM_PAGES
    lists_from: int = LISTS_FROM
    numbers: NumbersRule = "key"
    formats: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    options: tuple[TemplateOption, ...] = ()
    chosen: Mapping[str, OptionValue] = field(default_factory=dict)
    reference: bytes | None = None
    word_styles: Mapping[str, str] = field(default_factory=dict)
    word_looks: Mapping[str, WordLook] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)

    @property
    def values(self) -> dict[str, OptionValue]:
        """The value of each option: as chosen, or else its default."""
        return {option.name: option.default for option in self.options} | dict(self.chosen)

    def find_place(self, name: str) -> str:
        """Return how messages name a file of the template."""
        return self.places.get(name, f"{self.folder}/{name}")

    def locate(self, pattern: str, ending: str) -> str:
        """Return file and line where something is written in the files whose names end so, the template's own
        first; the folder where it is not found.
        """
        own = f"{self.folder}/"
        files = sorted(
            (name for name in self.files if name.endswith(ending)),
            key=lambda name: (not self.find_place(name).startswith(own), name),
        )
        for name in files:
            found = re.search(pattern, self.files[name], re.MULTILINE)
            if found:
                return f"{self.find_place(name)}:{self.files[name].count(chr(10), 0, found.start()) + 1}"
        return self.folder

    def find_word(self, name: str, lang: str) -> str | None:
        """Return one of the template's own words in a language ("de-AT" or else "de"), else in English or the
        first that is given; None for a name that the template does not have.
        """
        held = self.words.get(name)
        if held is None:
            return None
        languages = (lang, lang.partition("-")[0], "en", next(iter(held)))
        return next(held[each] for each in languages if each in held)

    def list_paragraph_classes(self) -> frozenset[str]:
        """Return the classes that the template's files give to paragraphs, as far as they are written out."""
        found = (_CLASS.findall(text) for name, text in self.files.items() if name.endswith(".j2"))
        return frozenset(name for values in found for value in values for name in value.split())


_CLASS = re.compile(r"""<p\b[^>]*?\bclass\s*=\s*["']([^"'{}]+)""")


class UnknownWordError(ValueError):
    """A template asks for a word that neither it nor Pressroom has; ``cure`` says what to do."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"there is no word {name!r}")
        near = get_close_matches(name, known, 1)
        own = f'give it in template.toml: [words.{name}] and lines such as en = "…"'
        self.cure = f"did you mean {near[0]}? Or {own}" if near else own


def find_word(template: Template, labels: Mapping[str, str], name: str, lang: str) -> str:
    """Return a printed word by name: the template's own, else one of ``labels``. Raises UnknownWordError."""
    found = template.find_word(name, lang)
    if found is None:
        found = labels.get(name)
    if found is None:
        raise UnknownWordError(name, (*template.words, *labels))
    return found


# what a template may need, and how to give it
NEEDS: Mapping[str, str] = {
    "title": "put it on the first line of the text, with an empty line under it",
    "date": "set it: date = 2026-05-03",
    "author": 'set it: author = "Name"',
    "issuer": 'set it: issuer = "Ministry of Works"',
    "contact": 'write it under a heading Contact, or set it: contact = "Press office, press@example.org"',
    "address": 'give address = ["Street 1", "Town"] in the brand file',
    "recipient": "write the name and address above the salutation",
    "key numbers": "name the numbers to show with [[number]]; report numbers lists those found",
    "sections": "give the text headings, each on a line of its own",
    "fields": "begin the text with lines such as To: and From:",
    "attendance": "write a line that begins with Present:",
}
