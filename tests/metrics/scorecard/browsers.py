"""Browsers that go from files to a scorecard."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from metrics.models import Scorecard

POLISH = (
    "ID;Kwota;Waluta;Status;Etap;Data utworzenia;Data zamknięcia;Właściciel\r\n"
    "1;1 234,50;PLN;Wygrana;Oferta;01.01.2026;31.01.2026;Łucja\r\n"
    "2;2\u00a0000,00;PLN;Przegrana;Oferta;02.01.2026;15.02.2026;Żaneta\r\n"
    "3;12 000 zł;PLN;Otwarta;Demo;05.03.2026;;Żaneta\r\n"
    "4;500;PLN;Wygrana;Demo;05.03.2026;01.03.2026;=Łucja\r\n"
)


def upload(client: Client, content: bytes | str, name: str = "deals.csv", language: str = "en", **others: str) -> Any:
    """The answer to an upload of deals, and of other files."""
    files = {kind: SimpleUploadedFile(f"{kind}.csv", text.encode()) for kind, text in others.items()}
    data = content.encode() if isinstance(content, str) else content
    return client.post(f"/{language}/scorecard/", {"deals": SimpleUploadedFile(name, data), **files})


def uploaded(client: Client, content: bytes | str, **more: str) -> Scorecard:
    """The scorecard of an accepted upload."""
    address = upload(client, content, **more).headers["Location"]
    return Scorecard.objects.get(ref=address.split("/")[3])


def fields_of(client: Client, address: str) -> dict[str, str]:
    """What the form of a page holds as it is shown, ready to be sent."""
    form = client.get(address).context["form"]
    values = {field.html_name: str(field.value() if field.value() is not None else "") for field in form}
    page = client.get(address).context["page"]
    return values | ({"source": page.source} if hasattr(page, "source") else {})


def settled(client: Client, content: bytes | str, **more: str) -> Scorecard:
    """A scorecard with the suggested columns confirmed."""
    scorecard = uploaded(client, content, **more)
    for file in scorecard.files.all():
        address = f"/en/scorecard/{scorecard.ref}/map/{file.kind}/"
        response = client.post(address, fields_of(client, address))
        assert response.status_code == 302, response.context["form"].errors
    return scorecard


def computed(client: Client, content: bytes | str, as_of: str = "2026-10-31", **more: str) -> Scorecard:
    """A scorecard with its KPIs."""
    scorecard = settled(client, content, **more)
    response = client.post(f"/en/scorecard/{scorecard.ref}/check/", {"as_of": as_of})
    assert response.status_code == 302, response.context["form"].errors
    scorecard.refresh_from_db()
    return scorecard
