"""Says why a post with figures had better be asked about than logged: the first reason that holds."""

from collections.abc import Sequence

from bot.runs.parse.doubts.aftermath import FELT, is_only_felt
from bot.runs.parse.doubts.aimed_at import AIMED_AT, is_aimed_at
from bot.runs.parse.doubts.allowed import DEVICE, MEDIC, is_allowed, is_suggested
from bot.runs.parse.doubts.answered import ANSWERED, is_answered
from bot.runs.parse.doubts.asked_of_it import ASKED_OF, is_asked_of
from bot.runs.parse.doubts.choices import CHOICES, are_a_choice
from bot.runs.parse.doubts.figure_doubts import (
    SUM,
    counts_up,
    doubt_of_figures,
    is_a_mere_number,
    is_converted,
    lists_bests,
    only_adds_up,
    only_listed,
)
from bot.runs.parse.doubts.headed import is_headed_otherwise
from bot.runs.parse.doubts.in_general import IN_GENERAL, of_all_times
from bot.runs.parse.doubts.introductions import NEWCOMER, introduces_somebody
from bot.runs.parse.doubts.last_of_a_list import ENDS_A_LIST, ends_a_list_of_no_runs
from bot.runs.parse.doubts.listings import LISTED, listed
from bot.runs.parse.doubts.long_ago import RECALLS, is_recalled
from bot.runs.parse.doubts.luck import is_wished_luck
from bot.runs.parse.doubts.means import MOVED_OR_BUSY, beside_a_sport, covered_otherwise
from bot.runs.parse.doubts.namesakes import NAMESAKES, is_only_named
from bot.runs.parse.doubts.notices import A_RUN, NOTICES, is_a_notice, was_without_its_author
from bot.runs.parse.doubts.of_things import OF_THINGS, is_an_hour, is_of_a_thing, runs_something
from bot.runs.parse.doubts.praise import PRAISED, is_praise
from bot.runs.parse.doubts.prices import PRICED, is_priced
from bot.runs.parse.doubts.reasons import (
    GREETED,
    HEADED,
    NO_DISTANCE,
    NO_DURATION,
    OPENS_WITH_A_CLOCK,
    QUOTED,
    SEVERAL,
    Doubt,
    Doubts,
)
from bot.runs.parse.doubts.remarks import REMARKS, is_quoted, opens_with_a_quote, remark
from bot.runs.parse.doubts.sequel import taken_up
from bot.runs.parse.doubts.set_down import SET_DOWN, is_set_down
from bot.runs.parse.doubts.spoken_for import SPOKEN_FOR, is_spoken_for
from bot.runs.parse.doubts.their_best import A_BEST, BEST_OVER, is_a_best_that_stands, is_their_best
from bot.runs.parse.doubts.theirs import (
    DISOWNED,
    SOMEBODY,
    is_anothers_run,
    is_disowned,
    is_put_down_to_somebody,
)
from bot.runs.parse.doubts.unfinished import OPEN_ENDS, doubt_of_its_end
from bot.runs.parse.doubts.walks import was_walked
from bot.runs.parse.doubts.ways import OF_A_WAY, is_of_a_way
from bot.runs.parse.doubts.whose import (
    MAY_BE_NAMES,
    TOLD_OF,
    lists_names,
    told_of_somebody,
)
from bot.runs.parse.evidence.marks import MARKS, is_no_mark_of_ones_own
from bot.runs.parse.evidence.outdoors import is_spent_otherwise
from bot.runs.parse.evidence.pairs import PASSED_ON
from bot.runs.parse.figures.quantities import Item, Measure, Quantity, is_clock
from bot.runs.parse.posts.casting import Role
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.roles.outcome import is_meant_otherwise
from bot.runs.parse.roles.passed import LESSON, is_dreaded
from bot.runs.parse.stances.slashes import are_offered
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import Lexeme

_ASKING = frozenset({Stance.QUESTION, Stance.INVITATION})
_AGE, _AT = any_of("age"), any_of("at")
_FORETOLD = any_of("foretold")
_MET = any_of("companion", "person", "name")
_RAN = any_of("run_past")
_BOTH = any_of("both")
_MORE, _EACH = any_of("delta"), any_of("several_units")
_SPOKEN = any_of("wishes", "relay", "disbelief", "steps", "luck", "theirs")
_SPORT = any_of("sport")
_JOKING, _TURNS_SERIOUS = any_of("joking"), any_of("turns_serious")
_ALARM, _DONE = any_of("hour_of"), any_of("run_past", "strong_did")
_A_DAY_S = 24 * 60
"""Seconds of a "24:00" that is read as minutes: no hour of a day is called so or higher."""

_THE = any_of("article", "determiner")
_CHORES = any_of("life", "guess.verb", "guess.past")
_VERBS = frozenset(("verb", "past"))


def doubt_of(drafts: Sequence[Draft], post: Post) -> str | None:
    """The reason to ask about these runs, or None to log them."""
    if Stance.WALK in post.stances and was_walked(drafts, post):
        return "walk"
    return doubt_of_figures(drafts, post) or _DOUBTS.first(drafts, post)


def _is_taken_back(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether it was but a joke: "ran 10k today jk", but not what is told behind "non je rigole"."""
    if not post.tells("joking"):
        return False
    turned = next((at for at, one in enumerate(post.items) if one.labels & _TURNS_SERIOUS), None)
    return turned is None or drafts[0].first < turned


def _only_says_how_fast(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a pace alone stands beside a question or a wish to join: "I run slow (8 min per km), is it ok?"."""
    draft = drafts[0]
    if draft.pace is None or draft.distance is not None or draft.duration is not None:
        return False
    if draft.times[1:]:
        return False
    return not _ASKING.isdisjoint(post.stances)


def _is_told_behind_an_age(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether somebody met before is told of, the age first: "met Tom. 80 years old, ran the 10k in 58"."""
    if not post.told & _AGE or not post.told & _MET:
        return False
    told = post.clauses[drafts[0].clauses[0]].sentence
    here = [clause for clause in post.clauses if clause.sentence == told]
    aged = here[0].start > 0 and post.items[here[0].start].labels & _AGE
    own = [clause for clause in here if clause.start <= drafts[0].first]
    return bool(aged) and not any(clause.has("self") for clause in own)


def _of_words(drafts: Sequence[Draft], post: Post) -> str | None:
    """Why to ask about a post in which nobody says that they ran."""
    return None if post.labels & _RAN else _OF_WORDS.first(drafts, post)


def _of_what_is_spoken(drafts: Sequence[Draft], post: Post) -> str | None:
    """Why to ask about a post for a word that rarely stands beside one's own run."""
    if post.tells("wishes") and drafts[0].duration is None and not post.tells("self"):
        return "reply"
    if post.tells("theirs") and _is_timed_for_others(drafts[0], post):
        return "other_person"
    if post.tells("relay") and (drafts[0].reps or _is_for_each(drafts[0], post)):
        return "other_person"
    if post.tells("disbelief") and post.tells("reading"):
        return "doubtful"  # "the treadmill said 5 miles in 38 minutes, no way"
    if post.tells("steps") and drafts[0].duration is None and _counts_steps(post):
        return "walk"
    return "plan" if post.tells("luck") and is_wished_luck(drafts[0], post) else None


def _is_for_each(draft: Draft, post: Post) -> bool:
    """Whether it is how far each of several runs: "4 of us for a 6 leg relay, 5k each"."""
    behind = post.items[draft.last + 1 : draft.last + 2]
    return draft.duration is None and bool(behind) and behind[0].labels & _BOTH != 0


def _is_timed_for_others(draft: Draft, post: Post) -> bool:
    """Whether the only time is what others took: "5k, 24:10 for the winner"."""
    if draft.duration is not None or post.tells("self"):
        return False
    return any(c.has("theirs") and c.quantities(Measure.CLOCK) for c in post.clauses)


def _counts_steps(post: Post) -> bool:
    """Whether steps are counted and nothing is said of running: "12k steps today, 9 km"."""
    if post.has("run_noun", "run_word", "kinds"):
        return False
    return any(isinstance(item, Quantity) and "steps" in item.meanings for item in post.items)


def _is_of_some_thing(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a time alone may be of something else, or some thing be what was run."""
    if drafts[0].distance is not None:
        return False
    if is_spent_otherwise(post, drafts[0]) or is_meant_otherwise(post):
        return True
    if is_an_hour(post, drafts[0]):
        return True
    return runs_something(post, drafts[0])


def _opens_with_an_hour(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a post begins with a clock that is no time of a run: "18:45 at the fountain, 8 km"."""
    first = post.items[0]
    if not is_clock(first):
        return False
    if any(item.labels & _ALARM for item in post.items[1:2]):
        told = post.labels & _DONE or any(map(is_clock, post.items[1:]))
        return not told  # "05:45 alarm set. 5k before work", but "5:45 alarm. 6k by 6:30"
    if first.value >= _A_DAY_S and len(first.options) > 1:
        return False  # "28:30 on the dreadmill"
    if first.to_the_second and not any(item.labels & _AT for item in post.items[1:2]):
        return False  # "1:50:20 of running in mud"
    exact = [draft.duration for draft in drafts if draft.duration and draft.by_a_clock]
    if exact and (post.has("strong_did") or any(time % 60 for time in exact)):
        return False  # "4:50 alarm, 10k done, 50:00", "8:30 start, 5k 24:10"
    own = {draft.duration for draft in drafts} | {draft.pace for draft in drafts}
    split = any(member.place == 0 and member.role is Role.SPLIT for member in post.cast)
    return not split and own.isdisjoint(first.options)


def _are_more_to_come(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether distances are counted that are still to be run: "Two more 10ks then done for the year"."""
    draft = drafts[0]
    if draft.duration is not None or draft.first < 2 or draft.day is not None:
        return False
    more, far = post.items[draft.first - 1], post.items[draft.first]
    return bool(more.labels & _MORE and far.labels & _EACH) and not post.labels & _RAN


def _unknown_verb(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a verb that the language file does not know may be any sport ("paddleboarded 5k")."""
    if post.has("run_past", "run_noun", "tags.parkrun"):
        return False
    for draft in drafts:
        lead = post.items[draft.first - 1] if draft.first else None
        if isinstance(lead, Lexeme) and lead.guess in _VERBS:
            return True
        exact = draft.timed and draft.by_a_clock  # "8k of ploughed field, 34:50"
        if not exact and any(_is_so_much_of_a_chore(post, place) for place in draft.places):
            return True
    return False


def _is_so_much_of_a_chore(post: Post, place: int) -> bool:
    """Whether an "of" leads to what was done so long or so far: "6k of hoovering"."""
    behind = post.items[place + 1 : place + 4]
    if len(behind) < 2 or "of" not in behind[0].meanings:
        return False
    the = len(behind) > 2 and behind[1].labels & _THE != 0  # "3k of the school run"
    return _is_a_chore(behind[1 + the])


def _is_a_chore(item: Item) -> bool:
    """Whether it is known for a chore, or a verb that nobody knows."""
    return "life" in item.meanings or (isinstance(item, Lexeme) and item.guess in _VERBS)


_OF_WORDS = Doubts(
    Doubt(PRICED, is_priced, "announcement"),
    Doubt(_EACH, _are_more_to_come, "plan"),
    Doubt(TOLD_OF | HEADED, told_of_somebody, "other_person"),
    Doubt(A_BEST, is_their_best, "other_person"),
    Doubt(BEST_OVER, is_a_best_that_stands, "personal_best"),
    Doubt(LISTED, listed),
    Doubt(HEADED, is_headed_otherwise, "doubtful"),
    Doubt(NAMESAKES, is_only_named, "doubtful"),
    Doubt(NOTICES, is_a_notice, "announcement"),
    Doubt(SET_DOWN, is_set_down, "plan"),
    Doubt(FELT, is_only_felt, "doubtful"),
    Doubt(ASKED_OF, is_asked_of, "question"),
    Doubt(MEDIC, is_allowed, "plan"),
    Doubt(DEVICE, is_suggested, "plan"),
    Doubt(_FORETOLD, is_converted, "hypothetical"),
    Doubt(SUM, only_adds_up, "unit"),
    Doubt(NO_DISTANCE, is_a_mere_number, "doubtful"),
    Doubt(REMARKS | SEVERAL, remark),
    Doubt(NO_DURATION, taken_up),
    Doubt(_SPOKEN, _of_what_is_spoken),
    Doubt(OPENS_WITH_A_CLOCK, _opens_with_an_hour, "plan"),
    Doubt(PRAISED, is_praise, "reply"),
    Doubt(ANSWERED, is_answered, "reply"),
    Doubt(NEWCOMER | GREETED, introduces_somebody, "doubtful"),
    Doubt(QUOTED, is_quoted, "reply"),
    Doubt(MARKS, is_no_mark_of_ones_own, "goal"),
)
_DOUBTS = Doubts(
    Doubt(_JOKING, _is_taken_back, "hypothetical"),
    Doubt(AIMED_AT, is_aimed_at, "goal"),
    Doubt(DISOWNED, is_anothers_run, PASSED_ON),
    Doubt(DISOWNED, is_disowned, "other_person"),
    Doubt(ENDS_A_LIST, ends_a_list_of_no_runs, PASSED_ON),
    Doubt(SOMEBODY, is_put_down_to_somebody, "other_person"),
    Doubt(SPOKEN_FOR, is_spoken_for, PASSED_ON),
    Doubt(MOVED_OR_BUSY | NO_DISTANCE, covered_otherwise),
    Doubt(_OF_WORDS.signs, _of_words),
    Doubt(MAY_BE_NAMES, lists_names, "other_person"),
    Doubt(_AGE, _is_told_behind_an_age, "other_person"),
    Doubt(QUOTED, opens_with_a_quote, "reply"),
    Doubt(RECALLS, is_recalled, "past"),
    Doubt(OF_A_WAY, is_of_a_way, "doubtful"),
    Doubt(NO_DISTANCE, _is_of_some_thing, "doubtful"),
    Doubt(OPEN_ENDS | NO_DURATION, doubt_of_its_end),
    Doubt(NO_DISTANCE, _only_says_how_fast, "question"),
    Doubt(LESSON, is_dreaded, "plan"),
    Doubt(SEVERAL, only_listed, "several"),
    Doubt(NO_DURATION, are_offered, "several"),
    Doubt(CHOICES, are_a_choice, "several"),
    Doubt(_SPORT, beside_a_sport, "several"),
    Doubt(SEVERAL, lists_bests, "personal_best"),
    Doubt(SEVERAL, counts_up, "several"),
    Doubt(_CHORES, _unknown_verb, "other_sport"),
    Doubt(A_RUN, was_without_its_author, "no_run"),
    Doubt(OF_THINGS | NO_DURATION | NO_DISTANCE, is_of_a_thing, "doubtful"),
    Doubt(IN_GENERAL, of_all_times),
)
