"""A message tells something else than before: the stored runs of its post become what it tells now."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot import almanac
from bot.questions.model import NOTHING
from bot.runs import store
from bot.runs.answers import remove_answer
from bot.runs.drafting import (
    drafts_in,
    refuse_doubted_units,
    refuse_unlikely,
    without_figures,
)
from bot.runs.matching import matched
from bot.runs.model import VOLUNTEER, Draft, Logged, Run, RunChanged, StoredPost
from bot.runs.service import RunBook


class Retelling:
    """Changes, adds and hides runs of a post, and leaves alone what was set by hand or taken back by somebody."""

    def __init__(self, book: RunBook) -> None:
        self._book = book

    def retell(
        self,
        tx: sqlite3.Connection,
        post: StoredPost,
        text: str,
        *,
        gone: bool,
        now: datetime,
        agreed: frozenset[str] = NOTHING,
    ) -> Logged:
        """Brings the runs of a stored post in line with a new version of its message."""
        self._follow(tx, post, self._read_again(tx, post, text, agreed), gone=gone, now=now)
        logged = self._book.view(tx, post.post_id, now=now)
        if not logged.runs:
            return logged
        return self._book.hushed(tx, logged, text, now=now)

    def _read_again(
        self, tx: sqlite3.Connection, post: StoredPost, text: str, agreed: frozenset[str]
    ) -> list[tuple[Run | None, Draft]]:
        """What a text tells as of the post's own sending time and zone, each with the stored run it means.

        What was set by hand stays; raises Questionable where that and the rest cannot both be right.
        """
        outlook = self._book.outlook(tx, post.club_id, post.member_id)
        zone = (almanac.zone_named(post.zone) if post.zone else None) or outlook.zone
        written_at = post.posted_at.astimezone(zone)
        drafts = drafts_in(text, now=written_at, units=outlook.units, agreed=agreed)
        runs = matched(store.all_runs_of_post(tx, post.post_id), drafts)
        told = [(run, _kept(run, draft)) for run, draft in zip(runs, drafts, strict=True)]
        for run, draft in told:
            today = max(written_at.date(), run.day) if run and run.by_hand else written_at.date()
            refuse_unlikely(draft, today=today, units=outlook.units, agreed=agreed)
            refuse_doubted_units(draft, units=outlook.units, agreed=agreed)
        return told

    def _follow(
        self,
        tx: sqlite3.Connection,
        post: StoredPost,
        told: Sequence[tuple[Run | None, Draft]],
        *,
        gone: bool,
        now: datetime,
    ) -> None:
        """Brings the runs of a post in line with what its message tells now."""
        at, hidden_by = almanac.to_ms(now), "deletion" if gone else None
        known = {run.run_id: run for run in store.all_runs_of_post(tx, post.post_id)}
        meant = [run for run, _ in told if run is not None]
        rest = [run for run in known.values() if run not in meant]
        places = _places(told, rest)
        if any(run.position != places[run.run_id] for run in known.values()):
            store.set_positions(tx, places)
        for position, (run, draft) in enumerate(told):
            if run is None:
                run = store.insert_run(tx, post, position, draft, logged_at=at)
                store.set_withdrawn(tx, run.run_id, at if hidden_by else None, by=hidden_by)
                self._book.react(tx, RunChanged(None, None if gone else run, draft.tags))
            elif not run.is_kept_out:
                self._tell_anew(tx, run, draft, hidden_by, at)
            elif run.gone_by != "member":
                store.set_gone_by(tx, run.run_id, hidden_by)
        for run in rest:
            if not run.by_hand:
                self.hide(tx, run, "edit", at)
        if not store.runs_of_post(tx, post.post_id):
            remove_answer(tx, post)

    def _tell_anew(
        self, tx: sqlite3.Connection, run: Run, draft: Draft, hidden_by: str | None, at: int
    ) -> None:
        """Gives a run what its message tells now."""
        store.update_run(tx, run.run_id, draft, by_hand=run.by_hand)
        store.set_withdrawn(tx, run.run_id, at if hidden_by else None, by=hidden_by)
        before = run if run.withdrawn_at is None else None
        after = None if hidden_by else store.run_of(tx, run.club_id, run.member_id, run.run_id)
        self._book.react(tx, RunChanged(before, after, draft.tags))

    def hide(self, tx: sqlite3.Connection, run: Run, by: str, at: int) -> None:
        """Hides a run, and one that an organizer took out for the day on which they relent."""
        if run.is_kept_out:
            store.set_gone_by(tx, run.run_id, run.gone_by or by)
            return
        store.set_withdrawn(tx, run.run_id, at, by=by)
        if run.withdrawn_at is None:
            self._book.react(tx, RunChanged(run, None))


def _kept(run: Run | None, draft: Draft) -> Draft:
    """A draft with what was set by hand in the run that it means, and with that run's note."""
    if run is None:
        return draft
    kept = replace(draft, note=run.note, **{name: getattr(run, name) for name in run.by_hand})
    return kept if kept.kind != VOLUNTEER else without_figures(kept)


def _places(told: Sequence[tuple[Run | None, Draft]], rest: Sequence[Run]) -> dict[int, int]:
    """Run -> its place in the post: as the message tells them now, the others behind."""
    places = {run.run_id: at for at, (run, _) in enumerate(told) if run is not None}
    return places | {run.run_id: len(told) + at for at, run in enumerate(rest)}
