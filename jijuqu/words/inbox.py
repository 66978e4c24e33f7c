"""Why something stands in somebody's inbox, and whom it waits for."""

from jijuqu.words.text import Text

TO_DO = {
    "drafting": Text("规划由您单位编制", "your office drafts the plan"),
    "experts_to_convene": Text("尚未召集专家评审会", "the experts are not convened yet"),
    "opinions_overdue": Text("{overdue}个部门逾期未反馈意见", "departments overdue: {overdue}"),
    "opinions_in": Text("部门意见已全部反馈", "all opinions are in"),
    "district_decision": Text("规划报请您审定", "the plan is submitted for your approval"),
    "ready": Text("区县已审定，待提出申请", "approved by the district; the application is next"),
    "applied": Text("区县已提出申请，待收文登记", "the district applied; the receipt is next"),
    "received": Text("已收文，待核对材料", "received; the materials are to be checked"),
    "correction": Text("市经济信息委请补充完善材料", "the commission asks for more materials"),
    "city_decision": Text("规划报请您审定", "the plan is submitted for your decision"),
    "decided": Text("已审定，待函复区县", "decided; the reply is next"),
    "opinion_to_write": Text("征求{department}意见", "{department} is asked for its opinion"),
    "opinion_again": Text("补正后重新征求{department}意见", "{department} is asked again after a correction"),
    "opinion_to_sign": Text("{department}的意见待签发", "the opinion of {department} is to be signed"),
    "seat": Text("请您评审规划", "you are asked to assess the plan"),
}
WAITING = {
    "suspended": Text("已中止，时限停止计算", "suspended; the clock stands still"),
    "opinions": Text("待{awaited}个部门反馈意见", "departments still to answer: {awaited}"),
    "opinion_to_sign": Text("{department}的意见待负责人签发", "the head of {department} is to sign"),
    "opinion_with": Text("由{who}填写部门意见", "{who} writes the opinion"),
    "opinion_to_write": Text("{department}的意见待填写", "the opinion of {department} is to be written"),
    "seat": Text("已评分，待登记评审意见", "scored; the report is to follow"),
    "office": Text("待{who}办理：{state}", "with {who}: {state}"),
}
NEXT = {
    "opinion_to_write": "give_opinion",
    "opinion_again": "give_opinion",
    "opinion_to_sign": "sign_opinion",
    "seat": "score_plan",
    "experts_to_convene": "convene_experts",
    "opinions_overdue": "remind_department",
}
