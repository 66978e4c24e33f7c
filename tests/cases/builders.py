"""Cases in a named state, made by the very acts that lead there."""

from __future__ import annotations

import io
from datetime import date

import shapely

from jijuqu.cases.actions import drafting, papers
from jijuqu.cases.actions.step import Hand
from jijuqu.cases.models import BodyKind, SectionKind
from jijuqu.cases.queries import whole
from jijuqu.demo.boundary_txt import SamplePlot, boundary_txt
from jijuqu.journal.attachments import keep
from jijuqu.registry.models import QuotaHolder
from tests.cases.people import LIANGPING

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
HERE = (107.58, 30.6)  # 梁平区
INDUSTRIAL = "0601"


def by(person, on, **rest):
    return Hand(person, on, **rest)


def a_scan(title="盖章件"):
    return keep(io.BytesIO(PDF + title.encode()), f"{title}.pdf")


def a_paper(person, on, title="盖章件", number="梁平府函〔2022〕7号"):
    return papers.enter_paper(title, "梁平区人民政府", on, a_scan(title), Hand(person, on), number=number)


def survey(mu=260.0, east=0.0):
    """A survey file of one square industrial plot."""
    side = (mu * 2000 / 3) ** 0.5 / 111_000
    west, south = HERE[0] + east, HERE[1]
    plot = shapely.box(west, south, west + side / 0.861, south + side)
    return boundary_txt([SamplePlot(plot, "DK-01", "地块一", INDUSTRIAL)])


def a_boundary(cluster, hand, mu=260.0, east=0.0):
    content = survey(mu, east)
    return drafting.enter_boundary(cluster, keep(io.BytesIO(content), "plot.txt"), "plot.txt", hand)


def a_draft(person, on=date(2022, 3, 1), clusters=1):
    holder = QuotaHolder.objects.get(pk=LIANGPING)
    return drafting.open_case(holder, "梁平区中小企业集聚区建设规划", Hand(person, on), clusters)


def complete(case, person, on, mu=260.0):
    """Fill in everything that a plan needs."""
    hand = Hand(person, on)
    for n, cluster in enumerate(case.clusters.all()):
        drafting.name_industry(cluster, ("智能家居", "塑料制品", "五金制品")[n], ["2110"], hand, "Smart Home")
        a_boundary(cluster, hand, mu, east=0.01 * n)
        for kind in BodyKind:
            drafting.name_body(cluster, kind, hand, name=f"{kind.label}甲", credit_code="91500000202833182X")
    for section in case.sections.all():
        drafting.write_section(section.pk, f"{SectionKind(section.kind).label}：本区……", 0, hand)
    return whole(case.pk)
