"""Every constant of the engine, with where it comes from.

[lit] published work, named; [calc] computed for this design; [choice] chosen without
fitted evidence. No public data show how trust moves between intimates over years, so
most are choices, and the pages that show a reading say so. Logits: natural log of odds.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

ENGINE_VERSION: Final = "3"
"""Changes whenever the same acts could give another reading. States of a fold are kept in memory alone,
so none outlives its version."""

# From acts to pushes -------------------------------------------------------------------------

KEPT_PUSH: Final = 0.08
"""Logits by which one kept promise lifts trust. [choice] At a mass of evidence of about twenty acts one
more moves the beta path (Jøsang & Ismail 2002; Guo & Yang 2021) by some .09 near one half; in diaries of
trust after everyday encounters (Weiss et al. 2021, for checking only) the part of a push that lasts is
.08 to .09."""
LOSS_RATIO: Final = 2.0
"""How much more a broken promise takes than a kept one gives. [choice] Between ratios of 1.1 to 1.5 in
laboratory trust games and Gottman's (1994) five good moments to a hard one."""
WEIGHTS: Final = MappingProxyType({1: 0.25, 2: 0.5, 3: 1.0, 4: 1.75, 5: 3.0})
"""What a weight that someone gives stands for, in plain broken promises. [choice]"""
NO_WEIGHT: Final = 1.0
"""What an act without a weight of the one affected stands for. [choice]"""
MOMENT_WEIGHT: Final = 0.5
"""What a good moment stands for, in kept promises. [choice]"""
LATE: Final = 0.5
"""How far late counts as kept. [choice]"""
PARTLY_DONE: Final = 0.5
"""How far amends done in part count as done; they never count against anyone. [choice]"""
HALF_LIFE_DAYS: Final = 90.0
"""Days in which half of a push fades. [choice] Asymmetric discounting after Guo & Yang (2021)."""
PUSH_DOUBT: Final = 0.5
"""Standard deviation of a push, as a share of it: nobody knows how much an act meant. [choice]"""

# Deception and repair ------------------------------------------------------------------------

LASTING_SHARE: Final = 0.3
"""Share of a deception's push that never fades. [choice] After Schweitzer, Hershey & Bradlow (2006): trust
harmed by deception never fully recovers."""
RELIEF_ABILITY: Final = 0.3
"""Share of what is left of a breach that an accepted apology takes off where its doer couldn't. [choice]
Apology repairs breaches of competence better than those of integrity: Kim, Ferrin, Cooper & Dirks (2004)."""
RELIEF_OTHER: Final = 0.15
"""The same where the cause is another, or not known. [choice]"""
RELIEF_DECEPTION: Final = 0.0
"""The same after deception. [choice]"""
PARTLY_ACCEPTED: Final = 0.5
"""Share of the relief that *partly* gives. [choice]"""

# The level that check-ins read ---------------------------------------------------------------

PRIOR_MEAN: Final = 0.0
"""Logit of the level expected of anyone before any evidence. [choice]"""
RATED_MEAN: Final = 0.76
"""Logit at which ratings are expected on a table of people of whom nothing is known: the mean of everyone's
mean in a diary of couples (Bar-Kalifa, Rafaeli & Sened 2016; the train part, under the MIT licence). [calc]
A bond starts at `PRIOR_MEAN` instead, for people come to it because something happened."""
OWN_SHARE: Final = 0.5
"""Share of a baseline's variance, on such a table, that is someone's own manner of trusting, whoever it is
about. [choice]"""
BASELINE_SD: Final = 1.0
"""Standard deviation of a person's own baseline, logits. [choice] Diaries of contentment in couples
(Bar-Kalifa, Rafaeli & Sened 2016) give .95."""
BASELINE_DAYS: Final = 1000.0
"""Days in which what is known of a baseline fades to 1/e. [choice]"""
DRIFT_SD: Final = 0.6
"""Standard deviation of the slow ups and downs around the baseline, logits. [choice]"""
DRIFT_DAYS: Final = 30.0
"""Days in which an up or a down fades to 1/e. [choice]"""
RATING_SD: Final = 0.8
"""Standard deviation of one check-in around the level, logits. [choice] The two diaries named above give
.7 to 1 for a single rating; a check-in is the mean of three."""
RATING_EDGE: Final = 0.02
"""A check-in counts as at least this and at most one less this, so that its logit stays finite. [choice]"""

BAND: Final = 0.8
"""Probability of every interval shown. [choice]"""
BAND_SD: Final = 1.2815515655446004
"""Standard deviations from the middle to the end of such a band, of a normal distribution. [calc]"""
TRUST_LEAST: Final = 3
"""Acts and check-ins below which nothing is said about trust. [choice]"""
EVIDENCE_LEAST: Final = 0.001
"""Logits; an act that moves trust by less now is no longer named as evidence. [choice]"""
CHANGE_DAYS: Final = 28
"""Days over which the change of trust is told. [choice]"""

# Pace ----------------------------------------------------------------------------------------

PACE_DAYS: Final = 84
"""Days whose conduct is taken to go on. [choice]"""
PACE_KEPT: Final = 2.25
"""Good acts that a share of good acts starts with. [choice]"""
PACE_BROKEN: Final = 0.75
"""Others that it starts with. [choice]"""
PACE_ACTS: Final = 10
"""Acts below which nothing is said of a date. [choice]"""
PACE_RATINGS: Final = 3
"""Check-ins below which nothing is said of a date. [choice]"""
PACE_NEVER: Final = 0.5
"""Chance of not getting there within two years from which on no date is told. [choice]"""
PACE_WEEKS: Final = (4, 12, 26, 36)
"""Weeks ahead for which a chance is told. [choice]"""

# Reliability of promises ---------------------------------------------------------------------

RELIABILITY_KEPT: Final = 0.8
"""Kept promises that everyone starts with. [calc] The best default without context on ten public sets of
records of people keeping their word, with `RELIABILITY_FORGETTING`."""
RELIABILITY_BROKEN: Final = 0.2
"""Promises not kept in time that everyone starts with. [calc] As above."""
RELIABILITY_FORGETTING: Final = 0.8
"""What a judged promise still counts once the next is judged. [calc] As above."""
RELIABILITY_REACH: Final = 100
"""Judged promises back from which nothing is left of one: less than 1e-9 of the latest. [calc]"""
RELIABILITY_SLOW: Final = 0.95
"""The same for a level that forgets slowly, beside the first. [choice]"""
RELIABILITY_LEAST: Final = 3
"""Judged promises below which no chance is told. [choice]"""
FORESIGHT_LEAST: Final = 5
"""Judged promises of the same sort below which nothing is said before a promise is made. [choice]"""
FORESIGHT_WEEKDAY_LEAST: Final = 3
"""The same for one day of the week. [choice]"""
FORESIGHT_KEEPABLE: Final = 0.8
"""Share of promises that would have held from which another due time is proposed, and from which on
nothing is said at all. [choice]"""
PUT_OFF_MOST: Final = 2
"""How often a promise may be changed beforehand and count neither way; after that it is late. [choice]"""
NOT_NOTED_DAYS: Final = 14
"""Days after which a promise that nobody judged counts for nothing, and is asked about no more. [choice]"""
NOTED_BACK_DAYS: Final = 366
"""Days back from which those of a repeating promise that nobody said anything of are left out. [choice]"""

FORECAST_OWN: Final = 10.0
"""Promises of the same sort, day or lead that count as much as one's record as a whole does, for what such
promises add to a forecast. [choice]"""
FORECAST_LEADS: Final = (1, 3)
"""Days ahead between which promises count as made about as long ahead. [choice]"""
HINDSIGHT_LEAST: Final = 5
"""Forecasts that came true or did not, below which nothing is said of how near they came. [choice]"""

# The other readings --------------------------------------------------------------------------

SETBACK_WEEKS: Final = 12
"""Weeks of one's own record that a week is held beside. [choice]"""
SETBACK_LEAST: Final = 8
"""Judged promises in those weeks below which nothing is said. [choice]"""
SETBACK_RARE: Final = 0.05
"""A week is outside what the record leads one to expect where chance gives so many missed ones no more often
than this. [choice]"""
MEMORY_LOOKS_AT: Final = 10
"""Promises that one is asked to remember. [choice]"""
MEMORY_LEAST: Final = 5
"""Judged promises below which there is nothing to hold a memory beside. [choice]"""
FOLLOW_THROUGH_LEAST: Final = 3
"""Judged times of a promise behind an apology below which no chance is told. [choice]"""
BALANCE_WEEKS: Final = 12
"""Weeks that the balance tells of. [choice]"""
WAY_HELD: Final = 3
"""Times that something was kept, with nothing between, after which what gives way is a setback. [choice]"""
WAY_HELPS_WEEKS: Final = 6
"""Weeks after a setback of which it is told what was done then. [choice]"""
LEAN_WEEKS: Final = 4
"""Weeks of which it is told whether joy had its days beside work. [choice]"""
GLAD_DAYS: Final = 7
"""Days for which a good end is told. [choice]"""
HELD_TIMES: Final = 4
"""Times that a repeating promise was kept, with none missed between, from which it holds. [choice]"""
HELD_DAYS: Final = 21
"""Days from the first of these to the last, at least: a try lasts three weeks. [choice]"""
KEPT_STAGE: Final = 3
"""Kept times of the promises that bear an apology out, from which a repair counts as kept. [choice]"""

# Patterns -------------------------------------------------------------------------------------

PATTERN_FIRST: Final = 20
"""Judged promises at the first look at a guess written beforehand. [choice]"""
PATTERN_FAMILY_FIRST: Final = 45
"""Judged promises at the first look at the whole family of conditions. [calc] Below it, even an effect of
forty points is found in fewer than one person in ten."""
PATTERN_GROWTH: Final = 1.5
"""How much the number of promises grows from one look to the next. [choice]"""
PATTERN_Q: Final = 0.1
"""Expected share of false ones among the patterns called possible, over all looks together. [choice]"""
PATTERN_LIKELY: Final = 0.05
"""Probability of even one false pattern among those called likely, at one look. [choice]"""
PATTERN_BLOCKS: Final = 4
"""Blocks of time within which outcomes are exchanged, so that slow change is no pattern. [choice]"""
PATTERN_PERMUTATIONS: Final = 10_000
"""How often outcomes are exchanged. [choice]"""
PATTERN_LEAST_WITH: Final = 5
"""Promises under a condition below which it is not tested. [choice]"""
PATTERN_LEAST_WITHOUT: Final = 5
"""Promises not under it, likewise. [choice]"""
PATTERN_LEAST_LAPSES: Final = 3
"""Promises not kept in time under a condition, below which there is no pattern. [choice]"""
PATTERN_GUESSES: Final = 2
"""Guesses of one person that are tested. [choice]"""
FULL_DAY: Final = 3
"""Promises due on one day that make it a full one. [choice]"""
LATE_IN_MONTH: Final = 20
"""Days of a month after which it is late in it. [choice]"""
