"""The folder beside the clone with benchmarks, corpora and seeds, which a machine may lack."""

from __future__ import annotations

from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
CORPORA = SHARED / "benchmarks" / "corpora"
