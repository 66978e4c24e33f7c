"""Every name and sentence of the procedure in both languages."""

import pytest

from jijuqu.procedure.acts import Act
from jijuqu.procedure.clocks import Kind, Lamp
from jijuqu.procedure.departments import Duty
from jijuqu.procedure.experts import Field, Verdict
from jijuqu.procedure.lanes import Lane, PublicStage
from jijuqu.procedure.opinions import Stance
from jijuqu.procedure.roles import Level, Role
from jijuqu.procedure.standing import Ground
from jijuqu.procedure.states import State

CODED = [Act, Duty, Field, Ground, Kind, Lamp, Lane, Level, PublicStage, Role, Stance, State, Verdict]


@pytest.mark.parametrize("coded", CODED, ids=lambda coded: coded.__name__)
def test_every_code_has_a_name_of_its_own(coded):
    for language in ("zh", "en"):
        names = [member.label.say(language) for member in coded]
        assert all(names)
        assert len(set(names)) == len(names)
