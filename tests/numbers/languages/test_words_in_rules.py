"""The words of human languages stand in the tables of languages, none in the modules of rules."""

import ast
import re
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

import pressroom.numbers
from pressroom.numbers.languages import LANGUAGES, language
from pressroom.numbers.languages.form import WordTable
from pressroom.syntax.weights import load_weights

ROOT = Path(pressroom.numbers.__file__).parent
# labels and nouns still hold their words: they are rewritten as a whole
LEFT_OUT = {"parsing/nouns.py", "parsing/plurals.py", "key/labels.py", "key/clauses.py", "key/changes.py"}
# keys, messages and summaries, no rules
LEFT_OUT |= {"key/overrides.py", "key/confirmations.py", "explain.py", "parsing/rule.py"}
# names of features
LEFT_OUT |= {"gate/fidelity.py", "gate/fidelity_weights.py"}
MODULES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in ROOT.rglob("*.py")
    if "languages" not in path.parts and path.relative_to(ROOT).as_posix() not in LEFT_OUT
)
LONGEST_PATTERN = 200  # characters

# what is told to people, or names something in the code: not compared with words of a text
SHOWN = {"Conflict", "Diagnostic", "Exclusion", "Naming", "PressroomError", "Reason", "Rule", "UsageError"}
SHOWN |= {"_warning", "_error", "_compare", "Draft", "GateRule", "state"}
TABLES_SHOWN = {
    "RULES",
    "MEASURED",
    "DIGITS",
    "WORDS",
    "NEVER",
    "HEAD",
    "_KEYS",
    "_MODULES",
    "_SHOWN_WITH",
    "__all__",
}
NAMES = {"kind", "lang", "modality", "qualifier", "reason", "rule"}  # variables that hold a name of the code
READERS = {"words", "listed", "values", "meanings", "months", "units"}  # of word lists
PATTERNS = {"compile", "compile_later", "findall", "finditer", "fullmatch", "match", "search", "split", "sub"}

# text of a string → why it may stand in rules
ALLOWED = {
    "ª": "a sign of ordinals in digits",
    "º": "a sign of ordinals in digits",
    "SIGN": "the name of a type of token",
    "WORD": "the name of a type of token",
    "en": "the code of a language",
    "e": "a letter",
}
# of a parsed sentence; each alone, or its beginning, "VERB" of "VERB-Fin"
SYNTAX = {*load_weights("en").relations, *load_weights("en").tags}
SYNTAX |= {name.partition("-")[0] for name in SYNTAX} | {name.partition(":")[0] for name in SYNTAX}
# kinds of a comparison, which rules of that module return or ask for
ALLOWED_IN = {
    "measuring/comparisons.py": {"from", "target", "was", "whole"},
    "relating/changed.py": {"from", "was"},
    "meaning/leads.py": {"claims.lead"},  # the name of a rule
}
ENDINGS = {"past", "contracted_not"}  # fields of endings of words, which are no words themselves


def vocabulary() -> frozenset[str]:
    """Return the words of all tables, those of phrases and patterns each by itself."""
    found: set[str] = set()
    values: list[object] = [language(lang) for lang in LANGUAGES]
    while values:
        value = values.pop()
        if isinstance(value, WordTable):
            values.extend(held for name, held in vars(value).items() if name not in ENDINGS)
        elif isinstance(value, str):
            found.update(tokens(value))
        elif isinstance(value, frozenset | tuple | dict):
            values.extend(value)
    return frozenset(found)


def tokens(text: str) -> list[str]:
    """Return the words of a text or of a regular expression, in small letters."""
    plain = re.sub(r"\\[A-Za-z]|\(\?P[<=]\w+|\(\?[a-z]+[:)]|\{\d*,?\d*\}", " ", text)
    return re.findall(r"[^\W\d_]+", plain.lower())


VOCABULARY = vocabulary()


def name_of(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def shown(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what of a node is told to people."""
    match node:
        case ast.Expr(value=ast.Constant() as docstring):
            yield docstring
        case ast.Call(func=function) if name_of(function) in SHOWN:
            yield node
        case ast.Assign(targets=[target]) | ast.AnnAssign(target=target) if name_of(target) in TABLES_SHOWN:
            yield node
        case ast.AnnAssign(annotation=ast.Name("_Forms"), value=ast.Tuple(elts=rows)):
            yield from (row.elts[0] for row in rows if isinstance(row, ast.Tuple))  # the reason


def named(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what of a node names something in the code."""
    match node:
        case ast.Call(func=ast.Attribute(value=owner, attr=method), args=args) if name_of(
            owner
        ) in NAMES or method in ("group", "start", "end", "span"):
            yield from args
        case ast.Call(func=ast.Name("language"), args=args):
            yield from args
        case ast.ClassDef(bases=[base]) if name_of(base) in ("Enum", "StrEnum"):
            yield node
        case ast.arguments(defaults=defaults, kw_defaults=others):
            yield from (default for default in (*defaults, *others) if default)
        case ast.Compare(left=left, comparators=others) if {name_of(left), *map(name_of, others)} & NAMES:
            yield from (left, *others)
        case ast.Subscript(slice=part) | ast.FormattedValue(format_spec=part) if part:
            yield part


def strings(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield the strings of a module that may be words of a text."""
    left_alone = (outer for node in ast.walk(tree) for outer in (*shown(node), *named(node)))
    ignored = {id(inner) for outer in left_alone for inner in ast.walk(outer)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in ignored:
            yield node


def compared(tree: ast.AST) -> set[int]:
    """Return which strings are looked for in a text: compared, in a set or a list, or part of a pattern."""
    found: set[int] = set()
    for node in ast.walk(tree):
        call = isinstance(node, ast.Call) and name_of(node.func) in READERS | PATTERNS | {"frozenset", "set"}
        if call or isinstance(node, ast.Compare | ast.Set | ast.Tuple | ast.List | ast.Dict):
            found.update(id(inner) for inner in ast.walk(node))
    return found


def words_in(source: str, allowed: Collection[str] = ()) -> list[str]:
    """Return the words of human languages that a module looks for, with their lines."""
    tree = ast.parse(source)
    looked_for = compared(tree)
    found = []
    sentences = {
        id(part): "".join(str(part.value) for part in whole.values if isinstance(part, ast.Constant))
        for whole in ast.walk(tree)
        if isinstance(whole, ast.JoinedStr)
        for part in whole.values
    }
    for node in strings(tree):
        text = str(node.value)
        prose = len(sentences.get(id(node), text).split()) > 2 and id(node) not in looked_for
        known = [word for word in tokens(text) if word in VOCABULARY and (len(word) > 1 or text == word)]
        if known and not prose and text not in ALLOWED and text not in allowed:
            found.append(f"line {node.lineno}: {', '.join(known)} of {text!r}")
    return found


@pytest.mark.parametrize("module", MODULES)
def test_no_word_of_a_language_stands_in_a_module_of_rules(module):
    syntax = SYNTAX if module.startswith(("gate/", "relating/", "wording/")) else set()
    assert words_in((ROOT / module).read_text(), {*syntax, *ALLOWED_IN.get(module, ())}) == []


def test_words_in_a_module_of_rules_are_found():
    assert words_in('if tokens.low(at) == "the": pass') == ["line 1: the of 'the'"]
    assert words_in('X = words("held played")') == ["line 1: held, played of 'held played'"]
    assert words_in(r'X = re.compile(r"\b(?:since|after)\b")') == [
        r"line 1: since, after of '\\b(?:since|after)\\b'"
    ]
    assert words_in('if word in ("de", "of"): pass') == ["line 1: de of 'de'", "line 1: of of 'of'"]
    assert words_in('return Naming(first, last, "part of a name")') == []
    assert words_in('"""What the rules do."""\nx["day"] = match.group("day")') == []


def patterns(tree: ast.AST) -> Iterator[tuple[int, int]]:
    """Yield the line and length of each pattern where it is compiled, without its named parts."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node.func) in PATTERNS and node.args:
            texts = (inner.value for inner in ast.walk(node.args[0]) if isinstance(inner, ast.Constant))
            yield node.lineno, sum(len(text) for text in texts if isinstance(text, str))


@pytest.mark.parametrize("module", MODULES)
def test_a_long_pattern_is_built_from_named_parts(module):
    tree = ast.parse((ROOT / module).read_text())
    assert [line for line, length in patterns(tree) if length > LONGEST_PATTERN] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_table_has_no_field_that_its_form_does_not_know(lang):
    table = language(lang)
    for subject, held in vars(table).items():
        assert subject in type(table).__annotations__
        assert set(vars(held)) <= set(type(held).__annotations__), subject
