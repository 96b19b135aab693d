"""Every form opens by one door, which tells whoever got none."""

from pathlib import Path

import cogs


def test_forms_open_by_the_edge_alone():
    """No other place of the house asks Discord to open one."""
    house = Path(cogs.__file__).parent
    knocking = {
        file.relative_to(house).as_posix()
        for file in house.rglob("*.py")
        if "send_modal" in file.read_text("utf-8")
    }
    assert knocking == {"edge.py"}
