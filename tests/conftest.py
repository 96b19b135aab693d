"""What every room's tests share: an open transaction on the real schema, and a member who runs."""

import gc
from contextlib import closing, contextmanager

import pytest
from hypothesis import settings

from tests.rooms import NOW, Runner, database

# How long an example takes says more of the machine than of the code.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


def pytest_collection_finish():
    """What was imported stays: to look through it again and again takes a twentieth of the time."""
    gc.freeze()


@pytest.fixture
def now():
    """The present of the rooms' tests."""
    return NOW


@contextmanager
def _transaction():
    with closing(database()) as connection:
        connection.execute("BEGIN")
        yield connection


@pytest.fixture
def tx():
    """A transaction on a fresh database with the schema as it is shipped."""
    with _transaction() as connection:
        yield connection


@pytest.fixture(scope="session")
def new_tx():
    """Opens transactions of one's own, for property tests, which need one for each example."""
    return _transaction


@pytest.fixture
def runner(tx, now):
    """A member who logs runs."""
    return Runner(tx, now)


@pytest.fixture(scope="session")
def new_runner():
    """Gives members with a database of their own, for property tests, which need one for each example."""

    @contextmanager
    def opened():
        with _transaction() as connection:
            yield Runner(connection, NOW)

    return opened
