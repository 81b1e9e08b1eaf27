"""A summary for a first session: chosen item by item, to be printed or taken along. Nothing of it is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from amends.acts.base import Act, Person
from amends.acts.correction import Correction
from amends.acts.promise import Promise
from amends.acts.repair import Repair
from amends.acts.sentence import sentence
from amends.web.forms.choices import RESULTS
from amends.web.forms.summary import SummaryForm
from amends.web.pages.entry import Entry, enter
from amends.web.pages.facts import Fact, facts_of
from amends.web.pages.repairs import where
from amends.web.paper import NotInFont, Paper, Piece, to_pdf

FILE: Final = "notes.pdf"
"""What the file is called: it lies among others on a device that others may see."""


@dataclass(frozen=True)
class _Anyone:
    """Facts as anyone reads them who was not there."""

    entry: Entry
    me = None

    def name(self, person: Person) -> str:
        """What someone is called."""
        return self.entry.name(person)


def summary(request: HttpRequest, bond: UUID) -> HttpResponse:
    """Choosing; then the sheet, to be printed; or the same as a file."""
    entry = enter(request, bond)
    form = SummaryForm(entry, request.POST if request.method == "POST" else None)
    if not form.is_valid() or "again" in request.POST:
        return entry.render("summary/choosing.html", {"form": form})
    paper = _paper(entry, form)
    signs = ""
    if "pdf" in request.POST:
        try:
            return _file(to_pdf(paper, get_language() or "en"))
        except NotInFont as error:
            signs = " ".join(error.signs[:20])
    sent = [(name, value) for name in form.fields for value in request.POST.getlist(name)]
    return entry.render("summary/sheet.html", {"paper": paper, "sent": sent, "signs": signs})


def _file(content: bytes) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{FILE}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _paper(entry: Entry, form: SummaryForm) -> Paper:
    about = _(
        "%(name)s chose this on %(day)s. It leaves out most of what there is, and is one person’s choice."
    )
    return Paper(
        title=_("For a first session"),
        about=about % {"name": entry.seat.name, "day": date_format(entry.now.date(), "j F Y")},
        answers=form.answers,
        parts=[
            (str(label), [_piece(entry, entry.act(one).act) for one in ids]) for label, ids in form.chosen
        ],
    )


def _piece(entry: Entry, act: Act) -> Piece:
    """An act as someone reads it who was not there, with what its author put differently since."""
    since = [one for one in entry.standing(Correction) if one.of == act.id]
    return Piece(
        day=_("%(day)s, written by %(name)s")
        % {"day": date_format(act.occurred.day, "l, j F Y"), "name": entry.name(act.author)},
        said=sentence(act, None, entry.name, translate=_, setting=entry.setting),
        words=act.words,
        facts=[*facts_of(_Anyone(entry), act), *_became(entry, act), *_put_differently(since)],
    )


def _became(entry: Entry, act: Act) -> list[Fact]:
    """What became of a promise or a repair."""
    if isinstance(act, Promise):
        state = entry.promise(act.id)
        counts = Counter(one.result for one in state.past if one.result) if state else Counter()
        went = ", ".join(f"{RESULTS[result.value]}: {count}" for result, count in counts.items())
        return [(_("How it went so far"), went)] if went else []
    if isinstance(act, Repair):
        repair = entry.repair(act.id)
        stands = where(repair, entry.setting) if repair else ""
        return [(_("Where it stands"), stands or _("It goes on."))]
    return []


def _put_differently(since: Iterable[Correction]) -> list[Fact]:
    return [
        (_("Later"), one.words or _("no longer held to"))
        if one.withdrawn
        else (_("Later, put differently"), one.words)
        for one in since
        if one.words or one.withdrawn
    ]
