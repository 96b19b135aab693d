"""Says why a post with figures had better be asked about than logged: the first reason that holds."""

from collections.abc import Sequence

from bot.runs.parse.apart import told_over
from bot.runs.parse.casting import Role
from bot.runs.parse.clauses import Clause
from bot.runs.parse.draft import Draft
from bot.runs.parse.figure_doubts import counts_up, doubt_of_figures, lists_bests, only_listed
from bot.runs.parse.labels import any_of
from bot.runs.parse.lexicon import Lexeme
from bot.runs.parse.luck import is_wished_luck
from bot.runs.parse.means import covered_otherwise
from bot.runs.parse.outdoors import is_spent_otherwise
from bot.runs.parse.post import Post
from bot.runs.parse.quantities import Item, Measure, Quantity
from bot.runs.parse.remarks import remark
from bot.runs.parse.sequel import taken_up
from bot.runs.parse.stances import Stance
from bot.runs.parse.theirs import is_disowned, is_put_down_to_somebody
from bot.runs.parse.tokens import Shape
from bot.runs.parse.unfinished import doubt_of_its_end
from bot.runs.parse.whose import lists_names, praises_by_name, praises_the_reader, told_of_somebody

_WALKED = 540
"""Seconds per kilometre from which who speaks of a walk first has walked."""

_WALKED_FAST = 450
"""Seconds per kilometre under which nobody walks who is not racing."""

_ON_FOOT = any_of("walk", "walk_home")
_ASKING = frozenset({Stance.QUESTION, Stance.INVITATION})
_OWN_WAY = any_of("own_way")
_AGE = any_of("age")
_MET = any_of("companion", "person", "name")
_RECALLS = any_of("recalls")
_DATED = any_of("day", "weekday", "times", "strong_did")
_RAN = any_of("run_past")
_NEW = any_of("newcomer")
_DISOWNED = any_of("disowned")
_SPOKEN = any_of("price", "deal", "wishes", "relay", "disbelief", "steps", "luck", "theirs")
_VERB = any_of("single_verb")
_THE = any_of("article", "determiner")
_SMALL = any_of("adjective", "filler")
_THINGS = any_of("life", "software", "volunteer", "media", "person", "something_else", "within")
_CHORES = any_of("life", "guess.verb", "guess.past")
_VERBS = frozenset(("verb", "past"))


def doubt_of(drafts: Sequence[Draft], post: Post) -> str | None:
    """The reason to ask about these runs, or None to log them."""
    if Stance.WALK in post.stances and _was_walked(drafts, post):
        return "walk"
    if reason := doubt_of_figures(drafts, post):
        return reason
    if post.labels & _DISOWNED and is_disowned(drafts, post):
        return "other_person"
    if is_put_down_to_somebody(drafts, post):
        return "other_person"
    if reason := covered_otherwise(drafts, post):
        return reason
    if not post.labels & _RAN and (reason := _of_words(drafts, post)):
        return reason
    if lists_names(post) or _is_told_behind_an_age(drafts, post):
        return "other_person"
    if post.told & _RECALLS and _is_recalled(drafts, post):
        return "past"
    if drafts[0].distance is None and (
        _runs_something(post) or is_spent_otherwise(post, drafts[0]) or _ends_in_none(post)
    ):
        return "doubtful"
    if reason := doubt_of_its_end(drafts, post):
        return reason
    if drafts[0].pace is not None and _only_says_how_fast(drafts[0], post):
        return "question"
    if post.told & _OWN_WAY and post.tells("sport"):
        return "travel"  # "commute home the long way: 10k, 25 min on the e-bike"
    if len(drafts) > 1 and (only_listed(drafts, post) or _beside_a_sport(drafts, post)):
        return "several"
    if len(drafts) > 1 and lists_bests(drafts, post):
        return "personal_best"
    if len(drafts) > 2 and counts_up(drafts):
        return "several"
    return _unknown_verb(post, drafts)


def _only_says_how_fast(draft: Draft, post: Post) -> bool:
    """Whether a pace alone stands beside a question or a wish to join: "I run slow (8 min per km), is it ok?"."""
    if draft.distance is not None or draft.duration is not None or draft.times[1:]:
        return False
    return not _ASKING.isdisjoint(post.stances)


def _beside_a_sport(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether another sport stands right behind a figure of one of several runs: "20k bike 5k run 25:00"."""
    if not post.has("sport"):
        return False
    behind = (place + 1 for draft in drafts for place in draft.places)
    return any(at < len(post.items) and "sport" in post.items[at].meanings for at in behind)


def _was_walked(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a figure was walked, or a clause says so: "5 miles over the moor, walking", "so call it a walk"."""
    if _is_too_fast_for_a_walk(drafts, post):
        return False
    if any(Stance.WALK in draft.stances for draft in drafts):
        return True
    if post.has("run_past", "run_word"):
        return False
    timed = any(draft.duration is not None or draft.pace is not None for draft in drafts)
    judged = zip(post.clauses, post.stances, strict=True)
    slow = any(map(_is_slow_as_a_walk, drafts))
    return any(
        (
            stance is Stance.WALK
            and not (_leads_on(clause) or (timed and clause.end - clause.start > 2))
        )
        or (stance is Stance.WALK and slow and clause.start < drafts[0].first)
        for clause, stance in judged
    )


def _is_too_fast_for_a_walk(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether nobody walks so fast, and walking comes up behind it only: "4k 28 min with little walks"."""
    for draft in drafts:
        if draft.duration is None or not draft.distance:
            return False
        if draft.duration * 1000 / draft.distance >= _WALKED_FAST:
            return False
    told = [place for draft in drafts for place in draft.places]
    walked = [at for at, item in enumerate(post.items) if item.labels & _ON_FOOT]
    if not walked:
        return False
    if post.told & _OWN_WAY:
        return True  # "commuted on foot, 9k, 49:55"
    if walked[0] < min(told):
        return False
    return walked[0] - 1 not in told  # "a mile from the station, ten minutes walk"


def _is_slow_as_a_walk(draft: Draft) -> bool:
    """Whether it took longer than hardly any run does."""
    if draft.duration is None or not draft.distance:
        return False
    return draft.duration * 1000 / draft.distance >= _WALKED


def _is_recalled(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a year long ago is remembered before the run: "did I ever tell you about Dublin in 2009?"."""
    return drafts[0].day is None and any(
        clause.has("recalls") and clause.has("year") and clause.has("past")
        for clause in post.clauses[: drafts[0].clauses[0] + 1]
    )


def _is_told_behind_an_age(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether somebody met before is told of, the age first: "met Tom. 80 years old, ran the 10k in 58"."""
    if not post.told & _AGE or not post.told & _MET:
        return False
    told = post.clauses[drafts[0].clauses[0]].sentence
    here = [clause for clause in post.clauses if clause.sentence == told]
    aged = here[0].start > 0 and post.items[here[0].start].labels & _AGE
    own = [clause for clause in here if clause.start <= drafts[0].first]
    return bool(aged) and not any(clause.has("self") for clause in own)


def _leads_on(clause: Clause) -> bool:
    """Whether the walk came after what is told: "then walked home", "walk back"."""
    return clause.has("then", "further", "before_after", "leads_to_named")


def _of_words(drafts: Sequence[Draft], post: Post) -> str | None:
    """Why to ask about a post in which nobody says that they ran."""
    spoken = post.told & _SPOKEN
    if spoken and post.tells("price", "deal") and _is_priced(drafts, post):
        return "announcement"
    if told_of_somebody(drafts, post):
        return "other_person"
    if reason := remark(drafts, post) or taken_up(drafts, post):
        return reason
    if spoken and (reason := _of_what_is_spoken(drafts, post)):
        return reason
    if _opens_with_an_hour(drafts, post):
        return "plan"
    if Stance.REPLY in post.stances and (praises_by_name(post) or praises_the_reader(post)):
        return "reply"
    if _introduces_somebody(drafts, post):
        return "doubtful"
    return "reply" if _is_quoted(drafts, post) else None


def _of_what_is_spoken(drafts: Sequence[Draft], post: Post) -> str | None:
    """Why to ask about a post for a word that rarely stands beside one's own run."""
    if post.tells("wishes") and drafts[0].duration is None and not post.tells("self"):
        return "reply"
    if post.tells("theirs") and _is_timed_for_others(drafts[0], post):
        return "other_person"
    if post.tells("relay") and drafts[0].reps:
        return "other_person"
    if post.tells("disbelief") and post.tells("reading"):
        return "doubtful"  # "the treadmill said 5 miles in 38 minutes, no way"
    if post.tells("steps") and drafts[0].duration is None and _counts_steps(post):
        return "walk"
    return "plan" if post.tells("luck") and is_wished_luck(drafts[0], post) else None


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


def _introduces_somebody(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether somebody may only say how fast they are: "Hi all, 34, 5k in 28"."""
    new = bool(post.labels & _NEW)
    if not (new or post.greeted) or post.labels & _DATED:
        return False
    exact = any(time.measure is Measure.CLOCK for draft in drafts for time in draft.times)
    return not exact and (new or _has_a_stray_number(drafts, post))


def _has_a_stray_number(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a number that is no figure of a run stands alone between commas, as an age does."""
    told = {place for draft in drafts for place in draft.places}
    alone = (clause.start for clause in post.clauses if clause.end == clause.start + 1)
    strays = (post.items[at] for at in alone if at not in told)
    return any(isinstance(item, Quantity) and item.measure is Measure.NUMBER for item in strays)


def _opens_with_an_hour(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a post begins with a clock that is no time of a run: "18:45 at the fountain, 8 km"."""
    first = post.items[0]
    if not isinstance(first, Quantity) or first.measure is not Measure.CLOCK:
        return False
    if post.has("strong_did") and any(draft.duration and draft.by_a_clock for draft in drafts):
        return False  # "4:50 alarm, 10k done, 52:30"
    own = {draft.duration for draft in drafts} | {draft.pace for draft in drafts}
    split = any(member.place == 0 and member.role is Role.SPLIT for member in post.cast)
    return not split and own.isdisjoint(first.options)


def _is_priced(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether distances are told with prices or a sale, and with no time and no word of having run them."""
    if any(d.duration is not None or d.pace is not None for d in drafts) or post.has("run_past"):
        return False
    priced = [clause.sentence for clause in post.clauses if clause.has("price", "deal")]
    if priced and told_over(post.clauses, post.stances, min(priced)):
        return False  # "8k this morning. the bus was £4, robbery"
    if post.tells("deal"):  # "10k mit dem Autoverkauf gemacht"
        return True
    return not post.has("strong_did") and any("price" in m.quantity.meanings for m in post.cast)


def _is_quoted(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether every figure stands in quotes, as words of somebody else do."""
    if post.clauses[drafts[0].clauses[0]].closed_by != '"':
        return False
    return all(post.clauses[number].closed_by == '"' for d in drafts for number in d.clauses)


def _unknown_verb(post: Post, drafts: Sequence[Draft]) -> str | None:
    """A verb that the language file does not know may be any sport ("paddleboarded 5k")."""
    if not post.told & _CHORES or post.has("run_past", "run_noun", "tags.parkrun"):
        return None
    for draft in drafts:
        lead = post.items[draft.first - 1] if draft.first else None
        if isinstance(lead, Lexeme) and lead.guess in _VERBS:
            return "other_sport"
        if any(_is_of_a_chore(post, place) for place in draft.places):
            return "other_sport"
    return None


def _ends_in_none(post: Post) -> bool:
    """Whether what is told ended without a run: "treadmill broke after 2 min so no run"."""
    last = post.clauses[-1]
    none = post.stances[-1] is Stance.NO_RUN and last.has("no_run") and not last.opening
    return none and not post.labels & _RAN


def _runs_something(post: Post) -> bool:
    """Whether some thing may be what was run: "ran the tea stall for 3 hours"."""
    if not post.has("single_verb"):
        return False
    for at, item in enumerate(post.items[:-2]):
        if item.labels & _VERB and post.items[at + 1].labels & _THE:
            behind = at + 2
            while behind < len(post.items) - 1 and post.items[behind].labels & _SMALL:
                behind += 1
            if _is_some_thing(post.items[behind]):
                return True
    return False


def _is_some_thing(item: Item) -> bool:
    """Whether a word is no way, no place and no run: unknown, without a capital, or a known chore."""
    if not isinstance(item, Lexeme) or item.shape is not Shape.WORD or item.capital:
        return False
    return bool(item.labels & _THINGS) or not (item.meanings or item.guess)


def _is_of_a_chore(post: Post, place: int) -> bool:
    behind = post.items[place + 1 : place + 3]
    return len(behind) == 2 and "of" in behind[0].meanings and _is_a_chore(behind[1])


def _is_a_chore(item: Item) -> bool:
    """Whether it is what the kilometres were of: "6k of hoovering"."""
    return "life" in item.meanings or (isinstance(item, Lexeme) and item.guess in _VERBS)
