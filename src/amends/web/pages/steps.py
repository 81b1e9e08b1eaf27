"""The one step that could come next in a repair; it is offered, never asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from amends.acts.aside import Topic
from amends.acts.breach import Breach
from amends.acts.session import LOOK_AGAIN
from amends.engine.results import AloneStage, RepairState, Stage
from amends.web.pages.entry import Entry


@dataclass(frozen=True)
class Step:
    """What could come next.

    Attributes:
        said: the step.
        why: what it is good for.
        link: what the link says that leads there; empty where the step is taken elsewhere.
        address: where it leads.
    """

    said: Any
    why: Any
    link: Any
    address: str


def next_step(entry: Entry, state: RepairState) -> Step:
    """What could come next for the visitor: towards the first stage that is not reached.

    Who lets suggestions rest reads in the same place that nothing is needed.
    """
    if entry.seat.rests_prompts:
        return Step(*_RESTING, "", "")
    if state.look is not None and state.look <= entry.now.date():
        return Step(*_LOOK, _address(entry, state, f"practice {LOOK_AGAIN}"))
    if state.is_alone:
        return _next_alone(entry, state)
    reached = {stage for stage, _act in state.reached}
    missing = next((stage for stage in Stage if stage not in reached), Stage.MENDED)
    of_hurt = _WHEN_HURT if entry.me in state.hurt else {}
    said, why, link, place = of_hurt.get(missing) or _STEPS[missing]
    return Step(said, why, link, _address(entry, state, place))


_LOOK: Final = (
    _("The day has come on which you wanted to look at it once more."),
    _("What was kept, what was hard, and whether to go on, to change something, or to stop."),
    _("Look at it once more"),
)
_NOTICED: Final = (
    _("Write down one time when it happened."),
    _("One time that could be seen or heard is easier to talk about than “always”."),
    _("Write it down"),
)


_RESTING: Final = (
    _("Nothing is needed here now."),
    _("If you like, look back at it for yourself. It can lie as long as it likes."),
)
"""What stands there for someone who lets suggestions rest: nothing that leads towards the other, and
nothing that looks as if something were missing."""


def _next_alone(entry: Entry, state: RepairState) -> Step:
    """The same for a repair that one walks alone: it is complete without the other."""
    reached = {stage for stage, _act in state.reached_alone}
    missing = next((stage for stage in AloneStage if stage not in reached), AloneStage.DECIDED)
    said, why, link, topic = _ALONE[missing]
    if topic is None:
        return Step(said, why, link, _address(entry, state, "hurt"))
    address = reverse("answering", kwargs={"bond": entry.seat.bond_id, "act": state.repair, "kind": "aside"})
    return Step(said, why, link, f"{address}?{urlencode({'topic': topic.value})}")


_ALONE: Final[dict[AloneStage, tuple[Any, Any, Any, Topic | None]]] = {
    AloneStage.NOTICED: (*_NOTICED, None),
    AloneStage.WANTED: (
        _("Write down what you want instead."),
        _("It is easier to ask for something than to stop something."),
        _("Write it down"),
        Topic.WANTED,
    ),
    AloneStage.SAID: (
        _("Find words that you could say, and say them when you like, or not at all."),
        _("You can copy them from here. Who hears them, and when, is up to you."),
        _("Find words"),
        Topic.SAID,
    ),
    AloneStage.CHANGED: (
        _("After a while, note what changed."),
        _("Little is an answer too. It helps to see it in your own words."),
        _("Note it"),
        Topic.CHANGED,
    ),
    AloneStage.DECIDED: (
        _("Decide how it goes on for you."),
        _("Going on, more distance, leaving: each is as good an end as the others."),
        _("Write down what you decide"),
        Topic.DECIDED,
    ),
}
"""By the stage that is missing: the step, its reason, the link, and the note it leads to."""
_STEPS: Final[dict[Stage, tuple[Any, Any, Any, str]]] = {
    Stage.NOTICED: (*_NOTICED, "mine"),
    Stage.NAMED: (
        _("Share one time when it happened, if you want it heard."),
        _("One time that could be seen or heard is easier to hear than “always”."),
        _("Write it down"),
        "mine",
    ),
    Stage.HEARD: (
        _("Say how you see it."),
        _("To be heard often matters more than to be agreed with."),
        _("Look"),
        "act",
    ),
    Stage.UNDERSTOOD: (
        _("Ask each other what was going on when it happened."),
        _("Seeing a reason is not excusing. It shows what might help."),
        _("Understand why"),
        "practice why",
    ),
    Stage.OWNED: (
        _("Say what was yours in it."),
        _("To own a part, and to say what you will do otherwise, helps more than any explanation."),
        _("Find words"),
        "practice own-it",
    ),
    Stage.KEPT: (
        _("One small promise, kept for a while."),
        _("What is kept speaks for what was said."),
        _("Promise something small"),
        "promise",
    ),
    Stage.MENDED: (
        _("Go on keeping what you promised."),
        _("The one who was hurt says when it has come that far."),
        "",
        "",
    ),
}
"""By the stage that is missing: the step, its reason, the link, where it leads."""
_WHEN_HURT: Final[dict[Stage, tuple[Any, Any, Any, str]]] = {
    Stage.NOTICED: (*_NOTICED, "hurt"),
    Stage.NAMED: (*_STEPS[Stage.NAMED][:3], "hurt"),
    Stage.HEARD: (
        _("Wait, or talk about it by turns."),
        _("Nobody has to answer, and an answer may take its time."),
        _("Talk it through"),
        "practice talk",
    ),
    Stage.OWNED: (
        _("Ask for what would put it right."),
        _("You owe no acceptance. You may know what would help."),
        _("Ask for something"),
        "request",
    ),
    Stage.KEPT: (
        _("See what is kept, for a while."),
        _("What is kept speaks for what was said."),
        "",
        "",
    ),
    Stage.MENDED: (
        _("Look back at what was kept. You alone say when it has come that far."),
        _("There is no date for it."),
        "",
        "",
    ),
}
"""The same where the visitor was hurt and it differs."""


def _address(entry: Entry, state: RepairState, place: str) -> str:
    bond = entry.seat.bond_id
    match place:
        case "":
            return ""
        case "act":
            return reverse("act", kwargs={"bond": bond, "act": _latest_hurt(entry, state)})
        case "practice own-it" if "apology" in entry.left_out:
            return _address(entry, state, "act")
        case named if named.startswith("practice "):
            address = reverse("practice", kwargs={"bond": bond, "practice": named.removeprefix("practice ")})
            return f"{address}?repair={state.repair}"
        case _:
            address = reverse("adding-kind", kwargs={"bond": bond, "kind": place})
            return f"{address}?repair={state.repair}" if place in {"hurt", "mine"} else address


def _latest_hurt(entry: Entry, state: RepairState) -> Any:
    """The latest hurt in it, to which something can be said; else the repair itself."""
    hurts = [one for one in state.acts if isinstance(entry.act(one).act, Breach)]
    return hurts[-1] if hurts else state.repair
