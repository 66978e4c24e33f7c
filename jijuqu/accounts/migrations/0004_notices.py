import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("accounts", "0003_attempts"),
        ("journal", "0001_journal"),
    ]

    operations = [
        migrations.CreateModel(
            name='Notification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=20, verbose_name='通知原因')),
                ('about_zh', models.CharField(max_length=200, verbose_name='内容')),
                ('about_en', models.CharField(max_length=400, verbose_name='内容（英文）')),
                ('address', models.CharField(max_length=200, verbose_name='网址')),
                ('told_at', models.DateTimeField(auto_now_add=True, verbose_name='通知时间')),
                ('read_at', models.DateTimeField(blank=True, null=True, verbose_name='阅读时间')),
                ('mail_due_at', models.DateTimeField(blank=True, null=True, verbose_name='邮件发送时间')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='journal.event', verbose_name='事件')),
                ('mail', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='notifications', to='accounts.mail', verbose_name='邮件')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notifications', to=settings.AUTH_USER_MODEL, verbose_name='收件人')),
            ],
            options={
                'verbose_name': '通知',
                'verbose_name_plural': '通知',
                'ordering': ('-pk',),
                'indexes': [models.Index(condition=models.Q(('read_at__isnull', True)), fields=['person'], name='notification_unread'), models.Index(condition=models.Q(('mail__isnull', True), ('mail_due_at__isnull', False)), fields=['mail_due_at'], name='notification_to_mail')],
                'constraints': [models.UniqueConstraint(fields=('person', 'event'), name='told_once', violation_error_message='此事已通知过此人。')],
            },
        ),
    ]
