"""Tables of facts from rows that the records give: dictionaries of labels and facts, what is not known left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from jijuqu.population.door import admit
from jijuqu.population.refusal import NotAdmittedError
from jijuqu.population.table import DAY, LABELS, specs_of
from jijuqu.words.text import Message

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Mapping, Sequence

    from jijuqu.policy.fact_specs import Facts
    from jijuqu.population.table import Table

TYPES: dict[str, Any] = {"number": pl.Float64, "yes_no": pl.Boolean, "day": pl.Date, "text": pl.String}


def table_of_rows(
    rows: Sequence[Mapping[str, Any]],
    subjects: Sequence[type[Facts]],
    *,
    kept: Collection[str] = (),
    first_day: datetime.date | None = None,
) -> Table:
    """Make a table of rows about some subjects, facts of others left out, and let it in.

    Raises NotAdmittedError where there are no rows, or the door finds fault with one.
    """
    if not rows:
        raise NotAdmittedError([Message("table_without_rows")])
    named = {name for row in rows for name in row}
    schema = dict.fromkeys(LABELS, pl.String) | {DAY: pl.Date} | {
        name: TYPES[spec.kind] for name, spec in specs_of(subjects).items()
    }  # fmt: skip
    columns = {name: dtype for name, dtype in schema.items() if name in named}
    extra = dict.fromkeys(kept, pl.String)
    frame = pl.DataFrame(
        [[row.get(name) for name in columns | extra] for row in rows],
        schema=columns | extra,
        orient="row",
        strict=False,
    )
    return admit(frame, subjects, kept=kept, first_day=first_day)
