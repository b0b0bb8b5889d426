"""The network that is learned, in torch; `pressroom.syntax.network` computes the same with numpy."""

from __future__ import annotations

import math

import torch
from benchmarks.syntax.vocabulary import Vocabulary
from torch import Tensor, nn
from torch.nn import functional

from pressroom.syntax.features import KINDS

SIZES = {"norm": 96, "suffix3": 48, "suffix5": 48, "prefix3": 32, "shape": 24}
WIDTH, ARC, RELATION = 128, 128, 48
HEADS, FAR = 4, 32  # heads of attention; distances past FAR are alike
BLOCKS = (1, 1, 2, 0, 4, 1, 0)  # convolutions by the distance that they look, 0: attention


class Convolution(nn.Module):
    """Each word with the two at a distance to its left and right, through a gate."""

    def __init__(self, distance: int) -> None:
        super().__init__()
        self.distance = distance
        self.norm = nn.LayerNorm(WIDTH)
        self.mix = nn.Linear(3 * WIDTH, 2 * WIDTH)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        d = self.distance
        y = functional.pad(self.norm(x) * mask.unsqueeze(-1), (0, 0, d, d))
        y = torch.cat([y[:, : -2 * d], y[:, d:-d], y[:, 2 * d :]], -1)
        return functional.glu(self.mix(y), -1)


class Attention(nn.Module):
    """Each word looks at all others, by what they are and how far off they stand."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.ask = nn.Linear(WIDTH, 3 * WIDTH)
        self.distance = nn.Parameter(torch.zeros(HEADS, 2 * FAR + 1))
        self.out = nn.Linear(WIDTH, WIDTH)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, count, _ = x.shape
        parts = self.ask(self.norm(x)).view(batch, count, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        at = torch.arange(count)
        near = (at[None] - at[:, None]).clamp(-FAR, FAR) + FAR
        weights = parts[0] @ parts[1].transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + self.distance[:, near]
        weights = weights.masked_fill(~mask[:, None, None], -1e9).softmax(-1)
        return self.out((weights @ parts[2]).transpose(1, 2).reshape(batch, count, WIDTH))


class Parser(nn.Module):
    """Tables of features, convolutions and attention, then tags, arcs and relations."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.tables = nn.ModuleDict(
            {kind: nn.Embedding(len(vocabulary.features[kind]), SIZES[kind]) for kind in KINDS}
        )
        for table in self.tables.values():
            nn.init.normal_(table.weight, std=0.3)
        self.mix = nn.Linear(sum(SIZES.values()), WIDTH)
        self.blocks = nn.ModuleList(Attention() if not block else Convolution(block) for block in BLOCKS)
        self.norm = nn.LayerNorm(WIDTH)
        self.guess = nn.Linear(WIDTH, SIZES["norm"])
        self.guess_bias = nn.Parameter(torch.zeros(len(vocabulary.features["norm"])))
        self.tag = nn.Linear(WIDTH, len(vocabulary.tags))
        self.arc_token, self.arc_head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.rel_token, self.rel_head = nn.Linear(WIDTH, RELATION), nn.Linear(WIDTH, RELATION)
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.1)
        self.arc = nn.Parameter(torch.randn(ARC + 1, ARC) / math.sqrt(ARC))
        self.rel = nn.Parameter(torch.randn(RELATION + 1, len(vocabulary.relations), RELATION + 1) / RELATION)

    def forward(self, rows: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Tags (b,n,t), arcs (b,n,n+1; the root last), and the vectors that relations come from."""
        x = self.encode(rows, mask)
        heads = torch.cat([x, self.root.expand(len(x), 1, -1)], 1)
        token, head = self._part(x, self.arc_token), self._part(heads, self.arc_head)
        arcs = (_one(token) @ self.arc) @ head.transpose(1, 2)
        return self.tag(x), arcs, _one(self._part(x, self.rel_token)), _one(self._part(heads, self.rel_head))

    def encode(self, rows: Tensor, mask: Tensor) -> Tensor:
        """The vector of each word in its sentence."""
        parts = [self._drop_rows(self.tables[kind](rows[..., at])) for at, kind in enumerate(KINDS)]
        x = self._drop(self.mix(torch.cat(parts, -1)), 0.2)
        for block in self.blocks:
            x = x + self._drop(block(x, mask), 0.2)
        return self._drop(self.norm(x), 0.2)

    def guess_words(self, rows: Tensor, mask: Tensor) -> Tensor:
        """The loss of guessing words that are hidden, one in seven, from those around them."""
        hidden = (torch.rand(mask.shape) < 1 / 7) & mask & (rows[..., 0] > 0)
        x = self.encode(rows * ~hidden.unsqueeze(-1), mask)[hidden]
        fits = self.guess(x) @ self.tables["norm"].weight.T + self.guess_bias
        return functional.cross_entropy(fits, rows[..., 0][hidden])

    def _part(self, x: Tensor, linear: nn.Linear) -> Tensor:
        return self._drop(functional.gelu(linear(x), approximate="tanh"))

    def relations(self, token: Tensor, head: Tensor, chosen: Tensor) -> Tensor:
        picked = head.gather(1, chosen.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        left = (token @ self.rel.flatten(1)).unflatten(-1, self.rel.shape[1:])
        return (left @ picked.unsqueeze(-1)).squeeze(-1)

    def _drop(self, x: Tensor, share: float = 0.3) -> Tensor:
        """The same units are left out in a whole sentence."""
        if not self.training:
            return x
        mask = x.new_empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - share) / (1 - share)
        return x * mask

    def _drop_rows(self, x: Tensor, share: float = 0.15) -> Tensor:
        if not self.training:
            return x
        return x * (x.new_empty(x.shape[0], x.shape[1], 1).bernoulli_(1 - share) / (1 - share))


def _one(x: Tensor) -> Tensor:
    return torch.cat([x, x.new_ones(*x.shape[:-1], 1)], -1)
