"""The milestones of a run, for its answer."""

import sqlite3

from bot import texts
from bot.milestones import store
from bot.milestones.model import Counted, Milestone, earned_by
from bot.runs.model import Fact, Run
from bot.runs.service import Place


def tell(tx: sqlite3.Connection, run: Run, _: Place) -> list[Fact]:
    """What a run earned: a public one, by public runs alone."""
    counted = Counted(run.run_id, run.day, run.distance_m or 0)
    earned = earned_by(counted, store.before(tx, run))
    return [Fact("milestone", worded(milestone)) for milestone in earned]


def worded(milestone: Milestone) -> str:
    """A milestone in a few words."""
    return texts.say(f"milestones.{milestone.kind}_{milestone.value}")
