"""What a run is refused for until its member has spoken, where that depends on what is stored."""

import sqlite3
from collections.abc import Callable

from bot import almanac
from bot.members.model import Outlook
from bot.questions import service as questions
from bot.questions.model import UNIT
from bot.runs import store
from bot.runs.model import Draft, StoredPost
from bot.runs.refusals import Duplicate, UnitUnknown


def refuse_first_unit(tx: sqlite3.Connection, member_id: int, refuse: Callable[[], None]) -> None:
    """Raises what `refuse` raises of a number without a unit, the first time; later ones are as the club counts."""
    try:
        refuse()
    except UnitUnknown:
        if not questions.was_ever_asked(tx, member_id, UNIT):
            raise


def refuse_twin(tx: sqlite3.Connection, post: StoredPost, draft: Draft, outlook: Outlook) -> None:
    """Raises Duplicate; a post that all can read is compared with what all could read."""
    if not draft.distance_m or not draft.duration_s:
        return
    logged_at = store.twin_of(tx, post, draft)
    if logged_at is not None:
        earlier = almanac.from_ms(logged_at).astimezone(outlook.zone)
        raise Duplicate(draft, outlook.units, earlier=earlier)
