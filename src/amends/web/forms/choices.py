"""What choices are called on the pages."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from amends.acts.answer import Reply
from amends.acts.aside import Topic
from amends.acts.boundary import Subject
from amends.acts.breach import BreachType
from amends.acts.disclosure import Shelf
from amends.acts.heard_promise import Heard
from amends.acts.journal import Day
from amends.acts.outcome import Result
from amends.acts.promise import PromiseType
from amends.acts.repair import Step
from amends.acts.response import Stance
from amends.acts.understanding import Cause

Labels = dict[str, Any]

WEIGHTS: Final = (
    (1, _("a pinprick")),
    (2, _("it stung")),
    (3, _("it hurt")),
    (4, _("it hurt a lot")),
    (5, _("it shook me")),
)
BREACH_TYPES: Final[Labels] = {
    BreachType.OTHER.value: _("something else"),
    BreachType.BROKEN_PROMISE.value: _("a promise not kept"),
    BreachType.LATENESS.value: _("being late"),
    BreachType.FORGOTTEN.value: _("something forgotten"),
    BreachType.UNANSWERED.value: _("no answer"),
    BreachType.DISMISSAL.value: _("being brushed aside"),
    BreachType.WHITE_LIE.value: _("a small lie"),
    BreachType.BLAME_SHIFTED.value: _("blame moved on"),
    BreachType.STORY_SHARED.value: _("something private told on"),
    BreachType.PLAN_CANCELLED.value: _("a plan called off"),
    BreachType.UNRECOGNISED.value: _("an effort not seen"),
}
PROMISE_TYPES: Final[Labels] = {
    PromiseType.DO.value: _("to do something"),
    PromiseType.BE_THERE.value: _("to be there, or on time"),
    PromiseType.TELL.value: _("to tell or ask something"),
    PromiseType.HOLD_BACK.value: _("to hold back from something"),
    PromiseType.OTHER.value: _("something else"),
}
SUBJECTS: Final[Labels] = {
    Subject.OTHER.value: _("something else of mine"),
    Subject.MY_TIME.value: _("my time"),
    Subject.MY_WORK.value: _("my work"),
    Subject.MY_BODY.value: _("my body"),
    Subject.MY_HOME.value: _("my home"),
    Subject.MY_PHONE.value: _("my phone"),
    Subject.MY_MONEY.value: _("my money"),
    Subject.MY_CHILDREN.value: _("my children"),
    Subject.MY_STORIES.value: _("what I tell in confidence"),
    Subject.HOW_WE_TALK.value: _("how we talk with each other"),
    Subject.THEIR_FRIENDS.value: _("whom the other sees"),
    Subject.THEIR_MONEY.value: _("the other’s money"),
    Subject.THEIR_BODY.value: _("the other’s body or clothes"),
    Subject.THEIR_PHONE.value: _("the other’s phone"),
}
SHELVES: Final[Labels] = {
    Shelf.SCHEDULE.value: _("my plans"),
    Shelf.MONEY.value: _("money"),
    Shelf.HOW_I_AM.value: _("how I am"),
    Shelf.DECISION.value: _("a decision"),
    Shelf.NOTES.value: _("notes"),
}
DAYS: Final[Labels] = {Day.GOOD.value: _("good"), Day.NEUTRAL.value: _("neither"), Day.HARD.value: _("hard")}
HEARD: Final[Labels] = {
    Heard.OPEN.value: _("still open"),
    Heard.KEPT.value: _("kept"),
    Heard.LATE.value: _("late"),
    Heard.BROKEN.value: _("not kept"),
}
STANCES: Final[Labels] = {
    Stance.SEE.value: _("I see it"),
    Stance.DIFFERENT.value: _("I see it differently"),
    Stance.NOT_NOW.value: _("Not now"),
}
REPLIES: Final[Labels] = {
    Reply.ACCEPTED.value: _("I accept it"),
    Reply.PARTLY.value: _("In part"),
    Reply.YES.value: _("Yes"),
    Reply.SMALLER.value: _("Yes, to something smaller"),
    Reply.NEGOTIATE.value: _("Let us talk about it"),
    Reply.NOT_NOW.value: _("Not now"),
    Reply.NO.value: _("No"),
}
RESULTS: Final[Labels] = {
    Result.KEPT.value: _("kept"),
    Result.LATE.value: _("late"),
    Result.BROKEN.value: _("not kept"),
    Result.RENEGOTIATED.value: _("changed beforehand"),
    Result.RELEASED.value: _("let go"),
    Result.WITHDRAWN.value: _("taken back beforehand"),
}
CAUSES: Final[Labels] = {
    Cause.COULD_NOT.value: _("it could not be managed"),
    Cause.NOT_CONSIDERED.value: _("I was not thought of"),
    Cause.NOT_STRAIGHT.value: _("it was not straight"),
}
TOPICS: Final[Labels] = {
    Topic.WANTED.value: _("What I want"),
    Topic.SAID.value: _("What I said, or will say"),
    Topic.CHANGED.value: _("What changed"),
    Topic.DECIDED.value: _("What I decide"),
}
STEPS: Final[Labels] = {
    Step.RESTED.value: _("Let it rest"),
    Step.RESUMED.value: _("Take it up again"),
    Step.ENDED.value: _("End it without repair"),
}
