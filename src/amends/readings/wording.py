"""A reading as a sentence, words before numbers; the pages and the command line share it. Pure.

Every function takes the words' translations: anything with `gettext` and `ngettext`,
such as `gettext.NullTranslations()` or `django.utils.translation`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Final, Protocol

from amends.acts.hypothesis import Condition
from amends.acts.promise import PromiseType
from amends.engine.params import CHANGE_DAYS
from amends.engine.results import (
    Balance,
    Erosion,
    FollowThrough,
    Forecast,
    Foresight,
    Hindsight,
    Interval,
    Lean,
    Memory,
    Reliability,
    Setback,
    Split,
    Sureness,
    Term,
    Trust,
    TrustPace,
    Way,
)

CHANGE_OVER: Final = timedelta(days=CHANGE_DAYS)
"""The time over which a change of trust is told."""


class Translations(Protocol):
    """Where the words of the reader's language come from."""

    def gettext(self, message: str, /) -> str:
        """The message in the reader's language."""

    def ngettext(self, singular: str, plural: str, number: int, /) -> str:
        """The message in the form that goes with a number."""


def trust_sentence(trust: Trust, name: str, words: Translations) -> str:
    """Where trust in ``name`` stands, which way it moves, and how sure that is."""
    _ = words.gettext
    if trust.too_little or trust.value is None or trust.interval is None:
        return _("Too little to tell yet.")
    return _("{level}{way}; {sure}.").format(
        level=_level(trust.value, words).format(name=name),
        way=_way(trust.change, words),
        sure=_sure(trust.interval, words),
    )


def trust_basis(trust: Trust, words: Translations) -> str:
    """What a reading of trust rests on, in numbers."""
    basis = words.ngettext("It rests on {count} act", "It rests on {count} acts", trust.acts)
    ratings = words.ngettext("and {count} check-in.", "and {count} check-ins.", trust.ratings)
    return f"{basis.format(count=trust.acts)} {ratings.format(count=trust.ratings)}"


def pace_sentence(pace: TrustPace, words: Translations, month: Callable[[datetime], str]) -> str:
    """When trust might reach the level that its viewer chose, if weeks like the last went on.

    Args:
        pace: the reading.
        words: the reader's language.
        month: what the month of a time is called in it, with the year where that helps.
    """
    _ = words.gettext
    if pace.too_little:
        return _("Too little to tell yet: it needs ten acts and three check-ins.")
    if pace.reached:
        return _("Your trust is about there now.")
    if pace.earliest is None:
        return _("At the pace of the last twelve weeks it would not get there within two years.")
    early = month(pace.earliest)
    if pace.latest is None:
        said = _("If weeks like the last twelve went on, it might get there in {early} or later.")
        return said.format(early=early)
    late = month(pace.latest)
    if early == late:
        return _("If weeks like the last twelve went on, it might get there in {early}.").format(early=early)
    said = _("If weeks like the last twelve went on, it might get there between {early} and {late}.")
    return said.format(early=early, late=late)


def in_hundred(interval: Interval, words: Translations) -> str:
    """An interval between 0 and 1, as numbers out of a hundred."""
    return words.gettext("most likely between {low} and {high} of 100").format(
        low=round(100 * interval.low), high=round(100 * interval.high)
    )


def reliability_sentence(reliability: Reliability, words: Translations) -> str:
    """How promises of a sort went, in counts; for the one who made them alone."""
    judged = reliability.kept + reliability.late + reliability.broken
    counted = words.ngettext(
        "{sort}: {kept} of {judged} kept in time", "{sort}: {kept} of {judged} kept in time", judged
    ).format(sort=promise_sort(reliability.type, words), kept=reliability.kept, judged=judged)
    if reliability.too_little:
        return words.gettext("{counted}; too few to say more.").format(counted=counted)
    if not reliability.late:
        return f"{counted}."
    late = words.ngettext("{count} came late", "{count} came late", reliability.late)
    return f"{counted}; {late.format(count=reliability.late)}."


def foresight_sentences(found: Foresight, clock: time | None, weekday: str, words: Translations) -> list[str]:
    """What someone's own record says before they promise something, in counts.

    Args:
        found: the reading.
        clock: the time of day of the promise; None where it is for a day.
        weekday: what its day of the week is called, in the reader's language.
        words: their language.
    """
    _ = words.gettext
    counted = words.ngettext(
        "Promises like this: {kept} of {count} kept in time.",
        "Promises like this: {kept} of {count} kept in time.",
        found.count,
    )
    said = [counted.format(kept=found.kept, count=found.count)]
    if found.weekday_count:
        on_day = _("On a {weekday}: {kept} of {count}.")
        said.append(on_day.format(weekday=weekday, kept=found.weekday_kept, count=found.weekday_count))
    if found.shift is not None:
        later = _("{later} instead would have held {held} of {count} times.")
        shifted = later_by(clock, found.shift, words)
        said.append(later.format(later=shifted, held=found.held, count=found.count))
    return said


def forecast_sentence(found: Forecast, words: Translations) -> str:
    """The chance that such a promise is kept in time, by the promiser's own record."""
    if found.value is None:
        return words.gettext("Too few judged promises yet for a forecast.")
    said = words.gettext("By your own record, about {chance} of ten such promises would be kept in time.")
    return said.format(chance=round(10 * found.value))


def forecast_parts(found: Forecast, words: Translations) -> list[tuple[str, str, str]]:
    """The parts of a forecast: what each comes from, in counts, and how far it moves the logit."""
    _ = words.gettext
    names = {
        Term.USUAL: _("How promises usually go"),
        Term.RECORD: _("All of yours so far"),
        Term.LATELY: _("Your last few"),
        Term.SORT: _("This sort of promise"),
        Term.WEEKDAY: _("Due on this day of the week"),
        Term.LEAD: _("Promised about as long ahead"),
    }
    return [
        (
            names[term.what],
            _("{kept} of {count}").format(kept=term.kept, count=term.count) if term.count else "–",
            f"{term.amount:+.2f}".replace("-", "−"),
        )
        for term in found.terms
    ]


def hindsight_sentence(found: Hindsight, words: Translations) -> str:
    """How near the forecasts came, beside always saying the share kept so far."""
    _ = words.gettext
    if found.brier is None or found.brier_share is None:
        return _("Too few forecasts yet to say how near they come: it needs five.")
    said = words.ngettext(
        "Over {count} promise the forecasts were off by {off}; always saying your share so far, by {share}.",
        "Over {count} promises the forecasts were off by {off}; always saying your share so far, by {share}.",
        found.count,
    ).format(count=found.count, off=f"{found.brier:.3f}", share=f"{found.brier_share:.3f}")
    if found.brier < found.brier_share:
        return said
    return _("{counts} So until now the parts told no more than that share.").format(counts=said)


def later_by(clock: time | None, shift: int, words: Translations) -> str:
    """A due time so many minutes later, as people say it: a time of day, or days."""
    days, minutes = divmod(shift, 24 * 60)
    if clock is None or days:
        return words.ngettext("{count} day later", "{count} days later", days).format(count=days)
    later = datetime.combine(date(2000, 1, 1), clock) + timedelta(minutes=minutes)
    return f"{later:%H:%M}"


def promise_sort(sort: PromiseType | None, words: Translations) -> str:
    """What a sort of promise is called."""
    _ = words.gettext
    return {
        None: _("All promises"),
        PromiseType.BE_THERE: _("Being there"),
        PromiseType.DO: _("Doing something"),
        PromiseType.TELL: _("Telling or asking"),
        PromiseType.HOLD_BACK: _("Holding back"),
        PromiseType.OTHER: _("Other promises"),
    }[sort]


def erosion_sentence(erosion: Erosion, words: Translations) -> str:
    """What many small hurts add up to, in the viewer's own weights."""
    if not erosion.count:
        return words.gettext("Nothing that hurt is written down.")
    small = words.ngettext("{count} small thing", "{count} small things", erosion.count)
    weeks = words.ngettext("in {count} week", "in {count} weeks", len(erosion.course))
    heavy = words.ngettext(
        "about as heavy together as one that you would mark “it shook me”",
        "about as heavy together as {count} that you would mark “it shook me”",
        max(1, round(erosion.as_heavy_as)),
    )
    if erosion.as_heavy_as < 1:
        heavy = words.gettext("together lighter than one that you would mark “it shook me”")
    return words.gettext("{small} {weeks}, {heavy}. What was made good since is taken off.").format(
        small=small.format(count=erosion.count),
        weeks=weeks.format(count=len(erosion.course)),
        heavy=heavy.format(count=round(erosion.as_heavy_as)),
    )


def setback_sentence(setback: Setback, words: Translations) -> str:
    """Whether a week of one's own promises was out of the ordinary; empty where nothing is to be said."""
    if setback.too_little or setback.interval is None:
        return ""
    if not setback.missed:
        return words.ngettext(
            "In your latest week the one promise was kept in time.",
            "In your latest week all {judged} promises were kept in time.",
            setback.judged,
        ).format(judged=setback.judged)
    counted = words.ngettext(
        "In your latest week {missed} of {judged} promise was not kept in time.",
        "In your latest week {missed} of {judged} promises were not kept in time.",
        setback.judged,
    ).format(missed=setback.missed, judged=setback.judged)
    if setback.is_setback:
        said = words.gettext(
            "Your twelve weeks before lead one to expect up to {high}; this week was out of the ordinary. "
            "What was different?"
        )
    else:
        said = words.gettext("That is within what your twelve weeks before lead one to expect.")
    return f"{counted} {said.format(high=round(setback.interval.high))}"


def whole_weeks(setback: Setback, words: Translations) -> str:
    """In how many of the weeks everything was kept; the rest stays unsaid."""
    judged = [week for week in setback.weeks if week.judged]
    whole = sum(week.kept == week.judged for week in judged)
    return words.ngettext(
        "In {whole} of {count} week with promises all were kept in time.",
        "In {whole} of {count} weeks with promises all were kept in time.",
        len(judged),
    ).format(whole=whole, count=len(judged))


def follow_through_sentence(follow: FollowThrough, words: Translations) -> str:
    """What the promise behind an apology has done since."""
    count = follow.kept + follow.late + follow.broken
    if follow.promise is None:
        return ""
    if not count:
        return words.gettext("nothing judged yet")
    kept = words.ngettext("kept {kept} of {count} time", "kept {kept} of {count} times", count)
    said = kept.format(kept=follow.kept, count=count)
    if follow.given_back:
        return words.gettext("{kept}; it did not hold, so what the apology took off weighs again").format(
            kept=said
        )
    return said


def memory_gap(remembered: int, memory: Memory, words: Translations) -> str:
    """What someone remembered beside what is written down, with what may lie between; it decides nothing."""
    said = words.ngettext(
        "You remembered {remembered}. Written down: {kept} of {count} kept in time.",
        "You remembered {remembered}. Written down: {kept} of {count} kept in time.",
        memory.count,
    ).format(remembered=remembered, kept=memory.kept, count=memory.count)
    if remembered == memory.kept:
        return said
    return words.gettext(
        "{counts} Both can be true: one that mattered more stays longer, some things are never written down, "
        "and memory leans towards the mood it is asked in."
    ).format(counts=said)


def balance_sentence(balance: Balance, words: Translations) -> str:
    """Good moments beside hard ones in the last twelve weeks."""
    if not balance.good and not balance.hard:
        return words.gettext("In the last twelve weeks nothing is written down, good or hard.")
    good = words.ngettext("{count} good moment", "{count} good moments", balance.good)
    hard = words.ngettext("{count} hard one", "{count} hard ones", balance.hard)
    return words.gettext("In the last twelve weeks: {good}, {hard}.").format(
        good=good.format(count=balance.good), hard=hard.format(count=balance.hard)
    )


def lean_said(lean: Lean, words: Translations) -> str:
    """Which way a week leant, to stand after its day."""
    _ = words.gettext
    return {
        Lean.NOTHING: _("nothing written down"),
        Lean.WORK: _("only of what is hard"),
        Lean.MORE_WORK: _("more of what is hard than of what is good"),
        Lean.EVEN: _("as much of what is good as of what is hard"),
        Lean.MORE_JOY: _("more of what is good than of what is hard"),
        Lean.JOY: _("only of what is good"),
    }[lean]


def way_sentence(way: Way, name: str, words: Translations, day: Callable[[date], str]) -> str:
    """What had held, what gave way, and what has held since; empty where too little is known.

    Args:
        way: the reading.
        name: what the one is called whose promises these are; empty for the reader.
        words: the reader's language.
        day: what a day is called in it.
    """
    if way.setback is None or way.day is None:
        return ""
    _ = words.gettext
    gave_way = _("On {day} something of yours gave way.") if not name else _("On {day} something gave way.")
    before = words.ngettext(
        "Before it, {count} thing was kept.", "Before it, {count} things were kept.", len(way.before)
    ).format(count=len(way.before))
    since = words.ngettext(
        "Since then {count} thing was kept.", "Since then {count} things were kept.", len(way.since)
    ).format(count=len(way.since))
    kept = f"{before} {since}" if way.since else before
    return f"{gave_way.format(day=day(way.day))} {kept} {_('What was kept stays kept.')}"


def split_sentence(condition: Condition, split: Split, words: Translations) -> str:
    """How promises went under a condition and otherwise, in counts."""
    return words.gettext(
        "{when}: {count} of {under} not in time; otherwise {count_otherwise} of {otherwise}."
    ).format(
        when=condition_name(condition, words),
        count=split.under_lapsed,
        under=split.under,
        count_otherwise=split.others_lapsed,
        otherwise=split.others,
    )


def sureness(sure: Sureness, words: Translations) -> str:
    """How sure a pattern is."""
    _ = words.gettext
    return {
        Sureness.POSSIBLE: _("Possible: one in ten that look like this is chance."),
        Sureness.LIKELY: _("Likely: chance alone would seldom give anything as clear."),
    }[sure]


def condition_name(condition: Condition, words: Translations) -> str:
    """What a condition is called, to stand before a colon or by itself."""
    _ = words.gettext
    return {
        Condition.MONDAY: _("On Mondays"),
        Condition.TUESDAY: _("On Tuesdays"),
        Condition.WEDNESDAY: _("On Wednesdays"),
        Condition.THURSDAY: _("On Thursdays"),
        Condition.FRIDAY: _("On Fridays"),
        Condition.SATURDAY: _("On Saturdays"),
        Condition.SUNDAY: _("On Sundays"),
        Condition.NO_TIME: _("By a day, without a time"),
        Condition.MORNING: _("In the morning"),
        Condition.AFTERNOON: _("In the afternoon"),
        Condition.EVENING: _("In the evening, before nine"),
        Condition.NIGHT: _("After nine in the evening"),
        Condition.SAME_DAY: _("Promised for the same day"),
        Condition.WITHIN_A_WEEK: _("Promised a few days ahead"),
        Condition.FURTHER_AHEAD: _("Promised a week ahead or more"),
        Condition.FULL_DAY: _("On a day with three promises or more"),
        Condition.ASKED_FOR: _("When it was asked for"),
        Condition.REPEATING: _("When it comes round again and again"),
        Condition.LATE_IN_MONTH: _("After the twentieth of the month"),
    }[condition]


def open_question(condition: Condition, words: Translations) -> str:
    """Something to wonder about where a pattern shows; it asks, and concludes nothing."""
    _ = words.gettext
    return {
        Condition.MONDAY: _("What are your Mondays usually like?"),
        Condition.TUESDAY: _("What are your Tuesdays usually like?"),
        Condition.WEDNESDAY: _("What are your Wednesdays usually like?"),
        Condition.THURSDAY: _("What are your Thursdays usually like?"),
        Condition.FRIDAY: _("What are your Fridays usually like?"),
        Condition.SATURDAY: _("What are your Saturdays usually like?"),
        Condition.SUNDAY: _("What are your Sundays usually like?"),
        Condition.NO_TIME: _("Would a time of day help, or would it press?"),
        Condition.MORNING: _("What do your mornings ask of you already?"),
        Condition.AFTERNOON: _("What tends to come up in an afternoon?"),
        Condition.EVENING: _("What is the way into the evening like, on most days?"),
        Condition.NIGHT: _("How much is left of you by then?"),
        Condition.SAME_DAY: _("What goes through your mind when you say yes for the same day?"),
        Condition.WITHIN_A_WEEK: _("What happens to a promise between saying it and its day?"),
        Condition.FURTHER_AHEAD: _("How do you come across a promise again, a week later?"),
        Condition.FULL_DAY: _("Which of several promises on one day gives way first, and who notices?"),
        Condition.ASKED_FOR: _("Is there room for a no, or for something smaller, when you are asked?"),
        Condition.REPEATING: _("Does it still fit the weeks that you have now?"),
        Condition.LATE_IN_MONTH: _("What gathers towards the end of a month?"),
    }[condition]


def _level(value: float, words: Translations) -> str:
    _ = words.gettext
    levels = (
        (0.2, _("You trust {name} very little")),
        (0.4, _("You trust {name} a little")),
        (0.6, _("You trust {name} about halfway")),
        (0.8, _("You trust {name} a good deal")),
    )
    return next((text for end, text in levels if value < end), _("You trust {name} deeply"))


def _way(change: float | None, words: Translations) -> str:
    _ = words.gettext
    if change is None:
        return ""
    if abs(change) < 0.02:  # noqa: PLR2004  # less than the line is thick [choice]
        return _(", much as four weeks ago")
    slowly = abs(change) < 0.08  # noqa: PLR2004  # [choice]
    if change > 0:
        return _(", rising slowly over four weeks") if slowly else _(", rising over four weeks")
    return _(", sinking slowly over four weeks") if slowly else _(", sinking over four weeks")


def _sure(interval: Interval, words: Translations) -> str:
    _ = words.gettext
    width = interval.high - interval.low
    if width > 0.4:  # noqa: PLR2004  # [choice]
        return _("still very uncertain")
    return _("still uncertain") if width > 0.2 else _("fairly clear")  # noqa: PLR2004  # [choice]
