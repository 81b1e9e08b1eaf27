"""What waits for someone, as *today* shows it: answered in one tap, or put off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, Final
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from amends.acts.apology import Apology
from amends.acts.breach import Breach
from amends.acts.promise import Promise
from amends.readings.compose import Waiting, Wants
from amends.web.pages.entry import Entry, enter
from amends.web.pages.recording import SeeOther

MOST: Final = 3
"""How much that waits is shown at once: nobody owes anybody an answer."""
PUT_OFF: Final = "put off"
"""Where a browser's session keeps what its user wants to see tomorrow rather than today."""


@dataclass(frozen=True)
class TapForm:
    """Buttons that answer in one tap.

    Attributes:
        address: where it is sent.
        hidden: names and values sent along.
        buttons: of each its name, its value and what it says.
    """

    address: str
    hidden: tuple[tuple[str, Any], ...]
    buttons: tuple[tuple[str, str, Any], ...]


@dataclass(frozen=True)
class Ask:
    """Something that waits.

    Attributes:
        said: what it is, without words that could hurt someone who walks past.
        days: of a repeating promise, which days.
        address, look: a link to all that can be said, and what it says.
        taps: the plain answers, where there are some.
        not_now: always there.
    """

    said: str
    days: tuple[date, ...]
    address: str
    look: Any
    taps: TapForm | None
    not_now: TapForm


def asks(entry: Entry, wanted: Wants | None = None, place: str = "today") -> list[Ask]:
    """What is shown of all that waits: at most three things, one hurt at a time, nothing in one's own hours.

    Args:
        entry: the visit.
        wanted: what alone is shown; None for anything.
        place: the page that shows it, and to which an answer leads back.
    """
    if entry.quiet_until is not None:
        return []
    groups = (group for group in _shown(entry) if wanted in {None, group[0].wants})
    return [_ask(entry, group, place) for group in islice(groups, MOST)]


@require_POST
def rest(request: HttpRequest, bond: UUID, act: UUID) -> HttpResponse:
    """Putting off until tomorrow what waits. Only this browser knows."""
    entry = enter(request, bond)
    entry.act(act)
    today = entry.now.date().isoformat()
    kept = {key: day for key, day in request.session.get(PUT_OFF, {}).items() if day == today}
    request.session[PUT_OFF] = kept | {str(act): today}
    return SeeOther(reverse("today", kwargs={"bond": bond}))


def _shown(entry: Entry) -> Iterable[list[Waiting]]:
    """What waits and was not put off; the days of one promise together."""
    put_off = entry.request.session.get(PUT_OFF, {})
    groups: dict[tuple[UUID, Wants], list[Waiting]] = {}
    for one in entry.readings.waiting:
        if entry.seat.rests_prompts and isinstance(entry.act(one.act).act, Apology):
            continue  # it stands in the history and its repair; nothing asks for an answer to it
        if put_off.get(str(one.act)) != entry.now.date().isoformat():
            groups.setdefault((one.act, one.wants), []).append(one)
    seen_hurt = False
    for (_act, wants), group in groups.items():
        if wants is not Wants.RESPONSE or not seen_hurt:
            yield group
        seen_hurt = seen_hurt or wants is Wants.RESPONSE


def _ask(entry: Entry, group: list[Waiting], place: str) -> Ask:
    act, wants = entry.act(group[0].act).act, group[0].wants
    where = {"bond": entry.seat.bond_id, "act": act.id}
    kind, look, buttons = _ASKS[wants]
    repeats = isinstance(act, Promise) and act.due.repeats
    days = tuple(one.occurrence.day for one in group if one.occurrence) if repeats else ()
    address = reverse("answering", kwargs=where | {"kind": kind})
    sent: tuple[tuple[str, Any], ...] = (("id", uuid4()), ("from", place))
    taps = TapForm(address, (*sent, *(("occurrence", day.isoformat()) for day in days)), buttons)
    if days:
        address = f"{address}?day={days[0].isoformat()}"
    if wants is Wants.OUTCOME and len(days) > 1:  # looked back on together
        address, look = reverse("lookback", kwargs=where), gettext_lazy("All but some")
        all_kept = (sent[0], *((day.isoformat(), "kept") for day in days))
        taps = TapForm(address, all_kept, (("", "", gettext_lazy("All kept")),))
    return Ask(
        said=entry.sentence(act) if isinstance(act, Breach) else entry.headline(act),
        days=days,
        address=address,
        look=look,
        taps=taps if buttons else None,
        not_now=_not_now(wants, taps, reverse("rest", kwargs=where)),
    )


def _not_now(wants: Wants, taps: TapForm, rest_address: str) -> TapForm:
    """What answers another's act is kept, for oneself; the rest is put off until tomorrow."""
    if wants in _KEPT:
        return TapForm(taps.address, (*taps.hidden, _KEPT[wants]), (("", "", _("Not now")),))
    return TapForm(rest_address, (), (("", "", _("Not now")),))


_ASKS: Final[dict[Wants, tuple[str, Any, tuple[tuple[str, str, Any], ...]]]] = {
    Wants.RESPONSE: ("response", gettext_lazy("Read it"), ()),
    Wants.REPLY: ("answer", gettext_lazy("Read and answer"), ()),
    Wants.OUTCOME: (
        "outcome",
        gettext_lazy("Say more"),
        (
            ("result", "kept", gettext_lazy("Kept")),
            ("result", "late", gettext_lazy("Late")),
            ("result", "broken", gettext_lazy("Not kept")),
        ),
    ),
    Wants.SETTLEMENT: ("settlement", gettext_lazy("Two views: look again"), ()),
    Wants.COMPLETION: (
        "completion",
        gettext_lazy("Say more"),
        (("fully", "yes", gettext_lazy("Yes, it was done")), ("fully", "partly", gettext_lazy("In part"))),
    ),
}
"""By what is wanted: the word of its form, what the link says, the answers in one tap."""
_KEPT: Final = {Wants.RESPONSE: ("stance", "not now"), Wants.REPLY: ("reply", "not now")}
"""Where *not now* is an answer: the field it is sent in, and its value."""
