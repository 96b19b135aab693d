"""The bars by which a wording decides with grammar, each with a wording of one word."""

from datetime import UTC, datetime

import pytest

from bot.runs.parse import explain, parse
from bot.runs.parse.evidence import heeding, pairs
from bot.runs.parse.evidence.heeding import heed, reconsider
from bot.runs.parse.evidence.verdict import Verdict
from bot.runs.parse.evidence.wording import WORDINGS, Wording
from bot.runs.parse.figures.quantities import Quantity
from bot.runs.parse.posts.draft import Draft

NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)
SETTLED = ("walk", "volunteer", "absurd", "date", "figure", "pace", "unit", "period")
ITEMS = explain("8k zebra", now=NOW).items
JOG = explain("zebra jog", now=NOW).items


def wording(whole, words=None):
    """One that weighs "8k zebra" as `whole`, of which `words` are of its word alone."""
    words = whole if words is None else words
    return Wording([f"{whole - words}\tbias", f"{words}\tword\tzebra"])


def heeded(verdict, whole, words=None):
    heed(verdict, ITEMS, wording(whole, words))
    return verdict.logs


def pair(text, seconds):
    """The draft of a distance that opens a text and a time that ends it, and what stands there."""
    items = explain(text, now=NOW).items
    at = [at for at, item in enumerate(items) if isinstance(item, Quantity)]
    far, time = items[at[0]], items[at[-1]]
    draft = Draft(distance=far.value, unit=far.unit, times=[time], duration=seconds)
    draft.first, draft.last = at[0], at[-1]
    return [draft], items


def logged(confidence):
    return Verdict(confidence=confidence, evidence=[("told", confidence)])


def paired(reason, items, worded, drafts):
    return pairs.trust_a_pair(Verdict(reason=reason), items, worded, drafts)


def doubted(reason):
    verdict = logged(0.9)
    verdict.doubt("doubt", reason)
    return verdict


def test_little_evidence_is_stopped_sooner_than_much():
    """What grammar is sure of needs a wording that is much less like a run's."""
    between = (heeding.STOPS_A_WEAK + heeding.STOPS_ANY) / 2
    assert not heeded(logged(0.7), between)
    assert heeded(logged(0.95), between)
    assert not heeded(logged(0.95), heeding.STOPS_ANY - 0.1)
    assert heeded(logged(0.7), heeding.STOPS_A_WEAK)


def test_words_that_speak_for_a_run_are_stopped_by_no_figures():
    """However odd the figures stand."""
    assert heeded(logged(0.7), -6.0, words=2.0)
    assert not heeded(logged(0.7), -6.0, words=1.9)


def test_what_lacks_a_sign_is_freed_sooner_than_what_is_doubted():
    """A reason against a run needs more to be undone."""
    lacking = Verdict(confidence=0.5, reason="doubtful", evidence=[("a distance", 0.5)])
    assert heeded(lacking, heeding.FREES_A_LACKING)
    assert not heeded(doubted("plan"), heeding.FREES_A_LACKING)
    assert heeded(doubted("plan"), heeding.FREES_A_DOUBTED)


def test_figures_alone_free_nothing():
    """The words have to speak for a run, too."""
    assert not heeded(doubted("plan"), 5.0, words=0.0)
    assert reconsider("question", ITEMS, wording(5.0, words=0.0)) is None


@pytest.mark.parametrize(
    "reason",
    [*SETTLED, "other_person", "other_sport", "goal", "hypothetical"],
)
def test_some_doubts_no_wording_lifts(reason):
    """Those about the figures, about what was done and about whose figures they are."""
    assert not heeded(doubted(reason), 9.0)


@pytest.mark.parametrize(
    "reason", ["walk", "volunteer", "absurd", "date", "pace", "unit", "period"]
)
def test_some_refusals_stay(reason):
    """Not even a question is asked."""
    assert reconsider(reason, ITEMS, wording(9.0)) is None


def test_a_refused_post_is_asked_about_before_it_is_logged():
    """The likelier, the bolder; asked about it is doubtful, whatever refused it."""
    asked = reconsider("question", ITEMS, wording(heeding.ASKS_OF_A_REFUSED))
    assert (asked.logs, asked.reason) == (False, "doubtful")
    assert reconsider("question", ITEMS, wording(heeding.FREES_A_REFUSED)).logs
    assert reconsider("question", ITEMS, wording(heeding.ASKS_OF_A_REFUSED - 0.1)) is None


@pytest.mark.parametrize("reason", ["other_person", "plan", "past", "hypothetical"])
def test_what_may_not_be_over_or_not_ones_own_is_asked_about_at_most(reason):
    """Others' runs and those to come are told in the very words of runs."""
    assert reconsider(reason, ITEMS, wording(heeding.FREES_A_REFUSED - 0.1)) is None
    assert not reconsider(reason, ITEMS, wording(9.0)).logs


def freed_from(items, reason="nothing", *, opens=False):
    """The lowest of some odds from which on such a post is asked about, and logged."""
    bars = (heeding.ASKS_OF_NOTHING, heeding.FREES_A_LACKING, heeding.FREES_A_DOUBTED)
    ladder = (*bars, heeding.ASKS_OF_A_REFUSED, heeding.FREES_A_REFUSED)
    found = [reconsider(reason, items, wording(odds, 1.0), opens=opens) for odds in ladder]
    asks = next(odds for odds, one in zip(ladder, found, strict=True) if one is not None)
    return asks, next(
        (odds for odds, one in zip(ladder, found, strict=True) if one and one.logs), None
    )


def test_a_run_named_without_figures_only_lacks_a_sign():
    """Where grammar finds nothing against it; other words need more, and so do figures that came to nothing."""
    lacking, doubted = heeding.FREES_A_LACKING, heeding.FREES_A_DOUBTED
    refused = (heeding.ASKS_OF_A_REFUSED, heeding.FREES_A_REFUSED)
    assert freed_from(JOG) == (heeding.ASKS_OF_NOTHING, lacking)
    for text in ("zebra", "ran with zebra", "jog with 3 of us, zebra"):
        assert freed_from(explain(text, now=NOW).items) == (heeding.ASKS_OF_NOTHING, doubted)
    for text in ("zebra jog, 33", "the zebra mile"):
        assert freed_from(explain(text, now=NOW).items) == refused


def test_what_stands_behind_a_run_refuses_it_less():
    """What may be ahead or of others is asked about a little later, and logged as a doubted one is."""
    asks, lacking, doubted = (
        heeding.ASKS_OF_NOTHING,
        heeding.FREES_A_LACKING,
        heeding.FREES_A_DOUBTED,
    )
    assert freed_from(JOG, "travel", opens=True) == (asks, lacking)
    assert freed_from(JOG, "plan", opens=True) == (lacking, doubted)
    assert freed_from(JOG, "plan") == (heeding.FREES_A_REFUSED, None)


BY_A_CLOCK = pair("8k zebra in 44:10", 2650)
IN_MINUTES = pair("8k zebra in 44 min", 2640)


@pytest.mark.parametrize(
    ("reason", "told", "bar"),
    [
        ("question", BY_A_CLOCK, pairs.BY_A_CLOCK),
        ("goal", BY_A_CLOCK, pairs.BY_A_CLOCK),
        ("volunteer", BY_A_CLOCK, pairs.BY_A_CLOCK),
        ("hypothetical", IN_MINUTES, pairs.ROUGHLY),
        ("plan", BY_A_CLOCK, pairs.ROUGHLY),
        ("other_person", BY_A_CLOCK, pairs.ANYBODYS),
    ],
)
def test_a_distance_with_its_time_needs_no_words(reason, told, bar):
    """Such figures are of runs, however little the words add; what is rough, planned or another's needs more."""
    drafts, items = told
    assert not paired(reason, items, wording(bar - 0.1, 0.0), drafts)
    assert paired(reason, items, wording(bar, 0.0), drafts)
    verdict = doubted(reason)
    heed(verdict, items, wording(bar, -1.0), drafts)
    assert verdict.logs is (reason != "plan"), (
        "what is doubted to be over is doubted for its figures"
    )


@pytest.mark.parametrize(
    "reason", [*sorted({*SETTLED} - {"volunteer"}), "travel", "reply", "total"]
)
def test_what_a_walk_or_a_ride_has_as_well_frees_none(reason):
    """Nor does what cannot be."""
    drafts, items = BY_A_CLOCK
    assert not paired(reason, items, wording(9.0), drafts)


@pytest.mark.parametrize(
    "text",
    [
        "8k zebra in 50:00 or 44:10",
        "8k zebra, made it 9 in 44:10",
        "8k zebra, made it 9k in 44:10",
    ],
)
def test_a_distance_whose_time_is_not_sure_frees_nothing(text):
    """Where two times fit it, or another figure stands between."""
    drafts, items = pair(text, 2650)
    assert not paired("question", items, wording(9.0), drafts)


def test_minutes_beside_a_question_are_no_answer():
    """They are asked about as often as they are told."""
    drafts, items = IN_MINUTES
    assert not paired("question", items, wording(9.0), drafts)


@pytest.fixture
def all_worded(monkeypatch):
    """A wording to which any post is that of a run."""
    monkeypatch.setattr(
        "bot.runs.parse.evidence.wording.Worded.words", property(lambda self: self.odds)
    )
    monkeypatch.setitem(WORDINGS, "en", Wording(["9.0\tbias"]))


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("who fancies an easy 6k tomorrow, lovely out", 20),
        ("who fancies a 6k tonight, lovely out", 9),
        ("who fancies a 6k this morning, lovely out", 6),
    ],
)
def test_what_may_lie_ahead_by_day_or_hour_stays_refused(all_worded, text, hour):
    """However it is worded; told when it is over it is asked about or logged."""
    assert not parse(text, now=NOW.replace(hour=hour)).runs


def test_a_refused_post_is_read_once_more_as_of_a_run(all_worded):
    """Its figures are those of the run, as grammar puts them together."""
    reading = parse("why did I run 8k in 44:10, 90 m up", now=NOW)
    assert reading.is_run
    assert (reading.runs[0].distance_m, reading.runs[0].duration_s) == (8000, 2650)


def test_a_ride_stays_none_by_its_speed(all_worded):
    """A time that fits no run of that distance makes none of a refused post."""
    assert parse("30k on the cycle path in 1:10:00", now=NOW).runs == ()


def test_a_refused_post_without_a_figure_is_a_run_without_any(all_worded):
    """If nothing in it is measured that may be of another matter."""
    assert parse("why did I go running, lovely though", now=NOW).is_run


def test_what_grammar_takes_for_later_today_is_freed_by_no_wording(all_worded):
    """Said at breakfast it is to come, said at night it is over."""
    assert not parse("10k tonight", now=NOW.replace(hour=9)).is_run
    assert parse("10k tonight", now=NOW.replace(hour=22)).is_run


def test_a_figure_that_comes_to_no_run_leaves_a_refused_post_refused(all_worded):
    """It is no run without figures either: nobody ran minus five kilometres."""
    assert parse("who ran -5 km, lovely", now=NOW).runs == ()


@pytest.mark.parametrize(
    ("run", "none"),
    [
        (
            "soggy jog with Ana, car seat will never recover",
            "car seat will never recover, soggy jog",
        ),
        ("club jog, we were soaked, some tonight as well", "club jog tonight, some rain"),
    ],
)
def test_what_opens_with_a_run_and_is_not_for_tonight_is_one(all_worded, run, none):
    """What is told behind it is a remark, and an evening without a word of what was may be to come."""
    assert parse(run, now=NOW).is_run
    assert not parse(none, now=NOW).is_run


def test_a_distance_with_its_time_outweighs_what_stands_beside(all_worded):
    """A question, a wish or a joke; not a day ahead."""
    assert parse("why would anybody do so. 8k and 44:10 of it", now=NOW).is_run
    assert not parse("why would anybody do so. 8k and 44:10 of it tomorrow", now=NOW).runs


def test_a_refused_distance_with_its_time_needs_no_words(monkeypatch):
    """It is logged by a clock where nothing but its figures looks like a run, and no distance alone is."""
    monkeypatch.setitem(WORDINGS, "en", Wording([f"{pairs.BY_A_CLOCK}\tbias"]))
    assert parse("who wants cake, 8k 44:10", now=NOW).is_run
    for other in ("who wants cake, 8k 44 min", "who wants cake, 8k", "nice one Kev, 8k 44:10"):
        assert not parse(other, now=NOW).is_run
