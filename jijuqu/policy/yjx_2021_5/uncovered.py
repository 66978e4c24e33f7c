"""The sentences of the notice, and the parts of sentences, that no rule asks about, each with the reason."""

from __future__ import annotations

from jijuqu.policy.clauses import Remark
from jijuqu.words.text import Text

_BACKGROUND = Text("背景和依据的陈述，不含要求。", "It states background and grounds; it demands nothing.")
_OVERALL = Text(
    "总体要求和原则，没有可核查的条件，不作结论。",
    "An overall requirement or principle without a condition that could be checked: no verdict.",
)
_HEAD = Text(
    "引出以下各项并限定其适用范围，范围已记在各条规则上。",
    "It leads to the items below and limits them; each rule carries that scope.",
)
_JUDGED = Text(
    "由区县自行判断，通知未定标准，不作结论。", "For the district to judge; the notice gives no measure: no verdict."
)
_ENCOURAGED = Text(
    "鼓励或支持，没有可核查的条件，不影响结论。",
    "Encouragement without a condition that could be checked; it decides nothing.",
)
_WORK = Text(
    "建设运营中的日常工作要求，不是规划申请的条件，属建设运营阶段的记录。",
    "Work while the cluster is built and run, no condition of an application: a matter for the records of that time.",
)
_OFFICES = Text(
    "对各级机关分工履职的要求，不针对单个集聚区。", "A duty of offices in general, not about any one cluster."
)
_CITY = Text("市级的承诺或职责，不是对申请的要求。", "What the city commits itself to, no demand on an application.")
_DISTRICT = Text(
    "区县的职责，没有可核查的条件或标准，不针对单个集聚区。",
    "A duty of the district without a condition or measure, not about any one cluster.",
)

UNCOVERED = (
    Remark("引言", _BACKGROUND, "中小企业集聚区是全市工业园区体系的重要组成部分，是承接产业发展的重要平台。"),
    Remark(
        "引言",
        Text(
            "说明目的、依据和“经市政府同意”；依据文件中的数值记在参数的来源里。",
            "It tells purpose, grounds and “经市政府同意”; figures of the document it rests on stand in the parameters' sources.",
        ),
        "为认真贯彻落实《重庆市优化工业园区规划建设管理若干政策措施》（渝府办发〔2020〕99号），引导中小企业更好地集聚集群发展，"
        "经市政府同意，现就集中做好中小企业集聚区规划建设通知如下：",
    ),
    Remark(
        "一", _OVERALL,
        "坚持“创新、集群、智慧、绿色、融合”的园区建设总体要求和布局集中、用地集约、企业集聚、产业集群的规划建设原则，"
        "进一步加强政府引导、规范建设管理，统筹做好中小企业集聚区规划建设，集中打造一批个性鲜明突出、承载功能完善、服务体系健全、"
        "环境污染可控的中小企业集聚区，为大中小企业融通发展提供良好条件。",
    ),
    Remark("二（一）2", _JUDGED, "有条件的"),
    Remark(
        "二（一）2",
        Text(
            "“特色鲜明、污染可控”未定标准，不作结论；“参照工业园区进行管理”见三（二）。",
            "“特色鲜明、污染可控” have no measure: no verdict; “参照工业园区进行管理” is asked about under 三（二）.",
        ),
        "集中打造一批特色鲜明、污染可控并参照工业园区进行管理的中小企业集聚区",
    ),
    Remark("二（二）", _HEAD, "工业园区之外的中小企业集聚区规划建设，应符合以下要求："),
    Remark("二（二）1", _OVERALL, "坚持生产、生活、生态“三生共融”"),
    Remark("二（二）4", _WORK, "统筹推进中小企业集聚区的规划建设、招商引资、运营管理、企业服务"),
    Remark("二（三）", _HEAD, "工业园区之外的中小企业集聚区规划程序如下："),
    Remark("二（三）2", _JUDGED, "规划编制主管部门要综合考虑规划条件、产业基础等"),
    Remark(
        "二（三）6",
        Text(
            "“符合规划建设条件”即全部规则的结论；“及时”未定期限，不作结论。",
            "“符合规划建设条件” is what all rules together find; “及时” sets no limit: no verdict.",
        ),
        "对符合规划建设条件的中小企业集聚区建设规划，由市经济信息委审定后及时函复各区县",
    ),
    Remark("二（四）", _HEAD, "各区县要在统筹做好工业园区内的中小企业集聚区开发建设的同时，按照以下要求推进工业园区之外的中小企业集聚区的建设发展。"),
    Remark("二（四）1", _ENCOURAGED, "鼓励采用国有、民营和混合所有制方式统筹推进中小企业集聚区建设。"),
    Remark("二（四）1", _ENCOURAGED, "鼓励专业化的产业资本积极参与中小企业集聚区建设。"),
    Remark("二（四）1", _ENCOURAGED, "就近打造配套加工区"),
    Remark(
        "二（四）2",
        Text("“功能适用”未定标准，不作结论；标准厂房另按主体比例判断。", "“功能适用” has no measure: no verdict; standard factories are judged by their share."),
        "集中建设一批功能适用的产业载体",
    ),
    Remark("二（四）2", _OVERALL, "坚持产城融合发展"),
    Remark(
        "二（四）3", _WORK,
        "各区县要以中小企业集聚区为主要平台，进一步加大招商引资力度，有序引导中小企业集聚集群发展，重点承接各区县污染可控的园外分散企业"
        "入园、市内不符合发展定位的产业转移项目以及返乡创业项目，并面向为园区工业配套，积极承接市内外配套加工项目转移入园，着力推进补链成群。",
    ),
    Remark("二（四）4", _WORK, "加快完善技术服务、信息咨询、用工招聘、物流配送、市场营销、投资融资、财会税务、法律咨询等服务"),
    Remark(
        "二（四）4", _ENCOURAGED,
        "鼓励工业园区内龙头企业向中小企业开放资源，提供技术咨询、检验检测、工业设计、设备共享等服务，"
        "支持产业链上下游企业开展“大手牵小手”供需对接活动。",
    ),
    Remark("三（一）", _OFFICES, "各级各有关部门要在市政府统一领导下，加强分工协作，形成工作合力。"),
    Remark(
        "三（一）",
        Text("“高度重视”不能作为不予通过的理由，不作结论。", "“高度重视” can refuse no application: no verdict."),
        "各区县要高度重视中小企业集聚区规划建设，研究解决有关重大问题。",
    ),
    Remark(
        "三（一）", _OFFICES,
        "市级与区县经济信息、发展改革、科技、财政、规划自然资源、生态环境、应急管理等部门要分工负责综合协调、投资准入、技术创新、"
        "要素保障、财税扶持、环境管理、安全监管等各项工作。",
    ),
    Remark("三（二）", _DISTRICT, "各区县要进一步理顺管理体制，加强中小企业集聚区建设的规范管理。"),
    Remark(
        "三（三）",
        Text(
            "支持性政策和财政资金投向，不是申请的条件；申报条件由各扶持项目自定。",
            "Support by policy and public funds, no condition of an application; each programme sets its own.",
        ),
        "支持符合条件的中小企业集聚区申报创建重点楼宇产业园、小企业创业基地、微型企业孵化园，市中小微专项等财政资金要加强对标准厂房等"
        "产业载体与公共服务平台建设的支持和对入驻企业的扶持。",
    ),
    Remark(
        "三（三）",
        Text(
            "区县的保障职责：国土空间规划的符合性见二（二）1；“应保尽保”落在年度土地供应计划，不是申请的条件。",
            "What the district owes: conformity with the spatial plan is asked about under 二（二）1; “应保尽保” is for its yearly "
            "plan of land supply, no condition of an application.",
        ),
        "各区县要将中小企业集聚区建设纳入区县国土空间规划，并在年度土地供应计划中予以应保尽保。",
    ),
    Remark("三（三）", _DISTRICT, "各区县要加大政策扶持，加强准入管理，支持企业发展，着力优化营商环境。"),
    Remark("三（四）", _DISTRICT, "各区县要积极探索创新中小企业集聚区建设的新模式、新举措。"),
    Remark(
        "三（四）", _CITY,
        "市经济信息委将进一步加强对中小企业集聚区规划建设、产业培育、企业发展的统筹协调、督促指导、绩效评价，定期通报建设发展动态，"
        "总结推广先进经验。",
    ),
    Remark("三（四）", _DISTRICT, "各区县经济信息委要牵头推进中小企业集聚区规划建设、产业发展等日常工作"),
    Remark(
        "文末",
        Text("执行之日记为本通知的起始日：此前不受任何通知规范。", "The day is kept as the notice's first; before it no notice governs."),
        "本通知自2021年8月1日起执行",
    ),
)  # fmt: skip
