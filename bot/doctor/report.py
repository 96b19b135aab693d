"""The doctor's findings in words, for the terminal and for Discord alike."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot import texts
from bot.doctor.model import MEGABYTE, Finding, House


@dataclass(frozen=True, slots=True)
class Section:
    """Findings that belong together, under a title that may be empty."""

    title: str
    findings: Sequence[Finding]


def lines(sections: Sequence[Section], notes: Sequence[str]) -> list[str]:
    """One calm line with the notes where all is well; else what was found, then the notes."""
    count = sum(len(section.findings) for section in sections)
    if not count:
        return [texts.say("doctor.well", notes=" ".join(notes)).strip()]
    title = texts.say("doctor.found_one" if count == 1 else "doctor.found_many", count=count)
    return [title, *(line for section in sections for line in _told(section)), *notes]


def _told(section: Section) -> list[str]:
    title = [section.title] if section.title and section.findings else []
    return [*title, *map(told, section.findings)]


def told(finding: Finding) -> str:
    """What is wrong and how to mend it, on one line."""
    what = texts.say(f"doctor.{finding.key}", **finding.values)
    mend = texts.say(f"doctor.{finding.key}_mend", **finding.values)
    return texts.say("doctor.line", what=what, mend=mend).strip()


def notes(house: House) -> list[str]:
    """What a host may want to know even when nothing is wrong."""
    key = "doctor.note_schema" if house.schema == house.known else "doctor.note_old_schema"
    told = [texts.say(key, schema=house.schema, size=max(1, house.size // MEGABYTE))]
    if house.backup_at is not None:
        told.append(texts.say("doctor.note_backup", day=house.backup_at.date().isoformat()))
    return [*told, texts.say("doctor.note_zones", version=house.zones)]
