"""How a post is worded decides together with what grammar reads of it."""

from importlib.resources import files

import pytest

from bot.runs.parse import explain
from bot.runs.parse.evidence.wording import KINDS, WORDINGS, spelled, traits
from bot.runs.parse.words.tongue import TONGUES
from tests.runs.parse.scores import NOW

FILES = list(files("bot.runs.parse").joinpath("wordings").iterdir())

GIVEN_BY_CODE = {
    *("count", "date", "day_number", "hour", "junk", "lesson", "of_something", "price", "said"),
    *("unknown", "vague", "year"),
}
"""Labels that no language file gives."""


def odds(text):
    return WORDINGS["en"].weigh(explain(text, now=NOW).items).odds


def test_what_is_worded_as_a_run_is_likelier_one_than_what_is_not():
    """The same figure beside what runners say and beside what others say."""
    assert odds("40 mins, legs like lead, glad I went") > odds("40 mins late, the bus never came")
    assert odds("5k before work, still dark") > odds("the 5k starts at the bandstand")


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("34 min down by the docks, gulls, rain, happy", True),
        ("34 min down at the docks for a parcel", False),
        ("7k for me tomorrow", False),
        ("8k in 44:10 by my daughter", False),
        ("10k run, £40 to get in", False),
        ("5k in vouchers, needed that", False),
        ("6k in the car. Home by dark, glad I went", False),
    ],
)
def test_wording_frees_what_only_lacked_a_sign(read, text, is_run):
    """Too little that speaks for a run is made up by the words; a reason against it is not."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("Three miles, 27:30, and who talked the entire way? Unfair", 4828, 1650),
        ("paid £32 for a 10k and ran it in 53:17", 10_000, 3197),
        ("lost a glove on my 8k last night", 8000, None),
    ],
)
def test_what_grammar_doubts_or_refuses_is_logged_where_it_is_worded_as_runs_are(
    read, text, metres, seconds
):
    """A question, a price or a loss beside a run takes nothing away from it."""
    reading = read(text)
    assert reading.is_run
    assert (reading.runs[0].distance_m, reading.runs[0].duration_s) == (metres, seconds)


@pytest.mark.parametrize(
    ("text", "days", "metres"),
    [
        ("45 min tempo Thursday. Hill loop.", [-6], [None]),
        ("10K sat, 5K mon, both easy", [-4, -2], [10_000, 5000]),
        ("5k before work, 3k after", [None, None], [5000, 3000]),
    ],
)
def test_days_that_may_lie_ahead_and_several_runs_are_logged_where_the_words_tell_that_they_are_over(
    read, text, days, metres
):
    """Grammar cannot tell a log from a plan there; how they are worded can."""
    reading = read(text)
    assert reading.is_run
    assert [run.date_offset_days for run in reading.runs] == days
    assert [run.distance_m for run in reading.runs] == metres


@pytest.mark.parametrize(
    "text",
    [
        "5k 19:40, not me",
        "5k in 24:58, would you believe it, my 12 year old",
        "My husband finished couch to 5k! Ran the whole 5k in 33:10",
    ],
)
def test_figures_alone_undo_no_refusal(read, text):
    """As much as a distance and its time look like a run, the words have to speak for one, too."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "Los 10 del jueves (51:11) los subí tarde, ahora sí",
        "49:58!!! eindelijk onder de 50 op de tien, ik ga stuk maar wat ben ik blij",
        "sista riktigt långa inför Valencia i söndags: 28 km, 2:41:00",
        "quarante minutes à la frontale dans les vignes, pas un chat",
    ],
)
def test_what_is_worded_as_runs_are_counts_in_any_language(read, text):
    """What labels and figures tell of a run was learned from English, and holds elsewhere."""
    assert read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "600 kr för 10 km i startavgift, är dom dumma",
        "Verkoop: Hoka Clifton 9 maat 41, 60 km gelopen, €70",
        "ai campionati il vincitore ha chiuso i 5000 in 13:55 doppiando mezzo mondo",
        "Kipchoge hält Interviews länger als ich 5 km laufe",
    ],
)
def test_what_is_worded_as_other_matters_counts_in_no_language(read, text):
    """Prices, sales and champions are told in other words than one's own runs."""
    assert not read(text).is_run


def test_a_language_without_a_file_of_its_own_has_the_common_wording():
    """So a ninth one is read by what labels and figures tell in the others."""
    assert WORDINGS["no"] is WORDINGS["common"]
    assert WORDINGS["en"] is not WORDINGS["common"]


def test_wording_stops_what_hardly_spoke_for_a_run(read):
    """A verb of running and a figure are told of much else; where more is told, no wording undoes it."""
    assert not read("lol i ran from the cops in gta for 40 min").is_run
    assert read("lol i ran round the park for 40 min").is_run
    assert read("10k in 52:10, then gta with the cops all night").is_run


def test_the_evidence_says_that_the_wording_decided():
    """Whoever asks why a post was read so finds it there."""
    evidence = [what for what, _ in explain("55 mins, legs heavy", now=NOW).evidence]
    assert evidence[-1].startswith("worded as runs are: ")
    assert "legs" in evidence[-1]


def told(text):
    """The traits of a post as the file spells them."""
    every = traits(explain(text, now=NOW).items)
    return [" ".join([kind, *spelled(parts)]) for kind, parts in every]


def test_each_trait_of_a_post_is_told_once():
    """So that no word counts twice because it is said twice."""
    every = told("ran and ran and ran 5k, then 5k")
    assert len(every) == len(set(every))
    assert {one.split(" ")[0] for one in every} <= set(KINDS)


@pytest.mark.parametrize(
    "text",
    ["hey all! 5k, windy", "5k, windy :)", "- 5k, windy 🙌🙌", "- [x] 5k, windy", "5k, windy lol"],
)
def test_manners_weigh_nothing(text):
    """A greeting before a post and a smile behind it leave it worded as it was."""
    assert set(told(text)) == set(told("5k, windy"))


def test_figures_alone_free_nothing(read):
    """However surely they lead a post as those of runs do, the words have to speak for one, too."""
    assert not read("mile time trial wed, last yr I ran 5:49. not happening with this knee").is_run


def test_wording_undoes_no_run_that_much_speaks_for(read):
    """As odd as it is told."""
    assert read("6km beach walk that turned into a run after Tui nicked a kid's frisbee").is_run


def test_who_is_named_weighs_nothing():
    """Runners with the names of those in the labelled posts are read as all others."""
    assert "word #name" in told("8k with Sarah, windy")
    assert not any("sarah" in one for one in told("8k with Sarah, windy"))


def test_a_day_ahead_is_told_from_one_that_is_over():
    """A run of tomorrow is worded as one of yesterday but for its day."""
    assert "word #ahead" in told("5k tomorrow")
    assert "word #day" in told("5k yesterday")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_each_label_that_is_weighed_is_known(file):
    """A label that is renamed or goes is learned anew, or its weight would never count."""
    known = {label for tongue in TONGUES for _, meanings in tongue.entries() for label in meanings}
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]
    weighed = {row[-1] for row in rows if row[1] in ("label", "meaning", "near")}
    read = {one for one in weighed if one.startswith(("shape.", "guess.", "measured."))}
    assert weighed - read - GIVEN_BY_CODE <= known


def test_the_order_of_traits_changes_no_sum():
    """Hundredths are added, so that a post at a bar is read alike after each start."""
    worded = WORDINGS["en"].weigh(explain("10k in 51:00. send help", now=NOW).items)
    turned = worded._replace(weights=worded.weights[::-1])
    assert turned.words == worded.words
    assert worded.odds == sum(weight.hundredths for weight in turned.weights) / 100


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_each_weight_stands_once_in_its_place(file):
    """By kind, then from what speaks most for a run to what speaks most against it."""
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]
    assert len({tuple(row[1:]) for row in rows}) == len(rows)
    order = [(KINDS.index(kind), -float(weight)) for weight, kind, *_ in rows]
    assert order == sorted(order)
