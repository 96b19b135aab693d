"""Reads a number however it is written: 5, 5.2, 5½, twenty-five, 24:30, 1:12:30, 5'30, 15/11."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import FIGURE, MARK, Lexeme
from bot.runs.parse.words.names import Names
from bot.runs.parse.words.remembered import Remembered
from bot.runs.parse.words.tokens import Shape


class Form(Names):
    """How a number is written, which limits what it can mean."""

    WHOLE = "whole"
    DECIMAL = "decimal"
    CLOCK = "clock"
    LONG_CLOCK = "long clock"
    PRIME = "prime"
    DATE = "date"
    SLASH = "slash"
    JUNK = "junk"


@dataclass(slots=True)
class Numeral:
    """A number as written: its parts, and its value where it is one number. Never changed once made.

    `other` is what "1.234" or "1,234" is where the separator means the other thing.
    """

    form: Form
    value: float
    parts: tuple[int, ...]
    width: int
    other: float | None = None


_SEPARATORS = re.compile(r"[^\d]")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_ISH = any_of("ish", "and_some")
_BEFORE_A_TIME, _FOR = any_of("in_time", "distance_unit", "named"), any_of("race_lead")
_GOING_ON = FIGURE | any_of("ish", "and_some", "and", "decimal_point", "hundreds")
"""What a figure may go on with."""

_IN_THOUSANDS = any_of("counted_in_thousands")
_BEHIND_AN_APOSTROPHE = any_of("after_apostrophe")
_SLOWEST_PACE = 10
"""Minutes each kilometre that nobody tells of a run."""

_LONGEST_PART = 7
_HUNDRED = 100
_MULTIPLES = (100, 1000)
_DECIMALS = 2
_JUNK = Numeral(Form.JUNK, 0, (), 1)


def read_numeral(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    """The number that begins at `at`, or None when none does."""
    first = lexemes[at]
    if first.shape is Shape.NUMBER:
        numeral = _known_figures[first.text]
        if numeral.form is Form.PRIME and _is_a_decimal(lexemes, at, numeral):
            return _known_figures[first.text.replace("'", ".")]
        if numeral.form is Form.CLOCK and first.text.count(".") == 2:
            return numeral if _is_timed_there(lexemes, at) else _JUNK
        if at + 1 >= len(lexemes) or not lexemes[at + 1].labels & _GOING_ON:
            return numeral
        if grouped := _in_groups(lexemes, at, numeral):
            return grouped
        return _with_fraction(lexemes, at, _over_ish(lexemes, at, numeral))
    if "number" in first.meanings:
        return _with_fraction(lexemes, at, _words(lexemes, at))
    return None


def _in_groups(lexemes: Sequence[Lexeme], at: int, numeral: Numeral) -> Numeral | None:
    """Thousands that a space parts from the rest, before what is counted so: "10 000 m"."""
    if at + 2 >= len(lexemes) or not lexemes[at + 2].labels & _IN_THOUSANDS:
        return None
    rest = lexemes[at + 1].text
    if numeral.form is not Form.WHOLE or not 0 < numeral.value < _HUNDRED or len(rest) != 3:
        return None
    if not rest.isdecimal():
        return None
    value = int(numeral.value) * 1000 + int(rest)
    return Numeral(Form.WHOLE, value, (value,), 2)


def _is_timed_there(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether "10.52.4" is a time and no version: behind its distance or an "in", or before what it was for."""
    leads = at > 0 and lexemes[at - 1].labels & _BEFORE_A_TIME
    return bool(leads or (at + 1 < len(lexemes) and lexemes[at + 1].labels & _FOR))


def _is_a_decimal(lexemes: Sequence[Lexeme], at: int, numeral: Numeral) -> bool:
    """Whether an apostrophe is a decimal point, before its unit: "7'7 km", "12'35 km", but no pace "5'30 km"."""
    if at + 1 >= len(lexemes) or not lexemes[at + 1].labels & _BEHIND_AN_APOSTROPHE:
        return False
    return len(numeral.parts) == 2 and (
        lexemes[at].text[-2] == "'" or numeral.parts[0] >= _SLOWEST_PACE
    )


def _over_ish(lexemes: Sequence[Lexeme], at: int, numeral: Numeral) -> Numeral:
    """The number with the "ish" that is glued to it or ends what is said: "5k ish, 28 ish", "28 something"."""
    if not lexemes[at + 1].labels & _ISH:
        return numeral
    ends = at + 2 >= len(lexemes) or lexemes[at + 2].labels & MARK
    return (
        replace(numeral, width=numeral.width + 1) if ends or not lexemes[at + 1].spaced else numeral
    )


def _figures(text: str) -> Numeral:
    fraction = _FRACTIONS.get(text[-1], 0.0)
    digits = text[:-1] if fraction else text
    if text[0] == ".":
        digits = "0" + digits
    parts = _SEPARATORS.split(digits) if digits else ["0"]
    if any(len(part) > _LONGEST_PART for part in parts):
        return _JUNK
    separators = _SEPARATORS.findall(digits)
    if fraction:
        return Numeral(Form.DECIMAL, int(parts[0]) + fraction, (), 1) if not separators else _JUNK
    return _by_separators("".join(separators), parts)


_known_figures = Remembered(_figures, 4096)


def _by_separators(separators: str, parts: list[str]) -> Numeral:
    whole = tuple(int(part) for part in parts)
    match separators:
        case "":
            return Numeral(Form.WHOLE, whole[0], whole, 1)
        case "." | ",":
            return _decimal(separators, parts)
        case ":":
            return _clock(parts)
        case ".." if len(parts[2]) == 4:
            return Numeral(Form.DATE, 0, whole, 1)
        case ".." if len(parts[1]) == 2 and len(parts[2]) == 1 and parts[0] != "0":
            return _clock(parts[:2])  # "3000 in 10.52.4"
        case "::" | ".." | ":'":
            return _long_clock(whole, parts)
        case ":." | ":,":
            return _clock(parts[:2])
        case "::." | "::,":
            return _long_clock(whole[:3], parts[:3])
        case "'" | "''":
            return Numeral(Form.PRIME, whole[0] * 60 + whole[1], whole, 1)
        case "--" | "//":
            return Numeral(Form.DATE, 0, whole, 1)
        case "/" | "-":
            return Numeral(Form.SLASH, 0, whole, 1)
        case _ if set(separators) == {","} and all(len(part) == 3 for part in parts[1:]):
            return Numeral(Form.WHOLE, int("".join(parts)) if len(parts) < 3 else 0, (), 1)
    return _JUNK


def _decimal(separator: str, parts: list[str]) -> Numeral:
    whole, rest = parts
    value = float(f"{whole}.{rest}")
    if len(rest) == 3 and 1 <= len(whole) <= 3 and whole[0] != "0":
        grouped = int(whole + rest)
        if separator == ",":
            return Numeral(Form.WHOLE, grouped, (int(whole), int(rest)), 1, other=value)
        return Numeral(Form.DECIMAL, value, (), 1, other=grouped)
    # Only two digits can be seconds: "24.30" may be a time, "24.3" may not.
    clocklike = len(rest) == 2 and int(rest) < 60
    return Numeral(Form.DECIMAL, value, (int(whole), int(rest)) if clocklike else (), 1)


def _clock(parts: list[str]) -> Numeral:
    if len(parts[1]) != 2 or int(parts[1]) > 59 or len(parts[0]) > 3:
        return _JUNK
    minutes, seconds = int(parts[0]), int(parts[1])
    return Numeral(Form.CLOCK, minutes * 60 + seconds, (minutes, seconds), 1)


def _long_clock(whole: tuple[int, ...], parts: list[str]) -> Numeral:
    if [len(part) for part in parts[1:]] != [2, 2] or whole[1] > 59 or whole[2] > 59:
        return _JUNK
    return Numeral(Form.LONG_CLOCK, whole[0] * 3600 + whole[1] * 60 + whole[2], whole, 1)


def _words(lexemes: Sequence[Lexeme], at: int) -> Numeral:
    """Number words; tens take a one behind them ("twenty-five", "treinta y cinco"), hundreds what an "and" adds.

    What counts hundreds and thousands stands before them.
    """
    value = lexemes[at].meanings["number"]
    width = 1
    if value == _HUNDRED and _adds_to_it(lexemes[at + 1 : at + 3]):
        rest = _words(lexemes, at + 2)  # "a hundred and five"
        value, width = value + rest.value, 2 + rest.width
    if 20 <= value <= 90:
        behind = at + 1
        if behind < len(lexemes) and _joins_ones(lexemes[behind]):
            behind += 1
        if behind < len(lexemes) and 1 <= lexemes[behind].meanings.get("number", 0) <= 9:
            value += lexemes[behind].meanings["number"]
            width = behind - at + 1
    if 1 <= value < _HUNDRED and at + width < len(lexemes):
        times = lexemes[at + width].meanings.get("number", 0)
        if times in _MULTIPLES:  # "eight hundred", "ten thousand"
            value, width = value * times, width + 1
    return Numeral(Form.WHOLE, value, (int(value),), width)


def _adds_to_it(behind: Sequence[Lexeme]) -> bool:
    """Whether an "and" leads to a number below a hundred."""
    if len(behind) < 2 or "and" not in behind[0].meanings:
        return False
    return 1 <= behind[1].meanings.get("number", 0) < _HUNDRED


def _joins_ones(lexeme: Lexeme) -> bool:
    return lexeme.text == "-" or "and" in lexeme.meanings


def _with_fraction(lexemes: Sequence[Lexeme], at: int, numeral: Numeral) -> Numeral:
    """Adds what may follow a whole number: "and a half", "1/2", "½", "point two"."""
    after = at + numeral.width
    if numeral.form is not Form.WHOLE or after >= len(lexemes) or numeral.value > 1000:
        return numeral
    following = lexemes[after]
    if "and_a_bit" in following.meanings:
        return replace(numeral, width=numeral.width + 1)  # "eight and a bit miles"
    if following.text in _FRACTIONS or following.text == "1/2":
        value = numeral.value + _FRACTIONS.get(following.text, 0.5)
        return Numeral(Form.DECIMAL, value, (), numeral.width + 1)
    if "hundreds" in following.meanings:
        return _with_hundreds(numeral, following.meanings["hundreds"])
    if "and" in following.meanings:
        return _and_fraction(lexemes, after + 1, numeral)
    if "decimal_point" in following.meanings:
        return _with_decimals(lexemes, after + 1, numeral)
    return numeral


def _with_hundreds(numeral: Numeral, metres: float) -> Numeral:
    """Adds metres that are spoken behind kilometres: "dieciséis doscientos" are 16.2."""
    if not 1 <= numeral.value < _HUNDRED:
        return numeral
    return Numeral(Form.DECIMAL, numeral.value + metres / 1000, (), numeral.width + 1)


def _with_decimals(lexemes: Sequence[Lexeme], at: int, numeral: Numeral) -> Numeral:
    """Adds digits that are spoken behind a point: "five point two five", "8 point 42"."""
    digits = ""
    width = numeral.width + 1
    while at < len(lexemes) and len(digits) < _DECIMALS:
        value = _digits_at(lexemes[at])
        if value is None:
            break
        digits += value
        at, width = at + 1, width + 1
    if not digits:
        return numeral
    return Numeral(Form.DECIMAL, float(f"{int(numeral.value)}.{digits}"), (), width)


def _digits_at(lexeme: Lexeme) -> str | None:
    if lexeme.shape is Shape.NUMBER and lexeme.text.isdecimal() and len(lexeme.text) < 3:
        return lexeme.text
    value = lexeme.meanings.get("number", lexeme.meanings.get("article", -1.0))
    return str(int(value)) if 0 <= value < 100 else None


def _and_fraction(lexemes: Sequence[Lexeme], at: int, numeral: Numeral) -> Numeral:
    width = numeral.width + 1
    if at < len(lexemes) and "article" in lexemes[at].meanings:
        at, width = at + 1, width + 1
    if at < len(lexemes) and "fraction" in lexemes[at].meanings:
        value = numeral.value + lexemes[at].meanings["fraction"]
        return Numeral(Form.DECIMAL, value, (), width + 1)
    return numeral
