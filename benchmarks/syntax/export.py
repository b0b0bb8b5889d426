"""Weights and tables as the file that `pressroom.syntax` reads: tables in 8 bits, matrices in 16."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.syntax.treebanks import Sentence
from numpy.typing import NDArray

Array = NDArray[np.float32]


def find_lemmas(sentences: list[Sentence]) -> dict[str, str]:
    """The most frequent lemma of each form of a verb, and of endings ("-ied" -> "3 y") for verbs not seen."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word, tag, lemma in zip(sentence.words, sentence.tags, sentence.lemmas, strict=True):
            if tag.startswith(("VERB", "AUX")) and word.isalpha() and lemma.isalpha():
                counts[word.lower()][lemma] += 1
    lemmas = {form: lemma.most_common(1)[0][0] for form, lemma in counts.items()}
    endings: dict[str, Counter[str]] = defaultdict(Counter)
    for form, lemma in lemmas.items():
        common = next(
            (at for at, (a, b) in enumerate(zip(form, lemma, strict=False)) if a != b),
            min(len(form), len(lemma)),
        )
        if common >= 2:
            for size in range(min(5, len(form))):
                endings[form[len(form) - size :]][f"{len(form) - common} {lemma[common:]}"] += 1
    rules = {f"-{ending}": rule.most_common(1)[0][0] for ending, rule in endings.items() if rule.total() >= 3}
    return dict(sorted({**rules, **lemmas}.items()))


def write_weights(
    path: Path,
    state: dict[str, Array],
    features: dict[str, list[str]],
    tags: list[str],
    relations: list[str],
    lemmas: dict[str, str],
    blocks: tuple[int, ...],
) -> None:
    """Write the file; `state` holds the parameters by the names that torch gives them."""
    arrays: dict[str, Any] = {"blocks": np.array(blocks, dtype=np.int64)}
    for name, value in state.items():
        if name.startswith("guess"):  # it served to learn words
            continue
        kind = name.split(".")[1] if name.startswith("tables.") else ""
        if kind:
            scale = np.abs(value).max(axis=1) / 127 + 1e-9
            arrays[f"table_{kind}"] = np.round(value / scale[:, None]).astype(np.int8)
            arrays[f"scale_{kind}"] = scale.astype(np.float16)
        else:
            arrays[name] = value.astype(np.float16)
    lines = {**features, "tags": tags, "relations": relations}
    lines["lemmas"] = [f"{form}\t{lemma}" for form, lemma in lemmas.items()]
    for name, values in lines.items():
        arrays[f"text_{name}"] = np.frombuffer("\n".join(values).encode(), dtype=np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        np.savez(file, **arrays)
