"""Formulas: TeX in Word's own mathematics markup, so that Word can edit them.

The part of TeX that reports use: scripts, fractions, roots, accents, sums and integrals with their bounds,
Greek, the usual signs, upright words. What is not known keeps its name as text, so that nothing is lost.
"""

from __future__ import annotations

import re

from pressroom.writers.docx.package.markup import escape

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|[{}^_\[\]]|\d+(?:[.,]\d+)*|\s+|.", re.DOTALL)
_GREEK_NAMES = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi "
    "chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega"
)
_GREEK = dict(zip(_GREEK_NAMES.split(), "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩ", strict=True))
_SIGNS = _GREEK | {
    "times": "×",
    "cdot": "·",
    "div": "÷",
    "pm": "±",
    "mp": "∓",
    "le": "≤",
    "leq": "≤",
    "ge": "≥",
    "geq": "≥",
    "ne": "≠",
    "neq": "≠",
    "approx": "≈",
    "sim": "∼",
    "equiv": "≡",
    "propto": "∝",
    "infty": "∞",
    "partial": "∂",
    "nabla": "∇",
    "to": "→",
    "rightarrow": "→",
    "leftarrow": "←",
    "Rightarrow": "⇒",
    "in": "∈",
    "notin": "∉",
    "subset": "⊂",
    "cup": "∪",
    "cap": "∩",
    "forall": "∀",
    "exists": "∃",
    "ldots": "…",
    "cdots": "⋯",
    "degree": "°",
    "circ": "∘",
    "prime": "′",
    "langle": "⟨",
    "rangle": "⟩",
    "lbrace": "{",
    "rbrace": "}",
    "quad": "\u2003",
    "qquad": "\u2003\u2003",
}
_ESCAPES = {",": "\u2009", ";": "\u2005", ":": "\u2005", "!": "", " ": " ", "\\": " ", "|": "‖"}
_LARGE = {"sum": "∑", "prod": "∏", "int": "∫", "iint": "∬", "oint": "∮"}
_ACCENTS = {
    "bar": "\u0305",
    "overline": "\u0305",
    "hat": "\u0302",
    "tilde": "\u0303",
    "vec": "\u20d7",
    "dot": "\u0307",
}
_WORDS = ("text", "mathrm", "operatorname", "textrm", "mathbf", "mathit")
_FUNCTIONS = ("sin", "cos", "tan", "log", "ln", "exp", "min", "max", "lim", "det", "Pr")
_PASSED = ("left", "right", "big", "Big", "bigl", "bigr", "displaystyle", "limits")
_DEEPEST = 40


def formula_xml(tex: str) -> str:
    """Return ``m:oMath`` for a formula."""
    return f"<m:oMath>{_TexParser(tex).all()}</m:oMath>"


def _run(text: str, *, upright: bool = False) -> str:
    style = '<m:rPr><m:sty m:val="p"/></m:rPr>' if upright else ""
    return f'<m:r>{style}<m:t xml:space="preserve">{escape(text)}</m:t></m:r>' if text else ""


class _TexParser:
    def __init__(self, tex: str) -> None:
        self._tokens = _TOKEN.findall(tex.strip())
        self._at = 0
        self._depth = 0

    def all(self) -> str:
        """Read to the end; a closing brace too many is passed over."""
        parts = []
        while self._at < len(self._tokens):
            parts.append(self._row())
            self._at += 1
        return "".join(parts)

    def _next(self, *, spaces: bool = False) -> str:
        while not spaces and self._at < len(self._tokens) and self._tokens[self._at].isspace():
            self._at += 1
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _take(self) -> str:
        token = self._next()
        self._at += 1
        return token

    def _row(self, end: str = "}") -> str:
        """Read until a closing token, which is left."""
        parts: list[str] = []
        while self._next() and self._next() != end:
            parts.append(self._scripted())
        return "".join(parts)

    def _scripted(self) -> str:
        if self._next().lstrip("\\") in _LARGE and self._next().startswith("\\"):
            return self._large()
        base = "" if self._next() in ("^", "_") else self._atom()
        below, above = self._scripts()
        return _scripts(base, below, above) if below or above else base

    def _scripts(self) -> tuple[str, str]:
        found = {"_": "", "^": ""}
        while self._next() in found and not found[self._next()]:
            sign = self._take()
            found[sign] = self._atom()
        return found["_"], found["^"]

    def _large(self) -> str:
        sign = _LARGE[self._take()[1:]]
        while self._next() == "\\limits":
            self._at += 1
        below, above = self._scripts()
        hidden = "" if below else '<m:subHide m:val="1"/>'
        hidden += "" if above else '<m:supHide m:val="1"/>'
        body = self._scripted() if self._next() not in ("", "}") else ""
        return (
            f'<m:nary><m:naryPr><m:chr m:val="{sign}"/>{hidden}</m:naryPr><m:sub>{below}</m:sub>'
            f"<m:sup>{above}</m:sup><m:e>{body}</m:e></m:nary>"
        )

    def _atom(self) -> str:
        """Read what a command or a script takes: a group in braces or one token."""
        taken = self._take()
        if taken == "{":
            return self._group("}")
        if taken.startswith("\\") and len(taken) > 1:
            return self._command(taken[1:])
        return _run(taken)

    def _group(self, end: str) -> str:
        self._depth += 1
        if self._depth > _DEEPEST:  # nobody's formula: the rest is taken as it stands
            rest, self._at = "".join(self._tokens[self._at :]), len(self._tokens)
            return _run(rest)
        inner = self._row(end)
        self._at += 1
        self._depth -= 1
        return inner

    def _command(self, name: str) -> str:
        if name in _SIGNS or name in _ESCAPES:
            return _run(_SIGNS.get(name, _ESCAPES.get(name, "")))
        if name in _PASSED:
            return ""
        if name in ("frac", "dfrac", "tfrac"):
            return f"<m:f><m:num>{self._atom()}</m:num><m:den>{self._atom()}</m:den></m:f>"
        if name == "sqrt":
            return self._root()
        if name in _ACCENTS:
            accent = f'<m:accPr><m:chr m:val="{_ACCENTS[name]}"/></m:accPr>'
            return f"<m:acc>{accent}<m:e>{self._atom()}</m:e></m:acc>"
        if name in _WORDS:
            return self._words()
        return _run(name, upright=True) if name in _FUNCTIONS or name.isalpha() else _run(name)

    def _root(self) -> str:
        degree = ""
        if self._next() == "[":
            self._at += 1
            degree = self._group("]")
        hidden = "" if degree else '<m:radPr><m:degHide m:val="1"/></m:radPr>'
        return f"<m:rad>{hidden}<m:deg>{degree}</m:deg><m:e>{self._atom()}</m:e></m:rad>"

    def _words(self) -> str:
        if self._next() != "{":
            return self._atom()
        self._at += 1
        words: list[str] = []
        while (part := self._next(spaces=True)) and part != "}":
            words.append(part)
            self._at += 1
        self._at += 1
        return _run("".join(words), upright=True)


def _scripts(base: str, below: str, above: str) -> str:
    inner = f"<m:e>{base}</m:e>"
    if below and above:
        return f"<m:sSubSup>{inner}<m:sub>{below}</m:sub><m:sup>{above}</m:sup></m:sSubSup>"
    if below:
        return f"<m:sSub>{inner}<m:sub>{below}</m:sub></m:sSub>"
    return f"<m:sSup>{inner}<m:sup>{above}</m:sup></m:sSup>"
