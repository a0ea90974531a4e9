"""In Polish no line ends in a word of one letter, on any page; what is typed comes back as it was typed."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils.translation import override

from assessments.models import AccessLink, Assessment
from tests.look.html import Element, parse
from tests.questionnaire.browsers import browser, completed, form_fields, published_method, ready, seen
from tests.result.sharing import reader, share

PUBLIC = "/ /start/ /mine/ /resume/ /privacy/ /help/ /method/ /accessibility/ /example/ /nothing/ /r/nothing/".split()
DRAFT = "company team q/own-audience q/cause-visibility q/budget check save name delete".split()
DONE = "result share override save name delete again".split()
WORD = re.compile(r"(?<![^\s(„“])[iwzouaIWZOUA][ \n]+(?=\S)")
UNSEEN = {"script", "style", "textarea", "code"}


@pytest.fixture(autouse=True)
def method(db: None) -> Iterator[object]:
    """The published version; the language of the last request is not left in force."""
    with override("en"):
        yield published_method()


def breakable(page: Element) -> list[str]:
    """Every place where a line could end after a word of one letter."""
    if page.tag in UNSEEN:
        return []
    here = [page.own_text[max(0, each.start() - 15) : each.end() + 15] for each in WORD.finditer(page.own_text)]
    return here + [place for child in page.children for place in breakable(child)]


def test_breakable_words_are_found() -> None:
    assert breakable(parse("<p>Krok 1 z 19<b>w\xa0domu</b></p><textarea>a b</textarea>")) == ["Krok 1 z 19"]


def test_no_line_ends_in_a_word_of_one_letter() -> None:
    draft, done = ready(language="pl"), completed(language="pl")
    Assessment.objects.filter(pk=done.pk).update(for_client=True)
    client, guest = browser(draft, done), reader(share(done), "pl")
    addresses = [f"/pl{each}" for each in PUBLIC]
    addresses += [f"/pl/a/{draft.ref}/{each}/" for each in DRAFT] + [f"/pl/a/{done.ref}/{each}/" for each in DONE]
    answers = [(each, client.get(each)) for each in addresses]
    answers += [(f"{each} sent empty", client.post(each, {})) for each in ("/pl/start/", f"/pl/a/{draft.ref}/company/")]
    answers.append(("shared", guest.get(f"/pl/shared/{done.ref}/")))

    found = [(address, places) for address, answer in answers if (places := breakable(seen(answer)))]

    assert found == []
    assert {answer.status_code for _, answer in answers} == {200, 404}
    assert min(answer.content.decode().count("\xa0") for _, answer in answers) >= 1


def test_typed_text_comes_back_as_it_was_typed() -> None:
    assessment = ready(language="pl")
    client = browser(assessment)
    name, note = "Ala i syn w Łodzi", "w domu i z psem\no tym"
    client.post(f"/pl/a/{assessment.ref}/name/", {"name": name})
    address = f"/pl/a/{assessment.ref}/q/own-audience/"
    sent = form_fields(seen(client.get(address))) | {"s1-note": note}
    assert client.post(address, sent).status_code == 302

    assert form_fields(seen(client.get(f"/pl/a/{assessment.ref}/name/")))["name"] == name
    assert form_fields(seen(client.get(address)))["s1-note"] == note


def test_length_of_a_tied_page_is_told_rightly(client: Client) -> None:
    page = client.get("/pl/privacy/")

    assert page.headers["Content-Length"] == str(len(page.content))
    assert AccessLink.objects.count() == 0
