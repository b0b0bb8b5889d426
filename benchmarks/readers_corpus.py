"""Write the public files that readers are measured on, from clones of the repositories that hold them.

    .venv/bin/python -m benchmarks.readers_corpus --clones FOLDER --out FOLDER

A clone is a folder owner/name or owner+name, bare or not. benchmarks/reading/sources.jsonl says where each
file is; their licences do not all allow to keep them here.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path, PurePosixPath

from benchmarks.tile_scores.clones import MissingFileError, read_file

SOURCES = Path(__file__).resolve().parent / "reading" / "sources.jsonl"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--clones", type=Path, required=True, help="the folder of clones")
    parser.add_argument("--out", type=Path, required=True, help="where to write the files")
    asked = parser.parse_args()
    problems = []
    sources = [json.loads(line) for line in SOURCES.read_text(encoding="utf-8").splitlines()]
    for source in sources:
        name = f"{source['repository']}:{source['path']}"
        try:
            data = read_file(asked.clones, source["repository"], source["commit"], source["path"])
        except MissingFileError as problem:
            problems.append(str(problem))
            continue
        if hashlib.sha256(data).hexdigest() != source["hash"]:
            problems.append(f"{name} is not what was listed")
            continue
        ending = PurePosixPath(source["path"]).suffix.lower()
        place = asked.out / ending.lstrip(".") / f"{source['id']}{ending}"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    print(f"{len(sources) - len(problems)} of {len(sources)} files written to {asked.out}")
    for words in problems:
        print(words)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
