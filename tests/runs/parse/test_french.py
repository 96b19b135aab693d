"""What French alone asks of the reader of posts beside its figures: whose run it was, and what is over."""

import pytest

from bot.runs.parse import Reading, parse
from tests.runs.parse.scores import NOW


def _read(post: str) -> Reading:
    return parse(post, now=NOW)


@pytest.mark.parametrize(
    "post",
    [
        "le 10 000 de ma nièce hier : 36'50 !!! elle a 17 ans",
        "le marathon de Paris de ma sœur : 4h12",
        "le footing de ma femme : 8 km",
    ],
)
def test_a_run_is_of_whom_stands_behind_it(post: str) -> None:
    """What "de ma sœur" stands behind was run by her."""
    assert not _read(post).is_run


@pytest.mark.parametrize(
    "post",
    [
        "10 km au rythme de ma copine, nickel",
        "7 km avec le chien de ma sœur",
        "hier 8 km du côté de chez ma mère",
    ],
)
def test_a_run_beside_somebodys_place_is_ones_own(post: str) -> None:
    """Whose dog, pace or place it was makes no run somebody else's."""
    assert _read(post).is_run


def test_an_unknown_verb_of_the_past_looks_back() -> None:
    """A verb in "-ait" tells that a weekday is over, one in "-erait" that nothing was run."""
    assert _read("samedi 10 km, mes mollets criaient").runs[0].date_offset_days == -4
    assert not _read("samedi 10 km, on crierait victoire").is_run


def test_one_is_spoken_behind_a_decimal_point() -> None:
    """ "Huit virgule un" is 8.1, though "un" is an article as well."""
    assert _read("huit virgule un km ce matin").runs[0].distance_m == 8100
