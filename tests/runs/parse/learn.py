"""Learns from the labelled posts how runs are worded, and writes the weights down.

    pip install scikit-learn
    python -m tests.runs.parse.learn [language ...]

Only the half that is worked with is learned from; the held half tells what it is worth
(`python -m tests.runs.parse.scores`). A logistic regression whose penalty (L1) leaves most weights at
nought, so that the file stays short enough to read.
"""

import sys
from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

import bot.runs.parse
from bot.runs.parse import explain
from bot.runs.parse.evidence.wording import KINDS, Trait, spelled, traits
from tests.runs.parse.scores import NOW, Example, examples

WRITTEN = Path(bot.runs.parse.__file__).parent / "wordings"
FEWEST = 6
"""In how many posts a trait stands before it is weighed."""

PENALTY = 1.0
LIGHTEST = 0.05
BIAS: Trait = ("bias", ())


def learned(posts: list[Example]) -> list[tuple[float, Trait]]:
    """The traits that tell one kind of post from the other, each with its weight."""
    read = [explain(post["text"], now=NOW, units=post.get("units")).items for post in posts]
    counts = CountVectorizer(analyzer=traits, binary=True, min_df=FEWEST)
    counted = counts.fit_transform(read)
    model = LogisticRegression(C=PENALTY, penalty="l1", solver="liblinear", random_state=1)
    model.fit(counted, [post["is_run"] for post in posts])
    weights = {trait: float(model.coef_[0][at]) for trait, at in counts.vocabulary_.items()}
    told = {trait: weight for trait, weight in weights.items() if abs(weight) >= LIGHTEST}
    told[BIAS] = told.get(BIAS, 0.0) + float(model.intercept_[0])
    return [(weight, trait) for trait, weight in told.items()]


def main(languages: list[str]) -> None:
    for language in languages:
        posts = [post for post in examples(language, "work") if not post["ambiguous"]]
        rows = [(weight, kind, spelled(parts)) for weight, (kind, parts) in learned(posts)]
        rows.sort(key=lambda row: (KINDS.index(row[1]), -row[0], row[2]))
        lines = [
            "\t".join([f"{weight:.2f}", kind, *spelling]) + "\n" for weight, kind, spelling in rows
        ]
        (WRITTEN / f"{language}.tsv").write_text("".join(lines), encoding="utf-8")
        print(language, len(posts), "posts,", len(lines), "weights")


if __name__ == "__main__":
    main(sys.argv[1:] or ["en"])
