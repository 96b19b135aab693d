"""The tour through the demo without a browser: each step is played, and what was seen is said."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import discord
import simcord

from bot.demo import challenges, earned
from bot.demo.club import CLAPS, Club
from bot.demo.seeing import Missed, see
from bot.demo.simulator import World
from bot.demo.travel import Traveller

STEPS_TO_MONDAY = 30
Say = Callable[[str], None]


@dataclass(slots=True)
class Visit:
    """What the steps share: who is there, and the answer that later steps come back to."""

    club: Club
    traveller: Traveller
    answer: discord.Message | None = None

    @property
    def world(self) -> World[Any]:
        """The simulated Discord."""
        return self.club.world

    def member(self, name: str) -> simcord.MemberActor:
        """A member by name."""
        return self.club.members[name]


async def tour(club: Club, traveller: Traveller, say: Say) -> int:
    """Play all steps; gives 0, or 1 after the first that did not go as it should."""
    visit = Visit(club, traveller)
    say(f"{len(club.members)} members, and the tour begins.\n")
    for title, step in STEPS:
        try:
            seen = await step(visit)
            see(not club.world.env.errors, f"an error inside the bot: {club.world.env.errors}")
        except (Missed, simcord.SetupError, simcord.BackendError) as error:
            say(f"✗ {title}\n    did not see {error}")
            return 1
        say(f"✓ {title}\n{_readable(club, seen)}")
    say("\nAll of it worked.")
    return 0


def _readable(club: Club, seen: str) -> str:
    for member in club.members.values():
        seen = seen.replace(member.mention, f"@{member.user.global_name}")
    seen = seen.replace(club.runs.mention, f"#{club.runs.name}")
    seen = re.sub(r"<t:(\d+)(:\w)?>", "[time]", seen)
    return "\n".join(f"    {line}" for line in seen.splitlines() if line)


async def _post(visit: Visit) -> str:
    post = await visit.member("Ben").send(visit.club.runs, "5k in 24:30, felt great")
    visit.answer = visit.world.newest(visit.club.runs)
    see(visit.answer.id != post.id, "an answer to the post")
    see("24:30" in visit.answer.content, f"24:30 in {visit.answer.content!r}")
    see("✅" in _reactions(visit, post), "a ✅ on the post")
    return f"{visit.answer.content}\n[✅ on the post]"


async def _clap(visit: Visit) -> str:
    seen = []
    for name in ("Ingrid", "Mei", "Mei"):
        await visit.member(name).click(_answer(visit), custom_id=_clap_button(visit).custom_id)
        seen.append(_clap_button(visit).label or "0")
    see(seen == ["1", "2", "1"], f"1, 2 and 1 on the button, but {', '.join(seen)}")
    return "Ingrid, then Mei, then Mei again: the button shows 1, 2, 1"


async def _log(visit: Visit) -> str:
    result = await visit.member("Ana").slash(
        visit.club.runs, "run log", distance="8 km", time="42:10", when="yesterday"
    )
    return _public(result, "42:10")


async def _form(visit: Visit) -> str:
    shown = await visit.member("Grace").slash(visit.club.runs, "run log")
    see(shown.modal, "a form")
    fields = {"distance": "3 miles", "time": "27:45"}
    result = await visit.member("Grace").submit_modal(shown, fields)
    return _public(result, "27:45")


async def _list(visit: Visit) -> str:
    result = await visit.member("Ana").slash(visit.club.runs, "run list")
    return _private(result, "42:10")


async def _delete(visit: Visit) -> str:
    ana, runs = visit.member("Ana"), visit.club.runs
    choices = await ana.autocomplete(runs, "run delete", "run", "42:10")
    see(choices, "the run among those to choose from")
    asked = await ana.slash(runs, "run delete", run=choices[0]["value"])
    question = _private(asked, "42:10")
    assert asked.response is not None
    await ana.click(asked.response, custom_id=f"run:removed:{choices[0]['value']}")
    left = await ana.autocomplete(runs, "run delete", "run", "42:10")
    gone = choices[0]["value"] not in [choice["value"] for choice in left]
    see(gone, "the run gone from those to choose from")
    return f"{question}\n[Remove] {asked.response.content}"


async def _settings(visit: Visit) -> str:
    return _private(await visit.member("Ben").slash(visit.club.runs, "my settings"), "")


async def _help(visit: Visit) -> str:
    return _private(await visit.member("Ben").slash(visit.club.runs, "help"), "run")


async def _forward(visit: Visit) -> str:
    before = visit.world.env.now()
    result = await visit.member("Ana").slash(visit.club.runs, "demo forward")
    on_the_way = _private(result, "On the way")
    await visit.traveller.keep_up(visit.world)
    see(visit.world.env.now() > before, "a later time")
    return f"{on_the_way}\n{visit.world.newest(visit.club.runs).content}"


async def _monday(visit: Visit) -> str:
    for _ in range(STEPS_TO_MONDAY):
        await visit.member("Ana").slash(visit.club.runs, "demo forward")
        await visit.traveller.keep_up(visit.world)
        recap = next((m for m in visit.club.runs.history() if "Our week" in m.content), None)
        if recap is not None:
            told = recap.content
            see("Together we went out" in told, f"what the club did together in {told!r}")
            return f"{told}\n[picture: {earned.picture_of(recap)}]"
    raise Missed("the recap of the week in the run channel")


def _of_club(step: Callable[[Club], Awaitable[str]]) -> Callable[[Visit], Awaitable[str]]:
    """A step that needs nothing but the club."""

    async def taken(visit: Visit) -> str:
        return await step(visit.club)

    return taken


async def _inbox(visit: Visit) -> str:
    robin = visit.member("Robin")
    await robin.send_dm("3 km in 24:50")
    result = await robin.slash(visit.club.runs, "demo inbox")
    return _private(result, "24:50")


async def _restart(visit: Visit) -> str:
    await visit.world.restart()
    await visit.member("Priya").click(_answer(visit), custom_id=_clap_button(visit).custom_id)
    label = _clap_button(visit).label
    see(label == "2", f"2 on the old button, but {label}")
    return f"Priya presses 👏 under the answer from before: the button shows {label}"


STEPS: tuple[tuple[str, Callable[[Visit], Awaitable[str]]], ...] = (
    ('Ben posts "5k in 24:30, felt great"', _post),
    ("Others press 👏, one of them twice", _clap),
    ("Ana uses /run log with options", _log),
    ("Grace opens /run log as a form and sends it", _form),
    ("Mei joins the challenge that is on", _of_club(challenges.somebody_joins)),
    ("Ben posts another run, and both cards move", _of_club(challenges.both_cards_move)),
    ("Mei runs farther than ever", _of_club(earned.a_best_and_a_milestone)),
    ("Mei looks at /my stats and shares them", _of_club(earned.stats_are_shared)),
    ("Priya asks for the /board", _of_club(earned.the_board)),
    ("Luca uses /my pause, and nobody sees it", _of_club(earned.a_pause_is_nobodys_business)),
    ("Ana adds a line of the club's own", _of_club(earned.a_line_of_the_clubs_own)),
    ("Grace asks for /motivation now", _of_club(earned.a_word_now)),
    ("Ana reads /run list", _list),
    ("Ana uses /run delete and confirms", _delete),
    ("Ben looks at /my settings", _settings),
    ("Ben asks /help", _help),
    ("Ana uses /demo forward", _forward),
    ("Time moves on to Monday morning, and the club reads its week", _monday),
    ("Robin logs a run in a private message and looks into /demo inbox", _inbox),
    ("The bot starts anew, and the old buttons work", _restart),
)


def _answer(visit: Visit) -> discord.Message:
    """Ben's answer as it stands now."""
    assert visit.answer is not None, "the first step keeps the answer"
    found = visit.world.seen(visit.answer)
    if found is None:
        raise Missed("the answer to Ben's first post")
    return found


def _clap_button(visit: Visit) -> discord.Button:
    rows = (r.children for r in _answer(visit).components if isinstance(r, discord.ActionRow))
    buttons = [item for row in rows for item in row if isinstance(item, discord.Button)]
    found = next((b for b in buttons if (b.custom_id or "").startswith(CLAPS)), None)
    if found is None:
        raise Missed("a 👏 under the answer")
    return found


def _reactions(visit: Visit, post: discord.Message) -> list[str]:
    now = next(m for m in visit.club.runs.history() if m.id == post.id)
    return [str(reaction.emoji) for reaction in now.reactions]


def _public(result: simcord.InteractionResult, expected: str) -> str:
    see(not result.ephemeral, "an answer for everybody")
    return _content(result, expected)


def _private(result: simcord.InteractionResult, expected: str) -> str:
    see(result.ephemeral, "an answer for one person alone")
    return f"{_content(result, expected)}\n[only they can see this]"


def _content(result: simcord.InteractionResult, expected: str) -> str:
    if result.response is None:
        raise Missed("any answer")
    content = result.response.content
    see(expected in content, f"{expected!r} in {content!r}")
    return content
