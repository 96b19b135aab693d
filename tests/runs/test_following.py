"""Whatever the order in which a message's life is heard of, its runs end the same."""

from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.messages import service as messages
from bot.messages.model import BURST_ABOVE
from bot.removals import service as removals
from bot.removals.model import Removal
from bot.runs import answers
from bot.runs.following import Following
from bot.runs.mending import Mending
from bot.runs.model import VOID, Post
from bot.runs.refusals import RunGone
from tests.rooms import database, new_book

CLUB, ANA, ROOM = 1, 11, 5
WRITTEN = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)
TEXTS = (
    "ran 5k in 24:30",
    "ran 6k in 31:00",
    "lovely evening",
    "5k in 24:30 today, and 8k in 45:00 yesterday",
    "who runs on Sunday?",
)


@pytest.fixture
def book():
    return new_book()


@pytest.fixture
def following(book):
    return Following(book)


def post(number):
    """A message of its own author, so that two with the same run are no matter of asking."""
    source = f"message:{number}"
    return Post(
        CLUB, "Owls", ANA + number, "Ana", source, WRITTEN, channel_id=ROOM, message_id=number
    )


def play(tx, following, event, *, now):
    """Let the bot hear of one event of one message."""
    what, number, text, second = event
    if what == "written":
        following.written(tx, post(number), text, now=now)
    elif what == "edited":
        edited_at = WRITTEN + timedelta(seconds=second)
        following.edited(tx, post(number), text, edited_at=edited_at, now=now)
    else:
        following.deleted(tx, number, ROOM, now=WRITTEN + timedelta(seconds=second))


def visible(tx):
    """What counts in the end: message, place in it, day and figures."""
    rows = tx.execute(
        "SELECT source, position, day, distance_m, duration_s FROM runs JOIN posts USING (post_id)"
        " WHERE withdrawn_at IS NULL ORDER BY source, position"
    )
    return [tuple(row) for row in rows]


@st.composite
def lives(draw):
    """Messages with their events in clean order: written, edited some times, perhaps deleted."""
    events = []
    for number in range(1, draw(st.integers(1, BURST_ABOVE + 3)) + 1):
        events.append(("written", number, draw(st.sampled_from(TEXTS)), 0))
        for second in range(1, draw(st.integers(1, 3))):
            events.append(("edited", number, draw(st.sampled_from(TEXTS)), second))
    numbers = {event[1] for event in events}
    going = draw(st.lists(st.sampled_from(sorted(numbers)), unique=True))
    second = 10
    deletions = []
    for number in going:
        second += draw(st.sampled_from([0, 1, 4, 11]))
        deletions.append(("deleted", number, "", second))
    return events, deletions


@settings(max_examples=100)
@given(life=lives(), chance=st.randoms(use_true_random=False))
def test_the_order_of_hearing_does_not_matter(life, chance):
    """Twice, late or early: the runs end as if every event had come once and in its order."""
    following = Following(new_book())
    events, deletions = life
    now = WRITTEN + timedelta(minutes=1)
    heard = events * 2
    chance.shuffle(heard)
    for (
        deletion
    ) in deletions:  # the spacing of deletions is part of what they mean, so they keep their order
        heard.insert(chance.randint(0, len(heard)), deletion)
    places = sorted(at for at, event in enumerate(heard) if event[0] == "deleted")
    for at, deletion in zip(places, deletions, strict=True):
        heard[at] = deletion
    with closing(database()) as clean, closing(database()) as mixed:
        for event in events + deletions:
            play(clean, following, event, now=now)
        for event in heard:
            play(mixed, following, event, now=now)
        assert visible(clean) == visible(mixed)


def test_words_are_kept_nowhere(tx, following, now):
    """Of a message only a hash stays, and another member's same words have another one."""
    following.written(tx, post(1), "ran 5k in 24:30 along the secret river", now=now)
    following.written(tx, post(2), "ran 5k in 24:30 along the secret river", now=now)
    dump = "\n".join(tx.iterdump())
    hashes = {row[0] for row in tx.execute("SELECT text_hash FROM posts")}
    assert "secret" not in dump
    assert len(hashes) == 2 and all(len(h) == 16 for h in hashes)


def test_a_post_stays_in_the_zone_it_was_written_in(tx, following, now):
    """Moving to another zone does not move the day of an older post when it is edited."""
    following.written(tx, post(1), "ran 5k in 24:30", now=now)
    (before,) = tx.execute("SELECT day FROM runs").fetchone()
    tx.execute(
        "INSERT INTO members (member_id, zone, changed_at) VALUES (?, 'Pacific/Kiritimati', 0)",
        (ANA + 1,),
    )
    edited_at = WRITTEN + timedelta(hours=1)
    following.edited(tx, post(1), "ran 5k in 24:40", edited_at=edited_at, now=edited_at)
    row = tx.execute("SELECT day, duration_s FROM runs").fetchone()
    assert tuple(row) == (before, 1480)


def test_what_went_while_nobody_looked(following, now):
    """A few missing messages were taken back; more than five were moderated and keep their runs."""
    with closing(database()) as few, closing(database()) as many:
        for number in range(1, 8):
            for tx in (few, many):
                following.written(tx, post(number), f"ran {number + 3}k in 50:00", now=now)
        following.missing(few, [1, 2, 3], ROOM, now=now)
        following.missing(many, [1, 2, 3, 4, 5, 6], ROOM, now=now)
        assert len(visible(few)) == 4
        assert len(visible(many)) == 7


def test_more_than_five_missing_are_moderation_wherever_they_stood(tx, following, now):
    """Also with others' messages between them; those that went before are not counted with them."""
    for number in range(1, 15):
        following.written(tx, post(number), f"ran {number + 9}k in 2:00:00", now=now)
    for number in (1, 3):
        following.deleted(tx, number, ROOM, now=now)
    following.missing(tx, [1, 2, 3, 4, 6, 8, 10], ROOM, now=now)
    few = len(visible(tx))
    following.missing(tx, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], ROOM, now=now)
    many = len(visible(tx))
    assert (few, many) == (7, 7)


def test_what_became_of_messages_is_forgotten_in_time(tx, following, now):
    """After two weeks nothing is known any more of edits and deletions."""
    following.deleted(tx, 1, ROOM, now=now)
    messages.purge(tx, now=now + timedelta(days=15))
    (left,) = tx.execute("SELECT count(*) FROM messages").fetchone()
    assert left == 0


def test_an_answer_that_comes_too_late_goes(tx, following, now):
    """A post deleted before its answer was noted has the answer removed."""
    logged = following.written(tx, post(1), "ran 5k in 24:30", now=now)
    following.deleted(tx, 1, ROOM, now=now)
    stays = answers.answered(tx, logged.post.post_id, ROOM, 99)
    going = removals.due(tx)
    assert not stays
    assert going == [Removal(ROOM, 99)]


def voided(tx, following, book, number):
    """Logs a run of its own message and has an organizer take it out; its number."""
    logged = following.written(tx, post(number), "ran 5k in 24:30", now=WRITTEN)
    (run,) = logged.runs
    Mending(book).withdraw(tx, CLUB, ANA + number, run.run_id, now=WRITTEN, by=VOID)
    return run.run_id


def relented(tx, book, number, run_id):
    """An organizer brings the run back; whether it counts then."""
    try:
        Mending(book).restore(tx, CLUB, ANA + number, run_id, now=WRITTEN, void=True)
    except RunGone:
        return False
    return True


@pytest.mark.parametrize("what", ["deleted", "edited", "missing", "removed"])
def test_a_void_run_that_went_otherwise_too_does_not_come_back(tx, following, book, what):
    """Deleted, rewritten or taken back while it was void, a run stays out when the organizer relents."""
    run_id, later = voided(tx, following, book, 1), WRITTEN + timedelta(seconds=5)
    if what == "deleted":
        following.deleted(tx, 1, ROOM, now=later)
    elif what == "edited":
        following.edited(tx, post(1), "lovely evening", edited_at=later, now=later)
    elif what == "missing":
        following.missing(tx, [1], ROOM, now=later)
    else:
        Mending(book).withdraw(tx, CLUB, ANA + 1, run_id, now=later)
    came_back, counting = relented(tx, book, 1, run_id), visible(tx)
    assert not came_back and counting == []


def test_a_void_run_comes_back_where_its_message_did(tx, following, book):
    """Deleted among many, or edited away and back again, it counts when the organizer relents."""
    swept = [voided(tx, following, book, number) for number in range(1, BURST_ABOVE + 2)]
    for number in range(1, BURST_ABOVE + 2):
        following.deleted(tx, number, ROOM, now=WRITTEN + timedelta(seconds=number))
    back = [relented(tx, book, number, run_id) for number, run_id in enumerate(swept, 1)]
    rewritten = voided(tx, following, book, 20)
    for second, text in ((1, "lovely evening"), (2, "ran 5k in 24:30, lovely evening")):
        at = WRITTEN + timedelta(seconds=second)
        following.edited(tx, post(20), text, edited_at=at, now=at)
    back.append(relented(tx, book, 20, rewritten))
    assert all(back)
