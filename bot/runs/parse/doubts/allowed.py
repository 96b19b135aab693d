"""Tells whether a run is only what a doctor allows or a watch suggests: "surgeon says two miles at most"."""

from collections.abc import Sequence

from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.words.labels import any_of

MEDIC, DEVICE = any_of("medic"), any_of("device")
"""Labels without which no doctor allows and no watch suggests anything."""

_SAYS = any_of("medic_says", "reading", "allows")
_SELF = any_of("subject", "run_past", "strong_did", "settled", "pb_now", "outcome")
_GOES_ON, _CAPPED = any_of("and", "then", "join"), any_of("capped")
_READS, _RUN = any_of("reading", "allows"), any_of("run_verb")
_OVER, _WEEKDAY = any_of("moods", "looks_back", "guess.past"), any_of("weekday")
_NEAR = 3


def is_allowed(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a doctor opens the sentence of the distance as who says so, and nothing says it was run."""
    draft = drafts[0]
    if draft.duration is not None or post.told & _SELF:
        return False
    if draft.day is not None and (post.told & _OVER or not post.told & _WEEKDAY):
        return False
    told = post.clauses[draft.clauses[0]]
    head = next(clause for clause in post.clauses if clause.sentence == told.sentence)
    if told is not head and not (told.items[told.start].labels & _GOES_ON or told.labels & _CAPPED):
        return False  # "physio says no hills, flat 6k"
    led = head.items[head.start : min(head.start + _NEAR, draft.first)]
    return any(item.labels & MEDIC for item in led) and any(item.labels & _SAYS for item in led)


def is_suggested(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a watch says what to run: "watch says run 39 min easy", but not "watch says 39 min"."""
    first = drafts[0].first
    led = post.items[max(0, first - _NEAR) : first]
    if len(led) < _NEAR:
        return False
    watch, says, run = led
    return bool(watch.labels & DEVICE and says.labels & _READS and run.labels & _RUN)
