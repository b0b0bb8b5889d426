"""How well `pressroom.syntax` parses: tags, heads and relations on treebanks for tests alone; its speed.

    python -m benchmarks.syntax.evaluate --treebanks FOLDER [--lang en] [--part test]

FOLDER holds clones of the treebanks that benchmarks/syntax/treebanks.py names. The test part is PUD, a
thousand sentences of news and Wikipedia a language, which the weights are neither trained nor tuned on.
The tokens are ours, those of the treebank merged into them; UAS and LAS leave punctuation out.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.syntax.treebanks import TEST, TREEBANKS, read_treebanks

from pressroom.syntax import parse


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--treebanks", type=Path, required=True)
    options.add_argument("--lang", choices=TREEBANKS)
    options.add_argument("--part", default=TEST)
    options.add_argument("--relations", action="store_true", help="F1 of each relation with its head")
    chosen = options.parse_args()
    print("     tags    UAS    LAS   ms a sentence   ms to load (of processor time)")
    for lang in [chosen.lang] if chosen.lang else TREEBANKS:
        measure(chosen.treebanks, lang, chosen.part, relations=chosen.relations)


def measure(folder: Path, lang: str, part: str, *, relations: bool) -> None:
    sentences = read_treebanks(folder, lang, part)
    start = time.process_time()
    parse("One.", lang)
    load = time.process_time() - start
    counts: Counter[str] = Counter()
    gold, found, both = Counter[str](), Counter[str](), Counter[str]()
    spent = 0.0
    for sentence in sentences:
        start = time.process_time()
        tree = parse(sentence.text, lang)
        spent += time.process_time() - start
        assert tree is not None
        assert tree.words == sentence.words
        for at, word in enumerate(sentence.words):
            counts["words"] += 1
            counts["tags"] += tree.tags[at] == sentence.tags[at]
            if any(map(str.isalnum, word)):
                right = tree.heads[at] == sentence.heads[at]
                same = tree.relations[at] == sentence.relations[at]
                counts["content"] += 1
                counts["uas"] += right
                counts["las"] += right and same
                gold[sentence.relations[at]] += 1
                found[tree.relations[at]] += 1
                both[sentence.relations[at]] += right and same
    print(
        f"{lang}  {counts['tags'] / counts['words']:7.2%}{counts['uas'] / counts['content']:7.2%}"
        f"{counts['las'] / counts['content']:7.2%}{1000 * spent / len(sentences):16.1f}{1000 * load:13.0f}"
        f"   ({len(sentences)} sentences, {counts['words']} tokens)"
    )
    if relations:
        for relation, count in gold.most_common():
            print(f"    {relation:14}{count:6}  F1 {2 * both[relation] / (count + found[relation]):.2f}")


if __name__ == "__main__":
    main()
