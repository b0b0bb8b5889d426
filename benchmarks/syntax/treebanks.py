"""Sentences of Universal Dependencies treebanks, cut into the tokens of `pressroom.syntax` and with its tags.

A treebank is read from a clone of its repository, a folder of the same name under the folder of treebanks, at
the commit that is named here. Only those with a licence that allows it are named; of GUM only genres whose
texts are in the public domain or under CC BY and CC BY-SA.
"""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from benchmarks.syntax.harmonise import harmonise

from pressroom.syntax.tokens import find_tokens

TRAIN, DEV, TEST = "train", "dev", "test"


@dataclass(frozen=True, slots=True)
class Treebank:
    """A treebank, and which of its files are read for what; `skip` leaves out what a file of names lists."""

    name: str
    commit: str
    licence: str
    files: tuple[tuple[str, str], ...]  # (part, pattern of path)


TREEBANKS: dict[str, tuple[Treebank, ...]] = {
    "en": (
        Treebank(
            "UD_English-EWT",
            "15d613d8447b3478787d4c278730a1e48a945efb",
            "CC BY-SA 4.0",
            (
                (DEV, "en_ewt-ud-dev.conllu"),
                (TRAIN, "en_ewt-ud-test.conllu"),
                (TRAIN, "not-to-release/sources/*.conllu"),
            ),
        ),
        Treebank(
            "UD_English-GUM",
            "afb41ee9bca57991125814fa04d96a0e61470c8b",
            "CC BY 4.0 and public domain (genres news, interview, bio, voyage, textbook, speech)",
            tuple(
                (TRAIN, f"not-to-release/sources/GUM_{genre}_*.conllu")
                for genre in ("news", "interview", "bio", "voyage", "textbook", "speech")
            ),
        ),
        Treebank(
            "UD_English-PUD",
            "f16eba4ae7f3d161870ed320676c5088b8fa476c",
            "CC BY-SA 3.0",
            ((TEST, "en_pud-ud-test.conllu"),),
        ),
    ),
    "de": (
        Treebank(
            "UD_German-GSD",
            "297fcf350481058d0737a27f0f8fd03b2eadd67a",
            "CC BY-SA 4.0",
            ((TRAIN, "de_gsd-ud-dev.conllu"), (TRAIN, "de_gsd-ud-test.conllu")),
        ),
        Treebank(
            "UD_German-PUD",
            "ff80846ae60a0a70fc4d6251ef73e6a483a620ee",
            "CC BY-SA 3.0",
            ((TEST, "de_pud-ud-test.conllu"),),
        ),
    ),
    "fr": (
        Treebank(
            "UD_French-GSD",
            "830e2782304af08b3cc1c9250475343e04274d81",
            "CC BY-SA 4.0",
            ((TRAIN, "fr_gsd-ud-dev.conllu"), (TRAIN, "fr_gsd-ud-test.conllu")),
        ),
        Treebank(
            "UD_French-PUD",
            "c245786cfb3020d43bcfc96215ae531a1b07bcbc",
            "CC BY-SA 3.0",
            ((TEST, "fr_pud-ud-test.conllu"),),
        ),
    ),
    "es": (
        Treebank(
            "UD_Spanish-AnCora",
            "642d3bc39e95aa2bec6bd799e53a604f46cc77be",
            "CC BY 4.0",
            ((TRAIN, "es_ancora-ud-dev.conllu"), (TRAIN, "es_ancora-ud-test.conllu")),
        ),
        Treebank(
            "UD_Spanish-GSD",
            "57c045644664e5c1e169263cc4e3b95e40c078ba",
            "CC BY-SA 4.0",
            ((TRAIN, "es_gsd-ud-dev.conllu"), (TRAIN, "es_gsd-ud-test.conllu")),
        ),
        Treebank(
            "UD_Spanish-PUD",
            "818a82b8628c9cbec78750c7e83ccba34b9ce22b",
            "CC BY-SA 3.0",
            ((TEST, "es_pud-ud-test.conllu"),),
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a treebank, in our tokens."""

    text: str
    words: tuple[str, ...]
    tags: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]  # -1 for the root
    relations: tuple[str, ...]


def read_treebanks(folder: Path, lang: str, part: str) -> list[Sentence]:
    """The sentences of one part (train, dev, test) of a language that our tokens can be laid over."""
    found: list[Sentence] = []
    seen: set[str] = set()
    held_out = set() if part != TRAIN else {s.text for s in read_treebanks(folder, lang, DEV)}
    for bank in TREEBANKS[lang]:
        for wanted, pattern in bank.files:
            if wanted == part:
                for rows in _read_sentences(folder / bank.name, bank.commit, pattern):
                    harmonise([row for row in rows if "-" not in row[0]], lang)
                    sentence = lay_tokens(rows, lang)
                    if sentence and sentence.text not in seen and sentence.text not in held_out:
                        seen.add(sentence.text)
                        found.append(sentence)
    return found


def _git(clone: Path, *words: str) -> str:
    return subprocess.run(
        ["git", "-C", str(clone), *words], check=True, capture_output=True, text=True
    ).stdout


def _read_sentences(clone: Path, commit: str, pattern: str) -> Iterator[list[list[str]]]:
    names = _git(clone, "ls-tree", "-r", "--name-only", commit).splitlines()
    for name in names:
        if fnmatch(name, pattern):
            for block in _git(clone, "show", f"{commit}:{name}").split("\n\n"):
                rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
                rows = [row for row in rows if len(row) == 10 and "." not in row[0]]
                if rows:
                    yield rows


@dataclass(slots=True)
class _Word:
    begin: int
    end: int
    row: list[str]
    token: int = -1


def lay_tokens(rows: list[list[str]], lang: str) -> Sentence | None:
    """A sentence of a treebank in our tokens, or None where no tree comes of it."""
    text, words = _find_places(rows)
    spans = find_tokens(text, lang)
    if not 1 <= len(spans) <= 80:
        return None
    inside: list[list[_Word]] = [[] for _ in spans]
    extra: dict[int, int] = {}  # a token that is a later part of a word of the treebank -> token of that word
    for word in words:
        over = [at for at, (begin, end) in enumerate(spans) if begin < word.end and end > word.begin]
        if not over:
            return None
        word.token = next((at for at in over if any(map(str.isalnum, text[slice(*spans[at])]))), over[0])
        inside[word.token].append(word)
        extra.update({at: word.token for at in over if at != word.token})
    heads, relations, tags, lemmas = [], [], [], []
    for at, (begin, end) in enumerate(spans):
        part = text[begin:end]
        if inside[at]:
            word = _find_top(inside[at], words)
            head = int(word.row[6])
            heads.append(words[head - 1].token if head else -1)
            relations.append(_relation_of(word.row[7], lang) if head else "root")
            tags.append(_tag_of(inside[at], word, part))
            lemmas.append(word.row[2].lower())
        else:
            heads.append(extra[at])
            marks = not any(map(str.isalnum, part))
            relations.append("punct" if marks else "flat")
            tags.append("PUNCT" if marks else tags[extra[at]] if extra[at] < at else "X")
            lemmas.append(part.lower())
    if not is_tree(heads):
        return None
    parts = tuple(text[begin:end] for begin, end in spans)
    return Sentence(text, parts, tuple(tags), tuple(lemmas), tuple(heads), tuple(relations))


def _find_places(rows: list[list[str]]) -> tuple[str, list[_Word]]:
    text = ""
    words: list[_Word] = []
    until, span = 0, (0, 0)  # the multiword token that lasts until this word
    parts: list[tuple[int, int]] = []
    for row in rows:
        form = unicodedata.normalize("NFC", row[1]).replace("\u00a0", " ")
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            until = last
            span = (len(text), len(text) + len(form))
            forms = [unicodedata.normalize("NFC", other[1]) for other in rows if "-" not in other[0]][
                first - 1 : last
            ]
            parts = []
            if "".join(forms).lower() == form.lower():
                at = span[0]
                for other in forms:
                    parts.append((at, at + len(other)))
                    at += len(other)
            text += form + ("" if "SpaceAfter=No" in row[9] else " ")
        elif int(row[0]) <= until:
            words.append(_Word(*(parts.pop(0) if parts else span), row))
        else:
            words.append(_Word(len(text), len(text) + len(form), row))
            text += form + ("" if "SpaceAfter=No" in row[9] else " ")
    return text.rstrip(), words


def _find_top(inside: list[_Word], words: list[_Word]) -> _Word:
    """The word of a token that governs the others, or else the first whose head stands outside."""
    numbers = {int(word.row[0]) for word in inside}
    outside = [word for word in inside if int(word.row[6]) not in numbers]
    content = [word for word in outside if word.row[3] != "PUNCT"]
    governs = {int(word.row[6]) for word in words}
    return next(
        (word for word in content if len(outside) == 1 or int(word.row[0]) in governs),
        (content or outside)[0],
    )


def is_tree(heads: list[int]) -> bool:
    """Whether there is one root, and every token leads to it."""
    if heads.count(-1) != 1:
        return False
    for start in range(len(heads)):
        node, steps = start, 0
        while node != -1:
            node, steps = heads[node], steps + 1
            if steps > len(heads):
                return False
    return True


_KEPT = frozenset(
    [
        "acl:relcl",
        "aux:pass",
        "compound:prt",
        "csubj:pass",
        "expl:pass",
        "nmod:poss",
        "nsubj:pass",
        "obl:agent",
        "obl:unmarked",
    ]
)
_RENAMED = {
    "obl:tmod": "obl:unmarked",
    "obl:npmod": "obl:unmarked",
    "goeswith": "flat",
    "reparandum": "dep",
    "orphan": "dep",
    "list": "parataxis",
    "dislocated": "obl",
    "clf": "dep",
    "compound:svc": "compound:prt",
}


def _relation_of(relation: str, lang: str) -> str:
    relation = _RENAMED.get(relation, relation) if lang == "en" else relation
    return (
        relation
        if relation in _KEPT
        else _RENAMED.get(relation.partition(":")[0], relation.partition(":")[0])
    )


def _tag_of(inside: list[_Word], word: _Word, text: str) -> str:
    upos, features = word.row[3], word.row[5]
    kinds = {other.row[3] for other in inside}
    if "NUM" in kinds and kinds <= {"NUM", "SYM", "PUNCT"}:
        return "NUM"
    if upos == "SYM" and text[:1].isdigit():
        return "NUM"
    if upos == "NOUN":
        return "NOUN-Plur" if "Number=Plur" in features or "Number=Ptan" in features else "NOUN-Sing"
    if upos in {"VERB", "AUX"}:
        return f"{upos}-{_form_of(features)}"
    return "X" if upos == "_" else upos


def _form_of(features: str) -> str:
    if "VerbForm=Inf" in features:
        return "Inf"
    if "VerbForm=Ger" in features or ("VerbForm=Part" in features and "Tense=Pres" in features):
        return "Ing"
    return "Past" if "VerbForm=Part" in features else "Fin"
