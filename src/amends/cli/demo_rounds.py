"""What the invented team has answered to questions for everyone. No story holds it: it has no author."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from amends.people.models import Bond

WEEK: Final = timedelta(days=7)
ASKED: Final = ("going-wrong", "upwards", "unfinished", "asked", "words")
TOLD: Final = (
    (
        12 * WEEK,
        (
            (2, 1, 2, 1, "That the first one who says it is not the last to go home."),
            (3, 2, 2, 2, "An answer within the same week, also where it is no."),
            (2, 2, 3, 1, "Less of it by mail at night."),
            (4, 3, 3, 2, "Hearing what became of the last thing I said."),
            (3, 2, 1, 2, "That it is written down who decided."),
        ),
    ),
    (
        2 * WEEK,
        (
            (4, 3, 3, 3, "The Monday lines help. More of “I don’t know”."),
            (4, 3, 4, 3, "Ask the night shift in the evening and not in the morning."),
            (3, 3, 3, 4, "Nothing more just now."),
            (5, 4, 4, 4, "That a no comes with its reason."),
            (4, 2, 2, 3, "A second person in the room when it is about me."),
        ),
    ),
)
"""Of each round of speaking up: how long ago it closed, and what five answered."""


def ask(bond: Bond, now: datetime) -> None:
    """Let an invented team of five or more be asked twice in the past, and once more from today on."""
    from amends.rounds import keep  # noqa: PLC0415  # only after the settings are there
    from amends.rounds.questions import question_set  # noqa: PLC0415

    seats = keep.those_asked(bond)
    speaking_up, credit = question_set("speaking-up", "en"), question_set("credit", "en")
    if len(seats) < len(TOLD[0][1]) or speaking_up is None or credit is None:
        return
    for ago, given in TOLD:
        closed_at = now - ago
        begun = keep.begin(seats[0], speaking_up, closed_at, closed_at - WEEK)
        for seat, answers in zip(seats, given, strict=False):
            keep.answer(seat, begun, dict(zip(ASKED, answers, strict=True)), closed_at - WEEK)
        keep.close_due(closed_at)
    keep.begin(seats[-1], credit, now + WEEK, now)
