"""Every link leads somewhere real: a crawl over all pages that a founder with a draft and a result can reach."""

import pytest

from tests.look.html import parse
from tests.questionnaire.browsers import browser, completed, published_method, started

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["en", "pl"])
def test_every_link_leads_somewhere(language: str) -> None:
    published_method()
    draft, done = started(language=language), completed()
    visitor = browser(draft, done)
    waiting = [f"/{language}/", f"/{language}/a/{draft.ref}/", f"/{language}/a/{done.ref}/result/"]
    seen: dict[str, int] = {}
    lost: list[str] = []
    while waiting:
        address = waiting.pop().split("#")[0]
        if address in seen:
            continue
        response = visitor.get(address, follow=True)
        seen[address] = response.status_code
        page = parse(response.content.decode())
        targets = {element.attrs["id"] for element in page.all() if "id" in element.attrs}
        inside = [link.attrs["href"] for link in page.all("a") if link.attrs["href"].startswith("#")]
        lost += [f"{address}{anchor}" for anchor in inside if anchor[1:] not in targets]
        waiting += [link.attrs["href"] for link in page.all("a") if link.attrs["href"].startswith("/")]
    assert {address: status for address, status in seen.items() if status != 200} == {}
    assert len(seen) > 30
    assert lost == []
