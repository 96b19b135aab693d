"""The line under a run: one a post, taking turns, told again as it was, and blind to what is private."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from bot import texts
from bot.clubs import service as clubs
from bot.clubs.model import Defaults, Wishes
from bot.encouragement import service as encouragement
from bot.encouragement import store
from bot.members import service as members
from bot.runs.mending import Mending
from bot.runs.model import Fact, Form, Post
from tests.encouragement.diary import ANA, BEN, CLUB, Diary


@pytest.fixture
def diary(tx, now):
    """Ana's and Ben's runs in one club."""
    return Diary(tx, now)


def test_a_member_hears_no_line_twice_in_ten(diary):
    """Forty runs have forty lines, and none of the last ten comes again."""
    said = [diary.log() for _ in range(60)]
    assert all(said[place] not in said[max(0, place - 10) : place] for place in range(60))
    assert len(set(said)) == 43  # one for the first run, and then all there are for nothing special


def test_the_line_fits_the_run_and_the_tone(diary):
    """What was said of a run picks the situation, the member's tone picks the words, and the club's where none."""
    assert diary.log() in texts.lines("warm")["first"]
    assert diary.log("ran 10k in the pouring rain") in texts.lines("warm")["rain"]
    members.choose(diary.tx, ANA, now=diary.now, tone="playful")
    assert diary.log("ran 10k in the pouring rain") in texts.lines("playful")["rain"]
    members.choose(diary.tx, ANA, now=diary.now, tone="plain")
    assert diary.log() is None
    clubs.choose(diary.tx, CLUB, "Owls", Wishes(tone="plain"), now=diary.now, defaults=Defaults())
    assert diary.log(member_id=BEN) is None
    members.choose(diary.tx, BEN, now=diary.now, tone="warm")
    assert diary.log(member_id=BEN) in texts.lines("warm")["any"]


def test_a_run_told_before_seven_is_an_early_one(diary):
    """Six in the morning is early for a run of that morning, and not for yesterday's."""
    diary.log()
    diary.now = diary.now.replace(hour=6) + timedelta(days=1)
    assert diary.log() in texts.lines("warm")["early"]
    assert diary.log("ran 8k yesterday") in texts.lines("warm")["any"]


def test_a_post_of_several_runs_has_one_line(diary):
    """The first run of a post is what its line is about."""
    diary.log("5k yesterday and 21 km today")
    assert diary.tx.execute("SELECT count(*) FROM lines_told").fetchone()[0] == 1


def test_a_run_that_comes_back_keeps_its_line(diary):
    """A restored run tells no second line."""
    said = diary.log()
    run = diary.last.runs[0]
    Mending(diary.book).withdraw(diary.tx, CLUB, ANA, run.run_id, now=diary.now)
    Mending(diary.book).restore(diary.tx, CLUB, ANA, run.run_id, now=diary.now)
    assert encouragement.again(diary.tx, diary.last.post.post_id) == Fact("line", said)
    assert diary.tx.execute("SELECT count(*) FROM lines_told").fetchone()[0] == 1


def test_what_other_rooms_found_is_heard(tx, now):
    """A best that another room tells of makes the line one for a best."""
    diary = Diary(tx, now, tellers=(lambda *_: [Fact("best", "5k")],))
    diary.log()
    assert diary.log() in texts.lines("warm")["best"]


def test_lines_of_the_club_take_their_turn_and_those_off_do_not(diary):
    """Own lines join those that come with the bot; what is switched off is said to nobody."""
    diary.log()
    store.add(diary.tx, CLUB, "long", "Bridge and back, *{name}*: {distance}!")
    shipped = [line.key for line in encouragement._shipped("warm")["long"]]
    store.set_off(diary.tx, CLUB, shipped[:1], [])
    said = [diary.log("ran 20k") for _ in range(len(shipped))]
    assert len(set(said)) == len(shipped)
    assert "Bridge and back, \\*{name}\\*\\: {distance}!" in said
    assert texts.lines("warm")["long"][0] not in said


def test_a_situation_with_too_few_lines_borrows_from_nothing_special(diary):
    """Rather than saying one of the last ten again, a line for any run is said."""
    keys = [line.key for line in encouragement._shipped("warm")["long"]]
    diary.log()
    store.set_off(diary.tx, CLUB, keys[2:], [])
    said = [diary.log("ran 20k") for _ in range(30)]
    assert all(said[place] not in said[max(0, place - 10) : place] for place in range(30))
    assert set(said) & set(texts.lines("warm")["long"]) and None not in said


def test_a_club_that_switched_all_off_has_none(diary):
    """Where no line is left, the facts stand alone."""
    diary.log(member_id=BEN)
    every = [line.key for lines in encouragement._shipped("warm").values() for line in lines]
    store.set_off(diary.tx, CLUB, every, [])
    assert [diary.log(), diary.log("ran 20k")] == [None, None]


def test_a_removed_line_is_told_no_more(diary):
    """Neither a line that is gone nor a post without one leaves anything to say."""
    assert encouragement.again(diary.tx, 99) is None
    for key in ("0000", "club:99"):
        diary.log()
        diary.tx.execute("UPDATE lines_told SET line = ?", (key,))
        assert encouragement.again(diary.tx, diary.last.post.post_id) is None
        diary.tx.execute("DELETE FROM lines_told")


@effort(max_examples=30)
@given(st.lists(st.booleans(), max_size=40))
def test_a_public_line_knows_of_public_runs_alone(new_tx, private):
    """With and without the private runs between them, public runs have the very same lines."""
    with new_tx() as one, new_tx() as other:
        mixed, public = Diary(one), Diary(other)
        told = [mixed.log(private=hidden) for hidden in private]
        seen = [line for line, hidden in zip(told, private, strict=True) if not hidden]
        assert seen == [public.log() for hidden in private if not hidden]


def test_an_edit_says_the_same_line(diary):
    """The answer to an edited run keeps its line; a run taken back has none to show."""
    said = diary.log()
    run = diary.last.runs[0]
    edited = Mending(diary.book).edit(
        diary.tx, CLUB, ANA, run.run_id, Form(distance="6 km"), now=diary.now
    )
    assert edited.facts == (Fact("line", said),)
    assert Mending(diary.book).withdraw(diary.tx, CLUB, ANA, run.run_id, now=diary.now).facts == ()


def test_reading_and_noting_a_line_use_an_index(tx):
    """No run's line is looked for through a whole table."""
    for sql in (store._MOMENT, "SELECT line FROM lines_told WHERE post_id = 1"):
        plan = tx.execute(f"EXPLAIN QUERY PLAN {sql}", (1, 1, "any", 0, 9) if "?" in sql else ())
        steps = [row["detail"] for row in plan]
        assert not any(step.startswith(("SCAN lines", "SCAN club")) for step in steps), steps


def test_a_post_by_a_form_is_encouraged_too(diary):
    """Whichever way a run came in, it has a line."""
    post = Post(CLUB, "Owls", ANA, "Ana", "interaction:1", diary.now)
    logged = diary.book.log_form(diary.tx, post, Form(distance="5 km"), now=diary.now)
    assert [fact.name for fact in logged.facts] == ["line"]
