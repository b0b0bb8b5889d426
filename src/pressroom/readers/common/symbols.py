"""The letters of symbol fonts: Word names them by their place in the font, not by what they mean."""

from __future__ import annotations

# Adobe's Symbol encoding, which Word's font of that name follows; a space stands where it has no letter
_SYMBOL = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼ "
    + " " * 32
    + "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
# what of Wingdings has a letter in Unicode that faces have: ticks, hands, arrows, counted discs, list marks
_WINGDINGS = {
    **dict(zip(range(0x22, 0x24), "✂✁", strict=True)),
    **dict(zip(range(0x28, 0x2B), "☎✆✉", strict=True)),
    **dict(zip(range(0x36, 0x38), "⌛⌨", strict=True)),
    **dict(zip(range(0x3E, 0x40), "✇✍", strict=True)),
    **dict(zip((0x41, 0x45, 0x46, 0x47, 0x48, 0x4A, 0x4C, 0x4E, 0x4F), "✌☜☞☝☟☺☹☠⚐", strict=True)),
    **dict(zip((0x51, 0x52, 0x54, 0x56, 0x58, 0x59, 0x5A, 0x5B, 0x5D), "✈☼❄✞✠✡☪☯☸", strict=True)),
    **{0x5E + at: chr(0x2648 + at) for at in range(12)},
    **dict(zip(range(0x6A, 0x70), "&&●❍■□", strict=True)),
    **dict(zip(range(0x71, 0x7F), "❑❒⬧⧫◆❖⬥⌧⍓⌘❀✿❝❞", strict=True)),
    0x80: "⓪",
    0x8B: "⓿",
    **{0x81 + at: chr(0x2460 + at) for at in range(10)},
    **{0x8C + at: chr(0x2776 + at) for at in range(10)},
    **dict(zip((0x9E, 0x9F, 0xA0, 0xA1, 0xA2, 0xA4, 0xA5, 0xA7, 0xA8), "·•▪○○◉◎▪□", strict=True)),
    **dict(zip(range(0xAA, 0xB0), "✦★✶✴✹✵", strict=True)),
    **dict(zip((0xB5, 0xB6, 0xD5, 0xD6, 0xD8, 0xDC), "✪✰⌫⌦➢➲", strict=True)),
    **dict(zip(range(0xDF, 0xEF), "←→↑↓↖↗↙↘" * 2, strict=True)),
    **dict(zip(range(0xEF, 0xF5), "⇦⇨⇧⇩⇔⇳", strict=True)),
    **dict(zip(range(0xFB, 0xFF), "✗✓☒☑", strict=True)),
}
_FONTS = {
    "symbol": {0x20 + at: letter for at, letter in enumerate(_SYMBOL) if letter != " "},
    "wingdings": _WINGDINGS,
}
_FIRST, _LAST = "\uf020", "\uf0ff"  # where Word puts the 224 places of a symbol font


def is_private(letter: str) -> bool:
    """Tell whether a letter means something in one font only."""
    return "\ue000" <= letter <= "\uf8ff"


def translate_symbol(font: str, letter: str) -> str:
    """Return what a letter shows in a font, in letters that all fonts may have; "" where that is unknown."""
    if not is_private(letter):
        return letter
    if not _FIRST <= letter <= _LAST:
        return ""
    return _FONTS.get(font.strip().casefold(), {}).get(ord(letter) & 0xFF, "")
