"""Which stored run a newly read post means with each of the runs it tells; pure."""

from collections.abc import Callable, Sequence

from bot.runs.model import Draft, Run

_FIGURES = ("day", "distance_m", "duration_s")

Likeness = Callable[[Run, Draft], bool]


def matched(runs: Sequence[Run], drafts: Sequence[Draft]) -> list[Run | None]:
    """For each draft the run it tells of anew, None for a run that is told for the first time.

    The same figures are the same run wherever the post now tells of it; what was set by hand cannot be
    compared. Runs and drafts that nothing joins are joined in the order in which they are told.
    """
    left = sorted(runs, key=lambda run: run.position)
    found: list[Run | None] = [None] * len(drafts)
    for alike in (_same, _same_but_for_hands, _anything):
        for place, draft in enumerate(drafts):
            if found[place] is None:
                found[place] = _take(left, draft, alike)
    return found


def _take(left: list[Run], draft: Draft, alike: Likeness) -> Run | None:
    run = next((run for run in left if alike(run, draft)), None)
    if run is not None:
        left.remove(run)
    return run


def _same(run: Run, draft: Draft) -> bool:
    return not run.by_hand & set(_FIGURES) and _agree(run, draft, _FIGURES)


def _same_but_for_hands(run: Run, draft: Draft) -> bool:
    told = [name for name in _FIGURES if name not in run.by_hand]
    telling = {"distance_m", "duration_s"} & set(told)
    return any(getattr(run, name) is not None for name in telling) and _agree(run, draft, told)


def _anything(run: Run, draft: Draft) -> bool:
    return True


def _agree(run: Run, draft: Draft, names: Sequence[str]) -> bool:
    return all(getattr(run, name) == getattr(draft, name) for name in names)
