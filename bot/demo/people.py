"""Who runs in the demo's club and what they wrote in ten weeks: a plan, made without any bot."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from bot import almanac

WEEKS = 10
MILE = 1.609344
UNEVEN_FROM_KM = 6
PRIVATE = 0.7


@dataclass(frozen=True, slots=True)
class Runner:
    """A member as the others know them; paces are seconds a kilometre, ten weeks ago and now.

    On the day they run most often they go the last and longest of their distances.
    """

    name: str
    days: tuple[int, int, int, int, int, int, int]
    """How many in a hundred Mondays, Tuesdays … they run."""
    hour: int
    km: tuple[float, ...]
    paces: tuple[int, int]
    voices: tuple[str, ...]
    away: tuple[int, int] = (0, 0)
    """First and last week, counted backwards from now, in which they did not run; (0, 0) is none."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message of one member at one instant; `is_run` where it tells of a run."""

    at: datetime
    name: str
    text: str
    is_run: bool = True
    private: bool = False


RUNNERS = (
    Runner(
        "Ana",
        (0, 80, 0, 80, 0, 20, 85),
        7,
        (8, 8, 10, 12),
        (335, 325),
        (
            "{km}k in {time}, felt great",
            "{km} km before work in {time}, sunrise over the river",
            "Ran {km} km in {time} with the usual suspects",
            "{km}k in {time}. Quiet streets, clear head",
        ),
    ),
    Runner(
        "Ben",
        (60, 0, 65, 0, 20, 70, 0),
        18,
        (3, 4, 5, 5),
        (425, 372),
        (
            "{km}k in {time}!",
            "{km}k done in {time}, only walked the hill",
            "{km} km in {time}, the couch did not win today",
            "{km}k in {time} after work, legs heavy, mood light",
        ),
    ),
    Runner(
        "Mei",
        (0, 85, 10, 85, 0, 80, 30),
        6,
        (8, 10, 12, 16),
        (262, 254),
        (
            "{km}k tempo in {time}",
            "{km} km in {time}, track was empty",
            "{km}k in {time}, strong finish",
            "Easy {km} km in {time}",
        ),
    ),
    Runner(
        "Kwame",
        (50, 60, 60, 0, 60, 0, 90),
        5,
        (10, 12, 15, 21),
        (290, 284),
        (
            "{km} km in {time}",
            "{km} km in {time}, dark and cold, worth it",
            "{km} km @ {pace}/km along the canal",
        ),
    ),
    Runner(
        "Ingrid",
        (45, 0, 50, 0, 45, 0, 60),
        10,
        (2, 3, 3, 4),
        (560, 535),
        (
            "Walk-run, {km} km in {time}",
            "{km} km in {time}, stopped twice to say hello to dogs",
            "{km}k in {time}. Slow is a pace too",
            "{km} km in {time} in the rain, big grin",
        ),
    ),
    Runner(
        "Tomás",
        (60, 0, 0, 70, 0, 75, 0),
        19,
        (5, 6, 7, 8),
        (330, 345),
        (
            "{km}k in {time}",
            "{km} km in {time}, nice to be out here",
            "{km} km in {time}, no music, just birds",
        ),
        away=(8, 3),
    ),
    Runner(
        "Priya",
        (70, 0, 70, 0, 60, 0, 0),
        12,
        (4, 5, 5, 6),
        (375, 362),
        (
            "Lunch run: {km}k in {time}",
            "{km}k on the treadmill in {time}",
            "{km}k in {time}, back before the next meeting",
        ),
    ),
    Runner(
        "Grace",
        (0, 0, 70, 0, 60, 0, 80),
        8,
        (4.8, 6.4, 6.4, 9.7),
        (350, 340),
        (
            "{mi} miles in {time}",
            "{mi} mi in {time}, hills and all",
            "{mi} miles in {time}, windy on the bridge",
        ),
    ),
    Runner(
        "Yusuf",
        (0, 60, 0, 60, 0, 0, 65),
        20,
        (5, 6, 8, 10),
        (390, 370),
        (
            "{km} km in {time}, podcast and all",
            "{km}k in {time}, slept like a stone after",
            "{km} km in {time}, good company",
        ),
    ),
    Runner(
        "Fatima",
        (40, 40, 0, 40, 40, 0, 40),
        23,
        (3, 4, 5, 6),
        (410, 400),
        (
            "{km}k in {time} after the night shift",
            "{km} km in {time}, head is quiet now",
            "{km}k in {time}. Needed that",
        ),
    ),
    Runner(
        "Luca",
        (0, 0, 55, 0, 0, 90, 0),
        9,
        (9, 11, 14, 18),
        (400, 390),
        (
            "Trail run, {km} km in {time}, mud up to the knees",
            "{km} km in {time} up in the woods",
            "{km} km in {time}, saw a deer",
        ),
    ),
)

SHY = Runner("Robin", (0, 50, 0, 50, 0, 55, 0), 21, (2, 2.5, 3), (480, 450), ("{km} km in {time}",))

BANTER = (
    (8, 13, "Luca", "Anyone else still picking mud out of their shoes?"),
    (7, 20, "Priya", "My knee says hello, so it's yoga for me tonight 🧘"),
    (6, 9, "Ana", "Coffee at the boathouse on Sunday, all speeds welcome ☕"),
    (5, 21, "Yusuf", "That podcast about sleep was worth it, link is in the lobby"),
    (4, 12, "Ingrid", "The dog from the canal is called Biscuit. Important news."),
    (3, 22, "Ben", "I used to hate Mondays, what is happening to me"),
    (2, 8, "Grace", "Frost on the bridge, mind your step"),
    (1, 19, "Kwame", "Proud of this bunch 💛"),
)


def everybody() -> tuple[Runner, ...]:
    """All twelve, the shy one last."""
    return (*RUNNERS, SHY)


def plan(random: Random, now: datetime, zone: ZoneInfo, *, weeks: int = WEEKS) -> list[Said]:
    """All that was written in so many weeks up to shortly before `now`, oldest first."""
    today = almanac.local_day(now, zone)
    told = _Told(random)
    said = [*_banter(today, zone), *_runs(random, told, today, zone, weeks)]
    earlier = (s for s in said if s.at < now - timedelta(minutes=50))
    last = Said(now - timedelta(minutes=41), "Fatima", told.words(_runner("Fatima"), 3, 0))
    return [*sorted(earlier, key=lambda s: s.at), last]


def _runner(name: str) -> Runner:
    return next(r for r in everybody() if r.name == name)


def _runs(random: Random, told: "_Told", today: date, zone: ZoneInfo, weeks: int) -> Iterator[Said]:
    for days_ago in range(weeks * 7, -1, -1):
        day, weeks_ago = today - timedelta(days=days_ago), days_ago // 7 + 1
        for runner in everybody():
            chance = runner.days[day.weekday()]
            if random.randrange(100) >= chance or _is_away(runner, weeks_ago):
                continue
            km = runner.km[-1] if chance == max(runner.days) else random.choice(runner.km[:-1])
            wall = datetime.combine(day, time(runner.hour)) + _late(random)
            words = told.words(runner, km, days_ago / (WEEKS * 7))
            private = runner is SHY and random.random() < PRIVATE
            at = almanac.wall_to_instant(wall, zone)
            yield Said(at, runner.name, words, private=private)


def _banter(today: date, zone: ZoneInfo) -> Iterator[Said]:
    for days_ago, hour, name, text in BANTER:
        wall = datetime.combine(today - timedelta(days=days_ago), time(hour, 20))
        yield Said(almanac.wall_to_instant(wall, zone), name, text, is_run=False)


def _is_away(runner: Runner, weeks_ago: int) -> bool:
    first, last = runner.away
    return last <= weeks_ago <= first if first else False


def _late(random: Random) -> timedelta:
    return timedelta(minutes=random.randrange(59), seconds=random.randrange(60))


class _Told:
    """Puts runs into words, each voice of a runner in turn."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._turns: Counter[str] = Counter()

    def words(self, runner: Runner, km: float, ago: float) -> str:
        """`ago` is 1 at the beginning of the ten weeks and 0 now."""
        if km >= UNEVEN_FROM_KM:
            km = round(km + self._random.uniform(-0.4, 0.4), 1)
        then, now = runner.paces
        pace = (now + (then - now) * ago) * self._random.uniform(0.97, 1.03)
        voice = runner.voices[self._turns[runner.name] % len(runner.voices)]
        self._turns[runner.name] += 1
        return voice.format(
            km=f"{km:g}", mi=f"{km / MILE:.1f}", time=_clock(km * pace), pace=_clock(pace)
        )


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
