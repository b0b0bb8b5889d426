"""What a mail may ask of the programs that show it: CSS, elements and pictures that all of them know.

The source is caniemail.com (github.com/hteumeuleu/caniemail, folder _features): the newest test of each
program of Gmail, Outlook and Apple Mail. A style attribute, which all of them read, may hold what each one
knows at least in part; a rule in an at-rule what those know that read at-rules: whoever reads none shows
the wide, light mail, whole. Windows Mail, withdrawn in 2024, isn't counted. benchmarks/outputs.py mail
--caniemail FOLDER compares these tables with a copy of that data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import tinycss2
from lxml import html as parser

# property → page of caniemail; "" for what is older than any test of it (CSS 1)
INLINE: Mapping[str, str] = {
    "background": "css-background",
    "border": "css-border",
    "border-bottom": "css-border",
    "border-collapse": "css-border-collapse",
    "border-left": "css-border",
    "border-right": "css-border",
    "border-top": "css-border",
    "color": "",
    "display": "css-display",
    "font-family": "css-font",
    "font-size": "css-font-size",
    "font-style": "",
    "font-weight": "css-font-weight",
    "height": "css-height",
    "letter-spacing": "css-letter-spacing",
    "line-height": "css-line-height",
    "list-style-type": "css-list-style-type",
    "margin": "css-margin",
    "max-width": "css-max-width",
    "padding": "css-padding",
    "padding-left": "css-padding",
    "padding-right": "css-padding",
    "text-align": "css-text-align",
    "text-decoration": "css-text-decoration",
    "text-transform": "css-text-transform",
    "vertical-align": "css-vertical-align",
    "width": "css-width",
    "word-break": "css-word-break",
}
AT_RULE: Mapping[str, str] = {
    **INLINE,
    "border-bottom-color": "css-border",
    "border-color": "css-border",
    "border-top-color": "css-border",
    # Outlook for Windows knows neither, and reads no at-rule
    "overflow-x": "css-overflow",
    "table-layout": "css-table-layout",
}
# Gmail's page for phones shows what is not displayed (css-display-none): an opening line, a second picture
DISPLAYS = frozenset({"block", "none"})
MEDIA = re.compile(r"screen|\(max-width: ?\d+px\)|\(prefers-color-scheme: ?dark\)")
SELECTOR = re.compile(
    r"(?:\.?[a-z][\w-]*)(?: (?:\+ )?\.?[a-z][\w-]*)*"
)  # types and classes, one after another
UNITS = frozenset({"px"})
STYLE_BYTES = 16_000  # Gmail drops a longer style sheet (html-style)
ELEMENTS = frozenset(
    {"html", "head", "meta", "title", "style", "body", "div", "p", "span", "br", "hr", "a", "img"}
    | {"table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote"}
    | {"em", "strong", "b", "i", "s", "sup", "sub", "code"}
)


def find_unsupported(html: str) -> list[str]:
    """Return what a mail's HTML asks for that some program does not know, each once."""
    root = parser.document_fromstring(html)
    found: list[str] = []
    for element in root.iter():
        if not isinstance(element.tag, str):
            for comment in re.findall(r'style="([^"]*)"', element.text or ""):
                found += check_declarations(tinycss2.parse_declaration_list(comment), INLINE, "[if mso]")
            continue
        if element.tag not in ELEMENTS:
            found.append(f"<{element.tag}>")
        style = tinycss2.parse_declaration_list(element.get("style", ""))
        found += check_declarations(style, INLINE, f"<{element.tag} style>")
    for sheet in root.iter("style"):
        found += check_sheet(sheet.text or "")
    return list(dict.fromkeys(found))


def check_sheet(text: str) -> Iterator[str]:
    """Yield what is wrong with a style sheet that stays a style sheet."""
    if len(text.encode()) > STYLE_BYTES:
        yield f"a style sheet of {len(text.encode())} bytes"
    for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        condition = tinycss2.serialize(getattr(rule, "prelude", [])).strip()
        if rule.type != "at-rule" or rule.lower_at_keyword != "media" or not MEDIA.fullmatch(condition):
            yield f"{rule.type} {condition}"
            continue
        for inner in tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True):
            selectors = tinycss2.serialize(inner.prelude).strip()
            if inner.type != "qualified-rule":
                yield f"{inner.type} in @media {condition}"
                continue
            for selector in selectors.split(","):
                if not SELECTOR.fullmatch(" ".join(selector.replace("+", " + ").split())):
                    yield f"selector {selector.strip()}"
            yield from check_declarations(
                tinycss2.parse_declaration_list(inner.content), AT_RULE, f"@media {condition}"
            )


def check_declarations(nodes: list[object], known: Mapping[str, str], where: str) -> Iterator[str]:
    """Yield what is wrong with the declarations of one element or rule."""
    for node in nodes:
        if node.type in ("whitespace", "comment"):
            continue
        if node.type != "declaration":
            yield f"{where}: {node.type}"
            continue
        name, value = node.lower_name, tinycss2.serialize(node.value).strip()
        if name.startswith("mso-"):
            continue  # Outlook's own; no other program reads it
        if name not in known:
            yield f"{where}: {name}"
        elif name == "display" and value not in DISPLAYS:
            yield f"{where}: display: {value}"
        yield from (f"{where}: {name}: {value}" for token in node.value if is_bad_value(name, token))


def is_bad_value(name: str, token: object) -> bool:
    """Tell whether some program drops a part of a value: a function, a unit, a negative margin."""
    if token.type == "function":
        return True
    if token.type == "dimension":
        return token.lower_unit not in UNITS or (name.startswith("margin") and token.value < 0)
    return False
