"""Challenges that begin with most of it decided; pure."""

import tomllib
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from importlib import resources

from bot.challenges.model import Wishes


@dataclass(frozen=True, slots=True)
class Template:
    """What a challenge begins with; in `month` (1 to 12, the next to come or the running one), or `days` from today."""

    key: str
    wishes: Wishes
    days: int
    month: int | None = None

    def dates(self, today: date) -> tuple[date, date]:
        """The first and the last day, for a challenge that is begun today."""
        if self.month is None:
            return today, today + timedelta(days=self.days - 1)
        year = today.year + (today.month > self.month)
        first = date(year, self.month, 1)
        return first, _month_after(first) - timedelta(days=1)


def _month_after(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _shipped() -> dict[str, Template]:
    text = (resources.files(__package__) / "templates.toml").read_text("utf-8")
    found = {}
    for key, values in tomllib.loads(text).items():
        days, month = values.pop("days", 0), values.pop("month", None)
        found[key] = Template(key, Wishes(**values), days, month)
    return found


TEMPLATES = _shipped()
"""By key, in the order in which they are offered; a wish may name one instead of a kind."""


def filled(wishes: Wishes, *, today: date) -> Wishes:
    """The wishes with what their template has where they say nothing; the same when they name none."""
    template = TEMPLATES.get(wishes.kind or "")
    if template is None:
        return wishes
    first, last = template.dates(today)
    begun = replace(template.wishes, first=first, last=last)
    said = {
        field.name: value
        for field in fields(Wishes)
        if field.name != "kind" and (value := getattr(wishes, field.name)) is not None
    }
    if wishes.first is not None and wishes.last is None:
        said["last"] = wishes.first + (last - first)
    return replace(begun, **said)
