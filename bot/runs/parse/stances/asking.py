"""Tells what is asked of others, or that others are asked along."""

from bot.runs.parse.figures.quantities import Quantity
from bot.runs.parse.posts.clauses import Clause, behind_a_call
from bot.runs.parse.stances.elsewhen import first_of
from bot.runs.parse.stances.people import is_known_name
from bot.runs.parse.stances.word_order import is_in_order
from bot.runs.parse.words.labels import any_of

_DONE = any_of("run_past", "strong_did")
_TOLD = _DONE | any_of("person_verb")
_ASKS = any_of("question")
_ASKED_OF = any_of("you", "demonstrative")
_WHOSE, _ASKED_OF_PAST = any_of("determiner"), any_of("asks_of_past")
_HOW, _DID, _SELF = (
    any_of("label_question", "at_a_loss"),
    any_of("did", "strong_did"),
    any_of("self", "i_do", "i_run"),
)
_NOT = any_of("negation")
_DENIED = any_of("negation", "unknowing")
_OF_MIND, _SOMEBODY = any_of("of_mind"), any_of("of_anything")
_COUNTED_IN = any_of("counted_in")
_WISHED, _STILL = any_of("hypothetical"), any_of("still", "contrast", "negation")
_COUNTS, _WHEN = any_of("counts"), any_of("day", "times")
_SAYS_IT_COUNTS = _COUNTS | any_of(
    *("question", "demonstrative", "it", "still", "opener", "interjection", "negation", "filler")
)
_A_MEET, _AT = any_of("sports_meet"), any_of("at")
_FEW = 4
_JOINS = any_of("join", "subordinate")
_CALLED, _CALLS_ON = 2, any_of("person", "to_come")
"""Words at most that call on somebody, and what these are."""

_WEEKDAY, _OVER = any_of("weekday"), any_of("over")
_GOES_ON = any_of("for_lead", "on", "at", "too", "join", "crowd", "person", "interjection", "you")


def invites(clause: Clause) -> bool:
    """Whether others are asked along; "8k done. I'm in bits" only says how the author is."""
    at = clause.place("invite")
    if not first_of("invite")(clause):
        return False
    if at > clause.start and clause.items[at - 1].labels & _NOT:
        return False  # "didn't take the watch"
    if at == clause.end - 1 and _is_nobody(clause, at):
        return False  # "not a word to anybody"
    if clause.items[at].labels & _A_MEET and _is_where_it_was(clause, at):
        return False
    if not clause.items[at].labels & _COUNTED_IN or not _begins_anew(clause, at):
        return True
    behind = clause.items[at + 1] if at + 1 < clause.end else None
    return behind is None or isinstance(behind, Quantity) or behind.labels & _GOES_ON != 0


def _begins_anew(clause: Clause, at: int) -> bool:
    """Whether a clause begins at `at` that is not the first, or goes on there: "bc i'm in holiday mode"."""
    return clause.start == at > 0 or (
        at == clause.start + 1 and clause.items[clause.start].labels & _JOINS != 0
    )


def _is_nobody(clause: Clause, at: int) -> bool:
    """Whether an "anybody" that ends what is said is denied before: "didn't meet anyone", "without seeing anybody"."""
    led = clause.items[clause.start : at]
    denied = any(item.labels & _DENIED for item in led) and not clause.has("you")
    return denied and clause.items[at].labels & _SOMEBODY != 0


def _is_where_it_was(clause: Clause, meet: int) -> bool:
    """Whether a meet is where somebody raced: "400 at the all-comers meet", but "meet at the pier"."""
    if clause.labels & _WEEKDAY and not clause.labels & _OVER:
        return False  # "5000m at the open meet on Friday, 19:30"
    led = list(clause.items[clause.start : meet])
    if meet == clause.end - 1 and any(item.labels & _AT for item in led[-_FEW:-1]):
        return not isinstance(led[-1], Quantity)  # "5 miles at XC alumni meet"
    while led and not led[-1].labels & _WHOSE:
        led.pop()
    return len(led) > 2 and led[-2].labels & _AT != 0


def directs(clause: Clause) -> bool:
    """Whether others are told the way: "take the left fork", but no wind that would "take the head off you".

    So are those who are called on: "somebody please take the C group", but not who only says "rest up now. 8k",
    or "start with a jog, end with a 9k".
    """
    at = clause.place("directs")
    if clause.place("rests_up") == at < clause.end and clause.closed_by == ".":
        return False
    if clause.place("starts_off") == at < clause.end and not clause.measured_items:
        return False
    led = clause.items[min(behind_a_call(clause), at) : at]
    return at < clause.end and len(led) <= _CALLED and all(i.labels & _CALLS_ON for i in led)


def asks(clause: Clause) -> bool:
    """Whether something is asked, by its mark or by how it begins."""
    if clause.labels & _COUNTS and _asks_for_a_yes(clause):
        return False
    if not clause.asked and _asks_what_was(clause, clause.start):
        return True
    if clause.asked or not clause.opening or _is_a_label(clause):
        return clause.asked
    if clause.end - clause.start == 1 and clause.items[clause.start].labels & _OF_MIND:
        return False  # "Recommend."
    if _asks_somebody(clause):
        return True
    if clause.place("question") != clause.start or _is_wished_without_a_subject(clause):
        return False
    if is_in_order(clause):
        return False
    told = clause.items[clause.start + 1 : clause.end]
    if told and told[0].labels & _ASKS:
        told = told[1:]  # "why does the treadmill say 4.2 miles"
    return not any(item.labels & _TOLD for item in told)


def _asks_what_was(clause: Clause, at: int) -> bool:
    """Whether "did" and another subject than the author stand behind a word of asking: "how did the 10k go"."""
    how, *behind = clause.items[at : min(at + 3, clause.end)]
    if len(behind) < 2 or " " in how.text or not how.labels & _HOW:
        return False
    if behind[0].labels & _ASKED_OF_PAST:
        return True
    if not (clause.opening and (clause.measured_items or clause.has("does_it"))):
        return False  # "when did hills get steeper, 9k"
    return behind[0].labels & _DID == _DID and not behind[1].labels & _SELF


def _asks_for_a_yes(clause: Clause) -> bool:
    """Whether it only asks to be told that a run counts: "counts right?", "does that count?" of one of today."""
    items = clause.items[clause.start : clause.end]
    if clause.start == 0 or not all(item.labels & _SAYS_IT_COUNTS for item in items):
        return False
    return not clause.has("question") or any(
        item.labels & _WHEN for item in clause.items[: clause.start]
    )


def _is_wished_without_a_subject(clause: Clause) -> bool:
    """Whether the author leaves out the "I" of a wish: "would still choose it over a meeting"."""
    first, *behind = clause.items[clause.start : min(clause.end, clause.start + 2)]
    return bool(first.labels & _WISHED and behind and behind[0].labels & _STILL)


def _asks_somebody(clause: Clause) -> bool:
    """Whether somebody is asked by name, without a mark: "Pete is that 10 hills", "Kate did you say 8k"."""
    called = clause.items[clause.start].text == "@"
    if called and _asks_what_was(clause, min(clause.start + 2, clause.end - 1)):
        return True
    name, *rest = clause.items[clause.start : min(clause.end, clause.start + 3)]
    if len(rest) < 2 or "question" not in rest[0].meanings:
        return False
    if not is_known_name(name):
        return False
    spoken_to = " " in rest[0].text or rest[1].labels & _ASKED_OF  # "did you", "is that"
    return bool(spoken_to)


def marvels_at_somebody(clause: Clause) -> bool:
    """Whether what somebody did is hardly believed: "Mo ran what in his sixties?!", "you did how much?"."""
    at = min(clause.place("question"), clause.place("asked_figure"))
    if not (clause.asked and clause.start < at < clause.end) or _is_of_oneself(clause):
        return False
    return clause.items[at - 1].labels & _TOLD != 0


def _is_of_oneself(clause: Clause) -> bool:
    """Whether the author or a part of them is spoken of, and not only whose somebody is: "my legs", not "my mum"."""
    return clause.has("self") if clause.has("body") else clause.of_its_author


def _is_a_label(clause: Clause) -> bool:
    """Whether it only says what stands behind the colon: "How far: 8k", "When: yesterday"."""
    return (
        clause.closed_by == ":" and clause.end - clause.start < 3 and clause.has("label_question")
    )
