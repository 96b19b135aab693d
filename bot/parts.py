"""What a running bot is made of, handed to whoever needs it; nothing here is global."""

from dataclasses import dataclass, field

from bot.care.calm import Calm
from bot.care.waiting import Waiting
from bot.clock import Clock
from bot.clubs.listening import Listening
from bot.clubs.model import Defaults
from bot.corrections.service import Corrections
from bot.corrections.untold import Untold
from bot.db.database import Database
from bot.db.forgotten import Forgotten
from bot.render.service import Pictures
from bot.runs.asking import Asking
from bot.runs.following import Following
from bot.runs.holding import Holding
from bot.runs.listing import RunLists
from bot.runs.mending import Mending
from bot.runs.service import RunBook
from bot.schedule.schedule import Schedule
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts, wired by `bot.app` once the database is open."""

    settings: Settings
    clock: Clock
    database: Database
    forgotten: Forgotten
    runs: RunBook
    mending: Mending
    lists: RunLists
    following: Following
    asking: Asking
    holding: Holding
    corrections: Corrections
    untold: Untold
    """Whom organizers' corrections are still to be told."""
    glad: Untold
    """Whom a joy is still to be told."""
    listening: Listening
    schedule: Schedule
    waiting: Waiting
    pictures: Pictures
    unreached: Untold
    """Who is still to be told that their direct messages are closed."""
    defaults: Defaults
    """What a new club begins with."""
    removing: set[int] = field(default_factory=set)
    """The messages that are being taken out of chat right now."""
    calm: Calm = field(default_factory=Calm)
    """The messages that were read again and may be told of."""
    mismarked: dict[int, int] = field(default_factory=dict)
    """Message -> channel of posts whose ✅ is missing or too much, since Discord did not take the change."""
