"""Tells what ends a clause: a mark, or a word with which something else begins to be told."""

from collections.abc import Sequence

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import CLOCKS, DISTANCES, TIMES, Item, Measure, Quantity
from bot.runs.parse.words.labels import Labels, any_of
from bot.runs.parse.words.lexicon import MARK, Lexeme

SENTENCE_ENDS = {".", "!", "?", ";", "|", "\n"}
BY_A_WORD = "join"
FACE = "face"
_FACES_FROM = "\u2600"
_FACES_IN_A_ROW = 8
_HOPES = any_of("hopes")
_SOFT_ENDS = {",", ":", "(", ")", "-", "/", '"'}
# A finite verb of the past ends a wish: "wanted sub 50 | got 50:04".
_WISHES = any_of("goal", "plan", "pb_list", "no_run")
_VERBS = any_of("run_past", "person_verb", "strong_did", "distance_unit")
_SAID = _VERBS | CLOCKS | DISTANCES
_AND_SELF = any_of("and_self")
_JOINING = any_of("join", "purpose")
_REMARK = any_of("subject", "question", "invite", "self")
_OPENING = any_of("and_self", "join", "purpose", "person_verb", "walk", "strong_did", "run_past")
DIVIDING = MARK | _OPENING | CLOCKS | _REMARK
"""What carries none of these labels ends no clause."""

_OF_A_WISH = any_of(
    "plan", "goal", "hypothetical", "lacks_subject", "wished", "of_belief", "pb", "copula"
)
_RAN = any_of("run_past")
_WALK, _YOU = any_of("walk"), any_of("you")
_NOW_DOING, _TOLD = any_of("now_doing"), any_of("run_past", "strong_did")
_ROUND_SECONDS = (0, 30, 59)
"""Seconds with which a time is rather wished for."""


def divider(items: Sequence[Item], start: int, at: int, labels: Labels) -> str:
    """What ends the clause from `start` at `at`: a mark, or the word there that begins another; "" where nothing does.

    `labels` are those of the clause so far.
    """
    item = items[at]
    if item.labels & MARK:
        mark = item.text
        if (
            mark >= _FACES_FROM
            and labels & DISTANCES
            and labels & TIMES
            and _faces_a_word(items, at)
        ):
            return FACE
        if mark in SENTENCE_ENDS or (mark in _SOFT_ENDS and _divides(items, at, mark)):
            return mark
    turns = _turns(item, labels) and not items[at - 1].labels & _YOU
    joins = at > start and (_joins(item, labels) or turns)
    joins = joins or (at - start == 2 and _remarks_on_a_pair(items, at))
    joins = joins or (labels & _NOW_DOING != 0 and _is_told_on_the_way(items, at, labels))
    if joins or (not labels & DISTANCES and _ends_an_aside(items, start, at)):
        return BY_A_WORD
    return ""


def _faces_a_word(items: Sequence[Item], at: int) -> bool:
    """Whether a word follows the mark at `at`, which hopes for nothing: "10k 54:30 🔥 work can wait"."""
    if items[at].labels & _HOPES:
        return False
    behind = at + 1
    end = min(at + _FACES_IN_A_ROW, len(items))
    while behind < end and items[behind].labels & MARK and items[behind].text >= _FACES_FROM:
        behind += 1
    word = items[behind] if behind < len(items) else None
    return isinstance(word, Lexeme) and not word.labels & MARK


def _remarks_on_a_pair(items: Sequence[Item], at: int) -> bool:
    """Whether somebody goes on without a mark behind a run told by a watch: "10k 54:20 if anyone is counting"."""
    far, time = items[at - 2 : at]
    if not (items[at].labels & _REMARK and far.labels & DISTANCES and time.labels & CLOCKS):
        return False
    if any(item.labels & _OF_A_WISH for item in items[at : at + 2]):
        return False  # "10k 54:20 would be nice", "10k 54:20 I hope"
    if not (isinstance(far, Quantity) and isinstance(time, Quantity) and far.value):
        return False
    seconds = duration_over(time, far.value)
    return seconds is not None and seconds % 60 not in _ROUND_SECONDS


def _divides(items: Sequence[Item], at: int, mark: str) -> bool:
    if mark == "-":
        return _spaced_dash(items, at)
    return not (mark in ("(", ")") and _is_about_age(items, at - 2 * (mark == ")")))


def _is_about_age(items: Sequence[Item], at: int) -> bool:
    """Whether a bracket at `at` holds a person's age alone: "my daughter (9) ran"."""
    if not 0 < at < len(items) - 2 or "person" not in items[at - 1].meanings:
        return False
    age = items[at + 1]
    counted = isinstance(age, Quantity) and age.measure in (Measure.NUMBER, Measure.OTHER)
    return counted and items[at].text == "(" and items[at + 2].text == ")"


def _spaced_dash(items: Sequence[Item], at: int) -> bool:
    """Whether a dash divides ("5k - lovely"); a dash glued to what follows is a minus or a hyphen."""
    item = items[at]
    following = items[at + 1] if at + 1 < len(items) else None
    return isinstance(item, Lexeme) and item.spaced and getattr(following, "spaced", True)


def _joins(item: Item, labels: Labels) -> bool:
    """Whether a word begins a clause; "and I" does so only behind a verb ("my wife and I ran")."""
    if not isinstance(item, Lexeme):
        return False
    if item.labels & _AND_SELF:
        return labels & _SAID != 0
    return item.labels & _JOINING != 0


def _ends_an_aside(items: Sequence[Item], start: int, at: int) -> bool:
    """Whether a time at the end is no more of an aside: "10k before the kids woke up 59:30"."""
    if not items[at].labels & CLOCKS or at - start < 2:
        return False
    if "before_after" not in items[start].meanings:
        return False
    return items[at - 1].meanings.keys().isdisjoint(("at", "in_time", "determiner", "at_clock"))


def _is_told_on_the_way(items: Sequence[Item], at: int, labels: Labels) -> bool:
    """Whether a run is told by who says first what they are doing now: "walking back to the car | did ten k in 58"."""
    behind = items[at + 1] if at + 1 < len(items) else None
    if labels & (DISTANCES | TIMES) or not items[at].labels & _TOLD:
        return False
    return behind is not None and behind.labels & DISTANCES != 0


def _turns(item: Item, labels: Labels) -> bool:
    """Whether a verb tells something else than what came before: the end of a wish, running or walking."""
    if labels & DISTANCES and (
        (item.labels & _RAN and labels & _WALK) or (item.labels & _WALK and labels & _RAN)
    ):
        return True
    return "person_verb" in item.meanings and labels & _WISHES != 0
