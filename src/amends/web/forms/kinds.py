"""Which form makes which kind of act: what can be added, and what can be said about an act."""

from __future__ import annotations

from typing import Final

from amends.acts.amends import Amends
from amends.acts.apology import Apology
from amends.acts.base import Act
from amends.acts.boundary import Boundary
from amends.acts.breach import Breach
from amends.acts.promise import Promise
from amends.acts.repair import Repair
from amends.acts.request import Request
from amends.web.forms.act import ActForm
from amends.web.forms.alone import (
    CheckInForm,
    HeardPromiseForm,
    JournalForm,
    LetterForm,
    ReaffirmationForm,
    RepairForm,
    WaveForm,
)
from amends.web.forms.answering import (
    AnswerForm,
    AsideForm,
    CompletionForm,
    CorrectionForm,
    OutcomeForm,
    ResponseForm,
    SettlementForm,
    TurnForm,
    UnderstandingForm,
)
from amends.web.forms.apology import AmendsForm, ApologyForm
from amends.web.forms.boundary import BoundaryForm, ObservanceForm
from amends.web.forms.breach import BreachForm, MineForm
from amends.web.forms.hours import HoursForm
from amends.web.forms.hypothesis import HypothesisForm
from amends.web.forms.keepsake import KeepsakeForm
from amends.web.forms.looking_forward import LookingForwardForm
from amends.web.forms.moment import MomentForm
from amends.web.forms.open_book import DisclosureForm
from amends.web.forms.promise import PromiseForm, RequestForm
from amends.web.forms.recognition import RecognitionForm
from amends.web.forms.repair_map import RepairMapForm
from amends.web.forms.several import SeveralForm
from amends.web.forms.skip import SkipForm

TO_ADD: Final[dict[str, type[ActForm]]] = {
    "moment": MomentForm,
    "recognition": RecognitionForm,
    "hurt": BreachForm,
    "mine": MineForm,
    "several": SeveralForm,
    "promise": PromiseForm,
    "request": RequestForm,
    "apology": ApologyForm,
    "amends": AmendsForm,
    "boundary": BoundaryForm,
    "hours": HoursForm,
    "disclosure": DisclosureForm,
    "looking-forward": LookingForwardForm,
    "keepsake": KeepsakeForm,
    "letter": LetterForm,
    "repair": RepairForm,
    "check-in": CheckInForm,
    "journal": JournalForm,
    "reaffirmation": ReaffirmationForm,
    "wave": WaveForm,
    "heard-promise": HeardPromiseForm,
    "hypothesis": HypothesisForm,
}
"""What can be added, by the word in the address, in the order in which it is offered."""

ABOUT: Final[dict[str, tuple[type[ActForm], tuple[type[Act], ...]]]] = {
    "response": (ResponseForm, (Breach,)),
    "answer": (AnswerForm, (Apology, Request, Boundary)),
    "promise": (PromiseForm, (Request, Promise)),
    "outcome": (OutcomeForm, (Promise,)),
    "skip": (SkipForm, (Promise,)),
    "settlement": (SettlementForm, (Promise,)),
    "apology": (ApologyForm, (Breach,)),
    "amends": (AmendsForm, (Apology,)),
    "completion": (CompletionForm, (Amends,)),
    "observance": (ObservanceForm, (Boundary,)),
    "understanding": (UnderstandingForm, (Breach, Repair)),
    "aside": (AsideForm, (Repair,)),
    "map": (RepairMapForm, (Repair,)),
    "turn": (TurnForm, (Repair,)),
    "repair": (RepairForm, (Breach,)),
    "wave": (WaveForm, (Breach, Repair)),
    "correction": (CorrectionForm, (Act,)),
}
"""What can be said about an act, by the word in the address: the form, and the kinds of acts it is for."""
