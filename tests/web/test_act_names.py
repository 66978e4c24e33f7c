"""Every act that is recorded anywhere has a name in both languages."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from django.utils.translation import override

import jijuqu
from jijuqu.web.templatetags.names import act_name

ROOMS = Path(jijuqu.__file__).parent
# Rooms whose helper puts the room's name before the act.
PREFIX = {"registry": "registry."}


def recorded():
    """Give the acts that stand as plain words in a call of `record` or of a helper of that name."""
    for path in ROOMS.glob("*/actions/*.py"):
        room = path.parts[len(ROOMS.parts)]
        calls = [each for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(each, ast.Call)]
        for call in calls:
            name = getattr(call.func, "id", "")
            words = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
            if name in {"record", "_record", "record_about"} and words:
                yield words[0] if "." in words[0] or name == "record" else PREFIX.get(room, "") + words[0]


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_act_has_a_name(language):
    acts = set(recorded())
    assert len(acts) > 30
    with override(language):
        assert {act for act in acts if act_name(act) == act} == set()
