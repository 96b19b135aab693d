"""Questions about posts: whatever the order of events, the same counts and the same is asked in the end."""

from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.clubs.model import Defaults
from bot.questions import service as questions
from bot.questions.model import DUPLICATE, IMPLAUSIBLE, OPEN_FOR, UNIT
from bot.removals import service as removals
from bot.removals.model import Removal
from bot.runs.asking import Asking
from bot.runs.following import Following
from bot.runs.model import Post
from bot.runs.refusals import Questionable
from tests.rooms import database, new_book

CLUB, ANA, ROOM = 1, 11, 5
WRITTEN = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)
TEXTS = ("5k in 24:30", "5k in 12:00", "6k in 13:00", "ran 3 km in 4 hours", "lovely evening")


class House:
    """A book with its questions, and what the edge does with them."""

    def __init__(self, tx):
        self.tx = tx
        book = new_book()
        self.following = Following(book)
        self.asking = Asking(book, defaults=Defaults())
        self.sent = 1000

    def post(self, number, member=ANA):
        return Post(
            CLUB,
            "Owls",
            member,
            "Ana",
            f"message:{number}:{member}",
            WRITTEN,
            channel_id=ROOM,
            message_id=number,
        )

    def hear(self, what, number, text, second, now):
        """One event, as the edge brings it in: what is questionable is asked."""
        post = self.post(number, ANA + number)
        self.tx.execute("SAVEPOINT event")
        try:
            if what == "written":
                self.following.written(self.tx, post, text, now=now)
            elif what == "edited":
                edited_at = WRITTEN + timedelta(seconds=second)
                self.following.edited(self.tx, post, text, edited_at=edited_at, now=now)
            else:
                self.following.deleted(
                    self.tx, number, ROOM, now=WRITTEN + timedelta(seconds=second)
                )
        except Questionable as doubt:
            self.tx.execute("ROLLBACK TO event")
            self.tx.execute("RELEASE event")
            edited_at = WRITTEN + timedelta(seconds=second) if what == "edited" else None
            self.ask(post, text, doubt.matter, now, edited_at=edited_at)
        else:
            self.tx.execute("RELEASE event")

    def ask(self, post, text, matter, now, **edited):
        opened = self.asking.ask(self.tx, post, text, matter, now=now, **edited).question
        if opened is not None and opened.asked_with is None:
            self.sent += 1
            questions.asked(self.tx, opened.question_id, ROOM, self.sent)
        return opened

    def counted(self):
        """What counts: message and figures."""
        rows = self.tx.execute(
            "SELECT source, distance_m, duration_s FROM runs JOIN posts USING (post_id)"
            " WHERE withdrawn_at IS NULL ORDER BY source, position"
        )
        return [tuple(row) for row in rows]

    def open_matters(self):
        """What is asked: message and matter."""
        rows = self.tx.execute(
            "SELECT message_id, matter FROM questions WHERE closed_at IS NULL ORDER BY 1, 2"
        )
        return [tuple(row) for row in rows]


@contextmanager
def new_house():
    """A house with a database of its own."""
    with closing(database()) as tx:
        yield House(tx)


@pytest.fixture
def house():
    with new_house() as house:
        yield house


@st.composite
def lives(draw):
    """Messages, each written and edited some times."""
    return [
        ("written" if second == 0 else "edited", number, draw(st.sampled_from(TEXTS)), second)
        for number in range(1, draw(st.integers(1, 3)) + 1)
        for second in range(draw(st.integers(1, 4)))
    ]


@settings(max_examples=40)
@given(life=lives(), gone=st.sets(st.integers(1, 3)))
def test_every_message_ends_with_its_runs_or_one_question(life, gone):
    """In clean order, each event delivered twice: nothing counts twice, and at most one thing is asked of a message."""
    now = WRITTEN + timedelta(minutes=1)
    deleted = [("deleted", number, "", 100 * number) for number in sorted(gone)]
    with new_house() as once, new_house() as twice:
        for event in [*life, *deleted]:
            once.hear(*event, now)
            twice.hear(*event, now)
            twice.hear(*event, now)
        assert once.counted() == twice.counted()
        assert once.open_matters() == twice.open_matters()
        asked = [number for number, _ in once.open_matters()]
    assert len(asked) == len(set(asked)) and not set(asked) & gone


@settings(max_examples=40)
@given(text=st.sampled_from(TEXTS), other=st.sampled_from(TEXTS), chance=st.booleans())
def test_an_edit_before_the_message_ends_the_same(text, other, chance):
    """What was overtaken by its edit is neither counted nor asked about."""
    now = WRITTEN + timedelta(minutes=1)
    events = [("written", 1, text, 0), ("edited", 1, other, 1)]
    with new_house() as clean, new_house() as mixed:
        for event in events:
            clean.hear(*event, now)
        for event in [events[1], events[0], *(events if chance else [])]:
            mixed.hear(*event, now)
        assert clean.counted() == mixed.counted()
        assert clean.open_matters() == mixed.open_matters()


def asked(house, number, text, matter=IMPLAUSIBLE):
    return house.ask(house.post(number), text, matter, WRITTEN)


def test_the_same_is_asked_once(house):
    """After an answer or an hour, the same words are not asked about again; other words are."""
    question = asked(house, 1, "5k in 12:00")
    assert asked(house, 1, "5k in 12:00").question_id == question.question_id
    questions.close(house.tx, question, now=WRITTEN)
    assert asked(house, 1, "5k in 12:00") is None
    assert asked(house, 1, "6k in 13:00") is not None


def test_another_matter_takes_the_place_of_the_first(house):
    """One question at a time, and the message of the one before is to go."""
    first = asked(house, 1, "5k in 12:00")
    second = asked(house, 1, "5k in 12:00", DUPLICATE)
    standing = questions.find(house.tx, first.question_id)
    assert not standing.is_open and questions.find(house.tx, second.question_id).is_open
    assert removals.due(house.tx) == [Removal(ROOM, standing.asked_with)]


def test_a_question_is_overdue_after_an_hour(house):
    """Not a moment before, unless its author has said yes and nothing came of it."""
    question = asked(house, 1, "5k in 12:00")
    early, late = WRITTEN + OPEN_FOR - timedelta(seconds=1), WRITTEN + OPEN_FOR
    assert questions.overdue(house.tx, now=early) == []
    assert [q.question_id for q in questions.overdue(house.tx, now=late)] == [question.question_id]
    assert questions.next_overdue(house.tx) == late
    questions.agree(house.tx, question, text_hash=b"")
    assert len(questions.overdue(house.tx, now=early)) == 1


def test_what_was_asked_is_forgotten_in_two_weeks(house):
    """Only that somebody was asked for their unit is kept, so that they are asked once."""
    for number, matter in ((1, IMPLAUSIBLE), (2, UNIT)):
        questions.close(house.tx, asked(house, number, "5k", matter), now=WRITTEN)
    questions.purge(house.tx, now=WRITTEN + timedelta(days=15))
    (left,) = house.tx.execute("SELECT matter FROM questions").fetchall()
    assert left["matter"] == UNIT
