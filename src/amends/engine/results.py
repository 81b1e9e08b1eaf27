"""What the engine gives back: frozen readings, each with its value, its uncertainty and its evidence.

Nothing here is text: pages and the command line choose the words. A reading that has
too little to go on says so by `too_little` and carries no value.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from amends.acts.base import Person
from amends.acts.breach import BreachType
from amends.acts.hypothesis import Condition
from amends.acts.outcome import Result
from amends.acts.promise import PromiseType


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a value lies with a stated probability.

    Attributes:
        low, high: the ends, in the unit of the value.
        probability: how often such an interval should hold the value.
    """

    low: float
    high: float
    probability: float


@dataclass(frozen=True, slots=True)
class Push:
    """One act in the evidence of a reading.

    Attributes:
        act: its id.
        amount: how far it moves the reading now, in the reading's own unit
            (logits for trust), after all decay and repair; negative where it lowers it.
    """

    act: UUID
    amount: float


@dataclass(frozen=True, slots=True)
class TrustPoint:
    """Trust at one time, for a line drawn over weeks.

    Attributes:
        at: the instant, UTC.
        value: the median, 0 … 1.
        interval: the 80 % band.
    """

    at: datetime
    value: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class Trust:
    """The viewer's own trust in another person; shown to the viewer alone.

    Attributes:
        of: who is trusted.
        value: median of the level now, 0 … 1; None where there is too little to tell.
        interval: 80 % band now; None likewise.
        too_little: whether there are too few acts and ratings to say anything.
        acts, ratings: how many acts and check-ins it rests on.
        evidence: what moved it, strongest first.
        course: weekly points from the first act to now, oldest first.
        change: difference of the median to four weeks ago; None where it did not exist then.
    """

    of: Person
    value: float | None
    interval: Interval | None
    too_little: bool
    acts: int
    ratings: int
    evidence: tuple[Push, ...]
    course: tuple[TrustPoint, ...]
    change: float | None


@dataclass(frozen=True, slots=True)
class TrustPace:
    """When the viewer's trust in another might reach a level, if weeks like the last twelve went on.

    To the viewer alone, and in no export. Nobody owes it.

    Attributes:
        of: who is trusted.
        sought: the level, 0 … 1.
        too_little: whether there are too few acts or check-ins to say anything.
        reached: whether trust most likely is there already.
        chances: the chance of being there some weeks ahead, as pairs of weeks and chance.
        never: the chance of not getting there within two years; None where too little.
        earliest, latest: between when it most likely gets there, half of the chances inside; None for an
            end that lies beyond, and both where *never* is likelier than not.
        kept_needed: the share of good acts at which trust would level off there; None where none would do.
        evidence: the acts of these weeks with their push, latest first.
    """

    of: Person
    sought: float
    too_little: bool
    reached: bool
    chances: tuple[tuple[int, float], ...]
    never: float | None
    earliest: datetime | None
    latest: datetime | None
    kept_needed: float | None
    evidence: tuple[Push, ...]


@dataclass(frozen=True, slots=True)
class Reliability:
    """The chance that the next promise of a sort is kept; shown to the promiser alone.

    Attributes:
        by: who promises.
        type: which sort of promise; None for all together.
        kept, late, broken: counts of what was judged.
        value: chance that the next one is kept in time, 0 … 1; None where too little.
        interval: 80 % interval of that chance.
        too_little: fewer than the engine's minimum of judged promises.
        evidence: the outcomes it rests on, latest first, each with its push.
    """

    by: Person
    type: PromiseType | None
    kept: int
    late: int
    broken: int
    value: float | None
    interval: Interval | None
    too_little: bool
    evidence: tuple[Push, ...]


@dataclass(frozen=True, slots=True)
class Foresight:
    """What a person's own record says before they make a promise; for them alone.

    Attributes:
        count, kept: how many of their promises like this one were judged, and how many kept in time.
        weekday_count, weekday_kept: the same on that day of the week alone; both 0 where there
            were too few, or they went no worse than the rest.
        shift: minutes later at which most of them would have held, the least such; None where
            no later time helps or how late they were was not said.
        held: how many of ``count`` would have held with that shift.
        evidence: the outcomes counted, latest first.
    """

    count: int
    kept: int
    weekday_count: int
    weekday_kept: int
    shift: int | None
    held: int
    evidence: tuple[UUID, ...]


class Term(StrEnum):
    """What a part of a forecast comes from."""

    USUAL = "usual"
    """How promises usually go, of someone of whom nothing is known."""
    RECORD = "record"
    """How one's own went."""
    LATELY = "lately"
    """How the last few went."""
    SORT = "sort"
    """Those of the same sort, beside one's others."""
    WEEKDAY = "weekday"
    """Those due on the same day of the week, likewise."""
    LEAD = "lead"
    """Those promised about as long ahead, likewise."""


@dataclass(frozen=True, slots=True)
class ForecastTerm:
    """One part of a forecast.

    Attributes:
        what: what it comes from.
        amount: by how much it moves the forecast, in logits; all parts of one add up to its logit.
        kept, count: of how many judged promises it is told, and how many of them were kept in time; both
            0 for `Term.USUAL`.
    """

    what: Term
    amount: float
    kept: int
    count: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """The chance that a promise is kept in time, from what was known before it was made.

    Attributes:
        value: the chance, 0 … 1; None where too little.
        terms: the parts that add up to its logit, in the order of `Term`.
        too_little: too few judged promises to say anything.
    """

    value: float | None
    terms: tuple[ForecastTerm, ...]
    too_little: bool


@dataclass(frozen=True, slots=True)
class Hindsight:
    """How near the forecasts came; for the one who promised alone.

    Attributes:
        count: judged promises of which there was a forecast before they were made.
        brier: mean squared distance between forecast and what came; 0 is best (Brier 1950).
        brier_share: the same, had each forecast been the share kept until then.
        evidence: what was said of each, latest first, with the forecast made before it, 0 … 1.
        too_little: too few to tell; both scores are then None.
    """

    count: int
    brier: float | None
    brier_share: float | None
    evidence: tuple[Push, ...]
    too_little: bool


@dataclass(frozen=True, slots=True)
class ErosionPoint:
    """Cumulative weight at the end of a week: of all, and what is left after repair."""

    week: date
    total: float
    remaining: float


@dataclass(frozen=True, slots=True)
class Erosion:
    """What many small hurts add up to, in the viewer's own weights alone.

    Attributes:
        count: how many.
        since: when the first happened; None where there is none.
        total: their weights added up, in the engine's units (weight 1–5 → .25–3).
        remaining: what is left after repairs that were accepted and borne out.
        as_heavy_as: how many that were marked 5 ("it shook me") weigh as much as ``remaining``.
        by_type: (type, count, total) by descending total.
        course: weekly, oldest first.
        evidence: every breach with what is left of it, heaviest first.
    """

    count: int
    since: datetime | None
    total: float
    remaining: float
    as_heavy_as: float
    by_type: tuple[tuple[BreachType, int, float], ...]
    course: tuple[ErosionPoint, ...]
    evidence: tuple[Push, ...]


@dataclass(frozen=True, slots=True)
class BalanceWeek:
    """Good moments and hard ones of one week, as the viewer recorded or was shown them."""

    week: date
    good: int
    hard: int


@dataclass(frozen=True, slots=True)
class JournalWeek(BalanceWeek):
    """Days of one week by their sort, as their one author noted them.

    Attributes:
        neutral: those that were neither.
    """

    neutral: int


@dataclass(frozen=True, slots=True)
class Balance:
    """Good moments beside hard ones, weekly; a record, never a target.

    Attributes:
        good, hard: counts over the last twelve weeks.
        weeks: the last twelve, oldest first, empty ones included.
    """

    good: int
    hard: int
    weeks: tuple[BalanceWeek, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A setback as part of the way, in what one person promised or did to another; for these two alone.

    Attributes:
        by, to: whose promises and doings, towards whom.
        setback: what gave way first, after something had held; None where nothing has.
        day: its day.
        before: what was kept until then, since the setback before; all, where there was none.
        since: what was kept since it last gave way.
        last: what gave way first in the time before; None where there was none.
        helped: what the two did in the weeks after that one, the earliest first. An order in time, no cause.
    """

    by: Person
    to: Person
    setback: UUID | None
    day: date | None
    before: tuple[UUID, ...]
    since: tuple[UUID, ...]
    last: UUID | None
    helped: tuple[UUID, ...]


class Lean(StrEnum):
    """Which way a week leant, by the days on which anything of a sort was written down."""

    NOTHING = "nothing"
    WORK = "work"
    MORE_WORK = "more work"
    EVEN = "even"
    MORE_JOY = "more joy"
    JOY = "joy"


@dataclass(frozen=True, slots=True)
class LeanWeek:
    """Whether joy had its days beside work in one week, in what the viewer wrote; for them alone.

    Attributes:
        week: its Monday.
        lean: which way it leant.
        evidence: what was written, latest first: 1 for what was good, -1 for what is hard.
    """

    week: date
    lean: Lean
    evidence: tuple[Push, ...]


@dataclass(frozen=True, slots=True)
class GoodEnd:
    """Something to be glad of: a repair called mended, or a routine that has come to hold.

    Attributes:
        of: the repair, or the promise.
        day: since when it is so.
        is_repair: which of the two.
        evidence: what says so, latest first.
    """

    of: UUID
    day: date
    is_repair: bool
    evidence: tuple[Push, ...]


class Standing(StrEnum):
    """How one occurrence of a promise stands."""

    AHEAD = "ahead"
    """Not due yet."""
    UNJUDGED = "unjudged"
    """Due, and nobody has said how it went."""
    STATED = "stated"
    """Only the one who made it has said how it went."""
    DIFFERING = "differing"
    """Two views stand side by side."""
    JUDGED = "judged"
    """The one it was promised to has said, or both agree."""
    NOT_NOTED = "not noted"
    """Due more than fourteen days ago and never judged; counts for nothing."""


@dataclass(frozen=True, slots=True)
class View:
    """One person's view of an occurrence.

    Attributes:
        act: the outcome or settlement that says so.
    """

    author: Person
    act: UUID
    result: Result
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a promise falls due.

    Attributes:
        promise: its id.
        day: the local day; the due day of a promise that falls due once.
        due: the instant (UTC) after which it is late.
        standing: how it stands.
        views: who sees it how; the standing view of each, oldest first.
        result: what counts, once judged; otherwise None.
    """

    promise: UUID
    day: date
    due: datetime
    standing: Standing
    views: tuple[View, ...]
    result: Result | None


@dataclass(frozen=True, slots=True)
class PromiseState:
    """A promise and how it stands.

    Attributes:
        promise: its id.
        by, to: who made it, to whom.
        type: which sort.
        open: whether it still stands (not over, released, renegotiated or withdrawn).
        next: the next occurrence ahead, if any.
        past: occurrences so far, oldest first.
        apology: the apology that it bears out, if any.
    """

    promise: UUID
    by: Person
    to: tuple[Person, ...]
    type: PromiseType
    open: bool
    next: Occurrence | None
    past: tuple[Occurrence, ...]
    apology: UUID | None


class Stage(StrEnum):
    """How far a repair has come. It may go back; rest and end are equals of mended."""

    NOTICED = "noticed"
    NAMED = "named"
    HEARD = "heard"
    UNDERSTOOD = "understood"
    OWNED = "owned"
    KEPT = "kept"
    MENDED = "mended"


class AloneStage(StrEnum):
    """How far a repair has come that someone walks alone. It is complete without the other."""

    NOTICED = "noticed"
    WANTED = "wanted"
    SAID = "said"
    CHANGED = "changed"
    DECIDED = "decided"


class Pace(StrEnum):
    """Whether a repair goes on."""

    GOING = "going"
    RESTING = "resting"
    ENDED = "ended"
    MENDED = "mended"


@dataclass(frozen=True, slots=True)
class RepairState:
    """A repair and how far it has come.

    Attributes:
        repair: its id.
        between: its people.
        hurt: those who were hurt in it, as its breaches say; they alone declare it mended.
        reached: stages reached, in order, each with the act that reached it.
        pace: whether it goes on.
        acts: all acts that belong to it, by the time they happened.
        kept_since: prevention promises kept in it since the last apology.
        follow_through: what came of each of its apologies, oldest first.
        is_alone: whether its author keeps it to themselves and walks it alone.
        reached_alone: the same as ``reached`` for such a repair; empty for any other.
        look: the day its latest map names to look again; None where none does, or someone looked since.
        map: its latest map; None where none was drawn.
    """

    repair: UUID
    between: tuple[Person, ...]
    hurt: tuple[Person, ...]
    reached: tuple[tuple[Stage, UUID], ...]
    pace: Pace
    acts: tuple[UUID, ...]
    kept_since: int
    follow_through: tuple[FollowThrough, ...]
    is_alone: bool
    reached_alone: tuple[tuple[AloneStage, UUID], ...]
    look: date | None
    map: UUID | None


class Sureness(StrEnum):
    """How sure a pattern is."""

    POSSIBLE = "possible"
    """Of all that are called so, one in ten is expected to be chance."""
    LIKELY = "likely"
    """And there is one chance in twenty that the look that found it would show any at all by chance."""


@dataclass(frozen=True, slots=True)
class Split:
    """Judged promises under a condition, and all others.

    Attributes:
        under, others: how many.
        under_lapsed, others_lapsed: how many of them were not kept in time.
    """

    under: int
    under_lapsed: int
    others: int
    others_lapsed: int

    @property
    def under_share(self) -> float:
        """Share not kept in time under the condition."""
        return self.under_lapsed / self.under if self.under else 0.0

    @property
    def others_share(self) -> float:
        """Share not kept in time otherwise."""
        return self.others_lapsed / self.others if self.others else 0.0


@dataclass(frozen=True, slots=True)
class Pattern:
    """A condition under which more promises were not kept in time than chance gives.

    Attributes:
        condition: which.
        sure: how sure it is.
        split: the counts at the last look.
        value: share not in time under the condition, less the share otherwise, -1 … 1. Large
            differences are found first, so that it tends to be too large.
        interval: 80 % interval of that difference.
        chance: of such an excess, at the look that found it, if the condition played no part.
        seen_after: how many judged promises that look took.
        evidence: the judged promises under the condition; the amount of each is what it adds
            to their number not in time, less what the share otherwise would add.
    """

    condition: Condition
    sure: Sureness
    split: Split
    value: float
    interval: Interval
    chance: float
    seen_after: int
    evidence: tuple[Push, ...]


@dataclass(frozen=True, slots=True)
class Guess:
    """What became of a guess written down beforehand.

    Attributes:
        act: the hypothesis.
        condition: what was guessed.
        looked_after: how many judged promises the last look took; 0 before the first.
        next_look: at how many the next is.
        from_then_on: whether only promises judged after it was written count, for the
            record could be seen before.
        split: the counts at the last look; None before the first.
        pattern: what was found; None where nothing is.
    """

    act: UUID
    condition: Condition
    looked_after: int
    next_look: int
    from_then_on: bool
    split: Split | None
    pattern: Pattern | None


@dataclass(frozen=True, slots=True)
class Patterns:
    """When someone's own promises are kept less often; for the one who made them alone.

    Attributes:
        by: who promised.
        judged: how many of their promises were judged.
        looked_after: how many the last look at all conditions took; 0 before the first.
        next_look: at how many the next is.
        too_little: whether there was no look yet, neither at the conditions nor at a guess.
        guesses: those that are tested, in the order in which they were written.
        found: patterns among all conditions, surest first.
    """

    by: Person
    judged: int
    looked_after: int
    next_look: int
    too_little: bool
    guesses: tuple[Guess, ...]
    found: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class SetbackWeek:
    """Judged promises of one week, and how many of them were kept in time."""

    week: date
    kept: int
    judged: int


@dataclass(frozen=True, slots=True)
class Setback:
    """Whether a week is outside what one's own record leads one to expect; for that person alone.

    Attributes:
        by: whose promises.
        week: the Monday of the week.
        judged, missed: its judged promises, and how many were not kept in time.
        expected: how many the record leads one to expect to be missed; None where too little.
        interval: 80 % interval of that number.
        chance: of so many or more.
        is_setback: whether that is rare enough to say that the week was out of the ordinary.
        too_little: no judged promise in the week, or too few before it.
        weeks: this and the twelve before, oldest first, empty ones included.
        evidence: the judged promises of the week, latest first, each with what it adds to the
            number missed beyond what was to be expected of it.
    """

    by: Person
    week: date
    judged: int
    missed: int
    expected: float | None
    interval: Interval | None
    chance: float | None
    is_setback: bool
    too_little: bool
    weeks: tuple[SetbackWeek, ...]
    evidence: tuple[Push, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """The last promises that were made to someone, to hold beside what they remember; for them alone.

    Attributes:
        count: how many, up to ten.
        kept: how many of them were kept in time.
        too_little: whether there are too few to ask.
        evidence: what decided each, latest first: 1 where it was kept in time, else 0.
    """

    count: int
    kept: int
    too_little: bool
    evidence: tuple[Push, ...]


@dataclass(frozen=True, slots=True)
class FollowThrough:
    """What came of an apology.

    Attributes:
        apology: its id.
        promise: the promise that bears it out, if it has one.
        kept, late, broken: how that went since, each time that was judged.
        put_right: how many of the things offered to put it right were done.
        given_back: whether the promise was broken after the apology was accepted, so that what
            it took off weighs again.
        value: chance that the promise is kept in time the next time; None where too little.
        interval: 80 % interval of that chance.
        too_little: fewer judged times than the engine's minimum.
        evidence: what decided each time, latest first: 1 where it was kept in time, else 0.
    """

    apology: UUID
    promise: UUID | None
    kept: int
    late: int
    broken: int
    put_right: int
    given_back: bool
    value: float | None
    interval: Interval | None
    too_little: bool
    evidence: tuple[Push, ...]
