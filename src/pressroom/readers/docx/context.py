"""What all parts of a Word document share while they are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.readers.common.pictures import Pictures
from pressroom.readers.docx.numbering import WordNumbering
from pressroom.readers.docx.package import Word
from pressroom.readers.docx.styles import WordStyles


@dataclass(slots=True)
class WordContext:
    """The document at hand and what gathers beside its text.

    ``notes`` maps (kind, id) of every note that was called to its label, in the order of the calls;
    ``marks`` has the marks that authors chose for notes, ``formulas`` are those that are written in a line.
    """

    word: Word
    styles: WordStyles
    numbering: WordNumbering
    pictures: Pictures
    left_out: list[tuple[str, str]] = field(default_factory=list)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    known_notes: frozenset[tuple[str, str]] = frozenset()
    diagnostics: list[Diagnostic] = field(default_factory=list)
    unlinked: set[str] = field(default_factory=set)
    marks: dict[tuple[str, str], str] = field(default_factory=dict)
    formulas: list[str] = field(default_factory=list)

    def leave_out(self, words: str, reason: str) -> None:
        """Note words that are in no block."""
        if words.strip():
            self.left_out.append((" ".join(words.split()), reason))

    def note(self, kind: str, ident: str) -> str:
        """Return the label of a note that is called, "" when there is no such note."""
        if (kind, ident) not in self.known_notes:
            return ""
        return self.notes.setdefault((kind, ident), str(len(self.notes) + 1))

    def no_link(self, address: str) -> None:
        """Note an address that cannot be linked to."""
        self.unlinked.add(address)

    def no_symbol(self, letter: str, font: str) -> None:
        """Note a letter that only one font knows the look of."""
        name = f"{font or 'an unnamed font'} {ord(letter):04X}"
        self.left_out.append((name, "a symbol that only its font can show"))
        self.warn(
            "symbol-dropped",
            f"a symbol is left out: only its font can show it ({name})",
            "type a letter of Unicode",
        )

    def warn(self, rule: str, message: str, cure: str) -> None:
        """Note what is not there, once."""
        found = Diagnostic(Severity.WARNING, rule, message, cure, where=self.word.package.source)
        if found not in self.diagnostics:
            self.diagnostics.append(found)
