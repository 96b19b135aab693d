"""German grammar: words that stand apart, are glued to a figure or end in a dot."""

from bot.runs.parse import Reading, parse
from tests.runs.parse.scores import NOW


def _read(text: str) -> Reading:
    return parse(text, now=NOW)


def test_laufen_behind_war_is_a_run() -> None:
    """German "war gestern noch laufen" is a run of yesterday; "war zu müde zum Laufen" is none."""
    reading = _read("War gestern noch laufen, einfach nach Gefühl. Herrlich")
    assert reading.is_run
    assert reading.runs[0].date_offset_days == -1
    assert not _read("War gestern zu müde zum Laufen").is_run


def test_heute_noch_is_over_where_its_verb_says_so() -> None:
    """ "Heute noch 8 km gelaufen" is done, "heute noch 8 km" is to come."""
    assert _read("Heute noch 8 km gelaufen").runs[0].distance_m == 8000
    assert not _read("Heute noch 8 km").is_run


def test_a_unit_glued_to_its_figure_begins_no_phrase() -> None:
    """ "5er heute" is 5 km of today, though "er heute" is what he did."""
    assert _read("nen 5er heute gelaufen").runs[0].distance_m == 5000
    assert _read("Freitag meinen ersten 5er gelaufen, 31:10").runs[0].distance_m == 5000


def test_thousands_with_a_dot_are_metres() -> None:
    """ "8.000 m" are metres, "45 m" are minutes."""
    assert _read("8.000 m gelaufen").runs[0].distance_m == 8000
    assert _read("1h 10m gelaufen").runs[0].duration_s == 4200


def test_so_is_sunday_where_a_capital_says_so() -> None:
    """A capital within a sentence, or a figure behind, makes Sunday of "So", which is "so" as well."""
    assert _read("Halbmarathon So 2:05:40").runs[0].date_offset_days == -3
    assert _read("So. 21,3 km in genau 2 Stunden").runs[0].date_offset_days == -3
    assert _read("So 16 km geschafft").runs[0].date_offset_days is None


def test_a_figure_before_a_full_stop_is_no_ordinal() -> None:
    """ "10 km in 52." ends a sentence with a time; "mein 25. Halbmarathon" counts."""
    assert _read("Heute 10 km in 52. Zäh wars").runs[0].duration_s == 3120
    counted = _read("Am Sonntag meinen 25. Halbmarathon gefinisht, herrlich")
    assert counted.runs[0].date_offset_days == -3


def test_half_before_its_verb_is_the_race() -> None:
    """ "Nen Halben gelaufen" is half a marathon, "nen halben Tag" is none."""
    assert _read("Heute nen Halben gelaufen").runs[0].distance_m == 21097
    assert not _read("Nen halben Tag im Bett gelegen").is_run


def test_a_decimal_comma_gives_english_no_advantage() -> None:
    """ "Mo" is Monday where a comma says that the post is not English."""
    assert _read("Mo: 8,3 km in 47:55").runs[0].date_offset_days == -2


def test_a_date_may_end_a_post() -> None:
    """ "Am 15.11." is the day where it ends what is said, too."""
    assert _read("10 km gelaufen am 15.11.").runs[0].date_offset_days == -3


def test_a_run_is_of_whom_is_named_behind_it() -> None:
    """ "Der erste 5er meiner Tochter" is hers; "mit dem Hund meiner Schwester" leaves a run its author's."""
    assert not _read("der erste 5er meiner Tochter, 34:10, so stolz").is_run
    assert _read("heute 8 km mit dem Hund meiner Schwester").is_run


def test_a_short_day_before_a_figure_is_of_its_language() -> None:
    """ "Mo 10 km" begins with Monday, "Mo ran 10 km" with somebody."""
    assert _read("Mo 10 km in 52:10").runs[0].date_offset_days == -2
    assert not _read("Mo ran 5k").is_run


def test_konnte_is_over_and_koennte_is_not() -> None:
    """An umlaut, or the "oe" in its place, makes of what one could do what one might do."""
    assert _read("Konnte heute endlich wieder 8 km laufen").is_run
    assert not _read("Könnte heute endlich wieder 8 km laufen").is_run
    assert not _read("Koennte heute endlich wieder 8 km laufen").is_run


def test_zu_before_a_distance_is_to() -> None:
    """ "Zu 20 km überredet" is no "too much"."""
    assert (
        _read("Samstag hat mich Jörg zu 20 km überredet. Danach Pizza").runs[0].distance_m == 20000
    )


def test_a_verb_in_front_is_denied_at_the_end() -> None:
    """ "Gelaufen bin ich nicht" is no run, "gelaufen bin ich heute früh" is one."""
    assert not _read("Das Shirt hab ich gewonnen. Gelaufen bin ich nicht").is_run
    assert _read("Gelaufen bin ich heute früh").is_run


def test_a_town_owns_no_distance() -> None:
    """What "in" leads to is a town even if it ends as an owner's name does, "Lisas 5 km" are hers."""
    assert _read("Am Sonntag in Wels 21,1 km in 1:54:20").is_run
    assert not _read("Gestern Lisas 5 km in 24:20").is_run


def test_what_a_run_took_the_place_of_is_no_life() -> None:
    """A run "statt Tatort" is one, an evening of it is none."""
    assert _read("Statt Tatort: 21 km in 2h10").runs[0].distance_m == 21000
    assert not _read("Den ganzen Abend Tatort, 90 min").is_run


def test_a_number_in_letters_ends_its_sentence() -> None:
    """The dot behind "zehn" makes no tenth of it."""
    assert _read("44:59 am Samstag auf die zehn gelaufen. Endlich").runs[0].distance_m == 10000


def test_two_who_are_named_have_run_themselves() -> None:
    """ "Lena und Kathi haben 12 km gemacht" is theirs, and so is what somebody sends."""
    assert not _read("Lena und Kathi haben gestern 12 km gemacht, ich stand am Rand").is_run
    assert not _read("Steffi schreibt grad: 9 km, 51 min").is_run
    assert _read("Mit Lena und Kathi haben wir gestern 12 km gemacht").is_run


def test_her_verb_makes_the_run_hers() -> None:
    """ "Sie drehte 10 km" is her run, one with her is the author's."""
    assert not _read("Sie drehte gestern 10 km in 52:30").is_run
    assert _read("Heute 10 km in 52:30, sie war dabei").is_run


def test_a_bunch_runs_for_itself() -> None:
    """ "Die Schnellen haben 16 km gemacht" and "zwei von uns liefen 21 km" are others' runs."""
    assert not _read("Die Schnellen haben heute 16 km gemacht").is_run
    assert not _read("Zwei aus der Gruppe liefen gestern 21 km").is_run
    assert _read("Heute mit den Schnellen 16 km gelaufen").is_run


def test_a_town_that_ends_like_an_owner_owns_no_run(read):
    """Wels is where it was run, Jans is whose run it was."""
    assert read("in Wels 21,1 km").is_run
    assert not read("Jans 21,1 km").is_run


def test_a_verb_of_two_words_needs_both_of_them(read):
    """Where the second one is a noun, nobody went."""
    assert read("war gestern mit Anna im Wald laufen").is_run
    assert not read("war gestern zum Laufen zu müde").is_run
