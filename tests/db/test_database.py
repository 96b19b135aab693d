"""Units of work through an open database: what is kept, who is told what, and in which order."""

import asyncio
import sqlite3
import threading
from contextlib import closing
from functools import partial

import aiosqlite
import pytest

from bot.db import commits, connect
from bot.db.aside import open_beside
from bot.db.failures import StorageBusy, StorageClosed, StorageFull, StorageReadOnly


def add(tx, words):
    return tx.execute("INSERT INTO notes (words) VALUES (?)", (words,)).lastrowid


def words(tx):
    return [row["words"] for row in tx.execute("SELECT words FROM notes ORDER BY id")]


def no(tx, *, reason):
    add(tx, "never seen")
    raise LookupError(reason)


@pytest.fixture
def batches(monkeypatch):
    """The number of units of each commit, as it goes on; no unit takes any time."""
    sizes = []

    def counted(connection, units):
        outcomes = run_batch(connection, units, timer=lambda: 0.0)
        sizes.append(len(outcomes))
        return outcomes

    run_batch = commits.run_batch
    monkeypatch.setattr(commits, "run_batch", counted)
    return sizes


@pytest.fixture
async def held(database):
    """A function that keeps the writing thread busy until the event it returns is set."""
    events = []

    async def hold():
        begun, go = asyncio.Event(), threading.Event()
        events.append(go)
        loop = asyncio.get_running_loop()

        def wait(tx):
            loop.call_soon_threadsafe(begun.set)
            go.wait()
            return add(tx, "held")

        task = asyncio.create_task(database.write(wait))
        await begun.wait()
        return task, go

    yield hold
    for event in events:
        event.set()


async def test_a_write_is_seen_by_the_next_read(database):
    """What a write returned is in every later read, with columns by name."""
    assert await database.write(add, "hello") == 1
    assert await database.read(words) == ["hello"]


async def test_arguments_reach_the_unit(database):
    """Positional and named arguments are handed on."""
    with pytest.raises(LookupError, match="too late"):
        await database.write(no, reason="too late")


async def test_an_exception_keeps_nothing(database):
    """A unit that raises leaves no trace."""
    with pytest.raises(LookupError):
        await database.write(no, reason="")
    assert await database.read(words) == []


async def test_no_commit_keeps_nothing(database, held):
    """What has not been committed is seen by nobody."""
    await database.write(add, "before")
    task, go = await held()
    assert await database.read(words) == ["before"]
    go.set()
    await task
    assert await database.read(words) == ["before", "held"]


async def test_what_nobody_waits_for_lets_everything_else_go_first(database, held, batches):
    """Written behind, units keep their own order, and are durable like all others."""
    first, go = await held()
    behind = [asyncio.create_task(database.write_behind(add, f"behind {n}")) for n in range(3)]
    await asyncio.sleep(0)
    live = [asyncio.create_task(database.write(add, f"live {n}")) for n in range(2)]
    await asyncio.sleep(0)
    go.set()
    await asyncio.gather(first, *behind, *live)
    expected = ["held", "live 0", "live 1", "behind 0", "behind 1", "behind 2"]
    assert await database.read(words) == expected and batches == [1, 5]


async def test_one_that_comes_while_others_are_written_behind_takes_no_answer_of_theirs(
    database, held
):
    """Each gets what its own unit returned, whoever came while the commit was under way."""
    first, go = await held()
    behind = [asyncio.create_task(database.write_behind(lambda _, n=n: n)) for n in range(3)]
    await asyncio.sleep(0)
    go.set()
    live = asyncio.create_task(database.write(lambda _: "live"))
    assert await asyncio.gather(first, *behind, live) == [1, 0, 1, 2, "live"]


async def test_one_that_raises_disturbs_no_other(database, batches):
    """Of units that share a commit each gets its own result or error."""
    tries = [database.write(add, "a"), database.write(no, reason="b"), database.write(add, "c")]
    first, second, third = await asyncio.gather(*tries, return_exceptions=True)
    assert (first, repr(second), third) == (1, "LookupError('b')", 2)
    assert await database.read(words) == ["a", "c"]
    assert batches == [3]


async def test_writes_keep_their_order(database, batches):
    """Units run in the order they were asked for, over many commits of at most 128."""
    asked = [str(n) for n in range(300)]
    await asyncio.gather(*(database.write(add, text) for text in asked))
    assert await database.read(words) == asked
    assert max(batches) <= 128
    assert sum(batches) == 300


async def test_who_arrives_during_a_commit_shares_the_next(database, batches, held):
    """Writers that arrive while a commit is under way go together afterwards."""
    task, go = await held()
    later = [asyncio.create_task(database.write(add, text)) for text in "abc"]
    await asyncio.sleep(0)
    go.set()
    await asyncio.gather(task, *later)
    assert batches == [1, 3]


async def test_no_task_stands_between_a_writer_and_its_answer(database, held):
    """There is no task of the database that a loop could cancel, whoever waits."""
    task, go = await held()
    waiting = asyncio.create_task(database.write(add, "a"))
    await asyncio.sleep(0)
    assert asyncio.all_tasks() == {asyncio.current_task(), task, waiting}
    go.set()
    assert await asyncio.gather(task, waiting) == [1, 2]


async def test_a_cancelled_waiter_cancels_no_unit(database, held):
    """The unit of a cancelled caller is kept, and so are its neighbours'."""
    task, go = await held()
    waiting = [asyncio.create_task(database.write(add, text)) for text in "abc"]
    await asyncio.sleep(0)
    waiting[1].cancel()
    task.cancel()
    go.set()
    done = await asyncio.gather(task, *waiting, return_exceptions=True)
    assert [type(result) for result in done] == [
        asyncio.CancelledError,
        int,
        asyncio.CancelledError,
        int,
    ]
    assert await database.read(words) == ["held", "a", "b", "c"]


async def test_a_failure_nobody_waits_for_is_logged(database, caplog):
    """When a unit fails after its caller was cancelled, the log says so, without its words."""
    task = asyncio.create_task(database.write(no, reason="a secret"))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    await database.write(add, "after")
    assert "after its caller had gone (LookupError)" in caplog.text
    assert "secret" not in caplog.text


async def test_the_first_writer_may_go(database):
    """The writer that set the commit going can be cancelled before it began."""
    first = asyncio.create_task(database.write(add, "first"))
    second = asyncio.create_task(database.write(add, "second"))
    await asyncio.sleep(0)
    first.cancel()
    assert await second == 2
    assert await database.read(words) == ["first", "second"]


async def test_every_task_cancelled_at_once(database, held):
    """When a loop cancels all it has, what was begun or waits is still written."""
    task, go = await held()
    waiting = [asyncio.create_task(database.write(add, text)) for text in "ab"]
    await asyncio.sleep(0)
    for other in asyncio.all_tasks() - {asyncio.current_task()}:
        other.cancel()
    go.set()
    await asyncio.gather(task, *waiting, return_exceptions=True)
    await database.close()
    with sqlite3.connect(database.path) as connection:
        connection.row_factory = sqlite3.Row
        assert words(connection) == ["held", "a", "b"]
    connection.close()


@pytest.mark.parametrize("method", ["write", "read"])
@pytest.mark.parametrize(
    ("raised", "seen"), [(StopIteration, RuntimeError), (GeneratorExit, GeneratorExit)]
)
async def test_odd_exceptions_reach_their_caller(database, method, raised, seen):
    """Exceptions that mean something to asyncio itself leave nobody waiting for ever."""

    def odd(tx):
        raise raised

    with pytest.raises(seen):
        await getattr(database, method)(odd)
    assert await database.write(add, "after") == 1


async def test_full_disk_in_the_middle_of_a_batch(database, batches):
    """Only the unit that finds no room is told that the disk is full."""

    def fill(tx):
        tx.execute("INSERT INTO notes (words) VALUES (hex(zeroblob(1000000)))")

    def limit(tx):
        used = tx.execute("PRAGMA page_count").fetchone()[0]
        tx.execute(f"PRAGMA max_page_count = {used + 8}")

    await database.write(limit)
    tries = [database.write(add, "a"), database.write(fill), database.write(add, "c")]
    first, second, third = await asyncio.gather(*tries, return_exceptions=True)
    assert (first, type(second), third) == (1, StorageFull, 2)
    assert await database.read(words) == ["a", "c"]


async def test_locked_by_another_program(database, monkeypatch):
    """A database that another program keeps locked is an error that says so, and passes."""
    impatient = "PRAGMA busy_timeout = 20"
    await database.write(lambda tx: tx.execute(impatient) and None)
    other = sqlite3.connect(database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    tries = [database.write(add, "a"), database.write(add, "b")]
    for error in await asyncio.gather(*tries, return_exceptions=True):
        assert isinstance(error, StorageBusy)
        assert "keeps the database locked" in str(error)
    other.close()
    assert await database.write(add, "c") == 1


async def test_patience_with_another_program(database):
    """A lock is waited for five seconds."""
    timeout = await database.read(lambda tx: tx.execute("PRAGMA busy_timeout").fetchone()[0])
    assert timeout == connect.BUSY_SECONDS * 1000 == 5000


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)],
)
async def test_how_the_writer_is_set_up(database, pragma, value):
    """A commit is on disk, and the rules between tables hold."""

    def ask(tx):
        return tx.execute(f"PRAGMA {pragma}").fetchone()[0]

    assert await database.write(ask) == value


async def test_a_read_cannot_write(database):
    """A reading unit that tries to write is refused."""
    with pytest.raises(StorageReadOnly):
        await database.read(add, "a")


async def test_a_cancelled_read_disturbs_nobody(database):
    """A read whose caller has gone ends by itself."""
    task = asyncio.create_task(database.read(words))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    assert await database.read(words) == []


async def test_after_closing(database):
    """A closed database says so to whoever comes late."""
    await database.close()
    with pytest.raises(StorageClosed):
        await database.write(add, "late")
    with pytest.raises(StorageClosed):
        await database.read(words)


async def test_the_one_private_name_we_use():
    """The one thread of aiosqlite calls what is put into its `_tx`, in order, and answers whoever still waits."""
    loop = asyncio.get_running_loop()
    async with aiosqlite.connect(":memory:") as connection:
        go, ended = threading.Event(), []

        def errand(number):
            go.wait()
            ended.append(number)
            return threading.current_thread()

        first, second, third = (loop.create_future() for _ in range(3))
        connection._tx.put_nowait((first, partial(errand, 1)))
        connection._tx.put_nowait((second, partial(errand, 2)))
        connection._tx.put_nowait((third, lambda: 1 / 0))
        first.cancel()
        go.set()
        assert await second is not threading.current_thread()
        assert ended == [1, 2]
        with pytest.raises(ZeroDivisionError):
            await third


async def test_nothing_deleted_is_left_in_the_log(database):
    """Once the log is folded, deleted words are in no file of the database."""
    await database.write(add, "zanzibar-heartache")
    await database.write(lambda tx: tx.execute("DELETE FROM notes"))
    assert await database.fold_log()
    files = database.path.parent.glob(f"{database.path.name}*")
    assert not any(b"zanzibar-heartache" in file.read_bytes() for file in files)


async def test_a_reader_keeps_the_log(database):
    """While another program reads, the log is left, nobody waits long, and writing goes on."""
    await database.write(add, "a")
    with closing(open_beside(database.path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM notes").fetchall()
        await database.write(add, "b")
        assert not await database.fold_log()
    await database.write(add, "c")
    assert await database.fold_log()
