"""Tells a time alone by what runners say of one: its climb, its ease on some ground, its pace, how hard it ended."""

from collections.abc import Sequence
from itertools import takewhile

from bot.runs.parse.evidence.outdoors import clause_of_a_time
from bot.runs.parse.figures.quantities import DAYS, Item, Measure, Quantity
from bot.runs.parse.posts.casting import Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.stances.beside import tells_mine
from bot.runs.parse.stances.people import is_name
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK, UNKNOWN

_CLIMB, _EFFORT, _KIT = any_of("climb"), any_of("effort", "kinds.easy"), any_of("garment", "shoe")
_OUT_FOR, _LAST = any_of("got_out"), any_of("split_lead")
_BY_TIME, _ON_FEET, _AT_A_PACE = any_of("by_time"), any_of("on_feet"), any_of("at_a_pace")
BY_TIME = (
    _CLIMB | _EFFORT | _KIT | _LAST | any_of("body") | _OUT_FOR | _BY_TIME | _ON_FEET | _AT_A_PACE
) | any_of("tags.hills")
"""Labels without any of which nothing of a time is told as only runners do."""

_LEADING = _EFFORT | any_of("kinds", "adjective", "about", "article", "strong_did", "subject")
_EASED, _THERE = _EFFORT | any_of("adjective", "join"), any_of("on", "in_time", "ground_lead")
_AROUND, _BODY = any_of("ground_lead"), any_of("body")
_ON, _EASY = any_of("on"), any_of("kinds.easy")
_PLACE, _ELEMENTS = any_of("outdoors", "run_ground"), any_of("elements", "tags.snow")
_GROUND = _PLACE | any_of("ground")
_WET = any_of("tags.rain", "described")
_WEATHER = any_of("tags.rain", "tags.wind", "tags.cold", "tags.snow", "tags.dark", "tags.hills")
_GROUND_SAID = _WEATHER | any_of("described")
_SOAKED = _KIT | _BODY
_BARE = _SOAKED | _WEATHER | _WET | _KIT | _LEADING | DAYS | any_of("times", "weekday", "self")
_BETWEEN, _MOST_BETWEEN = any_of("between"), 3
_WHEN = DAYS | any_of("times", "day", "weekday")
_FAR = any_of("free", "asked_figure", "kinds", "effort", "tags.hills", "outdoors")
_ELSE = any_of(
    *("outing", "travel", "drove", "sport", "walk", "seeks", "sights", "pet", "life"),
    *("software", "guess.verb", "medic", "plan"),
)
_FELT = any_of("body", "moods.positive", "moods.negative", "effort")
_HOW = _FELT | any_of("tags", "adjective", "ground", "outdoors", "free")
_WITH, _GROUP = any_of("accompanied"), any_of("groups", "bunch")
_AND, _PACED, _HILLY = any_of("and"), any_of("described"), any_of("tags.hills")
_I, _AS_SLOW = any_of("subject"), any_of("made_up_of", "resembles")
_AN, _SHUT = any_of("article"), any_of("called_off")
_OF_A_RACE = any_of("praise", "cheered", "named", "run_noun", "run_word", "run_past", "pb", "bunch")
_PASTIME = any_of("pastime")
_OF_RESULTS = OWN | {Stance.REPLY, Stance.OTHER_PERSON, Stance.NO_RUN}
_NO_HOUR_S = 1440
"""Seconds from which on minutes and seconds are no hour of a day: "24:10"."""

_WHOSE = any_of("name", "person", "you", "bunch")
_LED = any_of("no_best", "contrast", "join", "about", "in_time", "moods", "accompanied", "day")
_ONE_OF_MANY = any_of("determiner", "article")
_SPLIT, _FEW_WORDS = any_of("split", "now"), 3
_MOST_UNKNOWN, _MOST_BESIDE_A_CLIMB = 3, 1
_AN_HOUR = 3600
_SHORTEST_S, _LONGEST_S = 900, 10_800
_LONGEST_CLIMB_S = 9000
_HALF_AN_HOUR = 1800


def is_told_as_runners_do(post: Post, draft: Draft) -> bool:
    """Whether a time alone that opens its clause is told as only runners do, and nothing else is spoken of."""
    clause = clause_of_a_time(post, draft) or _clause_of_a_watch(post, draft)
    if clause is None or not _SHORTEST_S <= draft.times[0].value <= _LONGEST_S:
        return False
    if post.told & _ELSE or not OWN.issuperset(post.stances):
        return False
    if post.unknown_words() > _MOST_UNKNOWN:
        return False
    led = clause.items[clause.start : draft.first]
    behind = list(takewhile(_is_no_mark, post.items[draft.last + 1 :]))
    if led and led[0].labels & _OUT_FOR:
        felt = len(post.clauses) == 1 or bool(post.told & _FELT)
        return len(led) == 1 and felt and _is_over(draft) and _is_between(behind)
    if not all(item.labels & _LEADING for item in led):
        return False
    if draft.climb is not None:
        return _is_climbed(post, draft)
    return (
        _is_eased_over_ground(led, behind)
        or _is_said_of_it(post, draft, behind)
        or _is_paced_to_its_end(post, draft, behind)
        or (post.told & _WET != 0 and _is_told_with_wet_kit(post, draft))
    )


def _is_a_clock_alone(draft: Draft) -> bool:
    """Whether a run is told by one time alone that is no hour of a day."""
    return len(draft.places) == 1 and len(draft.times) == 1 and _is_no_hour(draft.times[0])


def is_ones_own_result(post: Post, draft: Draft) -> bool:
    """Whether the author's time is told beside others or a race: "well done all, 28:28 for me"."""
    if not _is_a_clock_alone(draft):
        return False
    clause = post.clauses[draft.clauses[0]]
    if not tells_mine(clause) or post.unknown_words() > _MOST_UNKNOWN:
        return False
    if post.told & (_ELSE | _PASTIME) or not _OF_RESULTS.issuperset(post.stances):
        return False
    if post.told & _OF_A_RACE or Role.POINT in post.roles:
        return True
    others = [m.quantity for m in post.cast if m.role is Role.OTHER]
    return not post.unknown_words() and any(one.measure is Measure.CLOCK for one in others)


def is_told_beside_a_best(post: Post, draft: Draft) -> bool:
    """Whether an exact time is said to be no best: "no pb but 27:40", "not quite a pb, 26:51"."""
    if not _is_a_clock_alone(draft):
        return False
    if post.told & (_ELSE | _PASTIME | _WHOSE) or post.unknown_words() > _MOST_UNKNOWN:
        return False
    clause = post.clauses[draft.clauses[0]]
    led = clause.items[clause.start : draft.first]
    return OWN.issuperset(post.stances) and all(item.labels & _LED for item in led)


def is_taken_past_a_point(post: Post, draft: Draft) -> bool:
    """Whether an exact time opens its clause, behind what happened on the way: "he proposed at 9k. 51:15, yes"."""
    if not _is_a_clock_alone(draft):
        return False
    clause = post.clauses[draft.clauses[0]]
    led = [m.place - 1 for m in post.cast if m.role is Role.POINT and m.place < clause.start]
    points = [at for at in led if not post.items[at].labels & _ONE_OF_MANY]  # but "at the 10k"
    opens = clause.start == draft.first and clause.end - clause.start <= _FEW_WORDS
    other = post.told & (_ELSE | _SPLIT) or not OWN.issuperset(post.stances)
    return bool(points) and opens and not other


def _is_no_hour(time: Quantity) -> bool:
    """Whether it is a clock of minutes and seconds, or of hours, that is no hour of a day."""
    if time.measure is not Measure.CLOCK or not time.options:
        return False
    return len(time.options) == 1 or time.options[0] >= _NO_HOUR_S


def _clause_of_a_watch(post: Post, draft: Draft) -> Clause | None:
    """The clause of a run that is told by hours, minutes and seconds alone: "1:15:00 by time"."""
    if draft.distance is not None or len(draft.places) != 1 or len(draft.times) != 1:
        return None
    time = draft.times[0]
    exact = time.measure is Measure.CLOCK and time.to_the_second and len(time.options) == 1
    return post.clauses[draft.clauses[0]] if exact else None


def _is_no_mark(item: Item) -> bool:
    return not item.labels & MARK


def _is_climbed(post: Post, draft: Draft) -> bool:
    """Whether hardly anything is told beside the climb, so no hike: "2h05 in the Gatineaus, 600 m of climbing"."""
    if draft.times[0].value > _LONGEST_CLIMB_S or post.told & _KIT:
        return False
    own = [clause for clause in post.clauses if clause.measured_items or clause.labels & _HOW]
    return len(own) == len(post.clauses) and post.unknown_words() <= _MOST_BESIDE_A_CLIMB


def _is_over(draft: Draft) -> bool:
    """Whether it is of a day, and no round half hours, which anything may last."""
    return draft.day is not None and draft.times[0].value % _HALF_AN_HOUR != 0


def _is_between(behind: Sequence[Item]) -> bool:
    """Whether only its day and what it was between stand behind: "got out for 35 mins today between feeds"."""
    told = [item for item in behind if not item.labels & _WHEN]
    if not told:
        return True
    return bool(told[0].labels & _BETWEEN) and len(told) < _MOST_BETWEEN


def _is_eased_over_ground(led: Sequence[Item], behind: Sequence[Item]) -> bool:
    """Whether its ease and then its ground are told: "an hour easy on gravel", "slow around the cemetery"."""
    eased = list(takewhile(lambda item: item.labels & _EASED, behind))
    if not any(item.labels & _EFFORT for item in (*led, *eased)):
        return False
    easy = any(item.labels & _EASY for item in (*led, *eased))
    place = behind[len(eased) :]
    if not 1 < len(place) <= 1 + _MOST_UNKNOWN:
        return False
    if place[0].labels & _WITH:
        return bool(place[-1].labels & _GROUP)  # "easy 45 minutes with the new first years"
    if not place[0].labels & _THERE:
        return False
    ground = _GROUND if place[0].labels & _ON else _PLACE
    if easy:
        ground |= _ELEMENTS  # "easy in thick fog", but traffic is slow there, too
    if any(item.labels & _BODY for item in place) or not place[-1].labels & ground:
        return False
    return not (place[0].labels & _AROUND and any(item.labels & UNKNOWN for item in place))


def _is_said_of_it(post: Post, draft: Draft, behind: Sequence[Item]) -> bool:
    """Whether nothing stands behind it but that it was by time, at a pace, on feet, or built up to its end."""
    if post.told & _LAST and not (behind and not behind[0].labels & _EFFORT):
        opens = draft.clauses[0] == 0 and len(behind) < 2
        return opens and any(map(_is_of_its_end, post.clauses))
    if not behind or (len(behind) > 1 and not all(i.labels & _WHEN for i in behind[1:])):
        return False
    said = behind[0].labels
    if said & _ON_FEET:
        return bool(post.told & _FAR)
    return bool(said & (_BY_TIME | _AT_A_PACE))


def _is_paced_to_its_end(post: Post, draft: Draft, behind: Sequence[Item]) -> bool:
    """Whether how slow or hilly it was ends its clause, but for company: "35 mins nice n slow", "1h05 hilly"."""
    paced = list(takewhile(_tells_its_pace, behind))
    if not any(i.labels & _PACED and i.labels & (_EFFORT | _HILLY) for i in paced):
        return False
    if not draft.times[0].value % _AN_HOUR or post.told & _SHUT:
        return False
    rest = behind[len(paced) :]
    if len(rest) > 1 and rest[0].labels & _AS_SLOW and rest[1].labels & (_AN | UNKNOWN):
        return post.told & _FELT != 0  # "slow as a snail but happy"
    if not rest:
        return post.unknown_words() <= (post.told & _I != 0)
    return len(rest) == 2 and rest[0].labels & _WITH != 0 and is_name(rest[1])


def _tells_its_pace(item: Item) -> bool:
    return item.labels & (_EASED | _AND) != 0 and not item.labels & _AS_SLOW


def _is_of_its_end(clause: Clause) -> bool:
    """Whether it says how hard the end was: "last ten minutes hard", "last 15 at tempo"."""
    figure = clause.items[clause.start + 1 : clause.end - 1]
    last = clause.items[clause.start].labels & _LAST
    return bool(last and figure and clause.items[clause.end - 1].labels & (_EFFORT | _AT_A_PACE))


def _is_told_with_wet_kit(post: Post, draft: Draft) -> bool:
    """Whether nothing but the weather and wet kit are told of it: "an hour in the rain, soaked socks"."""
    others = [item for at, item in enumerate(post.items) if at not in draft.places]
    if not all(item.labels & (_BARE | MARK) for item in others):
        return False
    kit = [c for c in post.clauses if c.items[c.end - 1].labels & _SOAKED]
    if not any(c.items[c.start].labels & _WET for c in kit):
        return False
    return any(c.labels & _GROUND_SAID for c in post.clauses if c not in kit)
