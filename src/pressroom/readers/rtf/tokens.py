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
BREAKS = ("par", "row", "cell", "nestcell", "nestrow", "sect", "page")
CODE_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
