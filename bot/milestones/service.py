"""The milestones of a run, for its answer."""

import sqlite3
from datetime import date

from bot import texts
from bot.milestones import store
from bot.milestones.model import Counted, Milestone, SoFar, earned_by
from bot.runs.model import Fact, Place, Run


def tell(tx: sqlite3.Connection, run: Run, _: Place) -> list[Fact]:
    """What a run earned: a public one, by public runs alone."""
    counted = Counted(run.run_id, run.day, run.distance_m or 0, not run.is_run)
    before = _before(tx, run.club_id, run.member_id, counted, private=run.private)
    return [Fact("milestone", worded(milestone)) for milestone in earned_by(counted, before)]


def earned_between(
    tx: sqlite3.Connection, club_id: int, first: date, last: date
) -> list[tuple[int, Milestone]]:
    """Who in a club earned what with the public runs of some days, in the order of logging."""
    return [
        (member_id, milestone)
        for member_id, run in store.public_between(tx, club_id, first, last)
        for milestone in earned_by(run, _before(tx, club_id, member_id, run, private=False))
    ]


def _before(
    tx: sqlite3.Connection, club_id: int, member_id: int, run: Counted, *, private: bool
) -> SoFar:
    """What there was before it, as far as it may earn something."""
    read = store.helped_before if run.helped else store.before
    return read(tx, club_id, member_id, run.run_id, private=private)


def worded(milestone: Milestone) -> str:
    """A milestone in a few words."""
    return texts.say(f"milestones.{milestone.kind}_{milestone.value}")


def named(milestone: Milestone) -> str:
    """A milestone as it is told of somebody: "10th run"."""
    return texts.say(f"milestones.of_{milestone.kind}_{milestone.value}")
