"""What the demonstration city has: parks and clusters by name, size and day. Every name here is invented.

Sizes in mu (亩, 2000/3 m²). `place` is a point in degrees (EPSG:4490) well inside a district.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jijuqu.registry.models.park import ParkKind

SEED = 20210801
AS_OF = date(2022, 9, 15)

Place = tuple[float, float]


class DemoPark(NamedTuple):
    """A park: its industrial land in mu is a part of its range."""

    code: str
    holder: str
    district: str
    kind: ParkKind
    name_zh: str
    name_en: str
    place: Place
    range_mu: float
    industrial_mu: float


PARKS = (
    DemoPark("demo-p01", "liangjiang", "500112", ParkKind.NATIONAL_NEW_AREA, "演示云岭工业集聚区",
             "Demo Yunling Industrial Area", (106.72, 29.86), 42000, 21500),
    DemoPark("demo-p02", "gaoxin", "500107", ParkKind.NATIONAL_HIGH_TECH, "演示星河高新技术产业园",
             "Demo Xinghe High-tech Park", (106.36, 29.43), 26000, 12800),
    DemoPark("demo-p03", "500118", "500118", ParkKind.CITY_HIGH_TECH, "演示青禾高新技术产业开发区",
             "Demo Qinghe High-tech Zone", (105.87, 29.33), 31000, 16200),
    DemoPark("demo-p04", "500101", "500101", ParkKind.NATIONAL_DEVELOPMENT, "演示望江经济技术开发区",
             "Demo Wangjiang Development Zone", (108.45, 30.72), 28500, 14400),
    DemoPark("demo-p05", "wansheng", "500110", ParkKind.CITY_DEVELOPMENT, "演示石羊经济技术开发区",
             "Demo Shiyang Development Zone", (106.86, 28.98), 15000, 7600),
    DemoPark("demo-p06", "500102", "500102", ParkKind.CUSTOMS, "演示长滩综合保税区工业集聚区",
             "Demo Changtan Bonded Industrial Area", (107.35, 29.74), 9800, 5200),
    DemoPark("demo-p07", "500116", "500116", ParkKind.CITY_INDUSTRIAL, "演示白鹭特色工业园区",
             "Demo Bailu Industrial Park", (106.24, 29.2), 24000, 12100),
    DemoPark("demo-p08", "500117", "500117", ParkKind.CITY_INDUSTRIAL, "演示三溪特色工业园区",
             "Demo Sanxi Industrial Park", (106.27, 30.05), 18600, 9100),
    DemoPark("demo-p09", "500120", "500120", ParkKind.CITY_HIGH_TECH, "演示金桥高新技术产业开发区",
             "Demo Jinqiao High-tech Zone", (106.2, 29.58), 22000, 11800),
    DemoPark("demo-p10", "500155", "500155", ParkKind.CITY_INDUSTRIAL, "演示稻香特色工业园区",
             "Demo Daoxiang Industrial Park", (107.74, 30.66), 12500, 6400),
    DemoPark("demo-p11", "500114", "500114", ParkKind.CITY_DEVELOPMENT, "演示青杠经济开发区",
             "Demo Qinggang Development Zone", (108.74, 29.5), 11800, 5900),
    DemoPark("demo-p12", "500241", "500241", ParkKind.CITY_INDUSTRIAL, "演示梅江湾特色工业园区",
             "Demo Meijiangwan Industrial Park", (108.99, 28.47), 8600, 4300),
)  # fmt: skip


class DemoCluster(NamedTuple):
    """A cluster; with a park it was entered on `day`, outside it was received on `day`."""

    code: str
    holder: str
    district: str
    industry_zh: str
    industry_en: str
    area_mu: float
    industrial_mu: float
    day: date
    park: str | None = None
    approved: date | None = None
    published: date | None = None
    place: Place | None = None


CLUSTERS = (
    DemoCluster("demo-c01", "500116", "500116", "五金制品", "Hardware", 286.4, 243.1, date(2021, 9, 6),
                approved=date(2021, 12, 20), published=date(2022, 1, 10), place=(106.05, 29.1)),
    DemoCluster("demo-c02", "500116", "500116", "农机配件", "Farm Machinery Parts", 231.8, 204.2, date(2021, 10, 11),
                approved=date(2022, 1, 27), published=date(2022, 2, 21), place=(106.42, 29.12)),
    DemoCluster("demo-c03", "500116", "500116", "调味品", "Condiments", 212.5, 200.9, date(2021, 11, 8),
                approved=date(2022, 3, 14), published=date(2022, 4, 6), place=(106.1, 28.98)),
    DemoCluster("demo-c04", "500116", "500116", "包装印刷", "Packaging and Printing", 318.0, 262.7, date(2022, 2, 16),
                approved=date(2022, 6, 9), published=date(2022, 7, 4), place=(106.33, 28.86)),
    DemoCluster("demo-c05", "500116", "500116", "门窗型材", "Door and Window Profiles", 207.3, 196.3,
                date(2022, 8, 22), place=(106.22, 29.02)),
    DemoCluster("demo-c06", "500118", "500118", "智能家居", "Smart Home", 264.9, 226.5, date(2021, 9, 27),
                approved=date(2022, 1, 12), published=date(2022, 2, 8), place=(105.79, 29.16)),
    DemoCluster("demo-c07", "500118", "500118", "汽车零部件", "Vehicle Parts", 241.7, 200.4, date(2022, 1, 18),
                approved=date(2022, 5, 30), published=date(2022, 6, 20), place=(105.95, 29.47)),
    DemoCluster("demo-c08", "500117", "500117", "电子元器件", "Electronic Components", 233.2, 209.8, date(2022, 3, 7),
                approved=date(2022, 7, 18), place=(106.1, 30.2)),
    DemoCluster("demo-c09", "500236", "500236", "眼镜制造", "Eyewear", 205.1, 172.6, date(2021, 12, 3),
                approved=date(2022, 4, 25), published=date(2022, 5, 16), place=(109.4, 30.95)),
    DemoCluster("demo-c10", "500231", "500231", "钟表零件", "Watch Parts", 248.6, 215.0, date(2021, 10, 29),
                approved=date(2022, 2, 28), published=date(2022, 3, 21), place=(107.43, 30.27)),
    DemoCluster("demo-c11", "500241", "500241", "中药材加工", "Herbal Medicine Processing", 222.0, 201.7,
                date(2022, 7, 11), place=(109.1, 28.6)),
    DemoCluster("demo-c12", "wansheng", "500110", "玻璃制品", "Glassware", 257.5, 221.3, date(2021, 11, 22),
                approved=date(2022, 3, 29), published=date(2022, 4, 18), place=(106.9, 28.88)),
    DemoCluster("demo-c13", "liangjiang", "500112", "智能终端配套", "Smart Device Parts", 1480.0, 1302.0,
                date(2021, 9, 15), park="demo-p01", published=date(2021, 10, 8)),
    DemoCluster("demo-c14", "gaoxin", "500107", "医疗器械", "Medical Devices", 1395.0, 1286.0,
                date(2021, 12, 8), park="demo-p02", published=date(2022, 1, 4)),
    DemoCluster("demo-c15", "500118", "500118", "数控机床配件", "Machine Tool Parts", 1236.0, 1104.5,
                date(2022, 1, 24), park="demo-p03", published=date(2022, 2, 14)),
    DemoCluster("demo-c16", "500101", "500101", "食品加工", "Food Processing", 1690.0, 1512.0,
                date(2021, 10, 19), park="demo-p04", published=date(2021, 11, 10)),
    DemoCluster("demo-c17", "500120", "500120", "新能源汽车配套", "Electric Vehicle Parts", 1322.0, 1190.4,
                date(2022, 4, 11), park="demo-p09", published=date(2022, 5, 5)),
    DemoCluster("demo-c18", "500155", "500155", "塑料制品", "Plastics", 428.0, 377.2,
                date(2022, 6, 13), park="demo-p10", published=date(2022, 7, 1)),
)  # fmt: skip

# Planned industrial land outside every park that nobody has taken: the sample plots lie on it.
FREE_LAND_PLACE: Place = (107.58, 30.6)
FREE_LAND_DISTRICT = "500155"
FREE_LAND_MU = 620.0

# GB/T 4754-2017 groups that each leading industry takes in.
INDUSTRY_CODES = {
    "五金制品": ("335", "338"),
    "农机配件": ("357",),
    "调味品": ("146",),
    "包装印刷": ("223", "231"),
    "门窗型材": ("331", "335"),
    "智能家居": ("385", "387", "396"),
    "汽车零部件": ("367",),
    "电子元器件": ("397", "398"),
    "眼镜制造": ("358",),
    "钟表零件": ("403",),
    "中药材加工": ("273",),
    "玻璃制品": ("305",),
    "智能终端配套": ("391", "392", "398"),
    "医疗器械": ("358",),
    "数控机床配件": ("342", "345"),
    "食品加工": ("137", "143"),
    "新能源汽车配套": ("367", "384"),
    "塑料制品": ("292",),
}
