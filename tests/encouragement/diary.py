"""Members who log one run after the other, for tests of what they are told."""

from datetime import timedelta

from bot.encouragement import service as encouragement
from bot.runs.model import Post
from tests.rooms import NOW, new_book

CLUB, ANA, BEN = 1, 11, 12


class Diary:
    """Logs runs a minute apart and gives the line each was told."""

    def __init__(self, tx, now=NOW, tellers=()):
        self.tx, self.now = tx, now
        self.book = new_book(tellers=tellers, lines=encouragement)
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
