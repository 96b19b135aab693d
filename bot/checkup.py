"""`python -m bot doctor`: the house beside a bot that may be running, then the clubs as Discord shows them."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from bot import texts
from bot.doctor import report, service
from bot.doctor.model import examine_house, plain
from bot.doctor.report import Section
from bot.doctor.service import Chart
from bot.errors import HostError
from bot.invite import invite_link
from bot.settings import Settings
from cogs.club.visiting import Visit, visit


@dataclass(frozen=True, slots=True)
class Checkup:
    """What is printed, and whether all is well."""

    lines: list[str]
    is_well: bool


def check_up(settings: Settings, *, now: datetime) -> Checkup:
    """Looks at everything that can be looked at: Discord too, where there is a token."""
    section, notes, chart = _house(settings, now)
    seen = _visited(settings, chart)
    sections = [section, *seen.sections]
    lines = report.lines(sections, [*notes, *seen.notes])
    if seen.application_id is not None:
        lines.append(texts.say("doctor.note_invite", link=invite_link(seen.application_id)))
    return Checkup(lines, is_well=not any(section.findings for section in sections))


def _house(settings: Settings, now: datetime) -> tuple[Section, list[str], Chart]:
    try:
        house, chart = service.look(settings.database, settings.backup_folder, now)
    except HostError as error:
        return Section("", [plain(error)]), [], Chart((), {}, ())
    return Section("", examine_house(house)), report.notes(house), chart


def _visited(settings: Settings, chart: Chart) -> Visit:
    if settings.token is None:
        return Visit([], [texts.say("doctor.note_not_asked")])
    return asyncio.run(visit(settings.token, chart, read_chat=settings.read_chat))
