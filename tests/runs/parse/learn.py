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
from bot.runs.parse.evidence.wording import KINDS, traits
from tests.runs.parse.scores import NOW, Example, examples

WRITTEN = Path(bot.runs.parse.__file__).parent / "wordings"
FEWEST = 6
"""In how many posts a trait stands before it is weighed."""

PENALTY = 1.0
LIGHTEST = 0.05


def learned(posts: list[Example]) -> list[tuple[float, str, str]]:
    """The weights of what tells one kind of post from the other: (weight, kind, told)."""
    read = [explain(post["text"], now=NOW, units=post.get("units")).items for post in posts]
    counts = CountVectorizer(analyzer=lambda items: list(traits(items)), binary=True, min_df=FEWEST)
    counted = counts.fit_transform(read)
    model = LogisticRegression(C=PENALTY, penalty="l1", solver="liblinear", random_state=1)
    model.fit(counted, [post["is_run"] for post in posts])
    weights = zip(counts.get_feature_names_out(), model.coef_[0], strict=True)
    bias = (float(model.intercept_[0]), "bias", "")
    return [
        bias,
        *(
            (float(w), kind, told)
            for (kind, told), w in weights
            if abs(w) >= LIGHTEST and kind != "bias"
        ),
    ]


def main(languages: list[str]) -> None:
    for language in languages:
        posts = [post for post in examples(language, "work") if not post["ambiguous"]]
        weights = sorted(learned(posts), key=lambda one: (KINDS.index(one[1]), -one[0], one[2]))
        lines = [f"{weight:.2f}\t{kind}\t{told}\n" for weight, kind, told in weights]
        (WRITTEN / f"{language}.tsv").write_text("".join(lines), encoding="utf-8")
        print(language, len(posts), "posts,", len(lines), "weights")


if __name__ == "__main__":
    main(sys.argv[1:] or ["en"])
