"""Closed sets of names, as enums are, whose members cost no more to look at than any other constant."""

from collections.abc import Iterator
from types import UnionType
from typing import TYPE_CHECKING, Any

__all__ = ["Names"]

if TYPE_CHECKING:
    from enum import StrEnum as Names
else:

    class _Name(str):
        """A member, made once, so that `is` compares it."""

        __slots__ = ()

    class _Set:
        """What stands where a set of names was written as a class; its members are plain attributes.

        Python 3.11 takes three times as long to find an attribute of a class, and ten times a member of a real
        enum; one post asks for hundreds.
        """

        def __init__(self, names: dict[str, Any]) -> None:
            for name, value in names.items():
                setattr(self, name, _Name(value) if name.isupper() else value)

        def __iter__(self) -> Iterator[str]:
            return (one for one in vars(self).values() if isinstance(one, _Name))

        def __or__(self, other: type | None) -> UnionType:
            """For annotations alone: `Role | None`."""
            return str | other

    class _Listed(type):
        def __new__(cls, name: str, bases: tuple[type, ...], members: dict[str, Any]) -> object:
            return _Set(members) if bases else super().__new__(cls, name, bases, members)

    class Names(metaclass=_Listed):
        """A `StrEnum` to the eye and to the type checker."""
