"""A reading as a sentence, words before numbers; the pages and the command line share it. Pure.

Every function takes the words' translations: anything with `gettext` and `ngettext`,
such as `gettext.NullTranslations()` or `django.utils.translation`.
"""

from __future__ import annotations

from typing import Protocol

from amends.acts.promise import PromiseType
from amends.engine.results import Balance, Erosion, Interval, Reliability, Trust


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
    heavy = words.ngettext(
        "about as heavy together as one that you would mark “it shook me”",
        "about as heavy together as {count} that you would mark “it shook me”",
        max(1, round(erosion.as_heavy_as)),
    )
    if erosion.as_heavy_as < 1:
        heavy = words.gettext("together lighter than one that you would mark “it shook me”")
    rest = words.gettext("What was made good since is taken off.")
    counted = small.format(count=erosion.count)
    return f"{counted}, {heavy.format(count=round(erosion.as_heavy_as))}. {rest}"


def balance_sentence(balance: Balance, words: Translations) -> str:
    """Good moments beside hard ones in the last twelve weeks."""
    if not balance.good and not balance.hard:
        return words.gettext("In the last twelve weeks nothing is written down, good or hard.")
    good = words.ngettext("{count} good moment", "{count} good moments", balance.good)
    hard = words.ngettext("{count} hard one", "{count} hard ones", balance.hard)
    return words.gettext("In the last twelve weeks: {good}, {hard}.").format(
        good=good.format(count=balance.good), hard=hard.format(count=balance.hard)
    )


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
