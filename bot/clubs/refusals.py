"""The kind "no"s of the club room; their sentences are in bot/texts."""

from typing import ClassVar

from bot.errors import Refusal
from bot.texts import clean

TYPED_SHOWN = 60


class NotAnOrganizer(Refusal):
    """An organizer's command from somebody else; `organizers` names who they are."""

    key: ClassVar[str] = "clubs.not_an_organizer"


class UnknownZone(Refusal):
    """No time zone is called what was typed."""

    key: ClassVar[str] = "clubs.unknown_zone"

    def __init__(self, zone: str) -> None:
        super().__init__(zone=clean.words(zone, TYPED_SHOWN))


class TimeOfDayUnread(Refusal):
    """What was typed is no time of day."""

    key: ClassVar[str] = "clubs.time_unread"

    def __init__(self, typed: str) -> None:
        super().__init__(typed=clean.words(typed, TYPED_SHOWN))


class HoursUnread(Refusal):
    """What was typed names no hours of a day, or all of them."""

    key: ClassVar[str] = "clubs.hours_unread"

    def __init__(self, typed: str) -> None:
        super().__init__(typed=clean.words(typed, TYPED_SHOWN))


class RoleIsEveryone(Refusal):
    """The role that every member has would make everybody an organizer."""

    key: ClassVar[str] = "clubs.role_is_everyone"


class NoSuchChoice(Refusal):
    """A value that no option offers: an outdated or forged component."""

    key: ClassVar[str] = "errors.outdated"


class ServerOnly(Refusal):
    """Something of a club, asked for outside of a server."""

    key: ClassVar[str] = "errors.server_only"


class ChannelClosed(Refusal):
    """A channel where the bot lacks a permission; `missing` names it."""

    key: ClassVar[str] = "clubs.channel_closed"


class NotPosted(Refusal):
    """Discord did not take a message, though no permission is missing."""

    key: ClassVar[str] = "clubs.not_posted"
