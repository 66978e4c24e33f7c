"""Reads tables of facts from files: Parquet, typed and larger than memory, or CSV as officers save it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import narwhals as nw
import polars as pl

from jijuqu.land.boundary_files.decoding import decoded
from jijuqu.land.parcel import UnreadableError
from jijuqu.population.refusal import NotAdmittedError, not_read
from jijuqu.population.table import DAY, ID, IN_PARK, SUBJECTS, specs_of
from jijuqu.words import population as words
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from jijuqu.policy.fact_specs import Kind

ENDINGS = (".parquet", ".csv")
LOOKED_AT_BYTES = 1_000_000  # to tell the encoding of a CSV file
YES_NO = {
    "true": True, "false": False, "1": True, "0": False, "yes": True, "no": False, "是": True, "否": False,
}  # fmt: skip
DAY_FORMATS = ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d")


def read_facts(path: Path) -> nw.LazyFrame[Any]:
    """Open a file of facts, `.parquet` or `.csv`; rows without a column `id` are numbered from 1.

    Raises NotAdmittedError where it is neither, or a cell of a CSV file is not what its column holds.
    """
    if path.suffix.lower() not in ENDINGS:
        raise NotAdmittedError([Message("table_of_unknown_kind", {"endings": "、".join(ENDINGS)})])
    try:
        frame = pl.scan_parquet(path, glob=False) if path.suffix.lower() == ".parquet" else _typed(_read_csv(path))
        has_id = ID in frame.collect_schema()
    except (pl.exceptions.PolarsError, OSError) as error:
        raise NotAdmittedError([not_read(error)]) from error
    return nw.from_native(frame if has_id else frame.with_row_index(ID, offset=1))


def _read_csv(path: Path) -> pl.LazyFrame:
    """Open a CSV file with every cell as text; one in another encoding than UTF-8 is read whole."""
    with path.open("rb") as file:
        start = file.read(LOOKED_AT_BYTES)
    try:
        text = start.decode("utf-8-sig", errors="strict" if len(start) < LOOKED_AT_BYTES else "ignore")
        source: Path | io.BytesIO = path
    except UnicodeDecodeError:
        text = _in_other_encoding(path)
        source = io.BytesIO(text.encode())
    heading = text.partition("\n")[0]
    if not heading.strip():
        raise NotAdmittedError([Message("table_without_rows")])
    separator = max(",\t;", key=heading.count)
    return pl.scan_csv(source, separator=separator, infer_schema=False, glob=False)


def _in_other_encoding(path: Path) -> str:
    try:
        return decoded(path.read_bytes())
    except UnreadableError as error:
        raise NotAdmittedError(error.reasons) from error


def _typed(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Give every fact the type of its kind; a cell that is none is refused with its row."""
    kinds: dict[str, Kind] = {name: spec.kind for name, spec in specs_of(SUBJECTS.values()).items()}
    kinds |= {DAY: "day", IN_PARK: "yes_no"}
    columns = {name: kinds[name] for name in frame.collect_schema() if kinds.get(name, "text") != "text"}
    typed = {name: _as(kind, pl.col(name).str.strip_chars()) for name, kind in columns.items()}
    wrong = {name: own.is_null() & (pl.col(name).str.strip_chars() != "") for name, own in typed.items()}
    if wrong:
        found = frame.select(**{name: bad.any() for name, bad in wrong.items()}).collect(engine="streaming").row(0)
        faults = [name for name, is_so in zip(wrong, found, strict=True) if is_so]
        if faults:
            raise NotAdmittedError([_unreadable(frame, name, wrong[name], columns[name]) for name in faults])
    return frame.with_columns(**typed)


def _as(kind: Kind, cell: pl.Expr) -> pl.Expr:
    if kind == "number":
        return cell.str.replace_all(",", "", literal=True).cast(pl.Float64, strict=False)
    if kind == "yes_no":
        return cell.str.to_lowercase().replace_strict(YES_NO, default=None, return_dtype=pl.Boolean)
    return pl.coalesce(cell.str.to_date(form, strict=False) for form in DAY_FORMATS)


def _unreadable(frame: pl.LazyFrame, name: str, bad: pl.Expr, kind: Kind) -> Message:
    rows = frame.select(pl.col(name), bad=bad).with_row_index("row", offset=1).filter("bad").head(1)
    row, value, _ = rows.collect(engine="streaming").row(0)
    return Message("table_cell_unreadable", {"row": row, "name": name, "value": value, "wanted": words.KINDS[kind]})
