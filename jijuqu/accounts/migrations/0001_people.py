import django.contrib.auth.validators
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('username', models.CharField(error_messages={'unique': '这个用户名已被使用，请换一个。'}, max_length=60, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator(message='用户名只能用字母、汉字、数字和 @ . + - _ 这些符号。')], verbose_name='用户名')),
                ('name', models.CharField(max_length=40, verbose_name='姓名')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='电子邮箱')),
                ('phone', models.CharField(blank=True, max_length=30, verbose_name='办公电话')),
                ('is_active', models.BooleanField(default=True, verbose_name='账号启用')),
                ('password_is_initial', models.BooleanField(default=False, verbose_name='密码待本人修改')),
                ('mail_wish', models.CharField(choices=[('at_once', '逐条发送'), ('daily', '每天一封汇总'), ('never', '不发邮件')], default='at_once', max_length=10, verbose_name='邮件通知')),
                ('mail_language', models.CharField(choices=[('zh', '中文'), ('en', 'English')], default='zh', max_length=2, verbose_name='邮件语言')),
                ('entered_at', models.DateTimeField(auto_now_add=True, verbose_name='录入时间')),
            ],
            options={
                'verbose_name': '人员',
                'verbose_name_plural': '人员',
                'ordering': ('organisation', 'username'),
            },
        ),
        migrations.CreateModel(
            name='KeptForm',
            fields=[
                ('token', models.CharField(max_length=32, primary_key=True, serialize=False, verbose_name='标识')),
                ('address', models.CharField(max_length=1000, verbose_name='网址')),
                ('fields', models.JSONField(verbose_name='填写的内容')),
                ('files', models.JSONField(verbose_name='文件')),
                ('kept_at', models.DateTimeField(auto_now_add=True, verbose_name='保存时间')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='kept_forms', to=settings.AUTH_USER_MODEL, verbose_name='填写人')),
            ],
            options={
                'verbose_name': '待恢复的表单',
                'verbose_name_plural': '待恢复的表单',
                'ordering': ('-kept_at',),
            },
        ),
        migrations.CreateModel(
            name='Mail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('message_id', models.CharField(max_length=120, unique=True, verbose_name='邮件标识')),
                ('made_at', models.DateTimeField(auto_now_add=True, verbose_name='生成时间')),
                ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='发出时间')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='尝试次数')),
                ('last_error', models.CharField(blank=True, max_length=500, verbose_name='最近一次失败的原因')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mails', to=settings.AUTH_USER_MODEL, verbose_name='收件人')),
            ],
            options={
                'verbose_name': '邮件',
                'verbose_name_plural': '邮件',
                'ordering': ('made_at',),
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('first_day', models.DateField(blank=True, null=True, verbose_name='起始日期')),
                ('last_day', models.DateField(blank=True, null=True, verbose_name='截止日期')),
                ('name_zh', models.CharField(max_length=80, verbose_name='名称')),
                ('name_en', models.CharField(blank=True, max_length=160, verbose_name='英文名称')),
                ('code', models.CharField(max_length=60, primary_key=True, serialize=False, verbose_name='代码')),
                ('level', models.CharField(max_length=20, verbose_name='层级')),
                ('holder', models.CharField(blank=True, db_index=True, max_length=20, verbose_name='所属区县代码')),
                ('kind', models.CharField(choices=[('commission', '市经济信息委'), ('district_government', '区县政府或管委会'), ('drafting_authority', '规划编制主管部门'), ('department', '部门'), ('park_office', '工业园区管理机构'), ('builder', '投资建设单位'), ('operator', '运营管理机构'), ('institution', '专家所在单位')], max_length=30, verbose_name='类别')),
                ('duty', models.CharField(blank=True, max_length=30, verbose_name='职责')),
            ],
            options={
                'verbose_name': '单位',
                'verbose_name_plural': '单位',
                'ordering': ('code',),
                'constraints': [models.UniqueConstraint(fields=('name_zh', 'holder'), name='organisation_name_once', violation_error_message='已有同名单位。'), models.CheckConstraint(condition=models.Q(('kind__in', ['commission', 'district_government', 'drafting_authority', 'department', 'park_office', 'builder', 'operator', 'institution'])), name='organisation_kind_known', violation_error_message='单位类别不在可选范围内。'), models.CheckConstraint(condition=models.Q(models.Q(('level', 'district'), models.Q(('holder', ''), _negated=True)), models.Q(('holder', ''), ('level', 'city')), _connector='OR'), name='organisation_level_fits_holder', violation_error_message='区县单位要选所属区县，市级单位不选。'), models.CheckConstraint(condition=models.Q(('first_day__isnull', True), ('last_day__isnull', True), ('last_day__gte', models.F('first_day')), _connector='OR'), name='organisation_days_in_order', violation_error_message='截止日期早于起始日期，请核对两个日期。')],
            },
        ),
        migrations.AddField(
            model_name='person',
            name='organisation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='people', to='accounts.organisation', verbose_name='所在单位'),
        ),
        migrations.CreateModel(
            name='SignIn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='时间')),
                ('address', models.GenericIPAddressField(blank=True, null=True, verbose_name='来源地址')),
                ('succeeded', models.BooleanField(verbose_name='成功')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sign_ins', to=settings.AUTH_USER_MODEL, verbose_name='人员')),
            ],
            options={
                'verbose_name': '登录记录',
                'verbose_name_plural': '登录记录',
                'ordering': ('-pk',),
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(max_length=30, verbose_name='角色')),
                ('first_day', models.DateField(verbose_name='起始日期')),
                ('last_day', models.DateField(blank=True, null=True, verbose_name='截止日期')),
                ('deputises_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='deputies', to=settings.AUTH_USER_MODEL, verbose_name='代行对象')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to=settings.AUTH_USER_MODEL, verbose_name='人员')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='accounts.organisation', verbose_name='代表单位')),
            ],
            options={
                'verbose_name': '任职',
                'verbose_name_plural': '任职',
                'ordering': ('person', 'first_day', 'role'),
                'constraints': [models.CheckConstraint(condition=models.Q(('first_day__isnull', True), ('last_day__isnull', True), ('last_day__gte', models.F('first_day')), _connector='OR'), name='appointment_days_in_order', violation_error_message='截止日期早于起始日期，请核对两个日期。'), models.CheckConstraint(condition=models.Q(('role__in', ['drafter', 'district_leader', 'reviewer', 'signatory', 'expert', 'city_officer', 'city_leader', 'system_admin', 'security_admin', 'auditor'])), name='appointment_role_known', violation_error_message='没有这个角色。'), models.UniqueConstraint(condition=models.Q(('last_day__isnull', True), ('role__in', ('system_admin', 'security_admin', 'auditor'))), fields=('person',), name='one_kind_of_administrator', violation_error_message='系统管理员、安全管理员、审计员不得由同一人担任。'), models.CheckConstraint(condition=models.Q(('deputises_for__isnull', True), ('last_day__isnull', False), _connector='OR'), name='deputy_for_given_days', violation_error_message='代行职责要写明截止日期。'), models.CheckConstraint(condition=models.Q(('deputises_for__isnull', True), models.Q(('deputises_for', models.F('person')), _negated=True), _connector='OR'), name='deputy_is_another', violation_error_message='本人不能代行本人的职责。'), models.CheckConstraint(condition=models.Q(('deputises_for__isnull', True), models.Q(('role__in', ('system_admin', 'security_admin', 'auditor')), _negated=True), _connector='OR'), name='administrators_have_no_deputies', violation_error_message='管理员的职责不能由他人代行，请直接任命。')],
            },
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('username'), name='person_username_once', violation_error_message='这个用户名已被使用，请换一个。'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.CheckConstraint(condition=models.Q(('mail_wish__in', ['at_once', 'daily', 'never'])), name='person_mail_wish_known', violation_error_message='邮件通知只能选逐条、每天汇总或者不发。'),
        ),
    ]
