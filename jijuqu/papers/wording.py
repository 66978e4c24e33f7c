"""How official Chinese writes days, numbers and areas, and how offices speak of themselves and of each other."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from jijuqu.papers.safe_text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

CHINA = timezone(timedelta(hours=8))

DIGITS = "〇一二三四五六七八九"
WEEKDAYS = "一二三四五六日"
STOPS = "。！？；，、,.;!? "


def day(value: date) -> str:
    """Write a day as GB/T 9704 7.3.5.4 has it, without leading zeros: 2022年9月1日."""
    value = _here(value) if isinstance(value, datetime) else value
    return f"{value.year}年{value.month}月{value.day}日"


def moment(value: datetime) -> str:
    """Write when a meeting begins: 2022年9月1日（星期四）14:30."""
    value = _here(value)
    return f"{day(value)}（星期{WEEKDAYS[value.weekday()]}）{value:%H:%M}"


def _here(value: datetime) -> datetime:
    """Give a moment by the clock in Chongqing; one without a time zone is taken to be so already."""
    return value.astimezone(CHINA) if value.tzinfo else value


def ordinal(number: int) -> str:
    """Write a number in Chinese, as headings count; from one hundred on in digits.

    >>> [ordinal(n) for n in (1, 10, 12, 20, 21, 100)]
    ['一', '十', '十二', '二十', '二十一', '100']
    """
    tens, ones = divmod(number, 10)
    if tens > 9:
        return str(number)
    return (DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (DIGITS[ones] if ones else "")


def mu(area_mu: float) -> str:
    """Write an area in mu with two decimals at most: 215.37亩."""
    return f"{_short(area_mu)}亩"


def floor(area_m2: float) -> str:
    """Write a floor area; from ten thousand square metres on in 万平方米: 12.35万平方米, 8300平方米."""
    return f"{_short(area_m2 / 10_000)}万平方米" if area_m2 >= 10_000 else f"{_short(area_m2)}平方米"


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def listed(words: Iterable[str]) -> str:
    """Join words as Chinese lists do: 甲、乙、丙."""
    return "、".join(one_line(word) for word in words)


def clause(words: str) -> str:
    """Give words without the stop at their end, to go on within a sentence."""
    return one_line(words).rstrip(STOPS)


def sentence(words: str) -> str:
    """Give words as a sentence that ends with one full stop (or with the ！ or ？ it had)."""
    words = one_line(words)
    ends = words.rstrip("”）》").endswith(("。", "！", "？"))
    return words if ends else f"{words.rstrip(STOPS)}。"


def without_office(title: str, office: str = "") -> str:
    """Give a title from 关于 on, as letters cite it of whom they speak; with `office` only where it is that office's.

    >>> without_office("渝北区人民政府关于申请规划建设的函")
    '关于申请规划建设的函'
    """
    title = one_line(title)
    before, about, rest = title.partition("关于")
    return about + rest if about and before in {office or before, ""} else title


_AFTER_ENDING = (  # how an office is called by itself and by others, by how its name ends
    ("自治县人民政府", "县"),
    ("县人民政府", "县"),
    ("区人民政府", "区"),
    ("市人民政府", "市"),
    ("区管理委员会", "区"),
    ("区管委会", "区"),
    ("委员会", "委"),
    ("委", "委"),
    ("局", "局"),
    ("办公室", "办"),
    ("办", "办"),
    ("中心", "中心"),
)


def _short_name(office: str) -> str:
    return next((short for ending, short in _AFTER_ENDING if office.endswith(ending)), "单位")


def we(sender: str) -> str:
    """Say how an office speaks of itself: 我委, 我区, 我局.

    >>> we("重庆市经济和信息化委员会"), we("巫山县人民政府"), we("万盛经开区管委会")
    ('我委', '我县', '我区')
    """
    return f"我{_short_name(sender)}"


def you(addressees: tuple[str, ...]) -> str:
    """Say how an office speaks to those it writes to: 你区, 你委, 你局; 你们 to several."""
    return f"你{_short_name(addressees[0])}" if len(addressees) == 1 else "你们"
