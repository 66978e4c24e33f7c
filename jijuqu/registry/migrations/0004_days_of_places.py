"""Give places that were taken before this version their days, and in-park entries the mark that evidence is wanting."""

from django.db import migrations

WANTING = "本系统升级前已登记，登记依据待补"


def fill(apps, schema_editor):
    """Take a place's days from its cluster; put a paper that says so where the evidence is still to be handed in."""
    for slot in apps.get_model("registry", "Slot").objects.select_related("cluster"):
        slot.taken_on, slot.approved_on = slot.cluster.received_on, slot.cluster.approved_on
        slot.save()
    paper = apps.get_model("journal", "Paper").objects
    for cluster in apps.get_model("registry", "Cluster").objects.filter(park__isnull=False):
        cluster.evidence = paper.create(title=WANTING, issuer="—", dated_on=cluster.recorded_on)
        cluster.save()


class Migration(migrations.Migration):
    dependencies = [("registry", "0003_places_and_papers")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
