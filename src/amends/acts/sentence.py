"""The one place that makes a sentence of an act.

Each sentence has three forms: what the viewer did, what was done to the viewer, and what
happened between others. All are in the past, so that no verb changes with the person.
Translations get whole sentences, never parts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import singledispatch

from amends.acts.amends import Amends, Completion
from amends.acts.answer import About, Answer, Reply
from amends.acts.apology import Apology
from amends.acts.aside import Aside, Topic
from amends.acts.base import Act, Person
from amends.acts.boundary import Boundary, Observance, Respect
from amends.acts.breach import Breach
from amends.acts.checkin import CheckIn
from amends.acts.closing import Closing
from amends.acts.correction import Correction
from amends.acts.disclosure import Disclosure
from amends.acts.erasure import Erasure
from amends.acts.heard_promise import HeardPromise
from amends.acts.hours import Hours, Sort
from amends.acts.hypothesis import Hypothesis
from amends.acts.journal import Journal
from amends.acts.keepsake import Keeps, Keepsake
from amends.acts.letter import Letter
from amends.acts.looking_forward import LookingForward
from amends.acts.membership import Joining, Leaving
from amends.acts.moment import Moment
from amends.acts.outcome import Outcome, Result
from amends.acts.promise import Promise
from amends.acts.reaffirmation import Reaffirmation
from amends.acts.recognition import Recognition
from amends.acts.repair import Repair, Step, Turn
from amends.acts.repair_map import RepairMap
from amends.acts.request import Request
from amends.acts.response import Response, Stance
from amends.acts.sealed import Reveal, Seal
from amends.acts.session import Contribution, Session
from amends.acts.settlement import Settlement
from amends.acts.skip import Skip
from amends.acts.understanding import Understanding
from amends.acts.wave import Wave

Translate = Callable[[str], str]
MARKED: Translate = str
"""Marks the forms of a sentence for translation; only the one that is told is translated."""
LONGEST_HEADLINE = 80
"""Characters of a headline [choice]."""


def sentence(
    act: Act,
    viewer: Person | None,
    name: Callable[[Person], str],
    *,
    translate: Translate = str,
    setting: str = "couple",
) -> str:
    """What happened, in a sentence without its author's words and without a full stop.

    Args:
        act: the act.
        viewer: to whom it is told as "you"; None for a neutral point of view.
        name: what a person is called.
        translate: gives a message in the reader's language.
        setting: what the people are to each other; work has words of its own.
    """
    return _sentence(act, _Voice(act, viewer, name, translate, setting))


def headline(
    act: Act,
    viewer: Person | None,
    name: Callable[[Person], str],
    *,
    translate: Translate = str,
    setting: str = "couple",
) -> str:
    """The sentence with the beginning of its author's words, for a list or the title of a mark."""
    _ = translate
    said = sentence(act, viewer, name, translate=translate, setting=setting)
    words = act.name if isinstance(act, Repair) else act.words
    if not words:
        return _trim(said)
    return _trim(_("{sentence}: {words}").format(sentence=said, words=" ".join(words.split())))


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who tells whom about an act."""

    act: Act
    viewer: Person | None
    name: Callable[[Person], str]
    translate: Translate
    setting: str

    def say(self, mine: str, to_me: str, others: str) -> str:
        """The form that fits the viewer: the doer, the one it was meant for, or anyone else."""
        act = self.act
        not_mine = to_me if act.affected == (self.viewer,) else others
        chosen = mine if act.by == self.viewer else not_mine
        return self.translate(chosen).format(who=self.name(act.by), whom=self.names(act.affected))

    def author(self, mine: str, others: str, **more: str) -> str:
        """The form that fits whether the viewer is the author."""
        chosen = mine if self.act.author == self.viewer else others
        return self.translate(chosen).format(who=self.name(self.act.author), **more)

    def about(self, mine: str, of_me: str, others: str) -> str:
        """The form for what the author says of the doer: the viewer is the one, the other, or neither."""
        not_mine = of_me if self.act.by == self.viewer else others
        chosen = mine if self.act.author == self.viewer else not_mine
        return self.translate(chosen).format(author=self.name(self.act.author), who=self.name(self.act.by))

    def names(self, people: tuple[Person, ...]) -> str:
        """Several people, the viewer first and as "you"."""
        _ = self.translate
        called = [self.name(person) for person in people if person != self.viewer]
        if self.viewer in people:
            called.insert(0, _("you"))
        if not called:
            return _("everyone")
        *before, last = called
        return _("{people} and {last}").format(people=", ".join(before), last=last) if before else last

    @property
    def at_work(self) -> bool:
        """Whether the words of work are in place: raised, agreed, kept, closed."""
        return self.setting == "team"

    @property
    def among_friends(self) -> bool:
        """Whether the words of friends are in place: said, heard, kept, enjoyed."""
        return self.setting == "friends"


@singledispatch
def _sentence(act: Act, voice: _Voice) -> str:
    raise NotImplementedError(act.KIND)


@_sentence.register
def _(act: Breach, voice: _Voice) -> str:  # noqa: ARG001
    _ = MARKED
    if voice.at_work:
        return voice.say(
            _("What you did had an effect on {whom}"),
            _("What {who} did had an effect on you"),
            _("What {who} did had an effect on {whom}"),
        )
    return voice.say(
        _("Something you did hurt {whom}"),
        _("Something {who} did hurt you"),
        _("Something {who} did hurt {whom}"),
    )


@_sentence.register
def _(act: Understanding, voice: _Voice) -> str:  # noqa: ARG001
    _ = MARKED
    return voice.author(_("You saw what may lie behind it"), _("{who} saw what may lie behind it"))


@_sentence.register
def _(act: Response, voice: _Voice) -> str:
    _ = MARKED
    match act.stance:
        case Stance.SEE:
            return voice.author(_("You said: I see it"), _("{who} said: I see it"))
        case Stance.DIFFERENT:
            return voice.author(_("You said: I see it differently"), _("{who} said: I see it differently"))
        case Stance.NOT_NOW:
            return voice.author(_("You said: not now"), _("{who} said: not now"))


@_sentence.register
def _(act: Request, voice: _Voice) -> str:  # noqa: ARG001
    _ = MARKED
    return voice.say(
        _("You asked {whom} for something"),
        _("{who} asked you for something"),
        _("{who} asked {whom} for something"),
    )


@_sentence.register
def _(act: Promise, voice: _Voice) -> str:  # noqa: ARG001
    _ = MARKED
    if voice.at_work:
        return voice.say(
            _("You agreed something with {whom}"),
            _("{who} agreed something with you"),
            _("{who} agreed something with {whom}"),
        )
    if voice.among_friends:
        return voice.say(_("You said to {whom}"), _("{who} said to you"), _("{who} said to {whom}"))
    return voice.say(_("You promised {whom}"), _("{who} promised you"), _("{who} promised {whom}"))


@_sentence.register
def _(act: Outcome, voice: _Voice) -> str:
    _ = MARKED
    if voice.at_work:
        said = _outcome_at_work(act, voice)
    else:
        said = _outcome_among_friends(act, voice) if voice.among_friends else _outcome(act, voice)
    before = _("{sentence}; word came beforehand")
    return voice.translate(before).format(sentence=said) if act.told_before else said


def _outcome(act: Outcome, voice: _Voice) -> str:
    _ = MARKED
    match act.result:
        case Result.KEPT:
            return voice.say(
                _("You kept a promise to {whom}"),
                _("{who} kept a promise to you"),
                _("{who} kept a promise to {whom}"),
            )
        case Result.LATE:
            return voice.say(
                _("You were late with a promise to {whom}"),
                _("{who} was late with a promise to you"),
                _("{who} was late with a promise to {whom}"),
            )
        case Result.BROKEN:
            return voice.say(
                _("You did not keep a promise to {whom}"),
                _("{who} did not keep a promise to you"),
                _("{who} did not keep a promise to {whom}"),
            )
        case Result.RENEGOTIATED:
            return voice.say(
                _("You changed a promise to {whom} before it was due"),
                _("{who} changed a promise to you before it was due"),
                _("{who} changed a promise to {whom} before it was due"),
            )
        case Result.RELEASED:
            return voice.about(
                _("You let {who} off a promise"),
                _("{author} let you off a promise"),
                _("{author} let {who} off a promise"),
            )
        case Result.WITHDRAWN:
            return voice.say(
                _("You took back a promise to {whom} before it was due"),
                _("{who} took back a promise to you before it was due"),
                _("{who} took back a promise to {whom} before it was due"),
            )


def _outcome_at_work(act: Outcome, voice: _Voice) -> str:
    _ = MARKED
    match act.result:
        case Result.KEPT:
            return voice.say(
                _("You kept what you had agreed with {whom}"),
                _("{who} kept what you had agreed"),
                _("{who} kept what was agreed with {whom}"),
            )
        case Result.LATE:
            return voice.say(
                _("You were late with what you had agreed with {whom}"),
                _("{who} was late with what you had agreed"),
                _("{who} was late with what was agreed with {whom}"),
            )
        case Result.BROKEN:
            return voice.say(
                _("You did not keep what you had agreed with {whom}"),
                _("{who} did not keep what you had agreed"),
                _("{who} did not keep what was agreed with {whom}"),
            )
        case Result.RENEGOTIATED:
            return voice.say(
                _("You changed what you had agreed with {whom} before it was due"),
                _("{who} changed what you had agreed before it was due"),
                _("{who} changed what was agreed with {whom} before it was due"),
            )
        case Result.RELEASED:
            return voice.about(
                _("You let {who} off what you had agreed"),
                _("{author} let you off what you had agreed"),
                _("{author} let {who} off what was agreed"),
            )
        case Result.WITHDRAWN:
            return voice.say(
                _("You took back what you had agreed with {whom} before it was due"),
                _("{who} took back what you had agreed before it was due"),
                _("{who} took back what was agreed with {whom} before it was due"),
            )


def _outcome_among_friends(act: Outcome, voice: _Voice) -> str:
    _ = MARKED
    match act.result:
        case Result.KEPT:
            return voice.say(
                _("Kept: what you said to {whom}"),
                _("Kept: what {who} said to you"),
                _("Kept: what {who} said to {whom}"),
            )
        case Result.LATE:
            return voice.say(
                _("Late: what you said to {whom}"),
                _("Late: what {who} said to you"),
                _("Late: what {who} said to {whom}"),
            )
        case Result.BROKEN:
            return voice.say(
                _("Not kept: what you said to {whom}"),
                _("Not kept: what {who} said to you"),
                _("Not kept: what {who} said to {whom}"),
            )
        case Result.RENEGOTIATED:
            return voice.say(
                _("Changed before it was due: what you said to {whom}"),
                _("Changed before it was due: what {who} said to you"),
                _("Changed before it was due: what {who} said to {whom}"),
            )
        case Result.RELEASED:
            return voice.about(
                _("You let {who} off what was said"),
                _("{author} let you off what was said"),
                _("{author} let {who} off what was said"),
            )
        case Result.WITHDRAWN:
            return voice.say(
                _("Taken back before it was due: what you said to {whom}"),
                _("Taken back before it was due: what {who} said to you"),
                _("Taken back before it was due: what {who} said to {whom}"),
            )


@_sentence.register
def _(act: Settlement, voice: _Voice) -> str:
    _ = MARKED
    match act.result:
        case Result.KEPT:
            return voice.author(_("You settled on: kept"), _("{who} settled on: kept"))
        case Result.LATE:
            return voice.author(_("You settled on: late"), _("{who} settled on: late"))
        case _:
            return voice.author(_("You settled on: not kept"), _("{who} settled on: not kept"))


@_sentence.register
def _(act: Apology, voice: _Voice) -> str:  # noqa: ARG001
    _ = MARKED
    return voice.say(
        _("You apologised to {whom}"), _("{who} apologised to you"), _("{who} apologised to {whom}")
    )


@_sentence.register
def _(act: Answer, voice: _Voice) -> str:
    _ = MARKED
    answers = {
        (About.APOLOGY, Reply.ACCEPTED): (_("You accepted the apology"), _("{who} accepted the apology")),
        (About.APOLOGY, Reply.PARTLY): (
            _("You accepted the apology in part"),
            _("{who} accepted the apology in part"),
        ),
        (About.APOLOGY, Reply.NO): (
            _("You did not accept the apology"),
            _("{who} did not accept the apology"),
        ),
        (About.REQUEST, Reply.YES): (_("You said yes"), _("{who} said yes")),
        (About.REQUEST, Reply.SMALLER): (
            _("You said yes to something smaller"),
            _("{who} said yes to something smaller"),
        ),
        (About.REQUEST, Reply.NO): (_("You said no"), _("{who} said no")),
        (About.BOUNDARY, Reply.YES): (_("You said yes to the boundary"), _("{who} said yes to the boundary")),
        (About.BOUNDARY, Reply.NEGOTIATE): (
            _("You would like to talk about the boundary"),
            _("{who} would like to talk about the boundary"),
        ),
        (About.BOUNDARY, Reply.NO): (_("You said no to the boundary"), _("{who} said no to the boundary")),
    }
    return voice.author(
        *answers.get((act.about, act.reply), (_("You said: not now"), _("{who} said: not now")))
    )


@_sentence.register
def _(act: Amends, voice: _Voice) -> str:  # noqa: ARG001
    _ = MARKED
    return voice.say(
        _("You offered to put something right for {whom}"),
        _("{who} offered to put something right for you"),
        _("{who} offered to put something right for {whom}"),
    )


@_sentence.register
def _(act: Completion, voice: _Voice) -> str:
    _ = MARKED
    if act.fully:
        return voice.say(
            _("You put something right for {whom}"),
            _("{who} put something right for you"),
            _("{who} put something right for {whom}"),
        )
    return voice.say(
        _("You put something right for {whom}, in part"),
        _("{who} put something right for you, in part"),
        _("{who} put something right for {whom}, in part"),
    )


@_sentence.register
def _(act: Boundary, voice: _Voice) -> str:  # noqa: ARG001
    _ = MARKED
    return voice.author(_("You set a boundary"), _("{who} set a boundary"))


@_sentence.register
def _(act: Observance, voice: _Voice) -> str:
    _ = MARKED
    if act.respect is Respect.HONOURED:
        return voice.say(
            _("You kept to a boundary that {whom} set"),
            _("{who} kept to a boundary that you set"),
            _("{who} kept to a boundary that {whom} set"),
        )
    return voice.say(
        _("You did not keep to a boundary that {whom} set"),
        _("{who} did not keep to a boundary that you set"),
        _("{who} did not keep to a boundary that {whom} set"),
    )


@_sentence.register
def _(act: Disclosure, voice: _Voice) -> str:  # noqa: ARG001
    _ = MARKED
    return voice.author(_("You laid something open"), _("{who} laid something open"))


@_sentence.register
def _(act: RepairMap, voice: _Voice) -> str:  # noqa: ARG001
    _ = MARKED
    return voice.author(
        _("You drew what happens, and what might help"), _("{who} drew what happens, and what might help")
    )


@_sentence.register
def _(act: Session, voice: _Voice) -> str:
    _ = MARKED
    if not act.affected:
        return voice.author(_("You took time for something"), _("{who} took time for something"))
    return voice.say(
        _("You began something together with {whom}"),
        _("{who} began something together with you"),
        _("{who} began something together with {whom}"),
    )


@_sentence.register
def _(act: Contribution, voice: _Voice) -> str:
    _ = MARKED
    if act.until is not None:
        return voice.author(_("You asked for a pause"), _("{who} asked for a pause"))
    if not act.words:
        return voice.author(_("You chose how it goes on"), _("{who} chose how it goes on"))
    return voice.author(_("You said something in it"), _("{who} said something in it"))


@_sentence.register
def _(act: Aside, voice: _Voice) -> str:
    _ = MARKED
    match act.topic:
        case Topic.WANTED:
            return voice.author(_("What you want"), _("What {who} wants"))
        case Topic.SAID:
            return voice.author(_("What you said elsewhere"), _("What {who} said elsewhere"))
        case Topic.CHANGED:
            return voice.author(_("What changed, as you see it"), _("What changed, as {who} sees it"))
        case Topic.DECIDED:
            return voice.author(_("What you decided"), _("What {who} decided"))


@_sentence.register
def _(act: Letter, voice: _Voice) -> str:  # noqa: ARG001
    _ = MARKED
    return voice.author(_("You wrote a letter"), _("{who} wrote a letter"))


@_sentence.register
def _(act: Moment, voice: _Voice) -> str:
    _ = MARKED
    if act.by != act.author:
        if voice.among_friends:
            return voice.say(
                _("Something that {whom} enjoyed, from you"),
                _("Something that you enjoyed, from {who}"),
                _("Something that {whom} enjoyed, from {who}"),
            )
        return voice.say(
            _("Something good for {whom}, from you"),
            _("Something good from {who}"),
            _("Something good for {whom}, from {who}"),
        )
    if not act.affected:
        return voice.author(_("Something good"), _("Something good that {who} noted"))
    if voice.among_friends:
        return voice.say(
            _("Something that you enjoyed with {whom}"),
            _("Something that {who} enjoyed with you"),
            _("Something that {who} enjoyed with {whom}"),
        )
    return voice.say(
        _("Something good with {whom}"),
        _("Something good that {who} had with you"),
        _("Something good that {who} had with {whom}"),
    )


@_sentence.register
def _(act: Journal, voice: _Voice) -> str:  # noqa: ARG001
    _ = MARKED
    return voice.author(_("A line in your journal"), _("A line in the journal of {who}"))


@_sentence.register
def _(act: CheckIn, voice: _Voice) -> str:
    _ = MARKED
    return voice.author(
        _("You looked at your trust in {about}"),
        _("{who} looked at their trust in {about}"),
        about=voice.names((act.about,)),
    )


@_sentence.register
def _(act: Repair, voice: _Voice) -> str:  # noqa: ARG001
    _ = MARKED
    if voice.at_work:
        return voice.say(
            _("You raised a matter with {whom}"),
            _("{who} raised a matter with you"),
            _("{who} raised a matter with {whom}"),
        )
    return voice.say(
        _("You began a repair with {whom}"),
        _("{who} began a repair with you"),
        _("{who} began a repair with {whom}"),
    )


@_sentence.register
def _(act: Turn, voice: _Voice) -> str:
    _ = MARKED
    if voice.at_work:
        return _turn_at_work(act, voice)
    match act.step:
        case Step.RESTED:
            return voice.author(_("You let the repair rest"), _("{who} let the repair rest"))
        case Step.RESUMED:
            return voice.author(_("You took the repair up again"), _("{who} took the repair up again"))
        case Step.ENDED:
            return voice.author(_("You ended the repair"), _("{who} ended the repair"))
        case Step.MENDED if voice.among_friends:
            return voice.author(_("You said it is good again"), _("{who} said it is good again"))
        case Step.MENDED:
            return voice.author(_("You called it mended"), _("{who} called it mended"))


def _turn_at_work(act: Turn, voice: _Voice) -> str:
    _ = MARKED
    match act.step:
        case Step.RESTED:
            return voice.author(_("You let the matter rest"), _("{who} let the matter rest"))
        case Step.RESUMED:
            return voice.author(_("You took the matter up again"), _("{who} took the matter up again"))
        case Step.ENDED:
            return voice.author(_("You ended the matter"), _("{who} ended the matter"))
        case Step.MENDED:
            return voice.author(_("You called it closed"), _("{who} called it closed"))


@_sentence.register
def _(act: Seal, voice: _Voice) -> str:  # noqa: ARG001
    _ = MARKED
    return voice.author(_("You sealed your side"), _("{who} sealed their side"))


@_sentence.register
def _(act: Reveal, voice: _Voice) -> str:  # noqa: ARG001
    _ = MARKED
    return voice.author(_("You opened your side"), _("{who} opened their side"))


@_sentence.register
def _(act: Wave, voice: _Voice) -> str:  # noqa: ARG001
    _ = MARKED
    return voice.author(_("An old hurt came back"), _("An old hurt came back to {who}"))


@_sentence.register
def _(act: HeardPromise, voice: _Voice) -> str:
    _ = MARKED
    return voice.author(
        _("You heard a promise from {whom}"),
        _("{who} heard a promise from {whom}"),
        whom=voice.names((act.of,)),
    )


@_sentence.register
def _(act: Hypothesis, voice: _Voice) -> str:  # noqa: ARG001
    _ = MARKED
    return voice.author(
        _("You guessed when promises are hard to keep"), _("{who} guessed when promises are hard to keep")
    )


@_sentence.register
def _(act: Closing, voice: _Voice) -> str:  # noqa: ARG001
    _ = voice.translate
    return voice.author(
        _("You closed something in your open book"), _("{who} closed something in their open book")
    )


@_sentence.register
def _(act: Hours, voice: _Voice) -> str:
    _ = voice.translate
    if act.sort is Sort.WORK:
        return voice.author(_("You set hours for your work"), _("{who} set hours for their work"))
    return voice.author(_("You set hours for yourself"), _("{who} set hours for themselves"))


@_sentence.register
def _(act: Skip, voice: _Voice) -> str:  # noqa: ARG001
    _ = voice.translate
    return voice.author(
        _("You left out some days of a promise beforehand"),
        _("{who} left out some days of a promise beforehand"),
    )


@_sentence.register
def _(act: LookingForward, voice: _Voice) -> str:
    _ = voice.translate
    if not act.affected:
        return voice.author(_("You look forward to something"), _("{who} looks forward to something"))
    return voice.say(
        _("You look forward to something with {whom}"),
        _("{who} looks forward to something with you"),
        _("{who} looks forward to something with {whom}"),
    )


@_sentence.register
def _(act: Recognition, voice: _Voice) -> str:  # noqa: ARG001
    _ = voice.translate
    return voice.about(
        _("You said what {who} did"), _("{author} said what you did"), _("{author} said what {who} did")
    )


@_sentence.register
def _(act: Keepsake, voice: _Voice) -> str:
    _ = MARKED
    if act.keeps is Keeps.WIN:
        return voice.author(_("Something that went well"), _("Something that went well, kept by {who}"))
    return voice.author(_("Something to laugh about"), _("Something to laugh about, kept by {who}"))


@_sentence.register
def _(act: Reaffirmation, voice: _Voice) -> str:  # noqa: ARG001
    _ = MARKED
    return voice.author(_("A line to hold on to"), _("A line that {who} holds on to"))


@_sentence.register
def _(act: Joining, voice: _Voice) -> str:  # noqa: ARG001
    _ = MARKED
    return voice.author(_("You joined"), _("{who} joined"))


@_sentence.register
def _(act: Leaving, voice: _Voice) -> str:  # noqa: ARG001
    _ = MARKED
    return voice.author(_("You left"), _("{who} left"))


@_sentence.register
def _(act: Correction, voice: _Voice) -> str:
    _ = MARKED
    if act.withdrawn:
        return voice.author(_("You took something back"), _("{who} took something back"))
    return voice.author(_("You put something differently"), _("{who} put something differently"))


@_sentence.register
def _(act: Erasure, voice: _Voice) -> str:  # noqa: ARG001
    _ = MARKED
    return voice.translate(_("Something was erased"))


def _trim(text: str) -> str:
    if len(text) <= LONGEST_HEADLINE:
        return text
    cut = text[: LONGEST_HEADLINE - 1]
    whole, space, _ = cut.rpartition(" ")
    return f"{whole if space else cut}…"
