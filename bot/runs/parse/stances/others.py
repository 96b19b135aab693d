"""Tells others who run by what they are called: by an age, as a group, or with a word that may be a person's."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import (
    CLOCKS,
    DISTANCES,
    NUMBERS,
    Item,
    Measure,
    Quantity,
    is_distance,
)
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.stances.aged import goes_on_of_somebody, is_of_an_age
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK, UNKNOWN, Lexeme
from bot.runs.parse.words.tokens import Shape

_PET = any_of("pet")
_WHOSE = any_of("determiner", "article")
_ADJECTIVE = any_of("adjective")
_FINITE = any_of("person_verb")
_RAN = any_of("run_past")
_OWNER = any_of("owner", "guess.owner")
_DID = any_of("did", "run_past")
_OF_A_RUN = any_of(
    *("run_noun", "run_word", "kinds", "body", "self", "times", "distance_unit", "moods", "tags"),
    *("shoe", "software", "travel"),
)
_I, _SOMEBODY = any_of("self"), any_of("person", "age")
_SOME, _OF = any_of("fraction", "some"), any_of("of")
_AGES, _OUTING = any_of("age_group"), any_of("outing")
_PLACE = any_of("split_first", "ordinal")
_AND, _RUN_NOUN = any_of("and", "then"), any_of("run_noun", "run_word")
_BUNCH, _GROUPS, _EFFORT = any_of("bunch"), any_of("groups"), any_of("effort")
_PERSON = any_of("person", "medic")
_YOU, _SUBJECT = any_of("you"), any_of("subject")
_RELAY, _CALLED, _LONGEST_NAME = any_of("relay"), any_of("relay", "times", "adjective"), 4
_SO_FAR = (Measure.DISTANCE, Measure.CLOCK, Measure.DURATION, Measure.REPS)
_RUNS_AS_VERB = any_of("person_verb", "run_past", "run_verb", "strong_did")
_YOU_TOLD, _THEY = any_of("you_told"), any_of("third_person", "third_person_is")
_A_WAY = any_of("run_noun", "map", "outdoors") | UNKNOWN
_HIS_VERB = any_of("person_verb", "run_past", "run_verb")


def is_of_others(clause: Clause) -> bool:
    """Whether others are told of as who ran, in whichever way they are called."""
    if clause.has("age_group") and _is_of_an_age_group(clause):
        return True
    if clause.has("person_verb") and _runs_as_somebody(clause):
        return True
    if clause.has("forgone") and _nobody_runs(clause):
        return True
    if clause.has("subject") and _is_one_the_author_knows(clause):
        return True
    return (
        _has_done(clause)
        or _is_for_others(clause)
        or is_of_an_age(clause)
        or _tells_of_one_who(clause)
        or _are_those_who(clause)
        or _turned_out_to_be(clause)
        or goes_on_of_somebody(clause)
    )


def _turned_out_to_be(clause: Clause) -> bool:
    """Whether it is told who somebody was, with a time: "3rd finisher was a 12 yr old in 19:58"."""
    at = clause.place("looks_back")
    if (
        not clause.start < at < clause.end - 3
        or not (clause.labels & CLOCKS or _is_right_before_a_time(clause))
        or clause.has("subject")
    ):
        return False
    a, *who = clause.items[at + 1 : min(at + 4, clause.end)]
    if not a.labels & _WHOSE or a.labels & _I or clause.items[at].text != "was":
        return False
    return any(item.labels & _SOMEBODY for item in who)


def _is_right_before_a_time(clause: Clause) -> bool:
    """Whether only a mark stands between it and a time: "first home was a 13 yr old girl, 17:40"."""
    return any(item.labels & CLOCKS for item in clause.items[clause.end : clause.end + 2])


def _is_one_the_author_knows(clause: Clause) -> bool:
    """Whether it opens with somebody and how the author knows them: "a guy I know did 10k"."""
    at, behind = clause.start, clause.items[clause.start + 1 : clause.start + 3]
    if not clause.opening or clause.has("object_self"):
        return False
    if not (clause.items[at].labels & _WHOSE and any(i.labels & _PERSON for i in behind)):
        return False
    told = clause.place("subject")
    ran = next((n for n in range(told + 2, clause.end) if clause.items[n].labels & _FINITE), told)
    if not at + 1 < told <= at + 3 or not told < ran <= told + 4:
        return False
    figures = [place for place in clause.measured_at if place < ran]
    return not figures and bool(clause.quantities(*_SO_FAR))


def _nobody_runs(clause: Clause) -> bool:
    """Whether it is said of nobody: "nobody runs a mile on our track"."""
    at = clause.place("forgone")
    if at + 2 >= clause.end or not clause.items[at + 1].labels & _FINITE:
        return False
    return isinstance(clause.items[at + 2], Quantity)


def _is_for_others(clause: Clause) -> bool:
    """Whether a figure was what others ran or took: "14k for some", "took them 50 minutes to get it up"."""
    took = clause.place("took_them")
    if any(isinstance(item, Quantity) for item in clause.items[took + 1 : clause.end][:1]):
        return not (clause.quantities(Measure.DISTANCE) or _leads_to_a_distance(clause))
    at = clause.place("theirs")
    return clause.start < at < clause.end and isinstance(clause.items[at - 1], Quantity)


def _leads_to_a_distance(clause: Clause) -> bool:
    """Whether what took others so long is told, and a distance alone behind it: "took them 50 min to find me. 8k"."""
    if clause.place("took_them") + 2 >= clause.end:
        return False
    return any(
        mark.labels & MARK and is_distance(far)
        for mark, far in pairwise(clause.items[clause.end - 1 :])
    )


def _has_done(clause: Clause) -> bool:
    """Whether it opens with somebody who has run so far: "Shona's already done 12k"."""
    first, behind = clause.items[clause.start], clause.items[clause.start + 1 : clause.start + 4]
    if not (isinstance(first, Lexeme) and first.labels & _OWNER and first.capital):
        return False
    did = [at for at, item in enumerate(behind) if item.labels & _DID]
    return bool(did) and any(is_distance(item) for item in behind[did[0] + 1 :])


def _is_of_an_age_group(clause: Clause) -> bool:
    """Whether it opens with the young of an age who ran: "U15 girls won the 4k", but "u17 boys yesterday, 6k"."""
    at = clause.start + (clause.items[clause.start].labels & _AND != 0)
    ages, *rest = clause.items[min(at, clause.end - 1) : min(at + 3, clause.end)]
    if not ages.labels & _AGES or clause.has("subject"):
        return False
    return any(item.labels & (_FINITE | _OUTING | _PLACE) for item in rest)


def _are_those_who(clause: Clause) -> bool:
    """Whether it opens with others who ran: "the fast ones did an hour", "half the club did", "the senior men ran"."""
    if clause.opening and (_is_a_bunch_that_ran(clause) or _is_a_team_that_ran(clause)):
        return True
    if clause.end - clause.start < 4:
        return False
    the, how, who, did = clause.items[clause.start : clause.start + 4]
    others = the.labels & _WHOSE and who.labels & (_BUNCH | _GROUPS) and not the.labels & _I
    called = how.labels & (_EFFORT | UNKNOWN)
    if others and called and did.labels & _FINITE:
        return True
    at = clause.start + 1 + (how.labels & _OF != 0)
    some = the.labels & _SOME or (the.labels & NUMBERS and how.labels & _OF)  # "two of my lot did"
    if not some or at + 3 > clause.end:
        return False
    the, who, did = clause.items[at : at + 3]
    return bool(the.labels & _WHOSE and who.labels & _BUNCH and did.labels & _FINITE)


def _is_a_bunch_that_ran(clause: Clause) -> bool:
    """Whether a bunch, and no run of theirs, opens it before a verb and a distance: "boys ran 4k", no "club run"."""
    at = clause.start + (clause.items[clause.start].labels & _AND != 0)
    the, *behind = clause.items[at : min(at + 4, clause.end)]
    grouped = the.labels & _WHOSE and behind and behind[0].labels & _GROUPS
    opens = behind if grouped else [the, *behind]
    opens = [item for item in opens if not item.labels & _SOME][:2]
    if len(opens) < 2 or not opens[0].labels & (_BUNCH | _GROUPS) or clause.has("subject"):
        return False
    ran = opens[1].labels & (_FINITE | _DID) and not opens[1].labels & _RUN_NOUN
    return bool(ran and clause.quantities(Measure.DISTANCE))


def _is_a_team_that_ran(clause: Clause) -> bool:
    """Whether it opens with a team or a bunch by its name that ran, or so many of those spoken to.

    "our B team ran 4 x 5k", "the mob match lot did 8k", "12 of you ran", but "our track group did 8 x 400".
    """
    items = clause.items[clause.start : clause.end]
    ran = next((at for at, item in enumerate(items) if item.labels & _FINITE), 0)
    if ran == 1 and items[0].labels & _RELAY:
        return bool(clause.quantities(*_SO_FAR))  # "our relay did 24k"
    if not 2 < ran <= _LONGEST_NAME or any(item.labels & _SUBJECT for item in items[:ran]):
        return False
    if items[0].labels & NUMBERS:
        return bool(ran == 3 and items[1].labels & _OF and items[2].labels & _YOU)
    the, *named, team = items[:ran]
    if not (the.labels & _WHOSE and team.labels & _BUNCH) or items[ran].labels & _RUN_NOUN:
        return False
    if the.labels & _I:
        return any(item.labels & _RELAY or len(item.text) == 1 for item in named)
    return all(item.labels & (UNKNOWN | _CALLED) for item in named) and bool(
        clause.quantities(*_SO_FAR)
    )


def _tells_of_one_who(clause: Clause) -> bool:
    """Whether a "who" tells what somebody ran: "had a patient who's run Comrades six times"."""
    at = clause.place("relative")
    if not clause.start + 1 < at < clause.end - 1:
        return False
    if clause.has("subject") and not _is_told_of_an_acquaintance(clause, at):
        return False
    if not clause.items[at + 1].labels & _RUNS_AS_VERB or clause.items[at - 1].labels & _PET:
        return False
    led = clause.items[clause.start : at]
    named = isinstance(led[-1], Lexeme) and led[-1].shape is Shape.WORD
    if not named or any(i.labels & _RAN for i in led):
        return False
    theirs = any(i.labels & CLOCKS for i in clause.items[at + 2 : clause.end])
    return theirs or not any(i.labels & DISTANCES for i in led)  # "10k with Jo who won it in 41:20"


def _is_told_of_an_acquaintance(clause: Clause, at: int) -> bool:
    """Whether it only tells whom the author talked to or knows: "got talking to a gent who'd run 15 marathons"."""
    led = clause.items[max(clause.start, at - 4) : at]
    if clause.place("negation") < at:
        return False  # "I am not one who does laps"
    if any(item.labels & _SUBJECT for item in clause.items[at : clause.end]):
        return False
    return any(a.labels & _WHOSE and not a.labels & _I for a in led) and not any(
        isinstance(item, Quantity) or item.labels & _RUNS_AS_VERB
        for item in clause.items[clause.start : at]
    )


def _runs_as_somebody(clause: Clause) -> bool:
    """Whether a person told by a word that is not known for one runs so far: "our postman ran 10k"."""
    at = clause.start
    if not (clause.opening and clause.items[at].labels & _WHOSE) or clause.has("subject"):
        return False
    at += 1
    while at < clause.end - 2 and clause.items[at].labels & _ADJECTIVE:
        at += 1
    items = clause.items[at : min(at + 4, clause.end)]
    if len(items) < 3 or not _may_be_somebody(items[0]) or not items[1].labels & _FINITE:
        return False
    return any(is_distance(item) for item in items[2:]) or (
        items[1].labels & _RAN != 0
        and bool(clause.quantities(Measure.DISTANCE, Measure.DURATION, Measure.CLOCK))
    )


def _may_be_somebody(item: Item) -> bool:
    """Whether it may be a noun for a person: a word that nothing of a run is called by."""
    return isinstance(item, Lexeme) and item.shape is Shape.WORD and not item.labels & _OF_A_RUN


def is_called(clause: Clause) -> bool:
    """Whether the person is only called, by an "@" that opens it: "@Coach both done", but "@Coach ran 10k".

    So are those who are told a distance right away: "@coach 8k easy as ordered, 51:20".
    """
    at = clause.place("person")
    if at != clause.start + 1 or clause.items[clause.start].text != "@" or at + 1 >= clause.end:
        return False
    if clause.opening and is_distance(clause.items[at + 1]):
        return True
    if not clause.has("strong_did", "self") or clause.measured_items:
        return False
    return not clause.items[at + 1].labels & _HIS_VERB


def is_anothers_pet(clause: Clause, back: int, at: int) -> bool:
    """Whether whose it is opens the clause, and the pet at `at` does it: "Mel's dog did a 5k"."""
    owns = clause.items[back].labels & _OWNER
    did = any(item.labels & _RUNS_AS_VERB for item in clause.items[at + 1 : clause.end][:1])
    return bool(owns and did and back <= clause.start + 1)  # "@Mel's dog did 11"


def is_spoken_to(items: Sequence[Item], at: int) -> bool:
    """Whether who is called before the verb is told something, and not told of: "@Cat got 9k in. You said I'd stop".

    So is who is asked at the end, and whose way it was: "@Cat ran your loop", "@Cat got 9k in, you?".
    """
    if any(item.labels & _THEY for item in items):
        return False
    if items[at].labels & _YOU and items[at].labels & _WHOSE:
        return at + 1 < len(items) and items[at + 1].labels & _A_WAY != 0
    return (items[-1].text == "?" and items[-2].labels == _YOU) or any(
        item.labels & _YOU_TOLD for item in items[at:]
    )


def does_the_authors(clause: Clause, at: int) -> bool:
    """Whether "my" and a figure come next, so that who is called before the verb did not do it: "@Vic did my 8k"."""
    if at + 1 >= clause.end:
        return False
    my, far = clause.items[at : at + 2]
    return bool(my.labels & _I and my.labels & _WHOSE) and isinstance(far, Quantity)
