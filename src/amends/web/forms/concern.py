"""What is shown once before something is kept that may take hold of what is another's to decide."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amends.coach.control import Hold, holds
from amends.web.forms.act import FirstLook

_SAID: Final[dict[Hold, Any]] = {
    Hold.PEOPLE: gettext_lazy("This seems to touch whom someone sees."),
    Hold.WHEREABOUTS: gettext_lazy("This seems to touch where someone is."),
    Hold.PHONE: gettext_lazy("This seems to touch someone’s phone, messages or passwords."),
    Hold.BODY: gettext_lazy("This seems to touch someone’s body or clothes."),
    Hold.MONEY: gettext_lazy("This seems to touch someone’s own money."),
    Hold.FAITH: gettext_lazy("This seems to touch what someone believes."),
}


def concern(text: str) -> FirstLook | None:
    """What a draft seems to touch, and that it can be kept all the same; None where nothing was found."""
    found = [str(_SAID[hold]) for hold in holds(text)]
    if not found:
        return None
    why = _(
        "That is each person’s own to decide, and nothing here keeps track of it. If you feel pressed to "
        "write this, the help page is for you. If it is about yourself, or was read wrongly, keep it."
    )
    return FirstLook([*found, why], (("as it is", _("Keep it as it is")),))
