"""Use cases of logging: a post or a form becomes runs, once, and every feature hears of it."""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from bot import almanac
from bot.care import service as care
from bot.clubs import service as clubs
from bot.clubs.model import Defaults
from bot.db.forgotten import Forgotten
from bot.members import service as members
from bot.members.model import Outlook
from bot.questions import model as questions
from bot.questions import service as asked
from bot.runs import posts, store
from bot.runs.answers import hush
from bot.runs.doubting import refuse_first_unit, refuse_twin
from bot.runs.drafting import (
    doubtful_drafts_in,
    draft_of,
    drafts_in,
    refuse_bare_distance,
    refuse_doubted_units,
    refuse_unknown_unit,
    refuse_unlikely,
)
from bot.runs.model import (
    RESTORABLE,
    Draft,
    Fact,
    Form,
    Logged,
    Place,
    Post,
    Run,
    RunChanged,
    StoredPost,
    hash_of,
)
from bot.runs.refusals import NoSuchRun, OlderThanForget
from bot.runs.viewing import Joys, Lines, Teller, Views

BY_HAND = frozenset({questions.SLOW, questions.DUPLICATE, questions.UNIT})
"""What nobody is asked about who puts a figure right, or logs for somebody else."""

Reaction = Callable[[sqlite3.Connection, RunChanged], Fact | None]
"""What a feature does, and may say, when a run changed; it runs in the same transaction."""


class RunBook:
    """Logs runs, and tells of every change of one. Its methods are units of work; `reactions` run inside each.

    `tellers` are asked, in their order, whenever an answer is worded; `lines` and `joys` after them, of a new post.
    """

    def __init__(
        self,
        *,
        reactions: Sequence[Reaction],
        forgotten: Forgotten,
        defaults: Defaults,
        tellers: Sequence[Teller] = (),
        lines: Lines | None = None,
        joys: Joys | None = None,
    ) -> None:
        self._reactions = tuple(reactions)
        self._views = Views(tellers, lines)
        self._joys = joys
        self._forgotten = forgotten
        self._defaults = defaults

    def log_text(
        self,
        tx: sqlite3.Connection,
        post: Post,
        text: str,
        *,
        now: datetime,
        agreed: frozenset[str] = questions.NOTHING,
        told: bool = True,
    ) -> Logged | None:
        """Reads a written post and stores its runs; None when it surely or likely tells of none.

        Where it is not `told` in an answer, nothing is sought to say of it. The same post a second time gives
        the same answer and stores nothing. Raises OlderThanForget, the refusals of an unlikely run, and a
        Questionable unless its author has `agreed` to that matter.
        """
        self.refuse_forgotten(post)
        place = self._place(tx, post)
        zone, units = place.outlook.zone, place.outlook.units
        written_at = post.posted_at.astimezone(zone)
        drafts = drafts_in(text, now=written_at, units=units, agreed=agreed)
        if not drafts:
            return None
        if not place.outlook.units_chosen and questions.UNIT not in agreed:
            refuse_first_unit(
                tx,
                post.member_id,
                partial(refuse_unknown_unit, text, drafts, now=written_at, units=units),
            )
        read = hash_of(post.source, text)
        return self._log(tx, place, post, drafts, now=now, agreed=agreed, told=told, text_hash=read)

    def is_doubtful(self, tx: sqlite3.Connection, post: Post, text: str) -> bool:
        """Whether a post that was not logged may be a run, so that its author is worth asking."""
        return bool(self._doubtful(tx, post, text)) and not self._forgotten.covers(
            post.member_id, post.posted_at
        )

    def _doubtful(self, tx: sqlite3.Connection, post: Post, text: str) -> list[Draft]:
        outlook = self.outlook(tx, post.club_id, post.member_id)
        written_at = post.posted_at.astimezone(outlook.zone)
        return doubtful_drafts_in(text, now=written_at, units=outlook.units)

    def log_form(
        self,
        tx: sqlite3.Connection,
        post: Post,
        form: Form,
        *,
        now: datetime,
        agreed: frozenset[str] = BY_HAND,
        words: str = "",
    ) -> Logged:
        """Stores the run that a form or a command describes; an empty one is a run without figures.

        `words` are those of the message that it completes.
        Without a day it is the day of the post; "yesterday" is said at `now`, when the form was sent.
        Raises FigureUnread for the field that could not be read, and what log_draft raises.
        """
        outlook = self.outlook(tx, post.club_id, post.member_id)
        draft = draft_of(
            form,
            now=now.astimezone(outlook.zone),
            units=outlook.units,
            unsaid=outlook.day_of(post.posted_at),
        )
        if not outlook.units_chosen and questions.UNIT not in agreed:
            refuse_first_unit(
                tx, post.member_id, partial(refuse_bare_distance, form, draft, units=outlook.units)
            )
        logged = self.log_draft(tx, post, draft, now=now, agreed=agreed)
        said = f"{form.note or ''}\n{words}"
        return self.quiet(tx, logged, said, now=now) if logged.is_new else logged

    def log_draft(
        self,
        tx: sqlite3.Connection,
        post: Post,
        draft: Draft,
        *,
        now: datetime,
        agreed: frozenset[str],
    ) -> Logged:
        """Stores a run whose fields were filled in by hand; it answers whatever was asked about its message.

        Raises OlderThanForget, the refusals of an unlikely run, and a Questionable unless its author has
        `agreed` to that matter.
        """
        self.refuse_forgotten(post)
        place = self._place(tx, post)
        logged = self._log(tx, place, post, [draft], now=now, agreed=agreed)
        if post.message_id is not None:
            asked.close_of(tx, post.message_id, now=now)
        return self.quiet(tx, logged, draft.note or "", now=now) if logged.is_new else logged

    def quiet(self, tx: sqlite3.Connection, logged: Logged, text: str, *, now: datetime) -> Logged:
        """A new post with words of crisis is counted without a word, and support is due to its author."""
        heard = care.heard(tx, logged.post.member_id, text, now=now)
        if not heard:
            return logged
        self._hush_joys(tx, logged.post.post_id)
        return logged._replace(quiet=True)

    def _hush_joys(self, tx: sqlite3.Connection, post_id: int) -> None:
        if self._joys is not None:
            self._joys.hush(tx, post_id)

    def hushed(self, tx: sqlite3.Connection, logged: Logged, text: str, *, now: datetime) -> Logged:
        """A changed post with words of crisis has no answer any more, and support is due to its author."""
        if not care.heard(tx, logged.post.member_id, text, now=now):
            return logged
        hush(tx, logged.post.post_id)
        self._hush_joys(tx, logged.post.post_id)
        return logged._replace(quiet=True, post=logged.post._replace(answer_id=None))

    def outlook(self, tx: sqlite3.Connection, club_id: int, member_id: int) -> Outlook:
        """Zone and units in which a member counts in a club."""
        return place_of(tx, club_id, member_id, defaults=self._defaults).outlook

    def _place(self, tx: sqlite3.Connection, post: Post) -> Place:
        return place_of(tx, post.club_id, post.member_id, defaults=self._defaults)

    def refuse_forgotten(self, post: Post) -> None:
        """Raises OlderThanForget for a post that its member had forgotten."""
        if self._forgotten.covers(post.member_id, post.posted_at):
            raise OlderThanForget

    def _log(
        self,
        tx: sqlite3.Connection,
        place: Place,
        post: Post,
        drafts: Sequence[Draft],
        *,
        now: datetime,
        agreed: frozenset[str],
        told: bool = True,
        text_hash: bytes | None = None,
    ) -> Logged:
        club = clubs.kept(tx, place.club, post.club_name, now=now, defaults=self._defaults)
        outlook = place.outlook
        for draft in drafts:
            today = outlook.day_of(max(now, post.posted_at))
            refuse_unlikely(draft, today=today, units=outlook.units, agreed=agreed)
        stored = posts.insert(tx, post, zone=str(outlook.zone), text_hash=text_hash)
        if stored is None:
            return self._seen_before(tx, post, now=now)
        for draft in drafts:
            refuse_doubted_units(draft, units=outlook.units, agreed=agreed)
            if questions.DUPLICATE not in agreed:
                refuse_twin(tx, stored, draft, outlook)
        members.act(tx, post.club_id, post.member_id, post.member_name, now=now)
        runs, facts = self._insert(tx, stored, drafts, logged_at=almanac.to_ms(now))
        shown_in = Place(club, outlook)
        joys = self._note_joys(tx, runs, shown_in, now=now)
        if not told:
            logged = self._views.bare(tx, stored, runs, shown_in, now=now)
        else:
            tags = drafts[0].tags
            logged = self._views.first(tx, stored, runs, shown_in, now=now, tags=tags, facts=facts)
        return logged._replace(facts=(*logged.facts, *joys)) if joys else logged

    def _note_joys(
        self, tx: sqlite3.Connection, runs: Sequence[Run], place: Place, *, now: datetime
    ) -> list[Fact]:
        if self._joys is None:
            return []
        noted = (self._joys.note(tx, run, place, now=now) for run in runs)
        return [fact for fact in noted if fact]

    def _insert(
        self, tx: sqlite3.Connection, post: StoredPost, drafts: Sequence[Draft], *, logged_at: int
    ) -> tuple[tuple[Run, ...], tuple[Fact, ...]]:
        runs: list[Run] = []
        facts: dict[str, Fact] = {}
        for position, draft in enumerate(drafts):
            run = store.insert_run(tx, post, position, draft, logged_at=logged_at)
            runs.append(run)
            for fact in self.react(tx, RunChanged(None, run, draft.tags)):
                facts.setdefault(fact.name, fact)
        return tuple(runs), tuple(facts.values())

    def _seen_before(self, tx: sqlite3.Connection, post: Post, *, now: datetime) -> Logged:
        stored = posts.by_source(tx, post.club_id, post.source)
        if stored is None or stored.member_id != post.member_id:
            raise NoSuchRun
        return self.view(tx, stored.post_id, now=now)

    def view(self, tx: sqlite3.Connection, post_id: int, *, now: datetime) -> Logged:
        """A stored post as its answer shows it now; `runs` is empty when all were taken back.

        Raises NoSuchRun for a post that is gone.
        """
        return self._views.again(tx, post_id, now=now)

    def react(self, tx: sqlite3.Connection, change: RunChanged) -> list[Fact]:
        """Tells every feature of a changed run; gives what they have to say about it."""
        return [fact for reaction in self._reactions if (fact := reaction(tx, change))]


def place_of(tx: sqlite3.Connection, club_id: int, member_id: int, *, defaults: Defaults) -> Place:
    """The club, or what it would begin as, and how the member sees figures and days there."""
    club = clubs.find_or_new(tx, club_id, defaults=defaults)
    return Place(club, members.outlook_of(tx, member_id, club))


def post_with_runs(tx: sqlite3.Connection, post_id: int) -> StoredPost | None:
    """The post, or None when it is gone or all its runs were taken back."""
    return posts.by_id(tx, post_id) if store.runs_of_post(tx, post_id) else None


def purge_withdrawn(tx: sqlite3.Connection, *, now: datetime) -> int:
    """Deletes the runs that can no longer come back; gives how many."""
    return store.purge_withdrawn(tx, before=almanac.to_ms(now - RESTORABLE))


def own(tx: sqlite3.Connection, club_id: int | None, member_id: int, run_id: int) -> Run:
    """That member's run in that club (None: in any), taken back or not. Raises NoSuchRun."""
    run = store.run_of(tx, club_id, member_id, run_id)
    if run is None:
        raise NoSuchRun
    return run


def present(tx: sqlite3.Connection, club_id: int | None, member_id: int, run_id: int) -> Run:
    """That member's run in that club (None: in any). Raises NoSuchRun, also when it was taken back."""
    run = own(tx, club_id, member_id, run_id)
    if run.withdrawn_at is not None:
        raise NoSuchRun
    return run
