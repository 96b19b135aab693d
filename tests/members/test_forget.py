"""Forgetting: everything of one member up to an instant, and nothing else, now and after a restored backup."""

from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import almanac
from bot.clubs.model import Defaults
from bot.db.forgotten import Forgotten
from bot.kudos.service import RunGone
from bot.members.forget import forget, forget_again, holdings
from bot.removals import service as removals
from bot.removals.model import COUNTED, Removal
from bot.runs.listing import RunLists
from bot.runs.refusals import NoSuchRun, OlderThanForget

ANA, BEN, CARA = 111_111_111_111_111_111, 222_222_222_222_222_222, 333_333_333_333_333_333


def places_of(play, member_id):
    """Every place in the whole database where a number or a text holds the member's id."""
    return [
        f"{table}.{column}"
        for table, row in play.rows()
        for column, value in row.items()
        if value == member_id or str(member_id) in str(value)
    ]


def life(play, member_id, others_post):
    """One of everything that leaves a row."""
    logged = play.log(member_id, note="mine alone")
    play.log(member_id, private=True)
    play.withdraw(play.log(member_id))
    play.clap(member_id, others_post)
    play.choose(member_id, units="mi", read_posts=False)
    return logged


def test_what_would_go_is_counted(play):
    """Runs (those taken back among them), kudos given, and whether there are settings or a name."""
    life(play, ANA, play.log(BEN))
    held = holdings(play.tx, ANA)
    assert (held.runs, held.kudos, held.settings, held.nothing) == (3, 1, True, False)


def test_of_a_stranger_nothing_would_go(play):
    """Somebody who never acted has nothing to be forgotten."""
    play.log(BEN)
    held = holdings(play.tx, ANA)
    assert held.nothing and not held.settings


def test_settings_alone_are_something(play):
    """Whoever only chose settings has something to be forgotten."""
    play.choose(ANA, units="mi")
    held = holdings(play.tx, ANA)
    assert held.settings and not held.nothing and held.runs == 0


def test_nothing_of_the_member_is_left(play):
    """No table holds the member any more, in no column, and asking again finds nothing to do."""
    life(play, ANA, play.log(BEN))
    assert places_of(play, ANA)
    forget(play.tx, ANA, until=play.ms)
    assert places_of(play, ANA) == []
    assert holdings(play.tx, ANA).nothing
    rows = play.rows()
    forget(play.tx, ANA, until=play.ms)
    assert play.rows() == rows


def test_others_keep_everything(play):
    """Only the 👏 on what is gone goes with it."""
    mine, theirs = play.log(ANA), play.log(BEN, note="theirs")
    play.clap(BEN, mine)
    play.clap(CARA, theirs)
    play.clap(ANA, theirs)
    before = play.rows()
    forget(play.tx, ANA, until=play.ms)
    gone = [row for row in before if row not in play.rows()]
    assert {table for table, row in gone if row.get("member_id") != ANA} == {"kudos"}
    assert [row["post_id"] for table, row in gone if row.get("member_id") == BEN] == [
        mine.post.post_id
    ]


def test_the_answers_are_to_go_from_chat(play):
    """Each answer is noted, in public and in direct messages, the newest first."""
    first = play.log(ANA)
    second = play.log(ANA, private=True)
    play.log(ANA, answered=False)
    last = play.log(ANA, club_id=2)
    play.log(BEN)
    forget(play.tx, ANA, until=play.ms)
    ids = [(one.post.channel_id, one.post.message_id + 1) for one in (last, second, first)]
    due = removals.due(play.tx)
    assert [(one.channel_id, one.message_id) for one in due if one.mark is None] == ids


def test_the_marks_are_to_go_after_the_answers(play):
    """✅ goes from what counts, not from what was taken back, and only once the answers are gone."""
    counts = play.log(ANA)
    play.withdraw(play.log(ANA))
    play.log(BEN)
    forget(play.tx, ANA, until=play.ms)
    due = removals.due(play.tx)
    marks = [one for one in due if one.mark is not None]
    assert marks == [Removal(counts.post.channel_id, counts.post.message_id, COUNTED)]
    assert due[-1:] == marks


@pytest.mark.parametrize(("late", "left"), [(-1, False), (0, False), (1, True)])
def test_the_instant_is_meant_to_the_millisecond(play, late, left):
    """What happened up to the instant goes, what happened a millisecond later stays whole."""
    others = play.log(BEN)
    until = play.ms
    play.wait(late)
    play.log(ANA, note="x")
    play.clap(ANA, others)
    play.choose(ANA, units="mi")
    forget(play.tx, ANA, until=until)
    tables = {table for table, row in play.rows() if row.get("member_id") == ANA}
    assert tables == ({"runs", "posts", "kudos", "club_members", "members"} if left else set())


def test_a_run_stays_with_its_post(play):
    """A post is as old as Discord says; its run never outlives it and never goes alone, whatever our clock said."""
    logged = play.log(ANA)
    play.tx.execute(
        "UPDATE posts SET posted_at = posted_at + 1000"
    )  # our clock was a second behind
    forget(play.tx, ANA, until=play.ms)
    assert play.book.view(play.tx, logged.post.post_id, now=play.now).runs == logged.runs
    play.tx.execute("UPDATE posts SET posted_at = ?", (play.ms,))
    play.tx.execute("UPDATE runs SET logged_at = logged_at + 1000")  # our clock was ahead
    forget(play.tx, ANA, until=play.ms)
    assert [table for table, _ in play.rows() if table == "runs"] == []


def test_what_was_forgotten_is_gone_for_every_button(play):
    """The post is no more: no 👏 for it, no view of it, no edit of its run."""
    mine = play.log(ANA)
    forget(play.tx, ANA, until=play.ms)
    with pytest.raises(RunGone):
        play.clap(BEN, mine)
    with pytest.raises(NoSuchRun):
        play.book.view(play.tx, mine.post.post_id, now=play.now)
    with pytest.raises(NoSuchRun):
        RunLists(defaults=Defaults()).one(play.tx, 1, ANA, mine.runs[0].run_id, now=play.now)


def test_an_old_post_yields_nothing_and_a_new_one_does(new_play, tmp_path):
    """The same event once more, and any other up to the instant, is refused; later ones begin afresh."""
    forgotten = Forgotten(tmp_path / "club.sqlite")
    with new_play(forgotten) as play:
        play.log(ANA, message_id=42)
        forgotten.remember(ANA, play.now)
        forget(play.tx, ANA, until=play.ms)
        for message_id in (42, 43):
            with pytest.raises(OlderThanForget):
                play.log(ANA, message_id=message_id)
        assert places_of(play, ANA) == []
        play.log(BEN)
        play.wait(1)
        assert play.log(ANA, message_id=44).is_new


def test_a_restored_backup_forgets_again(play, tmp_path):
    """Everything older than the instant goes at the start, what is younger and what is others' stays."""
    forgotten = Forgotten(tmp_path / "club.sqlite")
    theirs = play.log(BEN)
    life(play, ANA, theirs)
    forgotten.remember(ANA, play.now)
    play.wait(1)
    younger = play.log(ANA)
    before = play.rows()
    forget_again(play.tx, forgotten)
    kept = [row for row in play.rows() if row[1].get("member_id") == ANA]
    assert sorted(table for table, _ in kept) == ["club_members", "posts", "runs"]
    assert all(row.get("post_id", younger.post.post_id) == younger.post.post_id for _, row in kept)
    assert [row for row in before if row[1].get("member_id") == BEN] == [
        row for row in play.rows() if row[1].get("member_id") == BEN
    ]


def test_without_a_list_the_start_reads_nothing(play, tmp_path):
    """As long as nobody asked, no table is looked through."""
    seen = []
    play.tx.set_trace_callback(seen.append)
    forget_again(play.tx, Forgotten(tmp_path / "club.sqlite"))
    assert seen == []


def test_everybody_is_found_in_whichever_table(play, tmp_path):
    """A member who only clapped, only chose or only acted is forgotten again like one who ran."""
    forgotten = Forgotten(tmp_path / "club.sqlite")
    logged = play.log(BEN)
    play.clap(ANA, logged)
    play.choose(CARA, units="mi")
    for member_id in (ANA, CARA):
        forgotten.remember(member_id, play.now)
    forget_again(play.tx, forgotten)
    assert places_of(play, ANA) == places_of(play, CARA) == []
    assert holdings(play.tx, BEN).runs == 1


MEMBERS = st.sampled_from([ANA, BEN, CARA])
ASIDE = ("removals", "messages", "recaps_anew")
"""What says what is to be done in chat."""
ACTIONS = st.tuples(
    st.sampled_from(["log", "private", "clap", "choose", "withdraw"]),
    MEMBERS,
    st.integers(0, 5),
    st.integers(0, 2),  # milliseconds until the next
)


def act(play, what, member, number):
    """Play one action; one that is impossible or refused leaves nothing."""
    theirs = [one for one in play.logged if one.post.member_id == member]
    others = [one for one in play.logged if one.post.member_id != member and not one.post.private]
    if what in ("log", "private"):
        play.log(member, club_id=1 + number % 2, note="words", private=what == "private")
    elif what == "choose":
        play.choose(member, named=bool(number % 2))
    elif what == "clap" and number < len(others):
        play.clap(member, others[number])
    elif what == "withdraw" and number < len(theirs):
        play.withdraw(theirs[number])


def is_older(row, table, until, posts):
    """Whether a row must be gone, by the rule as it is told to members."""
    if table in ("runs", "posts"):
        return posts[row["post_id"]]["posted_at"] <= until
    age = {"kudos": "given_at", "club_members": "seen_at", "members": "changed_at"}[table]
    return row[age] <= until


@settings(max_examples=150)
@given(actions=st.lists(ACTIONS, max_size=25), moment=st.integers(0, 25))
def test_exactly_what_is_older_goes(new_play, actions, moment):
    """Of the member exactly the older rows go, of others only the 👏 on posts that are gone."""
    with new_play() as play:
        for at, (what, member, number, pause) in enumerate(actions):
            if at == moment:
                until = play.ms
            with suppress(RunGone, NoSuchRun):
                act(play, what, member, number)
            play.wait(pause)
        if moment >= len(actions):
            until = play.ms
        before = [(table, row) for table, row in play.rows() if table not in ASIDE]
        posts = {row["post_id"]: row for table, row in before if table == "posts"}
        gone_posts = {
            number
            for number, row in posts.items()
            if row["member_id"] == ANA and row["posted_at"] <= until
        }
        forget(play.tx, ANA, until=until)
        expected = [
            (table, row)
            for table, row in before
            if not (row.get("member_id") == ANA and is_older(row, table, until, posts))
            and not (table == "kudos" and row["post_id"] in gone_posts)
        ]
        left = [(table, row) for table, row in play.rows() if table not in ASIDE]
        faults = play.tx.execute("PRAGMA foreign_key_check").fetchall()
        places = places_of(play, ANA)
    assert left == expected and faults == []
    if moment >= len(actions):
        assert places == []


def test_instants_are_whole_milliseconds(play):
    """An instant within a millisecond means all of it, so that a stored instant is never younger than itself."""
    for micros in (0, 1, 999):
        assert almanac.to_ms(play.now + timedelta(microseconds=micros)) == play.ms
