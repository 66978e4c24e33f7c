import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('journal', '0002_guards'),
    ]

    operations = [
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=50)),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('last_seen', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=50)),
            ],
        ),
        migrations.CreateModel(
            name='Page',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=50)),
                ('count', models.IntegerField(default=0)),
                ('share', models.FloatField(default=0)),
                ('price', models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                ('day', models.DateField(null=True)),
                ('moment', models.DateTimeField(null=True)),
                ('hour', models.TimeField(null=True)),
                ('span', models.DurationField(null=True)),
                ('open', models.BooleanField(default=False)),
                ('data', models.JSONField(default=dict)),
                ('shape', models.BinaryField(default=b'')),
                ('mark', models.UUIDField(null=True)),
                ('scan', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='journal.attachment')),
            ],
        ),
    ]
