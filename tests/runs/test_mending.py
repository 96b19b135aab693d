"""A run that stands is edited, taken back and brought back, on the real schema."""

from datetime import timedelta

import pytest

from bot.clubs.model import Defaults
from bot.removals import service as removals
from bot.removals.model import Removal
from bot.runs import answers
from bot.runs import service as runs
from bot.runs.following import Following
from bot.runs.listing import RunLists
from bot.runs.mending import Mending
from bot.runs.model import Fact, Form
from bot.runs.refusals import NoSuchRun, VolunteerFigures
from tests.rooms import new_book

CLUB, ANA, BEN = 1, 11, 12
LISTS = RunLists(defaults=Defaults())


@pytest.fixture
def book():
    return new_book()


@pytest.fixture
def mending(book):
    return Mending(book)


def test_an_edit_changes_what_was_named(tx, post, book, mending, now):
    """An empty field leaves its figure as it was."""
    (run,) = book.log_text(tx, post, "5k in 24:30", now=now).runs
    edited = mending.edit(tx, CLUB, ANA, run.run_id, Form(distance="6 km", note="wind"), now=now)
    (changed,) = edited.runs
    assert (changed.distance_m, changed.duration_s, changed.note) == (6000, 1470, "wind")


def test_a_run_taken_back_is_gone_and_can_return(tx, post, book, mending, now):
    """Withdrawn runs count nowhere, and come back for thirty days."""
    (run,) = book.log_text(tx, post, "5k in 24:30", now=now).runs
    answers.answered(tx, run.post_id, 5, 77)
    withdrawn = mending.withdraw(tx, CLUB, ANA, run.run_id, now=now)
    assert withdrawn.runs == () and withdrawn.week.runs == 0 and withdrawn.post.answer_id == 77
    assert LISTS.listing(tx, CLUB, ANA, now=now).restorable[0].run_id == run.run_id
    restored = mending.restore(tx, CLUB, ANA, run.run_id, now=now + timedelta(days=30))
    assert restored.runs == (run,)


def test_after_thirty_days_a_run_taken_back_is_gone_for_good(tx, post, book, mending, now):
    """Later it can no longer return, and tidying deletes it with its post."""
    (run,) = book.log_text(tx, post, "5k in 24:30", now=now).runs
    mending.withdraw(tx, CLUB, ANA, run.run_id, now=now)
    late = now + timedelta(days=30, seconds=1)
    with pytest.raises(NoSuchRun):
        mending.restore(tx, CLUB, ANA, run.run_id, now=late)
    assert runs.purge_withdrawn(tx, now=late) == 1
    assert tx.execute("SELECT count(*) FROM posts").fetchone()[0] == 0


def test_nobody_reaches_the_run_of_another(tx, post, book, mending, now):
    """Another member's run, or one of another club, does not exist for anybody else."""
    (run,) = book.log_text(tx, post, "5k in 24:30", now=now).runs
    for club_id, member_id in ((CLUB, BEN), (2, ANA)):
        for act in (mending.withdraw, mending.restore, LISTS.one):
            with pytest.raises(NoSuchRun):
                act(tx, club_id, member_id, run.run_id, now=now)
        with pytest.raises(NoSuchRun):
            mending.edit(tx, club_id, member_id, run.run_id, Form(distance="1 km"), now=now)


def test_reactions_hear_of_every_change_in_order(tx, post, now):
    """Each feature sees what a run was and is, in the same transaction, and may say one thing."""
    heard = []

    def listen(tx, change):
        heard.append((change.before, change.after))
        return Fact("heard", str(len(heard)))

    keeper = new_book(listen)
    logged = keeper.log_text(tx, post, "5k in 24:30", now=now)
    (run,) = logged.runs
    assert logged.facts == (Fact("heard", "1"),)
    Mending(keeper).withdraw(tx, CLUB, ANA, run.run_id, now=now)
    Mending(keeper).withdraw(tx, CLUB, ANA, run.run_id, now=now)  # a second time changes nothing
    Mending(keeper).restore(tx, CLUB, ANA, run.run_id, now=now)
    assert [(bool(before), bool(after)) for before, after in heard] == [
        (False, True),
        (True, False),
        (False, True),
    ]


def test_an_answer_to_nothing_is_to_go(tx, post, book, mending, now):
    """Where the answer to a post without runs stands is noted only for its removal."""
    (run,) = book.log_text(tx, post, "5k in 24:30", now=now).runs
    assert answers.answered(tx, run.post_id, 5, 77)
    mending.withdraw(tx, CLUB, ANA, run.run_id, now=now)
    assert not answers.answered(tx, run.post_id, 5, 78)
    assert not answers.answered(tx, 999, 5, 79)
    assert removals.due(tx) == [Removal(5, 79), Removal(5, 78), Removal(5, 77)]


def test_a_day_of_helping_out_has_no_figures(tx, post, book, mending, now):
    """With a distance or a time it is refused; a run that becomes one lets go of its figures."""
    for form in (Form(distance="5k", kind="volunteer"), Form(time="2 h", kind="volunteer")):
        with pytest.raises(VolunteerFigures):
            book.log_form(tx, post, form, now=now)
    (run,) = book.log_form(tx, post, Form(distance="5k", time="25:00"), now=now).runs
    with pytest.raises(VolunteerFigures):
        form = Form(kind="volunteer", distance="6k")
        mending.edit(tx, CLUB, ANA, run.run_id, form, now=now)
    shown = Form(kind="volunteer", distance="5 km", time="25:00")
    (helped,) = mending.edit(tx, CLUB, ANA, run.run_id, shown, now=now).runs
    assert (helped.distance_m, helped.duration_s, helped.is_run) == (None, None, False)
    (back,) = mending.edit(
        tx, CLUB, ANA, run.run_id, Form(kind="walk", distance="5k"), now=now
    ).runs
    assert (back.distance_m, back.is_run) == (5000, True)


def test_a_message_edited_later_gives_a_day_of_helping_out_no_figures(tx, post, book, mending, now):
    """What was set by hand stays, and what it rules out stays away."""
    logged = book.log_text(tx, post, "went for a run, lovely", now=now)
    mending.edit(tx, CLUB, ANA, logged.runs[0].run_id, Form(kind="volunteer"), now=now)
    later = now + timedelta(minutes=5)
    edited = Following(book).edited(tx, post, "ran 5k in 25:00", edited_at=later, now=later)
    assert [(run.kind, run.distance_m, run.duration_s) for run in edited.runs] == [
        ("volunteer", None, None)
    ]
