"""docs/unasked.md names what comes on its own."""

from bot.motivation.model import KINDS


def test_each_kind_of_motivation_has_its_row(pytestconfig):
    """Every kind of message that comes on its own says in docs/unasked.md who switched it on and how it stops."""
    table = (pytestconfig.rootpath / "docs" / "unasked.md").read_text("utf-8")
    rows = [
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in table.splitlines()
        if "|" in line
    ]
    by_kind = {row[1].strip("`"): row for row in rows}
    for kind in KINDS.values():
        assert all(by_kind[kind]) and "/motivation set" in by_kind[kind][3]
