"""Steps that matters end with."""

ACCEPT = ("2026-03-03", "accept", {"by": "community"})
DONE = (
    "2026-03-10",
    "report",
    {"by": "community", "outcome": {"result": "solved", "text": "好了"}},
)
CONFIRM = ("2026-03-12", "confirm")
ATTESTED = {"how": "call", "recorded_by": "watch", "asked": 12, "satisfied": 7}


def verdict(**fields):
    return ("2026-03-12", "confirm", {"verdict": ATTESTED | fields})
