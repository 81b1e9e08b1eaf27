"""How far a repair has come, in the words of its setting; the pages and the command line share it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from amends.engine.results import AloneStage, RepairState, Stage
from amends.readings.wording import Translations


@dataclass(frozen=True, slots=True)
class Stitch:
    """One stitch of a seam.

    Attributes:
        name: what it is called.
        is_last: whether it closes the seam.
        act: what sewed it; None where it is still to be sewn.
    """

    name: str
    is_last: bool
    act: UUID | None


def stitches_of(repair: RepairState, setting: str, words: Translations) -> list[Stitch]:
    """The stitches of a repair's seam, each with the act that sewed it."""
    if repair.is_alone:
        sewn = dict(repair.reached_alone)
        return [Stitch(name, stage is AloneStage.DECIDED, sewn.get(stage)) for name, stage in _alone(words)]
    reached = dict(repair.reached)
    return [
        Stitch(name, stage is Stage.MENDED, reached.get(stage)) for name, stage in _stages(setting, words)
    ]


def _stages(setting: str, words: Translations) -> tuple[tuple[str, Stage], ...]:
    _ = words.gettext
    match setting:
        case "friends":
            return (
                (_("said"), Stage.NAMED),
                (_("heard"), Stage.HEARD),
                (_("kept"), Stage.KEPT),
                (_("enjoyed"), Stage.MENDED),
            )
        case "team":
            return (
                (_("raised"), Stage.NAMED),
                (_("agreed"), Stage.OWNED),
                (_("kept"), Stage.KEPT),
                (_("closed"), Stage.MENDED),
            )
        case _:
            return (
                (_("noticed"), Stage.NOTICED),
                (_("named"), Stage.NAMED),
                (_("heard"), Stage.HEARD),
                (_("understood"), Stage.UNDERSTOOD),
                (_("owned"), Stage.OWNED),
                (_("kept"), Stage.KEPT),
                (_("mended"), Stage.MENDED),
            )


def _alone(words: Translations) -> tuple[tuple[str, AloneStage], ...]:
    _ = words.gettext
    return (
        (_("noticed"), AloneStage.NOTICED),
        (_("what I want"), AloneStage.WANTED),
        (_("said outside"), AloneStage.SAID),
        (_("what changed"), AloneStage.CHANGED),
        (_("what I decide"), AloneStage.DECIDED),
    )
