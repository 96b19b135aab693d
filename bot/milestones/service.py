"""The milestones of a run, for its answer."""

import sqlite3
from datetime import date

from bot import texts
from bot.milestones import model, store
from bot.milestones.model import Counted, Earned, Milestone, SoFar, by_cheering, earned_by
from bot.runs.model import Fact, Place, Run


def tell(tx: sqlite3.Connection, run: Run, _: Place) -> list[Fact]:
    """What a run earned: a public one, by public runs alone."""
    counted = Counted(run.run_id, run.day, run.distance_m or 0, not run.is_run)
    before = _before(tx, run.club_id, run.member_id, counted, private=run.private)
    return [Fact("milestone", worded(milestone)) for milestone in earned_by(counted, before)]


def earned_between(
    tx: sqlite3.Connection, club_id: int, first: date, last: date
) -> list[tuple[int, Earned]]:
    """Who in a club earned what with which public run of some days, in the order of logging."""
    so_far = store.begun_before(tx, club_id, first, last)
    found = []
    for member_id, run in store.public_from_then_on(tx, club_id, first, last):
        before = so_far.get(member_id, SoFar())
        so_far[member_id] = after = before.plus(run)
        if first <= run.day <= last:
            new = model.earned_between(before, run, after)
            found += [(member_id, Earned(one, run.run_id, run.day)) for one in new]
    return found


def _before(
    tx: sqlite3.Connection, club_id: int, member_id: int, run: Counted, *, private: bool
) -> SoFar:
    """What there was before it, as far as it may earn something."""
    read = store.helped_before if run.helped else store.before
    return read(tx, club_id, member_id, run.run_id, private=private)


def of_cheering(counted: int | None) -> str | None:
    """What a cheer earned its giver, in a few words for them; None for most."""
    earned = by_cheering(counted)
    return texts.say("cheers.earned", earned=worded(earned)) if earned else None


def worded(milestone: Milestone) -> str:
    """A milestone in a few words."""
    return texts.say(f"milestones.{milestone.kind}_{milestone.value}")


def named(milestone: Milestone) -> str:
    """A milestone as it is told of somebody: "10th run"."""
    return texts.say(f"milestones.of_{milestone.kind}_{milestone.value}")
