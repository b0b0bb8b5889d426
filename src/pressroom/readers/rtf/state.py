"""What holds at a place of an RTF file: for its letters, its paragraph, its link."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pressroom.model.inline import PictureWidth
from pressroom.model.paper import TWIPS_PER_MM
from pressroom.readers.common.pictures import measure_office_width


@dataclass(frozen=True, slots=True)
class LetterState:
    """What holds for the letters of a group; ``size`` in half points, ``depth`` counts the groups round it;
    ``font`` is a number of the font table, None for the default.

    ``destination`` is the control word that says where the letters go, "" for the text; ``unicode_skip`` is
    how many letters follow each one of Unicode for programs that know none.
    """

    bold: bool = False
    italic: bool = False
    strike: bool = False
    superscript: bool = False
    subscript: bool = False
    hidden: bool = False
    deleted: bool = False
    font: int | None = None
    size: int = 24
    unicode_skip: int = 1
    destination: str = ""
    depth: int = 0

    def apply(self, word: str, number: int | None) -> LetterState | None:
        """Return the state after a control word, None for a word that says nothing of letters."""
        on = number != 0
        match word:
            case "plain":
                return LetterState(
                    deleted=self.deleted,
                    unicode_skip=self.unicode_skip,
                    destination=self.destination,
                    depth=self.depth,
                )
            case "b":
                return replace(self, bold=on)
            case "i":
                return replace(self, italic=on)
            case "strike" | "striked":
                return replace(self, strike=on)
            case "super" | "sub":
                return replace(self, superscript=on and word == "super", subscript=on and word == "sub")
            case "nosupersub":
                return replace(self, superscript=False, subscript=False)
            case "v":
                return replace(self, hidden=on)
            case "deleted":
                return replace(self, deleted=on)
            case "f":
                return replace(self, font=number or 0)
            case "fs":
                return replace(self, size=number or 24)
            case "uc":
                return replace(self, unicode_skip=min(max(number or 0, 0), 8))
            case _:
                return None


@dataclass(slots=True)
class ParagraphState:
    r"""What holds for a paragraph until \pard. ``level`` is the outline level from 1, 0 for none."""

    level: int = 0
    style: int = -1
    depth: int = 0
    listed: bool = False
    in_table: bool = False

    def apply(self, word: str, number: int | None) -> None:
        """Take in a control word."""
        match word:
            case "s":
                self.style = number or 0
            case "outlinelevel":
                self.level = number + 1 if number is not None and 0 <= number < 9 else 0
            case "ls":
                self.listed = True
            case "ilvl":
                self.depth = min(max(number or 0, 0), 8)
            case "intbl":
                self.in_table = True


@dataclass(slots=True)
class OpenLink:
    """A field that is open: the depth of its group, its code, and which piece its result begins with."""

    depth: int
    start: int
    code: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Font:
    """A font of the font table: its name, the codec of its letters ("" for that of the file)."""

    name: str = ""
    codec: str = ""
    symbol: bool = False


@dataclass(slots=True)
class OpenPicture:
    """A picture whose group is open: whether its kind can be shown, and its bytes as far as read."""

    depth: int
    shown: bool = False
    twips: int = 0  # how wide it is to be, before it is scaled
    scale: int = 100
    digits: list[bytes] = field(default_factory=list)
    data: bytes = b""

    @property
    def width(self) -> PictureWidth | None:
        """How wide it is to be, None where that is not said."""
        return measure_office_width(self.twips * self.scale / 100 / TWIPS_PER_MM)

    def finish(self) -> bytes:
        """Return the picture's bytes, empty where they are broken."""
        if self.data:
            return self.data
        digits = b"".join(b"".join(self.digits).split())
        try:
            return bytes.fromhex(digits[: len(digits) & ~1].decode("ascii"))
        except ValueError:
            return b""
