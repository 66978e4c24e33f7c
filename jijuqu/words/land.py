"""Sentences about measured land."""

from __future__ import annotations

from jijuqu.words.text import Text

SENTENCES: dict[str, Text] = {
    "parcels_overlap": Text(
        "地块{first}与地块{second}重叠{area_m2:,.1f}平方米，面积重复计入；请核对两地块的公共界址点。",
        "Parcels {first} and {second} overlap by {area_m2:,.1f} m², counted twice; check the corners they share.",
    ),
    "more_parcels_overlap": Text(
        "另有{count}对地块相互重叠；请核对公共界址点。",
        "{count} more pairs of parcels overlap; check the corners they share.",
    ),
    "parcels_stacked": Text(
        "超过{limit:,}对地块互相叠压（如地块{first}与地块{second}）；请检查是否重复导出了同一批地块，每个地块只留一份。",
        "More than {limit:,} pairs of parcels lie over one another (such as {first} and {second}); check whether the same "
        "parcels were exported over and over, and keep each once.",
    ),
    "outside_chongqing": Text(
        "用地不在重庆市任何区县内；如有出入，请核对坐标系和带号。",
        "The land lies in no district of Chongqing; if that is wrong, check the coordinate system and the zone.",
    ),
    "partly_outside_chongqing": Text(
        "用地只有{inside:.1%}在重庆市范围内；请核对边界。",
        "Only {inside:.1%} of the land lies in Chongqing; check the boundary.",
    ),
    "near_city_line": Text(
        "用地距市界不足{within_km:g}公里，所用区划图为概略图，不能据以判定是否在重庆市内；请以法定界线为准。",
        "The land is within {within_km:g} km of the city's line on a generalised map, too near to say whether it lies "
        "in Chongqing; go by the statutory line.",
    ),
    "near_district_line": Text(
        "用地距区县界不足{within_km:g}公里（{names}），所用区划图为概略图，所属区县请以法定界线为准。",
        "The land is within {within_km:g} km of a district line ({names}) on a generalised map; go by the statutory "
        "line for the district it belongs to.",
    ),
    "may_be_gcj02": Text(
        "请说明坐标来源：如取自高德、腾讯等地图（GCJ-02），实际位置约偏移500米，所属区县将由{here}变为{there}。",
        "State where the coordinates come from: if from Amap or Tencent maps (GCJ-02), the land truly lies some 500 m "
        "away, in {there} and not in {here}.",
    ),
    "layer_unreadable": Text("图层{kind}（{name}）无法使用：", "The layer {kind} ({name}) cannot be used:"),
    "layer_noticed": Text("读取图层{kind}（{name}）时注意到：", "Noticed while reading the layer {kind} ({name}):"),
    "examination_beyond_limits": Text(
        "{name}过于复杂，未能在{seconds}秒和{megabytes}兆字节内处理完；请删减顶点或拆成几个文件后重试。",
        "{name} is too complex to be examined within {seconds} s and {megabytes} MB; simplify or split it.",
    ),
    "examination_broke_down": Text(
        "处理{name}时出错；请用测绘软件另存为其他格式（如界址点TXT或GeoPackage）后重试。",
        "Examining {name} failed; save it in another format, such as boundary-point TXT or GeoPackage, and try again.",
    ),
    "screening_beyond_limits": Text(
        "这些图层过大或过于复杂，未能在{seconds}秒和{megabytes}兆字节内筛查完；请只导出工业用地，或者在服务器上用 jijuqu screen 筛查。",
        "These layers are too large or complex to be screened within {seconds} s and {megabytes} MB; export industrial land "
        "only, or screen them on the server with jijuqu screen.",
    ),
    "screening_broke_down": Text(
        "筛查时出错；请用 QGIS 等软件把图层另存为 GeoPackage 后重试。",
        "The screening failed; save the layers as GeoPackage, with QGIS for example, and try again.",
    ),
    "screening_busy": Text(
        "另一次筛查正在进行，请稍候片刻再按“开始筛查”；已上传的文件都还在。",
        "Another screening is under way; wait a moment and press the button again. The files sent are still here.",
    ),
    "industrial_all_declared": Text(
        "申报人声明全部用地为工业用地（{area_mu:,.2f}亩）。",
        "All the land is declared industrial land ({area_mu:,.2f} mu).",
    ),
    "industrial_ticked": Text(
        "申报人勾选地块{numbers}为工业用地（{area_mu:,.2f}亩）。",
        "Parcels {numbers} are ticked as industrial land ({area_mu:,.2f} mu).",
    ),
    "industrial_by_codes": Text(
        "工业用地按文件中的地类代码{codes}认定，依据{basis}。",
        "Industrial land by the land-use codes {codes} of the file, under {basis}.",
    ),
    "industrial_not_stated": Text(
        "文件没有地类代码，用地总面积{area_mu:,.2f}亩；请说明其中的工业用地，或声明全部为工业用地。",
        "The file has no land-use codes; its whole area is {area_mu:,.2f} mu: state how much of it is industrial land, "
        "or declare that all of it is.",
    ),
    "industrial_codes_incomplete": Text(
        "地块{numbers}没有可识别的地类代码，用地总面积{area_mu:,.2f}亩；请补充代码，或说明其中的工业用地。",
        "Parcels {numbers} have no known land-use code; the whole area is {area_mu:,.2f} mu: add the codes, or state "
        "how much of it is industrial land.",
    ),
    "industrial_codes_in_doubt": Text(
        "地类代码{codes}在不同分类标准中含义不同，用地总面积{area_mu:,.2f}亩；请说明其中的工业用地。",
        "The land-use codes {codes} mean different things in different classifications; the whole area is "
        "{area_mu:,.2f} mu: state how much of it is industrial land.",
    ),
    "industrial_against_codes": Text(
        "地块{numbers}按声明计为工业用地，但文件中的地类代码{codes}不是工业用地；请核对。",
        "Parcels {numbers} are declared industrial, but their land-use codes {codes} say otherwise; check them.",
    ),
}
