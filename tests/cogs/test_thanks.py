"""Thanks at the end of a challenge: everyone by name in no order of merit, folded where a message is full."""

from random import Random

from bot.challenges.model import Board, Row
from cogs.challenges.boards import thanks


def board(count, unnamed=0):
    """So many who brought ever more."""
    rows = [Row(n, f"Runner {n:04}", n * 1000, None, None) for n in range(count)]
    return Board(tuple(rows), unnamed)


def test_few_are_all_named():
    """Each once, and unnamed ones are thanked beside them."""
    told = thanks(board(3, unnamed=2), Random(1), room=500)
    assert all(told.count(f"Runner {n:04}") == 1 for n in range(3))
    assert "everyone who runs unnamed" in told


def test_of_many_as_many_as_fit_are_named():
    """The rest is counted, and the message stays within its room."""
    told = thanks(board(5000), Random(1), room=1800)
    named = told.count("Runner ")
    assert 50 < named < 5000 and f"{5000 - named:,} more" in told and len(told) <= 1800


def test_who_stands_in_the_visible_part_is_drawn_anew():
    """Neither the first nor the farthest are always there, and the order is another one each time."""
    chance = Random(1)
    drawn = [thanks(board(5000), chance, room=600) for _ in range(40)]
    assert len(set(drawn)) == len(drawn)
    seen = {name for told in drawn for name in told.split(", ")}
    assert len(seen) > 500
    assert sum("Runner 4999" in told for told in drawn) < 20


def test_where_nobody_is_to_be_named_all_are_thanked():
    """No name, and no empty sentence."""
    assert "Thank you, everyone" in thanks(board(0, unnamed=4), Random(1), room=500)
    assert thanks(board(0), Random(1), room=500) == ""
