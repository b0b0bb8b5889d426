"""The tokens of RTF: control words with their numbers, groups, bytes; and what the words mean."""

from __future__ import annotations

import re

TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<arg>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<symbol>[^a-zA-Z])"
    rb"|(?P<open>\{)|(?P<close>\})|[\r\n]+|(?P<text>[^\\{}\r\n]+)|(?P<rest>\\)",
    re.DOTALL,
)
# destinations whose words are no text
UNREAD = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "listtable",
        "listoverridetable",
        "revtbl",
        "rsidtbl",
        "generator",
        "themedata",
        "colorschememapping",
        "latentstyles",
        "datastore",
        "xmlnstbl",
        "mmathPr",
        "filetbl",
        "pict",
        "object",
        "objdata",
        "fldinst",
        "pntxta",
        "pntxtb",
        "bkmkstart",
        "bkmkend",
        "pgptbl",
        "wgrffmtfilter",
        "header",
        "headerl",
        "headerr",
        "headerf",
        "footer",
        "footerl",
        "footerr",
        "footerf",
        "annotation",
        "atnid",
        "atnauthor",
        "atrfstart",
        "atrfend",
        "info",
        "operator",
        "shpinst",
        "nonshppict",
        "listname",
        "nonesttables",
        "shprslt",
        "tc",
        "tcn",
        "upr",
        "xe",
    ]
)
# destinations whose words are left out, with the reason
LEFT_OUT = {"annotation": "comment"} | {
    f"{kind}{side}": f"page {kind}" for kind in ("header", "footer") for side in ("", "l", "r", "f")
}
CHARACTERS = {
    "tab": " ",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "~": "\xa0",
    "_": "\u2011",
    "-": "",
}
INFORMATION = ("title", "author", "subject")
# words that open a destination or a structure of their own
DESTINATIONS = frozenset(("pntext", "listtext", "footnote", "field", *INFORMATION))
TEXT_BOXES = ("shptxt", "dptxbxtext")
BREAKS = ("line", "par", "row", "cell", "nestcell", "nestrow", "sect", "page")
# kinds of picture: those that are read, and those that no page can show
PICTURES = {"pngblip": True, "jpegblip": True} | dict.fromkeys(
    ("emfblip", "wmetafile", "dibitmap", "wbitmap", "macpict", "pmmetafile"), False
)
CODE_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
# code pages of fonts, by the number that \\fcharset gives
CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    78: "shift_jis",
    79: "euc_kr",
    80: "gb2312",
    81: "big5",
    83: "mac_hebrew",
    84: "mac_arabic",
    85: "mac_greek",
    86: "mac_turkish",
    88: "mac_latin2",
    89: "mac_cyrillic",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
SYMBOL_CHARSET = 2
