"""What the desk says of an act: what its button says, named by act and effect, and what it leads to."""

from jijuqu.words.text import Text

# The button. {departments}, {clusters}, {state}: how many are asked, how many clusters, what the case goes back to.
BUTTONS = {
    "open_case": Text("立案，开始编制", "Open the case and begin drafting"),
    "register_application": Text("登记来函申请", "Register the application"),
    "edit_plan": Text("编制规划", "Write the plan"),
    "enter_from_papers": Text("按来件录入规划", "Enter the plan from its papers"),
    "add_material": Text("添加材料", "Add a material"),
    "record_eia": Text("记录规划环评", "Record the planning EIA"),
    "start_district_review": Text(
        "发出联合审查，{departments}个部门", "Send for joint review; departments: {departments}"
    ),
    "ask_department": Text("征求部门意见，开始计时", "Ask the department and start its clock"),
    "remind_department": Text("催办未反馈的部门", "Remind the departments awaited"),
    "hand_over_opinion": Text("转交本部门同事", "Hand over to a colleague"),
    "give_opinion": Text("保存部门意见，交负责人签发", "Save the opinion for signature"),
    "sign_opinion": Text("签发部门意见，即时生效", "Sign the opinion; it binds at once"),
    "answer_opinion": Text("答复部门意见，{remarks}条待答复", "Answer the remarks of departments ({remarks})"),
    "settle_conflict": Text("记录协调结果", "Record how it was settled"),
    "convene_experts": Text("召集专家评审会", "Convene the experts"),
    "score_plan": Text("提交专家评分", "Submit the scores"),
    "record_expert_report": Text("登记专家评审意见", "Record the experts' report"),
    "return_to_drafting": Text("退回编制，结束本轮审查", "Return to drafting; this review ends"),
    "submit_to_district": Text("报请区县政府审定", "Submit for the district's approval"),
    "approve_by_district": Text("审定同意，可提出申请", "Approve; the district may apply"),
    "return_by_district": Text("退回修改，回到编制", "Return for changes; back to drafting"),
    "apply": Text("向市经济信息委提出申请", "Apply to the city commission"),
    "receive": Text("收文登记，占用{clusters}个名额", "Register the receipt; places taken: {clusters}"),
    "decline": Text("不予受理，本案办结", "Decline; the case ends"),
    "request_correction": Text("请补充完善材料，时限停止计算", "Ask for the materials; the clock stops"),
    "resubmit": Text("重新报送，回到{state}", "Send again; back to: {state}"),
    "start_city_review": Text("发出联合审查，{departments}个部门", "Send for joint review; departments: {departments}"),
    "submit_to_city": Text("报请市级审定", "Submit for the city's decision"),
    "return_by_city": Text("退回复核，回到市级联合审查", "Return; back to the joint review"),
    "decide": Text("审定{clusters}个集聚区", "Decide; clusters: {clusters}"),
    "register_reply": Text("登记复函，本案办结", "Register the reply; the case ends"),
    "register_letter": Text("登记发文", "Register a letter sent"),
    "accept_exception": Text("认可特殊情况说明", "Accept the reasoned exception"),
    "extend": Text("延长办理时限", "Extend the time limit"),
    "suspend": Text("中止办理，时限停止计算", "Suspend; the clock stops"),
    "resume": Text("恢复办理，回到{state}", "Resume; back to: {state}"),
    "withdraw": Text("撤回本案，释放名额", "Withdraw the case; its places are free again"),
}
# The button of edit_plan while items are to be completed.
ANSWER_ITEMS = Text("逐项答复，{items}项待答复", "Answer the items ({items})")

# What the pages say on which a case begins.
BEGINNINGS = {
    "open_case": Text(
        "区县明确规划编制主管部门后立案，随后逐部分编写规划、上传边界、明确责任主体。",
        "A district that has named the authority that drafts opens the case; text, boundary and responsible bodies follow.",
    ),
    "register_application": Text(
        "区县以纸质函件提出申请的，凭函件登记：区县已办的环节不再补录，由市级经办按来件录入规划，接着收文登记。",
        "Where a district applied on paper, its letter is registered: the district's steps are not replayed, the city's "
        "officer enters the plan from its papers, and the receipt follows.",
    ),
}
