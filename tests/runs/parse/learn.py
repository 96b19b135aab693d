"""Learns from the labelled posts how runs are worded, and writes the weights down.

    pip install scikit-learn
    python -m tests.runs.parse.learn [en] [common]

Only the half that is worked with is learned from; the held half tells what it is worth
(`python -m tests.runs.parse.scores`). A logistic regression whose penalty (L1) leaves most weights at
nought, so that the file stays short enough to read.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

import bot.runs.parse
from bot.runs.parse import explain
from bot.runs.parse.evidence.wording import COMMON, KINDS, Trait, spelled, traits
from tests.runs.parse.scores import NOW, Example, examples, languages

WRITTEN = Path(bot.runs.parse.__file__).parent / "wordings"
FEWEST = 6
"""In how many posts a trait stands before it is weighed."""

PENALTY = 1.0
LIGHTEST = 0.05
BIAS: Trait = ("bias", ())

ENGLISH = "en"
OF_WORDS = frozenset({"word", "pair"})
EACH_FIFTH, COUNTED_LESS = 5, 0.3
"""How many of the English posts teach the common wording, and how much each: they are many, and one language."""


class Lesson(NamedTuple):
    """A post to learn from: its traits, whether it tells of a run, and how much it counts."""

    traits: list[Trait]
    is_run: bool
    counts: float = 1.0


def lessons(language: str) -> list[Lesson]:
    """The posts of a language that are worked with, but those of which people judge differently."""
    posts = [post for post in examples(language, "work") if not post["ambiguous"]]
    return [Lesson(_traits(post), post["is_run"]) for post in posts]


def common_lessons() -> list[Lesson]:
    """The posts of all languages but English with all they have, and English ones without their words."""
    others = [one for language in languages() if language != ENGLISH for one in lessons(language)]
    return others + [
        Lesson([one for one in told if one[0] not in OF_WORDS], is_run, COUNTED_LESS)
        for told, is_run, _ in lessons(ENGLISH)[::EACH_FIFTH]
    ]


def learned(posts: list[Lesson]) -> list[tuple[float, Trait]]:
    """The traits that tell one kind of post from the other, each with its weight."""
    counter = CountVectorizer(analyzer=lambda told: told, binary=True, min_df=FEWEST)
    counted = counter.fit_transform([post.traits for post in posts])
    model = LogisticRegression(C=PENALTY, penalty="l1", solver="liblinear", random_state=1)
    counts = [post.counts for post in posts]
    model.fit(counted, [post.is_run for post in posts], sample_weight=counts)
    weights = {trait: float(model.coef_[0][at]) for trait, at in counter.vocabulary_.items()}
    told = {trait: weight for trait, weight in weights.items() if abs(weight) >= LIGHTEST}
    told[BIAS] = told.get(BIAS, 0.0) + float(model.intercept_[0])
    return [(weight, trait) for trait, weight in told.items()]


def _traits(post: Example) -> list[Trait]:
    return list(traits(explain(post["text"], now=NOW, units=post.get("units")).items))


TAUGHT: dict[str, Callable[[], list[Lesson]]] = {
    ENGLISH: lambda: lessons(ENGLISH),
    COMMON: common_lessons,
}


def main(names: list[str]) -> None:
    for name in names:
        posts = TAUGHT[name]()
        rows = [(weight, kind, spelled(parts)) for weight, (kind, parts) in learned(posts)]
        rows.sort(key=lambda row: (KINDS.index(row[1]), -row[0], row[2]))
        lines = [
            "\t".join([f"{weight:.2f}", kind, *spelling]) + "\n" for weight, kind, spelling in rows
        ]
        (WRITTEN / f"{name}.tsv").write_text("".join(lines), encoding="utf-8")
        print(name, len(posts), "posts,", len(lines), "weights")


if __name__ == "__main__":
    main(sys.argv[1:] or list(TAUGHT))
