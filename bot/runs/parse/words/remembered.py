"""Remembers what was made of words that come again and again."""

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Remembered(dict[K, V], Generic[K, V]):
    """What `make` gives for each key, made where it is first asked for; begins anew at `most` of them.

    `lru_cache` does as much, but its call costs several times a look into a dictionary.
    """

    def __init__(self, make: Callable[[K], V], most: int) -> None:
        super().__init__()
        self.make = make
        self._most = most

    def __missing__(self, key: K) -> V:
        if len(self) >= self._most:
            self.clear()
        self[key] = made = self.make(key)
        return made
