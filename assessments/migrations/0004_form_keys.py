"""Which form an assessment was made with, so that a form sent twice makes one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assessments", "0003_sharing_override_audit")]

    operations = [
        migrations.AddField(
            model_name="assessment",
            name="made_with",
            field=models.CharField(
                blank=True, editable=False, max_length=64, null=True, verbose_name="Hash of the form key"
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.UniqueConstraint(
                models.F("made_with"),
                condition=models.Q(("made_with__isnull", False)),
                name="one_assessment_a_form_key",
            ),
        ),
    ]
