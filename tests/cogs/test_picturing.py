"""What a challenge's picture shows, for every kind and at every time of its life."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot import texts
from bot.challenges.kinds import KINDS, kind_named
from bot.challenges.model import Challenge, Charity, Rules, Shown, Standing
from bot.challenges.progress import progress_of
from bot.challenges.routes import ROUTES
from cogs.challenges import picturing

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
RULES = {
    "together": Rules(goal=100_000, everyone=True),
    "each": Rules(goal=50_000),
    "baseline": Rules(),
    "weeks": Rules(goal=4),
    "teams": Rules(teams=("Foxes", "Owls")),
    "journey": Rules(route=ROUTES["camino"], everyone=True),
    "charity": Rules(charity=Charity("Trees", "km", 50, "€", ("Bakery",), 10_000), everyone=True),
    "most": Rules(),
}
PHASES = ("draft", "announced", "running", "ended", "closed", "cancelled")


def shown(kind, *brought, phase="running", **changes):
    """A challenge of that kind in which members brought so much, each in the first team."""
    rules = kind_named(kind).completed(RULES[kind])
    challenge = Challenge(1, 1, changes.get("name", "Autumn"), kind, FIRST, LAST, rules, "live")
    rows = [
        Standing(number, True, 1, counted, counted, 10_000, 10_000)
        for number, counted in enumerate(brought)
    ]
    progress, zone = progress_of(challenge, rows), ZoneInfo("Europe/Berlin")
    return Shown(challenge, phase, progress, "km", zone, date(2026, 11, 20))


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_picture(kind, phase):
    """From the draft on, with nobody and with many; its words tell all of it and fit."""
    for brought in ((), (3_000,), (60_000, 3_000)):
        drawn = picturing.card(shown(kind, *brought, phase=phase))
        told = picturing.alt(drawn)
        assert drawn.title in told and drawn.value in told and drawn.time_left in told
        assert len(told) <= picturing.ALT_LIMIT and "{" not in told


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_words(kind):
    """Whoever adds a kind is told which sentences it wants."""
    known = texts.sentences(texts.ENGLISH)
    for key in (f"challenge_cards.picture_{kind}", f"challenge_panel.kind_{kind}"):
        assert key in known
    assert f"challenge_panel.kind_{kind}_about" in known


def test_a_picture_is_known_by_what_it_shows():
    """The same figures are the same picture on another day, and a metre more is another one."""
    one = picturing.card(shown("together", 5_000, 5_000))
    again = picturing.card(shown("together", 5_000, 5_000))
    more = picturing.card(shown("together", 5_000, 6_000))
    assert picturing.key(one) == picturing.key(again) != picturing.key(more)


def test_figures_of_the_picture():
    """A bar for a total, one a team beside the best, a share of the way, and a mean for personal goals."""
    assert picturing.card(shown("together", 30_000, 10_000)).progress == 0.4
    assert picturing.card(shown("most", 30_000, 10_000)).progress is None
    assert picturing.card(shown("charity", 100_000, 0)).progress == 0.5
    assert picturing.card(shown("each", 50_000, 0)).value == "50\N{NO-BREAK SPACE}%"
    journey = picturing.card(shown("journey", 77_500, 0)).journey
    assert journey.share == 0.1 and journey.stops[-1].share == 1
    assert [team.share for team in picturing.card(shown("teams", 4_000, 0)).teams] == [1, 0]


def test_a_name_is_drawn_as_it_was_typed():
    """On a picture nothing pings or formats; lines become one."""
    drawn = picturing.card(shown("together", name="**Win** @everyone\nnow"))
    assert drawn.title == "**Win** @everyone now"
