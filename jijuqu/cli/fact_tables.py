"""How commands open tables of facts and choose the notices that judge them."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from jijuqu.cli.speech import day_of, refuse
from jijuqu.words.said import say
from jijuqu.words.text import Message, Text

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from jijuqu.policy.fact_specs import Facts
    from jijuqu.policy.notice import Notice
    from jijuqu.population.table import Table
    from jijuqu.words.text import Language


def subjects_named(names: Sequence[str], language: Language) -> list[type[Facts]]:
    """Give the subjects of `--subject`, or refuse."""
    from jijuqu.population.table import SUBJECTS

    for name in names:
        if name not in SUBJECTS:
            choices = {"option": "--subject", "choices": "、".join(SUBJECTS), "value": name}
            refuse([Message("not_a_choice", choices)], language)
    return [SUBJECTS[name] for name in names]


def open_table(
    path: Path,
    language: Language,
    *,
    subjects: Sequence[type[Facts]] = (),
    in_park: bool | None = None,
    kept: Sequence[str] = (),
    engine: str = "local",
) -> Table:
    """Open a file of facts and let it in, or refuse with every reason."""
    from jijuqu.policy.notices import NOTICES
    from jijuqu.population.door import admit
    from jijuqu.population.read_files import read_facts
    from jijuqu.population.screened import as_sites, is_screening
    from jijuqu.registry.holders import names_and_codes

    if not path.exists():
        refuse([Message("no_such_file", {"path": path})], language)
    with refusing(path, language):
        facts = read_facts(path)
        known = as_sites(facts) if is_screening(facts.collect_schema()) else facts
        return admit(
            known, subjects, in_park=in_park, kept=kept, districts=names_and_codes(), first_day=NOTICES[0].first_day
        )


@contextlib.contextmanager
def refusing(path: Path, language: Language) -> Iterator[None]:
    """Refuse what is found wrong with a file of facts, naming the file."""
    from jijuqu.population.refusal import NotAdmittedError

    try:
        yield
    except NotAdmittedError as error:
        said = [Text(say(reason, "zh"), say(reason, "en")) for reason in error.reasons]
        refuse([Message("table_of_file", {"path": path, "reason": each}) for each in said], language)


def governed(
    table: Table, on: str | None, language: Language
) -> tuple[datetime.date | None, list[tuple[Notice, Table]]]:
    """Give the notice of `--on` with the whole table, or those of the rows' own days, each with its rows.

    The first value is that day; None where rows have days of their own.
    """
    from jijuqu.policy.notices import NOTICES
    from jijuqu.population.judging import by_notice
    from jijuqu.population.table import DAY

    if DAY in table.labels:
        if on is not None:
            refuse([Message("rows_have_days")], language)
        return None, by_notice(table, NOTICES)
    day = day_of(on, language)
    return day, [(_governing(day, language), table)]


def _governing(day: datetime.date, language: Language) -> Notice:
    from jijuqu.policy.notice import NotGovernedError
    from jijuqu.policy.notices import governing

    try:
        return governing(day)
    except NotGovernedError as error:
        refuse([Message("not_governed", {"on": error.on, "first_day": error.first_day})], language)
