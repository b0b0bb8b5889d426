"""Learn the weights of `pressroom.syntax` from treebanks, and write them as an .npz file.

    python -m benchmarks.syntax.train --treebanks FOLDER --lang en --out src/pressroom/syntax/weights/en.npz

Needs torch, which neither Pressroom nor its tests do and which is in no lock: install it in an environment
of its own, beside numpy. FOLDER holds clones of the treebanks that benchmarks/syntax/treebanks.py names.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

import numpy as np
import torch
from benchmarks.syntax.export import find_lemmas, write_weights
from benchmarks.syntax.model import BLOCKS, Parser
from benchmarks.syntax.patterns import PATTERNS, make_patterns
from benchmarks.syntax.substitution import SUBSTITUTIONS, substitute
from benchmarks.syntax.treebanks import DEV, TRAIN, Sentence, read_treebanks
from benchmarks.syntax.vocabulary import Vocabulary, make_vocabulary, read_raw
from torch import Tensor, nn
from torch.nn import functional

from pressroom.syntax.features import KINDS


@dataclass
class Batch:
    rows: Tensor
    lengths: Tensor
    tags: Tensor
    heads: Tensor
    relations: Tensor
    mask: Tensor


class Data:
    """Sentences as numbers, in batches of like length."""

    def __init__(self, sentences: list[Sentence], vocabulary: Vocabulary, counts: Counter[str]) -> None:
        index = {kind: {value: at for at, value in enumerate(vocabulary.features[kind])} for kind in KINDS}
        tags = {tag: at for at, tag in enumerate(vocabulary.tags)}
        relations = {relation: at for at, relation in enumerate(vocabulary.relations)}
        self.items = [
            (
                vocabulary.rows(s, index),
                [tags.get(tag, -100) for tag in s.tags],
                [len(s.words) if head < 0 else head for head in s.heads],
                [relations.get(relation, -100) for relation in s.relations],
            )
            for s in sentences
        ]
        self.rare = torch.tensor([0.0] + [0.25 / (0.25 + counts[v]) for v in vocabulary.features["norm"][1:]])

    def batches(self, *, learn: bool, size: int) -> list[Batch]:
        order = list(range(len(self.items)))
        if learn:
            random.shuffle(order)
        order.sort(key=lambda at: len(self.items[at][0]) + (random.random() * 4 if learn else 0))
        groups: list[list[int]] = [[]]
        for at in order:
            if groups[-1] and (len(groups[-1]) + 1) * len(self.items[at][0]) > size:
                groups.append([])
            groups[-1].append(at)
        if learn:
            random.shuffle(groups)
        return [self._batch(group, learn) for group in groups]

    def _batch(self, group: list[int], learn: bool) -> Batch:
        items = [self.items[at] for at in group]
        longest = max(len(item[0]) for item in items)
        rows = torch.zeros(len(items), longest, len(KINDS), dtype=torch.long)
        tags, heads, relations = (torch.full((len(items), longest), -100) for _ in range(3))
        for at, (r, t, h, d) in enumerate(items):
            count = len(r)
            rows[at, :count] = torch.tensor(r)
            if not h:
                continue
            tags[at, :count], relations[at, :count] = torch.tensor(t), torch.tensor(d)
            heads[at, :count] = torch.tensor([longest if head == count else head for head in h])
        lengths = torch.tensor([len(item[0]) for item in items])
        if learn:  # rare words are now and then unknown, as words of other texts will be
            norm = rows[..., 0]
            norm[torch.rand(norm.shape) < self.rare[norm]] = 0
        mask = torch.arange(longest)[None] < lengths[:, None]
        return Batch(rows, lengths, tags, heads, relations, mask)


def score(model: Parser, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    tags, arcs, token, head = model(batch.rows, batch.mask)
    longest = batch.mask.shape[1]
    allowed = torch.cat([batch.mask, torch.ones(len(batch.mask), 1, dtype=torch.bool)], 1)[:, None, :]
    myself = torch.eye(longest, longest + 1, dtype=torch.bool)[None]
    return tags, arcs.masked_fill(~allowed | myself, -1e9), token, head, batch.heads.clamp(min=0)


def loss_of(model: Parser, batch: Batch) -> Tensor:
    tags, arcs, token, head, gold = score(model, batch)
    relations = model.relations(token, head, gold)
    total = functional.cross_entropy(tags.flatten(0, 1), batch.tags.flatten(), ignore_index=-100)
    total = total + functional.cross_entropy(arcs.flatten(0, 1), batch.heads.flatten(), ignore_index=-100)
    return total + functional.cross_entropy(
        relations.flatten(0, 1), batch.relations.flatten(), ignore_index=-100
    )


@torch.no_grad()
def evaluate(model: Parser, data: Data) -> tuple[float, float, float]:
    """Tags, UAS and LAS of the best head of each token, no trees made of them, with punctuation."""
    model.eval()
    tag = uas = las = count = 0
    for batch in data.batches(learn=False, size=3000):
        tags, arcs, token, head, _ = score(model, batch)
        best = arcs.argmax(-1)
        relations = model.relations(token, head, best).argmax(-1)
        right = (best == batch.heads) & batch.mask
        tag += int(((tags.argmax(-1) == batch.tags) & batch.mask).sum())
        uas += int(right.sum())
        las += int((right & (relations == batch.relations)).sum())
        count += int(batch.mask.sum())
    model.train()
    return tag / count, uas / count, las / count


def learn_words(model: Parser, data: Data, epochs: int) -> None:
    """Before any tree is seen, learn which words stand in which company."""
    optimiser = torch.optim.AdamW(model.parameters(), lr=2e-3, betas=(0.9, 0.95), weight_decay=1e-3)
    steps = epochs * len(data.batches(learn=True, size=1500))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 2e-3, total_steps=steps + 50, pct_start=0.1)
    for epoch in range(epochs):
        start, total, count = time.perf_counter(), 0.0, 0
        for batch in data.batches(learn=True, size=1500):
            loss = model.guess_words(batch.rows, batch.mask)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            if schedule.last_epoch < steps + 49:
                schedule.step()
            total, count = total + float(loss.detach()), count + 1
            if count % 100 == 0:
                taken = time.perf_counter() - start
                print(f"words {epoch + 1}: {count}, loss {total / count:.3f}, {taken:.0f} s", flush=True)


def load_words(model: Parser, path: Path) -> None:
    """Start from what an earlier run has learned of words; heads of another size are left as they are."""
    own = model.state_dict()
    kept = {name: value for name, value in torch.load(path).items() if own[name].shape == value.shape}
    model.load_state_dict({**own, **kept})


def load_weights(model: Parser, path: Path, vocabulary: Vocabulary) -> None:
    """Start from the weights of an earlier run; values of features that it did not know stay at random."""
    own = model.state_dict()
    with np.load(path) as file:
        for name in set(own) & set(file.files):
            own[name] = torch.tensor(file[name].astype(np.float32))
        for kind in KINDS:
            vectors = file[f"table_{kind}"] * file[f"scale_{kind}"].astype(np.float32)[:, None]
            known = file[f"text_{kind}"].tobytes().decode().split("\n")
            rows = dict(zip(known, torch.tensor(vectors), strict=True))
            for at, value in enumerate(vocabulary.features[kind]):
                if value in rows:
                    own[f"tables.{kind}.weight"][at] = rows[value]
    model.load_state_dict(own)


def read_options() -> argparse.Namespace:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--treebanks", type=Path, required=True)
    options.add_argument("--lang", required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--epochs", type=int, default=15)
    options.add_argument("--raw", type=Path, help="texts without trees, a sentence a line")
    options.add_argument("--words", type=Path, help="where what they teach is kept, or stands")
    options.add_argument("--raw-epochs", type=int, default=5)
    options.add_argument("--start", type=Path, help="weights of an earlier run, to go on from")
    options.add_argument("--batch", type=int, default=1500, help="tokens a step; fewer for a small treebank")
    options.add_argument("--rate", type=float, default=2e-3)
    options.add_argument("--seed", type=int, default=1)
    return options.parse_args()


def main() -> None:
    chosen = read_options()
    torch.set_num_threads(1)  # more wait for each other where the machine is busy
    torch.manual_seed(chosen.seed)
    random.seed(chosen.seed)
    raw = read_raw(chosen.raw, chosen.lang)
    train = read_treebanks(chosen.treebanks, chosen.lang, TRAIN)
    dev = read_treebanks(chosen.treebanks, chosen.lang, DEV)
    if not dev:  # a small treebank: each twelfth sentence is held out
        dev, train = train[::12], [s for at, s in enumerate(train) if at % 12]
    lemmas = find_lemmas(train)
    if chosen.lang == "en":
        train = [*train, *make_patterns(train, PATTERNS), *substitute(train, SUBSTITUTIONS)]
    vocabulary, counts = make_vocabulary(train, raw)
    model = Parser(vocabulary)
    print(len(train), "sentences;", sum(p.numel() for p in model.parameters()), "weights", flush=True)
    data, held = Data(train, vocabulary, counts), Data(dev, vocabulary, counts)
    unlabelled = Data([Sentence("", words, (), (), (), ()) for words in raw], vocabulary, counts)
    if raw and chosen.words and chosen.words.exists():
        load_words(model, chosen.words)
    elif raw:
        learn_words(model, unlabelled, chosen.raw_epochs)
        if chosen.words:
            torch.save(model.state_dict(), chosen.words)
    if chosen.start:
        load_weights(model, chosen.start, vocabulary)
    average = torch.optim.swa_utils.AveragedModel(
        model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.995)
    )
    optimiser = torch.optim.AdamW(model.parameters(), lr=chosen.rate, betas=(0.9, 0.95), weight_decay=1e-2)
    steps = chosen.epochs * len(data.batches(learn=True, size=chosen.batch))
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, chosen.rate, total_steps=steps + 50, pct_start=0.1
    )
    best, done = 0.0, 0
    for epoch in range(chosen.epochs):
        start, total = time.perf_counter(), 0.0
        batches = data.batches(learn=True, size=chosen.batch)
        for batch in batches:
            loss = loss_of(model, batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            average.update_parameters(model)
            if schedule.last_epoch < steps + 49:
                schedule.step()
            done += 1
            if done == 20:
                print(f"{(time.perf_counter() - start) / 20 * len(batches):.0f} s an epoch", flush=True)
            total += float(loss.detach())
        tag, uas, las = evaluate(average.module, held)
        print(
            f"{chosen.lang} epoch {epoch + 1}: loss {total / len(batches):.3f}, dev tags {tag:.4f} "
            f"UAS {uas:.4f} LAS {las:.4f}, {time.perf_counter() - start:.0f} s",
            flush=True,
        )
        if las > best:
            best = las
            state = {name: value.detach().numpy() for name, value in average.module.state_dict().items()}
            write_weights(
                chosen.out, state, vocabulary.features, vocabulary.tags, vocabulary.relations, lemmas, BLOCKS
            )


if __name__ == "__main__":
    np.random.seed(1)
    main()
