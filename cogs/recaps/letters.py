"""Letters from a year in words and as a picture to keep: a member's own, and the club's."""

from collections.abc import Iterable
from datetime import date
from random import Random

from bot import texts
from bot.recaps.findings import Finding
from bot.recaps.letters import OwnLetter
from bot.recaps.model import Recap
from bot.render.model import Calendar, Figure, YearCard
from bot.texts import clean, figures

CLOSINGS = 3
NAME_SHOWN = 40
ALT_LIMIT = 1024


def found(one: Finding, whose: str, units: str, year: int) -> str:
    """One finding in words; `whose` is "own", "others" (of a member, for everybody) or "club"."""
    values = {name: _figure(name, value, units, year) for name, value in one.values}
    return texts.say(f"letters.{whose}_{one.key}", **values)


def _figure(name: str, value: object, units: str, year: int) -> str:
    """A figure as it is written, by what its name ends in."""
    kind = name.rpartition("_")[2]
    if isinstance(value, date):
        return figures.date_of(value, today=date(year, 12, 31))
    number = int(str(value))
    if kind == "metres":
        return figures.distance(number, units)
    if kind == "month":
        return figures.month(date(year, number, 1), year=year)
    if kind == "weekday":
        return figures.weekday(number)
    return f"{number:02}:00" if kind == "hour" else f"{number:,}"


def worded(letter: OwnLetter) -> str:
    """A member's letter; only what is good to hear."""
    if letter.is_empty:
        return texts.say("letters.own_none", year=letter.year)
    name = clean.words(letter.name, NAME_SHOWN)
    lines = [f"• {words}" for words in _findings(letter)]
    if letter.for_others:
        title = texts.say("letters.own_shared", name=name, year=letter.year)
        return "\n".join([title, _totals(letter), *lines])
    title = texts.say("letters.own_title", year=letter.year)
    greeting = texts.say("letters.own_greeting", name=name) if name else ""
    return "\n".join(filter(None, [title, greeting, _totals(letter), *lines, _closing(letter)]))


def _findings(letter: OwnLetter) -> list[str]:
    return [found(one, _whose(letter), letter.units, letter.year) for one in letter.findings]


def _whose(letter: OwnLetter) -> str:
    return "others" if letter.for_others else "own"


def _totals(letter: OwnLetter) -> str:
    if not letter.runs:
        return texts.say("letters.own_helping")
    so_far = "" if letter.is_whole else "_so_far"
    one = "_one" if letter.runs == 1 else ""
    key = f"letters.{_whose(letter)}{so_far or '_totals'}{one}"
    return texts.say(
        key,
        number=f"{letter.runs:,}",
        distance=_distance(letter.metres, letter.units),
        days=_counted("days", letter.days),
    )


def _closing(letter: OwnLetter) -> str:
    number = Random(f"{letter.year} {letter.name}").randrange(CLOSINGS)
    return texts.say(f"letters.own_closing_{number}")


def card(letter: OwnLetter) -> YearCard:
    """A member's letter as a picture."""
    row = [
        Figure(figures.distance(letter.metres, letter.units), texts.say("letters.card_distance"))
        if letter.metres
        else None,
        Figure(f"{letter.runs:,}", _label("runs", letter.runs)),
        Figure(f"{letter.days:,}", _label("days", letter.days)),
        Figure(figures.hours(letter.seconds), texts.say("letters.card_time"))
        if letter.seconds
        else None,
    ]
    return YearCard(
        name=letter.name,
        year=str(letter.year),
        title=texts.say("letters.card_title"),
        figures=tuple(filter(None, row)),
        calendar=_calendar(letter.calendar_first, letter.calendar),
        findings=tuple(_findings(letter)),
        closing=texts.say(f"letters.card_closing_{_whose(letter)}"),
    )


def alt(letter: OwnLetter) -> str:
    """What the picture shows, for whoever does not see it."""
    told = _alt(letter.year, letter.name[:NAME_SHOWN], _totals(letter), _findings(letter))
    return told.replace("**", "")[:ALT_LIMIT]


def club_worded(recap: Recap, together: str) -> list[str]:
    """The lines of a club's letter before the names: greeting, totals, findings, thanks."""
    number = Random(f"{recap.club_id} {recap.first}").randrange(CLOSINGS)
    return [
        texts.say("letters.club_title", year=recap.first.year),
        texts.say("letters.club_greeting"),
        together,
        *(f"• {words}" for words in club_findings(recap)),
        texts.say(f"letters.club_closing_{number}"),
    ]


def club_findings(recap: Recap) -> list[str]:
    """What is worth telling of a club's month or year."""
    return [found(one, "club", recap.units, recap.first.year) for one in recap.findings]


def club_card(recap: Recap) -> YearCard:
    """A club's letter as a picture."""
    distance = figures.distance(recap.metres, recap.units)
    row = [
        Figure(distance, texts.say("letters.card_distance")) if recap.metres else None,
        Figure(f"{recap.runs:,}", _label("runs", recap.runs)),
        Figure(f"{recap.people:,}", texts.say("letters.card_people")),
        Figure(f"{recap.active_days:,}", _label("days", recap.active_days)),
    ]
    return YearCard(
        name=recap.club_name,
        year=str(recap.first.year),
        title=texts.say("letters.card_title"),
        figures=tuple(filter(None, row)),
        calendar=_calendar(recap.calendar_first or recap.first, recap.calendar),
        findings=tuple(club_findings(recap)),
        closing=texts.say("letters.card_closing_club"),
    )


def club_alt(recap: Recap, together: str) -> str:
    """What the picture shows, without anybody's name."""
    told = _alt(recap.first.year, recap.club_name[:NAME_SHOWN], together, club_findings(recap))
    return told.replace("**", "")[:ALT_LIMIT]


def _alt(year: int, name: str, totals: str, said: Iterable[str]) -> str:
    return texts.say("letters.alt", year=year, name=name, totals=totals, findings=" ".join(said))


def _calendar(first: date, metres: tuple[int | None, ...]) -> Calendar:
    return Calendar(texts.say("letters.card_calendar"), first, metres)


def _distance(metres: int, units: str) -> str:
    if not metres:
        return ""
    return texts.say("letters.distance", distance=figures.distance(metres, units))


def _counted(key: str, number: int) -> str:
    return texts.say(f"letters.{key}_{'one' if number == 1 else 'many'}", number=f"{number:,}")


def _label(key: str, number: int) -> str:
    return texts.say(f"letters.card_{key}_one" if number == 1 else f"letters.card_{key}")
