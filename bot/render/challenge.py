"""The challenge card: how far it is, as one bar, a bar for each team, or a place on the way."""

from bot.render.look import (
    BODY,
    FIGURE,
    INNER,
    LABEL,
    MARGIN,
    NIGHT,
    NOTE,
    STRONG,
    TITLE,
)
from bot.render.model import ChallengeCard, Journey, Progress, Stop
from bot.render.svg import Sheet
from bot.render.text import Line, fit, wrap

_THICK = 34
_TEAM_GAP = 24


def draw(card: ChallengeCard) -> str:
    """The card as SVG."""
    sheet = Sheet(NIGHT)
    y = _head(sheet, card) + 34
    if card.value:
        sheet.words(card.value, MARGIN, y + 48, FIGURE, width=INNER, fill=sheet.palette.accent)
        y += 84
    if card.journey:
        y = _journey(sheet, card.journey, y)
    elif card.teams:
        y = _teams(sheet, card.teams[:8], y)
    elif card.progress is not None:
        sheet.bar(MARGIN, y, INNER, _THICK, card.progress, sheet.palette.accent)
        y += _THICK
    elif card.value:
        y -= 20
    return sheet.svg(_foot(sheet, card, y + 20) + MARGIN)


def _head(sheet: Sheet, card: ChallengeCard) -> float:
    sheet.words(card.kind, MARGIN, MARGIN + 24, LABEL, width=INNER, fill=sheet.palette.soft)
    y = MARGIN + 30
    for line in wrap(card.title, TITLE, INNER, 2):
        y += 56
        sheet.line(line, MARGIN, y)
    return y


def _teams(sheet: Sheet, teams: tuple[Progress, ...], y: float) -> float:
    for team, colour in zip(teams, sheet.palette.teams, strict=False):
        taken = sheet.words(
            team.note, MARGIN + INNER, y + 28, STRONG, width=INNER * 0.45, anchor="end"
        )
        sheet.words(team.title, MARGIN, y + 28, BODY, width=INNER - taken - 24)
        sheet.bar(MARGIN, y + 44, INNER, _THICK - 10, team.share, colour)
        y += 44 + _THICK - 10 + _TEAM_GAP
    return y - _TEAM_GAP


def _journey(sheet: Sheet, journey: Journey, y: float) -> float:
    """The way as a line, a dot for each stop, the club as a large one."""
    palette = sheet.palette
    left, length = MARGIN + 16, INNER - 32
    share = min(max(journey.share, 0), 1)
    y += 24
    sheet.box(left, y - 6, length, 12, palette.faint, corner=6)
    sheet.box(left, y - 6, length * share, 12, palette.accent, corner=6)
    for stop in journey.stops:
        passed = stop.share <= share
        fill = palette.accent if passed else palette.ground
        edge = palette.accent if passed else palette.soft
        sheet.dot(left + length * min(max(stop.share, 0), 1), y, 9, fill, edge)
    sheet.dot(left + length * share, y, 19, palette.ink, palette.accent)
    return _stops(sheet, journey, share, y + 32)


def _stops(sheet: Sheet, journey: Journey, share: float, y: float) -> float:
    """The last stop passed and the next one, each under its dot: a phone has no room for more."""
    passed = [stop for stop in journey.stops if stop.share <= share][-1:]
    ahead = [stop for stop in journey.stops if stop.share > share][:1]
    room = (INNER - 40) / 2 if passed and ahead else INNER
    last = [fit(stop.name, STRONG, room) for stop in passed]
    following = [fit(stop.name, BODY, room) for stop in ahead]
    places = [
        _under(stop, line) for stop, line in zip(passed + ahead, last + following, strict=True)
    ]
    if len(places) > 1:
        places = _beside(places[0], last[0], places[1], following[0])
    for line, x in zip(last, places, strict=False):
        sheet.line(line, x, y + 28)
    for line in following:
        sheet.line(line, places[-1], y + 28, fill=sheet.palette.soft)
    return y + 34


def _beside(first: float, line: Line, second: float, other: Line) -> list[float]:
    """Where two names begin: under their dots, or side by side where they would touch there."""
    gap = 32
    if first + line.width + gap <= second:
        return [first, second]
    first = min(first, MARGIN + INNER - other.width - gap - line.width)
    return [max(first, MARGIN), max(first, MARGIN) + line.width + gap]


def _under(stop: Stop, line: Line) -> float:
    """Where the stop's name begins, so that it stands under its dot and within the margins."""
    middle = MARGIN + 16 + (INNER - 32) * min(max(stop.share, 0), 1)
    return min(max(middle - line.width / 2, MARGIN), MARGIN + INNER - line.width)


def _foot(sheet: Sheet, card: ChallengeCard, y: float) -> float:
    soft = sheet.palette.soft
    if card.note:
        sheet.words(card.note, MARGIN, y + 28, BODY, width=INNER)
        y += 46
    if not card.participants and not card.time_left:
        return y
    sheet.rule(y + 12)
    y += 30
    taken = sheet.words(
        card.time_left, MARGIN + INNER, y + 26, NOTE, width=INNER * 0.6, fill=soft, anchor="end"
    )
    sheet.words(card.participants, MARGIN, y + 26, NOTE, width=INNER - taken - 24, fill=soft)
    return y + 26
