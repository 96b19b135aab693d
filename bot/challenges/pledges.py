"""Reads what sponsors promise, as an organizer types it; pure."""

import re
from dataclasses import replace

from bot.challenges.goals import shown
from bot.challenges.model import Charity, Fault, Wishes

PERS = ("km", "run")
MOST_CENTS = 100_000_000
MOST_SPONSORS = 50
MOST_CAUSE = 100
_MONEY = re.compile(
    r"(?P<before>\D{0,4}?)\s*(?P<amount>\d{1,9}(?:[.,]\d{1,2})?)\s*(?P<after>\D{0,4})"
)


def wished(charity: Charity, wishes: Wishes) -> tuple[Charity, list[Fault]]:
    """The promise with what was wished, and what of it could not be read."""
    faults: list[Fault] = []
    if wishes.per in PERS:
        charity = replace(charity, per=wishes.per)
    if wishes.cause is not None:
        charity = replace(charity, cause=" ".join(wishes.cause.split())[:MOST_CAUSE])
    if wishes.sponsors is not None:
        charity = replace(charity, sponsors=_names(wishes.sponsors))
    if wishes.currency:
        charity = replace(charity, currency=wishes.currency.strip()[:4])
    for name, text in (("rate_cents", wishes.rate), ("cap_cents", wishes.pledge_cap)):
        if text is None:
            continue
        money = _money(text)
        if money is None and text.strip():
            faults.append(("challenges.money_unread", {"text": shown(text)}))
        elif money is not None:
            cents, currency = money
            charity = replace(charity, currency=currency or charity.currency)
            charity = _with(charity, name, cents)
        else:
            charity = _with(charity, name, None)
    return charity, faults


def _with(charity: Charity, name: str, cents: int | None) -> Charity:
    if name == "rate_cents":
        return replace(charity, rate_cents=cents or 0)
    return replace(charity, cap_cents=cents)


def _money(text: str) -> tuple[int, str] | None:
    """Hundredths, and the currency where one was named."""
    found = _MONEY.fullmatch(text.strip())
    if found is None:
        return None
    cents = round(float(found["amount"].replace(",", ".")) * 100)
    return (
        (cents, found["before"].strip() or found["after"].strip()) if cents <= MOST_CENTS else None
    )


def _names(text: str) -> tuple[str, ...]:
    names = (" ".join(name.split())[:MOST_CAUSE] for name in re.split(r"[\n,;]", text))
    return tuple(name for name in names if name)[:MOST_SPONSORS]
