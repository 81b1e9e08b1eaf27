"""What the same thing is called among partners, friends, family and at work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from amends.people.models import Sort


@dataclass(frozen=True)
class Mended:
    """What the good end of a repair is called.

    Attributes:
        call: to declare it.
        is_so: that it was declared.
        turn: the link to resting, ending and declaring it.
    """

    call: Any
    is_so: Any
    turn: Any


def mended(setting: str) -> Mended:
    """What the good end of a repair is called among these people."""
    return _MENDED.get(setting, _MENDED["couple"])


_MENDED: Final[dict[str, Mended]] = {
    "couple": Mended(_("Call it mended"), _("It is mended."), _("Rest it, end it, or call it mended")),
    "friends": Mended(
        _("Say that it is good again"),
        _("It is good again."),
        _("Rest it, end it, or say that it is good again"),
    ),
    "team": Mended(_("Call it closed"), _("It is closed."), _("Rest it, end it, or call it closed")),
}


@dataclass(frozen=True)
class Outside:
    """What help from outside is called.

    Attributes:
        title: whom one might ask.
        between: where what lies between the people stands, as someone from outside reads it.
    """

    title: Any
    between: Any


def outside(setting: str) -> Outside:
    """What help from outside is called among these people."""
    return _OUTSIDE.get(setting, _OUTSIDE["friends"])


_OUTSIDE: Final[dict[str, Outside]] = {
    "couple": Outside(_("A mediator or therapist"), _("Between the two of them")),
    "friends": Outside(_("Someone from outside"), _("Between them")),
    "family": Outside(_("A mediator or counsellor"), _("In this family")),
    "team": Outside(_("An ombudsperson or mediator"), _("In this team")),
}


@dataclass(frozen=True)
class Joy:
    """What is said of enjoying something together.

    Attributes:
        title: what the page of ideas is called.
        aim: what it is for.
        kept: what the page of shared jokes and small wins is called.
        way: the link to it from the page of the bond.
    """

    title: Any
    aim: Any
    kept: Any
    way: Any


def joy(setting: str) -> Joy:
    """What is said of enjoying something together among these people."""
    return _JOY.get(setting, _JOY["couple"])


_JOY: Final[dict[str, Joy]] = {
    "couple": Joy(
        _("Something to enjoy"),
        _(
            "Mending is not all that you do together. Something new, and a little exciting, tends to do "
            "more than what is merely pleasant."
        ),
        _("What makes you laugh, and what went well"),
        _("Something to enjoy together"),
    ),
    "friends": Joy(
        _("Something to enjoy"),
        _(
            "You are friends for more than what needs mending. Something new, and a little exciting, tends "
            "to do more than what is merely pleasant."
        ),
        _("What makes you laugh, and what went well"),
        _("Something to enjoy together"),
    ),
    "family": Joy(
        _("Something to enjoy"),
        _(
            "A family is more than what was hard in it. Something new, and a little exciting, tends to do "
            "more than what is merely pleasant."
        ),
        _("What makes you laugh, and what went well"),
        _("Something to enjoy together"),
    ),
    "team": Joy(
        _("Something lighter"),
        _(
            "Not all that holds a team together is work. Each of these is an offer; whoever would rather not "
            "needs no reason."
        ),
        _("What made us laugh, and small wins"),
        _("Something lighter, and small wins"),
    ),
}


def granted_sorts(setting: str) -> dict[str, Any]:
    """What can be granted as a whole, as these people call it."""
    return {sort.value: (_SORTS_AT_WORK if setting == "team" else {}).get(sort, sort.label) for sort in Sort}


_SORTS_AT_WORK: Final[dict[Sort, Any]] = {
    Sort.REPAIRS: _("what was raised"),
    Sort.PROMISES: _("what was agreed, and how it went"),
}


@dataclass(frozen=True)
class Patience:
    """What is said of how it goes over time.

    Attributes:
        title: what the page is called.
        aim: what it is for.
        way: the link to it from the page of the bond.
    """

    title: Any
    aim: Any
    way: Any


def patience(setting: str) -> Patience:
    """What is said of how it goes over time among these people."""
    return _PATIENCE.get(setting, _PATIENCE["couple"])


_PATIENCE: Final[dict[str, Patience]] = {
    "couple": Patience(
        _("Patience"),
        _("Trust grows in weeks and months, not evenly. What gives way once undoes nothing that was kept."),
        _("Patience: how it goes over time"),
    ),
    "team": Patience(
        _("Over time"),
        _("Working well together again takes weeks. What slips once undoes nothing that was kept."),
        _("How it goes over time"),
    ),
}


def keeps(setting: str) -> list[tuple[str, Any]]:
    """What can be kept to find again: the word of it, and what it is called among these people."""
    joke = _("something that made us laugh") if setting == "team" else _("a joke of ours")
    win = _("a small win") if setting == "team" else _("something small that went well")
    return [("joke", joke), ("win", win)]


def ways_in(setting: str) -> list[tuple[str, str, Any]]:
    """The four ways in of *today*: the word in the address, the drawing, what it is called."""
    drawings = {"moment": "good", "hurt": "hurt", "mine": "mine", "promise": "promise"}
    return [(kind, f"partials/{name}.svg", title_of(kind, setting)) for kind, name in drawings.items()]


def title_of(kind: str, setting: str) -> Any:
    """What something that can be written down is called, by the word in its address."""
    return (_AT_WORK if setting == "team" else {}).get(kind) or _TITLES[kind]


_TITLES: Final[dict[str, Any]] = {
    # written down by itself
    "moment": _("Something good"),
    "hurt": _("Something that hurt"),
    "mine": _("Something I did"),
    "several": _("Several things, from the last months"),
    "promise": _("A promise"),
    "request": _("Ask for something"),
    "apology": _("An apology"),
    "amends": _("Put something right"),
    "boundary": _("A boundary"),
    "disclosure": _("Open something"),
    "hours": _("Hours of your own"),
    "looking-forward": _("Something to look forward to"),
    "recognition": _("What someone did"),
    "keepsake": _("Something to laugh about, or that went well"),
    "letter": _("A letter"),
    "repair": _("Begin a repair"),
    "check-in": _("How is your trust today?"),
    "journal": _("A line for yourself"),
    "reaffirmation": _("A line to hold on to"),
    "wave": _("An old hurt came back"),
    "heard-promise": _("A promise I heard"),
    "hypothesis": _("A guess about your promises"),
    # said about something
    "response": _("How do you see it?"),
    "answer": _("Your answer"),
    "outcome": _("How did it go?"),
    "skip": _("Leave some days out"),
    "settlement": _("What can you settle on?"),
    "completion": _("Was it put right?"),
    "observance": _("How did it go with this boundary?"),
    "understanding": _("What may lie behind it?"),
    "aside": _("A step for yourself"),
    "map": _("What happens, and what might help"),
    "turn": _("How does it go on?"),
    "correction": _("Put it differently"),
}
_AT_WORK: Final[dict[str, Any]] = {
    "hurt": _("Something that had an effect"),
    "promise": _("Something agreed"),
    "repair": _("Raise something that keeps happening"),
    "wave": _("Something old came back"),
    "heard-promise": _("Something I understood as agreed"),
}
