"""What the parts of the procedure are called: levels, roles, departments, states, acts, verdicts."""

from __future__ import annotations

from jijuqu.words.text import Text

LEVELS = {"district": Text("区县", "district"), "city": Text("市级", "city")}
ROLES = {
    "drafter": Text("编制经办", "drafting officer"),
    "district_leader": Text("区县审定人", "district leader"),
    "reviewer": Text("部门审查人", "department reviewer"),
    "signatory": Text("部门负责人", "head of the department"),
    "expert": Text("评审专家", "expert"),
    "city_officer": Text("市级经办", "city officer"),
    "city_leader": Text("市级审定人", "city leader"),
    "system_admin": Text("系统管理员", "system administrator"),
    "security_admin": Text("安全管理员", "security administrator"),
    "auditor": Text("审计员", "auditor"),
}
DUTIES = {
    "development_reform": Text("发展改革", "development and reform"),
    "natural_resources": Text("规划自然资源", "planning and natural resources"),
    "ecology": Text("生态环境", "ecology and environment"),
    "emergency": Text("应急管理", "emergency management"),
    "parks": Text("工业园区", "industrial parks"),
    "economy": Text("经济信息", "economy and information"),
    "science": Text("科技", "science and technology"),
    "finance": Text("财政", "finance"),
}
STATES = {
    "drafting": Text("编制中", "drafting"),
    "district_review": Text("区县联合审查", "district joint review"),
    "district_decision": Text("报请区县审定", "district approval"),
    "ready": Text("待提出申请", "ready to apply"),
    "applied": Text("待市级收文", "applied, not yet received"),
    "received": Text("市级核对材料", "city checks the materials"),
    "correction": Text("补充完善材料", "completing the materials"),
    "city_review": Text("市级联合审查", "city joint review"),
    "city_decision": Text("市级审定", "city decision"),
    "decided": Text("已审定待复函", "decided, reply to follow"),
    "answered": Text("已函复", "answered"),
    "not_accepted": Text("不予受理", "not accepted"),
    "withdrawn": Text("已撤回", "withdrawn"),
    "suspended": Text("已中止", "suspended"),
}
ACTS = {
    "open_case": Text("立案", "open a case"),
    "register_application": Text("登记来函申请", "register an application by letter"),
    "edit_plan": Text("编制规划", "edit the plan"),
    "enter_from_papers": Text("按来件补录", "enter what the papers say"),
    "add_material": Text("增减材料", "add or withdraw material"),
    "record_eia": Text("记录规划环评", "record the planning EIA"),
    "start_district_review": Text("发起区县联合审查", "start the district's joint review"),
    "ask_department": Text("征求部门意见", "ask a department"),
    "remind_department": Text("催办", "remind a department"),
    "hand_over_opinion": Text("转交他人办理", "hand the request to a colleague"),
    "give_opinion": Text("填写部门意见", "write an opinion"),
    "sign_opinion": Text("签发部门意见", "sign an opinion"),
    "answer_opinion": Text("答复部门意见", "answer an opinion"),
    "settle_conflict": Text("协调分歧意见", "settle a conflict of opinions"),
    "convene_experts": Text("召集专家评审会", "convene the experts"),
    "score_plan": Text("专家评分", "score the plan"),
    "record_expert_report": Text("登记专家评审意见", "record the experts' report"),
    "return_to_drafting": Text("退回编制", "return to drafting"),
    "submit_to_district": Text("报请区县审定", "submit to the district"),
    "approve_by_district": Text("区县审定", "approve for the district"),
    "return_by_district": Text("区县退回修改", "return by the district"),
    "apply": Text("提出申请", "apply to the city"),
    "receive": Text("收文登记", "register the receipt"),
    "decline": Text("不予受理", "decline to accept"),
    "request_correction": Text("请补充完善材料", "request completion of the materials"),
    "resubmit": Text("重新报送材料", "resubmit the materials"),
    "start_city_review": Text("发起市级联合审查", "start the city's joint review"),
    "submit_to_city": Text("报请市级审定", "submit for the city's decision"),
    "return_by_city": Text("市级退回复核", "return by the city"),
    "decide": Text("审定", "decide"),
    "register_reply": Text("登记复函", "register the reply"),
    "register_letter": Text("登记发文", "register a letter sent"),
    "withdraw": Text("撤回", "withdraw"),
    "suspend": Text("中止", "suspend"),
    "resume": Text("恢复办理", "resume"),
    "extend": Text("延长时限", "extend the time limit"),
    "accept_exception": Text("认可特殊情况说明", "accept a reasoned exception"),
}
VERDICTS = {
    "passed": Text("通过", "passed"),
    "passed_with_changes": Text("修改后通过", "passed with changes"),
    "failed": Text("不通过", "not passed"),
}
GROUNDS = {
    "after_last_day": Text("逾期", "received after the last day"),
    "before_first_day": Text("通知尚未执行", "received before the notice took effect"),
    "only_in_parks": Text("集聚区均在工业园区内，不需申请", "all clusters lie in parks and need no application"),
}
CLOCKS = {
    "district_opinion": Text("区县部门反馈意见", "district departments' opinions"),
    "city_check": Text("核对材料", "check of the materials"),
    "correction_answer": Text("补充完善材料", "completion of the materials"),
    "city_opinion": Text("市级部门反馈意见", "city departments' opinions"),
    "city_decision": Text("市级审查审定", "the city's review and decision"),
    "reply_prompt": Text("及时函复", "prompt reply"),
}
LAMPS = {
    "green": Text("时限内", "in time"),
    "amber": Text("即将到期", "due soon"),
    "red": Text("已超期", "overdue"),
    "stopped": Text("已停止计时", "stopped"),
    "unlit": Text("未计时限", "no limit shown"),
}
WEEKDAYS = (
    Text("星期一", "Monday"),
    Text("星期二", "Tuesday"),
    Text("星期三", "Wednesday"),
    Text("星期四", "Thursday"),
    Text("星期五", "Friday"),
    Text("星期六", "Saturday"),
    Text("星期日", "Sunday"),
)
STANCES = {
    "none": Text("无意见", "no opinion"),
    "agree": Text("同意", "agree"),
    "agree_with_advice": Text("原则同意，建议……", "agree in principle, with advice"),
    "disagree": Text("不同意", "disagree"),
}
FIELDS = {
    "industry": Text("产业发展", "industry"),
    "planning": Text("城乡规划", "planning"),
    "land": Text("土地利用", "land use"),
    "ecology": Text("生态环境", "ecology and environment"),
    "safety": Text("安全生产", "safety"),
    "construction": Text("工程建设", "construction"),
    "operation": Text("园区运营", "running of parks"),
    "finance": Text("财政金融", "public finance"),
}
LANES = {
    "drafting_authority": Text("编制主管部门", "drafting authority"),
    "district_departments": Text("区县部门", "district departments"),
    "experts": Text("专家", "experts"),
    "district_government": Text("区县政府", "district government"),
    "city_commission": Text("市经济信息委", "city commission"),
    "city_departments": Text("市级部门", "city departments"),
}
PUBLIC_STAGES = {
    "planning": Text("规划编制", "plan being drafted"),
    "district_review": Text("区县审查", "district review"),
    "application": Text("申请与核对材料", "application and check of materials"),
    "city_review": Text("市级审查", "city review"),
    "answered": Text("已函复", "answered"),
    "ended": Text("已终止", "ended"),
}
THE_WHOLE_PLAN = Text("规划整体", "the plan as a whole")
