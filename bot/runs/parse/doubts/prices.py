"""Tells whether a distance is only what was paid for, or told with prices and sales."""

from collections.abc import Sequence

from bot.runs.parse.evidence.outdoors import is_told_with_its_ground
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.stances.apart import told_over
from bot.runs.parse.stances.errands import FETCHES, fetches_what_was_paid
from bot.runs.parse.words.labels import any_of

PRICED = any_of("price", "deal", "bought", "currency")
"""Labels without any of which nothing is told of a price."""

_PRICE = any_of("price", "currency")
_BOUGHT, _CURRENCY, _FOR = any_of("bought"), any_of("currency"), any_of("for_lead")
_MEASURED_SO = any_of("article", "determiner", "adjective")
_PLACES = any_of("announce", "entry")
_RUNNING = any_of("run_past", "run_noun", "run_word", "kinds", "run_and_walk")
_TO_RUN = any_of("intent")
_RAISED = any_of("money")
_DATED = any_of("day", "weekday", "times", "strong_did")


def is_priced(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether distances are told with prices or a sale, and with no time and no word of having run them."""
    if _is_bought(drafts[0], post) or _is_of_a_service(drafts[0], post):
        return True
    if any(draft.timed for draft in drafts) or post.has("run_past"):
        return False
    if _is_what_money_is_for(drafts[0], post) or _is_an_entry(drafts[0], post):
        return True
    if post.told & FETCHES and fetches_what_was_paid(drafts[0], post):
        return False
    priced = [clause.sentence for clause in post.clauses if clause.has("price", "deal", "currency")]
    if priced and told_over(post.clauses, post.stances, min(priced)):
        return False  # "8k this morning. the bus was £4, robbery"
    told = post.clauses[drafts[0].clauses[0]].sentence
    if (
        priced
        and told < min(priced)
        and any(clause.has("body") for clause in post.clauses if clause.sentence == told)
    ):
        return False  # "20k, no blisters. The shop had them at £95"
    if is_told_with_its_ground(post, drafts[0]):
        return False  # "half an hour along the lanes, trying not to think about the bill"
    if post.tells("deal"):  # "10k mit dem Autoverkauf gemacht"
        return True
    return not post.has("strong_did") and any(m.quantity.labels & _PRICE for m in post.cast)


def _is_bought(draft: Draft, post: Post) -> bool:
    """Whether it is what was paid for: "bought gels at 1.45 each for the half", "15 quid for 5k, no thanks"."""
    if not draft.first:
        return False
    clause = post.clauses[draft.clauses[0]]
    led = clause.items[clause.start : draft.first]
    if draft.timed and draft.by_a_clock and any(item.labels & _TO_RUN for item in led):
        return False  # "paid 15 quid to run a 5k, 30:05"
    if led and led[0].labels & _BOUGHT:
        return not clause.labels & _DATED
    paid = [at for at, item in enumerate(led) if item.labels & _CURRENCY]
    return bool(paid) and any(item.labels & _FOR for item in led[paid[0] :])


def _is_of_a_service(draft: Draft, post: Post) -> bool:
    """Whether a time alone is told with its price, and no word of running: "hair done, 3 hours, £120"."""
    if draft.distance is not None or post.labels & _RUNNING:
        return False
    return any(member.quantity.labels & _PRICE for member in post.cast)


def _is_an_entry(draft: Draft, post: Post) -> bool:
    """Whether a race's places and their price are told: "marathon entries went up to £69"."""
    clause = post.clauses[draft.clauses[0]]
    behind = clause.items[draft.last + 1 : clause.end]
    if not any(item.labels & _PLACES for item in behind[:2]):
        return False
    return any(item.labels & _PRICE for item in behind)


def _is_what_money_is_for(draft: Draft, post: Post) -> bool:
    """Whether a sum and "for" lead to it: "entry went up to £45 for a 10k"; what was raised is for the good cause."""
    at = draft.first - 1
    while at > 0 and post.items[at].labels & _MEASURED_SO:
        at -= 1
    if at < 1 or not post.items[at].labels & _FOR or not post.items[at - 1].labels & _PRICE:
        return False
    return not any(item.labels & _RAISED for item in post.items[:at])
