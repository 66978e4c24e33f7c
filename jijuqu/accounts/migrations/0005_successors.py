"""Let organisations name who took over their work; on 2025-11-06 those of 两江新区 did for 江北区 and 渝北区."""

import django.db.models.deletion
from django.db import migrations, models

from jijuqu.accounts.organisations import successors
from jijuqu.journal.migrating import prove, restate


def enter(apps, schema_editor):
    """Enter the successors of organisations that are no more, but for those whose last day somebody changed."""
    organisation = apps.get_model("accounts", "Organisation")
    for code, successor in successors().items():
        organisation.objects.filter(pk=code, last_day__isnull=False).update(successor=successor)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_notices"), ("journal", "0003_event_by_actor")]
    operations = [
        migrations.RunPython(prove("accounts", "Organisation"), migrations.RunPython.noop),
        migrations.AddField(
            model_name="organisation",
            name="successor",
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="predecessors", to="accounts.organisation", verbose_name="承接单位"),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.CheckConstraint(condition=models.Q(("successor__isnull", True), ("last_day__isnull", False), _connector="OR"), name="organisation_succeeded_after_last_day", violation_error_message="有承接单位的，要写明截止日期；承接自次日起。"),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.CheckConstraint(condition=models.Q(("successor__isnull", True), models.Q(("successor", models.F("code")), _negated=True), _connector="OR"), name="organisation_successor_is_another", violation_error_message="承接单位不能是本单位。"),
        ),
        migrations.RunPython(enter, migrations.RunPython.noop),
        migrations.RunPython(restate("accounts", "Organisation"), migrations.RunPython.noop),
    ]
