"""What is said when an act cannot be done: who may, where, what is missing, and how to mend it."""

from __future__ import annotations

from jijuqu.words.text import Text

PLACE_AND_PERSON = {
    "act_not_in_state": Text(
        "“{act}”只能在“{states}”时办理，本案现为“{state}”，请按当前环节办理。",
        "“{act}” is done while a case stands at: {states}. This one stands at: {state}; do what is open there.",
    ),
    "case_not_open": Text(
        "本案尚未立案，请先立案，再办理“{act}”。", "There is no case yet: open it first, then “{act}”."
    ),
    "case_already_open": Text(
        "本案已在“{state}”，不能再次“{act}”；新的规划请另行立案。",
        "This case already stands at: {state}; “{act}” cannot be done again. Open another case for another plan.",
    ),
    "act_not_by_role": Text(
        "“{act}”由{roles}办理，请转其办理。",
        "“{act}” is for: {roles}. Pass it on to them.",
    ),
    "paper_not_by_role": Text(
        "“{act}”的线下件由{roles}登记，请转其登记。",
        "The paper of “{act}” is registered by: {roles}. Pass it on to them.",
    ),
    "act_not_on_paper": Text(
        "“{act}”是部门内部的办理，没有可以登记的线下件，请在系统内办理。",
        "“{act}” is done inside a department and leaves no paper to register; do it here.",
    ),
    "act_on_paper_only": Text(
        "“{act}”须凭来函办理，请登记线下件（扫描件、日期）。",
        "“{act}” rests on a letter received: register the paper with its scan and date.",
    ),
}
DAYS = {
    "on_in_future": Text(
        "办理日期{on}晚于今天（{today}），请填写实际办理的日期。",
        "The day given, {on}, is after today ({today}); give the day on which it was done.",
    ),
    "on_before_what_it_follows": Text(
        "办理日期{on}早于前一环节的{follows_on}，请核对这两个日期。",
        "The day given, {on}, is before the step it follows ({follows_on}); check the two days.",
    ),
    "on_too_early": Text(
        "办理日期{on}早于{earliest_on}，请核对年份。",
        "The day given, {on}, is before {earliest_on}; check the year.",
    ),
    "paper_not_scanned": Text("线下件没有扫描件，请上传。", "The paper has no scan; upload it."),
    "paper_not_dated": Text(
        "线下件没有日期，请填写文件上的日期。", "The paper has no date; give the one written on it."
    ),
    "paper_dated_in_future": Text(
        "线下件的日期{paper_dated_on}晚于今天（{today}），请核对。",
        "The paper's date, {paper_dated_on}, is after today ({today}); check it.",
    ),
}
PLAN = {
    "authority_not_named": Text(
        "尚缺：规划编制主管部门（{clause}）。请选择，原则上为区县经济信息主管部门。",
        "Missing: the authority that drafts the plan ({clause}). Choose it; in principle it is the district's economy "
        "and information department.",
    ),
    "plan_is_the_districts": Text(
        "该规划由区县在本系统中编制，只能由区县修改；需要修改的，请补充完善材料（{clause}）。",
        "The district writes this plan here and alone may change it; where something is wanting, ask for it to be "
        "completed ({clause}).",
    ),
    "clusters_unknown": Text(
        "尚缺：规划的集聚区（{clause}）。请至少录入一个集聚区。",
        "Missing: the clusters planned ({clause}). Enter at least one.",
    ),
    "industry_missing": Text(
        "尚缺：{clusters_without_industry}的主导产业（{clause}）。请为每个集聚区填写1个主导产业。",
        "Missing: the leading industry of {clusters_without_industry} ({clause}). Give each cluster one.",
    ),
    "contents_missing": Text(
        "规划尚缺：{missing_contents}（{clause}）。请补写，或登记规划文本的扫描件。",
        "The plan lacks: {missing_contents} ({clause}). Write them, or register a scan of the plan.",
    ),
    "boundary_missing": Text(
        "尚缺：集聚区的用地边界（{clause}，空间布局）。请上传边界文件，或登记规划文本的扫描件。",
        "Missing: the boundary of a cluster ({clause}, spatial layout). Upload the boundary file, or register a scan of "
        "the plan.",
    ),
    "bodies_missing": Text(
        "尚缺责任主体：{missing_bodies}（{clause}）。请逐一明确，或登记规划文本的扫描件。",
        "Responsible bodies missing: {missing_bodies} ({clause}). Name each, or register a scan of the plan.",
    ),
    "findings_block": Text(
        "有{blocking_findings}项必须满足的条件不符合（{clause}）。请修改规划，或补充证明其符合的文件。",
        "{blocking_findings} conditions that must be met are not ({clause}). Change the plan, or add the papers that "
        "prove them met.",
    ),
    "departures_unexplained": Text(
        "有{unexplained_departures}项未达到“原则上”的要求而没有理由（{clause}）。请逐项填写特殊情况说明。",
        "{unexplained_departures} departures from what holds in principle have no written reason ({clause}). Give one "
        "for each.",
    ),
    "departures_unaccepted": Text(
        "有{unaccepted_departures}项特殊情况说明尚无人认可（{clause}）。请由审定人逐项认可，或登记其书面意见。",
        "{unaccepted_departures} reasoned exceptions are accepted by nobody yet ({clause}). Have a named person accept "
        "each, or register the paper that does.",
    ),
}
OPINIONS = {
    "already_asked": Text(
        "已征求该部门意见，尚待反馈，请改用催办。",
        "This department has been asked already; remind it instead.",
    ),
    "request_not_open": Text(
        "该部门没有待反馈的意见：未征求，或意见已生效。如需重新征求，请先向其征求意见。",
        "No opinion is awaited from this department: it was not asked, or its opinion already binds. Ask it first.",
    ),
    "colleague_not_named": Text("请选择转交的经办人。", "Choose the colleague who takes it over."),
    "opinion_not_written": Text(
        "部门意见尚未填写，请先填写再签发，或登记盖章的意见。",
        "The opinion is not written yet: write it before it is signed, or register the stamped paper.",
    ),
    "no_opinion_to_answer": Text("没有待答复的部门意见。", "No opinion waits for an answer."),
    "no_conflict_to_settle": Text("没有待协调的分歧意见。", "No conflict of opinions waits to be settled."),
    "departments_not_asked": Text(
        "尚未征求意见的部门：{unasked_duties}（{clause}）。请征求其意见，或登记联合审查意见。",
        "Departments not asked yet: {unasked_duties} ({clause}). Ask them, or register the joint review opinion.",
    ),
    "remark_without_words": Text(
        "对{clause}的意见为“{stance}”，请写明建议或理由。",
        "The opinion on {clause} is “{stance}”: write the advice or the reason.",
    ),
    "opinions_missing": Text(
        "待反馈意见：{opinions_awaited}（{clause}）。请催办，或登记其盖章意见或联合审查意见。",
        "Opinions awaited: {opinions_awaited} ({clause}). Remind them, or register their stamped papers or the joint "
        "review opinion.",
    ),
    "opinions_unanswered": Text(
        "有{opinions_unanswered}条部门意见尚未答复采纳情况（{clause}）。请逐条答复。",
        "Opinions without an answer yet: {opinions_unanswered} ({clause}). Answer each.",
    ),
    "conflicts_open": Text(
        "部门之间有{conflicts_open}处意见不一致（{clause}）。请协调并记录结果。",
        "Clauses on which departments contradict each other: {conflicts_open} ({clause}). Settle them and record how.",
    ),
}
EXPERTS = {
    "experts_not_named": Text(
        "尚缺：评审专家名单（{clause}）。请选定专家。", "Missing: the experts ({clause}). Choose them."
    ),
    "experts_in_conflict": Text(
        "应回避的专家：{experts_in_conflict}（{clause}）。请更换。",
        "Experts with an interest in the plan: {experts_in_conflict} ({clause}). Replace them.",
    ),
    "too_few_experts": Text(
        "需抽取{wanted}名专家，可抽取的只有{available}名。请补充专家库，或减少抽取人数。",
        "{wanted} experts are to be drawn, but only {available} may be. Add to the pool, or draw fewer.",
    ),
    "panel_not_convened": Text(
        "尚未召集专家评审会（{clause}）。请先召集，或登记专家评审意见的扫描件。",
        "The experts are not convened yet ({clause}). Convene them, or register a scan of their report.",
    ),
    "quorum_missing": Text(
        "到会专家{experts_present}人，少于规定的{quorum}人（本系统设定，非通知规定）。请补足后重新评审。",
        "{experts_present} experts were present, fewer than the {quorum} wanted (a setting, not from the notice). Hold "
        "the review again with enough.",
    ),
    "report_not_signed": Text(
        "专家评审意见尚未签字（{clause}）。请到会专家签字。",
        "The experts' report is not signed ({clause}). Have those present sign it.",
    ),
    "verdict_missing": Text(
        "专家评审意见没有结论（{clause}）。请选择通过、修改后通过或不通过。",
        "The experts' report has no verdict ({clause}). Choose passed, passed with changes or not passed.",
    ),
    "expert_report_missing": Text(
        "尚缺：专家评审意见（{clause}）。请组织评审，或登记其扫描件。",
        "Missing: the experts' report ({clause}). Hold the review, or register a scan of the report.",
    ),
    "expert_report_failed": Text(
        "专家评审未通过（{clause}）。请退回编制，修改后重新评审。",
        "The experts did not pass the plan ({clause}). Return it to drafting and have it reviewed again.",
    ),
    "expert_changes_missing": Text(
        "专家评审为修改后通过，尚缺：修改情况（{clause}）。请说明已按评审意见作了哪些修改。",
        "The experts passed the plan with changes; missing: what was changed ({clause}). State the changes made.",
    ),
}
APPLICATION = {
    "application_letter_missing": Text(
        "尚缺：区县的申请函（{clause}）。请登记申请函。",
        "Missing: the district's application letter ({clause}). Register it.",
    ),
    "district_opinion_missing": Text(
        "尚缺：区县联合审查意见（{clause}）。请登记或者添加其盖章件；市级经办可请区县补充完善材料。",
        "Missing: the district's joint review opinion ({clause}). Register or add the stamped paper; the city's officer "
        "may ask the district for it.",
    ),
    "expert_opinion_missing": Text(
        "尚缺：专家评审意见（{clause}）。请登记或者添加其签字件；市级经办可请区县补充完善材料。",
        "Missing: the experts' report ({clause}). Register or add the signed paper; the city's officer may ask the "
        "district for it.",
    ),
    "receipt_day_missing": Text(
        "尚缺：收到申请函的日期（{clause}）。请填写。", "Missing: the day the application came in ({clause}). Give it."
    ),
    "receipt_in_future": Text(
        "收到日期{received_on}晚于今天（{today}），请核对（{clause}）。",
        "The day of receipt, {received_on}, is after today ({today}); check it ({clause}).",
    ),
    "received_late": Text(
        "{received_on}收到，受理已于{last_day}截止，逾期不再受理工业园区之外的规划建设申请（{clause}）。请办理不予受理。",
        "Received on {received_on}; applications for clusters outside the parks were accepted until {last_day} "
        "({clause}). Decline it.",
    ),
    "received_early": Text(
        "{received_on}收到，通知自{first_day}起执行（{clause}）。请核对日期，或办理不予受理。",
        "Received on {received_on}; the notice holds from {first_day} ({clause}). Check the day, or decline it.",
    ),
    "ground_missing": Text(
        "尚缺：不予受理的依据（{clause}）。请选择。", "Missing: the ground for declining ({clause}). Choose it."
    ),
    "ground_untrue": Text(
        "本案不符合“{ground}”这一依据（{clause}）。请核对日期和集聚区，或办理收文登记。",
        "The ground “{ground}” does not hold for this case ({clause}). Check the days and the clusters, or register "
        "the receipt.",
    ),
    "correction_empty": Text(
        "没有列出需补充完善的内容（{clause}）。请一次列全。",
        "Nothing is listed to be completed ({clause}). List everything at once.",
    ),
    "correction_incomplete": Text(
        "有{correction_items_incomplete}项没有写全（{clause}）。每项请写明条款、理由、如何补充和期限。",
        "Items that are not whole: {correction_items_incomplete} ({clause}). Give each its clause, the reason, what would "
        "do and the day it is due.",
    ),
    "correction_unanswered": Text(
        "有{correction_items_open}项尚未补充（{clause}）。请逐项补充或说明。",
        "Items not answered yet: {correction_items_open} ({clause}). Complete or explain each.",
    ),
    "clusters_added_late": Text(
        "补充材料时新增了{clusters_added}个工业园区之外的集聚区，而受理已于{last_day}截止（{clause}）。请去掉新增的集聚区。",
        "Clusters outside the parks added with the completed materials: {clusters_added}; but applications were accepted "
        "until {last_day} only ({clause}). Take out what was added.",
    ),
}
DECISION = {
    "clusters_undecided": Text(
        "尚未审定：{undecided_clusters}（{clause}）。请逐个审定同意或不同意。",
        "Not decided yet: {undecided_clusters} ({clause}). Approve or refuse each.",
    ),
    "refusals_without_reason": Text(
        "有{refusals_without_reason}个不同意的集聚区没有写明理由（{clause}）。请按条款写明。",
        "{refusals_without_reason} refusals have no reason ({clause}). Give it by clause.",
    ),
    "letter_not_numbered": Text(
        "尚缺：发文字号。请填写办公系统编定的字号。", "Missing: the letter's number. Enter the one the office gave it."
    ),
    "letter_not_signed": Text("尚缺：签发日期。请填写。", "Missing: the day the letter was signed. Give it."),
    "letter_signed_in_future": Text(
        "签发日期{letter_signed_on}晚于今天（{today}），请核对。",
        "The day of signing, {letter_signed_on}, is after today ({today}); check it.",
    ),
    "reply_before_decision": Text(
        "复函的签发日期{letter_signed_on}早于审定日期{follows_on}（{clause}），请核对。",
        "The reply was signed on {letter_signed_on}, before the decision of {follows_on} ({clause}); check the days.",
    ),
    "letter_not_scanned": Text("尚缺：盖章件的扫描件。请上传。", "Missing: the scan of the sealed letter. Upload it."),
    "reason_missing": Text("请写明理由。", "Give the reason."),
    "answer_missing": Text(
        "请写明采纳情况：采纳、部分采纳或不采纳及其理由。", "Say what was taken up, and why not the rest."
    ),
    "settlement_missing": Text("请写明协调的结果。", "Say how it was settled."),
    "justification_missing": Text(
        "特殊情况说明没有理由，请写明。", "The reasoned exception gives no reason; write it."
    ),
    "acceptor_not_named": Text("请写明由谁认可该特殊情况说明。", "Name the person who accepts the reasoned exception."),
    "extension_not_days": Text(
        "一次延长1至366个工作日，现为{extension_days}，请核对。",
        "An extension is 1 to 366 working days, not {extension_days}; check the number.",
    ),
}
SENTENCES: dict[str, Text] = PLACE_AND_PERSON | DAYS | PLAN | OPINIONS | EXPERTS | APPLICATION | DECISION
