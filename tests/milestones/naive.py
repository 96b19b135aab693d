"""Milestones by one pass over every run of a member, which nothing of the bot needs."""

from bot.milestones.model import Earned, SoFar, earned_between


def earned(runs):
    """Every milestone of a member, from all runs in the order of logging."""
    found, so_far = [], SoFar()
    for run in runs:
        after = so_far.plus(run)
        new = earned_between(so_far, run, after)
        found += [Earned(one, run.run_id, run.day) for one in new]
        so_far = after
    return found
