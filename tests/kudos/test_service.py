"""One 👏 per member and post."""

import pytest

from bot.kudos import service as kudos
from bot.runs import answers
from bot.runs.mending import Mending
from bot.runs.model import Form, Post
from tests.rooms import new_book

CLUB, ANA, BEN, CARA = 1, 11, 12, 13
ROOM, ANSWER = 5, 77


@pytest.fixture
def book():
    return new_book()


@pytest.fixture
def logged(tx, book, now):
    post = Post(CLUB, "Owls", ANA, "Ana", "interaction:1", now)
    logged = book.log_form(tx, post, Form(distance="5 km"), now=now)
    answers.answered(tx, logged.post.post_id, ROOM, ANSWER)
    return logged


def press(tx, logged, member_id, now, club_id=CLUB, answer_id=ANSWER):
    pressed = kudos.press(
        tx,
        logged.post.post_id,
        member_id,
        "name",
        club_id=club_id,
        answer_id=answer_id,
        now=now,
    )
    return pressed.count


def test_a_press_gives_and_a_second_takes_back(tx, logged, now):
    """Two members count two; a second press of one leaves the other's."""
    assert press(tx, logged, BEN, now) == 1
    assert press(tx, logged, CARA, now) == 2
    assert press(tx, logged, BEN, now) == 1
    assert kudos.count(tx, logged.post.post_id) == 1


def test_nobody_claps_for_their_own_run(tx, logged, now):
    """One's own press is refused and counts nothing."""
    with pytest.raises(kudos.OwnRun):
        press(tx, logged, ANA, now)
    assert kudos.count(tx, logged.post.post_id) == 0


def test_a_run_taken_back_cannot_be_clapped_for(tx, book, logged, now):
    """Nor can one that is private, of another club, or was never there."""
    with pytest.raises(kudos.RunGone):
        press(tx, logged, BEN, now, club_id=2)
    Mending(book).withdraw(tx, CLUB, ANA, logged.runs[0].run_id, now=now)
    with pytest.raises(kudos.RunGone):
        press(tx, logged, BEN, now)


def test_no_other_answer_claps_for_a_post(tx, logged, now):
    """A button that was sent under another answer's message counts nothing."""
    with pytest.raises(kudos.OtherAnswer):
        press(tx, logged, BEN, now, answer_id=78)
    assert kudos.count(tx, logged.post.post_id) == 0
