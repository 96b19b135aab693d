"""Drawing in a process of its own: what is drawn, and what happens when that process does not do well."""

import asyncio
import os
import signal

import pytest
import pytest_asyncio

from bot.render.service import MOST_WAITING, Pictures
from bot.render.worker import NICENESS
from tests.render.samples import STATS

PNG = b"\x89PNG\r\n\x1a\n"
ASLEEP = ("-c", "import sys, time; sys.stdin.buffer.read(4); time.sleep(600)")
GONE = ("-c", "import sys; sys.stdin.buffer.read(4); sys.exit(3)")
HALF = ("-c", "import sys; sys.stdin.buffer.read(4); print('12345', flush=True); sys.exit(0)")


@pytest_asyncio.fixture
async def pictures():
    """Pictures with the real process, closed in the end."""
    drawing = Pictures()
    yield drawing
    await drawing.close()


def process_of(pictures):
    return pictures._process


async def test_a_card_becomes_a_png(pictures):
    """A card comes back as PNG, and cards that wait for each other all do."""
    drawn = await asyncio.gather(*(pictures.png(STATS) for _ in range(3)))
    assert all(picture.startswith(PNG) for picture in drawn)
    assert len(set(drawn)) == 1


async def test_no_process_before_the_first_card(pictures):
    """Nothing is started until somebody wants a picture."""
    assert process_of(pictures) is None
    await pictures.close()
    assert process_of(pictures) is None


@pytest.mark.skipif(not hasattr(os, "nice"), reason="this system knows no niceness")
async def test_the_process_stands_back(pictures):
    """A process that has drawn stands back for the bot, since no picture is urgent."""
    await pictures.png(STATS)
    await pictures.png(STATS)
    own = os.getpriority(os.PRIO_PROCESS, 0)
    assert os.getpriority(os.PRIO_PROCESS, process_of(pictures).pid) == max(own, NICENESS)


async def test_a_killed_process_is_replaced(pictures):
    """A process that was killed between two cards costs at most one picture."""
    await pictures.png(STATS)
    os.kill(process_of(pictures).pid, signal.SIGKILL)
    lost = await pictures.png(STATS)
    assert lost is None or lost.startswith(PNG)
    assert (await pictures.png(STATS)).startswith(PNG)


async def test_a_process_killed_while_it_draws_gives_none(pictures):
    """A process that dies with a card in hand gives None for it, and the next card is drawn."""
    await pictures.png(STATS)
    process_of(pictures).send_signal(signal.SIGSTOP)
    waiting = asyncio.ensure_future(pictures.png(STATS))
    await asyncio.sleep(0)
    process_of(pictures).kill()
    assert await waiting is None
    assert (await pictures.png(STATS)).startswith(PNG)


async def test_a_slow_process_is_ended():
    """A picture that takes too long is None, and its process is gone."""
    pictures = Pictures(ASLEEP, patience_s=0.3)
    assert await pictures.png(STATS) is None
    assert process_of(pictures) is None
    await pictures.close()


async def test_a_process_that_ends_by_itself_gives_none():
    """A process that leaves, also in the middle of an answer, gives None each time."""
    for command in (GONE, HALF):
        pictures = Pictures(command)
        assert [await pictures.png(STATS) for _ in range(2)] == [None, None]
        await pictures.close()


async def test_a_card_that_cannot_be_drawn_gives_none(pictures, caplog):
    """An error in a drawing is None and a line with its place but no word of the card, and the process stays."""
    await pictures.png(STATS)
    before = process_of(pictures)
    assert await pictures.png("Ana's secret") is None
    assert "AssertionError in typing.py" in caplog.text
    assert "secret" not in caplog.text
    assert (await pictures.png(STATS)).startswith(PNG)
    assert process_of(pictures) is before


async def test_a_cancelled_card_leaves_no_answer_behind(pictures):
    """Who stops waiting in the middle leaves nothing that the next one could take for theirs."""
    await pictures.png(STATS)
    waiting = asyncio.ensure_future(pictures.png("no card"))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert (await pictures.png(STATS)).startswith(PNG)


async def test_too_many_waiting_go_without():
    """Beyond a certain number, a card is answered without a picture at once."""
    pictures = Pictures(ASLEEP, patience_s=600)
    waiting = [asyncio.ensure_future(pictures.png(STATS)) for _ in range(MOST_WAITING)]
    await asyncio.sleep(0)
    assert await pictures.png(STATS) is None
    await pictures.close()
    assert await asyncio.gather(*waiting) == [None] * MOST_WAITING


async def test_closing_is_final(pictures):
    """After closing there are no more pictures and no process, and closing again is harmless."""
    await pictures.png(STATS)
    pid = process_of(pictures).pid
    await pictures.close()
    await pictures.close()
    assert await pictures.png(STATS) is None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


async def test_the_process_does_not_know_the_token(monkeypatch):
    """Of the environment, the process has only what Python needs."""
    monkeypatch.setenv("SECOND_WIND_TOKEN", "not for others")
    told = "import os, sys; sys.exit('SECOND_WIND_TOKEN' in os.environ)"
    pictures = Pictures(("-c", told))
    process = await pictures._running()
    assert await process.wait() == 0
    await pictures.close()
