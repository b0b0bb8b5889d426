"""Reads, updates and compiles the catalogues; script/translations runs it."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from pressroom.translations.interface import INTERFACE
from pressroom.translations.messages import MESSAGES

FOLDER = Path(__file__).resolve().parents[2] / "src" / "pressroom" / "translations"


class Domain(NamedTuple):
    """Words that are translated together: the folder of their catalogues, and their English by name."""

    folder: Path
    messages: Mapping[str, str | tuple[str, str]]
    about: str
    module: str


DOMAINS = (
    Domain(FOLDER, MESSAGES, "reports", "messages.py"),
    Domain(FOLDER / "interface", INTERFACE, "the preview", "__init__.py"),
)
_PARTS = re.compile(r"\{\w+\}")


class PlainCatalog(Catalog):
    """A catalogue whose head names no day and no program: the same words are the same file."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]


def read_catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.stem)


def update(old: Catalog, domain: Domain = DOMAINS[0]) -> Catalog:
    """Return a catalogue with the messages of today: with their words, those of changed ones as fuzzy."""
    known = {message.context: message for message in old if message.id}
    language = old.locale.get_display_name("en") if old.locale else ""
    head = (
        f"# The words of {domain.about} in {language}: see {domain.module}. "
        "script/translations brings it up to date."
    )
    new = PlainCatalog(locale=old.locale, header_comment=head, charset="utf-8", fuzzy=False)
    for name, text in domain.messages.items():
        before = known.get(name)
        flags = {"python-brace-format"} if _PARTS.search(str(text)) else set()
        empty = "" if isinstance(text, str) else ("",) * new.num_plurals
        if before is None or isinstance(before.id, str) != isinstance(text, str):
            new.add(text, empty, context=name, flags=flags)
            continue
        fuzzy = before.fuzzy or before.id != text
        notes = before.user_comments
        new.add(
            text,
            before.string,
            context=name,
            flags=flags | ({"fuzzy"} if fuzzy else set()),
            user_comments=notes,
        )
    return new


def list_missing(catalogue: Catalog) -> list[str]:
    """Return the names of the messages without words, or with words for an earlier text."""
    return [str(message.context) for message in catalogue if message.id and not is_done(message)]


def is_done(message: Message) -> bool:
    words = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return bool(words) and all(words) and not message.fuzzy


def write_text(catalogue: Catalog) -> bytes:
    made = io.BytesIO()
    write_po(made, catalogue, width=0, omit_header=False)
    return made.getvalue()


def compile_catalogue(catalogue: Catalog) -> bytes:
    made = io.BytesIO()
    write_mo(made, catalogue)
    return made.getvalue()


def main(arguments: list[str]) -> None:
    match arguments:
        case ["--new", lang]:
            for domain in DOMAINS:
                (domain.folder / f"{lang}.po").touch()
        case []:
            pass
        case _:
            raise SystemExit("usage: script/translations [--new LANGUAGE]")
    for domain in DOMAINS:
        for path in sorted(domain.folder.glob("*.po")):
            catalogue = update(read_catalogue(path), domain)
            path.write_bytes(write_text(catalogue))
            path.with_suffix(".mo").write_bytes(compile_catalogue(catalogue))
            missing = ", ".join(list_missing(catalogue)) or "complete"
            sys.stdout.write(f"{path.relative_to(FOLDER)}: {missing}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
