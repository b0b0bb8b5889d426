"""A template folder as a value: its files' text and its settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    places: Mapping[str, str] = field(default_factory=dict)

    @property
    def values(self) -> dict[str, OptionValue]:
        """The value of each option: as chosen, or else its default."""
        return {option.name: option.default for option in self.options} | dict(self.chosen)

    def find_place(self, name: str) -> str:
        """Return how messages name a file of the template."""
        return self.places.get(name, f"{self.folder}/{name}")


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
