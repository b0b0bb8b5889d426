"""One annotation where treebanks of a language differ: relative clauses, passives and their agents, "se".

Works on the rows of a sentence (ten columns of CoNLL-U, words alone) before our tokens are laid over it.
"""

from __future__ import annotations

FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, RELATION = 1, 2, 3, 4, 5, 6, 7
AGENT = {"es": {"por"}, "fr": {"par"}, "de": {"von", "vom", "durch"}}
VERB_FORMS = {"VBC": "Fin", "VBN": "Part", "VB": "Inf"}  # by XPOS, where a treebank has no VerbForm


def harmonise(rows: list[list[str]], lang: str) -> None:
    """Change the rows in place; English treebanks agree with each other."""
    if lang == "en":
        return
    children: dict[str, list[list[str]]] = {}
    for row in rows:
        children.setdefault(row[HEAD], []).append(row)
    for row in rows:
        if row[UPOS] in {"VERB", "AUX"} and "VerbForm" not in row[FEATS] and row[XPOS] in VERB_FORMS:
            row[FEATS] += f"|VerbForm={VERB_FORMS[row[XPOS]]}"
        if lang == "es" and row[RELATION].startswith(("expl", "compound:prt")):
            row[RELATION] = "expl"
    for row in rows:
        own = children.get(row[0], [])
        _mark_passive(row, own, lang)
        _mark_oblique(row, own, rows, lang)
        _mark_relative(row, own, children, lang)


def _mark_passive(row: list[str], own: list[list[str]], lang: str) -> None:
    if lang == "es" and "VerbForm=Part" in row[FEATS]:
        for child in own:
            if child[RELATION] == "aux" and child[LEMMA] == "ser":
                child[RELATION] = "aux:pass"
    passive = any(child[RELATION] == "aux:pass" for child in own)
    for child in own:
        if child[RELATION] in {"nsubj", "nsubj:pass"}:
            child[RELATION] = "nsubj:pass" if passive else "nsubj"


def _mark_oblique(row: list[str], own: list[list[str]], rows: list[list[str]], lang: str) -> None:
    """An object with a preposition is none (but with the Spanish "a"); "by" names who does it."""
    case = next((child[LEMMA].lower() for child in own if child[RELATION] == "case"), "")
    if lang == "es" and row[RELATION] == "obj" and case and case not in {"a", "al"}:
        row[RELATION] = "obl"
    if row[RELATION].startswith("obl") and case in AGENT[lang] and row[HEAD] != "0":
        head = next(other for other in rows if other[0] == row[HEAD])
        auxiliaries = {other[RELATION].partition(":")[2] for other in rows if other[HEAD] == head[0]}
        if "pass" in auxiliaries or ("VerbForm=Part" in head[FEATS] and head[RELATION] in {"acl", "amod"}):
            row[RELATION] = "obl:agent"


def _mark_relative(
    row: list[str], own: list[list[str]], children: dict[str, list[list[str]]], lang: str
) -> None:
    """A clause at a noun with a relative pronoun is acl:relcl; the Spanish "que" in it is a pronoun."""
    if row[RELATION] not in {"acl", "acl:relcl"}:
        return
    if row[RELATION] == "acl":
        near = own + [low for child in own for low in children.get(child[0], [])]
        if any("Rel" in _feature(word, "PronType") and word[UPOS] != "SCONJ" for word in near):
            row[RELATION] = "acl:relcl"
    if lang == "es" and row[RELATION] == "acl:relcl":
        taken = {child[RELATION] for child in own}
        for child in own:
            if child[FORM].lower() == "que" and child[RELATION] == "mark":
                passive = "nsubj:pass" if "aux:pass" in taken else "nsubj"
                child[UPOS] = "PRON"
                child[RELATION] = "obj" if taken & {"nsubj", "nsubj:pass", "csubj"} else passive


def _feature(row: list[str], name: str) -> str:
    return next((part.partition("=")[2] for part in row[FEATS].split("|") if part.startswith(name + "=")), "")
