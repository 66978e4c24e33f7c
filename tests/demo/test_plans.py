"""The plans of the demonstration: one at every step, played through the real acts, with a record that is whole."""

import pytest

from jijuqu.accounts.permissions import appointments_on
from jijuqu.cases.models import Case, PanelSeat
from jijuqu.cases.replay import replay
from jijuqu.demo.city import AS_OF
from jijuqu.demo.load import load
from jijuqu.demo.plans import PLANS
from jijuqu.journal.verify import verify
from jijuqu.procedure.roles import Role
from jijuqu.procedure.states import State

pytestmark = pytest.mark.django_db


def test_every_step_of_the_procedure_has_a_plan_standing_at_it_and_the_record_is_whole():
    load()
    reached = {case.holder_id: case.state for case in Case.objects.all()}
    assert reached == {plan.holder: plan.reached for plan in PLANS}
    assert set(reached.values()) == set(State)
    assert all(case.state_since <= AS_OF for case in Case.objects.all())
    assert all("虚构" in case.title for case in Case.objects.all())
    assert {each.role for each in appointments_on(AS_OF)} == {role.value for role in Role}
    assert PanelSeat.objects.filter(
        panel__verdict="", panel__meets_on__gte=AS_OF, expert__person__isnull=False
    ).exists()
    verdict = verify()
    assert verdict.whole, verdict.first_fault
    decided = Case.objects.get(state=State.ANSWERED).snapshots.last()
    assert replay(decided) == []
