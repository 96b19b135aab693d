"""What the bot does for itself, as duties of the schedule: a verified backup a day, and letting go of what is over."""

import asyncio
import sqlite3
from datetime import datetime, timedelta

from bot.care import service as care
from bot.challenges import carding
from bot.challenges import service as challenges
from bot.clock import Clock
from bot.clubs import service as clubs
from bot.db import backup
from bot.db.database import Database
from bot.joys import service as joys
from bot.members import service as members
from bot.messages import service as messages
from bot.named import service as named
from bot.notfeelingit import service as notfeelingit
from bot.questions import service as questions
from bot.recaps import personal
from bot.runs import service as runs
from bot.schedule import ledger
from bot.schedule.duties import Turn
from bot.schedule.schedule import Duty
from bot.settings import Settings

DAILY = timedelta(days=1)


def duties(settings: Settings, database: Database, clock: Clock) -> list[Duty]:
    """Backup and tidying, each once a day."""

    async def back_up(_: Turn) -> None:
        await asyncio.to_thread(_back_up, settings, clock())

    async def tidy(_: Turn) -> None:
        await database.write(_tidy, now=clock())
        await database.write(personal.follow_missing, now=clock())
        await database.fold_log()

    return [Duty("backup", DAILY, back_up), Duty("tidy", DAILY, tidy)]


def _back_up(settings: Settings, now: datetime) -> None:
    backup.back_up(settings.database, settings.backup_folder, now)
    backup.prune(
        settings.backup_folder, now, daily=settings.backup_daily, weekly=settings.backup_weekly
    )
    backup.prune_replaced(settings.database, now, weekly=settings.backup_weekly)


def _tidy(tx: sqlite3.Connection, *, now: datetime) -> None:
    runs.purge_withdrawn(tx, now=now)
    members.purge_guests(tx)
    clubs.purge_left(tx, now=now)
    messages.purge(tx, now=now)
    carding.repeat(tx, now=now)
    challenges.settle(tx, now=now)
    challenges.close_due(tx, now=now)
    challenges.purge_drafts(tx, now=now)
    questions.purge(tx, now=now)
    care.purge(tx, now=now)
    notfeelingit.purge(tx, now=now)
    named.purge(tx, now=now)
    joys.purge(tx, now=now)
    ledger.purge(tx, now=now)
