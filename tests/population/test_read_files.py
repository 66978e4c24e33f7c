"""Files of facts as they come: Parquet, CSV in any usual encoding, and what is wrong with a cell."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from jijuqu.population.door import admit
from jijuqu.population.read_files import read_facts
from jijuqu.population.refusal import NotAdmittedError
from jijuqu.words.said import say

TEXT = """id,district,on,in_park,industrial_land_mu,parts,uses_idle_industrial_land,name
a,500101,2022-01-05,否,"1,205.5",1,是,甲
b,万州区,2022/1/6,FALSE, 180 ,,0,
c,,20220107,true,,,,"丙,丁"
"""
ROWS = [
    ("a", "500101", date(2022, 1, 5), False, 1205.5, 1.0, True, "甲"),
    ("b", "万州区", date(2022, 1, 6), False, 180.0, None, False, None),
    ("c", None, date(2022, 1, 7), True, None, None, None, "丙,丁"),
]


def read(path):
    return read_facts(path).collect().to_native()


def refused(path):
    with pytest.raises(NotAdmittedError) as refusal:
        admit(read_facts(path))
    return [say(reason, "en") for reason in refusal.value.reasons]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_a_csv_file_is_read_in_any_usual_encoding(tmp_path, encoding, separator):
    text = (
        TEXT
        if separator == ","
        else TEXT.replace('"1,205.5"', "1205.5")
        .replace('"丙,丁"', "丙@丁")
        .replace(",", separator)
        .replace("丙@丁", "丙,丁")
    )
    file = tmp_path / "facts.csv"
    file.write_bytes(text.encode(encoding))
    assert read(file).rows() == ROWS
    assert admit(read_facts(file)).labels == ("id", "name", "district", "on")


def test_a_csv_file_and_a_parquet_file_of_the_same_facts_are_the_same(tmp_path):
    (tmp_path / "facts.csv").write_text(TEXT, encoding="utf-8")
    frame = read(tmp_path / "facts.csv")
    frame.write_parquet(tmp_path / "facts [1].parquet")
    assert read(tmp_path / "facts [1].parquet").equals(frame)


def test_rows_without_ids_are_numbered(tmp_path):
    (tmp_path / "facts.csv").write_text("parts\n1\n2\n", encoding="utf-8")
    assert admit(read_facts(tmp_path / "facts.csv")).frame.collect().to_native()["id"].to_list() == ["1", "2"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("id,parts\na,1\nb,two\n", "“parts” in row 2 is “two”; it must be a number"),
        ("id,in_park,parts\na,maybe,1\n", "“in_park” in row 1 is “maybe”; it must be true or false"),
        ("id,received_on\na,2022-13-01\n", "“received_on” in row 1 is “2022-13-01”; it must be a day"),
        ("id,parts\na,NaN\n", "“parts” in row 1 (id a) is NaN"),
        ("id,parts\na,inf\n", "“parts” in row 1 (id a) is infinite"),
        ("id,parts\n", "The table has no rows"),
        ("", "The table has no rows"),
        ("id,parts\na,1,2,3\n", "It cannot be read as a table"),
    ],
)
def test_what_a_csv_file_must_not_hold_is_told_with_its_row(tmp_path, text, sentence):
    (tmp_path / "facts.csv").write_text(text, encoding="utf-8")
    assert sentence in refused(tmp_path / "facts.csv")[0]


def test_a_file_that_is_no_table_is_refused(tmp_path):
    (tmp_path / "facts.parquet").write_bytes(b"PAR1 and then nothing")
    assert "It cannot be read as a table" in refused(tmp_path / "facts.parquet")[0]
    (tmp_path / "facts.doc").write_bytes(b"")
    assert ".parquet、.csv" in refused(tmp_path / "facts.doc")[0]
    pl.DataFrame({"id": [], "parts": []}).write_parquet(tmp_path / "empty.parquet")
    assert refused(tmp_path / "empty.parquet") == ["The table has no rows."]
