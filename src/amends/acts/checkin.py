"""Three ratings of one's trust in another, for the rater alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from amends.acts.base import Act, Person, check_not_future, check_range
from amends.acts.errors import InvalidAct


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckIn(Act):
    """How much the author trusts ``about`` today; own wording, 0 … 100.

    After the three facets of Rempel, Holmes & Zanna (1985).

    Attributes:
        about: the one who is trusted.
        predictable: "I can foresee how X acts when it matters to me."
        dependable: "I can count on X's word."
        faith: "Whatever comes, X will look out for me."
    """

    KIND: ClassVar[str] = "check-in"

    about: Person
    predictable: int
    dependable: int
    faith: int

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        check_not_future(self)
        if self.about == self.author:
            raise InvalidAct("about", "a check-in is about someone else")
        for name in ("predictable", "dependable", "faith"):
            check_range(name, getattr(self, name), 0, 100)
