"""The learned weights of a language, read from the package when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pressroom.syntax.features import KINDS

Array = NDArray[np.float32]

_FOLDER = Path(__file__).parent / "weights"


@dataclass(frozen=True, slots=True)
class FeatureTable:
    """Vectors of a feature's values in 8 bits, each with its scale; row 0 is of values not known."""

    rows: dict[str, int]
    vectors: NDArray[np.int8]
    scales: Array


@dataclass(frozen=True, slots=True)
class NetworkWeights:
    """All that one language needs; `lemmas` has forms of verbs, and endings ("-ied") with their rule."""

    tables: tuple[FeatureTable, ...]
    arrays: dict[str, Array]
    blocks: tuple[int, ...]  # how far each step of the network looks; 0: everywhere, by attention
    tags: tuple[str, ...]
    relations: tuple[str, ...]
    lemmas: dict[str, str]


@cache
def load_weights(lang: str) -> NetworkWeights | None:
    """The weights of a language ("en"), or None where there are none."""
    path = _FOLDER / f"{lang}.npz"
    if not (lang.isalpha() and path.is_file()):
        return None
    with np.load(BytesIO(path.read_bytes()), allow_pickle=False) as file:
        given = {name: file[name] for name in file.files}
    texts = {
        name.removeprefix("text_"): text.tobytes().decode().split("\n")
        for name, text in given.items()
        if name.startswith("text_")
    }
    return NetworkWeights(
        tuple(
            FeatureTable(
                {value: at for at, value in enumerate(texts[kind])},
                given[f"table_{kind}"],
                given[f"scale_{kind}"].astype(np.float32),
            )
            for kind in KINDS
        ),
        {name: _widen(name, array) for name, array in given.items() if array.dtype == np.float16},
        tuple(given["blocks"].tolist()),
        tuple(texts["tags"]),
        tuple(texts["relations"]),
        dict(line.split("\t", 1) for line in texts["lemmas"]),
    )


def _widen(name: str, array: NDArray[np.float16]) -> Array:
    """In 32 bits; the matrices of linear maps turned, so that they multiply from the right."""
    return np.ascontiguousarray(array.T if name.endswith(".weight") else array, dtype=np.float32)
