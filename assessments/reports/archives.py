"""Office files are ZIP archives: the same parts give the same bytes, whenever and wherever they are made."""

import io
import re
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date that ZIP knows
STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def steady(archive: bytes, day: str) -> bytes:
    """The archive without the time of its making; workbooks inside it, which charts have, too."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(archive)) as parts, ZipFile(made, "w") as rewritten:
        for part in parts.infolist():
            info = ZipInfo(part.filename, EPOCH)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = part.external_attr
            rewritten.writestr(info, _steady_part(part.filename, parts.read(part), day))
    return made.getvalue()


def _steady_part(name: str, content: bytes, day: str) -> bytes:
    if name.endswith(".xlsx"):
        return steady(content, day)
    if name.endswith("core.xml"):
        return STAMP.sub(rb"\g<1>" + f"{day or '1980-01-01'}T00:00:00Z".encode() + rb"\g<3>", content)
    return content
