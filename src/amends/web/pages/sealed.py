"""Both sides: one page whose scripts lock and unlock the answers, and what they send and fetch.

The page never has an answer in it: it holds for each person how things stand, and sealed answers only
once everyone's is there. What is marked afterwards is said in plain words, as in any practice.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC
from http import HTTPStatus
from typing import Any, Final
from uuid import UUID

from csp.decorators import csp_update
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from amends.acts.errors import InvalidAct
from amends.acts.scope import Scope
from amends.acts.sealed import Reveal, Seal
from amends.acts.when import When
from amends.bonds.errors import Refused
from amends.bonds.sealed import keep
from amends.ledger.errors import Erased, SameIdOtherBody
from amends.practices.script import PASS
from amends.practices.sealed import Exercise, Phase
from amends.readings import read
from amends.web.forms.act import the_host
from amends.web.forms.session import NEEDS_FACILITATOR, MarkingForm, has_facilitator, has_power
from amends.web.pages.entry import Entry, enter
from amends.web.pages.recording import FormPage, show_or_record
from amends.web.pages.sessions import Walked, walked_by

LARGEST: Final = 128 * 1024
"""Bytes of a request; the largest sealed answer in base 64 has about 88,000."""


@dataclass(frozen=True)
class Visit:
    """Someone's visit to a sealed exercise."""

    entry: Entry
    walked: Walked
    exercise: Exercise

    @property
    def needs_facilitator(self) -> bool:
        """Whether the visitor has yet to ask someone from outside along."""
        return has_power(self.entry, self.exercise.roster) and not has_facilitator(self.entry)


@csp_update({"script-src": ["'wasm-unsafe-eval'"]})  # type: ignore[arg-type]  # of views with arguments it knows nothing
def sealed(request: HttpRequest, bond: UUID, session: UUID) -> HttpResponse:
    """The page; after the opening, what each marks of what another wrote."""
    visit = _visit(request, bond, session)
    entry, walked, script = visit.entry, visit.walked, visit.walked.script
    marked = any(one.author == entry.me for one, _scope in walked.said)
    may_mark = visit.exercise.phase is Phase.OPENED and not marked
    context = {
        "walked": walked,
        "exercise": visit.exercise,
        "about": walked.act.words,
        "asks_for_facilitator": NEEDS_FACILITATOR if visit.needs_facilitator else "",
        "at_work": entry.setting == "team",
        "may_mark": may_mark,
        "marks": _marks(walked),
        "the_host": the_host(),
        "here": "bond",
    }
    if script is None or not may_mark:
        if request.method == "POST":
            raise Http404
        return entry.render("practices/sealed.html", context | {"title": walked.title})
    form = MarkingForm(entry, request.POST if request.method == "POST" else None, walked.act, script)
    page = FormPage(
        title=walked.title,
        back=reverse("practices", kwargs={"bond": bond}),
        onward=lambda _act: walked.address,
        template="practices/sealed.html",
        quietly=True,
        more=context,
    )
    return show_or_record(entry, form, page)


@require_http_methods(["GET", "POST"])
def parts(request: HttpRequest, bond: UUID, session: UUID) -> HttpResponse:
    """How things stand for one's browser; and keeping one's sealed answer, or the key to it."""
    visit = _visit(request, bond, session)
    if request.method == "POST":
        status = _keep(request, visit)
        if status is not HTTPStatus.OK:
            return JsonResponse({}, status=status)
        visit = _visit(request, bond, session)
    return JsonResponse(_state(visit))


def _visit(request: HttpRequest, bond: UUID, session: UUID) -> Visit:
    entry = enter(request, bond)
    told = read.session(entry.seat, entry.now, session)
    exercise = read.sealed(entry.seat, entry.now, session)
    if told is None or exercise is None:
        raise Http404
    walked = walked_by(entry, told)
    if not walked.is_sealed:
        raise Http404
    return Visit(entry, walked, exercise)


def _keep(request: HttpRequest, visit: Visit) -> HTTPStatus:
    if visit.needs_facilitator:
        return HTTPStatus.FORBIDDEN
    try:
        keep(visit.entry.seat, _part(request, visit), visit.entry.now)
    except (InvalidAct, KeyError, TypeError, ValueError, RecursionError):
        return HTTPStatus.UNPROCESSABLE_ENTITY
    except (Refused, SameIdOtherBody):
        return HTTPStatus.CONFLICT
    except Erased:
        return HTTPStatus.GONE
    return HTTPStatus.OK


def _part(request: HttpRequest, visit: Visit) -> Seal | Reveal:
    if len(request.body) > LARGEST:
        raise InvalidAct("ciphertext", "too long")
    sent = json.loads(request.body)
    entry, exercise = visit.entry, visit.exercise
    now = entry.now.astimezone(UTC)
    common: dict[str, Any] = {
        "id": UUID(sent["id"]),
        "author": entry.me,
        "by": entry.me,
        "affected": tuple(one for one in exercise.roster if one != entry.me),
        "occurred": When.received(entry.now, entry.seat.bond.zone),
        "recorded_at": now.replace(microsecond=now.microsecond // 1000 * 1000),
    }
    if sent["kind"] == Seal.KIND:
        bound = {"commitment": sent["commitment"], "ciphertext": sent["ciphertext"]}
        return Seal(**common, exercise=visit.walked.act.id, **bound)
    if exercise.sealed is None:
        raise InvalidAct("seal", "nothing was sealed")
    return Reveal(**common, seal=exercise.sealed.id, key=sent["key"], salt=sent["salt"])


def _state(visit: Visit) -> dict[str, Any]:
    exercise, entry = visit.exercise, visit.entry
    mine = exercise.sealed
    return {
        "phase": exercise.phase.value,
        "people": [{"id": str(one), "name": entry.name(one)} for one in exercise.roster],
        "sealed": None if mine is None else _sealed(mine),
        "revealed": exercise.revealed is not None,
        "seals": [_sealed(one) for one in exercise.seals.values()],
        "reveals": [
            {"author": str(one.author), "key": one.key, "salt": one.salt} for one in exercise.reveals.values()
        ],
    }


def _sealed(seal: Seal) -> dict[str, str]:
    return {"author": str(seal.author), "commitment": seal.commitment, "ciphertext": seal.ciphertext}


def _marks(walked: Walked) -> list[dict[str, Any]]:
    """What each marked, in words."""
    return [
        {
            "name": walked.entry.name(said.author),
            "is_mine": said.author == walked.entry.me,
            "asks": step.asks,
            "words": said.words,
            "id": said.id,
        }
        for said, scope in walked.said
        if scope is not Scope.OWN and said.choice != PASS
        for step in (walked.script.steps if walked.script else ())
        if step.id == said.step
    ]
