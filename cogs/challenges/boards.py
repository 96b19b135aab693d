"""Who brought what, a page at a time for one pair of eyes, and the thanks that name everyone."""

from random import Random
from typing import Any

import discord

from bot.challenges.kinds import kind_named
from bot.challenges.model import Board, Row, Shown
from bot.texts import clean
from cogs import router
from cogs.challenges import figures, wording
from cogs.challenges.wording import say

A_PAGE = 20
PAGES = 1000
"""A number in an id holds the challenge and, below this, the page."""
NAME_SHOWN = 40
FITS = 1900
"""What a message of Discord holds, less what is said of one that comes late."""
ROOM_AROUND = 100
RANKED_SHOWN = 10


def numbered(challenge_id: int, page: int) -> int:
    """What the id of a page's button carries."""
    return challenge_id * PAGES + min(page, PAGES - 1)


def named(number: int) -> tuple[int, int]:
    """Challenge and page of such an id."""
    return divmod(number, PAGES)


def board(shown: Shown, found: Board, page: int) -> tuple[str, discord.ui.View | None]:
    """A page of the board: one's own standing first, then everyone who may be named."""
    head = [say("board_title", name=wording.name(shown.challenge))]
    if shown.own is not None:
        head.append(wording.own(shown, shown.own))
    rows = [row_line(shown, row) for row in found.rows] or [say("nobody")]
    return _paged("page", shown, found, head, rows, page)


def names(shown: Shown, found: Board, page: int) -> tuple[str, discord.ui.View | None]:
    """A page of everyone who took part, by name and in no order of merit."""
    head = [say("names_title", name=wording.name(shown.challenge))]
    everyone = sorted((clean.words(row.name, NAME_SHOWN) for row in found.rows), key=str.casefold)
    return _paged("names", shown, found, head, everyone or [say("nobody")], page)


def _paged(
    verb: str, shown: Shown, found: Board, head: list[str], rows: list[str], page: int
) -> tuple[str, discord.ui.View | None]:
    pages = -(-len(rows) // A_PAGE)
    page = min(page, pages - 1)
    lines = [*head, *rows[page * A_PAGE : (page + 1) * A_PAGE]]
    if page == pages - 1:
        lines += _others(found)
    if pages == 1:
        return "\n".join(lines), None
    lines.append(say("page", page=page + 1, pages=pages))
    number = shown.challenge.challenge_id
    turns: list[discord.ui.Item[Any]] = []
    if page > 0:
        back = numbered(number, page - 1)
        turns.append(router.button(f"challenge:{verb}", back, say("back")))
    if page < pages - 1:
        more = numbered(number, page + 1)
        turns.append(router.button(f"challenge:{verb}", more, say("more")))
    return "\n".join(lines), router.view(*turns)


def _others(found: Board) -> list[str]:
    return [
        say(f"{what}_{'one' if count == 1 else 'many'}", count=count)
        for what, count in (("unnamed", found.unnamed), ("former", found.former))
        if count
    ]


def row_line(shown: Shown, row: Row) -> str:
    """One member as everybody may see them."""
    challenge, name = shown.challenge, clean.words(row.name, NAME_SHOWN)
    unit = wording.unit(challenge)
    if row.rank is not None:
        counted = figures.amount(row.counted, unit, shown.units)
        return say("row_ranked", rank=row.rank, name=name, counted=counted)
    if row.goal is not None:
        counted, goal = figures.counted_of(row.counted, row.goal, unit, shown.units)
        return say("row_goal", name=name, counted=counted, goal=goal)
    return say("row", name=name, counted=figures.amount(row.counted, unit, shown.units))


def final(shown: Shown, found: Board, random: Random) -> str:
    """The words of the end: what was done together, and thanks to everyone by name in no order of merit."""
    title = say("final_title", name=wording.name(shown.challenge))
    lines = [title, *_together(shown), *_ranking(shown, found)]
    time = wording.time(shown)
    room = FITS - len("\n".join([*lines, time]))
    return "\n".join(filter(None, [*lines, thanks(found, random, room=room), time]))


def final_buttons(shown: Shown) -> tuple[discord.ui.Item[Any], ...]:
    """*All names*, *Board*, and the statement where something was raised."""
    number = shown.challenge.challenge_id
    names = router.button("challenge:names", numbered(number, 0), say("names"))
    board = router.button("challenge:board", number, say("board"))
    if shown.challenge.rules.charity is None:
        return names, board
    return names, board, router.button("challenge:statement", number, say("statement"))


def _together(shown: Shown) -> list[str]:
    challenge, progress = shown.challenge, shown.progress
    lines = []
    if kind_named(challenge.kind).goal_unit is None:
        total = figures.amount(progress.counted, challenge.rules.metric, shown.units)
        lines.append(say("final_total", total=total))
    if kind_named(challenge.kind).personal and progress.reached:
        lines.append(
            say("final_reached", reached=progress.reached, participants=progress.participants)
        )
    if progress.teams:
        lines.append(say("final_teams", teams=" · ".join(_teams(shown))))
    if challenge.rules.route is not None:
        lines.append(wording.stop(shown))
    if challenge.rules.charity is not None and progress.pledged_cents is not None:
        charity = challenge.rules.charity
        amount = figures.money(progress.pledged_cents, charity.currency)
        cause = clean.words(charity.cause, wording.CAUSE_SHOWN)
        lines.append(say("final_pledged", amount=amount, cause=cause))
    return lines


def _teams(shown: Shown) -> list[str]:
    metric = shown.challenge.rules.metric
    return [
        say(
            "final_team",
            team=clean.words(team.name, NAME_SHOWN),
            per_head=figures.amount(team.per_head, metric, shown.units),
        )
        for team in shown.progress.teams
    ]


def _ranking(shown: Shown, found: Board) -> list[str]:
    if not kind_named(shown.challenge.kind).ranked:
        return []
    return [row_line(shown, row) for row in found.rows[:RANKED_SHOWN] if row.counted]


def thanks(found: Board, random: Random, *, room: int) -> str:
    """Everyone by name in an order drawn anew each time; of very many, as many as fit, and how many more."""
    everyone = [clean.words(row.name, NAME_SHOWN) for row in found.rows]
    random.shuffle(everyone)
    shown: list[str] = []
    for name in everyone:
        if sum(map(len, shown)) + 2 * len(shown) + len(name) > room - ROOM_AROUND:
            break
        shown.append(name)
    if not shown:
        return say("thanks_nobody_named") if found.unnamed else ""
    more = len(everyone) - len(shown)
    key = f"thanks{'_more' if more else ''}{'_unnamed' if found.unnamed else ''}"
    return say(key, names=", ".join(shown), more=f"{more:,}")


def statement(shown: Shown) -> str:
    """What was raised, as lines of CSV: figures and sponsors, and nobody's name."""
    challenge, charity = shown.challenge, shown.challenge.rules.charity
    if charity is None:
        return ""
    metric = "distance" if charity.per == "km" else "runs"
    rows = [
        ("challenge", challenge.name),
        ("cause", charity.cause),
        ("from", challenge.first.isoformat()),
        ("until", challenge.last.isoformat()),
        ("people who ran", str(shown.progress.movers)),
        ("counted", figures.amount(shown.progress.counted, metric, "km")),
        (f"promised per {charity.per}", _plain(charity.rate_cents)),
        ("currency", charity.currency),
        ("at most", "" if charity.cap_cents is None else _plain(charity.cap_cents)),
        ("raised", _plain(shown.progress.pledged_cents or 0)),
        *(("sponsor", sponsor) for sponsor in charity.sponsors),
    ]
    return "".join(f"{_cell(name)},{_cell(value)}\r\n" for name, value in rows)


def _plain(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02}"


def _cell(value: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    safe = f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
    return '"' + safe.replace('"', '""') + '"'
