"""Tells whether figures are only remarked on: marvelled at, liked, allowed, left to do, what kit is for, hours."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import Measure, Quantity, is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.stances.people import is_known_name, is_name
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

REMARKS = any_of(
    "marvels",
    "of_them",
    "shoe",
    "kit",
    "likes",
    "hypothetical",
    "capped",
    "brings",
    "obliges",
    "intent",
    "corrects",
)
"""Labels without any of which in a post a single run in it is no mere remark."""

_MARVELS, _OF_THEM = any_of("marvels"), any_of("of_them")
_I, _LIKES, _IF, _YOU = map(any_of, ("subject", "likes", "hypothetical", "you"))
_SAYS, _CAPPED, _BRINGS = map(any_of, ("reading", "capped", "brings"))
_TO_DO, _AND = any_of("intent"), any_of("and", "join")
_OVER = any_of("self", "run_past", "strong_did", "moods", "day", "looks_back", "guess.past")
_SORRY, _ABOUT, _THE = map(any_of, ("corrects", "about", "determiner"))
_ABOUT |= any_of("for_lead")
_OVER_TODAY = any_of("self", "run_past", "strong_did", "moods", "looks_back", "guess.past")
_OBLIGES, _WORN = any_of("obliges"), any_of("garment", "shoe", "kit", "tags.dark")
_DONE = any_of("run_past", "strong_did")
_KIT, _FOR = any_of("shoe", "kit"), any_of("for_lead")
_OURS, _A_RUN = any_of("determiner", "self"), any_of("run_word")
_DAY_MIN = 24 * 60
_SLOWER = 1.1
"""How much slower over the shorter of two distances hardly anybody runs."""


def remark(drafts: Sequence[Draft], post: Post) -> str | None:
    """The reason to ask about a run that may only be remarked on, or None."""
    if post.told & REMARKS:
        if _is_asked_of_them(post) or _is_of_somebody_marvelled_at(drafts, post):
            return "other_person"
        if _is_what_kit_is_for(drafts[0], post):
            return "reply"
        if _is_liked(drafts[0], post) or _is_told_to_the_reader(drafts[0], post):
            return "doubtful"
        if _is_excused(drafts[0], post):
            return "doubtful"
        if _is_left_to_do(drafts[0], post) or _is_allowed(drafts[0], post):
            return "plan"
        if _is_to_be_brought_to(drafts[0], post):
            return "plan"
    return "plan" if len(drafts) > 1 and _are_hours(post) else None


def is_quoted(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether every figure stands in quotes, as words of somebody else do."""
    behind = post.items[drafts[0].last + 1 : drafts[0].last + 3]
    if len(behind) == 2 and behind[0].text == '"' and behind[1].labels & _A_RUN:
        return True  # "watch recorded a 12k "run" while I was on the train"
    before = post.items[: drafts[0].first]
    if not sum(item.labels & MARK != 0 and item.text == '"' for item in before) % 2:
        return False  # '4k on a treadmill in a hotel "fitness suite"'
    return all(post.clauses[number].closed_by == '"' for d in drafts for number in d.clauses)


def opens_with_a_quote(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a post begins with what somebody else said, figures and all: '"ran 6k after a curry" is all I heard'."""
    if post.items[0].text != '"':
        return False
    ends = next((at for at, item in enumerate(post.items) if at and item.text == '"'), 0)
    return drafts[-1].last < ends < len(post.items) - 1


def _is_asked_of_them(post: Post) -> bool:
    """Whether what is said of others asks to be agreed with: "she's flying isn't she, 19:40 last Saturday"."""
    return bool(post.told & _OF_THEM) and not post.tells("self")


def _is_of_somebody_marvelled_at(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether what stands before the figures marvels at somebody: "You should see my sister go. 5k, 19:40"."""
    before = post.clauses[: min(drafts[0].clauses)]
    marvels = {clause.sentence for clause in before if clause.labels & _MARVELS}
    if not any(clause.sentence in marvels and _is_of_somebody(clause) for clause in before):
        return False
    return not any(clause.of_its_author for clause in post.clauses)


def _is_of_somebody(clause: Clause) -> bool:
    """Whether a person or somebody's name stands in it."""
    items = clause.items[clause.start : clause.end]
    if clause.has("person", "owner") or any(map(is_known_name, items)):
        return True
    return any(is_name(item) and lead.labels & _OURS == _OURS for lead, item in pairwise(items))


def _is_what_kit_is_for(draft: Draft, post: Post) -> bool:
    """Whether a post begins with things to wear that a figure is what for: "carbon shoes for a 31 min jog"."""
    if draft.by_a_clock or draft.day is not None or not draft.first:
        return False
    at = draft.first - 1
    at -= at > 1 and "article" in post.items[at].meanings
    return 0 < at < 4 and bool(post.items[at].labels & _FOR and post.items[at - 1].labels & _KIT)


def _is_liked(draft: Draft, post: Post) -> bool:
    """Whether somebody only says that they like or hate such a distance: "I hate 5ks. Too fast"."""
    led = post.items[max(0, draft.first - 2) : draft.first]
    if len(led) < 2 or draft.duration is not None or draft.day is not None:
        return False
    return bool(led[0].labels & _I and led[1].labels & _LIKES)


def _is_told_to_the_reader(draft: Draft, post: Post) -> bool:
    """Whether an "if you" makes a way of it that anybody may go: "6.4k to the mill, more if you fall in"."""
    if draft.duration is not None or draft.day is not None or post.tells("self", "strong_did"):
        return False
    return any(
        one.labels & _IF and other.labels & _YOU
        for one, other in pairwise(post.items[draft.last :])
    )


def _is_excused(draft: Draft, post: Post) -> bool:
    """Whether others are told sorry for a distance: "sorry about the extra 800m on Sunday"."""
    if draft.duration is not None or post.labels & _DONE:
        return False
    before = post.items[post.clauses[draft.clauses[0]].start : draft.first]
    if not 3 <= len(before) <= 4 or not before[0].labels & _SORRY:
        return False
    return bool(before[1].labels & _ABOUT and before[2].labels & _THE)


def _is_left_to_do(draft: Draft, post: Post) -> bool:
    """Whether it is still "to do": "got 7k to do and zero will", but not "took an hour to do 7k"."""
    behind = post.items[draft.last + 1 : draft.last + 3]
    if draft.duration is not None or not behind or not behind[0].labels & _TO_DO:
        return False
    return len(behind) == 1 or behind[1].labels & (MARK | _AND) != 0


def _is_allowed(draft: Draft, post: Post) -> bool:
    """Whether somebody only says how far one may go: "shin says max 2k"."""
    led = post.items[max(0, draft.first - 2) : draft.first]
    if not led or not led[-1].labels & _CAPPED:
        return False
    if draft.duration is None and draft.first == post.clauses[draft.clauses[0]].start + 1:
        return True  # "nothing over 3k"
    return len(led) == 2 and led[0].labels & _SAYS != 0


def _is_to_be_brought_to(draft: Draft, post: Post) -> bool:
    """Whether others are told what to bring or wear to it: "club 5k champs on the 9th, bring a pen"."""
    if draft.by_a_clock or post.labels & (_OVER_TODAY if draft.day == 0 else _OVER):
        return False
    behind = post.clauses[draft.clauses[-1] + 1 :]
    if any(_is_to_be_worn(clause) for clause in behind):
        return draft.duration is None and not _opens_bare(draft, post)
    if not any(clause.items[clause.start].labels & _BRINGS for clause in behind):
        return False
    return draft.duration is None or draft.times[0].measure is Measure.NUMBER


def _opens_bare(draft: Draft, post: Post) -> bool:
    """Whether nothing but how far it was opens the post, neither an event nor a day: "8k, head torch essential"."""
    return draft.first == 0 and draft.last + 1 == post.clauses[0].end


def _is_to_be_worn(clause: Clause) -> bool:
    """Whether it only says what everybody has to wear: "costumes compulsory", "head torch essential"."""
    worn, last = clause.items[clause.end - 2], clause.items[clause.end - 1]
    if not 2 <= clause.end - clause.start <= 4 or not last.labels & _OBLIGES:
        return False
    return worn.labels & _WORN != 0


def _are_hours(post: Post) -> bool:
    """Whether times are those of a timetable: "3000m 19:25, 5000m 20:10" is slower over the shorter."""
    told = [
        (far.quantity.value, _minutes(time.quantity))
        for far, time in pairwise(post.cast)
        if time.place == _behind_marks(post, far.place) and is_distance(far.quantity)
    ]
    if any(late <= early or not early for (_, early), (_, late) in pairwise(told)):
        return False
    paces = [hour / metres for metres, hour in sorted(told) if metres]
    return len(paces) > 1 and any(short > _SLOWER * long for short, long in pairwise(paces))


def _behind_marks(post: Post, place: int) -> int:
    """The place of what follows, over a colon or dash: "5k: 11:00"."""
    place += 1
    while place < len(post.items) - 1 and post.items[place].labels & MARK:
        place += 1
    return place


def _minutes(clock: Quantity) -> int:
    """Minutes of the day that a clock tells as well, to five minutes; or 0."""
    hour = clock.options[0] if clock.measure is Measure.CLOCK and len(clock.options) > 1 else 0
    return hour if hour < _DAY_MIN and not hour % 5 else 0
