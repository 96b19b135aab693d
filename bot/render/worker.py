"""The process that draws: cards come in on its standard input, PNGs go out on its standard output.

A frame is a length of four bytes and as many bytes. An answer begins with one byte: 1 before a PNG, 0 before the
name and place of an error. It ends when its input does, so it never outlives the bot.
"""

import os
import pickle
import signal
import struct
import sys
import traceback
from pathlib import Path
from typing import BinaryIO

LENGTH = struct.Struct(">I")
DRAWN, FAILED = b"\x01", b"\x00"

NICENESS = 10
"""How far it stands back for the bot and everybody else once its first card is drawn: a picture is never urgent.

Farther back, or from its start on, a picture on a machine that is busy many times over would outlast the bot's
patience each time anew.
"""


def serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """Draw each card that is asked for, until there are no more."""
    from bot.render import cards  # here, so that a broken installation is told as an answer

    while len(head := asked.read(LENGTH.size)) == LENGTH.size:
        card = asked.read(LENGTH.unpack(head)[0])
        try:
            answer = DRAWN + cards.png(pickle.loads(card))
        except Exception as error:
            answer = FAILED + _place(error).encode("utf-8")
        answers.write(LENGTH.pack(len(answer)) + answer)
        answers.flush()
        _stand_back(NICENESS)


def _stand_back(niceness: int) -> None:
    """Run at this niceness at the least; a system that has none (Windows) goes on as it is."""
    if hasattr(os, "nice"):
        os.nice(max(0, niceness - os.nice(0)))


def _place(error: Exception) -> str:
    """What went wrong and where, without its words, since they may quote a member."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the bot, which then closes this
    serve(sys.stdin.buffer, sys.stdout.buffer)
