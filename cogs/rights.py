"""Who may call or press what. A command or component that is not listed here is refused, and fails a test."""

from collections.abc import Mapping
from enum import Enum


class Who(Enum):
    """For whom something is, and which test shows that it is for nobody else."""

    ANYONE = "any member"
    MEMBER = "any member, and it touches that member's own data alone"
    RUNNER = "the member whose run it is"
    OTHERS = "any member but the runner"
    ORGANIZER = "Manage Server, or the organizer role"


COMMANDS: Mapping[str, Who] = {
    "run log": Who.MEMBER,
    "run list": Who.MEMBER,
    "run delete": Who.MEMBER,
    "run edit": Who.MEMBER,
    "Log this as a run": Who.RUNNER,
    "My run…": Who.RUNNER,
    "my settings": Who.MEMBER,
    "my export": Who.MEMBER,
    "my pause": Who.MEMBER,
    "my stats": Who.MEMBER,
    "my forget": Who.MEMBER,
    "club channels": Who.ORGANIZER,
    "club settings": Who.ORGANIZER,
    "club run edit": Who.ORGANIZER,
    "club run void": Who.ORGANIZER,
    "club log-for": Who.ORGANIZER,
    "club history": Who.ORGANIZER,
    "board": Who.ANYONE,
    "club doctor": Who.ORGANIZER,
    "help": Who.ANYONE,
}

COMPONENTS: Mapping[str, Who] = {
    "kudos:give": Who.OTHERS,
    "run:more": Who.RUNNER,
    "run:edit": Who.RUNNER,
    "run:edited": Who.RUNNER,
    "run:remove": Who.RUNNER,
    "run:removed": Who.RUNNER,
    "run:keep": Who.MEMBER,
    "run:restore": Who.RUNNER,
    "run:log": Who.MEMBER,
    "run:private": Who.MEMBER,
    "run:club": Who.MEMBER,
    "ask:yes": Who.RUNNER,
    "ask:no": Who.RUNNER,
    "ask:km": Who.RUNNER,
    "ask:mi": Who.RUNNER,
    "my:units": Who.MEMBER,
    "my:tone": Who.MEMBER,
    "my:named": Who.MEMBER,
    "my:read": Who.MEMBER,
    "my:forget": Who.MEMBER,
    "my:pause": Who.MEMBER,
    "my:period": Who.MEMBER,
    "my:share": Who.MEMBER,
    "my:stay": Who.MEMBER,
    "club:runs": Who.ORGANIZER,
    "club:older": Who.ORGANIZER,
    "club:unvoid": Who.ORGANIZER,
    "club:units": Who.ORGANIZER,
    "club:replies": Who.ORGANIZER,
    "club:tone": Who.ORGANIZER,
    "club:role": Who.ORGANIZER,
    "club:introduce": Who.ORGANIZER,
    "club:backlog": Who.ORGANIZER,
    "club:halt": Who.ORGANIZER,
}
