"""Words that people wrote, made safe to show."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts import clean


@pytest.mark.parametrize(
    "text",
    [
        "@everyone",
        "<@123456789012345678>",
        "<@&1>",
        "<#12>",
        "[x](https://evil.example)",
        "||spoiler||",
    ],
)
def test_nothing_that_discord_acts_on_is_left(text):
    """Mentions, links and markdown come out as plain words."""
    shown = clean.words(text)
    assert "@everyone" not in shown
    assert not re.search(r"(?<!\\)[<\[|]", shown)


def test_a_name_stays_readable():
    """Letters of every script and emoji stay as they are."""
    assert clean.words("Zoë 李雷 محمد 👩‍🚀") == "Zoë 李雷 محمد 👩‍🚀"


def test_it_stays_on_one_line_and_is_clipped():
    """Line breaks become spaces, and what is too long ends in an ellipsis."""
    assert clean.words("a\nb\u2028c\td") == "a b c d"
    assert clean.words("x" * 300, limit=10) == "x" * 9 + "…"


def test_direction_marks_and_surrogate_halves_are_gone():
    """Nothing invisible can turn a line around or break its encoding."""
    assert clean.words("ab\u202ecd\u200bef\ud800") == "abcdef"


@given(st.text(max_size=400))
def test_any_text_becomes_safe(text):
    """Whatever was written, the result can be sent and mentions nobody."""
    shown = clean.words(text, limit=50)
    shown.encode()
    assert "\n" not in shown and not re.search(r"@(?!\u200b)", shown)
    assert len(re.sub(r"\\(.)", r"\1", shown).replace("\u200b", "")) <= 50
