"""What was submitted or decided on is frozen beside the act: plan, facts, limits, findings, digests of the layers."""

from __future__ import annotations

import datetime
import hashlib
from typing import TYPE_CHECKING, Any

from jijuqu.cases.changes import Change, Frozen, changes
from jijuqu.cases.facts import Judged, judge, notice_of
from jijuqu.cases.models import Snapshot
from jijuqu.policy.explain import as_json
from jijuqu.registry.queries import layers_near

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jijuqu.cases.models import Boundary, Case
    from jijuqu.procedure.acts import Act

NEAR_SHARE = 0.005  # 临界: within half a percent of a limit (domain-facts: plane and ellipsoid differ by less)


def snapshot_of(case: Case, act: Act, on: datetime.date) -> Snapshot:
    """Take the snapshot, not yet saved, of a case fetched whole as an act leaves it."""
    judged, notice = judge(case, on), notice_of(case.received_on or on)
    plan, facts = frozen(case, judged)
    return Snapshot(
        case=case, number=case.snapshots.count() + 1, act=act, taken_on=on,
        notice=notice.number if notice else "",
        plan=plan,
        facts=facts,
        findings=[[as_json(finding, NEAR_SHARE, "zh") for finding in each.findings] for each in judged],
        layers=[_layer_digests(each.boundary, on) for each in judged],
    )  # fmt: skip


def changed_since_frozen(case: Case, on: datetime.date) -> list[Change]:
    """List what is otherwise in a plan, of a case fetched whole, than when it was last frozen."""
    last = case.snapshots.order_by("number").last()
    return changes(Frozen(last.plan, last.facts), frozen(case, judge(case, on))) if last else []


def frozen(case: Case, judged: Sequence[Judged]) -> Frozen:
    """Give a plan, of a case fetched whole, and what is asked of its clusters, as they are kept."""
    plan = {"title": case.title, "texts": _texts(case), "clusters": [_cluster(each) for each in judged]}
    return Frozen(plan, [_asked(each) for each in judged])


def _texts(case: Case) -> dict[str, str]:
    return {section.kind: section.text for section in case.sections.all()}


def _cluster(judged: Judged) -> dict[str, Any]:
    cluster, boundary = judged.cluster, judged.boundary
    return {
        "number": cluster.number, "industry": cluster.industry_zh, "codes": cluster.industry_codes,
        "bodies": {each.kind: [each.name, each.credit_code] for each in cluster.bodies.all()},
        "projects": [[each.name, each.industry_code] for each in cluster.projects.all()],
        "boundary": boundary and {
            "edition": boundary.edition, "file": boundary.file_id, "area_m2": boundary.area_m2,
            "wkb": bytes(boundary.wkb).hex(),
        },
    }  # fmt: skip


def _asked(judged: Judged) -> dict[str, Any]:
    """Keep every fact and every limit that the rules were asked with; days as ISO text."""
    return {
        "facts": _plain(dict(judged.facts)),
        "limits": {parameter.name: _plain(parameter.value) for parameter in judged.limits},
    }


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _layer_digests(boundary: Boundary | None, on: datetime.date) -> dict[str, str]:
    """Give a digest of the polygons near the land by kind of layer, so that a later change of a layer shows."""
    if boundary is None:
        return {}
    near = layers_near((boundary.west, boundary.south, boundary.east, boundary.north), on)
    return {kind: hashlib.sha256(b"".join(sorted(shapes))).hexdigest() for kind, shapes in near.items()}
