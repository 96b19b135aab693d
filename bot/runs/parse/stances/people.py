"""Tells whether somebody else is the one who runs in a clause."""

from bot.runs.parse.figures.quantities import CLOCKS, NUMBERS, Item, Measure, Quantity, is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.stances.beside import (
    behind_its_number,
    belongs,
    comes_upon_the_author,
    is_followed,
    is_gone_round_with,
    is_led_along,
    is_looked_after,
    is_no_runner,
    is_of_who_came_along,
    is_out_of_the_way,
    is_since_when,
    is_slept_through,
    is_taken_round,
    is_told_as_away,
    is_watched_from_a_run,
    is_who_posts,
    is_whose_place,
    may_be_of_their_run,
)
from bot.runs.parse.stances.others import (
    does_the_authors,
    is_anothers_pet,
    is_called,
    is_of_others,
    is_spoken_to,
)
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import Lexeme
from bot.runs.parse.words.tokens import Shape

_NO_SUBJECT = frozenset(("companion", "ordinal", "split_first"))
"""Before a person: who is only with the author, or "third woman", which is the author's place."""

_WALKED, _AT = any_of("walk"), any_of("at")
_KIN_OF, _PET = any_of("kin_of"), any_of("pet")
_WHOSE = any_of("determiner", "article")
_PLACE, _WAS = any_of("split_first", "ordinal", "category"), any_of("looks_back")
_WENT, _AND_MY = any_of("record_gone"), any_of("and_my")
_I, _GROUPS, _IN = any_of("self"), any_of("groups"), any_of("ahead_lead")
_RUNS_AS_VERB = any_of("person_verb", "run_past", "run_verb", "strong_did")
_SOMEBODY = any_of("self", "subject", "person", "companion", "name")
_ONLY_A_NAME = {"name"}
_COUNTING = frozenset(("split_first", "ordinal", "adjective", "tags.first"))
_VERBS = ("run_past", "person_verb", "strong_did", "run_verb")
_RUNS = ("run_past", "person_verb", "strong_did", "run_noun", "run_verb")


def other_person(clause: Clause) -> bool:
    """Whether a person, or a name right before a verb, runs in place of the author."""
    if clause.has("third_person") and is_of_who_came_along(clause):
        return False
    if clause.has("with_me", "lets_me") or is_called(clause) or is_who_posts(clause):
        return False
    if clause.has("tags.comeback") and is_since_when(clause):
        return False
    if clause.has("takes_along") and (is_taken_round(clause) or is_gone_round_with(clause)):
        return False
    if is_slept_through(clause) or is_watched_from_a_run(clause):
        return False
    if clause.has("handed_over", "place_or_past") and is_looked_after(clause):
        return False
    if clause.has("person") and (
        _is_heading(clause) or _is_subject(clause, clause.place("person"))
    ):
        return True
    distances = clause.quantities(Measure.DISTANCE)
    if distances and not clause.has("run_past", "subject") and _owned(clause):
        return True
    if clause.has("reported") or is_of_others(clause) or _is_cheered(clause):
        return True
    return clause.has("person_verb") and any(
        _named_runner(clause, at) for at in range(clause.start, clause.end - 1)
    )


def owns_distance(clause: Clause) -> bool:
    """Whether a distance is told as that of somebody who is named: "5 km de Anna", "Lisas 5 km"."""
    if _is_placed(clause) or (clause.labels & _WENT and _went_so_fast(clause)):
        return True
    if not clause.has("distance_unit", "named", "bare_half") or clause.has("run_past", "subject"):
        return False
    return bool(clause.quantities(Measure.DISTANCE)) and _owned(clause)


def _is_placed(clause: Clause) -> bool:
    """Whether one of a family opens it and a figure comes next: "our Evie 14th of 80 over 2.4k".

    So may anybody whose place is told as theirs: "Zoe was 2nd in the U20s".
    """
    our, *who = clause.items[clause.start : min(clause.start + 3, clause.end)]
    if len(who) < 2:
        return False
    if clause.opening and _is_a_place(our):
        return _was_somebody(clause)
    if is_known_name(our) and clause.opening and not clause.has("subject"):
        return who[0].labels & _WAS != 0 and _is_a_place(who[1])
    if not our.labels & _I or not our.labels & _WHOSE:
        return False
    placed = isinstance(who[1], Quantity) or who[1].labels & _PLACE
    return is_known_name(who[0]) and bool(placed)


def _went_so_fast(clause: Clause) -> bool:
    """Whether somebody by name went so fast: "Marta just went 1:19", but not "alarm went 5:30"."""
    at = next(n for n in range(clause.start, clause.end) if clause.items[n].labels & _WENT)
    if at + 1 >= clause.end or not clause.items[at + 1].labels & CLOCKS:
        return False
    who = at - 1
    while who > clause.start and "auxiliary" in clause.items[who].meanings:
        who -= 1
    return who >= clause.start and is_known_name(clause.items[who])


def _was_somebody(clause: Clause) -> bool:
    """Whether it ends in who came in at that place: "3rd lady on Sunday was our Meg", "first home was Tom"."""
    *led, who = clause.items[clause.start : clause.end]
    if not is_known_name(who) or clause.has("subject"):
        return False
    led = led[:-1] if led[-1].labels & _I else led
    return led[-1].labels & _WAS != 0


def _is_a_place(item: Item) -> bool:
    """Whether somebody may have come in so: "2nd", "first", "first lady"."""
    return item.labels & _PLACE != 0 or "ordinal" in item.meanings


def _is_cheered(clause: Clause) -> bool:
    """Whether somebody is lauded: "proud of my sister", "shout out to Meg", "bravo à tous"."""
    place = clause.place("cheered")
    if place == clause.end:
        return False
    behind = clause.items[place + 1 : min(clause.end, place + 4)]
    if any("person" in item.meanings or is_name(item) for item in behind):
        return True
    if any(item.labels & _GROUPS for item in behind):
        return True  # "big ups to the 5k beginners"
    told = any(isinstance(item, Quantity) or "self" in item.meanings for item in behind[:2])
    return len(behind) > 1 and not told


def _is_heading(clause: Clause) -> bool:
    """Whether a person alone heads what follows: "My wife: 10 km in 55 min", "my mum, 71, ran"."""
    named = clause.items[clause.start : clause.place("person")]
    behind = clause.items[clause.place("person") + 1 : clause.end]
    if any(item.labels & _I and not item.labels & _WHOSE for item in named):
        return False  # "I'm a runner: 3k"
    last = not behind or (clause.closed_by == ":" and all(_says(item) for item in behind))
    if clause.closed_by == ":" and is_told_as_away(clause):
        return False
    heads = clause.closed_by == ":" or (clause.closed_by == "," and bool(named))
    led = named[1:] if named and named[0].labels & _WHOSE else named
    return (
        heads
        and last
        and all(belongs(item) or (led is not named and not item.meanings) for item in led)
    )


def _says(item: Item) -> bool:
    """Whether a word may be what a person does before a colon: "my mate texted: 10k 41:20"."""
    return isinstance(item, Lexeme) and item.guess in ("verb", "past")


def _is_subject(clause: Clause, at: int) -> bool:
    """Whether the person at `at` is who runs; companions and those run for are not."""
    back = at - 1
    while back >= clause.start and belongs(clause.items[back]):
        if "subject" in clause.items[back].meanings:
            return False
        back -= 1
    if (
        is_whose_place(clause, back, at)
        or is_out_of_the_way(clause, at)
        or comes_upon_the_author(clause, at)
        or is_no_runner(clause, at)
    ):
        return False
    taken = clause.items[at].labels & _PET and not clause.has("run_past")
    if back >= clause.start and taken and not is_anothers_pet(clause, back, at):
        return False  # "took the dog out for 5k"
    if back >= clause.start and clause.items[back].labels & _WALKED:
        return False  # "walked the dog 2 miles"
    if back > clause.start and (is_led_along(clause, back, at) or is_followed(clause, back, at)):
        return False
    if back >= clause.start and not _NO_SUBJECT.isdisjoint(clause.items[back].meanings):
        return _goes_on_with_another(clause, back, at)
    if back + 1 == at - 1 and "split_first" in clause.items[at - 1].meanings:
        return False
    rest = clause.items[at + 1 : clause.end]
    rest = behind_its_number(rest) if back >= clause.start else rest
    verb = next((n for n, item in enumerate(rest) if item.meanings.keys() & {*_VERBS}), len(rest))
    if verb < len(rest) and "i_run" in rest[verb].meanings:
        return False  # "my daughter says I run like a penguin"
    joint = clause.has("subject") and clause.place("subject") <= at + verb + 1
    if joint or clause.place("run_past") < at:
        return False
    whose = "third_person_whose" in clause.items[at].meanings  # "her two collies"
    return any(
        may_be_of_their_run(rest, at, whose=whose) or item.meanings.keys() & {*_RUNS}
        for at, item in enumerate(rest)
    )


def _goes_on_with_another(clause: Clause, back: int, at: int) -> bool:
    """Whether "and my" at `back` joins nobody to the author: "lovely day, and my son ran 10k"."""
    if not clause.items[back].labels & _AND_MY or clause.has("subject") or at + 1 >= clause.end:
        return False
    if not clause.items[at + 1].labels & _RUNS_AS_VERB or not clause.quantities(Measure.DISTANCE):
        return False
    led = clause.items[clause.start : back]
    if not all(_is_somebody(item) or item.labels & _WHOSE for item in led):
        return False
    return clause.opening or not any(i.labels & _SOMEBODY for i in clause.items[: clause.start])


def _owned(clause: Clause) -> bool:
    """Whether a distance is somebody's: "5 km de ma fille", "my daughter's first 5k"."""
    for at in range(clause.start, clause.end):
        item = clause.items[at]
        if not is_distance(item):
            continue
        behind, before = at + 1, at - 1
        if behind < clause.end and "of" in clause.items[behind].meanings:
            behind += 1
            while behind < clause.end - 1 and belongs(clause.items[behind]):
                behind += 1
            if _is_somebody(clause.items[min(behind, clause.end - 1)]):
                return True
        while before > clause.start and not _COUNTING.isdisjoint(clause.items[before].meanings):
            before -= 1
        named = "said" in item.meanings
        if before >= clause.start and _is_of_kin(clause, before):
            return True
        if before >= clause.start and _is_a_town(clause, before):
            continue
        if before >= clause.start and _owns(clause.items[before], named=named):
            return not (named and before and "ordinal" in clause.items[before - 1].meanings)
    return False


def _is_a_town(clause: Clause, at: int) -> bool:
    """Whether "in" leads to a word that only ends like an owner's name: German "in Wels 21,1 km"."""
    led = at > clause.start and clause.items[at - 1].labels & _IN
    return bool(led) and is_a_named_owner(clause.items[at]) and "'" not in clause.items[at].text


def _is_of_kin(clause: Clause, at: int) -> bool:
    """Whether it opens with whose it is, without the apostrophe: "dads parkrun", but "out with my sisters 5k"."""
    if not clause.items[at].labels & _KIN_OF:
        return False
    led = clause.items[clause.start : at]
    return not led or (len(led) == 1 and led[0].labels & _I != 0)


def _owns(item: Item, *, named: bool) -> bool:
    """Whether it says whose: "my daughter's", "Lisas"; before a named distance it may be a place's."""
    return "owner" in item.meanings or (not named and is_a_named_owner(item))


def is_a_named_owner(item: Item) -> bool:
    """Whether an unknown word with its capital reads as whose something is: "Wilf's", "Lisas"."""
    return isinstance(item, Lexeme) and item.capital and item.guess == "owner"


def _is_somebody(item: Item) -> bool:
    return "person" in item.meanings or is_known_name(item)


def is_name(item: Item) -> bool:
    """Whether it may be somebody's name: a known one, or an unknown word; both with a capital."""
    if not isinstance(item, Lexeme) or item.shape is not Shape.WORD or not item.capital:
        return False
    return not item.meanings or "name" in item.meanings


def is_known_name(item: Item) -> bool:
    """Whether it is a known name with its capital."""
    return "name" in item.meanings and is_name(item)


def is_only_a_name(item: Item) -> bool:
    """Whether a word is a known name and nothing else, as whoever writes no capitals writes it."""
    return item.meanings.keys() == _ONLY_A_NAME


def _named_runner(clause: Clause, at: int) -> bool:
    """Whether a name stands right before a verb: "Tom ran", "<@5> did"."""
    item, following = clause.items[at], clause.items[at + 1]
    if not isinstance(item, Lexeme):  # "12 of us did the 10k"
        return "of_us" in item.meanings and "person_verb" in following.meanings
    if item.guess == "adverb":
        return False  # "Accidentally ran 21k"
    helping = "auxiliary" in following.meanings and "person_verb" not in following.meanings
    beside = at == clause.start and "neutral" in following.meanings  # "Dave from work did"
    if at + 3 < clause.end and following.labels & _AT and clause.items[at + 2].labels & NUMBERS:
        following = clause.items[at + 3]  # "Mo at 58 does"
    elif (helping or beside) and at + 2 < clause.end:  # "Tom just ran"
        following = clause.items[at + 2]
    if "person_verb" not in following.meanings or clause.place("subject") < at:
        return False
    called = at and clause.items[at - 1].text == "@"
    if called and (does_the_authors(clause, at + 2) or is_spoken_to(clause.items, at + 2)):
        return False
    if item.shape is Shape.MENTION:
        return True
    if at > clause.start and is_known_name(clause.items[at - 1]) and item.capital:
        return "subject" not in item.meanings  # "Jeff Galloway did"
    return is_name(item) or is_only_a_name(item)
