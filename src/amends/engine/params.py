"""Every number the engine rests on, with its origin.

Marks: [lit] published work, named beside it; [fitted] measured on public data sets of
self-ratings (see REFERENCES.md); [choice] a design choice without fitted evidence.
A changed number changes readings: raise `ENGINE_VERSION` and say so in the changelog.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from amends.acts.understanding import Cause

ENGINE_VERSION: Final = 1
"""Part of every cache key; raised whenever the same acts give other readings."""

# --- how much an act weighs ---------------------------------------------------

WEIGHTS: Final = {None: 1.0, 1: 0.25, 2: 0.5, 3: 1.0, 4: 1.75, 5: 3.0}
"""Impact of a weight from 1 (a pinprick) to 5 (it shook me); left out means 1 [choice]."""
MOMENT_IMPACT: Final = 0.5
"""Impact of a good moment [choice]."""
OUTCOME_IMPACT: Final = 1.0
"""Impact of a promise's outcome, an honoured boundary and amends [choice]."""
HALF: Final = 0.5
"""How far *late* and *in part* count as kept [choice]."""

# --- trust, on the logit scale ------------------------------------------------

GAIN: Final = 0.08
"""Logits that a kept promise adds: about two points of a hundred near the middle [choice]."""
LOSS_RATIO: Final = 2.0
"""How much heavier a loss is than a gain: between ratios of 1.1–1.5 found in laboratories
(Guo & Yang 2021) and the 5 : 1 of Gottman (1994) [choice]."""
HALF_LIFE: Final = timedelta(days=90)
"""After this long half of what moved trust has faded back to the person's own base [choice]."""
LASTING: Final = 0.3
"""Share of a deception that never fades. That it never fully heals: Schweitzer, Hershey & Bradlow
(2006) [lit]; the size [choice]."""
PRIOR_MEAN: Final = 0.0
"""Base before any check-in, in logits: halfway [choice]."""
PRIOR_DEVIATION: Final = 1.0
"""Standard deviation of the base before any check-in, and of its slow drift, in logits [choice]."""
RATING_DEVIATION: Final = 0.35
"""Noise of one check-in, in logits [choice; agrees with what was fitted]."""
RATING_RANGE: Final = (0.02, 0.98)
"""Where a check-in is cut off, since 0 and 1 have no logit [choice]."""
BASE_HALF_LIFE: Final = timedelta(days=365)
"""After this long a check-in counts half towards the base [choice]."""
BASE_STRENGTH: Final = 1.0
"""How many check-ins the prior base is worth [choice]."""
PUSH_DEVIATION: Final = 0.5
"""How unsure the effect of one act is, as a share of its size [choice]."""
BAND: Final = 0.8
"""Probability of a band around a reading [choice]."""
BAND_DEVIATIONS: Final = 1.2815515655446004
"""Normal quantile of `BAND`, both ends."""
LEAST_FOR_TRUST: Final = 3
"""Acts and check-ins below which there is too little to tell [choice]."""
CHANGE_WEEKS: Final = 4
"""A change is told against so many weeks ago [choice]."""

# --- apologies that conduct bears out -------------------------------------------

RELIEF: Final = {None: 0.15, Cause.COULD_NOT: 0.3, Cause.NOT_CONSIDERED: 0.15, Cause.NOT_STRAIGHT: 0.15}
"""Share of a breach's remaining push that an accepted apology takes off, by what seems behind it.

That apology repairs a lack of ability better than a lack of integrity: Kim, Ferrin, Cooper &
Dirks (2004) [lit]; the sizes [choice]."""
PARTLY: Final = 0.5
"""What an apology accepted in part is worth of a whole one [choice]."""
BORNE_OUT_AFTER: Final = 3
"""Kept promises in a row that bear an apology out [choice]."""

# --- promises ---------------------------------------------------------------------

NOTED_WITHIN: Final = timedelta(days=14)
"""So long a promise that fell due waits to be judged; then it counts for nothing [choice]."""
FURTHEST_BACK: Final = timedelta(days=366)
"""Earlier days of a repeating promise that nobody noted are left out [choice]."""
RELIABILITY_MEAN: Final = 0.8
"""Chance that a promise is kept, before any is known [fitted on public sets of kept and missed things]."""
RELIABILITY_STRENGTH: Final = 1.0
"""How many promises that prior is worth [fitted, likewise]."""
RELIABILITY_FORGETTING: Final = 0.8
"""Weight that each promise keeps when the next one is judged [fitted, likewise]."""
LEAST_FOR_RELIABILITY: Final = 3
"""Judged promises below which there is too little to tell [choice]."""

# --- balance ----------------------------------------------------------------------

BALANCE_WEEKS: Final = 12
"""Weeks of the balance [choice]."""
