"""Letters: every one different, so that nothing is answered from what was set before."""

from __future__ import annotations

import datetime
import statistics
from itertools import count
from typing import TYPE_CHECKING

from bench.figure import Figure, seconds, spread
from jijuqu.papers.envelope import Contact, Envelope
from jijuqu.papers.letters.approval_reply import ApprovalReply
from jijuqu.papers.matter import Citation, Cluster, Incoming, Plan
from jijuqu.papers.produce import docx, pages_svg, pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = datetime.date(2022, 6, 2)
RUNS = 25
GOALS_MS = {pdf: 50, docx: 100, pages_svg: 100}


def figures() -> Iterator[Figure]:
    """Measure an approval of three clusters, on two pages with a QR code, as PDF, DOCX and pictures of pages."""
    numbers = count(1)
    for produce, goal in GOALS_MS.items():
        produce(_letter(next(numbers)))
        runs = [s * 1e3 for s in seconds(lambda produce=produce: produce(_letter(next(numbers))), RUNS)]
        yield Figure(f"a letter of two pages: {produce.__name__}", statistics.median(runs), goal, "ms", spread(runs))


def _letter(number: int) -> ApprovalReply:
    clusters = tuple(
        Cluster(
            name=f"渝北区{industry}中小企业集聚区",
            industry=industry,
            location="示例镇",
            industrial_land_mu=200 + number,
        )
        for industry in ("智能家居", "新型建材", "汽车零部件")
    )
    envelope = Envelope(
        serial=f"2022-{number:04}",
        sender="重庆市经济和信息化委员会",
        addressees=("渝北区人民政府",),
        number=f"渝经信函〔2022〕{number}号",
        day=DAY,
        copies=("市发展改革委", "市规划自然资源局", "市生态环境局", "市应急局"),
        contact=Contact(name="示例", phone="023-63890000"),
        verify_url=f"https://jijuqu.example.gov.cn/zh/verify/{number:016}",
    )
    return ApprovalReply(
        envelope=envelope,
        notice=Citation(title="关于加强中小企业集聚区规划建设的通知", number="渝经信规范〔2021〕5号"),
        plan=Plan(title="渝北区中小企业集聚区建设规划", district="渝北区"),
        application=Incoming(
            title="关于申请规划建设3个中小企业集聚区的函", number="渝北府函〔2022〕31号", received_on=DAY
        ),
        departments=envelope.copies,
        approved=clusters,
        smallest_supply_mu=10,
    )
