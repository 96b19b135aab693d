"""Where every table keeps a member or words: exported as what, and gone how when the member is forgotten.

A test reads the schema and fails on a column that is not listed here, and on a listed one that does not exist.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

OWNER = "member_id"
"""The column that holds the member's id in each of their tables, the first of an index."""


@dataclass(frozen=True, slots=True)
class MemberTable:
    """A table whose rows belong to members; forgetting deletes the rows up to an instant."""

    age: str | None
    """The column that says, in milliseconds since 1970, how old a row is; None where a row goes with its parent."""
    exported: Mapping[str, str]
    """Column -> the name it has in the member's export."""
    unexported: Mapping[str, str] = field(default_factory=dict)
    """Column -> why the member's export leaves it out."""
    yes_or_no: frozenset[str] = frozenset()
    """The exported columns that hold 0 or 1 and mean no or yes."""
    others: frozenset[str] = frozenset()
    """Unexported columns that name another member; each is emptied when that one is forgotten."""

    @property
    def columns(self) -> frozenset[str]:
        """Every column of the table."""
        return frozenset({OWNER, *self.exported, *self.unexported})


INTERNAL = "a number or key that only the bot uses"

# In the order in which rows are deleted. A post takes along its runs, and the kudos that others gave it.
MEMBER_TABLES: Mapping[str, MemberTable] = {
    "kudos": MemberTable(age="given_at", exported={"post_id": "post", "given_at": "given at"}),
    "cheers": MemberTable(
        age="given_at",
        exported={"club_id": "club", "day": "day", "given_at": "given at"},
        unexported={"cheer_id": INTERNAL, "cheered_id": "somebody else, whom you cheered for"},
        others=frozenset({"cheered_id"}),
    ),
    "call_cheers": MemberTable(
        age="given_at",
        exported={"named": "with your name", "given_at": "given at"},
        unexported={"call_id": "somebody else's call, which may be anonymous"},
        yes_or_no=frozenset({"named"}),
    ),
    "calls": MemberTable(
        age="called_at",
        exported={
            "club_id": "club",
            "named": "with your name",
            "day": "day",
            "channel_id": "channel",
            "message_id": "message",
            "called_at": "called at",
        },
        unexported={"call_id": INTERNAL},
        yes_or_no=frozenset({"named"}),
    ),
    "posts": MemberTable(
        age="posted_at",
        exported={
            "post_id": "post",
            "club_id": "club",
            "private": "private",
            "channel_id": "channel",
            "message_id": "message",
            "posted_at": "posted at",
            "zone": "read in time zone",
            "answered": "answered in words",
        },
        unexported={
            "source": INTERNAL,
            "answer_id": INTERNAL,
            "text_hash": "a hash by which an edit is noticed; it cannot be turned back into words",
        },
        yes_or_no=frozenset({"private", "answered"}),
    ),
    "runs": MemberTable(
        age=None,  # as old as its post: one act of logging stays or goes as a whole
        exported={
            "run_id": "run",
            "post_id": "post",
            "club_id": "club",
            "day": "day",
            "distance_m": "distance in metres",
            "duration_s": "time in seconds",
            "kind": "kind",
            "note": "note",
            "private": "private",
            "logged_at": "logged at",
            "withdrawn_at": "taken back at",
            "voided_at": "taken out by an organizer at",
        },
        unexported={"position": INTERNAL, "by_hand": INTERNAL, "withdrawn_by": INTERNAL},
        yes_or_no=frozenset({"private"}),
    ),
    "joys": MemberTable(
        age="noted_at",
        exported={
            "run_id": "run",
            "club_id": "club",
            "kind": "private milestone",
            "day": "day",
            "noted_at": "noted at",
            "told_at": "told at",
            "channel_id": "shared in channel",
            "message_id": "shared as message",
        },
    ),
    "roles_given": MemberTable(
        age="given_at",
        exported={"club_id": "club", "role_id": "role from the bot", "given_at": "given at"},
    ),
    "roles_due": MemberTable(
        age="marked_at",
        exported={"club_id": "club", "marked_at": "roles to be looked at since"},
        unexported={"marks": INTERNAL},
    ),
    "club_members": MemberTable(
        age="seen_at", exported={"club_id": "club", "name": "name", "seen_at": "last seen at"}
    ),
    "corrections": MemberTable(
        age="corrected_at",
        exported={
            "correction_id": "correction",
            "club_id": "club",
            "run_id": "run",
            "act": "what an organizer did",
            "reason": "reason",
            "was_day": "day before",
            "was_distance_m": "distance in metres before",
            "was_duration_s": "time in seconds before",
            "was_kind": "kind before",
            "day": "day",
            "distance_m": "distance in metres",
            "duration_s": "time in seconds",
            "kind": "kind",
            "corrected_at": "done at",
            "told_at": "told at",
        },
        unexported={"organizer_id": "somebody else, who acted for the club"},
        others=frozenset({"organizer_id"}),
    ),
    "questions": MemberTable(
        age="asked_at",
        exported={
            "question_id": "question",
            "club_id": "club",
            "channel_id": "channel",
            "message_id": "message",
            "private": "private",
            "matter": "asked about",
            "by_mark": "asked with a reaction",
            "marked": "reaction still there",
            "agreed": "answered with yes",
            "asked_at": "asked at",
            "closed_at": "over at",
        },
        unexported={
            "asked_with": INTERNAL,
            "text_hash": "a hash by which an edit is noticed; it cannot be turned back into words",
        },
        yes_or_no=frozenset({"private", "by_mark", "marked", "agreed"}),
    ),
    "held_runs": MemberTable(
        age="posted_at",
        exported={
            "question_id": "question",
            "name": "name",
            "message_id": "message",
            "run_id": "run to change",
            "private": "private",
            "day": "day",
            "distance_m": "distance in metres",
            "duration_s": "time in seconds",
            "kind": "kind",
            "note": "note",
            "posted_at": "posted at",
        },
        unexported={
            "source": INTERNAL,
            "text_hash": "a hash of the figures beside it, by which an answer is found again",
        },
        yes_or_no=frozenset({"private"}),
    ),
    "lines_told": MemberTable(
        age="told_at",
        exported={
            "club_id": "club",
            "post_id": "post",
            "situation": "situation",
            "private": "private",
            "told_at": "told at",
        },
        unexported={"line": INTERNAL},
        yes_or_no=frozenset({"private"}),
    ),
    "challenge_members": MemberTable(
        age="changed_at",
        exported={
            "challenge_id": "challenge",
            "joined_on": "joined on",
            "left_at": "left at",
            "team": "team",
            "changed_at": "changed at",
        },
    ),
    "challenge_shares": MemberTable(
        age="latest_at",
        exported={
            "challenge_id": "challenge",
            "team": "team",
            "counted": "counted of all runs",
            "public": "counted of public runs",
            "goal": "own goal by all runs",
            "public_goal": "own goal by public runs",
            "latest_at": "as of",
        },
    ),
    "challenge_forms": MemberTable(
        age="typed_at",
        exported={"club_id": "club", "fields": "typed into a form", "typed_at": "typed at"},
        unexported={"form_id": INTERNAL, "form": INTERNAL, "number": INTERNAL},
    ),
    "challenge_editors": MemberTable(
        age="did_at", exported={"challenge_id": "challenge", "did": "what", "did_at": "at"}
    ),
    "dms_closed": MemberTable(
        age="closed_at", exported={"closed_at": "direct messages found closed at"}
    ),
    "motivation_told": MemberTable(
        age="told_at",
        exported={"told_at": "told at"},
        unexported={"message": INTERNAL},
    ),
    "support_due": MemberTable(age="due_at", exported={"due_at": "support text due since"}),
    "pauses": MemberTable(
        age="begun_at",
        exported={
            "first_day": "first day",
            "last_day": "last day",
            "reason": "reason",
            "begun_at": "begun at",
        },
    ),
    "occurrences": MemberTable(
        age=None,  # goes with its plan
        exported={
            "key": "first day",
            "last": "last day",
            "due_at": "due at",
            "state": "what became of it",
            "reason": "why",
            "maybe_sent": "an earlier try may have reached you",
            "held_until": "held back until",
            "direct": "a direct message",
            "ended_at": "ended at",
            "channel_id": "channel",
            "message_id": "message",
        },
        unexported={
            "occurrence_id": INTERNAL,
            "schedule_id": INTERNAL,
            "attempts": INTERNAL,
            "since": INTERNAL,
            "digest": INTERNAL,
        },
        yes_or_no=frozenset({"maybe_sent", "direct"}),
    ),
    "schedules": MemberTable(
        age="changed_at",
        exported={
            "kind": "what comes on its own",
            "club_id": "club",
            "every": "how often",
            "weekdays": "weekdays (0 is Monday)",
            "day": "day",
            "at": "time of day",
            "zone": "time zone",
            "active": "switched on",
            "due_at": "next due at",
            "changed_at": "changed at",
        },
        unexported={
            "schedule_id": INTERNAL,
            "owner_id": INTERNAL,
            "week_turns": "the club's weeks",
            "next_key": INTERNAL,
            "wake_at": INTERNAL,
        },
        yes_or_no=frozenset({"active"}),
    ),
    "not_feeling_it": MemberTable(age="said_at", exported={"day": "day", "said_at": "said at"}),
    "told_names": MemberTable(
        age="told_at",
        exported={"channel_id": "channel", "message_id": "message", "told_at": "told at"},
    ),
    "rests": MemberTable(age="chosen_at", exported={"day": "day", "chosen_at": "chosen at"}),
    "members": MemberTable(
        age="changed_at",
        exported={
            "units": "units",
            "zone": "time zone",
            "named": "named in public",
            "read_posts": "posts are read",
            "home_club_id": "club meant in direct messages",
            "weekly_days": "active days a week",
            "rest_days": "weekdays of planned rest, Monday 0 to Sunday 6",
            "rankings": "stands in rankings",
            "tone": "tone",
            "dms": "direct messages that come on their own",
            "nudge_days": "quiet days before a nudge",
            "quiet_hours": "quiet hours",
            "reading_chosen_at": "chosen whether posts are read at",
            "changed_at": "changed at",
        },
        yes_or_no=frozenset({"named", "read_posts", "rankings"}),
    ),
}

# Tables that hold no member: what organizers chose for the club, and what the bot did by itself.
OTHER_TABLES: Mapping[str, frozenset[str]] = {
    "clubs": frozenset(
        {
            "club_id",
            "name",
            "zone",
            "units",
            "replies",
            "tone",
            "quiet_hours",
            "organizer_role_id",
            "week_turns",
            "rankings",
            "joined_at",
            "greeted_at",
            "left_at",
        }
    ),
    "rewards": frozenset({"club_id", "kind", "value", "role_id"}),
    "guests": frozenset({"guest_id", "club_id", "name", "added_at"}),
    "told_weeks": frozenset(
        {"message_id", "channel_id", "club_id", "first_day", "digest", "told_at"}
    ),
    "recaps_anew": frozenset({"club_id", "wishes"}),
    "prompts_told": frozenset({"club_id", "prompt", "told_at"}),
    "recap_choices": frozenset({"club_id", "empty_weeks"}),
    "club_channels": frozenset({"club_id", "channel_id", "purpose"}),
    "cards": frozenset(
        {
            "kind",
            "number",
            "club_id",
            "channel_id",
            "message_id",
            "wanted",
            "shown",
            "shown_at",
            "claimed_at",
            "reposted",
            "resting",
            "picture",
        }
    ),
    "club_lines": frozenset({"line_id", "club_id", "situation", "words"}),
    "club_lines_off": frozenset({"club_id", "line"}),
    "removals": frozenset({"message_id", "channel_id", "mark"}),
    "messages": frozenset(
        {"message_id", "channel_id", "edited_at", "deleted_at", "moderated", "ours"}
    ),
    "backlogs": frozenset(
        {
            "club_id",
            "channel_id",
            "message_id",
            "since_at",
            "until_at",
            "room_id",
            "reached",
            "seen",
            "counted",
        }
    ),
    "channel_marks": frozenset({"channel_id", "club_id", "message_id"}),
    "challenges": frozenset(
        {
            "challenge_id",
            "club_id",
            "name",
            "kind",
            "first_day",
            "last_day",
            "since_day",
            "rules",
            "state",
            "repeats",
            "follows",
            "created_at",
            "ended_at",
            "outcome",
            "version",
            "counted",
        }
    ),
    "challenge_totals": frozenset({"challenge_id", "team", "counted", "movers"}),
    "challenge_announcements": frozenset({"challenge_id", "what", "announced_at"}),
    "duties": frozenset({"kind", "due_at", "claimed_at", "attempts", "retry_at", "done_at"}),
}
