"""What the command line says."""

from jijuqu.words.text import Text

SENTENCES = {
    "not_governed": Text(
        "{on} 没有任何通知可依：渝经信规范〔2021〕5号自 {first_day} 起执行。请改用该日或之后的日期。",
        "No notice governs {on}: 渝经信规范〔2021〕5号 is in force from {first_day}. Use that day or a later one.",
    ),
    "not_a_day": Text(
        "“{value}”不是日期，请写成 2022-09-01 这样的形式。",
        "“{value}” is no day; write it like 2022-09-01.",
    ),
    "not_a_language": Text("语言只有 zh 和 en，没有“{value}”。", "The languages are zh and en, not “{value}”."),
    "no_such_file": Text("找不到文件：{path}。", "There is no file {path}."),
    "no_boundary": Text(
        "请给出边界文件：jijuqu check 边界文件。",
        "Name the boundary file: jijuqu check BOUNDARY.",
    ),
    "not_a_gap": Text(
        "--gap-m 应为0到1000之间的米数，现为“{value}”。",
        "--gap-m must be metres between 0 and 1000, not “{value}”.",
    ),
    "not_a_layer": Text(
        "--layer 应写成 类别=文件，类别为 {kinds} 之一，现为“{value}”。",
        "--layer must be KIND=FILE with KIND one of {kinds}, not “{value}”.",
    ),
    "layer_twice": Text(
        "图层 {kind} 给了两次；请先合并成一个文件。",
        "Layer {kind} is given twice; merge the files into one first.",
    ),
    "unreadable_layer": Text("图层文件 {path} 不能使用：{reason}", "The layer file {path} cannot be used: {reason}"),
    "administrator_there": Text(
        "已有这种管理员（用户名 {username}），没有再录入。请由安全管理员在“账号与授权”页面录入其他人员。",
        "There is one already (user name {username}); nobody was entered. Let the security administrator enter others "
        "on the page Accounts.",
    ),
    "no_such_administrator": Text(
        "没有用户名为“{username}”的安全管理员；其他人员请安全管理员在“账号与授权”页面重置。",
        "No security administrator has the user name “{username}”; everybody else is reset on the page Accounts.",
    ),
    "not_entered": Text("没有录入：{reason}", "Not entered: {reason}"),
    "not_an_export": Text(
        "导出文件的扩展名应为 {endings} 之一，现为“{path}”。",
        "The file to write must end with one of {endings}, not “{path}”.",
    ),
    "not_a_choice": Text(
        "{option} 只能是 {choices}，没有“{value}”。", "{option} must be one of {choices}, not “{value}”."
    ),
    "file_not_written": Text("无法写入 {path}：{reason}。", "{path} cannot be written: {reason}."),
    "output_is_folder": Text(
        "{path} 已是文件夹，不会被覆盖：请另取一个名称。",
        "{path} is a folder already and is not written over: choose another name.",
    ),
    "exported": Text("已导出{count}个集聚区：{path}", "{count} clusters written: {path}"),
    "crashed": Text(
        "程序出错（{error}），不是您的文件不合格。请把上面的出错信息发给维护人员。",
        "The program failed ({error}); this says nothing of your file. Send the trace above to the maintainers.",
    ),
    "letter_not_named": Text(
        "请写明案件编号、文种和输出文件：jijuqu letter 2022-0007 文种 -o 文件.pdf。文种：{kinds}。",
        "Name the case, the kind and the file: jijuqu letter 2022-0007 KIND -o FILE.pdf. Kinds: {kinds}.",
    ),
    "letter_not_in_form": Text("{kind} 只能写成：{forms}。", "{kind} can be written as: {forms}."),
    "letter_without_drafter": Text(
        "案件 {number} 还没有经办人，无法拟稿；请先在系统中办理收文登记。",
        "Nobody handles case {number} yet, so there is no drafter; register its receipt first.",
    ),
    "replayed_same": Text(
        "第{number}版，{on}，{act}：按当日的{notice}重新核查，{findings}条结论全部一致。",
        "Version {number}, {on}, {act}: asked again under {notice} of its day, all {findings} findings are the same.",
    ),
    "replayed_otherwise": Text(
        "第{number}版，{on}，{act}：按当日的{notice}重新核查，下列结论与存档不一致。",
        "Version {number}, {on}, {act}: asked again under {notice} of its day, these findings come out otherwise.",
    ),
    "no_such_case": Text("没有编号为 {number} 的案件。", "There is no case {number}."),
    "not_a_head": Text(
        "{path} 不是 jijuqu head 导出的链头，或者导出后被改动（{reason}）。",
        "{path} is no head exported by jijuqu head, or was changed since ({reason}).",
    ),
    "no_database": Text(
        "无法打开数据库 {name}：{reason}。请核对 DATABASE_URL。",
        "The database {name} cannot be opened: {reason}. Check DATABASE_URL.",
    ),
    "no_record": Text(
        "数据库 {name} 中没有业务日志：请核对 JIJUQU_DATA 或者 DATABASE_URL。",
        "The database {name} holds no record: check JIJUQU_DATA or DATABASE_URL.",
    ),
    "older_database": Text(
        "数据库 {name} 是旧版的，各表的列与本版不同，无法核对：请用当时的版本核验，或者先用 jijuqu serve 启动一次（升级时逐表核对）。",
        "The database {name} is of an older version with other columns: verify it with that version, or start it once with jijuqu serve, which proves the tables it changes.",
    ),
    "backed_up": Text(
        "已备份到 {folder}。用 JIJUQU_DATA={folder} jijuqu verify 可核验。",
        "Backed up to {folder}. JIJUQU_DATA={folder} jijuqu verify verifies it.",
    ),
    "backup_without_key": Text(
        "签名密钥 {key} 不在数据文件夹内，未随同备份；请另行妥善保存。",
        "The signing key {key} lies outside the data folder and is not in the backup; keep a copy of it elsewhere.",
    ),
    "backup_exists": Text(
        "{folder} 已存在；请另取一个名称，旧的备份不会被覆盖。",
        "{folder} exists already; choose another name, backups are never written over.",
    ),
    "backup_inside_data": Text(
        "备份文件夹 {folder} 在数据文件夹 {data} 之内；请放到别处，最好是另一块磁盘。",
        "The backup folder {folder} lies inside the data folder {data}; put it elsewhere, best on another disk.",
    ),
    "pg_dump_missing": Text(
        "找不到 pg_dump：请安装 PostgreSQL 客户端，或者在数据库服务器上备份。",
        "There is no pg_dump here: install PostgreSQL's client, or make the backup on the database server.",
    ),
    "pg_dump_failed": Text("pg_dump 未能完成：{reason}", "pg_dump did not finish: {reason}"),
}
ADMINISTRATOR_ENTERED = Text(
    "已录入管理员 {username}。\n初始密码（只显示这一次，首次登录必须修改）：{password}",
    "Administrator {username} was entered.\nInitial password (shown this once, to be changed at the first sign-in): "
    "{password}",
)
ADMINISTRATOR_RESET = Text(
    "{username} 的动态口令已清除。\n新的初始密码（只显示这一次，首次登录必须修改）：{password}",
    "The second factor of {username} is gone.\nNew initial password (shown this once, to be changed at the first "
    "sign-in): {password}",
)
# Help is printed before any language is chosen: Chinese, the language of those who use the command.
HELP = {
    "check": "对照通知核查一个地块：逐条给出结论、实测值、标准和最省力的达到办法。"
    "结束状态：0 没有不满足的；1 有不满足的；3 没有不满足的，但尚有待核；2 输入不能使用。",
    "readings": "输出对通知的理解（Markdown）：条文留有余地之处，本系统怎样理解。",
    "clauses": "输出条文、规则、事实、测试对照表（Markdown），以及没有规则覆盖的语句和理由。",
    "serve": "启动网页服务；数据目录和数据库没有的，自动建立。",
    "demo": "把演示城市（均为虚构）装入数据目录，没有的自动建立。",
    "worker": "发送待发的邮件，直到停止；配置了邮件服务器时，serve 会自动带起一个。",
    "cases": "列出案件：编号、区县、名称、状态、剩余工作日。",
    "letter": "把案件的一份公文或表格写入文件。",
    "replay": "用当日的通知、参数和事项，把案件每次报送、审定的结论重新核查一遍。结束状态：0 全部一致；1 有不一致的；2 没有这个案件。",
    "verify": "核验业务日志是否完整：链、记录、附件。不作任何改动，办理工作照常进行。"
    "结束状态：0 完整；1 不完整，指出第一处；2 没有可核验的日志。",
    "head": "输出签名的链头；另行保存后，可用 verify --head 证明日志未被截断。",
    "backup": "不停机备份：把数据库、附件和密钥复制到新文件夹，备份本身可以核验。",
    "export": "导出登记内容。",
    "admin": "管理员账号。",
    "admin_create": "录入第一位管理员并显示初始密码；其他人员由安全管理员在“账号与授权”页面录入。",
    "admin_reset": "重置登录不了的安全管理员的密码和动态口令；其他人员在“账号与授权”页面重置。",
}
LAYER_HELP = (
    "比对图层，可重复；类别：park 工业园区、planned-industrial 规划工业用地、eco-redline 生态保护红线、farmland 永久基本农田、"
    "urban-boundary 城镇开发边界"
)
HEADINGS = {
    "clause": Text("条款", "Clause"),
    "demand": Text("要求", "Demand"),
    "outcome": Text("结论", "Outcome"),
    "value": Text("实测或申报", "Value"),
    "limit": Text("标准", "Limit"),
    "ways": Text("如何达到", "How to comply"),
}
KINDS = {
    "number": Text("数字", "number"),
    "yes_no": Text("是或否", "true or false"),
    "day": Text("日期", "day"),
    "text": Text("文字", "text"),
}
LAPSED = Text(
    "{notice} 的受理期已于 {last_day} 届满；以下逐条结论仍按其规定给出。",
    "{notice} stopped taking applications after {last_day}; the findings below still follow it.",
)
GOVERNED = Text("依据：{notice}（{on}）", "Under {notice}, on {on}")
LAND = Text(
    "{parcels}个地块，椭球面积{area}，平面面积{plane_area}（{plane}），按{gap}间距分为{parts}部分",
    "{parcels} plots; {area} on the ellipsoid, {plane_area} on the plane ({plane}); {parts} parts at a gap of {gap}",
)
NEAREST_PLANE = Text("{crs}为经纬度，取最近的3°带", "{crs} is in degrees: that of the nearest 3° zone")
GAPS = Text("各部分间距：{widths}", "Gaps between the parts: {widths}")
DISTRICTS = Text(
    "所在区县：{shares}（区划图为2021年概略图，误差可达2.7公里，不作为界线依据）",
    "Districts: {shares} (by a generalised map of 2021, up to 2.7 km off, no evidence of a line)",
)
NO_DISTRICT = Text("不在重庆市任何区县内", "none of Chongqing")
REFERENCE_ONLY = Text("选址条件自查，仅供参考。", "A check of the site, for reference only.")
EXPLAIN_FACTS = Text(
    "# FACTS.toml 可写的事实：在等号后填值，删去行首的 #。名称可直接写，也可写在各节之下；"
    "逐个列出的写 [[…]]，没有的写 = []。\n"
    "# 另有 [parameters]（录入通知的参数，如 max_ancillary_land_share = 0.07）和 "
    "[exceptions.规则名]（特殊情况说明：reason、accepted_by）。",
    "# The facts of FACTS.toml: give a value after the sign and take away the # before the name. Names may stand at the "
    "top or in their tables; what is listed is written as [[…]] for each, or = [] for none.\n"
    "# Besides: [parameters] for numbers of the notice (max_ancillary_land_share = 0.07) and [exceptions.RULE] for a "
    "written reason (reason, accepted_by).",
)
WHOLE = Text(
    "完整：{events}条事项首尾相接、签名无误，各条记录与附件同其登记的一致。",
    "Whole: {events} events follow each other and are signed; rows and attachments are as they were recorded.",
)
NOT_WHOLE = Text("不完整：{fault}", "Not whole: {fault}")
