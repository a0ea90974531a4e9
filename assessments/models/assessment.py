"""One questionnaire for one company: a draft while it is answered, then completed and unchanging."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.method import MethodVersion

DONT_KNOW = 5  # the stored choice of "I don't know"; 0 to 4 are the options in their order
EDITING = ("browser", "resume")  # the kinds of links that open an assessment itself, not only its result


class Client(models.Model):
    """The company being advised; the versions of its assessment share it."""

    name = models.CharField(_("Company name"), max_length=120, blank=True)

    def __str__(self) -> str:
        return self.name


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    def reached_by(self, ref: str, link_id: int) -> Self:
        """The assessment with this reference, if the link still opens it; a share link opens the result only."""
        opened = {"links__id": link_id, "links__revoked_at": None, "links__kind__in": EDITING}
        return self.select_related("client").filter(ref=ref, **opened)

    def reached_by_any(self, link_ids: Mapping[str, int]) -> Self:
        """The assessments these links (reference to link) still open, newest first."""
        opened = {"links__id__in": link_ids.values(), "links__revoked_at": None, "links__kind__in": EDITING}
        return (
            self.select_related("client").filter(ref__in=link_ids, **opened).distinct().order_by("-started_at", "-pk")
        )

    def of_client(self, client_id: int) -> Self:
        """Those of one company: an assessment with the copies made of it, also where one between them is deleted."""
        return self.filter(client_id=client_id)

    def unvisited_since(self, day: date) -> Self:
        """Those last opened before this day."""
        return self.filter(visited_on__lt=day)


class Assessment(models.Model):
    class Layout(models.TextChoices):
        SINGLE = "single", _("One question a page")
        SECTION = "section", _("One section a page")

    ref = models.CharField(_("Reference"), max_length=16, unique=True)
    client = models.ForeignKey(Client, models.CASCADE, related_name="assessments", verbose_name=_("Client"))
    method = models.ForeignKey(
        MethodVersion, models.PROTECT, related_name="assessments", verbose_name=_("Method version")
    )
    previous = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="later", verbose_name=_("Copied from")
    )
    layout = models.CharField(_("Layout"), max_length=7, choices=Layout)
    for_client = models.BooleanField(_("Answered for a client"), default=False)
    sells_without_reps = models.BooleanField(_("No full-time salespeople"), default=False)
    language = models.CharField(_("Language"), max_length=2, choices=settings.LANGUAGES)
    started_at = models.DateTimeField(_("Started"))
    visited_on = models.DateField(_("Last visit"))
    completed_at = models.DateTimeField(_("Completed"), null=True, blank=True)
    made_with = models.CharField(  # noqa: DJ001  # null, since unique: what was not made by a form has none
        _("Hash of the form key"), max_length=64, null=True, blank=True, editable=False
    )

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                "made_with", condition=models.Q(made_with__isnull=False), name="one_assessment_a_form_key"
            )
        ]

    def __str__(self) -> str:
        return self.ref

    def was_visited_before(self, day: date) -> bool:
        return self.visited_on < day


class Answer(models.Model):
    """The option chosen for one criterion or gate; one row each, written by one statement (services.answering)."""

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="answers")
    code = models.CharField(_("Question"), max_length=2)
    choice = models.PositiveSmallIntegerField(_("Choice"))
    note = models.TextField(_("Note"), blank=True, validators=[MaxLengthValidator(500)])
    version = models.PositiveIntegerField(_("Version"), default=1)
    saved_at = models.DateTimeField(_("Saved at"))

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("assessment", "code", name="one_answer_a_question"),
            models.CheckConstraint(condition=models.Q(choice__lte=DONT_KNOW), name="choice_is_an_option"),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.choice}"


class ProfilePage(models.Model):
    """What one profile page was answered with; `facts` maps the fields of `content/profile.json` to their values."""

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="profile_pages")
    page = models.CharField(_("Page"), max_length=7)
    facts = models.JSONField(_("Facts"))
    version = models.PositiveIntegerField(_("Version"), default=1)
    saved_at = models.DateTimeField(_("Saved at"))

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint("assessment", "page", name="one_row_a_profile_page")]

    def __str__(self) -> str:
        return self.page
