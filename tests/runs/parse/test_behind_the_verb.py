"""Who ran stands behind the verb in many languages; each post of another's beside one of the author's own."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "10 km lief Tom gestern",
        "5 km in 25:10 lief meine Schwester",
        "10 km in 50:00 lief gestern der Tom",
        "10 km lief Papa gestern in 50:00",
        "Nach 3 km hat Lena abgebrochen",
        "Gisteren liep mijn zus 10 km in 50:00",
        "5 km deed Kees in 21:30",
        "Igår sprang min syster 10 km på 50:00",
        "10 km gjorde Kalle på 44:10",
        "5 km en 25:10 hizo mi hermana",
        "5 km em 25:10 fez a minha irmã",
        "5 km in 25:10 ha fatto mia sorella",
    ],
)
def test_who_stands_behind_the_verb_ran(read, text):
    """A name or somebody's own right behind the verb is who ran."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "10 km lief ich gestern",
        "Lief 10 km in 50:00 mit meiner Schwester",
        "Heute hat Tom mich auf 10 km in 50:00 gezogen",
        "Gestern 10 km in 50:00 gelaufen, danach lief Tom die 5 km",
        "Gisteren liep ik 10 km in 50:00",
        "Gisteren liep ik met mijn zus 10 km in 50:00",
        "Igår sprang jag 10 km på 50:00",
        "Igår sprang jag och Kalle 10 km på 50:00",
        "Sprang Lidingöloppet 30 km på 3:10:00",
        "5 km hice con mi hermana en 25:10",
        "Fiz 5 km em 25:10 com a minha irmã",
        "Ho fatto 5 km in 25:10 con mia sorella",
        "Ran Tom's loop, 10k in 50:00",
        "Ran Kenwood, 10k in 50:00",
        "Did Martin 10k 44:10",
    ],
)
def test_who_is_with_its_author_or_a_way_is_not_who_ran(read, text):
    """The author behind the verb, a companion or what a way is called by leaves a run its author's."""
    assert read(text).is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("Du bist gestern 18 km gelaufen", False),
        ("Ihr wart heute 18 km laufen", False),
        ("Du hast heute 10 km in 50:00 gelaufen", False),
        ("Du bist echt verrückt, ich bin 10 km gelaufen in 50:00", True),
        ("Du hast mich motiviert, heute 8 km in 44:10 gelaufen", True),
        ("Wie ihr wisst bin ich gestern 10 km gelaufen", True),
    ],
)
def test_who_is_spoken_to_ran_however_far_the_verb_stands(read, text, is_run):
    """German tells so far between "du bist" and "gelaufen"; "du hast mich" is no run of theirs."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("Heute war ich endlich wieder laufen", True),
        ("Dann wär ich heute 10 km gelaufen", False),
        ("Um ein Haar 10 km gelaufen heute", False),
        ("Um ein Haar gestürzt, trotzdem 10 km in 50:00 geschafft", True),
        ("Fast wäre ich heute 10 km gelaufen, aber das Sofa hat gewonnen", False),
        ("Fast wäre ich nicht los, dann 10 km in 52:10 gelaufen", True),
        ("Heute 10 km gelaufen ... im Traum", False),
        ("Den ganzen Tag gerannt, Arbeit, Schule, Einkaufen", False),
    ],
)
def test_what_was_almost_run_or_dreamt_is_no_run(read, text, is_run):
    """ "War ich laufen" is over, "wär ich" never was, nor what was done by a hair or in a dream."""
    assert read(text).is_run is is_run
