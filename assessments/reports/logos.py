"""A logo as somebody uploads it, made anew: only its pixels go into reports, nothing else that the file held."""

import io
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from assessments.reports.values import Logo

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES, MOST_PIXELS = 1_000_000, 16_000_000
LARGEST = (600, 300)  # pixels of what we keep
MOST_KEPT_BYTES = 200_000
FORMATS = ("PNG", "JPEG")


class LogoError(ValueError):
    """The file is no logo that we can take; the sentence says what to do."""


def logo(content: bytes) -> Logo:
    """The picture as a small PNG. LogoError for other formats, broken files and pictures that are too large."""
    # Pillow is imported when it is first used, so that a web worker starts without it.
    from PIL import Image, ImageOps, UnidentifiedImageError

    if len(content) > MOST_BYTES:
        raise LogoError(too_large())
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:  # the size stands in the head: nothing is unpacked yet
                raise LogoError(too_large())
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except UnidentifiedImageError as error:
        raise LogoError(wrong_format()) from error
    except Image.DecompressionBombError as error:  # what the library itself takes for far too large
        raise LogoError(too_large()) from error
    except (OSError, SyntaxError, ValueError) as error:
        if isinstance(error, LogoError):
            raise
        raise LogoError(broken()) from error
    upright.thumbnail(LARGEST)
    return Logo(_png(upright), upright.width, upright.height)


def _png(picture: "Image.Image") -> bytes:
    """Few bytes: where full colour takes too many, 256 colours do."""
    full = _saved(picture)
    return full if len(full) <= MOST_KEPT_BYTES else _saved(picture.quantize())


def _saved(picture: "Image.Image") -> bytes:
    made = io.BytesIO()
    picture.save(made, "PNG", optimize=True)
    return made.getvalue()


def too_large() -> str:
    return gettext("Choose a smaller picture: at most 1 MB and 16 million pixels")


def wrong_format() -> str:
    return gettext("Choose a picture in the format PNG or JPEG")


def broken() -> str:
    return gettext("The picture cannot be read. Save it again as PNG or JPEG and choose that file")
