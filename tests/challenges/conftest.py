"""A club that runs challenges: members log on days, and organizers begin what they run for."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.challenges import joining, recounting, service, standing
from bot.challenges.model import Wishes
from bot.clubs import service as clubs
from bot.clubs.model import Defaults
from bot.clubs.model import Wishes as Choice
from bot.members import service as members
from bot.runs.mending import Mending
from bot.runs.model import Form, Post
from tests.rooms import new_book

CLUB, ORGANIZER, ANA, BEN, CARA = 1, 10, 11, 12, 13
NAMES = {ORGANIZER: "Olga", ANA: "Ana", BEN: "Ben", CARA: "Cara"}
FIRST, LAST = date(2026, 11, 2), date(2026, 11, 29)
"""Four weeks, Monday to Sunday, with the tests' present in the third."""


class Play:
    """What members and organizers of one club can do, each in one call."""

    def __init__(self, tx, now, *reactions, tellers=()):
        self.tx, self.now, self._posts = tx, now, 0
        self.book = new_book(*reactions, tellers=tellers)
        clubs.ensure(tx, CLUB, "Owls", now=now, defaults=Defaults())

    def draft(self, by=ORGANIZER, **wishes):
        """A draft; four weeks from the 2nd of November, unless it is said otherwise."""
        wished = Wishes(**{"name": "Autumn", "first": FIRST, "last": LAST} | wishes)
        return service.draft(self.tx, CLUB, "Owls", by, wished, now=self.now, defaults=Defaults())

    def begin(self, **wishes):
        """A challenge that is announced."""
        draft = self.draft(**wishes)
        challenge = service.publish(self.tx, CLUB, draft.challenge_id, ORGANIZER, now=self.now)
        self.settle()
        return challenge

    def edit(self, challenge, by=ORGANIZER, **wishes):
        """An organizer's change, and the card follows."""
        edited = self.change(challenge, by, **wishes)
        self.settle()
        return edited

    def change(self, challenge, by=ORGANIZER, **wishes):
        """An organizer's change, before the card follows."""
        return service.edit(
            self.tx, CLUB, challenge.challenge_id, by, Wishes(**wishes), now=self.now
        )

    def settle(self):
        """What the next drawing of a card does: count anew what is outdated."""
        recounting.settle_all(self.tx, now=self.now)

    def join(self, challenge, member_id, **options):
        """A press of Join."""
        return joining.join(
            self.tx,
            CLUB,
            challenge.challenge_id,
            member_id,
            NAMES.get(member_id, f"Member {member_id}"),
            now=self.now,
            **options,
        )

    def leave(self, challenge, member_id):
        """A press of Leave."""
        return joining.leave(self.tx, CLUB, challenge.challenge_id, member_id, now=self.now)

    def log(self, member_id, distance="5 km", *, day=None, time=None, kind=None, private=False):
        """A run; gives what its answer tells."""
        self._posts += 1
        name = NAMES.get(member_id, f"Member {member_id}")
        source = f"message:{self._posts}"
        post = Post(CLUB, "Owls", member_id, name, source, self.now, private=private)
        form = Form(distance, time, day and str(day), kind)
        return self.book.log_form(self.tx, post, form, now=self.now)

    def form(self, **fields):
        """What an edit names."""
        return Form(**fields)

    def withdraw(self, logged):
        """The runner takes a run back."""
        run = logged.runs[0]
        Mending(self.book).withdraw(self.tx, CLUB, run.member_id, run.run_id, now=self.now)

    def begin_weeks_on(self, weekday):
        """An organizer chooses the day on which weeks begin."""
        chosen = Choice(week_start=weekday)
        clubs.choose(self.tx, CLUB, "Owls", chosen, now=self.now, defaults=Defaults())

    def pause(self, member_id, days):
        """A member pauses from today on; 0 ends it."""
        members.pause(self.tx, member_id, days, None, today=self.now.date(), now=self.now)

    def hide(self, member_id):
        """*Don't name me*."""
        members.choose(self.tx, member_id, named=False, now=self.now)

    def progress(self, challenge):
        """How far it is."""
        return standing.progress(self.tx, standing.find(self.tx, CLUB, challenge.challenge_id))

    def board(self, challenge):
        """Who is on the board: name and figure."""
        board = standing.board(self.tx, CLUB, challenge.challenge_id, now=self.now)
        return {row.name: row.counted for row in board.rows}

    def rows(self, challenge):
        """The rows of the board."""
        return standing.board(self.tx, CLUB, challenge.challenge_id, now=self.now).rows

    def find(self, challenge):
        """The challenge as it is stored now."""
        return standing.find(self.tx, CLUB, challenge.challenge_id)

    def own(self, challenge, member_id):
        """What a member sees of themselves."""
        found = standing.show(
            self.tx, CLUB, challenge.challenge_id, now=self.now, viewer_id=member_id
        )
        return found.own

    def wait(self, **time):
        """Let time pass."""
        self.now += timedelta(**time)

    def be_at(self, *when):
        """Let it be that instant in UTC."""
        self.now = datetime(*when, tzinfo=UTC)


@pytest.fixture
def new_play():
    """Makes a `Play` on an open transaction."""
    return Play
