"""The cards that the tests draw, and the command that draws their golden pictures anew:

    python -m tests.render.samples

Look at each of them, also 400 pixels wide, before you commit it.
"""

from datetime import date, timedelta
from pathlib import Path
from random import Random

from bot.render.cards import png
from bot.render.model import Bar, Best, Calendar, Chart, Figure, Progress, StatsCard

GOLDEN = Path(__file__).parent / "golden"


def calendar(weeks, first, title=""):
    """A calendar of somebody who runs three times a week."""
    chance = Random(4)
    usual = (None,) * 9 + (0, 3000, 5000, 5000, 8000, 10000, 12000, 21097)
    return Calendar(title, first, tuple(chance.choice(usual) for _ in range(7 * weeks - 3)))


def weeks(count, title="Kilometres a week", top="most 41.3 km"):
    """A chart of so many weeks."""
    chance = Random(4)
    days = (date(2026, 8, 10) + timedelta(weeks=week) for week in range(count))
    bars = (Bar(f"{day.day} {day:%b}", chance.randrange(42_000)) for day in days)
    return Chart(title, tuple(bars), top)


STATS = StatsCard(
    name="Ana Sofia Lindqvist 🏃🏽‍♀️",
    period="All time",
    figures=(
        Figure("1,284 km", "distance"),
        Figure("187", "runs"),
        Figure("121 h", "on the road"),
        Figure("164", "active days"),
    ),
    calendar=calendar(26, date(2026, 6, 1), "The last 26 weeks"),
    chart=weeks(16),
    bests_title="Bests",
    bests=(
        Best("1 km", "4:12", "3 Jul"),
        Best("1 mile", "6:58", "3 Jul"),
        Best("5 km", "24:30", "14 May"),
        Best("10 km", "51:08", "22 Sep 2025"),
        Best("Half", "1:54:41", "4 Oct"),
        Best("Marathon", "4:12:33", "19 Apr"),
    ),
    streak=Figure("9 weeks", "Weekly streak"),
    milestone=Progress("Next: 200 runs", 0.935, "13 to go"),
)
NOTHING_YET = StatsCard(
    name="Bo",
    period="This week",
    figures=(Figure("0 km", "distance"), Figure("0", "runs")),
    calendar=Calendar("The last 26 weeks", date(2026, 6, 1), (None,) * 180),
    chart=Chart("Kilometres a week", tuple(Bar(f"{day} Nov", 0) for day in range(2, 24, 7))),
)

CARDS = {"stats": STATS, "stats_nothing_yet": NOTHING_YET}


def main() -> None:
    """Draw all golden pictures anew."""
    GOLDEN.mkdir(exist_ok=True)
    for name, card in CARDS.items():
        (GOLDEN / f"{name}.png").write_bytes(png(card))


if __name__ == "__main__":
    main()
