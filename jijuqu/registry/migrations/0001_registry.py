
import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='SampleFile',
            fields=[
                ('name_zh', models.CharField(max_length=80, verbose_name='名称')),
                ('name_en', models.CharField(blank=True, max_length=160, verbose_name='英文名称')),
                ('code', models.SlugField(max_length=40, primary_key=True, serialize=False, verbose_name='代码')),
                ('file_name', models.CharField(max_length=80, verbose_name='文件名')),
                ('about_zh', models.CharField(max_length=200, verbose_name='说明')),
                ('about_en', models.CharField(max_length=300, verbose_name='英文说明')),
                ('content', models.BinaryField(verbose_name='内容')),
            ],
            options={
                'verbose_name': '示例文件',
                'verbose_name_plural': '示例文件',
                'ordering': ('code',),
            },
        ),
        migrations.CreateModel(
            name='Demonstration',
            fields=[
                ('id', models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('as_of', models.DateField(verbose_name='展示日期')),
            ],
            options={
                'verbose_name': '演示标记',
                'verbose_name_plural': '演示标记',
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='one_demonstration', violation_error_message='一个数据库只有一个演示标记。')],
            },
        ),
        migrations.CreateModel(
            name='PlanningLayer',
            fields=[
                ('first_day', models.DateField(blank=True, null=True, verbose_name='起始日期')),
                ('last_day', models.DateField(blank=True, null=True, verbose_name='截止日期')),
                ('wkb', models.BinaryField(verbose_name='边界（WKB，EPSG:4490）')),
                ('west', models.FloatField(verbose_name='最小经度')),
                ('south', models.FloatField(verbose_name='最小纬度')),
                ('east', models.FloatField(verbose_name='最大经度')),
                ('north', models.FloatField(verbose_name='最大纬度')),
                ('code', models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name='代码')),
                ('kind', models.CharField(choices=[('planned-industrial', '规划工业用地'), ('urban-boundary', '城镇开发边界'), ('eco-redline', '生态保护红线'), ('farmland', '永久基本农田')], max_length=30, verbose_name='类别')),
                ('source', models.CharField(max_length=200, verbose_name='来源')),
            ],
            options={
                'verbose_name': '规划图层',
                'verbose_name_plural': '规划图层',
                'ordering': ('code',),
                'indexes': [models.Index(fields=['west', 'east', 'south', 'north'], name='layer_by_box')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['planned-industrial', 'urban-boundary', 'eco-redline', 'farmland'])), name='layer_kind_known', violation_error_message='图层类别只能是规划工业用地、城镇开发边界、生态保护红线或者永久基本农田。'), models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='layer_source_given', violation_error_message='请写明图层来源（单位、文件名、日期）。'), models.CheckConstraint(condition=models.Q(('wkb__isnull', True), models.Q(('east__lte', 180), ('north__lte', 90), ('south__gte', -90), ('south__lt', models.F('north')), ('west__gte', -180), ('west__lt', models.F('east'))), _connector='OR'), name='layer_box_in_order', violation_error_message='外包矩形不是有效的经纬度范围，请核对坐标是否为经度在前的 CGCS2000 度数。'), models.CheckConstraint(condition=models.Q(('first_day__isnull', True), ('last_day__isnull', True), ('last_day__gte', models.F('first_day')), _connector='OR'), name='layer_days_in_order', violation_error_message='截止日期早于起始日期，请核对两个日期。')],
            },
        ),
        migrations.CreateModel(
            name='QuotaHolder',
            fields=[
                ('first_day', models.DateField(blank=True, null=True, verbose_name='起始日期')),
                ('last_day', models.DateField(blank=True, null=True, verbose_name='截止日期')),
                ('name_zh', models.CharField(max_length=80, verbose_name='名称')),
                ('name_en', models.CharField(blank=True, max_length=160, verbose_name='英文名称')),
                ('code', models.CharField(max_length=20, primary_key=True, serialize=False, verbose_name='代码')),
                ('kind', models.CharField(choices=[('district', '区'), ('county', '县'), ('autonomous-county', '自治县'), ('committee', '管委会')], max_length=20, verbose_name='类别')),
                ('short_zh', models.CharField(max_length=10, verbose_name='简称')),
                ('short_en', models.CharField(max_length=30, verbose_name='英文简称')),
                ('outline_wkb', models.BinaryField(blank=True, null=True, verbose_name='轮廓（WKB，EPSG:4490）')),
                ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='predecessors', to='registry.quotaholder', verbose_name='承继者')),
            ],
            options={
                'verbose_name': '区县',
                'verbose_name_plural': '区县',
                'ordering': ('code',),
            },
        ),
        migrations.CreateModel(
            name='Park',
            fields=[
                ('first_day', models.DateField(blank=True, null=True, verbose_name='起始日期')),
                ('last_day', models.DateField(blank=True, null=True, verbose_name='截止日期')),
                ('name_zh', models.CharField(max_length=80, verbose_name='名称')),
                ('name_en', models.CharField(blank=True, max_length=160, verbose_name='英文名称')),
                ('wkb', models.BinaryField(verbose_name='边界（WKB，EPSG:4490）')),
                ('west', models.FloatField(verbose_name='最小经度')),
                ('south', models.FloatField(verbose_name='最小纬度')),
                ('east', models.FloatField(verbose_name='最大经度')),
                ('north', models.FloatField(verbose_name='最大纬度')),
                ('code', models.CharField(max_length=30, primary_key=True, serialize=False, verbose_name='代码')),
                ('kind', models.CharField(choices=[('national-new-area', '国家级新区工业集聚区'), ('national-high-tech', '国家级高新区'), ('city-high-tech', '市级高新区'), ('national-development', '国家级经开区'), ('city-development', '市级经开区'), ('customs', '海关特殊监管区工业集聚区'), ('city-industrial', '市级特色工业园区')], max_length=30, verbose_name='类别')),
                ('industrial_land_m2', models.FloatField(verbose_name='工业用地（平方米）')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parks', to='registry.quotaholder', verbose_name='所属区县')),
            ],
            options={
                'verbose_name': '工业园区',
                'verbose_name_plural': '工业园区',
                'ordering': ('code',),
            },
        ),
        migrations.CreateModel(
            name='Cluster',
            fields=[
                ('name_zh', models.CharField(max_length=80, verbose_name='名称')),
                ('name_en', models.CharField(blank=True, max_length=160, verbose_name='英文名称')),
                ('wkb', models.BinaryField(verbose_name='边界（WKB，EPSG:4490）')),
                ('west', models.FloatField(verbose_name='最小经度')),
                ('south', models.FloatField(verbose_name='最小纬度')),
                ('east', models.FloatField(verbose_name='最大经度')),
                ('north', models.FloatField(verbose_name='最大纬度')),
                ('code', models.CharField(max_length=30, primary_key=True, serialize=False, verbose_name='编号')),
                ('industry_zh', models.CharField(max_length=30, verbose_name='主导产业')),
                ('industry_en', models.CharField(blank=True, max_length=60, verbose_name='主导产业（英文）')),
                ('area_m2', models.FloatField(verbose_name='面积（平方米，椭球面）')),
                ('industrial_land_m2', models.FloatField(verbose_name='工业用地（平方米）')),
                ('builder', models.CharField(blank=True, max_length=80, verbose_name='投资建设单位')),
                ('operator', models.CharField(blank=True, max_length=80, verbose_name='运营管理机构')),
                ('recorded_on', models.DateField(blank=True, null=True, verbose_name='名录登记日期')),
                ('received_on', models.DateField(blank=True, null=True, verbose_name='收文日期')),
                ('approved_on', models.DateField(blank=True, null=True, verbose_name='复函日期')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='终止日期')),
                ('published_on', models.DateField(blank=True, null=True, verbose_name='公开日期')),
                ('park', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='clusters', to='registry.park', verbose_name='所在园区')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clusters', to='registry.quotaholder', verbose_name='申报主体')),
            ],
            options={
                'verbose_name': '中小企业集聚区',
                'verbose_name_plural': '中小企业集聚区',
                'ordering': ('code',),
            },
        ),
        migrations.CreateModel(
            name='Slot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='序号')),
                ('reason', models.TextField(blank=True, verbose_name='特殊情况说明')),
                ('cluster', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='slot', to='registry.cluster', verbose_name='集聚区')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='slots', to='registry.quotaholder', verbose_name='区县')),
            ],
            options={
                'verbose_name': '园外集聚区名额',
                'verbose_name_plural': '园外集聚区名额',
            },
        ),
        migrations.CreateModel(
            name='PlanningPolygon',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wkb', models.BinaryField(verbose_name='边界（WKB，EPSG:4490）')),
                ('west', models.FloatField(verbose_name='最小经度')),
                ('south', models.FloatField(verbose_name='最小纬度')),
                ('east', models.FloatField(verbose_name='最大经度')),
                ('north', models.FloatField(verbose_name='最大纬度')),
                ('layer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='polygons', to='registry.planninglayer', verbose_name='图层')),
            ],
            options={
                'verbose_name': '规划图斑',
                'verbose_name_plural': '规划图斑',
                'indexes': [models.Index(fields=['west', 'east', 'south', 'north'], name='polygon_by_box')],
                'constraints': [models.CheckConstraint(condition=models.Q(('wkb__isnull', True), models.Q(('east__lte', 180), ('north__lte', 90), ('south__gte', -90), ('south__lt', models.F('north')), ('west__gte', -180), ('west__lt', models.F('east'))), _connector='OR'), name='polygon_box_in_order', violation_error_message='外包矩形不是有效的经纬度范围，请核对坐标是否为经度在前的 CGCS2000 度数。')],
            },
        ),
        migrations.AddConstraint(
            model_name='quotaholder',
            constraint=models.UniqueConstraint(fields=('name_zh', 'kind'), name='holder_name_once', violation_error_message='已有同名区县。'),
        ),
        migrations.AddConstraint(
            model_name='quotaholder',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['district', 'county', 'autonomous-county', 'committee'])), name='holder_kind_known', violation_error_message='区县类别只能是区、县、自治县或者管委会。'),
        ),
        migrations.AddConstraint(
            model_name='quotaholder',
            constraint=models.CheckConstraint(condition=models.Q(('first_day__isnull', True), ('last_day__isnull', True), ('last_day__gte', models.F('first_day')), _connector='OR'), name='holder_days_in_order', violation_error_message='截止日期早于起始日期，请核对两个日期。'),
        ),
        migrations.AddIndex(
            model_name='park',
            index=models.Index(fields=['west', 'east', 'south', 'north'], name='park_by_box'),
        ),
        migrations.AddConstraint(
            model_name='park',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['national-new-area', 'national-high-tech', 'city-high-tech', 'national-development', 'city-development', 'customs', 'city-industrial'])), name='park_kind_known', violation_error_message='园区类别不在二（一）1所列范围内。'),
        ),
        migrations.AddConstraint(
            model_name='park',
            constraint=models.CheckConstraint(condition=models.Q(('industrial_land_m2__gt', 0)), name='park_industrial_land_positive', violation_error_message='园区工业用地面积应大于零。'),
        ),
        migrations.AddConstraint(
            model_name='park',
            constraint=models.CheckConstraint(condition=models.Q(('wkb__isnull', True), models.Q(('east__lte', 180), ('north__lte', 90), ('south__gte', -90), ('south__lt', models.F('north')), ('west__gte', -180), ('west__lt', models.F('east'))), _connector='OR'), name='park_box_in_order', violation_error_message='外包矩形不是有效的经纬度范围，请核对坐标是否为经度在前的 CGCS2000 度数。'),
        ),
        migrations.AddConstraint(
            model_name='park',
            constraint=models.CheckConstraint(condition=models.Q(('first_day__isnull', True), ('last_day__isnull', True), ('last_day__gte', models.F('first_day')), _connector='OR'), name='park_days_in_order', violation_error_message='截止日期早于起始日期，请核对两个日期。'),
        ),
        migrations.AddIndex(
            model_name='cluster',
            index=models.Index(fields=['west', 'east', 'south', 'north'], name='cluster_by_box'),
        ),
        migrations.AddConstraint(
            model_name='cluster',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approved_on__isnull', True), ('park__isnull', False), ('received_on__isnull', True), ('recorded_on__isnull', False)), models.Q(('park__isnull', True), ('received_on__isnull', False), ('recorded_on__isnull', True)), _connector='OR'), name='cluster_in_park_or_outside', violation_error_message='园区内的集聚区填名录登记日期；园区外的填收文日期，不填登记日期。'),
        ),
        migrations.AddConstraint(
            model_name='cluster',
            constraint=models.CheckConstraint(condition=models.Q(('approved_on__isnull', True), ('approved_on__gte', models.F('received_on')), _connector='OR'), name='cluster_approved_after_received', violation_error_message='复函日期早于收文日期，请核对两个日期。'),
        ),
        migrations.AddConstraint(
            model_name='cluster',
            constraint=models.CheckConstraint(condition=models.Q(('area_m2__gt', 0)), name='cluster_area_positive', violation_error_message='集聚区面积应大于零。'),
        ),
        migrations.AddConstraint(
            model_name='cluster',
            constraint=models.CheckConstraint(condition=models.Q(('industrial_land_m2__gte', 0), ('industrial_land_m2__lte', django.db.models.expressions.CombinedExpression(models.F('area_m2'), '*', models.Value(1.01)))), name='cluster_industrial_land_within', violation_error_message='工业用地面积应在零与集聚区面积之间。'),
        ),
        migrations.AddConstraint(
            model_name='cluster',
            constraint=models.CheckConstraint(condition=models.Q(('wkb__isnull', True), models.Q(('east__lte', 180), ('north__lte', 90), ('south__gte', -90), ('south__lt', models.F('north')), ('west__gte', -180), ('west__lt', models.F('east'))), _connector='OR'), name='cluster_box_in_order', violation_error_message='外包矩形不是有效的经纬度范围，请核对坐标是否为经度在前的 CGCS2000 度数。'),
        ),
        migrations.AddConstraint(
            model_name='slot',
            constraint=models.UniqueConstraint(fields=('holder', 'number'), name='slot_taken_once', violation_error_message='该区县的这个名额已被占用。'),
        ),
        migrations.AddConstraint(
            model_name='slot',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1), models.Q(('number__lte', 5), models.Q(('reason', ''), _negated=True), _connector='OR')), name='slot_beyond_five_has_reason', violation_error_message='每个区县原则上不超过5个（二（一）2）；超出的请填写特殊情况说明。'),
        ),
    ]
