"""The check page: every answer by section, what is open, and neutral hints about pairs of answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from assessments.content.consistency import Hint, consistency_hints
from assessments.content.profile import CURRENCIES, Profile, ProfileField, ProfilePart, shipped_profile
from assessments.content.values import MethodContent, Question
from assessments.questionnaire.addresses import change_url, step_url
from assessments.questionnaire.forms import first_option, shows_radios
from assessments.questionnaire.presenters import choice_text
from assessments.questionnaire.steps import Kind, Plan
from assessments.services.reading import Answers, Profiles


@dataclass(frozen=True, slots=True)
class Row:
    """One answer: `state` is `known`, `unsure` for "I don't know", `todo` where one is needed, `empty` elsewhere."""

    label: str
    text: str
    note: str
    state: str
    url: str


@dataclass(frozen=True, slots=True)
class SummarySection:
    title: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class ShownHint:
    """A hint, and (topic, address) of what to look at again."""

    text: str
    links: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class CheckPage:
    ref: str
    title: str
    back_url: str
    sections: list[SummarySection]
    open_items: list[str]
    hints: list[ShownHint]
    errors: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page is made from."""

    ref: str
    company_name: str
    content: MethodContent
    plan: Plan
    answers: Answers
    profiles: Profiles
    language: str

    @property
    def facts(self) -> dict[str, str | int]:
        return {name: value for page in self.profiles.values() for name, value in page.facts.items()}

    def url_of_question(self, code: str) -> str:
        return change_url(self.ref, self.plan.step_asking(code), first_option(code))

    def url_of_field(self, slug: str) -> str:
        page = next(page.slug for page in shipped_profile().pages if slug in page.fields)
        step = self.plan.step(Kind.PROFILE, page)
        return change_url(self.ref, step, first_control(shipped_profile().field(slug))) if step else ""


def first_control(field: ProfileField) -> str:
    """The id of the input a link leads to."""
    options = field.options_in(CURRENCIES[0])
    is_radio = field.kind == "choice" and shows_radios(field.required, len(options))
    return f"id_{field.slug}_0" if is_radio else f"id_{field.slug}"


def check_page(overview: Overview, *, shows_gaps: bool) -> CheckPage:
    """The page; with `shows_gaps` the open questions are errors with links."""
    sections = [profile_section(overview), *question_sections(overview)]
    rows = [row for section in sections for row in section.rows]
    gaps = [row for row in rows if row.state == "todo"]
    return CheckPage(
        ref=overview.ref,
        title=gettext("Check your answers"),
        back_url=step_url(overview.ref, overview.plan.steps[-1]),
        sections=sections,
        open_items=open_items(len(gaps), sum(row.state == "unsure" for row in rows)),
        hints=[shown_hint(overview, hint) for hint in hints(overview)],
        errors=gap_errors(gaps) if shows_gaps else [],
    )


def gap_errors(gaps: list[Row]) -> list[tuple[str, str]]:
    """The error summary: how many are open, then each."""
    count = len(gaps)
    first = ngettext("%(n)d question is not answered yet", "%(n)d questions are not answered yet", count) % {"n": count}
    return [(gaps[0].url, first), *((row.url, row.label) for row in gaps)] if gaps else []


def open_items(missing: int, unsure: int) -> list[str]:
    """The notice above the answers."""
    lines = []
    if missing:
        lines.append(ngettext("%(n)d answer is missing", "%(n)d answers are missing", missing) % {"n": missing})
    if unsure:
        text = ngettext("%(n)d answer is “I don’t know”", "%(n)d answers are “I don’t know”", unsure)
        lines.append(text % {"n": unsure})
    return lines


def question_sections(overview: Overview) -> Iterator[SummarySection]:
    asked = overview.content.question_order(overview.content.asked_criteria())
    for section in overview.content.sections:
        codes = [code for code in section.questions if code in asked]
        if codes:
            title = section.title.in_language(overview.language)
            yield SummarySection(title, [question_row(overview, overview.content.question(c)) for c in codes])


def question_row(overview: Overview, question: Question) -> Row:
    stored = overview.answers.get(question.code)
    label, url = question.label.in_language(overview.language), overview.url_of_question(question.code)
    if stored is None:
        return Row(label, gettext("Not answered yet"), "", "todo", url)
    text = choice_text(question, stored.choice, overview.language)
    return Row(label, text, stored.note, "unsure" if stored.is_dont_know else "known", url)


def profile_section(overview: Overview) -> SummarySection:
    """Both profile pages as one section."""
    profile = shipped_profile()
    rows = [row for field in profile.fields for row in field_rows(overview, profile, field)]
    return SummarySection(profile.title.in_language(overview.language), rows)


def field_rows(overview: Overview, profile: Profile, field: ProfileField) -> Iterator[Row]:
    """A row for the field, and one for each of its parts that was filled in; the currency shows in the amount."""
    if field.kind != "numbers":
        yield field_row(overview, field)
    for part in field.parts:
        if part.slug != "arr-currency" and (field.kind == "numbers" or part.slug in overview.facts):
            yield part_row(overview, field, part)


def field_row(overview: Overview, field: ProfileField) -> Row:
    label, url = field.label.in_language(overview.language), overview.url_of_field(field.slug)
    text = field_text(overview, field)
    if text:
        return Row(label, text, "", "known", url)
    if field.required:
        return Row(label, gettext("Not answered yet"), "", "todo", url)
    return Row(label, gettext("Not provided"), "", "empty", url)


def field_text(overview: Overview, field: ProfileField) -> str:
    """What was filled in, as text; empty when nothing was."""
    if field.slug == "company-name":
        return overview.company_name
    value = overview.facts.get(field.slug)
    if value is None or field.kind != "choice":
        return "" if value is None else str(value)
    currency = str(overview.facts.get("arr-currency", "EUR"))
    return field.option_label(str(value), currency).in_language(overview.language)


def part_row(overview: Overview, field: ProfileField, part: ProfilePart) -> Row:
    value = overview.facts.get(part.slug)
    text = gettext("Not provided") if value is None else str(value)
    state = "empty" if value is None else "known"
    url = overview.url_of_field(field.slug).replace(f"id_{field.slug}", f"id_{part.slug}")
    return Row(part.label.in_language(overview.language), text, "", state, url)


def hints(overview: Overview) -> tuple[Hint, ...]:
    chosen = {code: answer.choice for code, answer in overview.answers.items() if not answer.is_dont_know}
    return consistency_hints(overview.content, overview.facts, chosen)


def shown_hint(overview: Overview, hint: Hint) -> ShownHint:
    """The hint with links to the questions and profile fields it is about."""
    profile = shipped_profile()
    asked = [code for code in hint.questions if code in overview.answers]
    questions = [
        (overview.content.question(code).label.in_language(overview.language), overview.url_of_question(code))
        for code in asked
    ]
    fields = [
        (profile.field(slug).label.in_language(overview.language), overview.url_of_field(slug)) for slug in hint.profile
    ]
    return ShownHint(hint.text.in_language(overview.language), questions + fields)
