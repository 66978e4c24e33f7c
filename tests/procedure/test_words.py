"""Every name and sentence of the procedure in both languages."""

from pathlib import Path

import pytest

from jijuqu import procedure
from jijuqu.procedure.acts import Act
from jijuqu.procedure.clocks import Kind, Lamp
from jijuqu.procedure.departments import Duty
from jijuqu.procedure.experts import Field, Verdict
from jijuqu.procedure.lanes import Lane, PublicStage
from jijuqu.procedure.opinions import Stance
from jijuqu.procedure.roles import Level, Role
from jijuqu.procedure.standing import Ground
from jijuqu.procedure.states import State
from jijuqu.words import clocks, naming, said
from jijuqu.words import procedure as sentences

CODED = [Act, Duty, Field, Ground, Kind, Lamp, Lane, Level, PublicStage, Role, Stance, State, Verdict]


@pytest.mark.parametrize("coded", CODED, ids=lambda coded: coded.__name__)
def test_every_code_has_a_name_of_its_own(coded):
    for language in ("zh", "en"):
        names = [member.label.say(language) for member in coded]
        assert all(names)
        assert len(set(names)) == len(names)


def test_every_sentence_is_said_somewhere():
    room = "".join(path.read_text(encoding="utf-8") for path in Path(procedure.__file__).parent.glob("*.py"))
    catalogue = clocks.SENTENCES | naming.SENTENCES | sentences.SENTENCES
    assert [code for code in catalogue if f'"{code}"' not in room] == []


def test_no_two_catalogues_share_a_code():
    catalogues = [module.SENTENCES for module in vars(said).values() if hasattr(module, "SENTENCES")]
    assert len(catalogues) > 5
    assert sum(len(catalogue) for catalogue in catalogues) == len(said.SENTENCES)
