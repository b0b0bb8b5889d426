"""Trees that are made, not found: parts of a sentence, words for them, and their text with its tokens."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.syntax.treebanks import Sentence

from pressroom.syntax.tokens import find_tokens


@dataclass(frozen=True, slots=True)
class Verb:
    """The forms of a verb."""

    past: str
    present: str
    base: str
    gerund: str
    participle: str


def _read_words() -> tuple[dict[str, list[str]], dict[str, list[Verb]]]:
    words: dict[str, list[str]] = {}
    verbs: dict[str, list[Verb]] = defaultdict(list)
    for line in Path(__file__).with_name("patterns.txt").read_text(encoding="utf-8").splitlines():
        name, _, values = line.partition(": ")
        if values and name.endswith(" verb"):
            past, present, base, gerund, *other = values.split()
            verbs[name.removesuffix(" verb")].append(
                Verb(past, present, base, gerund, other[0] if other else past)
            )
        elif values and not name.startswith("#"):
            words[name] = values.split()
    return words, verbs


WORDS, VERBS = _read_words()


@dataclass(slots=True)
class Part:
    """A word of a tree that is made, with what hangs from it on its left and on its right."""

    word: str
    tag: str
    relation: str = "root"
    before: list[Part] = field(default_factory=list)
    after: list[Part] = field(default_factory=list)

    def order(self) -> list[Part]:
        """The parts of the subtree as they follow each other in the text."""
        parts = [part for child in self.before for part in child.order()]
        return [*parts, self, *(part for child in self.after for part in child.order())]


class Lexicon:
    """Words of the treebanks by what they are used for, each at least three times."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for sentence in sentences:
            for at in range(len(sentence.words)):
                for use in _uses(sentence, at):
                    counts[use][sentence.words[at]] += 1
        self.words = {
            use: [word for word, count in found.items() if count >= 3] for use, found in counts.items()
        }

    def pick(self, use: str) -> str:
        """A word for a use, all alike probable."""
        return random.choice(self.words[use])


def _uses(sentence: Sentence, at: int) -> list[str]:
    word, tag, relation = sentence.words[at], sentence.tags[at], sentence.relations[at]
    before = sentence.words[at - 1].lower() if at else ""
    if not word.isalpha() or len(word) < 3:
        return []
    if tag == "PROPN" and word.istitle() and word not in {*WORDS["months"], *WORDS["days"]}:
        after = sentence.relations[at + 1] if at + 1 < len(sentence.words) else ""
        uses = ["surname"] if relation == "flat" else ["given"] if after == "flat" else []
        uses += ["place"] if before == "in" and relation in {"obl", "nmod"} and after != "flat" else []
        return [*uses, "maker"] if relation in {"compound", "nsubj"} else uses
    if not word.islower():
        return []
    if tag == "NOUN-Sing" and relation == "compound":
        return ["compound"]
    if tag.startswith("NOUN"):
        return [tag]
    if tag == "ADJ" and relation == "amod":
        return ["amod"]
    if tag == "VERB-Past" and relation in {"acl", "root"} and word.endswith("ed"):
        return ["participle"]
    if tag == "VERB-Fin" and relation in {"root", "conj", "ccomp"}:
        past = word.endswith("ed")
        return ["past"] if past else ["present"] if word.endswith("s") and not word.endswith("ss") else []
    return ["base"] if tag == "VERB-Inf" and relation in {"acl", "advcl", "xcomp", "root"} else []


def chance(share: float) -> bool:
    return random.random() < share


def make_determiner(word: str = "") -> Part:
    return Part(word or random.choice(["the", "the", "the", "a", "its", "this"]), "DET", "det")


def make_case(word: str) -> Part:
    return Part(word, "ADP", "case")


def make_comma() -> Part:
    return Part(",", "PUNCT", "punct")


def make_digits() -> str:
    kind = random.random()
    if kind < 0.3:
        return str(random.randint(2, 99))
    if kind < 0.5:
        return str(random.randint(100, 999))
    return f"{random.randint(1000, 999_999):,}"


def hedge(part: Part, share: float = 0.25) -> Part:
    """Perhaps "about", "more than", "up to", "at least" ahead of a number."""
    if chance(share):
        first, second = random.choice(
            [
                *((word, "") for word in WORDS["hedges"]),
                ("more", "than"),
                ("less", "than"),
                ("fewer", "than"),
                ("up", "to"),
                ("at", "least"),
            ]
        )
        if first == "at":
            part.before.insert(0, Part("least", "ADJ", "nmod", [make_case("at")]))
        elif second:
            fixed = [Part(second, "ADP", "fixed")]
            part.before.insert(0, Part(first, "ADP" if first == "up" else "ADJ", "advmod", after=fixed))
        else:
            part.before.insert(0, Part(first, "ADV", "advmod"))
    return part


def make_percent(relation: str, *cases: Part, share: float = 0.2) -> Part:
    """As in: "5%" or "5 percent"; a hedge of it stands between its preposition and the number."""
    number = f"{random.randint(1, 99)}" + (f".{random.randint(1, 9)}" if chance(0.5) else "")
    if chance(0.7):
        part = hedge(Part(f"{number}%", "NUM", relation), share)
    else:
        part = Part("percent", "NOUN-Sing", relation, [hedge(Part(number, "NUM", "nummod"), share)])
        if chance(0.3):
            part.word, part.before = "cent", [*part.before, Part("per", "NOUN-Sing", "compound")]
        elif chance(0.25):
            part = Part("points", "NOUN-Plur", relation, part.before)
            part.before.append(Part("percentage", "NOUN-Sing", "compound"))
    part.before[:0] = cases
    return part


def make_money(relation: str, *cases: Part, share: float = 0.2) -> Part:
    sign = random.choice(["$", "$", "$", "£", "€", "US$"])
    kind = random.random()
    number = f"{random.randint(1, 999)}" + (f".{random.randint(1, 9)}" if chance(0.4) else "")
    if kind < 0.6:
        scale = [Part(random.choice(["million", "million", "billion"]), "NUM", "nummod")]
        part = Part(f"{sign}{number}", "NUM", relation, after=scale)
    elif kind < 0.85:
        part = Part(f"{sign}{number}{random.choice(['m', 'bn', 'k'])}", "NUM", relation)
    else:
        part = Part(f"{sign}{make_digits()}", "NUM", relation)
    part = hedge(part, share)
    part.before[:0] = cases
    return part


def make_count(relation: str, *cases: Part, share: float = 0.25) -> Part:
    """A bare number, perhaps of millions."""
    if chance(0.25):
        number = Part(f"{random.randint(1, 99)}.{random.randint(1, 9)}", "NUM", "compound")
        part = Part(random.choice(["million", "billion"]), "NUM", relation, [number])
    else:
        part = Part(make_digits(), "NUM", relation)
    part = hedge(part, share)
    part.before[:0] = cases
    return part


_PLURALS = {"was": "were", "is": "are", "has": "have", "says": "say", "shows": "show", "finds": "find"} | {
    verb.present: verb.base for verbs in VERBS.values() for verb in verbs if verb.base != verb.past
}
_SINGULARS = {plural: singular for singular, plural in _PLURALS.items()}


def make_agree(part: Part) -> None:
    """Bring a verb into the number of its subject."""
    subject = next((child for child in part.before if child.relation.startswith("nsubj")), None)
    if subject and subject.tag not in {"NUM", "PRON"} and subject.word not in {"percent", "cent", "half"}:
        verb = next((child for child in part.before if child.relation.startswith("aux")), part)
        if verb.tag.endswith("Fin"):
            plural = subject.tag == "NOUN-Plur" or subject.word == "police"
            verb.word = (_PLURALS if plural else _SINGULARS).get(verb.word, verb.word)


_TIGHT = re.compile(r" (?=[.,)]( |$)|'s )|(?<=\() ")


def lay_out(tree: Part) -> Sentence | None:
    """The sentence of a tree, or None where its text would be cut into other tokens."""
    parts = tree.order()
    parts[0].word = parts[0].word[:1].upper() + parts[0].word[1:]
    parts = [part for at, part in enumerate(parts) if not _is_spare(parts, at)]
    words = tuple(part.word for part in parts)
    text = _TIGHT.sub("", " ".join(words))
    if len(words) > 45 or words != tuple(text[begin:end] for begin, end in find_tokens(text, "en")):
        return None
    place = {id(part): at for at, part in enumerate(parts)}
    heads = [-1] * len(parts)
    for at, part in enumerate(parts):
        for child in [*part.before, *part.after]:
            if id(child) in place:
                heads[place[id(child)]] = at
    lemmas = tuple(part.word.lower() for part in parts)
    relations = tuple(part.relation if part is not tree else "root" for part in parts)
    return Sentence(text, words, tuple(part.tag for part in parts), lemmas, tuple(heads), relations)


def _is_spare(parts: list[Part], at: int) -> bool:
    """A comma ahead of another mark."""
    return (
        parts[at].word == "," and at + 1 < len(parts) and parts[at + 1].tag == "PUNCT" != parts[at + 1].word
    )
