"""What the tests of the reader share: one present, and a way to read a post in it."""

from datetime import UTC, datetime

import pytest

from bot.runs.parse import parse

NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)  # a Wednesday evening


@pytest.fixture(scope="session")
def now():
    """The moment at which every post of the tests is written."""
    return NOW


@pytest.fixture(scope="session")
def read():
    """Reads a post as it is read in a club."""

    def reading(text, **hints):
        return parse(text, now=NOW, **hints)

    return reading
