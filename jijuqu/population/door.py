"""The door: a table of facts is let in when every rule can be asked of it; else every reason is told at once."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

import narwhals as nw

from jijuqu.policy.facts import LISTED_SUBJECTS
from jijuqu.population.columns import TYPES
from jijuqu.population.faults_in_rows import faults_in_rows
from jijuqu.population.refusal import NotAdmittedError
from jijuqu.population.table import (
    DAY,
    ID,
    IN_PARK,
    LABELS,
    SUBJECTS,
    TAKEN,
    Table,
    lies_in_park_by_nature,
    names_of,
    specs_of,
    subjects_told_by,
)
from jijuqu.words.population import TYPES as TYPE_WORDS
from jijuqu.words.text import Message

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from narwhals.dtypes import DType
    from narwhals.typing import IntoFrame

    from jijuqu.policy.fact_specs import Facts


def admit(  # noqa: PLR0913 - what is known of a table beside its columns
    frame: IntoFrame | nw.LazyFrame[Any] | nw.DataFrame[Any],
    subjects: Sequence[type[Facts]] = (),
    *,
    in_park: bool | None = None,
    kept: Collection[str] = (),
    districts: Collection[str] | None = None,
    first_day: datetime.date | None = None,
) -> Table:
    """Let a table in, or raise NotAdmittedError with every fault found: first those of columns, then those of rows.

    `frame` is anything Narwhals knows, one row a subject, facts under their names. Without `subjects` the columns tell
    them. `in_park` says where all rows lie, for a table without that column. `kept` names columns to carry along.
    `districts`: what may stand in the column `district`. `first_day`: the first on which rows can be judged by their
    own day.
    """
    table = nw.from_native(frame).lazy()
    schema = dict(table.collect_schema())
    subjects = tuple(subjects) or subjects_told_by(schema)
    faults = [*_faults_of_subjects(subjects), *_faults_of_columns(schema, subjects, kept)]
    if faults:
        raise NotAdmittedError(faults)
    specs = specs_of(subjects)
    untold = {name: nw.lit(None, dtype=TYPES[spec.kind]) for name, spec in specs.items() if name not in schema}
    if IN_PARK not in schema:
        untold[IN_PARK] = nw.lit(lies_in_park_by_nature(subjects) if in_park is None else in_park)
    typed = _typed(table, schema, subjects)
    typed = typed.with_columns(**untold) if untold else typed
    labels = tuple(name for name in (*LABELS, *kept) if name in schema)
    told = frozenset(specs.keys() & schema.keys())
    admitted = Table(typed, subjects, labels, told)
    if faults := faults_in_rows(admitted, districts, first_day):
        raise NotAdmittedError(faults)
    return admitted


def _faults_of_subjects(subjects: Sequence[type[Facts]]) -> Iterator[Message]:
    if not subjects:
        yield Message("table_without_subject", {"subjects": "、".join(SUBJECTS)})
    listed_too = [subject for subject in subjects if subject in LISTED_SUBJECTS]
    if listed_too and len(subjects) > 1:
        yield Message("table_of_two_kinds", {"subjects": "、".join(names_of(subjects))})


def _faults_of_columns(
    schema: Mapping[str, DType], subjects: Sequence[type[Facts]], kept: Collection[str]
) -> Iterator[Message]:
    specs, every = specs_of(subjects), specs_of(SUBJECTS.values())
    for name in kept:
        if name not in schema:
            yield Message("table_lacks_column", {"name": name})
        elif name in TAKEN:
            yield Message("kept_is_taken", {"name": name})
    if ID not in schema:
        yield Message("table_lacks_column", {"name": ID})
    for name, dtype in schema.items():
        if name in specs or name == IN_PARK:
            wanted = TYPES[every[name].kind]
        elif name in LABELS:
            wanted = TYPES["day" if name == DAY else "text"]
        else:
            if name not in kept and name not in every:
                yield _unknown(name, [*specs, *LABELS])
            continue
        if not _fits(dtype, wanted, is_label=name in LABELS):
            yield Message("table_wrong_type", {"name": name, "type": dtype, "wanted": TYPE_WORDS[wanted.__name__]})


def _unknown(name: str, names: Collection[str]) -> Message:
    near = difflib.get_close_matches(name, names, n=1)
    return Message("table_unknown_near" if near else "table_unknown_column", {"name": name, "near": "".join(near)})


def _fits(dtype: DType, wanted: type[DType], *, is_label: bool) -> bool:
    """Tell whether a column's type is, or loses nothing when it becomes, the one wanted. All null fits everything."""
    if dtype in {nw.Unknown, nw.Object} or dtype == wanted:
        return dtype != nw.Object
    if wanted == nw.Float64:
        return bool(dtype.is_numeric())
    if wanted == nw.String:
        return dtype in {nw.Categorical, nw.Enum} or (is_label and dtype.is_integer())
    return False


def _typed(table: nw.LazyFrame[Any], schema: Mapping[str, DType], subjects: Sequence[type[Facts]]) -> nw.LazyFrame[Any]:
    kinds = {name: TYPES[spec.kind] for name, spec in specs_of(subjects).items()}
    wanted = kinds | dict.fromkeys(LABELS, nw.String) | {DAY: nw.Date, IN_PARK: nw.Boolean}
    changed = {name: wanted[name] for name, dtype in schema.items() if name in wanted and dtype != wanted[name]}
    return table.with_columns(nw.col(name).cast(dtype) for name, dtype in changed.items()) if changed else table
