"""Runs are logged, once, and listed, on the real schema."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.clubs.model import Defaults
from bot.members import service as members
from bot.runs.listing import RunLists
from bot.runs.model import Form
from bot.runs.refusals import (
    FigureUnread,
    FutureDay,
    Implausible,
    LongAgo,
    OlderThanForget,
    UnknownKind,
)
from tests.rooms import new_book

CLUB, ANA = 1, 11
LISTS = RunLists(defaults=Defaults())


class AnaForgotten:
    """Ana asked to be forgotten at an instant."""

    def __init__(self, instant):
        self._instant = instant

    def covers(self, member_id, instant):
        """Whatever Ana did up to that instant."""
        return member_id == ANA and instant <= self._instant


def test_a_post_becomes_a_run(tx, post, now):
    """A sure post is stored with its figures, on the author's local day."""
    logged = new_book().log_text(tx, post, "5k in 24:30", now=now)
    (run,) = logged.runs
    assert (run.distance_m, run.duration_s, run.pace_s_per_km) == (5000, 1470, 294)
    assert run.day == date(2026, 11, 18)
    assert logged.is_new and logged.week.distance_m == 5000 and logged.week.runs == 1


def test_the_same_post_counts_once(tx, post, now):
    """A second delivery stores nothing and gives the same runs."""
    first = new_book().log_text(tx, post, "5k in 24:30", now=now)
    second = new_book().log_text(tx, post, "5k in 24:30", now=now)
    assert second.runs == first.runs and not second.is_new
    assert second.week.runs == 1


def test_other_talk_is_nothing(tx, post, now):
    """A post that tells of no run stores nothing, not even that its author was there."""
    assert new_book().log_text(tx, post, "who runs on Sunday?", now=now) is None
    assert members.clubs_of(tx, ANA) == []


def test_the_day_is_the_authors(tx, post, now):
    """Eight in the evening in UTC is the next morning in Tokyo."""
    members.choose(tx, ANA, zone="Asia/Tokyo", now=now)
    (run,) = new_book().log_text(tx, post, "5k in 24:30", now=now).runs
    assert run.day == date(2026, 11, 19)


def test_a_public_week_counts_public_runs_only(tx, post, now):
    """What the club reads says nothing of private runs; what the runner reads says all."""
    hidden = replace(post, source="message:2", private=True)
    private = new_book().log_text(tx, hidden, "8k in 45:00", now=now)
    public = new_book().log_text(tx, post, "5k in 24:30", now=now)
    assert public.week.distance_m == 5000
    assert private.week.distance_m == 8000
    assert new_book().view(tx, private.post.post_id, now=now).week.distance_m == 13_000


@pytest.mark.parametrize(
    ("form", "refusal"),
    [
        (Form(distance="lots"), FigureUnread),
        (Form(time="soon"), FigureUnread),
        (Form(when="the day of the dog"), FigureUnread),
        (Form(kind="swim"), UnknownKind),
        (Form(distance="5k", when="2026-11-19"), FutureDay),
        (Form(distance="5k", when="1999-01-01"), LongAgo),
        (Form(distance="42.2 km", time="30:00"), Implausible),
        (Form(distance="351 km"), Implausible),
    ],
)
def test_a_slip_is_refused_and_nothing_stored(tx, post, now, form, refusal):
    """A form that cannot be read or believed is refused whole."""
    with pytest.raises(refusal):
        new_book().log_form(tx, post, form, now=now)
    assert tx.execute("SELECT count(*) FROM runs").fetchone()[0] == 0


def test_an_empty_form_is_a_run_without_figures(tx, post, now):
    """Just ran, no watch: a run all the same."""
    (run,) = new_book().log_form(tx, post, Form(), now=now).runs
    assert run.distance_m is None and run.duration_s is None and run.day == date(2026, 11, 18)


def test_what_is_older_than_a_wish_to_be_forgotten_yields_no_run(tx, post, now):
    """A late delivery of an old post is refused, a new post starts afresh."""
    forgetful = new_book(forgotten=AnaForgotten(now))
    with pytest.raises(OlderThanForget):
        forgetful.log_text(tx, post, "5k in 24:30", now=now)
    fresh = replace(post, source="message:3", posted_at=now + timedelta(milliseconds=1))
    assert forgetful.log_text(tx, fresh, "5k in 24:30", now=now).is_new


def test_a_listing_has_the_total_of_its_period(tx, post, now):
    """The week's list leaves last week out, and the newest run stands first."""
    keeper = new_book()
    keeper.log_text(tx, post, "5k in 24:30", now=now)
    old = Form(distance="10 km", when="2026-11-10")
    keeper.log_form(tx, replace(post, source="interaction:9"), old, now=now)
    week = LISTS.listing(tx, CLUB, ANA, now=now, period="week")
    everything = LISTS.listing(tx, CLUB, ANA, now=now)
    assert (week.total.runs, week.total.distance_m) == (1, 5000)
    assert [run.distance_m for run in everything.runs] == [5000, 10_000]
    assert everything.total.distance_m == 15_000


def test_a_form_about_an_older_post_has_its_day(tx, post, now):
    """Without a day it is the post's; *today* and a date up to now are those of whoever sends it."""
    later, keeper = now + timedelta(days=7), new_book()
    unsaid = keeper.log_form(tx, post, Form(distance="5k"), now=later)
    today = keeper.log_form(
        tx, replace(post, source="message:2"), Form(distance="5k", when="today"), now=later
    )
    dated = keeper.log_form(
        tx, replace(post, source="message:3"), Form(distance="5k", when="2026-11-25"), now=later
    )
    days = [logged.runs[0].day for logged in (unsaid, today, dated)]
    assert days == [date(2026, 11, 18), date(2026, 11, 25), date(2026, 11, 25)]


def test_talk_stores_not_even_its_club(tx, post, now):
    """A mention without a run in a server where nobody has set anything leaves no row."""
    assert new_book().log_text(tx, post, "who runs 5k on Sunday?", now=now) is None
    assert tx.execute("SELECT count(*) FROM clubs").fetchone()[0] == 0


def test_a_list_can_be_as_long_as_asked_for(tx, post, now):
    """A picker looks through more runs than a list shows."""
    keeper = new_book()
    for number in range(30):
        again = replace(post, source=f"message:{number}")
        keeper.log_form(tx, again, Form(distance="5k"), now=now)
    assert len(LISTS.listing(tx, CLUB, ANA, now=now).runs) == 25
    assert len(LISTS.listing(tx, CLUB, ANA, now=now, limit=100).runs) == 30
