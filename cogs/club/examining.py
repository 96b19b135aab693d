"""What the doctor sees of a club in Discord: its channels, what is missing there, how far they were followed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import discord
from discord.abc import GuildChannel

from bot import texts
from bot.clubs.model import Club
from bot.doctor.model import Channel, RewardRole, Ward
from bot.doctor.service import Chart
from cogs.club import reach, wording


@dataclass(frozen=True, slots=True)
class Place:
    """A server as Discord shows it: its channels and roles by id, and the bot's own membership."""

    channels: Mapping[int, GuildChannel]
    me: discord.Member
    roles: Mapping[int, discord.Role]


def ward_of(
    club: Club,
    place: Place,
    chart: Chart,
    *,
    named: Callable[[int], str],
    behind: Callable[[int], bool] = lambda _: False,
    undelivered: int = 0,
) -> Ward:
    """The club as the doctor examines it; `named` words a channel, `behind` says where catching up is not done."""

    def channel(channel_id: int) -> Channel:
        found, bookmark = place.channels.get(channel_id), chart.bookmarks.get(channel_id)
        lacks = reach.lacking(found, place.me, replies=club.replies) if found else ()
        return Channel(
            name=named(channel_id),
            exists=found is not None,
            lacks=tuple(wording.permissions([name]) for name in lacks),
            followed_to=discord.utils.snowflake_time(bookmark) if bookmark else None,
            behind=behind(channel_id),
        )

    unsent = chart.unsent.get(club.club_id, ())
    given = tuple(_reward(place, role_id) for role_id in chart.rewards.get(club.club_id, ()))
    return Ward(tuple(map(channel, club.run_channels)), undelivered, unsent, given)


def _reward(place: Place, role_id: int) -> RewardRole:
    role = place.roles.get(role_id)
    return RewardRole(role.name if role else "", reach.why_not_given(role, place.me))


def followed(ward: Ward, when: Callable[[Channel], str]) -> Iterator[str]:
    """Up to when each channel was followed, in words."""
    for channel in ward.channels:
        if channel.followed_to is not None:
            yield texts.say("doctor.note_followed", channel=channel.name, when=when(channel))


def chat_note(*, read_chat: bool) -> str:
    """Whether posts are read along at all."""
    return texts.say("doctor.note_chat_on" if read_chat else "doctor.note_chat_off")
