"""What encouragement says to a changed run."""

import sqlite3

from bot import texts
from bot.encouragement import model
from bot.runs import service as runs
from bot.runs.model import Fact, RunChanged


def line_for(tx: sqlite3.Connection, change: RunChanged) -> Fact | None:
    """A line for a run that was just logged, and none for any other change."""
    if change.before is not None or change.after is None:
        return None
    run = change.after
    so_far = runs.count(tx, run)
    situation = model.situation(run, change.tags, runs_so_far=so_far)
    return Fact("line", model.line(texts.lines(situation), runs_so_far=so_far))
