"""What the same thing is called among partners, friends, family and at work."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from amends.engine.results import Stage

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
_STAGES: Final[dict[str, Stages]] = {"friends": _FRIENDS, "team": _WORK}


def stages_of(setting: str) -> Stages:
    """The stitches of a seam in the words of a setting."""
    return _STAGES.get(setting, _ALL)
