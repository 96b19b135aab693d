"""Text in, runs out: reads what runners write in chat, and refuses whatever they did not run."""

from bot.runs.parse.explain import Explanation, explain, parse
from bot.runs.parse.fields import parse_day, parse_distance, parse_duration
from bot.runs.parse.gate import may_tell
from bot.runs.parse.jsonl import answer_lines
from bot.runs.parse.reading import ParsedRun, Reading
from bot.runs.parse.show import show

__all__ = [
    "Explanation",
    "ParsedRun",
    "Reading",
    "answer_lines",
    "explain",
    "may_tell",
    "parse",
    "parse_day",
    "parse_distance",
    "parse_duration",
    "show",
]
