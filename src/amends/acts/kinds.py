"""Every kind of act by its name."""

from typing import Final

from amends.acts.amends import Amends, Completion
from amends.acts.answer import Answer
from amends.acts.apology import Apology
from amends.acts.aside import Aside
from amends.acts.base import Act
from amends.acts.boundary import Boundary, Observance
from amends.acts.breach import Breach
from amends.acts.checkin import CheckIn
from amends.acts.closing import Closing
from amends.acts.correction import Correction
from amends.acts.disclosure import Disclosure
from amends.acts.erasure import Erasure
from amends.acts.heard_promise import HeardPromise
from amends.acts.hours import Hours
from amends.acts.hypothesis import Hypothesis
from amends.acts.journal import Journal
from amends.acts.keepsake import Keepsake
from amends.acts.letter import Letter
from amends.acts.looking_forward import LookingForward
from amends.acts.membership import Joining, Leaving
from amends.acts.moment import Moment
from amends.acts.outcome import Outcome
from amends.acts.promise import Promise
from amends.acts.reaffirmation import Reaffirmation
from amends.acts.recognition import Recognition
from amends.acts.repair import Repair, Turn
from amends.acts.repair_map import RepairMap
from amends.acts.request import Request
from amends.acts.response import Response
from amends.acts.sealed import Reveal, Seal
from amends.acts.session import Contribution, Session
from amends.acts.settlement import Settlement
from amends.acts.skip import Skip
from amends.acts.understanding import Understanding
from amends.acts.wave import Wave

KINDS: Final[dict[str, type[Act]]] = {
    kind.KIND: kind
    for kind in (
        Amends,
        Answer,
        Apology,
        Aside,
        Boundary,
        Breach,
        CheckIn,
        Closing,
        Completion,
        Contribution,
        Correction,
        Disclosure,
        Erasure,
        HeardPromise,
        Hours,
        Hypothesis,
        Joining,
        Journal,
        Keepsake,
        Leaving,
        Letter,
        LookingForward,
        Moment,
        Observance,
        Outcome,
        Promise,
        Recognition,
        Reaffirmation,
        Repair,
        RepairMap,
        Request,
        Response,
        Reveal,
        Seal,
        Session,
        Settlement,
        Skip,
        Turn,
        Understanding,
        Wave,
    )
}
"""All kinds this version knows, by the name they carry in ledgers and stories."""

PRIVATE: Final[frozenset[str]] = frozenset(
    {
        *(Aside.KIND, CheckIn.KIND, Closing.KIND, HeardPromise.KIND, Hypothesis.KIND, Journal.KIND),
        *(Reaffirmation.KIND, Wave.KIND),
    }
)
"""Kinds that never leave their author's own ledger."""
