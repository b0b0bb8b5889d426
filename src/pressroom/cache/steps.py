"""Steps of a build whose results are kept: what has the same ingredients is not made again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, cast

from pressroom.cache.codec import decode, encode
from pressroom.cache.dependencies import digest
from pressroom.cache.store import Store
from pressroom.model.diagnostic import Diagnostic, Severity

T = TypeVar("T")


@dataclass(slots=True)
class Steps:
    """The steps of one build. ``program`` identifies the Pressroom that makes them; no ``store`` keeps none.

    ``made`` and ``kept`` name the steps as they come, for --explain and for whoever counts them; ``damaged``
    those whose kept result could not be read and was made again. ``prepared`` are results that another
    process has just made; ``collected``, where it is there, those made here.
    """

    program: str
    store: Store | None = None
    made: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    prepared: dict[str, bytes] = field(default_factory=dict)
    collected: dict[str, bytes] | None = None

    def take(self, name: str, ingredients: object, make: Callable[[], T]) -> T:
        """Return the result of the step ``name`` on ``ingredients``, a value of the model or plain values.

        The result must be a value of the model, the same for the same ingredients.
        """
        key = self._make_key(name, ingredients)
        found = self._look(name, key)
        if found is not None:
            return cast("T", found)
        result = make()
        self.keep(name, key, result)
        return result

    def _look(self, name: str, key: str) -> object | None:
        """Return the kept result of a step, None when there is none; one that is damaged is noted as such."""
        made = self.prepared.get(key)
        try:
            data = made or (self.store.get(key) if self.store else None)
            if data is None:
                return None
            found: object = decode(data)
        except ValueError:
            self.damaged.append(name)
            return None
        (self.made if made else self.kept).append(name)
        return found

    def keep(self, name: str, key: str, result: object) -> None:
        """Keep the result of a step that was just made. Raises TypeError for one that cannot be kept."""
        self.made.append(name)
        if self.store is None and self.collected is None:
            return
        data = encode(result)
        if self.store:
            self.store.put(key, data)
        if self.collected is not None:
            self.collected[key] = data

    def report_damage(self, where: str) -> tuple[Diagnostic, ...]:
        """Return one note when kept results were damaged; ``where`` names the document in it."""
        if not self.damaged:
            return ()
        names = ", ".join(dict.fromkeys(self.damaged))
        return (
            Diagnostic(
                Severity.NOTE,
                "kept-result-damaged",
                f"what was kept from an earlier run could not be read, and was made again ({names})",
                "report clean forgets all that is kept, should this come again",
                where=where,
            ),
        )

    def _make_key(self, name: str, ingredients: object) -> str:
        """Return the name that a result is kept by, "" where none is kept: a long text takes long to hash."""
        if self.store is None and self.collected is None and not self.prepared:
            return ""
        return digest(encode((name, self.program, ingredients)))
