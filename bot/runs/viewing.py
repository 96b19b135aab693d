"""A post with its runs as its answer shows it, with all that features have to say of them."""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from bot.clubs import service as clubs
from bot.members import service as members
from bot.runs import history, posts, store
from bot.runs.model import RUNS_TOLD, Fact, Logged, Place, Run, StoredPost, is_worded
from bot.runs.refusals import NoSuchRun

Teller = Callable[[sqlite3.Connection, Run, Place], Sequence[Fact]]
"""What a feature has to say of a run as it stands. Each answer asks anew, so nothing told can be out of date.

Of a public run it may only tell what follows from the member's public runs.
"""


Line = Callable[[Sequence[Fact]], Fact | None]
"""The line of encouragement of an answer that tells these facts, or None."""


class Lines(Protocol):
    """The line of encouragement in an answer, one a post."""

    def choose(
        self,
        tx: sqlite3.Connection,
        run: Run,
        place: Place,
        tags: frozenset[str],
        facts: Sequence[Fact],
        /,
    ) -> Fact | None:
        """A line for the first run of a new post, fitting what else is told of it; noted in the transaction."""

    def again(self, tx: sqlite3.Connection, post_id: int, /) -> Fact | None:
        """The line that a post was answered with."""


class Joys(Protocol):
    """What a run is worth to its member in private."""

    def note(
        self, tx: sqlite3.Connection, run: Run, place: Place, /, *, now: datetime
    ) -> Fact | None:
        """Keeps what is to be told of a new run, and says that there is something; noted in the transaction."""

    def hush(self, tx: sqlite3.Connection, post_id: int, /) -> None:
        """Nothing of the post is told."""


class Views:
    """What an answer shows; `tellers` are asked in their order, `lines` after them."""

    def __init__(self, tellers: Sequence[Teller], lines: Lines | None) -> None:
        self._tellers = tuple(tellers)
        self._lines = lines

    def first(
        self,
        tx: sqlite3.Connection,
        post: StoredPost,
        runs: tuple[Run, ...],
        place: Place,
        *,
        now: datetime,
        tags: frozenset[str],
        facts: tuple[Fact, ...],
    ) -> Logged:
        """A post that was just stored; `facts` are what its logging itself gave to say, `tags` its first run's."""

        def line(told: Sequence[Fact]) -> Fact | None:
            return self._lines.choose(tx, runs[0], place, tags, told) if self._lines else None

        return self._view(tx, post, runs, place, now=now, said=facts, line=line)

    def bare(
        self,
        tx: sqlite3.Connection,
        post: StoredPost,
        runs: tuple[Run, ...],
        place: Place,
        *,
        now: datetime,
    ) -> Logged:
        """A post that was just stored and that nobody is told about: nothing is sought to say of it."""
        return self._view(tx, post, runs, place, now=now, said=(), line=None)

    def again(self, tx: sqlite3.Connection, post_id: int, *, now: datetime) -> Logged:
        """A stored post as it is now; `runs` is empty when all were taken back. Raises NoSuchRun."""
        post = posts.by_id(tx, post_id)
        club = None if post is None else clubs.find(tx, post.club_id)
        if post is None or club is None:
            raise NoSuchRun
        place = Place(club, members.outlook_of(tx, post.member_id, club))

        def line(_: Sequence[Fact]) -> Fact | None:
            return self._lines.again(tx, post_id) if self._lines else None

        runs = store.runs_of_post(tx, post_id)
        return self._view(tx, post, runs, place, now=now, said=None, line=line)

    def _view(
        self,
        tx: sqlite3.Connection,
        post: StoredPost,
        runs: tuple[Run, ...],
        place: Place,
        *,
        now: datetime,
        said: tuple[Fact, ...] | None,
        line: Line | None,
    ) -> Logged:
        """A post as it stands; with what features `said` when it was logged, it is a new one.

        Without a `line` nothing else is told of it either.
        """
        club, outlook = place.club, place.outlook
        today, weeks = outlook.day_of(post.posted_at), club.weeks
        # The week that the answer tells of is the one of the latest run it is about.
        day = max((run.day for run in runs), default=today)
        first, last = weeks.span(day)
        span = (club.club_id, post.member_id, first, last)
        named = outlook.is_named(now)
        facts = said or ()
        if line and is_worded(post, named, club.replies):
            facts = (*self._facts(tx, runs, place), *facts)
            if runs and (chosen := line(facts)):
                facts = (*facts, chosen)
        return Logged(
            post=post,
            runs=runs,
            named=named,
            units=outlook.units,
            replies=club.replies,
            today=today,
            week=history.total_of(tx, *span, public_only=not post.private),
            is_this_week=weeks.first(today) == first,
            is_new=said is not None,
            facts=facts,
        )

    def _facts(self, tx: sqlite3.Connection, runs: Sequence[Run], place: Place) -> tuple[Fact, ...]:
        return tuple(
            fact
            for run in runs[:RUNS_TOLD]
            for teller in self._tellers
            for fact in teller(tx, run, place)
        )
