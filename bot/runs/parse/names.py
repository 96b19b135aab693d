"""Closed sets of names, as enums are, whose members cost no more to look at than any other constant."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

__all__ = ["Names"]

if TYPE_CHECKING:
    from enum import StrEnum as Names
else:

    class _Listed(type):
        def __iter__(cls) -> Iterator[Any]:
            return (one for one in vars(cls).values() if isinstance(one, cls))

    class Names(str, metaclass=_Listed):
        """A `StrEnum` to the eye and to the type checker: each member is made once, so `is` compares them.

        Python 3.11 takes five times as long to find a member of a real enum, and one post asks for hundreds.
        """

        __slots__ = ()

        def __init_subclass__(cls) -> None:
            for name, value in list(vars(cls).items()):
                if name.isupper():
                    setattr(cls, name, cls(value))
