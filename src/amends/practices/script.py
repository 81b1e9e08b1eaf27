"""A practice as its content tells it, and where a session of it stands. Pure.

Nothing is kept beside the acts: where a session stands is found by walking its
contributions through the script as it is now. So it outlives a reload, a week, a logout
and a new version of the content, and two people who act at the same moment lose nothing:
what comes at a step that is over moves nothing and still stands in the session.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from amends.acts.base import Person
from amends.acts.session import Contribution

PAUSE: Final = "pause"
RESUME: Final = "resume"
STOP: Final = "stop"
"""Steps of every practice: what anyone in it can say at any time."""
PASS: Final = "pass"  # noqa: S105
"""The choice to go on without, at a step that is optional."""
DONE: Final = "done"
"""The choice that a step gives which asks for nothing but to be read or done."""
SEVERAL: Final = 3
"""Among the numbers of people of a practice: everyone here, where that is three or more."""
SHORTEST_PAUSE: Final = timedelta(minutes=20)
"""A body that is flooded needs about twenty minutes to settle (Gottman & Levenson, 1988)."""


class Who(StrEnum):
    """Whose a step is."""

    SPEAKER = "speaker"
    """The one whose turn it is to speak; at first who began the session."""
    LISTENER = "listener"
    """The one who listens then. Whoever is alone has none, and these steps are left out."""
    EACH = "each"
    """Everyone, in any order."""
    ANYONE = "anyone"
    """Whoever likes, until the one whose turn it is to speak goes on for all: nobody else is waited for."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way on.

    Attributes:
        id: the word it is kept under.
        says: what its button says.
        to: the step it leads to; empty for the next one.
        swaps: whether the next one speaks: of two the other, of several in the order of the session.
        then: where a choice that swaps leads once everyone has had their turn; empty where turns don't end.
    """

    id: str
    says: str
    to: str = ""
    swaps: bool = False
    then: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a practice: one question to one person, or to each.

    Attributes:
        id: the word its contributions are kept under. It never changes meaning.
        who: whose step it is.
        asks: what is asked.
        hint: what helps to answer it.
        writes: whether something is written; otherwise it is read, done or chosen.
        choices: the ways on, where there are several.
        coached: whether the coach reads along.
        own: whether what is written stays with its author. Nobody waits for such a step.
        optional: whether one can go on without.
        shows: steps whose latest words are shown beside it.
        opens: the form it leads to, by the word in its address; empty for none.
        link: what that link says.
    """

    id: str
    who: Who
    asks: str
    hint: str = ""
    writes: bool = True
    choices: tuple[Choice, ...] = ()
    coached: bool = False
    own: bool = False
    optional: bool = False
    shows: tuple[str, ...] = ()
    opens: str = ""
    link: str = ""

    def choice(self, name: str) -> Choice | None:
        """The choice kept under a word, if the step has it."""
        return next((one for one in self.choices if one.id == name), None)


@dataclass(frozen=True, slots=True)
class Script:
    """A practice.

    Attributes:
        id: the word it is known by.
        version: of its content; a later one has a higher number.
        title: what it is called.
        aim: what it is for, in a sentence or two.
        source: where it comes from: author, year.
        minutes: about how long it takes.
        people: with how many it can be walked, oneself included; `SEVERAL` for three and more.
        settings: among whom it is offered.
        about: what is asked of the one who begins: what it is about; empty where nothing is.
        needs_repair: whether it belongs to a repair.
        takes_view: whether it asks to see with another's eyes: never offered first to someone who was hurt.
        steps: in order.
    """

    id: str
    version: int
    title: str
    aim: str
    source: str
    minutes: int
    people: tuple[int, ...]
    settings: tuple[str, ...]
    about: str
    needs_repair: bool
    takes_view: bool
    steps: tuple[Step, ...]

    def step(self, name: str) -> Step | None:
        """The step kept under a word, if there is one."""
        return next((one for one in self.steps if one.id == name), None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session stands for one of its people.

    Attributes:
        step: what they are asked now; None where they wait, and at the end.
        round: to be kept with what they contribute.
        waits_for: those whose turn it is, in the steps that lie open to all.
        shared_step: the step those are at; None at the end.
        speaker: whose turn it is to speak.
        passed: the steps behind, in the order of the script, for a thread of progress.
        pause: the pause that was asked for last, unless it was ended.
        is_over: whether the end was reached, or someone ended it.
        was_stopped: whether someone ended it before.
    """

    step: Step | None
    round: int
    waits_for: tuple[Person, ...]
    shared_step: Step | None
    speaker: Person
    passed: tuple[str, ...]
    pause: Contribution | None
    is_over: bool
    was_stopped: bool

    def is_paused(self, now: datetime) -> bool:
        """Whether the pause still lasts."""
        return self.pause is not None and pause_end(self.pause) > now


def walk(script: Script, people: Sequence[Person], said: Iterable[Contribution], viewer: Person) -> Place:
    """Where a session stands for ``viewer``, by all they can read of it.

    Args:
        script: the practice as it is now, whatever it was when the session began.
        people: who takes part, the one who began it first.
        said: the contributions.
        viewer: one of the people.
    """
    walker = _Walker(script, tuple(people))
    for one in in_order(script, said):
        walker.take(one)
    return walker.place(viewer)


def in_order(script: Script, said: Iterable[Contribution]) -> list[Contribution]:
    """Contributions as they were made; those of one millisecond as the script has them."""
    places = {step.id: at for at, step in enumerate(script.steps)}
    return sorted(
        said, key=lambda one: (one.recorded_at, one.round, places.get(one.step, len(places)), one.id)
    )


def steps_for(script: Script, people: Sequence[Person]) -> list[Step]:
    """The steps that these people walk: alone there is nobody to listen."""
    return [step for step in script.steps if len(people) > 1 or step.who is not Who.LISTENER]


def pause_end(pause: Contribution) -> datetime:
    """When a pause ends: as was said, and never sooner than twenty minutes after it began."""
    shortest = pause.recorded_at + SHORTEST_PAUSE
    return shortest if pause.until is None else max(shortest, pause.until.first.utc)


class _Walker:
    """Walks contributions through a script, one by one."""

    def __init__(self, script: Script, people: tuple[Person, ...]) -> None:
        self.people = people
        self.steps = steps_for(script, people)
        self.open_steps = [step for step in self.steps if not step.own]
        self.speaker = people[0]
        self.have_spoken: set[Person] = set()
        self.at = 0
        self.round = 0
        self.there: set[Person] = set()
        self.own_done: set[tuple[str, Person]] = set()
        self.pause: Contribution | None = None
        self.stopped = False

    def take(self, said: Contribution) -> None:
        """Go on by one contribution; what does not fit moves nothing."""
        if said.author not in self.people or self.stopped:
            return
        match said.step:
            case "pause":
                self.pause = said
            case "resume" if self.pause is not None and _may_resume(self.pause, said):
                self.pause = None
            case "stop":
                self.stopped = True
            case _:
                self._step(said)

    def place(self, viewer: Person) -> Place:
        """Where it stands."""
        shared = self._current()
        waits = () if shared is None or self.stopped else self._missing(shared)
        own = None if self.stopped else self._own_before(viewer, shared)
        return Place(
            step=own or (shared if viewer in waits else None),
            round=self.round,
            waits_for=waits,
            shared_step=shared,
            speaker=self.speaker,
            passed=tuple(self._passed(viewer, shared)),
            pause=self.pause,
            is_over=self.stopped or (shared is None and own is None),
            was_stopped=self.stopped,
        )

    def _step(self, said: Contribution) -> None:
        step = next((one for one in self.steps if one.id == said.step), None)
        if step is None:
            return
        if step.own:
            self.own_done.add((step.id, said.author))
            return
        if said.round != self.round or not self._reach(step):
            return
        if said.author in self._missing(step):
            self.there.add(said.author)
            self._follow(step, said)

    def _reach(self, step: Step) -> bool:
        """Whether it is the current step, or one ahead: then those between came with a later version."""
        index = self.open_steps.index(step)
        if index > self.at:
            self.at, self.there = index, set()
        return index == self.at

    def _follow(self, step: Step, said: Contribution) -> None:
        choice = step.choice(said.choice)
        if choice is not None and (choice.to or choice.swaps):
            self._jump(choice)
        elif (step.who is Who.ANYONE and said.author == self.speaker) or not self._missing(step):
            self.at, self.there = self.at + 1, set()

    def _jump(self, choice: Choice) -> None:
        leads_to, swaps = choice.to, choice.swaps and len(self.people) > 1
        if swaps:
            self.have_spoken.add(self.speaker)
            if choice.then and self.have_spoken.issuperset(self.people):
                leads_to, swaps = choice.then, False
        target = next((at for at, step in enumerate(self.open_steps) if step.id == leads_to), self.at + 1)
        if target <= self.at:
            self.round += 1
        if swaps:
            self.speaker = self.people[(self.people.index(self.speaker) + 1) % len(self.people)]
        self.at, self.there = target, set()

    def _current(self) -> Step | None:
        return self.open_steps[self.at] if self.at < len(self.open_steps) else None

    def _missing(self, step: Step) -> tuple[Person, ...]:
        return tuple(one for one in self._whose(step) if one not in self.there)

    def _whose(self, step: Step) -> tuple[Person, ...]:
        match step.who:
            case Who.SPEAKER:
                return (self.speaker,)
            case Who.LISTENER:
                return tuple(one for one in self.people if one != self.speaker)
            case Who.EACH | Who.ANYONE:
                return self.people

    def _own_before(self, viewer: Person, shared: Step | None) -> Step | None:
        """The first step of the viewer's own that lies before the one that is open to all."""
        return next(
            (
                step
                for step in self._before(shared)
                if step.own and viewer in self._whose(step) and (step.id, viewer) not in self.own_done
            ),
            None,
        )

    def _before(self, shared: Step | None) -> Iterator[Step]:
        for step in self.steps:
            if step is shared:
                return
            yield step

    def _passed(self, viewer: Person, shared: Step | None) -> Iterator[str]:
        for step in self._before(shared):
            if not step.own or (step.id, viewer) in self.own_done:
                yield step.id


def _may_resume(pause: Contribution, said: Contribution) -> bool:
    """Whoever asked for a pause may end it early, yet not before its twenty minutes are over."""
    if said.recorded_at >= pause_end(pause):
        return True
    return said.author == pause.author and said.recorded_at >= pause.recorded_at + SHORTEST_PAUSE
