"""Members who log one run after the other, for tests of what they are told."""

from datetime import UTC, datetime, timedelta

from bot.clubs.model import Defaults
from bot.encouragement import service as encouragement
from bot.runs.model import Post
from bot.runs.service import RunBook

CLUB, ANA, BEN = 1, 11, 12
EVENING = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)


class NobodyForgotten:
    """Nobody asked to be forgotten."""

    def covers(self, member_id, instant):
        """Never."""
        return False


class Diary:
    """Logs runs a minute apart and gives the line each was told."""

    def __init__(self, tx, now=EVENING, tellers=()):
        self.tx, self.now, self.forgotten = tx, now, NobodyForgotten()
        self.book = RunBook(
            reactions=(),
            tellers=tellers,
            lines=encouragement,
            forgotten=self.forgotten,
            defaults=Defaults("UTC", "km"),
        )
        self.last = None
        self._number = 0

    def log(self, text="ran 8k", *, member_id=ANA, private=False):
        """One post; gives its line, or None."""
        self._number += 1
        self.now += timedelta(minutes=1)
        source = f"message:{self._number}"
        post = Post(CLUB, "Owls", member_id, "Ana", source, self.now, private=private)
        self.last = self.book.log_text(self.tx, post, text, now=self.now)
        return next((fact.value for fact in self.last.facts if fact.name == "line"), None)
