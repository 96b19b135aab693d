"""Names what a clause speaks of."""

from bot.runs.parse.words.names import Names


class Stance(Names):
    """What a clause speaks of; the first two may hold a run, the others are reasons against one."""

    REPORT = "report"
    FRAGMENT = "fragment"  # says nothing of its own: "5k, 24:30"
    NO_RUN = "no_run"
    QUESTION = "question"
    INVITATION = "invitation"
    PLAN = "plan"
    GOAL = "goal"
    HYPOTHETICAL = "hypothetical"
    HABIT = "habit"
    PAST = "past"
    BEST = "personal_best"
    OTHER_PERSON = "other_person"
    REPLY = "reply"
    OTHER_SPORT = "other_sport"
    TRAVEL = "travel"
    LIFE = "daily_life"
    WALK = "walk"
    VOLUNTEER = "volunteer"
    WATCHING = "watching"
    SHOES = "shoes"
    STREAK = "streak"
    WEATHER = "weather"
    SOFTWARE = "software"
    IDIOM = "idiom"
    TOTAL = "total"
    SUM = "period"  # "this week": perhaps one run, perhaps several
    ANNOUNCEMENT = "announcement"
    STATEMENT = "statement"


OWN = frozenset({Stance.REPORT, Stance.FRAGMENT})
