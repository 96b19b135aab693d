"""A recap in words, within Discord's limits: everyone once, whole names, the visible part drawn anew each week."""

from collections.abc import Iterable, Sequence
from random import Random

from bot import texts
from bot.milestones import service as milestones
from bot.recaps.model import Look, Recap
from bot.schedule.model import YEAR
from bot.texts import clean, figures
from cogs.corrected import named
from cogs.recaps import letters

MAX_WORDS = 1900
"""Leaves room, in a message of 2,000, for the line that says it is late."""


SHORTEST = 3
"""No name with its comma is shorter."""
GUEST_SHOWN = 32
NAME_SHOWN = 60


def worded(recap: Recap, random: Random) -> str:
    """The whole recap; `random` draws which names are seen when not all of them fit."""
    title = texts.say(f"recaps.title_{recap.every}", span=figures.span(recap.first, recap.last))
    if recap.is_empty:
        return _lines([title, texts.say("recaps.empty"), _helped(recap, random)])
    told = [title, _together(recap), *letters.club_findings(recap), _kudos(recap)]
    if recap.every == YEAR:
        told = letters.club_worded(recap, _together(recap))
    told.append(_newcomers(recap, random))
    told += [_milestones(recap, random), _helped(recap, random), _challenges(recap)]
    room = MAX_WORDS - len(_lines(told)) - 1
    return _lines([*told, _named("recaps.ran", _everyone(recap), random, room=room)])


def looked_into(look: Look, random: Random) -> str:
    """What one member sees in private: their own part, and everyone as far as there is room."""
    recap = look.recap
    own = texts.say("recaps.more_none")
    if look.own_runs:
        distance = figures.distance(look.own_metres, recap.units) if look.own_metres else ""
        own = texts.say(
            "recaps.more_own",
            runs=_counted("runs", look.own_runs),
            distance=texts.say("recaps.distance", distance=distance) if distance else "",
        )
    told = _named("recaps.more_everyone", _everyone(recap), random, room=MAX_WORDS - len(own) - 1)
    return _lines([own, told])


def is_folded(recap: Recap) -> bool:
    """Whether there are more names than one message holds."""
    return sum(len(f"{name}, ") for name in _everyone(recap)) > MAX_WORDS - 200


def dice(recap: Recap) -> Random:
    """The same for each telling of the same period, so that a preview or a correction shows the same names."""
    return Random(f"{recap.club_id} {recap.every} {recap.first}")


def _newcomers(recap: Recap, random: Random) -> str:
    names, more = _mentions(recap.newcomers), recap.more_newcomers
    return _named("recaps.newcomers", names, random, room=MAX_WORDS // 4, more=more)


def _milestones(recap: Recap, random: Random) -> str:
    reached = [
        texts.say(
            "recaps.milestone",
            who=named(one.member_id, one.name),
            what=milestones.named(one.milestone),
        )
        for one in recap.milestones
    ]
    more = recap.more_milestones
    return _named("recaps.milestones", reached, random, room=MAX_WORDS // 4, more=more)


def _helped(recap: Recap, random: Random) -> str:
    helpers = [named(one.member_id, one.name) for one in recap.helped]
    return _named("recaps.helped", helpers, random, room=MAX_WORDS // 6)


def _challenges(recap: Recap) -> str:
    lines = [
        texts.say("recaps.challenge", name=clean.words(one.name, NAME_SHOWN), percent=one.percent)
        for one in recap.challenges
    ]
    return texts.say("recaps.challenges", challenges=" · ".join(lines)) if lines else ""


def totals(recap: Recap) -> str:
    """What was done together, in plain words for who does not see the picture."""
    if recap.every == YEAR:
        return letters.club_alt(recap, _together(recap))
    title = texts.say(f"recaps.title_{recap.every}", span=figures.span(recap.first, recap.last))
    return " ".join([title, _together(recap), *letters.club_findings(recap)]).replace("**", "")


def _together(recap: Recap) -> str:
    key = "recaps.quiet" if recap.is_quiet else "recaps.together"
    if recap.every == YEAR:
        key = "letters.club_totals"
    return texts.say(
        key,
        distance=_distance(recap),
        runs=_counted("runs", recap.runs),
        people=_counted("people", recap.people),
    )


def _distance(recap: Recap) -> str:
    if not recap.metres:
        return ""
    return texts.say("recaps.distance", distance=figures.distance(recap.metres, recap.units))


def _kudos(recap: Recap) -> str:
    return _counted("kudos", recap.kudos) if recap.kudos else ""


def _counted(key: str, number: int) -> str:
    return texts.say(f"recaps.{key}_{'one' if number == 1 else 'many'}", number=f"{number:,}")


def _everyone(recap: Recap) -> list[str]:
    return [*_mentions(recap.ran), *(clean.words(name, GUEST_SHOWN) for name in recap.guests)]


def _mentions(member_ids: Sequence[int]) -> list[str]:
    """Members, so that nobody is pinged."""
    return [f"<@{member_id}>" for member_id in member_ids]


def _named(key: str, everyone: Sequence[str], random: Random, *, room: int, more: int = 0) -> str:
    """Everyone by name; those for whom there is no room are counted, with so many more."""
    names = random.sample(everyone, len(everyone))
    for shown in range(min(len(names), room // SHORTEST), -1, -1):
        told = _folded(key, names, shown, more)
        if len(told) <= room:
            return told
    return ""


def _folded(key: str, names: Sequence[str], shown: int, more: int) -> str:
    left = len(names) - shown + more
    counted = [texts.say("recaps.more_names", number=f"{left:,}")] if left else []
    return texts.say(key, names=", ".join([*names[:shown], *counted])) if names else ""


def _lines(told: Iterable[str]) -> str:
    return "\n".join(filter(None, told))
