"""Where the invented stories lie: in the package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Final

SUFFIX: Final = ".story"
_PACKAGE: Final = Path(__file__).resolve().parent.parent
_PLACES: Final = (_PACKAGE / "stories", _PACKAGE.parent.parent / "stories")


def story_names() -> list[str]:
    """The names of all stories, in alphabetical order."""
    return sorted(path.stem for path in _folder().glob(f"*{SUFFIX}"))


def find_story(name: str) -> Path:
    """The file of a story.

    Raises:
        FileNotFoundError: there is no such story.
    """
    path = _folder() / f"{name}{SUFFIX}"
    if not path.is_file():
        raise FileNotFoundError(f"there is no story called {name}")
    return path


def _folder() -> Path:
    # On a system without symbolic links the one in the package is a plain file.
    return next((place for place in _PLACES if place.is_dir()), _PLACES[0])
