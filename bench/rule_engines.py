"""One engine judges a folder of facts once and tells how long it took: python -m bench.rule_engines ENGINE FOLDER.

Prints JSON: `seconds`, `met` (how many rows meet each rule), `peak_gb`. Each engine works in a process of its own, after
one round over a small folder, so that what it loads at its first call is not counted.
"""

from __future__ import annotations

import datetime
import json
import operator
import resource
import sys
import time
from typing import TYPE_CHECKING, Any

from bench.symbols import RULES, Symbol, ZenSteps, asked, specs, sql

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = 2000  # of those decided one by one
SIGNS = {">=": operator.ge, "<=": operator.le, ">": operator.gt, "=": operator.eq, "+": operator.add,
         "*": operator.mul, "and": operator.and_, "or": operator.or_}  # fmt: skip


def ours(folder: str) -> Callable[[], dict[str, int]]:
    """Judge files as `jijuqu judge` does behind its door, all findings in memory at the end."""
    import polars as pl

    return lambda: _judged(pl.scan_parquet(f"{folder}/*.parquet"))


def ours_in_memory(folder: str) -> Callable[[], dict[str, int]]:
    """Judge a table that was read before."""
    import polars as pl

    frame = pl.read_parquet(f"{folder}/*.parquet").lazy()
    return lambda: _judged(frame)


def _judged(native: Any) -> dict[str, int]:
    import narwhals as nw

    from bench.symbols import DAY, ENTERED, NOTICE, SUBJECTS
    from jijuqu.population.judging import judge
    from jijuqu.population.table import Table

    frame = nw.from_native(native)
    table = Table(frame, SUBJECTS, ("id",), frozenset(frame.collect_schema().names()))
    names = {rule.name for rule in RULES}
    found = judge(table, NOTICE, DAY, changed=ENTERED).rules
    judged = frame.select("id", **{each.rule.name: each.met for each in found if each.rule.name in names})
    done = judged.collect(engine="streaming").to_native()
    return {name: done[name].sum() for name in names}


def ours_to_file(folder: str) -> Callable[[], dict[str, int]]:
    """Let files in at the door, judge them, and write every finding with its value, limit and shortfall to a file."""
    import tempfile
    from pathlib import Path

    import polars as pl

    from bench.symbols import DAY, ENTERED, NOTICE, SUBJECTS
    from jijuqu.population.door import admit
    from jijuqu.population.judging import judge
    from jijuqu.population.write_files import write_frame

    def run() -> dict[str, int]:
        table = admit(pl.scan_parquet(f"{folder}/*.parquet"), SUBJECTS)
        with tempfile.TemporaryDirectory() as out:
            write_frame(judge(table, NOTICE, DAY, changed=ENTERED).wide(), Path(out) / "found.parquet")
        return {}

    return run


def duckdb(folder: str) -> Callable[[], dict[str, int]]:
    """Judge the same files in SQL, all findings in memory at the end."""
    import duckdb
    import pyarrow.compute as pc

    found = [
        f"{sql(truth)} as {name}" if applies is None else f"case when {sql(applies)} then {sql(truth)} end as {name}"
        for name, (applies, truth) in asked().items()
    ]
    query = f"select id, {', '.join(found)} from '{folder}/*.parquet'"  # noqa: S608 - our own rules
    connection = duckdb.connect()

    def run() -> dict[str, int]:
        judged = connection.execute(query).to_arrow_table()
        return {rule.name: pc.sum(judged[rule.name]).as_py() or 0 for rule in RULES}

    return run


def openfisca(folder: str) -> Callable[[], dict[str, int]]:
    """Judge arrays that were read before. It knows no nulls: False and NaN stand in for what is not known."""
    import numpy as np
    import polars as pl
    from openfisca_core import entities, periods, simulation_builder, taxbenefitsystems, variables

    cluster = entities.SingleEntity("cluster", "clusters", "Cluster", "")
    system = taxbenefitsystems.TaxBenefitSystem([cluster])
    day = periods.DateUnit.YEAR
    kinds = {"yes_no": bool, "number": float, "day": datetime.date}

    def add(name: str, kind: type, formula: Callable[..., Any] | None = None) -> None:
        content = {"value_type": kind, "entity": cluster, "definition_period": day}
        system.add_variable(type(name, (variables.Variable,), content | ({"formula": formula} if formula else {})))

    for name, spec in specs().items():
        add(name, kinds[spec.kind])
    for name, (applies, truth) in asked().items():
        whole = truth if applies is None else applies & truth
        add(name, bool, _formula(whole))
    frame = pl.read_parquet(f"{folder}/*.parquet")
    arrays = {name: _array(frame[name], spec.kind) for name, spec in specs().items()}
    rows = len(frame)
    del frame

    def run() -> dict[str, int]:
        builder = simulation_builder.SimulationBuilder()
        builder.create_entities(system)
        builder.declare_person_entity("cluster", np.arange(rows))
        simulation = builder.build(system)
        for name, values in arrays.items():
            simulation.set_input(name, "2022", values)
        judged = {rule.name: simulation.calculate(rule.name, "2022") for rule in RULES}
        return {name: int(found.sum()) for name, found in judged.items()}

    return run


def zen(folder: str) -> Callable[[], dict[str, int]]:
    """Decide some cases one by one, with the trace that explains a decision; seconds are those of one case."""
    import polars as pl
    import zen as library

    steps = ZenSteps()
    for name, (applies, truth) in asked().items():
        answer = steps.write(truth)
        if applies is not None:
            answer = f"{steps.write(applies)} == true ? {answer} : null"
        steps.store(answer, key=name)
    place = {"position": {"x": 0, "y": 0}}
    expressions = [{"id": str(n), "key": key, "value": text} for n, (key, text) in enumerate(steps.steps)]
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in", **place},
        {"id": "rules", "type": "expressionNode", "name": "rules", "content": {"expressions": expressions}, **place},
        {"id": "out", "type": "outputNode", "name": "out", **place},
    ]
    edges = [{"id": "1", "sourceId": "in", "targetId": "rules"}, {"id": "2", "sourceId": "rules", "targetId": "out"}]
    content = json.dumps({"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges})
    decision = library.ZenEngine().create_decision(content)
    rows = pl.scan_parquet(f"{folder}/*.parquet").select(list(specs())).head(CASES).collect().to_dicts()
    days = [name for name, spec in specs().items() if spec.kind == "day"]
    cases = [row | {name: row[name] and row[name].toordinal() for name in days} for row in rows]

    def run() -> dict[str, int]:
        judged = [decision.evaluate(case, {"trace": True})["result"] for case in cases]
        return {rule.name: sum(each.get(rule.name) is True for each in judged) for rule in RULES}

    return run


def _array(column: Any, kind: str) -> Any:
    if kind == "yes_no":
        return column.fill_null(value=False).to_numpy()
    return column.to_numpy().astype("datetime64[D]") if kind == "day" else column.to_numpy()


def _formula(tree: Symbol) -> Callable[..., Any]:
    return lambda who, period: _evaluate(tree, lambda fact: who(fact, period))


def _evaluate(tree: Symbol, fact: Callable[[str], Any]) -> Any:
    import numpy as np

    if tree.sign == "fact":
        return fact(tree.parts[0])
    if tree.sign == "value":
        (value,) = tree.parts
        return np.datetime64(value) if hasattr(value, "toordinal") else value
    if tree.sign == "known":  # there are no nulls
        return _evaluate(tree.parts[0], fact)
    parts = [_evaluate(part, fact) for part in tree.parts]
    return ~parts[0] if tree.sign == "not" else SIGNS[tree.sign](*parts)


ENGINES = {each.__name__: each for each in (ours, ours_in_memory, ours_to_file, duckdb, openfisca, zen)}


def main(engine: str, folder: str, warm_up: str) -> None:
    """Judge the small folder, then the other one, and print what that took."""
    ENGINES[engine](warm_up)()
    run = ENGINES[engine](folder)
    start = time.perf_counter()
    met = run()
    taken = (time.perf_counter() - start) / (CASES if engine == "zen" else 1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(json.dumps({"seconds": taken, "met": met, "peak_gb": peak}))


if __name__ == "__main__":
    main(*sys.argv[1:])
