"""Tells whether figures are of no run for what they were covered by: "and it was the bus", "cleaning session"."""

from collections.abc import Sequence

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import Measure, Quantity
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import any_of

_SPORT, _ON = any_of("sport"), any_of("on")
_MOVED_BY = any_of("sport", "travel")
_READING = any_of("reading")
_AT_SOMETHING = frozenset({Stance.LIFE, Stance.TRAVEL})
_BORNE = frozenset({Stance.TRAVEL, Stance.OTHER_SPORT})
_GOT_ALONG = any_of("sport", "moved_by")
_THAT = any_of("demonstrative", "it")
_WAS = any_of("looks_back", "copula")
_IT_WAS, _I = any_of("settled"), any_of("subject")
_JOIN = any_of("join", "and")
_SMALL = any_of("small", "determiner", "article", "on", "filler")
_ROAD = any_of("road_letter")
_TAKES, _PET = any_of("takes_along"), any_of("pet")
_RAN_WITH = any_of("run_past", "run_word", "run_thing", "run_noun", "kinds") | any_of(
    "tags.first", "split_first", "pb_now", "effort"
)
MOVED_OR_BUSY = _MOVED_BY | _ROAD | _PET | any_of("life")
"""Labels without any of which no distance is told as covered otherwise."""

_STAIRS, _OF = any_of("stairs"), any_of("of")
_LIFE, _SESSION = any_of("life"), any_of("prescribed")
_RUN = any_of("run_past", "run_word", "kinds", "strong_did")
_NAMES_A_SPORT = any_of("sport", "on", "article", "determiner")
_RUNNING = any_of("run_past", "run_word", "run_thing", "run_noun")

_A_RUN = any_of("run_past", "run_word", "kinds")

_DONE = any_of("run_past", "strong_did")
_AGES = range(35, 100, 5)
_AIRED = 3
_AGED_SO = 3
"""Words of a clause that calls somebody by their age, "M45 again"; a road leads somewhere: "M60 car park again"."""
_WALKING_PACE = 720
"""Seconds per kilometre that are a walk where nothing is said of running."""


def covered_otherwise(drafts: Sequence[Draft], post: Post) -> str | None:
    """The reason to ask about what was ridden, walked or done about the house, or None."""
    first = drafts[0]
    if post.told & _SPORT and any(
        _is_only_by_what(clause) for clause in post.clauses[max(first.clauses) + 1 :]
    ):
        return "other_sport"
    if first.distance is None:
        if post.told & _SPORT and _is_a_time_of_a_sport(post, first):
            return "other_sport"
        if first.reps and _is_busy(post, first):
            return "daily_life"
        if post.told & _STAIRS and _is_of_stairs(post, first):
            return "other_sport"
        walked = first.pace is not None and first.pace >= _WALKING_PACE
        return "walk" if walked and not post.labels & _RUN else None
    if post.told & _PET and _is_an_airing(post, first):
        return "walk"
    if _is_on_a_road(post, first):
        return "travel"
    if post.clauses[first.clauses[0]].labels & _READING and _was_elsewhere(post, first):
        return "daily_life"
    if post.told & _MOVED_BY and _moved_otherwise(post.clauses[-1]):
        return "travel"
    if post.told & _MOVED_BY and not first.by_a_clock:
        behind = post.clauses[max(first.clauses) + 1 :]
        if any(_says_by_what(clause) for clause in behind):
            return "travel"
    if post.told & _MOVED_BY and _took_its_time(post, first):
        return "travel"
    if not post.labels & _LIFE or first.duration is not None:
        return None
    chore = _is_of_a_chore(post, first.last) or _is_led_by_a_chore(post, first)
    return "daily_life" if chore else None


def _is_an_airing(post: Post, draft: Draft) -> bool:
    """Whether a dog was taken so far, and nothing told of running: "took the dogs out for 4 miles"."""
    if draft.duration is not None or post.told & _RAN_WITH or draft.clauses[0] > 1:
        return False
    led = next((at for at, item in enumerate(post.items[:_AIRED]) if item.labels & _TAKES), None)
    return led is not None and any(i.labels & _PET for i in post.items[led + 1 : led + 4])


def beside_a_sport(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether another sport stands right behind a figure of one of several runs: "20k bike 5k run 25:00"."""
    if drafts[0].duration is None and not post.labels & _DONE and _lists_sports(post):
        return True
    if len(drafts) < 2 or not post.has("sport"):
        return False
    behind = (place + 1 for draft in drafts for place in draft.places)
    return any(at < len(post.items) and "sport" in post.items[at].meanings for at in behind)


def _lists_sports(post: Post) -> bool:
    """Whether several sports are listed with their distances: "sprint tri: 750 m swim, 20 km bike, 5 km run"."""
    judged = zip(post.clauses, post.stances, strict=True)
    others = [clause for clause, stance in judged if stance is Stance.OTHER_SPORT]
    return sum(bool(clause.quantities(Measure.DISTANCE)) for clause in others) > 1


def _is_a_time_of_a_sport(post: Post, draft: Draft) -> bool:
    """Whether a sport alone stands behind a time, and nothing of running: "hour easy, zwift"."""
    behind = post.clauses[max(draft.clauses) + 1 :]
    alone = (clause.items[clause.start : clause.end] for clause in behind if not clause.opening)
    return not post.labels & _RUNNING and any(
        items and all(item.labels & _NAMES_A_SPORT for item in items) for items in alone
    )


def _is_busy(post: Post, draft: Draft) -> bool:
    """Whether repeats are of a chore that leads to them: "sauna 3 x 12 min"."""
    return draft.first > 0 and bool(post.items[draft.first - 1].labels & _LIFE)


def _is_of_stairs(post: Post, draft: Draft) -> bool:
    """Whether a time alone was of stairs: "did stairs 20 min", "25 min of stairs"."""
    led, behind = post.items[: draft.first][-1:], post.items[draft.last + 1 : draft.last + 3]
    if behind and behind[0].labels & _OF:
        behind = behind[1:]
    return any(item.labels & _STAIRS for item in (*led, *behind[:1]))


def _is_on_a_road(post: Post, draft: Draft) -> bool:
    """Whether it opens with the number of a road and tells a time without seconds: "M25 again, 1h50 for 12 miles".

    A group of ages may stand there as well: "M45 again, 10k, 41 min".
    """
    if draft.duration is None or draft.by_a_clock or draft.first < 2 or post.labels & _RUN:
        return False
    letter, number = post.items[:2]
    if not letter.labels & _ROAD or not isinstance(number, Quantity) or number.spaced:
        return False
    told, alone = number.text, post.clauses[0].end <= _AGED_SO
    aged = alone and told.isdecimal() and int(told) in _AGES
    return not aged and number.measure in (Measure.NUMBER, Measure.OTHER)


def _took_its_time(post: Post, draft: Draft) -> bool:
    """Whether the only time that fits a distance is what a drive or a ride took: "8k to work, 48 min drive"."""
    behind = max(draft.clauses) + 1
    if draft.duration is not None or draft.pace is not None or behind >= len(post.clauses):
        return False
    if post.labels & _RUN:
        return False  # "10k easy, 60 min cycle after"
    clause, stance = post.clauses[behind], post.stances[behind]
    borne = stance in _BORNE and not clause.opening and bool(clause.measured_at)
    if not borne or clause.measured_at[0] != clause.start or draft.distance is None:
        return False
    time = clause.measured_items[0]
    return duration_over(time, draft.distance) is not None and _is_by_what(clause)


def _is_by_what(clause: Clause) -> bool:
    """Whether the way one got along stands right behind the time: "48 min drive", "40 min by bus"."""
    return any(
        item.labels & _MOVED_BY for item in clause.items[clause.start + 1 : clause.start + 3]
    )


def _is_only_by_what(clause: Clause) -> bool:
    """Whether it says nothing but what that was on: "36:40 for the 10k, on a bike"."""
    led, last = clause.items[clause.start : clause.end - 1], clause.items[clause.end - 1]
    if len(led) not in (1, 2) or clause.opening or not last.labels & _SPORT:
        return False
    return led[0].labels & _ON != 0 and all(item.labels & _SMALL for item in led)


def _was_elsewhere(post: Post, draft: Draft) -> bool:
    """Whether the author was at something else while a device counted: "Watch says 4.8k. I was in Ikea"."""
    judged = list(zip(post.clauses, post.stances, strict=True))[max(draft.clauses) + 1 :]
    return any(
        stance in _AT_SOMETHING and clause.has("self") and clause.has("looks_back")
        for clause, stance in judged
    )


def _moved_otherwise(clause: Clause) -> bool:
    """Whether it says nothing but how the author got along: "10k in 28 minutes. I drove"."""
    items = clause.items[clause.start : clause.end]
    return len(items) == 2 and bool(items[0].labels & _I and items[1].labels & _GOT_ALONG)


def _says_by_what(clause: Clause) -> bool:
    """Whether it says what that was by: "and it was the bus", "that was on the bike", "I was on the bus"."""
    items = clause.items[clause.start : clause.end]
    while items and items[0].labels & _JOIN:
        items = items[1:]
    was = 1 if items and items[0].labels & _IT_WAS else 2
    if len(items) <= was or not items[was - 1].labels & (_IT_WAS | _WAS):
        return False
    if was == 2 and not items[0].labels & (_THAT | _I):
        return False
    return bool(items[-1].labels & _MOVED_BY) and all(i.labels & _SMALL for i in items[was:-1])


def _is_led_by_a_chore(post: Post, draft: Draft) -> bool:
    """Whether what is done about the house or town leads to it: "parked 2 miles from the start", "mowed 3k"."""
    opens = draft.first - 1 == post.clauses[draft.clauses[0]].start
    return opens and bool(post.items[draft.first - 1].labels & _LIFE) and not post.labels & _A_RUN


def _is_of_a_chore(post: Post, place: int) -> bool:
    """Whether a chore stands right behind it: "10k cleaning session"."""
    behind = post.items[place + 1 : place + 3]
    return len(behind) == 2 and bool(behind[0].labels & _LIFE and behind[1].labels & _SESSION)
