"""The cards that the tests draw, and the command that draws their golden pictures anew:

    python -m tests.render.samples

Look at each of them, also 400 pixels wide, before you commit it.
"""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bot.render.cards import png
from bot.render.model import (
    Bar,
    Best,
    Calendar,
    ChallengeCard,
    Chart,
    Figure,
    Journey,
    Progress,
    RecapCard,
    StatsCard,
    Stop,
    YearCard,
)

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

DAYS = tuple(
    Bar(day, metres)
    for day, metres in zip(
        ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        (31_200, 42_800, 58_300, 37_400, 12_000, 64_900, 96_300),
        strict=True,
    )
)
RECAP = RecapCard(
    club="Riverside Runners",
    week="16 – 22 November 2026",
    total=Figure("342.9 km", "together this week"),
    figures=(Figure("54", "runs"), Figure("23", "people who moved"), Figure("118", "kudos")),
    days=Chart("Day by day", DAYS, "Sunday 96.3 km"),
    highlights=(
        "Ana ran her first half marathon",
        "Ben, Chloé and Деян ran farther than ever before",
        "Three new faces: Mia, Yusuf and 陽子",
        "The long way round the lake: nine people, one dog 🐕, and rain from the first to the last step",
    ),
    challenges=(
        Progress("November 1,000", 0.78, "780 of 1,000 km"),
        Progress("To the sea and back", 0.31, "62 of 200 km"),
    ),
)
QUIET = RecapCard(
    club="Riverside Runners",
    week="23 – 29 November 2026",
    total=Figure("4.2 km", "a quiet week, and a good one"),
    figures=(),
    days=Chart("", tuple(Bar(bar.label, 4200 if bar.label == "Wed" else 0) for bar in DAYS)),
)
TOGETHER = ChallengeCard(
    title="November 1,000",
    kind="Together · distance",
    value="780 of 1,000 km",
    note="220 km to go",
    progress=0.78,
    participants="31 people",
    time_left="8 days left",
)
TEAMS = ChallengeCard(
    title="Hares, tortoises and everybody in between",
    kind="Teams · kilometres per head",
    value="",
    teams=tuple(
        Progress(name, share, f"{share * 30:.1f} km")
        for name, share in (
            ("Hares 🐇", 0.94),
            ("Tortoises 🐢", 0.91),
            ("The In-Betweens", 0.62),
            ("Ночные бегуны", 0.4),
            ("Early Birds", 0.33),
            ("فريق الصباح", 0.2),
            ("東京チーム", 0.1),
            ("Sunday Walkers", 0.0),
        )
    ),
    participants="64 people in 8 teams",
    time_left="until 31 December",
)
JOURNEY = ChallengeCard(
    title="Lisbon to Porto",
    kind="Journey · 313 km",
    value="148 km",
    note="22 km to Coimbra",
    journey=Journey(
        stops=(
            Stop("Lisbon", 0),
            Stop("Santarém", 0.25),
            Stop("Fátima", 0.42),
            Stop("Coimbra", 0.65),
            Stop("Aveiro", 0.82),
            Stop("Porto", 1),
        ),
        share=0.47,
    ),
    participants="17 people",
    time_left="no hurry",
)
YEAR = YearCard(
    name="Ana Sofia Lindqvist",
    year="2026",
    title="A letter from your year",
    figures=(
        Figure("1,284 km", "on foot"),
        Figure("187", "runs"),
        Figure("121 h", "outside"),
        Figure("41", "weeks with a run"),
    ),
    calendar=calendar(53, date(2025, 12, 29)),
    findings=(
        "You ran farther than ever before on 4 October: 21.1 km, through the rain.",
        "Most of your runs began before seven in the morning. The river knows you.",
        "You gave 312 kudos, and 41 people have you to thank for a good word on a hard day.",
    ),
    closing="Thank you for running with us.",
)
LETTERS = replace(
    STATS,
    name="محمد 🏃 عبد الله بن عبد العزيز آل سعود الطويل",
    period="สวัสดี ✨",
    bests_title="Ελληνικά & <Кириллица>",
    bests=(
        Best("ไทย", "5:00", "हिन्दी"),
        Best("עברית", "5:00", "ქართული"),
        Best("日本語漢字한국어", "5:00", "Հայերեն"),
        Best("Z͑ͫ̓a̴l̵g̷o҉", "5:00", "𝓐𝓷𝓪"),
        Best("ᎠᎡᎢᎣᎤᎥ", "5:00", "👨‍👩‍👧‍👦🏳️‍🌈🇪🇺"),
    ),
    milestone=Progress("🏃" * 32, 2.0, "</text><script>&amp;"),
)

CARDS = {
    "stats": STATS,
    "stats_nothing_yet": NOTHING_YET,
    "stats_letters": LETTERS,
    "recap": RECAP,
    "recap_quiet": QUIET,
    "challenge_together": TOGETHER,
    "challenge_teams": TEAMS,
    "challenge_journey": JOURNEY,
    "year": YEAR,
}


def main() -> None:
    """Draw all golden pictures anew."""
    GOLDEN.mkdir(exist_ok=True)
    for name, card in CARDS.items():
        (GOLDEN / f"{name}.png").write_bytes(png(card))


if __name__ == "__main__":
    main()
