"""What is said about time limits and working days."""

from jijuqu.words.text import Text

SENTENCES = {
    "calendar_not_published": Text(
        "{year}年的放假安排尚未录入，无法推算期限。请在工作日历中录入国务院办公厅公布的安排。",
        "The working days of {year} are not entered yet, so the day cannot be worked out. Enter the State Council's "
        "calendar for {year}.",
    ),
    "clock_without_limit": Text(
        "自{started_on}起计时；通知要求“及时”，未规定天数。",
        "Running since {started_on}; the notice says “promptly” and sets no number of days.",
    ),
    "clock_stopped": Text(
        "自{since}起停止计时，剩余{left}个工作日。", "Stopped since {since}; working days left: {left}."
    ),
    "last_day_is_off": Text(
        "截止日{last_day}是{weekday}，不是工作日；之前最后一个工作日为{working_day}。",
        "The last day, {last_day}, is a {weekday} and no working day; the last working day before it is {working_day}.",
    ),
}
