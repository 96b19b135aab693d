"""Says why a post with figures had better be asked about than logged: the first reason that holds."""

from collections.abc import Sequence

from bot.runs.parse.draft import Draft
from bot.runs.parse.lexicon import Lexeme
from bot.runs.parse.pacing import fastest
from bot.runs.parse.people import is_name
from bot.runs.parse.post import Post
from bot.runs.parse.quantities import Item, Measure, Quantity
from bot.runs.parse.roles import Cast, Role
from bot.runs.parse.stances import Stance

_LONGEST_NAME = 8
"""Letters; what is longer is rather a German noun."""

_FAR = 170_000
_ROUND = frozenset(("route", "run_noun"))
_ARTICLES = frozenset(("article", "determiner"))
_DONE = frozenset(("run_past", "strong_did"))
_UNDATED = frozenset(("run_past", "strong_did", "times", "run_noun"))
_FELT = frozenset(("moods.positive", "moods.negative"))


def doubt_of(drafts: Sequence[Draft], stances: Sequence[Stance], post: Post) -> str | None:
    """The reason to ask about runs whose clauses have these stances, or None to log them."""
    if Stance.WALK in stances:
        return "walk"
    if any(draft.open_unit and not draft.unit for draft in drafts):
        return "unit"
    if any(_absurd(member) for member in post.cast) or _is_too_far(drafts):
        return "absurd"
    if _is_priced(drafts, post):
        return "announcement"
    if _is_headed_by_a_name(post) or _lists_names(post):
        return "other_person"
    if "run_past" not in post.labels and (_opens_with_an_hour(drafts, post) or _wishes_luck(post)):
        return "plan"
    if any(_broken_clock(member) for member in post.cast):
        return "figure"
    if any("bad_date" in member.quantity.meanings for member in post.cast):
        return "date"
    if Stance.SUM in stances or _is_counted_up(drafts, post) or _is_lone_total(drafts, post):
        return "period"
    if any(_too_fast(draft) or _contradicts(draft) for draft in drafts):
        return "pace"
    if len(drafts) > 1 and _only_listed(drafts, post):
        return "several"
    if "run_past" not in post.labels and _is_quoted(drafts, post):
        return "reply"
    first = drafts[0]
    if not _DONE.intersection(post.labels) and _is_a_time_to_run(post):
        return "goal"
    if first.duration is None and not post.labels & {"run_past", "strong_did"}:
        return "doubtful" if _is_mentioned(post, first) else _undone(post, first)
    return _unknown_verb(post, drafts)


def _is_counted_up(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether runs are counted beside a distance: "45 km, four runs"."""
    if any(draft.duration is not None or draft.pace is not None for draft in drafts):
        return False
    judged = zip(post.clauses, post.stances, strict=True)
    return any(stance is Stance.SUM and clause.has("sessions") for clause, stance in judged)


def _wishes_luck(post: Post) -> bool:
    """Whether it ends as one does before a race: "wish me luck"."""
    return any(clause.has("luck") for clause in post.clauses)


def _is_lone_total(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a total stands alone, of who knows how many runs: "day 9, 61 km in total"."""
    draft = drafts[0]
    if draft.duration is not None or draft.reps or {"run_past", "kinds"} & post.labels:
        return False
    told = [m for m in post.cast if m.role in (Role.TOTAL, Role.PART, Role.DISTANCE, Role.SPLIT)]
    return [member.role for member in told] == [Role.TOTAL]


def _opens_with_an_hour(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a post begins with a clock that is no time of a run: "18:45 at the fountain, 8 km"."""
    first = post.items[0]
    if not isinstance(first, Quantity) or first.measure is not Measure.CLOCK:
        return False
    return all(draft.duration not in first.options for draft in drafts)


def _is_headed_by_a_name(post: Post) -> bool:
    """Whether a post begins with what may be somebody's name: "Nico: 10 km in 48:12"."""
    first = post.clauses[0]
    head = first.items[first.start]
    if not isinstance(head, Lexeme) or "self" in post.labels or "run_past" in post.labels:
        return False
    if first.start == 0 and first.end == 1 and first.closed_by == ":":
        return _is_name(head)
    told = first.end > 1 and isinstance(first.items[1], Quantity)
    return told and is_name(head) and "name" in head.meanings


def _lists_names(post: Post) -> bool:
    """Whether names stand before times, as in results: "1. Tom 36:10, 2. Ana 38:22"."""
    named = 0
    for place, item in enumerate(post.items[1:]):
        head = post.items[place]
        if isinstance(item, Quantity) and item.measure is Measure.CLOCK:
            named += isinstance(head, Lexeme) and _is_name(head)
    return named > 1


def _is_name(word: Lexeme) -> bool:
    """Whether a word may be somebody's name: unknown, with a capital, and no long German noun."""
    return is_name(word) and (bool(word.meanings) or len(word.text) <= _LONGEST_NAME)


def _is_priced(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether distances are told with prices, and with no time and no word of having run them."""
    told = any(d.duration is not None or d.pace is not None for d in drafts)
    done = not post.labels.isdisjoint(("run_past", "strong_did"))
    return not (told or done) and any("price" in m.quantity.meanings for m in post.cast)


def _is_quoted(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether every figure stands in quotes, as words of somebody else do."""
    return all(post.clauses[number].closed_by == '"' for d in drafts for number in d.clauses)


def _is_a_time_to_run(post: Post) -> bool:
    """Whether a time only describes a distance: "12 seconds off a 45 min 10k"."""
    for at in range(1, len(post.items) - 1):
        time, distance = post.items[at], post.items[at + 1]
        if not isinstance(time, Quantity) or not isinstance(distance, Quantity):
            continue
        led = not _ARTICLES.isdisjoint(post.items[at - 1].meanings)
        if led and time.measure is Measure.DURATION and distance.measure is Measure.DISTANCE:
            return True
    return False


def _is_mentioned(post: Post, draft: Draft) -> bool:
    """Whether a distance is only spoken of: "my 10k", "the 5k loop", a warm-up without a main part."""
    if draft.distance is None or draft.pace is not None or draft.reps:
        return False
    alone = [member for member in post.cast if member.place in draft.places]
    if len(alone) == 1 and alone[0].role is Role.PART:
        return True
    if "tags.first" in post.labels or not min(draft.places):
        return False
    place = min(draft.places)
    lead = post.items[place - 1].meanings
    if "of" in lead and place > 2 and _ROUND.intersection(post.items[place - 2].meanings):
        return "determiner" in post.items[place - 3].meanings
    return "determiner" in lead and "article" not in lead


def _undone(post: Post, draft: Draft) -> str | None:
    """Nothing says that it is over: an hour or the name of a day may just as well lie ahead."""
    quantities = [item for item in post.own_items if isinstance(item, Quantity)]
    hours = (m for m in post.cast if m.role is Role.OTHER and m.quantity.measure is Measure.CLOCK)
    if any("hour" in quantity.meanings for quantity in quantities) or any(hours):
        return "plan"
    measured = draft.distance is not None and not draft.reps and not _is_round(draft)
    felt = not _FELT.isdisjoint(post.labels)
    if (
        draft.day is not None
        and not measured
        and not felt
        and any(_may_lie_ahead(quantity) for quantity in quantities)
    ):
        return "plan"
    return _unknown_verb(post, [draft])


def _is_round(draft: Draft) -> bool:
    """Whether a distance is of whole or half kilometres or miles, as plans are."""
    unit = draft.unit if draft.unit >= 1000 else 1000.0
    return abs((draft.distance or 0.0) / unit % 0.5) < 0.001


def _may_lie_ahead(day: Quantity) -> bool:
    """Whether a day is named by its weekday alone, which may be the next one as well."""
    return "weekday" in day.meanings and "over" not in day.meanings


def _is_unknown_verb(item: Item) -> bool:
    return isinstance(item, Lexeme) and item.guess == "verb"


def _unknown_verb(post: Post, drafts: Sequence[Draft]) -> str | None:
    """A verb that the language file does not know may be any sport ("paddleboarded 5k")."""
    if post.labels & {"run_past", "run_noun", "tags.parkrun"}:
        return None
    for draft in drafts:
        lead = post.items[min(draft.places) - 1] if min(draft.places) else None
        if isinstance(lead, Lexeme) and lead.guess == "verb":
            return "other_sport"
        behind = post.items[max(draft.places) + 1 : max(draft.places) + 3]
        if len(behind) == 2 and "of" in behind[0].meanings and _is_unknown_verb(behind[1]):
            return "other_sport"
    return None


def _absurd(member: Cast) -> bool:
    """Whether it is a distance of nothing or of more than a thousand kilometres."""
    denied = member.role is Role.DENIED or member.quantity.measure is not Measure.DISTANCE
    return not denied and not 0 < member.quantity.value <= 1_000_000


def _is_too_far(drafts: Sequence[Draft]) -> bool:
    """Whether somebody would have run further than almost anybody does at once, and no time is told."""
    return any((draft.distance or 0) > _FAR and draft.duration is None for draft in drafts)


def _broken_clock(member: Cast) -> bool:
    """Whether it looks like a time but is none: 61:61."""
    return "junk" in member.quantity.meanings and member.quantity.text.count(":") == 1


def _too_fast(draft: Draft) -> bool:
    """Whether nobody runs so fast, or no reading of its time fits the distance."""
    if draft.distance and draft.times and draft.duration is None and draft.pace is None:
        return True
    return bool(
        draft.distance
        and draft.duration
        and draft.distance >= 1000
        and draft.duration * 1000 / draft.distance < fastest(draft.distance)
    )


def _contradicts(draft: Draft) -> bool:
    """Whether the pace told is another than that of the time: "18:30 at the fountain, 8 km at 6:00"."""
    if not draft.distance or not draft.duration or not draft.pace or draft.distance < 1000:
        return False
    return not 0.6 <= draft.duration * 1000 / draft.distance / draft.pace <= 1.7


def _only_listed(drafts: Sequence[Draft], post: Post) -> bool:
    """Several distances of which nothing tells them apart, or only minutes: "5k in 28, 10k in 60"."""
    if any(draft.day is not None for draft in drafts) or not _UNDATED.isdisjoint(post.labels):
        return all(d.duration is None and d.pace is None and d.day is None for d in drafts)
    clocks = (time for d in drafts for time in d.times if time.measure is Measure.CLOCK)
    return not any(clocks) and all(draft.pace is None for draft in drafts)
