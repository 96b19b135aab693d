"""Which posts are read at all, kept in memory so that other chat costs nothing."""

from collections.abc import Iterable


class Listening:
    """The run channels of all clubs, and the members who asked not to be read.

    A copy of what the database says: filled at start, and changed after the commit that changed it there.
    """

    def __init__(self) -> None:
        self._channels: set[int] = set()
        self._unread_members: set[int] = set()

    def fill(self, channel_ids: Iterable[int], unread_member_ids: Iterable[int]) -> None:
        """Takes over everything the database says, at start."""
        self._channels = set(channel_ids)
        self._unread_members = set(unread_member_ids)

    def is_run_channel(self, channel_id: int, parent_id: int | None) -> bool:
        """Whether posts are read in this channel, or in a thread of `parent_id`."""
        return channel_id in self._channels or parent_id in self._channels

    def hears(self, channel_id: int, parent_id: int | None, member_id: int) -> bool:
        """Whether a post in this channel, or in a thread of `parent_id`, is read for runs."""
        if member_id in self._unread_members:
            return False
        return channel_id in self._channels or parent_id in self._channels

    def set_channels(self, before: Iterable[int], after: Iterable[int]) -> None:
        """A club that read the channels `before` reads those `after` from now on."""
        self._channels.difference_update(before)
        self._channels.update(after)

    def set_member(self, member_id: int, *, read: bool) -> None:
        """Whether this member's posts are read from now on."""
        if read:
            self._unread_members.discard(member_id)
        else:
            self._unread_members.add(member_id)
