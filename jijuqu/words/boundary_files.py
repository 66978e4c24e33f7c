"""What the readers of boundary files say: refusals with where and how to mend it, and issues worth knowing."""

from __future__ import annotations

from jijuqu.words.text import Text

THE_FILE: dict[str, Text] = {
    "file_not_there": Text(
        "打不开文件“{name}”：请检查路径和读取权限。",
        "The file “{name}” cannot be opened: check its path and your right to read it.",
    ),
    "is_a_folder": Text(
        "“{name}”是文件夹：请选择其中的一个边界文件，或将其压缩为 zip 后再选。",
        "“{name}” is a folder: choose one boundary file in it, or pack it into a zip.",
    ),
    "file_empty": Text(
        "文件“{name}”是空的：请重新导出或重新传送。",
        "The file “{name}” is empty: export it or send it again.",
    ),
    "file_too_large": Text(
        "文件“{name}”超过 {limit_mb} MB：请只导出拟选址地块的图层。",
        "The file “{name}” is over {limit_mb} MB: export only the layer of the plots in question.",
    ),
    "text_too_large": Text(
        "文本超过 {limit_mb} MB：请只导出拟选址的地块，或改用 shapefile、GeoPackage。",
        "The text is over {limit_mb} MB: export only the plots in question, or use a shapefile or GeoPackage.",
    ),
    "file_cut_short": Text(
        "文件“{name}”不完整，后面一截丢失：请重新导出或重新传送。",
        "The file “{name}” is cut short, its end is missing: export it or send it again.",
    ),
    "text_not_decoded": Text(
        "文件不是 UTF-8、UTF-16 或 GBK 编码的文本：请另存为 UTF-8 文本。",
        "The file is no text in UTF-8, UTF-16 or GBK: save it as UTF-8 text.",
    ),
    "foreign_format": Text(
        "文件的内容是 {found}，无法读取：请导出为 shapefile（zip）、GeoPackage、GeoJSON、KML、DXF 或界址点 TXT。",
        "The file really is {found}, which is not read: export a shapefile (zip), GeoPackage, GeoJSON, KML, DXF or "
        "boundary-point TXT.",
    ),
    "unknown_content": Text(
        "看不出文件是什么格式：请提供 shapefile（zip）、GeoPackage、GeoJSON、KML、DXF 或界址点 TXT。",
        "The file is in no known format: give a shapefile (zip), GeoPackage, GeoJSON, KML, DXF or boundary-point TXT.",
    ),
    "ending_misleads": Text(
        "文件“{name}”的扩展名与内容不符，已按其内容 {kind} 读取。",
        "The ending of “{name}” does not match its content; it was read as the {kind} it is.",
    ),
    "too_many_vertices": Text(
        "界址点超过 {limit:,} 个：请只导出拟选址的地块，或先抽稀。",
        "There are more than {limit:,} points: export only the plots in question, or thin them first.",
    ),
    "too_many_plots": Text(
        "地块超过 {limit:,} 个：请只导出拟选址的地块。",
        "There are more than {limit:,} plots: export only the plots in question.",
    ),
    "too_many_rings": Text(
        "要逐对比较的环超过 {limit:,} 个：请把各部分和内环拆成多个地块。",
        "More than {limit:,} rings have to be compared: split parts and holes into several plots.",
    ),
    "ring_too_long": Text(
        "一个环的界址点超过 {limit:,} 个：请先抽稀，或拆成多个地块。",
        "One ring has more than {limit:,} points: thin it first or split the plot.",
    ),
    "too_many_outlines": Text(
        "图中的线超过 {limit:,} 条或 {vertices:,} 个点：请只保留界线图层后另存为 DXF。",
        "The drawing has more than {limit:,} lines or {vertices:,} points: keep only the layer of the boundary.",
    ),
    "rings_nested_too_deep": Text(
        "环套环超过 {limit} 层：请检查是否重复导出了边界。",
        "Rings lie inside one another more than {limit} deep: check whether the boundary was exported over and over.",
    ),
    "nested_too_deep": Text(
        "文件内部层层嵌套，无法解析：请用 GIS 软件重新导出。",
        "The file is nested too deep to be parsed: export it again from a GIS program.",
    ),
    "layers_in_different_systems": Text(
        "各图层（{names}）的坐标系不一致：请统一坐标系后再导出。",
        "The layers ({names}) are in different coordinate systems: bring them to one and export again.",
    ),
}

ZIPS: dict[str, Text] = {
    "zip_broken": Text(
        "压缩包已损坏或不完整：请重新压缩或重新传送。",
        "The zip is damaged or cut short: pack it or send it again.",
    ),
    "zip_path_escapes": Text(
        "压缩包内的路径“{name}”指向包外，已拒绝读取：请重新压缩，只放边界文件。",
        "The path “{name}” climbs out of the zip, so it is refused: pack it again with the boundary files only.",
    ),
    "zip_has_link": Text(
        "压缩包内的“{name}”是链接而非文件，已拒绝读取：请放入文件本身。",
        "“{name}” in the zip is a link, not a file, so it is refused: put the file itself in.",
    ),
    "zip_has_password": Text(
        "压缩包内的“{name}”有密码：请去掉密码后重新压缩。",
        "“{name}” in the zip has a password: pack it again without one.",
    ),
    "zip_packed_strangely": Text(
        "压缩包内的“{name}”用了少见的压缩方式：请用普通 zip（deflate）重新压缩。",
        "“{name}” in the zip is packed by a rare method: pack it again as an ordinary zip (deflate).",
    ),
    "zip_is_bomb": Text(
        "压缩包内的“{name}”解压后异常庞大，已拒绝读取：请重新压缩边界文件。",
        "“{name}” in the zip unpacks to an absurd size, so it is refused: pack the boundary files again.",
    ),
    "zip_too_large": Text(
        "压缩包解压后超过 {limit_mb} MB 或多于 {members:,} 个文件：请只压缩边界文件。",
        "The zip unpacks to more than {limit_mb} MB or {members:,} files: pack the boundary files only.",
    ),
    "zip_has_nothing": Text(
        "压缩包里没有可读的边界文件（包内有：{names}）：请放入 .shp、.dbf、.shx、.prj 或其他边界文件。",
        "The zip holds no boundary file (it holds: {names}): put in .shp, .dbf, .shx, .prj or another boundary file.",
    ),
    "zip_in_zip": Text(
        "压缩包里还套着压缩包：请解开一层后再选。",
        "There is a zip inside the zip: unpack one of them first.",
    ),
    "copies_left_aside": Text(
        "压缩包内有多份文件，已读取 {read}，未读取：{left}。",
        "The zip holds several copies; {read} was read, left aside: {left}.",
    ),
}

CONTENTS: dict[str, Text] = {
    "no_plots": Text(
        "文件里没有地块（面）：请导出面图层，或将界线闭合成面后再导出。",
        "The file holds no plots (polygons): export the polygon layer, or close the lines into polygons first.",
    ),
    "layer_of_points": Text(
        "图层“{name}”只有点，没有面。",
        "The layer “{name}” has points only, no polygons.",
    ),
    "layer_of_lines": Text(
        "图层“{name}”只有线，没有面。",
        "The layer “{name}” has lines only, no polygons.",
    ),
    "layer_of_surfaces": Text(
        "图层“{name}”是三维多面体，没有平面的面。",
        "The layer “{name}” has solid surfaces only, no plane polygons.",
    ),
    "features_left_out": Text(
        "有 {count} 个要素不是面（点、线或空图形），未计入。",
        "{count} features are no polygons (points, lines or nothing) and were left out.",
    ),
    "features_left_out_of_layer": Text(
        "图层“{name}”有 {count} 个要素不是面（点、线或空图形），未计入。",
        "{count} features of the layer “{name}” are no polygons (points, lines or nothing) and were left out.",
    ),
    "geopackage_broken": Text(
        "GeoPackage 已损坏或不完整，或含有曲线：请重新导出为普通的面图层。",
        "The GeoPackage is damaged, cut short, or holds curves: export it again as a plain polygon layer.",
    ),
    "xml_broken": Text(
        "KML 在第 {line} 行第 {column} 列处断开或写错：请重新导出。",
        "The KML is broken or cut short at line {line}, column {column}: export it again.",
    ),
    "xml_has_doctype": Text(
        "KML 里带有 DOCTYPE 或实体声明，已拒绝读取：请用地图软件重新导出。",
        "The KML declares a DOCTYPE or entities, so it is refused: export it again from a map program.",
    ),
    "links_not_followed": Text(
        "KML 里有 {count} 个网络链接，未读取其内容。",
        "The KML has {count} network links, which were not followed.",
    ),
    "dxf_broken": Text(
        "DXF 图形已损坏：请在 CAD 中修复（AUDIT）后另存为 DXF。",
        "The DXF drawing is damaged: repair it in the CAD program (AUDIT) and save it as DXF again.",
    ),
    "dxf_cut_short": Text(
        "DXF 文件没有结尾（EOF），后面一截丢失：请重新导出或重新传送。",
        "The DXF file has no end (EOF), a part of it is missing: export it or send it again.",
    ),
    "dxf_binary": Text(
        "这是二进制 DXF：请另存为文本（ASCII）DXF。",
        "This is a binary DXF: save it as a text (ASCII) DXF.",
    ),
    "outlines_of_layers": Text(
        "闭合界线取自图层：{layers}。",
        "The closed outlines come from the layers: {layers}.",
    ),
    "outlines_read_as_holes": Text(
        "有 {count} 条闭合线位于同层另一条之内，按内环（扣除）读取。",
        "{count} closed outlines lie inside another of their layer and were read as holes.",
    ),
    "outlines_doubled": Text(
        "有 {count} 条闭合线与另一条重合，只计一次。",
        "{count} closed outlines repeat another and were counted once.",
    ),
    "hatches_left_aside": Text(
        "有 {count} 个填充边界未计入，因为图中已有闭合线。",
        "{count} outlines of hatches were left aside, because the drawing has closed lines.",
    ),
    "arcs_read_as_chords": Text(
        "有 {count} 条界线含圆弧或曲线，按偏差约 1 毫米的折线读取。",
        "{count} outlines have arcs or curves; they were read as chords that leave them by about a millimetre.",
    ),
    "lines_left_open": Text(
        "有 {count} 条线没有闭合，未计入：若是界线，请在 CAD 中闭合（PEDIT）。",
        "{count} lines do not close and were left out: if they bound land, close them in the CAD program (PEDIT).",
    ),
    "blocks_not_looked_into": Text(
        "有 {count} 个图块或面域未读取：若界线在其中，请先分解（EXPLODE）。",
        "{count} blocks or regions were not looked into: if they hold a boundary, explode them first (EXPLODE).",
    ),
    "json_broken": Text(
        "GeoJSON 在第 {line} 行第 {column} 列处断开或写错：请重新导出。",
        "The GeoJSON is broken or cut short at line {line}, column {column}: export it again.",
    ),
    "not_geojson": Text(
        "这是 JSON，但不是 GeoJSON（type 为“{found}”）：请导出为 GeoJSON 的 FeatureCollection。",
        "This is JSON but no GeoJSON (its type is “{found}”): export a GeoJSON FeatureCollection.",
    ),
    "feature_broken": Text(
        "第 {number} 个要素的坐标写法有误：请用 GIS 软件重新导出。",
        "The coordinates of feature {number} are written wrongly: export them again from a GIS program.",
    ),
    "record_broken": Text(
        "“{name}”的第 {number} 条记录已损坏：请重新导出 shapefile。",
        "Record {number} of “{name}” is damaged: export the shapefile again.",
    ),
    "table_missing": Text(
        "“{name}”没有同名的 .dbf，读不到地块编号和用地代码。",
        "“{name}” comes without its .dbf, so plot numbers and land-use codes are not known.",
    ),
    "table_does_not_match": Text(
        "“{name}”有 {shapes} 个图形，而 .dbf 有 {rows} 行：请将同一次导出的文件放在一起。",
        "“{name}” has {shapes} shapes but its .dbf {rows} rows: put the files of one export together.",
    ),
    "table_not_decoded": Text(
        "“{name}”的属性表编码不明，文字可能有误。",
        "The encoding of the table of “{name}” is unclear; its words may be wrong.",
    ),
    "encoding_mistaken": Text(
        "“{name}”的属性表标为 {stated}，实为 {used}，已按后者读取。",
        "The table of “{name}” claims to be {stated} but is {used}, and was read so.",
    ),
    "line_not_understood": Text(
        "第 {line} 行“{text}”不是界址点：应为“点号,环号,X,Y”，请改正或删去。",
        "Line {line}, “{text}”, is no boundary point: write “point,ring,northing,easting”, or remove it.",
    ),
    "points_lacking": Text(
        "第 {line} 行的地块“{name}”写明 {stated} 个点，实有 {found} 个：文件可能缺了一截，请重新导出。",
        "Plot “{name}” of line {line} should have {stated} points but has {found}: part is missing, export it again.",
    ),
    "plot_in_parts": Text(
        "地块“{name}”的各环互不包含，按 {count} 个部分读取。",
        "The rings of plot “{name}” lie beside each other; they were read as {count} parts.",
    ),
    "rings_closed": Text(
        "第 {numbers} 号地块的界线首尾未重合，已连接首尾两点。",
        "The boundary of plot {numbers} did not end where it began; its two ends were joined.",
    ),
    "area_differs": Text(
        "第 {number} 号地块注明 {stated_m2:,.1f} ㎡，按坐标计算的平面面积为 {measured_m2:,.1f} ㎡，相差超过 1 %。",
        "Plot {number} is stated as {stated_m2:,.1f} m², but its coordinates give {measured_m2:,.1f} m² of plane area, "
        "more than 1 % apart.",
    ),
}

COORDINATES: dict[str, Text] = {
    "crs_missing": Text(
        "文件没有坐标系，从坐标值（X {west:.10g} 至 {east:.10g}，Y {south:.10g} 至 {north:.10g}）也判断不出："
        "请随附 .prj，或指明坐标系，如 4524。",
        "The file names no coordinate system, and its numbers (x {west:.10g} to {east:.10g}, "
        "y {south:.10g} to {north:.10g}) do not tell it: add the .prj, or name the system, such as 4524.",
    ),
    "crs_missing_metres": Text(
        "文件没有坐标系，横坐标又不带带号（{west:.10g} 至 {east:.10g}，{south:.10g} 至 {north:.10g}）："
        "请注明带号，或指明坐标系 4544（35 带）、4545（36 带）或 4546（37 带）。",
        "The file names no coordinate system and its eastings carry no zone ({west:.10g} to {east:.10g}, "
        "{south:.10g} to {north:.10g}): state the zone (带号), or name the system 4544 (zone 35), 4545 (zone 36) or "
        "4546 (zone 37).",
    ),
    "crs_missing_degrees": Text(
        "坐标是经纬度（{west:.10g} 至 {east:.10g}，{south:.10g} 至 {north:.10g}），但文件没有坐标系："
        "若为 2000 国家大地坐标系，请指明坐标系 4490；从网络地图上取的点有偏移，不能用。",
        "The coordinates are degrees ({west:.10g} to {east:.10g}, {south:.10g} to {north:.10g}) but the file "
        "names no system: if they are CGCS2000 name the system 4490; points taken from a web map of China are shifted "
        "and cannot be used.",
    ),
    "crs_from_eastings": Text(
        "文件没有坐标系；横坐标以 {zone} 开头，按 2000 国家大地坐标系 3 度带第 {zone} 带（{crs}）读取。",
        "The file names no coordinate system; its eastings begin with {zone}, so it was read in CGCS2000 3-degree zone "
        "{zone} ({crs}).",
    ),
    "crs_overridden": Text(
        "文件自述坐标系为 {stated}，已按指定的 {used} 读取。",
        "The file claims {stated}; it was read in {used} as asked.",
    ),
    "crs_not_understood": Text(
        "不认识坐标系“{given}”：请写 EPSG 代码，如 4524。",
        "The coordinate system “{given}” is unknown: give an EPSG code, such as 4524.",
    ),
    "crs_not_earthbound": Text(
        "坐标系 {crs} 没有与地球的对应关系，无法换算：请用 2000 国家大地坐标系重新导出，或指明实际的坐标系。",
        "The coordinate system {crs} is not tied to the Earth: export in CGCS2000 again, or name the real system.",
    ),
    "datum_too_old": Text(
        "{crs} 属 {datum} 坐标系，没有公开的精确转换参数：请向测绘部门取得 2000 国家大地坐标系成果。",
        "{crs} is on the {datum} datum, which has no accurate public transformation: ask the surveyors for CGCS2000.",
    ),
    "zones_mixed": Text(
        "文件里混有第 {zones} 带的坐标：请统一换算到一个带后再提交。",
        "The file mixes coordinates of zones {zones}: bring them all to one zone first.",
    ),
    "units_mixed": Text(
        "文件里有的坐标带带号、有的不带，或米与度混用：请统一后再提交。",
        "Some coordinates carry a zone and some do not, or metres stand beside degrees: make them all alike.",
    ),
    "axes_mixed": Text(
        "文件里有的点先写纵坐标、有的先写横坐标：请统一顺序后再提交。",
        "Some points give northing first and some easting: put them all in one order.",
    ),
    "axes_unclear": Text(
        "从数值看不出哪个是纵坐标、哪个是横坐标：请改用界址点 TXT 格式，每行写“点号,环号,X,Y”。",
        "The numbers do not tell northing from easting: use the boundary-point format, “point,ring,northing,easting”.",
    ),
    "axes_swapped": Text(
        "文件的横、纵坐标写反了，已按正确顺序读取。",
        "The file has its two axes exchanged; they were read in the right order.",
    ),
    "zone_contradicts": Text(
        "坐标系 {crs} 是第 {stated} 带，横坐标却以 {found} 开头：请核对，或指明实际的坐标系。",
        "The system {crs} is zone {stated}, but the eastings begin with {found}: check, or name the real system.",
    ),
    "zone_prefix_mended": Text(
        "坐标系标为 {stated}，按横坐标位数实为 {used}，已按后者读取。",
        "The system is given as {stated}, but by the digits of its eastings it is {used}, and was read so.",
    ),
    "coordinates_unfit": Text(
        "坐标值不像 {crs} 的坐标（纵坐标应为 150 万至 650 万米，横坐标 6 位或带号加 6 位）：请核对坐标和坐标系。",
        "The numbers do not look like {crs} (northings of 1.5 to 6.5 million metres, eastings of six digits, or "
        "the zone and six digits): check coordinates and system.",
    ),
    "not_degrees": Text(
        "坐标系 {crs} 用经纬度，坐标值却不是经纬度：请指明实际的坐标系，如 4524。",
        "The system {crs} is in degrees but the numbers are not: name the real system, such as 4524.",
    ),
    "outside_crs": Text(
        "第 {numbers} 号地块的坐标超出 {crs} 的范围：请核对坐标和坐标系。",
        "The coordinates of plot {numbers} are beyond the reach of {crs}: check coordinates and system.",
    ),
}

SHAPES: dict[str, Text] = {
    "coordinate_absurd": Text(
        "第 {number} 号地块{label}在点（{place}）之后有不是坐标的数值（非数、无穷大或过大）：请改正该点。",
        "Plot {number}{label} has a number that is no coordinate (not a number, infinite or absurd) after the point "
        "({place}): correct that point.",
    ),
    "first_coordinate_absurd": Text(
        "第 {number} 号地块{label}有一个环的第一个点就不是坐标（非数、无穷大或过大）：请改正该点。",
        "A ring of plot {number}{label} begins with what is no coordinate (not a number, infinite or absurd): correct "
        "that point.",
    ),
    "ring_too_short": Text(
        "第 {number} 号地块{label}在（{place}）处的环不足三个不同的点：请补全或删去该环。",
        "A ring of plot {number}{label} at ({place}) has fewer than three different points: complete or remove it.",
    ),
    "edges_cross": Text(
        "第 {number} 号地块{label}的界线在（{place}）处自相交叉：请检查该处前后点的顺序。",
        "The boundary of plot {number}{label} crosses itself at ({place}): check the order of the points there.",
    ),
    "ring_touches_itself": Text(
        "第 {number} 号地块{label}的界线在（{place}）处与自身相接：请将该处拆成两个环。",
        "The boundary of plot {number}{label} touches itself at ({place}): split it into two rings there.",
    ),
    "hole_outside_shell": Text(
        "第 {number} 号地块{label}的内环在（{place}）处位于外环之外：请将其改为单独的地块，或移回外环之内。",
        "A hole of plot {number}{label} at ({place}) is outside its shell: make it a plot of its own or move it in.",
    ),
    "holes_nested": Text(
        "第 {number} 号地块{label}的内环在（{place}）处互相套叠：请将里面的一个改为单独的部分。",
        "Holes of plot {number}{label} lie inside each other at ({place}): make the inner one a part of its own.",
    ),
    "parts_overlap": Text(
        "第 {number} 号地块{label}的各部分在（{place}）处互相套叠：请删去重复的部分，或将其改为内环。",
        "Parts of plot {number}{label} lie inside each other at ({place}): remove the double one or make it a hole.",
    ),
    "rings_doubled": Text(
        "第 {number} 号地块{label}在（{place}）处有重复的环：请删去一个。",
        "Plot {number}{label} has the same ring twice at ({place}): remove one.",
    ),
    "interior_cut": Text(
        "第 {number} 号地块{label}被内环在（{place}）处切成不相连的几块：请拆成多个部分。",
        "The holes of plot {number}{label} cut it into separate pieces at ({place}): split it into parts.",
    ),
    "encloses_nothing": Text(
        "第 {number} 号地块{label}的各点在（{place}）处起几乎在一条线上，围不出面积：请检查界址点。",
        "The points of plot {number}{label}, from ({place}) on, lie on a line and enclose no land: check them.",
    ),
    "shape_invalid": Text(
        "第 {number} 号地块{label}的图形在（{place}）处有误：请用 GIS 软件检查几何后重新导出。",
        "The shape of plot {number}{label} is faulty at ({place}): check it in a GIS program and export again.",
    ),
    "more_faults": Text(
        "另有 {count} 处错误未列出。",
        "{count} more faults are not listed.",
    ),
}

SENTENCES: dict[str, Text] = THE_FILE | ZIPS | CONTENTS | COORDINATES | SHAPES
