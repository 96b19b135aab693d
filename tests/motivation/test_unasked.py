"""docs/unasked.md names what comes on its own."""

import re

import pytest

from bot.challenges.occasions import OCCASIONS
from bot.motivation.model import KINDS
from bot.prompts.model import ASKS
from bot.recaps.model import EVERY


@pytest.mark.parametrize("kind", sorted({*KINDS.values(), *EVERY, *OCCASIONS, *ASKS}))
def test_each_kind_that_comes_on_its_own_has_its_row(pytestconfig, kind):
    """Every kind says in docs/unasked.md what it is, how it comes, who switched it on and how it stops."""
    table = (pytestconfig.rootpath / "docs" / "unasked.md").read_text("utf-8")
    rows = [
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in table.splitlines()
        if "|" in line
    ]
    (row,) = [row for row in rows if kind in re.findall(r"`([^`]+)`", row[1])]
    assert len(row) == 5 and all(row)
