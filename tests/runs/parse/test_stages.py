"""Each stage on its own: spelling, tokens, numbers, quantities, clauses and their stances, roles."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from bot.runs.parse import explain
from bot.runs.parse.figures.numerals import Form, read_numeral
from bot.runs.parse.figures.pacing import duration_alone, duration_over, pace_of
from bot.runs.parse.figures.quantities import Measure, Quantity
from bot.runs.parse.gate import may_tell
from bot.runs.parse.posts.casting import Role
from bot.runs.parse.words import lexicon
from bot.runs.parse.words.lexicon import lexemes
from bot.runs.parse.words.normalize import MENTION, normalize
from bot.runs.parse.words.tokens import MOST_TOKENS, Shape, tokenize
from bot.runs.parse.words.tongue import TONGUES
from bot.runs.parse.words.word_files import IMPLIED, _read, load

ENGLISH = load("en")
LANGUAGES = Path(lexicon.__file__).parents[1] / "languages"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("５ｋ ٢٤:٣٠ ②", "5k 24:30 2"),
        ("5\u200bk\u202e in 24\u00ad:30", "5k in 24:30"),
        ("cafe\u0301 Übung", "cafe Ubung"),
        ("6 km å 4 till, längs ån", "6 km och 4 till, langs an"),
        ("5’30” — 6×800", "5'30\" - 6x800"),
        ("6*800 **bold**", "6x800   bold  "),
        ("\ud8005k", "5k"),
        ("<@!12> hi", f" {MENTION}  hi"),
        ("see https://x.y/5k and <:a:12>", "see   and  "),
    ],
)
def test_one_spelling_comes_out(text, plain):
    """Digits of any script, marks, dashes and markup become plain."""
    assert normalize(text) == plain


def test_a_number_is_one_token():
    """Separators inside a number stay in it; what follows it stays out."""
    texts = [token.text for token in tokenize("10.02km 1:12:30, 5'30\" 2026-11-14 8k/48:30 .5")]
    assert texts == [
        *("10.02", "km", "1:12:30", ",", "5'30", '"', "2026-11-14", "8", "k", "/", "48:30", ".5")
    ]


def test_tokens_end():
    """Of an endless post only its beginning is read."""
    assert len(tokenize("a " * 2000)) == MOST_TOKENS


def test_the_longest_phrase_wins():
    """An idiom hides the words it is made of."""
    words = lexemes(tokenize("ran out of milk"), (ENGLISH,))
    assert [word.text for word in words] == ["ran out of", "milk"]
    assert "idiom" in words[0].meanings
    assert "run_past" not in words[0].meanings


@pytest.mark.parametrize(
    ("text", "form", "value"),
    [
        ("5", Form.WHOLE, 5),
        ("5.2", Form.DECIMAL, 5.2),
        ("5½", Form.DECIMAL, 5.5),
        ("3 1/2", Form.DECIMAL, 3.5),
        ("1,234", Form.WHOLE, 1234),
        ("twenty five", Form.WHOLE, 25),
        ("twenty-five", Form.WHOLE, 25),
        ("five and a half", Form.DECIMAL, 5.5),
        ("24:30", Form.CLOCK, 1470),
        ("1:12:30", Form.LONG_CLOCK, 4350),
        ("1.52.14", Form.LONG_CLOCK, 6734),
        ("61:61", Form.JUNK, 0),
        ("12345678901", Form.JUNK, 0),
        ("5-6", Form.SLASH, 0),
    ],
)
def test_numbers_are_read_by_their_form(text, form, value):
    """How a number is written limits what it may mean."""
    numeral = read_numeral(lexemes(tokenize(text), (ENGLISH,)), 0)
    assert (numeral.form, numeral.value) == (form, value)


def quantities(text, now):
    items = explain(text, now=now).items
    return [(q.measure, q.value) for q in items if isinstance(q, Quantity)]


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("5k", Measure.DISTANCE, 5000),
        ("8 very cold miles", Measure.DISTANCE, 8 * 1609.344),
        ("a mile", Measure.DISTANCE, 1609.344),
        ("a half marathon", Measure.DISTANCE, 21097),
        ("400m", Measure.DISTANCE, 400),
        ("35m 02s", Measure.DURATION, 2102),
        ("1hr59min50", Measure.DURATION, 7190),
        ("an hour and a half", Measure.DURATION, 5400),
        ("half an hour", Measure.DURATION, 1800),
        ("45'", Measure.DURATION, 2700),
        ("2:25 h", Measure.DURATION, 8700),
        ("24:30", Measure.CLOCK, 1470),
        ("5:30/km", Measure.PACE, 330),
        ("8 min miles", Measure.PACE, 480 / 1.609344),
        ("12 km/h", Measure.SPEED, 300),
        ("6x800m", Measure.REPS, 4800),
        ("5x3min", Measure.REPS, 0),
        ("two days ago", Measure.DAY, -2),
        ("15/11", Measure.DAY, -3),
        ("10k steps", Measure.OTHER, 0),
        ("$5k", Measure.OTHER, 0),
        ("151 bpm", Measure.OTHER, 151),
        ("9.30am", Measure.OTHER, 0),
        ("3 pancakes", Measure.OTHER, 0),
        ("5", Measure.NUMBER, 5),
    ],
)
def test_quantities_are_what_they_measure(now, text, measure, value):
    """A number and the words around it make one quantity."""
    assert quantities(text, now) == [(measure, pytest.approx(value))]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("ran 5k, 24:30", ["report", "fragment"]),
        ("my son ran 5k, 24:30", ["other_person", "other_person"]),
        ("my son ran 5k and I ran 6k", ["other_person", "report"]),
        ("my wife and I ran 5k", ["report"]),
        ("ran 5k with my son", ["report"]),
        ("wanted sub 50, got 50:04", ["goal", "report"]),
        ("cycled 20k then ran 5k", ["other_sport", "report"]),
        ("10k in 50:12, anyone else out?", ["fragment", "question"]),
        ("ran 5k because I will race tomorrow", ["report", "plan"]),
    ],
)
def test_clauses_know_what_they_speak_of(now, text, stances):
    """What a clause begins goes on until another says otherwise."""
    assert [str(stance) for stance in explain(text, now=now).stances] == stances


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("5k in 24:30 @ 4:54", [Role.DISTANCE, Role.TIME, Role.PACE]),
        ("10k, last km in 4:20", [Role.DISTANCE, Role.SPLIT]),
        ("sub 25 at parkrun", [Role.BOUND, Role.DISTANCE]),
        ("2k warm up, 5k", [Role.PART, Role.DISTANCE]),
        ("17 km, 450 m D+", [Role.DISTANCE, Role.CLIMB]),
        ("5k, 12 seconds faster", [Role.DISTANCE, Role.DIFFERENCE]),
        ("watch died at 7k", [Role.POINT]),
        ("6x800m with 2 min rest, 9k total", [Role.REPS, Role.REST, Role.TOTAL]),
        ("5k, HR 151", [Role.DISTANCE, Role.OTHER]),
        ("10k tomorrow", [Role.DENIED, Role.DAY]),
    ],
)
def test_quantities_play_their_roles(now, text, roles):
    """The words around a quantity say what it is to the run."""
    assert [member.role for member in explain(text, now=now).cast] == roles


def test_the_sense_of_pace():
    """A clock is the duration, or the pace, at which people run."""
    clock = Quantity(Measure.CLOCK, 72, 1, options=(72, 4320))
    assert duration_over(clock, 8000) == 4320
    pace = Quantity(Measure.CLOCK, 330, 1, options=(330, 19800))
    assert duration_over(pace, 10000) is None
    assert pace_of(pace, 10000) == 330
    assert duration_alone(Quantity(Measure.CLOCK, 1470, 1, options=(1470, 88200))) == 1470
    assert duration_alone(Quantity(Measure.CLOCK, 75, 1, options=(75, 4500))) == 4500
    assert duration_alone(Quantity(Measure.CLOCK, 330, 1, options=(330, 19800))) is None


@pytest.mark.parametrize("text", ["good morning everyone", "happy birthday 🎂", "", "lol same"])
def test_idle_chat_is_let_by(text):
    """A post without a figure and without a word of running is not read at all."""
    assert not may_tell(text)


@pytest.mark.parametrize("text", ["5", "٥", "r\u200bun done", "RAN!", "parkrun", "half", "ten"])
def test_whatever_may_tell_of_a_run_is_read(text):
    """A figure, a number word, a named distance or a word of running is enough."""
    assert may_tell(text)


@pytest.mark.parametrize("lexicon", [*TONGUES], ids=lambda lexicon: lexicon.language)
def test_no_phrase_hides_a_distance(lexicon):
    """A phrase that holds a number and a unit never keeps them from being read by mistake."""
    allowed = {"program_done", "pace_phrase", "idiom", "of_it", "named", "duration", "no_run"}
    hiding = [
        " ".join(phrase)
        for phrase, meanings in lexicon.entries()
        if {token.shape for token in tokenize(" ".join(phrase))} >= {Shape.NUMBER}
        and {"k", "km", "mi", "miles", "mile", "min", "h"} & set(phrase)
        and not allowed & meanings.keys()
    ]
    assert hiding == []


def test_no_phrase_swallows_the_start_of_a_named_distance():
    """A phrase never ends in "half", which would leave the marathon of a half marathon."""
    assert [
        phrase
        for phrase, _ in ENGLISH.entries()
        if len(phrase) > 1
        and phrase[-1] == "half"
        and phrase[0] not in ("1", "2", "first", "second", "back", "front", "better", "1st", "2nd")
    ] == [("the", "other", "half"), ("my", "other", "half")]


ENGLISH_ALONE = set((Path(__file__).parent / "english_alone.txt").read_text().split())
"""Labels that other languages may lack; names are of all of them, and stand with the English words."""


@pytest.mark.parametrize("lexicon", [*TONGUES], ids=lambda lexicon: lexicon.language)
def test_every_language_knows_the_offices_of_small_words(lexicon):
    """A language that lacks a label which the rules ask for would quietly be read worse."""
    labels = {label for _, meanings in lexicon.entries() for label in meanings}
    english = {label for _, meanings in ENGLISH.entries() for label in meanings}
    assert english - labels - ENGLISH_ALONE == set()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("heute 10 km gelaufen", "de"),
        ("couru 10 km ce matin", "fr"),
        ("hoy corrí 10 km", "es"),
        ("oggi ho corso 10 km", "it"),
        ("hoje corri 10 km", "pt"),
        ("vandaag 10 km hardgelopen", "nl"),
        ("sprang 10 km idag", "sv"),
        ("sprang 45 min", "sv"),
        ("sön 12 km 1:02", "sv"),
        ("ran 10 km today", "en"),
        ("10 km 55:00", "en"),
    ],
)
def test_the_language_with_most_known_words_is_read(text, language, now):
    """A post tells its language by its words; figures alone are read as English."""
    assert explain(text, now=now).languages[0] == language


def test_the_locale_decides_only_what_is_open(now):
    """A language tag settles a post without words of any language, and never overrules words."""
    assert explain("10 km 55:00", now=now, locale="sv-SE").languages[0] == "sv"
    assert explain("ran 10 km this morning", now=now, locale="sv-SE").languages[0] == "en"


def test_loan_words_are_understood(now):
    """What a language lacks is looked up in English."""
    told = explain("vorhin ein easy run im Wald, 8k, 44:30, felt great", now=now)
    assert tuple(told.languages) == ("de", "en")
    assert told.reading.runs[0].mood == "positive"


@pytest.mark.parametrize("lexicon", [*TONGUES], ids=lambda lexicon: lexicon.language)
def test_no_phrase_hides_a_named_distance(lexicon):
    """A longer phrase around "marathon" names it, too, unless it speaks of no run at all."""
    elsewhere = {"idiom", "pace_phrase", "of_it", "purpose", "no_run", "neutral", "split", "life"}
    elsewhere |= {"watching", "praise", "plan", "until", "thing", "anyones_record"}
    alone = (entry for entry in lexicon.entries() if len(entry[0]) == 1)
    named = {phrase[0] for phrase, meanings in alone if "named" in meanings}
    hiding = [
        " ".join(phrase)
        for phrase, meanings in lexicon.entries()
        if len(phrase) > 1
        and named & set(phrase)
        and not (elsewhere | {"named", "duration", "climb"}) & meanings.keys()
    ]
    assert hiding == []


@pytest.mark.parametrize("file", sorted(LANGUAGES.glob("*.toml")), ids=lambda file: file.stem)
def test_language_files_are_read_as_toml(file):
    """The quick reader of language files finds what a TOML reader finds."""
    text = file.read_text(encoding="utf-8")
    assert _read(text) == tomllib.loads(text)


def _written(phrase):
    return " ".join(phrase).replace("' ", "'")


@pytest.mark.parametrize("language", [lexicon.language for lexicon in TONGUES])
def test_no_list_repeats_a_phrase(language):
    """Each phrase stands once in a list, and in none that another list of it speaks for."""
    text = (LANGUAGES / f"{language}.toml").read_text("utf-8")
    groups = tomllib.loads(text)["labels"]
    lists = {label: words for group in groups.values() for label, words in group.items()}
    twice = [(label, word) for label in lists for word, n in Counter(lists[label]).items() if n > 1]
    spoken_for = [
        (label, sorted(told))
        for strong, implied in IMPLIED.items()
        for label in implied
        if (told := {*lists.get(strong, ())} & {*lists.get(label, ())})
    ]
    assert twice == spoken_for == []


@pytest.mark.parametrize("lexicon", [*TONGUES], ids=lambda lexicon: lexicon.language)
def test_phrases_are_kept_as_the_tokens_of_a_post_are_cut(lexicon):
    """What is looked for is what the tokenizer makes of the same words, or it would never be found."""
    wrong = [
        phrase
        for phrase, _ in lexicon.entries()
        if [token.text for token in tokenize(normalize(_written(phrase)))] != list(phrase)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "see you all at the bakery, the sun is out again :)",
        "thanks everybody, good to be here",
        "das war ein schöner Abend mit euch allen",
        "merci à tous, à la semaine prochaine les amis",
        "gracias a todos, nos vemos pronto por aquí",
        "bedankt allemaal, tot de volgende keer",
    ],
)
def test_idle_chat_is_not_read_in_any_language(text):
    """Talk without a figure or a word of running goes by at once, whichever languages are known."""
    assert not may_tell(text)
