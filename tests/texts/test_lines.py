"""The lines under a run, as data: enough of them, short, kind, and no two alike."""

import pytest

from bot import texts
from bot.encouragement.model import ANY, MAX_WORDS, SITUATIONS
from tests.texts.lint import ABSENCE, BODY, SHAMING, alike

TONES = ("warm", "playful")
LONGEST = 90
LINES = [
    (tone, situation, line)
    for tone in TONES
    for situation, said in texts.lines(tone).items()
    for line in said
]


@pytest.mark.parametrize("tone", TONES)
def test_every_situation_has_lines_enough(tone):
    """Each situation has at least twelve in a tone, and nothing special forty; there is no other situation."""
    lines = texts.lines(tone)
    assert set(lines) == set(SITUATIONS)
    assert all(len(said) >= (40 if name == ANY else 12) for name, said in lines.items())


def test_plain_has_no_lines():
    """Whoever wants the facts alone gets them alone."""
    assert texts.lines("plain") == {}


@pytest.mark.parametrize(("tone", "situation", "line"), LINES)
def test_a_line_is_short_and_kind(tone, situation, line):
    """A line fits beside the figures on a phone, shames nobody, is no advice of a doctor and names no absence."""
    assert 5 <= len(line) <= LONGEST < MAX_WORDS
    assert line == line.strip() and line[-1] in ".!?)"
    for refused in (SHAMING, BODY, ABSENCE):
        assert not refused.search(line), refused.search(line)
    assert not set("{}@#*_`") & set(line)


def test_no_two_lines_are_alike():
    """No line stands twice, in whichever situation or tone, nor with a word or two changed."""
    assert list(alike([line for _, _, line in LINES])) == []


@pytest.mark.parametrize("tone", TONES)
def test_the_second_reading_is_noted(tone, pytestconfig):
    """The head of each file says that its lines were read a second time."""
    file = pytestconfig.rootpath / "bot" / "texts" / "en" / "lines" / f"{tone}.toml"
    head = [line for line in file.read_text("utf-8").splitlines() if line.startswith("#")]
    assert "Read a second time as an editor" in " ".join(head)


@pytest.mark.parametrize(
    "said",
    ["You failed to run", "No excuses!", "Only 3 of you", "You finally made it", "Weakness leaves"],
)
def test_a_shaming_word_is_seen(said):
    """The words that shame are found, also in the middle of a sentence."""
    assert SHAMING.search(said)


@pytest.mark.parametrize("said", ["That burned calories", "Studies say", "Running cures it"])
def test_a_medical_word_is_seen(said):
    """Words about bodies and cures are found."""
    assert BODY.search(said)


@pytest.mark.parametrize(
    "said", ["Welcome back!", "It has been a while", "Two weeks off did you good"]
)
def test_a_named_absence_is_seen(said):
    """Words about how long somebody was away are found."""
    assert ABSENCE.search(said)


def test_lines_that_are_alike_are_seen():
    """A line with one word changed is found, a different one is not."""
    assert list(alike(["Rest well, and see you soon.", "Rest well, and see you there."]))
    assert not list(alike(["Rest well, and see you soon.", "The puddles had company."]))
