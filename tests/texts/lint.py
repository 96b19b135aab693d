"""What no sentence of the bot may say, and when two of them are too much alike."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

SHAMING = re.compile(
    r"\b(fail(s|ed|ing|ure)?|lazy|lazi(er|ness)|excuses?|lost|lose[rs]?|missed|broken?|guilt(y)?|shame(ful)?|"
    r"ashamed|weak(ness|er|est)?|quit(s|ter|ting)?|skipp(ed|ing)|slack(er|ing)?|disappoint\w*|should have|"
    r"should've|only \d+|at least you|finally|too slow|pathetic|embarrass\w*)\b",
    re.IGNORECASE,
)
BODY = re.compile(
    r"\b(calori\w*|kcal|weigh(t|s|ed)?|fat|slim(mer|ming)?|skinny|diet(s|ing)?|waist|belly|burn(s|ed|t|ing)?|"
    r"cure[sd]?|heal(s|ed|ing)?|therapy|depress\w*|anxiety|medicine|medical|doctor|proven|stud(y|ies)|"
    r"no pain|no gain|push through|beast)\b",
    re.IGNORECASE,
)
ABSENCE = re.compile(
    r"\b(welcome back|long time|been a while|been away|come ?back|weeks? off|months? off|where (have|were) you|"
    r"at last)\b",
    re.IGNORECASE,
)

ALIKE_LETTERS = 0.75


def alike(sentences: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs that share half of their words, or three quarters of their letters in a row."""
    known = [(one, frozenset(re.findall(r"[a-z']+", one.lower()))) for one in sentences]
    for (one, ones), (other, others) in combinations(known, 2):
        shared = len(ones & others)
        if 2 * shared > len(ones | others) or (shared > 2 and _letters_alike(one, other)):
            yield one, other


def _letters_alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one.lower(), other.lower(), autojunk=False)
    return matcher.quick_ratio() > ALIKE_LETTERS and matcher.ratio() > ALIKE_LETTERS
