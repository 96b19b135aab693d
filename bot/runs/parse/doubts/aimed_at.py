"""Tells whether a time is called what somebody still wants: "8k in 44:10, that's the target for spring"."""

from collections.abc import Sequence

from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.words.labels import any_of

_A_GOAL, _TO_BEAT = any_of("goal", "needed"), any_of("to_break")
AIMED_AT = _A_GOAL | _TO_BEAT
_THAT = any_of("sum_up", "demonstrative")
_FOR, _TO = any_of("for_lead"), any_of("leads_to_named")
_SINCE, _IS, _SAYS = any_of("since", "before_after"), any_of("copula"), any_of("subject", "it")
_HAD = any_of("looks_back", "strong_did", "run_past", "unmet", "negation", "guess.past")


def is_aimed_at(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether the clause behind the figures says "that's the goal", and not "that was the goal"."""
    if post.told & _TO_BEAT and _is_to_be_beaten(drafts, post):
        return True
    at = max(number for draft in drafts for number in draft.clauses) + 1
    if at >= len(post.clauses) or post.clauses[at].measured_items:
        return False
    clause = post.clauses[at]
    if _is_what_a_first_is_to_be(clause):
        return True
    if not post.items[clause.start].labels & _THAT or clause.labels & _HAD:
        return False
    if clause.end < len(post.items) and post.items[clause.end].labels & _HAD:
        return False  # "that's my goal | smashed"
    aim = next((n for n in range(clause.start, clause.end) if post.items[n].labels & _A_GOAL), -1)
    return aim >= 0 and (aim + 1 == clause.end or post.items[aim + 1].labels & _FOR != 0)


def _is_to_be_beaten(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a time is one to beat: "PB attempt on Sunday, 46:56 to beat"."""
    behind = post.items[max(draft.last for draft in drafts) + 1 :][:2]
    return len(behind) > 1 and bool(behind[0].labels & _TO and behind[1].labels & _TO_BEAT)


def _is_what_a_first_is_to_be(clause: Clause) -> bool:
    """Whether it goes on from a distance to what that is to be: "first 5k | since the op is the goal for spring"."""
    led = clause.items[clause.start : clause.place("goal")]
    if clause.opening or len(led) < 2 or not led[0].labels & _SINCE or clause.labels & _SAYS:
        return False
    return clause.has("goal") and any(item.labels & _IS for item in led[1:])
