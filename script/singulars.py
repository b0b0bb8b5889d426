"""Write the table of English plurals that no rule of endings reads, from the lists of the library inflect.

    pip install inflect && python script/singulars.py > src/pressroom/numbers/languages/en/singulars.py

inflect (MIT) is needed to write the table alone, and by nothing else.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from pressroom.numbers.parsing.plurals import singular_by_ending

# plurals in -a and -i are singulars as well ("agenda", "opera", "timpani"); the others end no plural
LEFT_OUT = ("a", "i", "us", "is", "ss", "amen", "umen")
# nouns that inflect knows by rules of its own, and has in no list
NOUNS = """
    calf half elf shelf bookshelf wolf leaf cloverleaf sheaf loaf thief knife penknife life wife housewife
    midwife wharf scarf hoof dwarf shoe horseshoe snowshoe toe quiz goose mouse foot tooth child grandchild
    schoolchild die criterion phenomenon bacterium ox selfie taxi ski bikini
"""
WIDTH = 100
HEAD = '''"""English plurals that no rule of endings reads, and singulars that end in s.

Written by script/singulars.py from the lists of the library inflect (MIT); not to be edited by hand.
"""

from __future__ import annotations

from pressroom.numbers.languages.lists import listed

# pairs of a plural and its singular
SINGULARS: dict[str, str] = dict(
    pair.split("=")
    for pair in listed("""
{pairs}
    """)
)
SINGULARS_IN_S = frozenset(
    listed("""
{singulars}
    """)
)
'''


def words(inflect: object, prefixes: tuple[str, ...]) -> set[str]:
    """Return the words of inflect's lists whose names begin so."""
    found: set[str] = set()
    for name, value in vars(inflect).items():
        if name.startswith(prefixes) and isinstance(value, list | tuple | dict | set):
            items = [*value, *value.values()] if isinstance(value, dict) else value
            found |= {item for item in items if isinstance(item, str)}
    return {word for word in found if word.isascii() and word.isalpha() and word.islower() and len(word) > 2}


def main() -> None:
    """Print the module."""
    inflect = importlib.import_module("inflect")
    engine = inflect.engine()
    in_s = words(inflect, ("pl_sb_singular_s_complete",)) | {"gas", "bus", "lens", "plus", "canvas", "alias"}
    pairs: dict[str, str] = {}
    for noun in NOUNS.split():
        pairs[engine.plural_noun(noun)] = noun
    for word in sorted(words(inflect, ("pl_sb_", "si_sb_")) - in_s):
        one = engine.singular_noun(word) or word
        for plural in {engine.plural_noun(one), word} - {one}:
            again = engine.singular_noun(plural)
            if again and plural.isalpha() and not plural.endswith(LEFT_OUT):
                pairs.setdefault(plural, again)
    pairs = {plural: noun for plural, noun in pairs.items() if noun != singular_by_ending(plural)}
    listing = [f"{plural}={one}" for plural, one in sorted(pairs.items())]
    sys.stdout.write(HEAD.format(pairs=fill(listing), singulars=fill(sorted(in_s))))


def fill(items: list[str]) -> str:
    """Return items in lines of a width."""
    lines = [""]
    for item in items:
        if len(lines[-1]) + len(item) + 1 > WIDTH:
            lines.append("")
        lines[-1] += f" {item}" if lines[-1] else item
    return "\n".join(f"        {line}" for line in lines)


if __name__ == "__main__":
    main()
