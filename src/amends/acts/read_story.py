"""Reading a story: every line that can be read is, and every one that can't is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from amends.acts.base import Act, Person, check_line, tidy
from amends.acts.errors import InvalidAct
from amends.acts.fields import Field, fields_of
from amends.acts.kinds import KINDS
from amends.acts.scope import Scope
from amends.acts.spelling import WHEN, Spelling
from amends.acts.story import ROLES, SETTINGS, Block, Entry, Erasing, Heading, Sharing, Story, id_of, is_id
from amends.acts.when import When, find_zone
from amends.acts.write_story import ON_THE_HEAD, key_of

MOST_MEMBERS: Final = 100
"""People in a story [choice]; so that reading takes a time in keeping with the text."""
_HEADER: Final = re.compile(r"(story|setting|zone|member|invented|note):(?: (.*))?")
_HEAD: Final = re.compile(WHEN + r" (?P<rest>.+)", re.ASCII)
_REST: Final = re.compile(
    r"(?P<verb>[a-z]+(?:-[a-z]+)*) \^(?P<label>[a-z0-9][a-z0-9-]*)(?: (?P<scope>own)| with (?P<other>.+))?"
)
_NEEDED: Final = {
    "story": "Anna and Toby",
    "setting": "couple",
    "zone": "Europe/London",
    "member": "Anna",
}
_STAND_INS: Final = {"story": "A story", "setting": "couple", "zone": "UTC"}
_LABEL: Final = re.compile(r" \^([a-z0-9][a-z0-9-]*)(?: own| with .+)?")
_GESTURE: Final = re.compile(r" (?:shares|erases) \^")
_FIELD: Final = re.compile(r"  ([a-z]+(?:-[a-z]+)*):(?: (.*))?")
_NAME: Final = re.compile(r"[^,^\[\]()\n]{1,80}")
_SOME_LABEL: Final = "a label such as ^first is expected after what happened"


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that could not be read; what stands around it was.

    Attributes:
        file: as the reader was told.
        line: from 1.
        expected: what was expected there, in plain words.
    """

    file: str
    line: int
    expected: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.expected}"


def parse(text: str, file: str = "story") -> tuple[Story, tuple[Problem, ...]]:
    """The story that a text holds, and the lines of it that can't be read. Never raises."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return _Reader(file, lines).read()


@dataclass(slots=True)
class _Lines:
    """Some lines and the number of the first."""

    start: int
    lines: list[str]


class _Unreadable(Exception):
    """A line is not what it should be."""

    def __init__(self, line: int, expected: str) -> None:
        super().__init__(expected)
        self.line = line
        self.expected = expected


@dataclass(slots=True)
class _Reader:
    file: str
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)
    header: dict[str, str] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    members: list[str] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)
    authors: dict[UUID, Person] = field(default_factory=dict)

    def read(self) -> tuple[Story, tuple[Problem, ...]]:
        chunks = list(_chunks(self.lines))
        heads = [chunk for chunk in chunks if _HEADER.fullmatch(chunk.lines[0])]
        for chunk in heads:
            self._read_header(chunk)
        self._complete(heads[0].start if heads else 1)
        numbered = list(self._read_blocks(self._spelling(chunks), chunks))
        story = Story(
            title=self.header["story"],
            setting=self.header["setting"],
            zone=self.header["zone"],
            members=tuple(self.members),
            roles=tuple(self.roles.items()),
            invented=self.header.get("invented") == "yes",
            note=self.header.get("note", ""),
            blocks=tuple(block for line, block in numbered if self._is_theirs(line, block)),
        )
        return story, tuple(sorted(self.problems, key=lambda problem: problem.line))

    def _report(self, line: int, expected: str) -> None:
        self.problems.append(Problem(self.file, line, expected))

    def _read_header(self, chunk: _Lines) -> None:
        for number, line in enumerate(chunk.lines, chunk.start):
            found = _HEADER.fullmatch(line)
            problem = "a line such as “member: Anna” is expected here"
            if found is not None:
                problem = self._keep_header(found[1], tidy(found[2] or ""))
            if problem:
                self._report(number, problem)

    def _keep_header(self, key: str, value: str) -> str:
        """Keep one line of the header; gives what is expected instead, or nothing."""
        if key != "member" and key in self.seen:
            return f"“{key}” stands here once only"
        self.seen.add(key)
        if key == "member":
            return self._keep_member(value)
        problem = _header_problem(key, value)
        if not problem:
            self.header[key] = value
        return problem

    def _keep_member(self, value: str) -> str:
        name, comma, role = value.partition(", ")
        if comma and role not in ROLES:
            return f"after a name and a comma one of these is expected: {', '.join(ROLES)}"
        if not _NAME.fullmatch(name):
            return "a name of up to 80 letters is expected, without commas, brackets or ^"
        if name in self.members:
            return f"{name} is named twice"
        if len(self.members) == MOST_MEMBERS:
            return f"at most {MOST_MEMBERS} people are expected"
        self.members.append(name)
        if role:
            self.roles[name] = role
        return ""

    def _complete(self, line: int) -> None:
        """Report what the header lacks, and go on with stand-ins."""
        for key, example in _NEEDED.items():
            if key not in self.seen:
                self._report(line, f"a line such as “{key}: {example}” is expected at the top")
        for key, stand_in in _STAND_INS.items():
            self.header.setdefault(key, stand_in)
        if self.roles and self.header["setting"] != "team":
            self._report(line, f"{', '.join(ROLES)} are expected in a team alone")
            self.roles.clear()

    def _spelling(self, chunks: Sequence[_Lines]) -> Spelling:
        title = self.header["story"]
        heads = [chunk.lines[0] for chunk in chunks if not _GESTURE.search(chunk.lines[0])]
        labels = {found[1] for head in heads for found in _LABEL.finditer(head)}

        def find(label: str) -> UUID:
            if label not in labels and not is_id(label):
                raise InvalidAct("", f"nothing in this story is called ^{label}")
            return id_of(title, label)

        return Spelling(self.header["zone"], str, find, frozenset(self.members))

    def _read_blocks(self, spelling: Spelling, chunks: Sequence[_Lines]) -> Iterator[tuple[int, Block]]:
        for chunk in chunks:
            first = chunk.lines[0]
            try:
                if first.startswith("#"):
                    yield chunk.start, Heading(tidy(first.lstrip("#")))
                elif not _HEADER.fullmatch(first):
                    yield chunk.start, self._read_happening(spelling, chunk)
            except _Unreadable as error:
                self._report(error.line, error.expected)

    def _is_theirs(self, line: int, block: Block) -> bool:
        """Whether whoever shares or erases an act recorded it."""
        if not isinstance(block, Sharing | Erasing):
            return True
        author = self.authors.get(block.act, block.author)
        if author != block.author:
            self._report(line, f"only {author} can do this, who recorded it")
        return author == block.author

    def _read_happening(self, spelling: Spelling, chunk: _Lines) -> Block:
        start = chunk.start
        found = _HEAD.fullmatch(chunk.lines[0])
        if found is None:
            raise _Unreadable(start, "a line such as “2026-03-02 19:40 Anna moment ^first” is expected")
        try:
            at = spelling.read_when(found)
        except InvalidAct as error:
            raise _Unreadable(start, error.reason) from None
        author, rest = self._split(found["rest"], start)
        body = _Body(spelling, start, chunk.lines[1:])
        if rest["verb"] in {"shares", "erases"}:
            return _gesture(rest, author, at, body, spelling)
        return self._entry(rest, author, at, body)

    def _split(self, text: str, line: int) -> tuple[Person, re.Match[str]]:
        """Who did it and what follows; of two names that both fit, the longer."""
        names = sorted((name for name in self.members if text.startswith(f"{name} ")), key=len, reverse=True)
        for name in names:
            rest = _REST.fullmatch(text, len(name) + 1)
            if rest is not None:
                return Person(name), rest
        if names:
            raise _Unreadable(line, _SOME_LABEL)
        people = ", ".join(self.members) or "nobody is named as a member"
        raise _Unreadable(line, f"one of the story's people is expected after the time: {people}")

    def _entry(self, rest: re.Match[str], author: Person, at: When, body: _Body) -> Entry:
        kind = KINDS.get(rest["verb"])
        if kind is None:
            offered = ", ".join([*sorted(KINDS), "shares", "erases"])
            raise _Unreadable(body.start, f"a kind of act is expected, not “{rest['verb']}”: {offered}")
        act_id = body.spelling.find(rest["label"])
        if act_id in self.authors:
            raise _Unreadable(body.start, f"^{rest['label']} is taken; another label is expected")
        scope, other = self._scope(rest, author, body.start)
        act = body.act(kind, author, at, act_id)
        self.authors[act_id] = author
        return Entry(act, rest["label"], scope, other)

    def _scope(self, rest: re.Match[str], author: Person, line: int) -> tuple[Scope, Person | None]:
        if rest["scope"]:
            return Scope.OWN, None
        if rest["other"] is None:
            return Scope.SHARED, None
        if rest["other"] not in self.members or rest["other"] == author:
            raise _Unreadable(line, "one other of the story's people is expected after “with”")
        return Scope.PAIR, Person(rest["other"])


@dataclass(slots=True)
class _Body:
    """The lines under a head."""

    spelling: Spelling
    start: int
    lines: list[str]
    at_line: dict[str, int] = field(default_factory=dict)

    def act(self, kind: type[Act], author: Person, at: When, act_id: UUID) -> Act:
        values: dict[str, Any] = {"id": act_id, "author": author, "by": author, "occurred": at}
        values |= self.values({key_of(one): one for one in fields_of(kind) if one.name not in ON_THE_HEAD})
        values.setdefault("recorded_at", at.utc)
        for one in fields_of(kind):
            if one.required and one.name not in values:
                raise _Unreadable(self.start, f"a line “{key_of(one)}: …” is expected under this one")
        try:
            return kind(**values)
        except InvalidAct as error:
            raise _Unreadable(self.at_line.get(error.field, self.start), error.reason) from None

    def values(self, fields: dict[str, Field]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        words, rest = self._quoted(0, "  ")
        if words:
            values["words"], self.at_line["words"] = words, self.start + 1
        while rest < len(self.lines):
            number = self.start + 1 + rest
            found = _FIELD.fullmatch(self.lines[rest])
            if found is None:
                raise _Unreadable(number, "a line such as “  weight: 3” or “  > words” is expected")
            text, rest = (found[2], rest + 1) if found[2] else self._quoted(rest + 1, "    ")
            name, value = self._value(fields, found[1], text, number)
            if name in values:
                raise _Unreadable(number, f"“{found[1]}” stands here once only")
            values[name], self.at_line[name] = value, number
        return values

    def _value(self, fields: dict[str, Field], key: str, text: str, line: int) -> tuple[str, Any]:
        try:
            if key == "recorded":
                return "recorded_at", self.spelling.read_receipt(text)
            one = fields.get(key)
            if one is None:
                offered = ", ".join([*fields, "recorded"])
                raise _Unreadable(line, f"one of these is expected, not “{key}”: {offered}")
            if one.many:
                return one.name, tuple(self.spelling.read(one.sort, part) for part in text.split(", "))
            return one.name, tidy(text) if one.sort is str else self.spelling.read(one.sort, text)
        except InvalidAct as error:
            raise _Unreadable(line, error.reason) from None

    def _quoted(self, start: int, indent: str) -> tuple[str, int]:
        """The text quoted from line ``start`` on, and the number of the line after it."""
        end = start
        while end < len(self.lines) and self.lines[end].startswith(f"{indent}>"):
            end += 1
        mark = len(indent) + 1
        return tidy("\n".join(line[mark:].removeprefix(" ") for line in self.lines[start:end])), end


def _gesture(
    rest: re.Match[str], author: Person, at: When, body: _Body, spelling: Spelling
) -> Sharing | Erasing:
    try:
        act_id = spelling.find(rest["label"])
    except InvalidAct as error:
        raise _Unreadable(body.start, error.reason) from None
    values = body.values({})
    if "words" in values:
        raise _Unreadable(body.at_line["words"], "sharing and erasing need no words")
    recorded_at = values.get("recorded_at", at.utc)
    make = Sharing if rest["verb"] == "shares" else Erasing
    return make(act_id, author, at, recorded_at)


def _header_problem(key: str, value: str) -> str:
    match key:
        case "setting" if value not in SETTINGS:
            return f"one of these is expected: {', '.join(SETTINGS)}"
        case "invented" if value not in {"yes", "no"}:
            return "yes or no is expected"
        case "zone":
            return _reason(lambda: find_zone(value))
        case "story" if not value:
            return "a title is expected"
        case "story" | "note":
            return _reason(lambda: check_line(key, value))
        case _:
            return ""


def _reason(check: Any) -> str:
    try:
        check()
    except InvalidAct as error:
        return error.reason
    return ""


def _chunks(lines: list[str]) -> Iterator[_Lines]:
    """The blocks between empty lines; a heading is one by itself."""
    chunk = _Lines(1, [])
    for number, line in enumerate(lines, 1):
        said = line.rstrip()
        if said and not said.startswith("#"):
            chunk.lines.append(said)
            continue
        if chunk.lines:
            yield chunk
        if said:
            yield _Lines(number, [said])
        chunk = _Lines(number + 1, [])
    if chunk.lines:
        yield chunk
