"""The days of a holiday notice, read as people write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from jijuqu.reference.seeds import special_days
from jijuqu.web.desk.reference.arranged_days import arranged_days

OF_2026 = """
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（周日）至23日（周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
"""


def test_the_notice_of_2026_pasted_gives_the_year_that_chinesecalendar_knows():
    read = arranged_days(OF_2026, 2026, are_worked=False)
    known = {(row["day"], row["is_worked"]) for row in special_days() if row["day"].year == 2026}

    assert {(each.day, each.is_worked) for each in read} == known
    assert {each.name_zh for each in read} >= {"元旦", "春节", "国庆节"}


@given(
    first=st.dates(date(2030, 1, 1), date(2030, 11, 30)),
    length=st.integers(2, 20),
    write=st.sampled_from(["{0:%Y-%m-%d}{1}{2:%Y-%m-%d}", "{0.month}月{0.day}日（周一）{1}{2.month}月{2.day}日"]),
    to=st.sampled_from(["至", "到", "—", " ~ ", "-"]),
)
def test_a_span_is_every_day_of_it_however_it_is_written(first, length, write, to):
    last = first + timedelta(days=length - 1)
    read = arranged_days("节日 " + write.format(first, to, last), 2030, are_worked=False)

    assert [each.day for each in read] == [first + timedelta(days=later) for later in range(length)]
    assert {each.name_zh for each in read} == {"节日"}


@pytest.mark.parametrize("line", ["节日", "节日 2月30日", "节日 3日", "节日 5月5日至3日"])
def test_what_says_no_day_is_refused_with_its_line(line):
    with translation.override("zh-hans"), pytest.raises(ValidationError, match="第2行"):
        arranged_days(f"元旦 1月1日\n{line}", 2030, are_worked=False)
