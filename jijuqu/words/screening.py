"""What a screening says: files that cannot be used, what was noticed, and the words of its tables."""

from __future__ import annotations

from jijuqu.words.text import Text

REFUSALS: dict[str, Text] = {
    "layer_file_unusable": Text("文件 {path} 不能使用：", "The file {path} cannot be used:"),
    "not_a_layer_file": Text(
        "{path} 的格式不能读取；请转为 {endings} 之一。",
        "The format of {path} is not read; convert it to one of {endings}.",
    ),
    "layer_file_broken": Text(
        "{path} 无法打开或已损坏（{reason}）；请重新导出。",
        "{path} cannot be opened or is damaged ({reason}); export it again.",
    ),
    "no_geometry_column": Text(
        "{path} 没有图形列；请存为 GeoParquet。", "{path} has no column of shapes; save it as GeoParquet."
    ),
    "geo_metadata_broken": Text(
        "{path} 的 GeoParquet 说明（geo）不完整；请用 QGIS 或 GDAL 重新导出。",
        "The GeoParquet description (geo) of {path} is incomplete; export it again with QGIS or GDAL.",
    ),
    "geo_encoding_unknown": Text(
        "{path} 的图形编码是“{encoding}”；请改用 WKB 编码导出。",
        "The shapes of {path} are encoded as “{encoding}”; export them as WKB.",
    ),
    "parts_differ": Text(
        "{path} 中的 {other} 与 {first} 的列、列类型或坐标系不同；请用同一次导出的文件。",
        "In {path}, {other} has other columns, types or coordinates than {first}; use files of one export.",
    ),
    "several_layers": Text(
        "{path} 有多个面图层（{names}）；请只留一个。",
        "{path} has several layers of polygons ({names}); leave only one.",
    ),
    "no_polygon_layer": Text("{path} 没有面图层，只有：{layers}。", "{path} has no layer of polygons, only: {layers}."),
    "no_such_column": Text(
        "{path} 没有 {option} 所指的列“{name}”；该文件有：{has}。",
        "{path} has no column “{name}” as named by {option}; it has: {has}.",
    ),
    "no_rows": Text("{path} 没有一行数据；请检查导出条件。", "{path} has not a single row; check how it was exported."),
    "spark_reads_geoparquet": Text(
        "集群上只读 GeoParquet，{path} 不是：请先转换（如用 QGIS 或 GDAL），或改用 --engine local。",
        "On a cluster only GeoParquet is read, which {path} is not: convert it, with QGIS or GDAL, or use --engine local.",
    ),
    "spark_stopped": Text(
        "Spark 没有完成筛查（{reason}）；请确认各工作节点装有同一版本的 jijuqu（并已运行 python -m "
        "jijuqu.land.screening.make_ready）、能以同一路径读到地块文件、内存足够，或改用 --engine local。",
        "Spark did not finish the screening ({reason}). See that every worker has this version of jijuqu (with python -m "
        "jijuqu.land.screening.make_ready run there), the parcels under the same path and enough memory, or use --engine local.",
    ),
    "none_industrial": Text(
        "“{column}”列没有以 {prefix} 开头的代码，没有可筛查的工业用地；文件中的代码有：{codes}。请用 --use-prefix 指明。",
        "No code of the column “{column}” begins with {prefix}, so there is no industrial land; the codes are: {codes}. "
        "Say which are meant with --use-prefix.",
    ),
    "no_shapes_to_tell_crs": Text(
        "{path} 没有写坐标系，也没有可用来判断的图形；请用 --crs 指明。",
        "{path} states no coordinate system and has no shape to tell it by; name it with --crs.",
    ),
}
NOTICED: dict[str, Text] = {
    "no_id_column": Text(
        "没有地块编号列：以行号为编号（可用 {option} 指明列名）。",
        "No column of ids: parcels are called by their row numbers ({option} names a column).",
    ),
    "no_district_column": Text(
        "没有区县列：全部地块视为同一区县（可用 {option} 指明列名）。",
        "No column of districts: all parcels count as of one district ({option} names a column).",
    ),
    "no_use_column": Text(
        "没有地类代码列：全部地块视为工业用地（可用 {option} 指明列名）。",
        "No column of land-use codes: all parcels count as industrial ({option} names a column).",
    ),
    "column_searched": Text(
        "采用“{name}”列（如有误，请用 {option} 指明）。", "The column “{name}” is used ({option} names another)."
    ),
    "geometry_missing": Text(
        "{count}个地块没有图形，未计入：{parcels}。", "{count} parcels without a shape, left out: {parcels}."
    ),
    "geometry_no_polygon": Text(
        "{count}个地块的图形不是面，未计入：{parcels}。",
        "{count} parcels whose shape is no polygon, left out: {parcels}.",
    ),
    "geometry_broken": Text(
        "{count}个地块的图形残缺（环未闭合或不足三点），未计入：{parcels}；请重新导出。",
        "{count} parcels with broken shapes (rings open or too short), left out: {parcels}; export them again.",
    ),
    "geometry_empty": Text(
        "{count}个地块的图形是空的，未计入：{parcels}。", "{count} parcels with empty shapes, left out: {parcels}."
    ),
    "coordinates_no_numbers": Text(
        "{count}个地块的坐标含有非数字或无穷大，未计入：{parcels}。",
        "{count} parcels with coordinates that are no numbers or infinite, left out: {parcels}.",
    ),
    "coordinates_absurd": Text(
        "{count}个地块的坐标不合 {crs}，未计入：{parcels}；请核对坐标系，以及是否混有其他坐标系的地块。",
        "{count} parcels with coordinates that do not fit {crs}, left out: {parcels}; check the system, and whether "
        "parcels in another one are mixed in.",
    ),
    "beyond_zone": Text(
        "{count}个地块超出 {crs} 的投影带：{parcels}；面积按椭球计算，不受影响，请核对坐标。",
        "{count} parcels reach beyond the zone of {crs}: {parcels}; areas are measured on the ellipsoid all the same, "
        "but check the coordinates.",
    ),
    "id_missing": Text(
        "{count}个地块没有编号，以行号代之：{parcels}。",
        "{count} parcels have no id and are called by their rows: {parcels}.",
    ),
    "district_missing": Text(
        "{count}个地块没有写区县，未计入：{parcels}。", "{count} parcels without a district, left out: {parcels}."
    ),
    "districts_not_listed": Text(
        "{count}个地块的区县不在2021年区县名录内（{names}），仍按所写区县分组；请核对。",
        "{count} parcels are of districts that are not on the list of 2021 ({names}); they are grouped as written, "
        "but check them.",
    ),
    "ids_twice": Text(
        "{count}个编号重复：{parcels}；各地块均已计入，请核对是否重复导出。",
        "{count} ids come more than once: {parcels}; all parcels count, but check whether some were exported twice.",
    ),
    "parcel_in_two_districts": Text(
        "{count}个编号出现在两个以上区县：{parcels}；各按所写区县计入，请核对。",
        "{count} ids come in more than one district: {parcels}; each parcel counts where it is written, but check them.",
    ),
    "mended": Text(
        "{count}个地块的图形自相交，修复后计入：{parcels}；请核对其界址。",
        "{count} parcels with invalid shapes were mended and count: {parcels}; check their boundaries.",
    ),
    "beyond_mending": Text(
        "{count}个地块的图形无效，且过于复杂，无法在限度内修复，未计入：{parcels}；请改正后重新筛查。",
        "{count} parcels with invalid shapes too complex to be mended within the limits, left out: {parcels}; mend them "
        "and screen again.",
    ),
    "parcels_without_area": Text(
        "{count}个地块的图形没有面积，未计入：{parcels}。",
        "{count} parcels whose shapes enclose nothing, left out: {parcels}.",
    ),
    "overlaps_not_measured": Text(
        "地块相互叠压过多，有{count}对没有量算重叠；请检查是否重复导出。",
        "So many parcels lie over one another that {count} pairs were not measured; check whether they were exported twice.",
    ),
    "layer_shapes_left_out": Text(
        "图层 {layer} 有{count}个图形不能使用，未比对（行号 {parcels}）；请改正后重新筛查。",
        "{count} shapes of the layer {layer} cannot be used and were left out (rows {parcels}); mend them and screen again.",
    ),
    "layer_shapes_mended": Text(
        "图层 {layer} 有{count}个图形自相交，修复后比对（行号 {parcels}）。",
        "{count} invalid shapes of the layer {layer} were mended (rows {parcels}).",
    ),
    "layer_empty": Text(
        "图层 {parcels} 没有一个可用的面，没有地块因它剔除；请核对。",
        "The layer {parcels} has no usable polygon, so nothing is dropped for it; check it.",
    ),
    "members_overlap": Text(
        "区县{district}第{rank}组（首个地块{first_parcel}）成员相互重叠{overlap_m2:,.1f}平方米：合计{area_mu:,.2f}亩，"
        "重叠只计一次为{dissolved_mu:,.2f}亩；请核对公共界址。",
        "Members of group {rank} of district {district} (first parcel {first_parcel}) overlap by {overlap_m2:,.1f} m²: "
        "{area_mu:,.2f} mu in sum, {dissolved_mu:,.2f} mu with the overlap counted once; check the borders they share.",
    ),
    "more_members_overlap": Text(
        "另有{count:,}组的成员相互重叠，见问题清单。",
        "Members of {count:,} more groups overlap; see the list of issues.",
    ),
}
COMMAND: dict[str, Text] = {
    "not_an_amount": Text(
        "{option} 应为{least}到{most}之间的数，现为“{value}”。",
        "{option} must be between {least} and {most}, not “{value}”.",
    ),
    "out_is_input": Text(
        "{path} 既是输入又是输出；请另取一个名称。", "{path} is input and output; choose another name."
    ),
    "no_place_for_output": Text(
        "没有文件夹 {folder}，无法写入结果。", "There is no folder {folder} to write the result to."
    ),
    "screen_stopped": Text(
        "已中断。完成的部分保存在 {folder}，再次运行同一命令即可继续。",
        "Stopped. What is done is kept in {folder}; run the same command again to go on.",
    ),
}
SENTENCES: dict[str, Text] = REFUSALS | NOTICED | COMMAND

HELP = (
    "从地块图层筛查可以设立集聚区的地方：各区县园区之外、避开红线等图层的连片工业用地，量算、排序，并列出差得不多的。"
    "结束状态：0 已筛查；2 输入不能使用。"
)
ENGINE = "local 在本机，spark 在 Spark 集群上（须装 jijuqu[spark]；地块须为 GeoParquet 文件或文件夹），结果逐行相同"
COMPILING = Text("首次运行，正在编译计算程序，约需一分钟……", "First run: compiling, about a minute …")
READING, REDUCING = Text("筛查地块", "screening parcels"), Text("查找连片", "finding groups")
GOVERNED = Text(
    "依据：{notice}（{on}），工业用地不少于{min_mu}；间距{gap}以内视为连片，图层内占比超过{share}的地块剔除。",
    "Under {notice}, on {on}: at least {min_mu} of industrial land; contiguous up to {gap}; parcels with more than {share} "
    "inside a layer are dropped.",
)
COUNTED = Text(
    "读取{rows:,}个地块，其中工业用地{industrial:,}个；{dropped}保留{kept:,}个，连片成组{groups:,}组达到要求。",
    "{rows:,} parcels read, {industrial:,} industrial; {dropped}{kept:,} kept; {groups:,} groups are large enough.",
)
DROPPED = Text("{layer} 内剔除{count:,}个；", "{count:,} dropped inside {layer}; ")
MORE = Text("另有{count:,}组，见输出文件。", "{count:,} more groups are in the output file.")
MORE_NOT_WRITTEN = Text("另有{count:,}组；用 -o 文件 输出全部。", "{count:,} more groups; -o FILE writes all of them.")
WRITTEN = Text("结果：{path}", "Written: {path}")
ISSUES_WRITTEN = Text("问题清单：{path}", "Issues: {path}")
NONE_FOUND = Text("没有达到要求的组。", "No group is large enough.")
GROUPS, NEAR_MISSES, ISSUES = (
    Text("达到要求的组", "Groups"),
    Text("差得不多的组", "Near misses"),
    Text("问题", "Issues"),
)
HEADINGS = {
    "district": Text("区县", "District"),
    "rank": Text("名次", "Rank"),
    "parcels": Text("地块数", "Parcels"),
    "area_mu": Text("面积（亩）", "Area (mu)"),
    "dissolved_mu": Text("重叠计一次（亩）", "Dissolved (mu)"),
    "first_parcel": Text("首个地块", "First parcel"),
    "short_mu": Text("尚差（亩）", "Short (mu)"),
    "one_more": Text("再加一个地块", "With one more parcel"),
}
ISSUE_HEADINGS = {
    "issue": Text("类别", "Kind"),
    "parcel": Text("地块", "Parcel"),
    "overlap_m2": Text("重叠（平方米）", "Overlap (m²)"),
    "area_mu": Text("合计（亩）", "Sum (mu)"),
    "dissolved_mu": Text("重叠计一次（亩）", "Dissolved (mu)"),
    "message": Text("说明", "What"),
}
ONE_MORE = Text(
    "相距{width}的地块{parcel}（{own}），连上后{together}，{verdict}",
    "parcel {parcel} ({own}), {width} away: {together} together, {verdict}",
)
ENOUGH, STILL_SHORT = Text("达到要求", "enough"), Text("仍差{short}", "still short of {short}")
NOTHING_NEAR = Text("周围{reach}内没有其他工业地块", "no other industrial parcel within {reach}")

# What a group leaves on record when a plan is made of it.
PLAN_TITLE = Text(
    "{district}中小企业集聚区规划（筛查第{rank}组）",
    "Plan of clusters of small firms of {district} (screened group {rank})",
)
TAKEN_FILE = Text("选址筛查 {screening} 第{rank}组.geojson", "Site screening {screening} group {rank}.geojson")
TAKEN_FROM = Text(
    "取自选址筛查“{screening}”（{on}）第{rank}组，{parcels}个地块的外轮廓。",
    "Taken from the site screening “{screening}” ({on}), group {rank}: the outline of its parcels ({parcels}).",
)
