"""Store uploaded files, read them again, delete them."""

import io
import secrets
import zlib
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, BinaryIO

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from metrics.models import FilePart, Scorecard, ScorecardFile
from metrics.scorecard.faults import shown
from metrics.scorecard.fields import Kind
from metrics.scorecard.reading import Limits
from metrics.scorecard.text import Opener

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

PIECE = 1_000_000
ALPHABET = (
    "bcdfghjkmnpqrstvwxz23456789"  # no vowels: a reference spells no word; nothing that looks like something else
)
KILOBYTE = 1000


def limits() -> Limits:
    """What is read of a file at most."""
    return Limits(
        settings.SCORECARD_MAX_ROWS, settings.SCORECARD_MAX_COLUMNS, settings.SCORECARD_MAX_LINE_KB * KILOBYTE
    )


def store_files(uploads: Mapping[Kind, "UploadedFile[Any]"], *, as_of: str = "") -> Scorecard:
    """A new scorecard of these files, to be deleted after a day. What is out of time goes at the same moment."""
    now = timezone.now()
    pieces = {kind: list(compressed(upload)) for kind, upload in uploads.items()}
    with transaction.atomic():
        delete_expired(now)
        expires = now + timedelta(hours=settings.SCORECARD_HOURS)
        scorecard = Scorecard.objects.create(ref=new_ref(), created_at=now, expires_at=expires, asked={"as_of": as_of})
        for kind, upload in uploads.items():
            file = ScorecardFile.objects.create(
                scorecard=scorecard, kind=kind, name=shown(upload.name or kind), size=upload.size or 0
            )
            FilePart.objects.bulk_create(
                FilePart(file=file, number=number, data=data) for number, data in enumerate(pieces[kind])
            )
    return scorecard


def new_ref() -> str:
    """Ten random letters and digits; what opens a scorecard is the browser's signed cookie."""
    return "".join(secrets.choice(ALPHABET) for _ in range(10))


def compressed(upload: "UploadedFile[Any]") -> Iterator[bytes]:
    """The file in compressed pieces."""
    for chunk in upload.chunks(PIECE):
        yield zlib.compress(chunk)


def opener(file: ScorecardFile) -> Opener:
    """Opens the stored file from its start."""
    return lambda: io.BufferedReader(Pieces(file.pk), 65536)


def opener_of(upload: "UploadedFile[Any]") -> Opener:
    """Opens a file that has just come in from its start."""

    def opened() -> BinaryIO:
        upload.seek(0)
        return io.BufferedReader(Borrowed(upload), 65536)

    return opened


class Borrowed(io.RawIOBase):
    """Somebody else's open file: closing this leaves it open."""

    def __init__(self, file: Any) -> None:
        self.file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        found: bytes = self.file.read(len(view))
        view[: len(found)] = found
        return len(found)


class Pieces(io.RawIOBase):
    """A stored file, fetched piece by piece: one is in memory at a time."""

    def __init__(self, file_id: int) -> None:
        self.file_id = file_id
        self.number = 0
        self.rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        if not self.rest:
            self.rest = memoryview(self._next())
        view = memoryview(buffer)
        size = min(len(view), len(self.rest))
        view[:size] = self.rest[:size]
        self.rest = self.rest[size:]
        return size

    def _next(self) -> bytes:
        found = FilePart.objects.filter(file_id=self.file_id, number=self.number).values_list("data", flat=True).first()
        self.number += 1
        return b"" if found is None else zlib.decompress(bytes(found))


def delete_scorecard(scorecard: Scorecard) -> None:
    """Delete the files, how they are read, and all that was computed."""
    scorecard.delete()


def kept_with(owner: str) -> Scorecard | None:
    """The scorecard kept with the assessment of this reference; the newest where there are several."""
    return Scorecard.objects.kept_for(owner).first()


def delete_kept(*owners: str) -> None:
    """Delete what was kept with these assessments."""
    Scorecard.objects.kept_for(*owners).delete()


def delete_expired(now: datetime) -> int:
    """Delete what is out of time; how many there were."""
    found = list(Scorecard.objects.expired(now).values_list("pk", flat=True))
    Scorecard.objects.filter(pk__in=found).delete()
    return len(found)


def count_expired(now: datetime) -> int:
    """How many `delete_expired` would delete."""
    return Scorecard.objects.expired(now).count()


def keep_with(scorecard: Scorecard, owner: str) -> None:
    """Keep the scorecard for as long as the assessment of this reference; another one's keeping ends."""
    scorecard.owner, scorecard.expires_at = owner, None
    scorecard.save(update_fields=["owner", "expires_at"])
