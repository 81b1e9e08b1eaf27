"""What the same thing is called among partners, friends, family and at work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from amends.engine.results import AloneStage, RepairState, Stage


@dataclass(frozen=True)
class Stitch:
    """One stitch of a seam.

    Attributes:
        name: what it is called.
        is_last: whether it closes the seam.
        act: what sewed it; None where it is still to be sewn.
    """

    name: Any
    is_last: bool
    act: UUID | None


Stages = tuple[tuple[Any, Stage], ...]
"""The stitches of a seam: what each is called, and the stage that it stands for."""

_ALL: Final[Stages] = (
    (_("noticed"), Stage.NOTICED),
    (_("named"), Stage.NAMED),
    (_("heard"), Stage.HEARD),
    (_("understood"), Stage.UNDERSTOOD),
    (_("owned"), Stage.OWNED),
    (_("kept"), Stage.KEPT),
    (_("mended"), Stage.MENDED),
)
_FRIENDS: Final[Stages] = (
    (_("said"), Stage.NAMED),
    (_("heard"), Stage.HEARD),
    (_("kept"), Stage.KEPT),
    (_("enjoyed"), Stage.MENDED),
)
_WORK: Final[Stages] = (
    (_("raised"), Stage.NAMED),
    (_("agreed"), Stage.OWNED),
    (_("kept"), Stage.KEPT),
    (_("closed"), Stage.MENDED),
)
_ALONE: Final = (
    (_("noticed"), AloneStage.NOTICED),
    (_("what I want"), AloneStage.WANTED),
    (_("said outside"), AloneStage.SAID),
    (_("what changed"), AloneStage.CHANGED),
    (_("what I decide"), AloneStage.DECIDED),
)
_STAGES: Final[dict[str, Stages]] = {"friends": _FRIENDS, "team": _WORK}


def stages_of(repair: RepairState, setting: str) -> list[Stitch]:
    """The stitches of a repair's seam in the words of a setting, each with the act that sewed it."""
    if repair.is_alone:
        sewn = dict(repair.reached_alone)
        return [Stitch(name, stage is AloneStage.DECIDED, sewn.get(stage)) for name, stage in _ALONE]
    reached = dict(repair.reached)
    stages = _STAGES.get(setting, _ALL)
    return [Stitch(name, stage is Stage.MENDED, reached.get(stage)) for name, stage in stages]


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
    "letter": _("A letter"),
    "repair": _("Begin a repair"),
    "check-in": _("How is your trust today?"),
    "journal": _("A line for yourself"),
    "wave": _("An old hurt came back"),
    "heard-promise": _("A promise I heard"),
    "hypothesis": _("A guess about your promises"),
    # said about something
    "response": _("How do you see it?"),
    "answer": _("Your answer"),
    "outcome": _("How did it go?"),
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
