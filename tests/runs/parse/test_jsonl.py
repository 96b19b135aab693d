"""Posts read line by line, and the explanation of one."""

import json

import pytest

from bot.runs.parse import answer_lines, explain, show

NOON = "2026-11-18T12:00:00+01:00"


def answers(*lines):
    encoded = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return [json.loads(line) for line in answer_lines(encoded)]


def test_a_run_is_told_in_whole_metres_and_seconds():
    """A post that would be logged comes back with all that it tells."""
    (answer,) = answers({"id": 7, "text": "10k trail in 55:10 yesterday, felt great", "now": NOON})
    assert (answer["id"], answer["is_run"], answer["reason"]) == (7, True, None)
    (run,) = answer["runs"]
    assert (run["distance_m"], run["duration_s"]) == (10_000, 3310)
    assert (run["date_offset_days"], run["kind"], run["mood"]) == (-1, "trail", "positive")
    assert run["tags"] == []


def test_no_run_has_a_reason():
    """A post that would not be logged has no run and says why."""
    (answer,) = answers({"id": "a", "text": "running 10k tomorrow", "now": NOON})
    assert (answer["is_run"], answer["runs"], answer["reason"]) == (False, [], "plan")


def test_units_settle_what_is_open():
    """The hint about units decides what a bare number means, and nothing else."""
    lines = [
        {"id": 1, "text": "ran 5 in 45:00", "now": NOON, "units": "mi"},
        {"id": 2, "text": "ran 5k in 25:00", "now": NOON, "units": "mi"},
    ]
    assert [answer["runs"][0]["distance_m"] for answer in answers(*lines)] == [8047, 5000]


@pytest.mark.parametrize(
    ("line", "number", "words"),
    [
        (b"5k in 24:30", None, "no JSON"),
        (b"", None, "no JSON"),
        (b"\xff{}", None, "UTF-8"),
        (b"[1, 2]", None, "no object"),
        (b"[" * 100_000, None, "nested"),
        ({"id": 3, "now": NOON}, 3, "text"),
        ({"id": 3, "text": 5, "now": NOON}, 3, "text"),
        ({"id": 3, "text": "5k"}, 3, "now"),
        ({"id": 3, "text": "5k", "now": "today"}, 3, "ISO 8601"),
        ({"id": 3, "text": "5k", "now": "2026-11-18T12:00:00"}, 3, "offset"),
        ({"id": 3, "text": "5k", "now": NOON, "units": "miles"}, 3, "km nor mi"),
        ({"id": 3, "text": "5k", "now": NOON, "locale": 1}, 3, "locale"),
    ],
)
def test_a_bad_line_gets_an_error_in_its_place(line, number, words):
    """A line that can't be read says why, keeps its id, and those around it are answered."""
    good = {"id": 0, "text": "ran 5k in 25:00", "now": NOON}
    before, bad, after = answers(good, line, good)
    assert before["is_run"] and after["is_run"]
    assert bad["id"] == number
    assert words in bad["error"]


def test_answers_come_as_lines_come():
    """Each line is answered before the next one is asked for."""

    def lines():
        yield json.dumps({"id": 1, "text": "ran 5k", "now": NOON}).encode()
        raise AssertionError("asked for more before it answered")

    assert json.loads(next(answer_lines(lines())))["id"] == 1


def test_the_explanation_names_every_stage(now):
    """Words, figures with their roles, clauses, evidence and the decision are all told."""
    told = show(explain("yesterday 10 km in 55:00, race on Sunday", now=now))
    for line in (
        "language  en",
        "km                        distance_unit 1000",
        "55:00                     clock     3300 s        -> time",
        "+0.90  a distance and an exact time that fits it",
        "decision  log  (confidence 1.00)",
        "run: distance_m 10000, duration_s 3300, date_offset_days -1",
    ):
        assert line in told


def test_a_refusal_explains_itself(now):
    """A post that is no run names the reason and the clause that gave it."""
    told = show(explain("i will run 10k tomorrow", now=now))
    assert "stay silent  (confidence 0.90, reason plan)" in told
    assert "i will run [10 k] [tomorrow]  plan" in told


def test_a_run_has_the_fields_of_the_contract_and_no_other(now):
    """Programs that read the answers rely on the names and on their order."""
    line = json.dumps({"id": 1, "text": "5k in 24:30", "now": now.isoformat()}).encode()
    (answer,) = (json.loads(told) for told in answer_lines([line]))
    assert list(answer) == ["id", "is_run", "confidence", "runs", "reason"]
    assert list(answer["runs"][0]) == [
        *("distance_m", "duration_s", "pace_s_per_km", "date_offset_days", "kind", "mood"),
        *("climb_m", "time_of_day", "tags"),
    ]
