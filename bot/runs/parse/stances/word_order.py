"""Tells what begins with a word of asking, and has the order of a statement all the same."""

from bot.runs.parse.figures.quantities import MEASURED, Measure, Quantity
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of, joined

_HOW_FAR = (Measure.DISTANCE, Measure.REPS, Measure.DURATION, Measure.CLOCK, Measure.PACE)
_FIGURE = joined(MEASURED[measure] for measure in _HOW_FAR)
_TO_OTHERS = any_of("you", "invite", "progressive", "asked_figure")
_BEGINS = any_of("label_question")
_SUBJECT = any_of("subject", "third_person", "it", "they", "hearsay")
_WHOSE = any_of("determiner")
_TOLD = any_of("reading", "reported", "gave_word", "guess.past", "looks_back")
_LED = any_of("lacks_subject")
_OF_MIND = any_of("of_mind", "recalls")
_NOT, _ME = any_of("negation"), any_of("object_self")
_MOOD = any_of("moods.positive", "moods.negative")
_DO = any_of("run_verb")
_NO_SUBJECT = any_of("negation", "article", "determiner", "for_lead", "object", "of_mind")
_MAY_BE_ASKED_OF = (
    _SUBJECT
    | _WHOSE
    | any_of("person", "name", "guess.owner", "bunch", "demonstrative", "crowd", "question", "body")
)


def is_in_order(clause: Clause) -> bool:
    """Whether a clause that no mark asks and no figure stands in is in the order of a statement."""
    if clause.labels & (_FIGURE | _TO_OTHERS) or clause.closed_by == ":":
        return False
    if clause.end - clause.start < 2:
        return False
    return _leaves_out_its_subject(clause) or _is_subordinate(clause) or _exclaims(clause)


def _is_subordinate(clause: Clause) -> bool:
    """Whether a subject stands right behind: "what she said", "when I retired they told me"."""
    items = clause.items[clause.start : clause.end]
    if len(items) < 3 or " " in items[0].text or not items[0].labels & _BEGINS:
        return False
    if items[1].labels & _SUBJECT:
        return True
    return bool(items[1].labels & _WHOSE) and any(item.labels & _TOLD for item in items[3:])


def _exclaims(clause: Clause) -> bool:
    """Whether it is no more than "how lovely"."""
    how, *what = clause.items[clause.start : clause.end]
    return bool(how.labels & _BEGINS) and len(what) == 1 and bool(what[0].labels & _MOOD)


def _leaves_out_its_subject(clause: Clause) -> bool:
    """Whether the "I" is left out before an auxiliary: "will pay", "do not remember the middle".

    Nobody can be told to remember or to know, as they can to wait or to bring a torch.
    """
    items = clause.items[clause.start : clause.end]
    if not items[0].labels & _LED:
        return False
    denied = items[1].labels & _NOT != 0
    if items[0].labels & _DO:
        if denied and clause.labels & _ME:
            return True  # "do not talk to me"
        verb = items[1 + denied : 2 + denied]
        return bool(verb) and verb[0].labels & _OF_MIND != 0
    if denied:
        return True
    if isinstance(items[1], Quantity) or items[1].labels & _MAY_BE_ASKED_OF:
        return False
    return len(items) == 2 or items[2].labels & _NO_SUBJECT != 0
