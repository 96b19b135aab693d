"""The messages of motivation as data: enough of them, short, kind, and no two alike."""

import pytest

from bot import texts
from bot.clubs.model import TONES
from bot.motivation.model import ANY, CHALLENGE, CHAPTERS, SEASONS
from bot.notfeelingit.model import SMALL
from tests.texts.lint import ABSENCE, BODY, SHAMING, alike

LONGEST = 280
ENOUGH = {"warm": 100, "playful": 60}
SAID = [
    (tone, name, words)
    for tone in ENOUGH
    for chapter in texts.motivation(tone).values()
    for name, said in chapter.items()
    for words in said
]
NUDGES = [words for tone in TONES for words in texts.nudges(tone)]
SMALL_SAID = [words for choice in SMALL for words in texts.small(choice)]


@pytest.mark.parametrize(("tone", "enough"), ENOUGH.items())
def test_there_are_messages_enough(tone, enough):
    """A tone has so many in all, forty-five of them for any season, and each of the five chapters has some."""
    assert set(texts.motivation(tone)) == set(CHAPTERS)
    mine = [name for each, name, _ in SAID if each == tone]
    assert len(mine) >= enough and mine.count(ANY) >= 45
    assert set(mine) == {ANY, CHALLENGE, *SEASONS}


def test_plain_has_no_messages():
    """Whoever wants the facts alone gets them alone."""
    assert texts.motivation("plain") == {}


@pytest.mark.parametrize("words", [*(words for _, _, words in SAID), *SMALL_SAID, *NUDGES])
def test_a_message_is_short_and_kind(words):
    """It fits a phone, shames nobody, promises no health and names no absence."""
    assert 40 <= len(words) <= LONGEST and words == words.strip()
    for refused in (SHAMING, BODY, ABSENCE):
        assert not refused.search(words), refused.search(words)
    assert not set("{}@#*_`") & set(words)


def test_no_two_messages_are_alike():
    """No message stands twice, in whichever tone or chapter, nor with some words changed."""
    assert list(alike([words for _, _, words in SAID])) == []
    assert list(alike(SMALL_SAID)) == []
    assert list(alike(NUDGES)) == []


@pytest.mark.parametrize("tone", TONES)
def test_there_are_nudges_enough(tone):
    """Twelve in each tone, the plain one too."""
    assert len(texts.nudges(tone)) >= 12


@pytest.mark.parametrize("choice", SMALL)
def test_each_small_way_has_several_answers(choice):
    """Going and resting are answered with as many words."""
    assert len(texts.small(choice)) == len(texts.small("rest")) >= 6


FILES = ["motivation/warm", "motivation/playful", "motivation/small"]


@pytest.mark.parametrize("name", [*FILES, *(f"nudges/{tone}" for tone in TONES)])
def test_the_second_reading_is_noted(name, pytestconfig):
    """The head of each file says that its messages were read a second time."""
    file = pytestconfig.rootpath / "bot" / "texts" / "en" / f"{name}.toml"
    head = [line for line in file.read_text("utf-8").splitlines() if line.startswith("#")]
    assert "Read a second time as an editor" in " ".join(head)
