"""A file that someone lays beside their words: what it is by its content, without what it tells in passing.

Pictures are drawn anew, so that no place, camera or time stays in them. Of a calendar titles and
times stay. What a PDF says of its own maker stays in it, and the field says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO, Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler, SkipFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from amends.acts.base import tidy
from amends.acts.disclosure import LONGEST_FILE_NAME, FileType
from amends.ledger.attachments import LARGEST
from amends.web.forms.calendars import NoCalendar, without_places

ENDINGS: Final = {
    FileType.PNG: ".png",
    FileType.JPEG: ".jpg",
    FileType.WEBP: ".webp",
    FileType.PDF: ".pdf",
    FileType.TEXT: ".txt",
    FileType.CALENDAR: ".ics",
}
"""What the name of each sort of file ends in."""
MOST_PIXELS: Final = 50_000_000
"""Of a picture [choice]; a small file can unfold to one that fills the memory."""
_PICTURES: Final = {"PNG": FileType.PNG, "JPEG": FileType.JPEG, "WEBP": FileType.WEBP}
_QUALITY: Final = 90
"""Of a picture that is drawn anew, of 100 [choice]."""
_CALENDAR: Final = b"BEGIN:VCALENDAR"


class NotTaken(ValueError):
    """A file that can't be kept. Its text is a sentence to show."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file as it can be kept.

    Attributes:
        name: what it is called.
        type: what it is, by its content.
        content: its bytes.
    """

    name: str
    type: FileType
    content: bytes

    @property
    def digest(self) -> str:
        """Its SHA-256 in hexadecimal digits."""
        return sha256(self.content).hexdigest()


class InMemory(MemoryFileUploadHandler):
    """Takes in what is sent without writing it to a disk; what is too large is passed over."""

    def handle_raw_input(self, *arguments: Any, **more: Any) -> None:
        """Take in any file: its own size is what counts."""
        super().handle_raw_input(*arguments, **more)
        self.activated = True
        self.taken = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Take in a part, unless all that was sent with this form is too large by now."""
        self.taken += len(raw_data)
        if self.taken > LARGEST:
            raise SkipFile
        return super().receive_data_chunk(raw_data, start)


class Attached(forms.FileField):
    """A field for one file, checked by its content."""

    def __init__(self, label: Any, help_text: Any) -> None:
        widget = forms.ClearableFileInput(
            {"accept": ".png,.jpg,.jpeg,.webp,.pdf,.txt,.ics,image/png,image/jpeg,image/webp"}
        )
        super().__init__(label=label, help_text=help_text, required=False, widget=widget)

    def clean(self, data: Any, initial: Any = None) -> Taken | None:
        """The file as it can be kept."""
        found: UploadedFile[Any] | None = super().clean(data, initial)
        if not found:
            return None
        try:
            return take(found.name or "", found)
        except NotTaken as error:
            raise forms.ValidationError(str(error)) from None


def take(name: str, file: IO[bytes] | UploadedFile[Any]) -> Taken:
    """What can be kept of a file that was sent.

    Raises:
        NotTaken: it is of no sort that can be kept, is damaged, or is too large.
    """
    content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise NotTaken(too_large())
    sort, kept = _read(content)
    if len(kept) > LARGEST:
        raise NotTaken(too_large())
    return Taken(_called(name, sort), sort, kept)


def too_large() -> str:
    """What is said of a file that is too large."""
    return _("A file can have 10 MB at most. What you wrote is still here.")


def _read(content: bytes) -> tuple[FileType, bytes]:
    """What a file is by its content, and what of it is kept."""
    if content.startswith(b"%PDF-"):
        return FileType.PDF, content
    picture = _draw_anew(content)
    if picture is not None:
        return picture
    text = _text(content)
    if text is None:
        raise NotTaken(_("Pictures (PNG, JPEG, WebP), PDF, plain text and calendars can be kept here."))
    if text.lstrip("\ufeff \r\n\t").upper().encode().startswith(_CALENDAR):
        try:
            return FileType.CALENDAR, without_places(content)
        except NoCalendar as error:
            raise NotTaken(str(error)) from None
    return FileType.TEXT, text.encode()


def _draw_anew(content: bytes) -> tuple[FileType, bytes] | None:
    """A picture with nothing but its points, the right way up; None where it is no picture."""
    try:
        with Image.open(BytesIO(content), formats=tuple(_PICTURES)) as found:
            form = str(found.format)
            if found.width * found.height > MOST_PIXELS:
                raise NotTaken(_("This picture has too many points. Make it smaller first."))
            upright = ImageOps.exif_transpose(found)
            mode = "RGBA" if upright.has_transparency_data else "RGB"
            points = upright.convert(mode)
        drawn = Image.frombytes(mode, points.size, points.tobytes())
        out = BytesIO()
        drawn.save(out, form, quality=_QUALITY)
    except UnidentifiedImageError:
        return None
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        if isinstance(error, NotTaken):
            raise
        raise NotTaken(_("This picture is damaged and can’t be read.")) from None
    return _PICTURES[form], out.getvalue()


def _text(content: bytes) -> str | None:
    """Plain text, or None: what a browser could take for anything else holds signs that no text has."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    is_plain = all(sign in "\n\r\t\f" or sign.isprintable() or sign.isspace() for sign in text)
    return text if text and is_plain else None


def _called(name: str, sort: FileType) -> str:
    """The name without folders and with the ending that fits."""
    last = PurePosixPath(name.replace("\\", "/")).name
    shown = "".join(sign for sign in tidy(last) if sign.isprintable())
    stem = shown.rpartition(".")[0] or shown
    ending = ENDINGS[sort]
    return f"{stem[: LONGEST_FILE_NAME - len(ending)].strip() or 'file'}{ending}"
