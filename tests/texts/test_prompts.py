"""What clubs are asked, as data: enough of it, short, open, kind, and no two alike."""

import pytest

from bot import texts
from bot.motivation.model import CHAPTERS
from bot.prompts.model import MILES, PROMPTS, QUESTION
from bot.prompts.service import shelf
from tests.texts.lint import ABSENCE, BODY, SHAMING, alike

ENOUGH = {QUESTION: 90, MILES: 53}
"""Of questions as the product wants; of invitations one for each week of a year."""
SAID = [(prompt, message.words) for prompt in PROMPTS for message in shelf(prompt)]


@pytest.mark.parametrize("prompt", PROMPTS)
def test_there_are_enough(prompt):
    """Nothing of what stands in the file is left out."""
    stands = [
        words
        for chapter in texts.prompts(prompt).values()
        for said in chapter.values()
        for words in said
    ]
    assert len(shelf(prompt)) == len(set(stands)) == len(stands) >= ENOUGH[prompt]


def test_questions_follow_the_five_chapters():
    """Each chapter has its share of questions, and they take turns."""
    chapters = texts.prompts(QUESTION)
    assert set(chapters) == set(CHAPTERS)
    assert min(len(chapter["any"]) for chapter in chapters.values()) >= 18
    home = {words: name for name, chapter in chapters.items() for words in chapter["any"]}
    assert sorted(home[message.words] for message in shelf(QUESTION)[:5]) == sorted(CHAPTERS)


@pytest.mark.parametrize(("prompt", "words"), SAID)
def test_each_is_short_and_kind(prompt, words):
    """It fits a phone, shames nobody, is never medical and needs no markup."""
    assert 20 <= len(words) <= 140 and words == words.strip()
    for refused in (SHAMING, BODY, ABSENCE):
        assert not refused.search(words), refused.search(words)
    assert not set("{}@#*_`") & set(words)


@pytest.mark.parametrize("words", [words for prompt, words in SAID if prompt == QUESTION])
def test_a_question_is_open(words):
    """It asks for something to tell, never for a yes or a no, and never how fast or how far."""
    assert "?" in words or words.startswith(("Name", "Tell us"))
    first = words.split()[0].casefold()
    assert first not in {"do", "did", "is", "are", "can", "have", "was", "were", "will", "would"}
    assert "how fast" not in words and "how far" not in words


def test_no_two_are_alike():
    """Nothing is asked twice, nor with some words changed."""
    assert list(alike([words for _, words in SAID])) == []


@pytest.mark.parametrize("name", PROMPTS)
def test_the_second_reading_is_noted(name, pytestconfig):
    """The head of each file says that it was read a second time."""
    file = pytestconfig.rootpath / "bot" / "texts" / "en" / "prompts" / f"{name}.toml"
    head = [line for line in file.read_text("utf-8").splitlines() if line.startswith("#")]
    assert "Read a second time as an editor" in " ".join(head)
