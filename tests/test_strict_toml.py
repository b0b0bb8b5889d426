"""TOML refused before tables are made of it, and what it may hold."""

import pytest

from pressroom.errors import fault
from pressroom.strict_toml import DEEPEST, LONGEST, MOST_PARTS, load_toml

MANY = DEEPEST + 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (".".join("a" * MANY) + " = 1", "parts .at line 1,"),
        (" . ".join(["'a'"] * MANY) + " = 1", "parts"),
        ("a = 1\n[" + '."a"' * MANY + "]", "parts .at line 2,"),
        ("a = {" + ".".join("b" * MANY) + " = 1}", "parts"),
        ('a = """\n\n"""\nb = ' + "[" * MANY, "nest deeper .* .at line 4,"),
        ("a = " + "{b = " * MANY, "nest deeper"),
        ("a = [" + "[ # ]\n" * MANY, "nest deeper"),
        ("a = 9223372036854775808", "64 bits"),
        ("a = [{b = 0x" + "f" * 5000 + "}]", "64 bits"),
        ("a = " + "9" * 5000, "4300 digits"),
        ('a = "\\u0000"', r"U\+0000"),
        ('"\\u001b" = 1', r"U\+001B"),
        ("# " + "x" * LONGEST, "characters"),
        ("".join(f"[k{at}{'.a' * 9}]\n" for at in range(MOST_PARTS // 9 + 1)), "parts .at line 5556,"),
        ("a = [" + "{b.c.d.e = 1}, " * (MOST_PARTS // 3 + 1) + "]", "parts"),
        ('a = """' + 'x"' * 1000, "Unterminated"),
    ],
)
def test_what_is_beyond_any_settings_is_refused(text, said):
    with pytest.raises(ValueError, match=said):
        load_toml(text)


@pytest.mark.parametrize(
    "value",
    [
        '"""\nContents ' + "." * 80 + ' 5\n"""',
        "'''" + "[" * 80 + "'''",
        '"' + "a." * 80 + '" # ' + "[" * 80,
        "'" + "\\" * 80 + "'",
        "[" + "[1], " * 80 + "]",
        "-9223372036854775808",
        '"a\\tb\\n"',
    ],
)
def test_texts_and_remarks_may_hold_what_keys_may_not(value):
    assert "a" in load_toml(f"a = {value}\n")


def test_a_fault_by_depth_is_said_in_words():
    found = fault(RecursionError(), "a.md")
    assert (found.rule, found.where) == ("too-deep", "a.md")
