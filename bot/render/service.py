"""Pictures: a card in, a PNG out, drawn in a process of its own so that the bot never waits for it.

That process starts with the first card. One that fails, dies or takes too long costs its card a picture,
never more: the answer is None, whoever asked says it in words, and the next card finds a new process.
"""

import asyncio
import logging
import os
import pickle
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path

from bot.render.model import Card
from bot.render.worker import DRAWN, LENGTH

log = logging.getLogger(__name__)

PATIENCE_S = 15.0
"""For one card, the start of the process included; it stands back for whatever else the machine has to do."""
MOST_WAITING = 64
"""Cards that may wait for their turn; more are answered without a picture at once."""

_HOME = Path(__file__).parents[2]
_ENVIRONMENT = ("PATH", "HOME", "SYSTEMROOT", "TEMP", "LD_LIBRARY_PATH", "PYTHONPATH")
"""What the process may know of the bot's environment: not its token."""


class Pictures:
    """Draws one card after the other."""

    def __init__(
        self,
        command: tuple[str, ...] = ("-m", "bot.render.worker"),
        *,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._command = command
        self._patience_s = patience_s
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._process: Process | None = None
        self._closed = False
        self._begun: set[asyncio.Task[bytes | None]] = set()

    async def png(self, card: Card) -> bytes | None:
        """The card as PNG, or None where there is no picture to be had now. Never raises for a card."""
        if self._closed or self._waiting >= MOST_WAITING:
            return None
        self._waiting += 1
        try:
            async with self._turn:
                return None if self._closed else await self._drawn(card)
        finally:
            self._waiting -= 1

    async def png_within(self, card: Card, seconds: float) -> bytes | None:
        """As `png`, and None also when it takes longer than this; what was begun is then drawn for nobody."""
        task = asyncio.ensure_future(self.png(card))
        self._begun.add(task)
        task.add_done_callback(self._begun.discard)
        done, _ = await asyncio.wait({task}, timeout=seconds)
        return task.result() if done else None

    async def close(self) -> None:
        """End the process; what waits gets None. May be called twice, also before anything was drawn."""
        self._closed = True
        if self._process is not None and self._process.returncode is None:
            self._process.kill()  # it holds nothing that could be lost
        async with self._turn:  # the card in hand sees the end first
            await self._end()

    async def _drawn(self, card: Card) -> bytes | None:
        try:
            async with asyncio.timeout(self._patience_s):
                answer = await self._asked(pickle.dumps(card))
        except (OSError, EOFError, TimeoutError) as error:
            log.warning("No picture: %s", type(error).__name__)
            await self._end()
            return None
        except BaseException:
            # Cancelled in the middle of an answer, which nobody may read as the next.
            await self._end()
            raise
        if answer.startswith(DRAWN):
            return answer[len(DRAWN) :]
        log.error("No picture: %s", answer[len(DRAWN) :].decode("utf-8", "replace"))
        return None

    async def _asked(self, card: bytes) -> bytes:
        process = await self._running()
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(LENGTH.pack(len(card)) + card)
        await process.stdin.drain()
        (length,) = LENGTH.unpack(await process.stdout.readexactly(LENGTH.size))
        return await process.stdout.readexactly(length)

    async def _running(self) -> Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *self._command,
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
                cwd=_HOME,
                env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
            )
            if self._closed:  # meanwhile
                self._process.kill()
        return self._process

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            process.kill()
        await process.communicate()
