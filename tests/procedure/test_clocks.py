"""Time limits as laws over the published calendars."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jijuqu.procedure.clocks import RUNS_IN, Clock, Due, Kind, Lamp, Pause, pauses
from jijuqu.procedure.states import FINAL, State
from jijuqu.procedure.working_days import add_working_days, working_days_between
from jijuqu.words.said import say
from tests.procedure.calendars import CALENDAR

STARTS = st.dates(date(2021, 1, 1), date(2025, 6, 30))
LIMITS = st.integers(1, 40)


def clock(started_on=date(2022, 3, 1), days=5, **told):
    return Clock(Kind.CITY_OPINION, started_on, days, **told)


def due(running, calendar=CALENDAR):
    found = running.due(calendar)
    assert found.reason is None
    return found.on


# A clock that runs


@given(STARTS, st.integers(0, 40))
def test_without_pauses_it_is_due_when_its_working_days_are_over(start, days):
    assert due(clock(start, days)) == add_working_days(CALENDAR, start, days)


def test_a_make_up_saturday_counts():
    assert due(clock(date(2022, 4, 1), 1)) == date(2022, 4, 2)


@given(STARTS, LIMITS, st.integers(0, 20))
def test_more_days_are_never_due_earlier(start, days, more):
    assert due(clock(start, days)) <= due(clock(start, days + more))


@given(STARTS, LIMITS, st.lists(st.integers(1, 10), max_size=3))
def test_an_extension_is_as_good_as_a_longer_limit(start, days, extensions):
    assert due(clock(start, days, extensions=tuple(extensions))) == due(clock(start, days + sum(extensions)))


@given(STARTS, LIMITS, st.integers(0, 120))
def test_used_and_left_make_the_limit(start, days, later):
    running, on = clock(start, days), start + timedelta(later)
    assert running.used(on, CALENDAR) + running.days_left(on, CALENDAR) == days


@given(STARTS, LIMITS)
def test_on_the_day_it_is_due_nothing_is_left_and_the_day_after_it_is_late(start, days):
    running = clock(start, days)
    last = due(running)
    assert running.days_left(last, CALENDAR) == 0
    assert running.lamp(last, CALENDAR) is Lamp.AMBER
    assert running.lamp(add_working_days(CALENDAR, last, 1), CALENDAR) is Lamp.RED


@pytest.mark.parametrize(
    ("left", "lamp"), [(5, Lamp.GREEN), (4, Lamp.GREEN), (3, Lamp.AMBER), (0, Lamp.AMBER), (-1, Lamp.RED)]
)
def test_the_lamp_follows_the_days_left(left, lamp):
    running = clock()
    day = add_working_days(CALENDAR, running.started_on, 5 - left)
    assert running.days_left(day, CALENDAR) == left
    assert running.lamp(day, CALENDAR) is lamp


def test_when_it_turns_amber_is_a_setting():
    assert clock().lamp(date(2022, 3, 1), CALENDAR, amber_days=5) is Lamp.AMBER


# Pauses


@st.composite
def paused(draw):
    """A clock with a pause that begins while it runs, and the same without."""
    running = clock(draw(STARTS), draw(LIMITS))
    since = draw(st.dates(running.started_on, due(running) - timedelta(1)))
    until = since + timedelta(draw(st.integers(0, 90)))
    return running, Pause(since, until)


@given(paused())
def test_a_pause_moves_the_day_by_its_working_days(both):
    running, pause = both
    moved = due(replace(running, pauses=(pause,)))
    assert moved == add_working_days(CALENDAR, due(running), working_days_between(CALENDAR, pause.since, pause.until))


@given(paused())
def test_during_a_pause_the_days_left_stand_still(both):
    running, pause = both
    stopped = replace(running, pauses=(pause,))
    day = pause.since
    while day <= pause.until:
        assert stopped.days_left(day, CALENDAR) == running.days_left(pause.since, CALENDAR)
        assert (stopped.stopped_since(day) == pause.since) is (day < pause.until)
        day += timedelta(1)


@given(paused(), st.integers(0, 40), st.integers(0, 40))
def test_a_pause_may_be_told_in_pieces_that_overlap(both, one, other):
    running, pause = both
    first = Pause(pause.since, pause.since + timedelta(max(one, other)))
    second = Pause(pause.since + timedelta(min(one, other)), pause.until)
    whole = Pause(pause.since, max(first.until, pause.until))
    assert due(replace(running, pauses=(first, second))) == due(replace(running, pauses=(whole,)))


@given(paused())
def test_a_pause_not_ended_leaves_no_day_but_a_reason(both):
    running, pause = both
    stopped = replace(running, pauses=(Pause(pause.since),))
    left = running.days_left(pause.since, CALENDAR)
    assume(left > 0)
    found = stopped.due(CALENDAR)
    assert found.on is None
    assert say(found.reason, "zh") == f"自{pause.since}起停止计时，剩余{left}个工作日。"
    assert stopped.lamp(pause.until, CALENDAR) is Lamp.STOPPED
    assert stopped.days_left(pause.until, CALENDAR) == left


def test_a_pause_after_it_was_due_changes_nothing():
    running = clock()
    late = replace(running, pauses=(Pause(date(2022, 3, 31)),))
    assert due(late) == due(running)
    assert late.lamp(date(2022, 4, 6), CALENDAR) is Lamp.RED


def test_a_clock_without_pause_is_not_stopped():
    assert clock().stopped_since(date(2022, 3, 2)) is None


# No answer


def test_promptly_has_no_day_but_shows_how_long_it_has_run():
    running = Clock(Kind.REPLY_PROMPT, date(2022, 3, 1), None)
    assert say(running.due(CALENDAR).reason, "zh") == "自2022-03-01起计时；通知要求“及时”，未规定天数。"
    assert running.used(date(2022, 3, 15), CALENDAR) == 10
    assert running.days_left(date(2022, 3, 15), CALENDAR) is None
    assert running.lamp(date(2022, 3, 15), CALENDAR) is Lamp.UNLIT


def test_a_limit_that_runs_into_a_year_not_published_says_so():
    running = clock(date(2026, 12, 25), 20)
    found = running.due(CALENDAR)
    assert (found.on, found.reason.values) == (None, {"year": 2027})
    assert running.days_left(date(2026, 12, 28), CALENDAR) == 19
    assert running.days_left(date(2027, 1, 5), CALENDAR) is None
    assert running.lamp(date(2027, 1, 5), CALENDAR) is Lamp.UNLIT


def test_no_days_are_due_at_once():
    assert clock(days=0).due(CALENDAR) == Due(date(2022, 3, 1))


# Pauses read from the history of a case


def day(number):
    return date(2022, 3, number)


def test_a_correction_inside_the_citys_review_pauses_its_opinions():
    history = [
        (day(1), State.RECEIVED), (day(2), State.CITY_REVIEW), (day(4), State.CORRECTION), (day(10), State.CITY_REVIEW),
    ]  # fmt: skip
    found = pauses(Kind.CITY_OPINION, history)
    assert Pause(day(4), day(10)) in found
    running = Clock(Kind.CITY_OPINION, day(2), 5, found)
    assert due(running) == date(2022, 3, 15)  # 3, 4, 11, 14, 15
    assert Clock(Kind.CORRECTION_ANSWER, day(4), 5, pauses(Kind.CORRECTION_ANSWER, history[:3])).due(
        CALENDAR
    ).on == day(11)


@pytest.mark.parametrize(
    ("kind", "state"), [(kind, state) for kind in Kind for state in sorted(RUNS_IN[kind]) if state is not State.DECIDED]
)
def test_a_suspension_stops_every_clock_until_the_case_resumes(kind, state):
    history = [(day(1), state), (day(3), State.SUSPENDED), (day(8), state)]
    assert pauses(kind, history) == (Pause(day(3), day(8)),)
    assert pauses(kind, history[:2]) == (Pause(day(3)),)


def test_a_suspended_correction_goes_on_pausing_the_opinions():
    history = [
        (day(1), State.CITY_REVIEW), (day(2), State.CORRECTION), (day(4), State.SUSPENDED), (day(8), State.CORRECTION),
        (day(10), State.CITY_REVIEW),
    ]  # fmt: skip
    assert pauses(Kind.CITY_OPINION, history) == (Pause(day(2), day(10)),)
    assert pauses(Kind.CORRECTION_ANSWER, history) == (Pause(day(1), day(2)), Pause(day(4), day(8)), Pause(day(10)))


def test_what_happens_on_one_day_pauses_nothing():
    history = [(day(1), State.CITY_REVIEW), (day(2), State.SUSPENDED), (day(2), State.CITY_REVIEW)]
    assert pauses(Kind.CITY_OPINION, history) == ()


def test_the_citys_decision_runs_from_receipt_and_stands_still_while_materials_are_completed():
    history = [(day(1), State.RECEIVED), (day(2), State.CITY_REVIEW), (day(9), State.CITY_DECISION)]
    assert pauses(Kind.CITY_DECISION, history) == ()
    assert pauses(Kind.CITY_DECISION, [(day(1), State.RECEIVED), (day(2), State.CORRECTION)]) == (Pause(day(2)),)


def test_no_clock_runs_at_the_end_or_while_suspended():
    running = set().union(*RUNS_IN.values())
    assert running.isdisjoint(FINAL | {State.SUSPENDED})
    assert set(RUNS_IN) == set(Kind)
