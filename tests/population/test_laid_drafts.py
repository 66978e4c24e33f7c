"""Drafts laid into a folder by those who run the server: found by name, told by their content, opened if only theirs."""

from __future__ import annotations

import pytest

from jijuqu.population.laid_drafts import laid_drafts, open_draft
from jijuqu.population.refusal import NotAdmittedError
from jijuqu.words.said import say
from tests.policy.ask import DAY, NOTICE
from tests.population.test_draft import LAND, RULES


def lay(inside, name="draft", **files):
    (inside / name).mkdir(parents=True, exist_ok=True)
    for file, text in files.items():
        (inside / name / f"{file}.{'toml' if file == 'parameters' else 'py'}").write_text(text, encoding="utf-8")
    return next(each for each in laid_drafts(inside) if each.name == name)


def opened(laid):
    return open_draft(laid, NOTICE, NOTICE.parameters, DAY)


def test_folders_are_drafts_under_their_names(tmp_path):
    assert laid_drafts(tmp_path / "nowhere") == []
    lay(tmp_path, "b", parameters=LAND)
    lay(tmp_path, "a", rules=RULES)
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "readme.txt").write_text("no draft")
    assert [each.name for each in laid_drafts(tmp_path)] == ["a", "b"]
    assert [opened(each).notice.number for each in laid_drafts(tmp_path)] == ["a", "b"]


def test_a_changed_file_changes_the_digest_and_is_read_again(tmp_path):
    first = lay(tmp_path, parameters=LAND)
    assert opened(first) is opened(lay(tmp_path, parameters=LAND))
    second = lay(tmp_path, parameters=LAND.replace("150", "160"))
    assert first.digest != second.digest
    assert {each.value for each in opened(second).parameters if each.name == "min_industrial_land_mu"} == {160}


def test_what_python_makes_of_the_rules_is_no_part_of_the_draft(tmp_path):
    laid = lay(tmp_path, rules=RULES)
    opened(laid)
    assert laid_drafts(tmp_path) == [laid]


def test_nothing_is_run_that_anybody_could_have_written(tmp_path):
    ran = tmp_path / "ran"
    laid = lay(tmp_path, rules=f"{RULES}\nopen({str(ran)!r}, 'w').close()")
    (tmp_path / "draft" / "rules.py").chmod(0o666)
    with pytest.raises(NotAdmittedError) as refusal:
        opened(laid)
    assert "Anybody may write to" in say(refusal.value.reasons[0], "en")
    assert not ran.exists()
    (tmp_path / "draft" / "rules.py").chmod(0o644)
    opened(laid)
    assert ran.exists()


@pytest.mark.parametrize("rules", ["1 / 0", "raise SystemExit", "RULES = ()", "RULES = (1,)"])
def test_a_broken_draft_is_told_each_time_and_stops_nothing(tmp_path, rules):
    laid = lay(tmp_path, rules=rules)
    for _ in range(2):
        with pytest.raises(NotAdmittedError):
            opened(laid)
