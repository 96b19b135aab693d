-- To whom the support text is to be shown in their next private answer; no reason and no message is kept.
CREATE TABLE support_due (
    member_id INTEGER PRIMARY KEY,
    due_at    INTEGER NOT NULL
) STRICT;
