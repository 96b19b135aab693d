"""How a post is worded decides where a figure stands nearly alone, and nowhere else."""

from importlib.resources import files

import pytest

from bot.runs.parse import explain
from bot.runs.parse.evidence.wording import KINDS, WORDINGS, traits
from bot.runs.parse.words.tongue import TONGUES
from tests.runs.parse.scores import NOW

LINES = (
    files("bot.runs.parse").joinpath("wordings", "en.tsv").read_text(encoding="utf-8").splitlines()
)


def odds(text):
    return WORDINGS["en"].odds(explain(text, now=NOW).items).whole


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


def test_a_run_without_figures_of_its_own_is_freed_by_no_words(read):
    """What is logged has its distance or its time."""
    for text in ("3 today @ 9:30, nets out, they won", "10k was the plan, 6 was the outcome"):
        assert not read(text).is_run


def test_wording_stops_what_hardly_spoke_for_a_run(read):
    """A verb of running and a figure are told of much else; where more is told, no wording undoes it."""
    assert not read("lol i ran from the cops in gta for 40 min").is_run
    assert read("lol i ran round the park for 40 min").is_run
    assert read("10k in 52:10, then gta with the cops all night").is_run


def test_the_evidence_says_that_the_wording_decided():
    """Whoever asks why a post was read so finds it there."""
    evidence = [what for what, _ in explain("55 mins, legs heavy", now=NOW).evidence]
    assert evidence[-1].startswith("worded as runs are: legs heavy")


def test_each_trait_of_a_post_is_told_once():
    """So that no word counts twice because it is said twice."""
    told = list(traits(explain("ran and ran and ran 5k, then 5k", now=NOW).items))
    assert len(told) == len(set(told))
    assert {kind for kind, _ in told} <= set(KINDS)


def test_figures_alone_free_nothing(read):
    """However surely they lead a post as those of runs do, the words have to speak for one, too."""
    assert not read("mile time trial wed, last yr I ran 5:49. not happening with this knee").is_run


def test_wording_undoes_no_run_that_much_speaks_for(read):
    """As odd as it is told."""
    assert read("6km beach walk that turned into a run after Tui nicked a kid's frisbee").is_run


def test_who_is_named_weighs_nothing():
    """Runners with the names of those in the labelled posts are read as all others."""
    told = [told for _, told in traits(explain("8k with Sarah, windy", now=NOW).items)]
    assert "#name" in told
    assert not any("sarah" in one for one in told)


def test_a_day_ahead_is_told_from_one_that_is_over():
    """A run of tomorrow is worded as one of yesterday but for its day."""
    ahead = dict.fromkeys(traits(explain("5k tomorrow", now=NOW).items))
    over = dict.fromkeys(traits(explain("5k yesterday", now=NOW).items))
    assert ("word", "#ahead") in ahead
    assert ("word", "#day") in over


def test_each_label_that_is_weighed_is_known():
    """A label that is renamed or goes is learned anew, or its weight would never count."""
    known = {label for tongue in TONGUES for _, meanings in tongue.entries() for label in meanings}
    weighed = {told for _, kind, told in (line.split("\t") for line in LINES) if kind == "label"}
    told_by_shape = {one for one in weighed if one.startswith(("shape.", "guess.", "unknown"))}
    assert weighed - told_by_shape <= known


def test_each_weight_stands_once_in_its_place():
    """By kind, then from what speaks most for a run to what speaks most against it."""
    rows = [line.split("\t") for line in LINES]
    assert len({(kind, told) for _, kind, told in rows}) == len(rows)
    order = [(KINDS.index(kind), -float(weight)) for weight, kind, _ in rows]
    assert order == sorted(order)
