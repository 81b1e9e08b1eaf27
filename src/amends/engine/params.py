"""Every constant of the engine, with where it comes from.

[lit] published work, named · [choice] a design choice without fitted evidence. A changed
constant changes readings, and needs a new `ENGINE_VERSION` and a line in the changelog.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

ENGINE_VERSION: Final = 1

# What one act weighs
WEIGHTS: Final = {1: 0.25, 2: 0.5, 3: 1.0, 4: 1.75, 5: 3.0}
"""From a person's own weight, 1 (a pinprick) to 5 (it shook me), to units [choice]."""
WEIGHT_UNSAID: Final = 1.0
"""Where nobody said how heavy it was [choice]."""
WEIGHT_MOMENT: Final = 0.5
"""A good moment beside a kept promise [choice]."""
OUTCOME_LATE: Final = 0.5
"""Late or partial, between broken (0) and kept (1) [choice]."""

# Trust: a Gaussian level on the logit scale, and what acts push it by
PRIOR_MEAN: Final = 0.0
"""Logit of trust before anything is known: one half [choice]."""
PRIOR_SD: Final = 1.0
"""Spread of that level between people, in logits [choice]."""
LEVEL_DAYS: Final = 180.0
"""Days after which an unrated level is forgotten to 1/e [choice]."""
RATING_SD: Final = 0.35
"""Noise of one check-in, in logits [choice]."""
RATING_EDGE: Final = 0.02
"""Ratings are read as no less than this and no more than one less this [choice]."""
PUSH: Final = 0.08
"""Logits that one kept promise adds [choice]."""
LOSS: Final = 2.0
"""How much more a broken promise takes than a kept one adds; between laboratory ratios of 1.1 to 1.5
and Gottman's 5 to 1 [choice]."""
PUSH_SPREAD: Final = 0.5
"""Uncertainty of each push, as a share of it [choice]."""
HALF_LIFE: Final = timedelta(days=90)
"""After which half of a push is left [choice]."""
DECEPTION: Final = 0.3
"""Share of a push that never fades where there was deception. That some of it lasts: Schweitzer,
Hershey & Bradlow 2006 [lit]; how much [choice]."""
REPAIR_ABILITY: Final = 0.3
REPAIR_OTHER: Final = 0.15
"""Share that an accepted apology takes off, as long as conduct bears it out. That apologies mend lapses
of ability better than of integrity: Kim, Ferrin, Cooper & Dirks 2004 [lit]; how much [choice]."""
PARTLY: Final = 0.5
"""An apology accepted in part, beside one accepted [choice]."""

# When there is too little to tell
LEAST_FOR_TRUST: Final = 3
"""Acts and check-ins together [choice]."""
LEAST_FOR_RELIABILITY: Final = 3
"""Judged promises [choice]."""

# Reliability: a level with forgetting
KEPT_BEFORE: Final = 0.8
MISSED_BEFORE: Final = 0.2
"""Beta prior of the chance that a promise is kept in time; the best default without context over
the public sets of promises and payments that this design was measured on."""
FORGETTING: Final = 0.8
"""What an earlier promise weighs beside the next one; likewise."""

BAND: Final = 0.8
"""Probability of every interval."""
BAND_Z: Final = 1.2815515655446004
"""Standard normal quantile of the upper end of `BAND`."""

# Time
NOTED_WITHIN: Final = timedelta(days=14)
"""A promise nobody judged for this long after it was due counts for nothing [choice]."""
WEEK: Final = timedelta(weeks=1)
CHANGE_OVER: Final = timedelta(weeks=4)
BALANCE_WEEKS: Final = 12
KEPT_ENOUGH: Final = 3
"""Times that an apology's promise was kept before a repair counts as *kept* [choice]."""
