"""The SQL of members."""

from bot.members import store
from bot.members.model import Preferences

ANA = 11


def test_settings_survive_their_storing(tx):
    """Everything comes back as it was saved, of its own kind."""
    saved = Preferences(ANA, "mi", "Europe/Berlin", False, False, 5)
    store.save(tx, saved, at=1)
    loaded = store.load(tx, ANA)
    assert loaded == saved and loaded.named is False and loaded.read_posts is False


def test_saving_again_replaces(tx):
    """A member has one row."""
    store.save(tx, Preferences(ANA, "mi"), at=1)
    store.save(tx, Preferences(ANA), at=2)
    assert store.load(tx, ANA) == Preferences(ANA)
    assert tx.execute("SELECT count(*), max(changed_at) FROM members").fetchone()[:] == (1, 2)


def test_a_club_that_goes_takes_its_names_along(tx):
    """Who acted in a club goes with it; a member's own settings stay."""
    tx.execute(
        "INSERT INTO clubs (club_id, name, zone, units, joined_at) VALUES (1, 'Owls', 'UTC', 'km', 1)"
    )
    store.see(tx, 1, ANA, "Ana", at=1)
    store.save(tx, Preferences(ANA, "mi"), at=1)
    tx.execute("DELETE FROM clubs")
    assert tx.execute("SELECT count(*) FROM club_members").fetchone()[0] == 0
    assert store.load(tx, ANA).units == "mi"
