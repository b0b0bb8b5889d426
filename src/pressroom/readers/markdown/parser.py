"""markdown-it set up for us: its extensions, offsets of inline tokens, and an honest end to deep nesting."""

from __future__ import annotations

import re
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.html_block import html_block
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from pressroom.readers.common.pictures import ENDING
from pressroom.readers.markdown.htmltags import TAG, is_markup

LONGEST = 20_000  # characters of a paragraph
DEEPEST = 40  # containers in containers; a text that people wrote has five
CALLOUTS = {
    "note": "note",
    "info": "note",
    "seealso": "note",
    "abstract": "note",
    "summary": "note",
    "example": "note",
    "tip": "tip",
    "hint": "tip",
    "success": "tip",
    "important": "important",
    "attention": "important",
    "warning": "warning",
    "caution": "caution",
    "danger": "caution",
    "error": "caution",
}
ALERT = re.compile(r"\[!(?P<kind>[A-Za-z]+)\][+-]?[ \t]*")  # what a quotation begins with that is a callout
_WHOLE = ("table", "figure", "svg")
# a picture whose name has blanks, for which CommonMark wants <…>
_SPACED_PICTURE = re.compile(
    rf"!\[(?P<alt>[^\[\]\n]{{0,300}})\]\([ \t]*(?P<src>[^<>\"\n\s][^<>\"\n]{{0,300}}?{ENDING})"
    r"(?:[ \t]+\"(?P<title>[^\"\n]*)\")?[ \t]*\)",
    re.IGNORECASE,
)
_PICTURE_WIDTH = re.compile(
    r"\{[^{}\n]*?(?<![\w-])width[ \t]*=[ \t]*(?P<width>\d[\d.,]*[a-zA-Z%]*)(?![^ \t}])[^{}\n]*\}"
)
_FORMULA = re.compile(r"\$(?![\s$])([^$\n]*)(?<!\s)\$(?!\d)")
_TEX = re.compile(r"[\\^_=+<>{}*/|]")


class TooHeavyError(Exception):
    """A text is beyond what the parser can read; the message says why, in words."""


class _Blocks(ParserBlock):
    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 - a method of markdown-it's base class
        if state.level > DEEPEST:
            # the parser would drop the inner parts in silence
            raise TooHeavyError(f"it nests lists or quotations deeper than {DEEPEST} levels")
        super().tokenize(state, startLine, endLine)


class _State(StateInline):
    """Notes in each token's ``map``, which inline tokens don't use, where it begins in the content."""

    def __init__(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self._pending_at: int | None = None
        self._last = (-1, 0)

    def append_pending(self, text: str) -> None:
        if self._pending_at is None:
            self._pending_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - a method of markdown-it's base class
        token = super().pushPending()
        token.map = None if self._pending_at is None else [self._pending_at]
        self._pending_at = None
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        self._pending_at = None
        # a run of emphasis marks is pushed mark by mark from the place where it begins
        at, count = self._last
        count = count + 1 if at == self.pos and ttype == "text" else 0
        self._last = (self.pos, count)
        token.map = [self.pos + count]
        return token


class _Inlines(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - a method of markdown-it's base class
        """Take every address for a link; ``links.sanitize_href`` judges it when it is read."""
        return True


def build_parser() -> MarkdownIt:
    """Return a parser; its tokens are meant for ``blocks.read``, not for markdown-it's renderer."""
    md = _Parser("zero")
    md.block, md.inline = _Blocks(), _Inlines()
    md.configure("commonmark", {"maxNesting": DEEPEST + 20, "tasklists": True})
    md.enable(["table", "strikethrough"])
    md.use(footnote_plugin, move_to_end=False)
    md.use(deflist_plugin)
    md.use(attrs_plugin)
    md.use(attrs_block_plugin)
    md.use(dollarmath_plugin, allow_labels=False, allow_blank_lines=False)
    md.inline.ruler.at("math_inline", _formula)
    md.inline.ruler.after("image", "spaced_picture", _read_spaced_picture)
    md.inline.ruler.before("attr", "picture_width", _read_picture_width)
    md.block.ruler.at("html_block", _html_block, {"alt": ["paragraph", "reference", "blockquote"]})
    md.block.ruler.before("paragraph", "alert", _alert)
    md.use(admon_plugin)
    md.use(container_plugin, "callout", validate=_is_callout)
    md.core.ruler.at("inline", _running_text)
    # both would join tokens, and with them lose where the second began
    md.core.ruler.disable("text_join")
    md.inline.ruler2.disable("fragments_join")
    return md


def _running_text(state: StateCore) -> None:
    """Parse running text, but for absurdly long paragraphs, in which hostile marks take hours."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        if len(token.content) <= LONGEST:
            state.md.inline.parse(token.content, state.md, state.env, token.children)
            continue
        at = 0
        for line in token.content.split("\n"):
            if at:
                token.children.append(Token("softbreak", "br", 0, map=[at - 1]))
            token.children.append(Token("text", "", 0, content=line, map=[at]))
            at += len(line) + 1


def _html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take lines for HTML where they begin with a tag that is, and a table or figure with all up to its end.

    The rule of CommonMark ends a table at its first blank line, and takes "<name>" for HTML as well.
    """
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    found = TAG.match(line)
    if found:
        ends = bool(re.search(rf"<{'' if found['end'] else '/'}{found['name']}\b", state.src, re.IGNORECASE))
        if not is_markup(found["name"], found["attrs"], ends=ends):
            return False
    if not html_block(state, start, end, silent):
        return False
    if not silent and found and found["name"].lower() in _WHOLE and not found["end"]:
        _extend(state, found["name"], start, end)
    return True


def _alert(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """End a paragraph behind the "[!NOTE] Title" of a quotation, so that any block may follow it."""
    if silent or start + 1 >= end or not state.tokens or state.tokens[-1].type != "blockquote_open":
        return False
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    if not ALERT.match(line):
        return False
    state.push("paragraph_open", "p", 1).map = [start, start + 1]
    words = state.push("inline", "", 0)
    words.content, words.map, words.children = line.strip(), [start, start + 1], []
    state.push("paragraph_close", "p", -1)
    state.line = start + 1
    return True


def _extend(state: StateBlock, name: str, start: int, end: int) -> None:
    """Extend the HTML just read to the line on which its first element ends, if it does end."""
    token = state.tokens[-1]
    tags = re.compile(rf"<(/?){name}\b", re.IGNORECASE)
    depth = 0
    for line in range(start, end):
        text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
        if state.sCount[line] < state.blkIndent and text:
            return
        for found in tags.finditer(text):
            depth += -1 if found[1] else 1
        if depth <= 0:
            if line + 1 > state.line:
                state.line = line + 1
                token.map = [start, line + 1]
                token.content = state.getLines(start, line + 1, state.blkIndent, True)
            return


def _is_callout(params: str, *_: object) -> bool:
    return params.strip().partition(" ")[0].strip("{}").lower() in CALLOUTS


def _read_spaced_picture(state: StateInline, silent: bool) -> bool:
    """Take "![The port](The port at dawn.jpg)" for a picture."""
    found = _SPACED_PICTURE.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "!" else None
    if not found:
        return False
    if not silent:
        words: list[Token] = []
        state.md.inline.parse(found["alt"], state.md, state.env, words)
        token = state.push("image", "img", 0)
        token.attrs = {"src": found["src"], "alt": "", "title": found["title"] or ""}
        token.children, token.content = words, found["alt"]
    state.pos = found.end()
    return True


def _read_picture_width(state: StateInline, silent: bool) -> bool:
    """Take "{width=50%}" behind a picture as Pandoc does; the rule for attributes wants quotation marks."""
    if silent or state.pending or not state.tokens or state.tokens[-1].type != "image":
        return False
    found = _PICTURE_WIDTH.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "{" else None
    if not found:
        return False
    state.tokens[-1].attrSet("width", found["width"])
    state.pos = found.end()
    return True


def _formula(state: StateInline, silent: bool) -> bool:
    """Take "$x^2$" for a formula, and leave "$5 million (C$7 million)" alone."""
    if state.src[state.pos] != "$" or (state.pos and state.src[state.pos - 1] in "\\$"):
        return False
    found = _FORMULA.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    tex = found.group(1)
    before = state.src[state.pos - 1 : state.pos]
    if before.isalnum() or not ((len(tex) <= 2 and tex.isalpha()) or _TEX.search(tex)):
        return False
    if tex[0].isdigit() and " " in tex and "\\" not in tex and "=" not in tex and "^" not in tex:
        return False
    if not silent:
        token = state.push("math_inline", "math", 0)
        token.content = tex
        token.markup = "$"
    state.pos = found.end()
    return True
