"""What events are called in a history: of cases beside the procedure, of experts, the register, the reference data."""

from jijuqu.words.text import Text

ACTS = {
    "draft_letter": Text("拟稿", "draft a letter"),
    "redraft_letter": Text("修改拟稿", "change a draft"),
    "enter_paper": Text("登记线下件", "enter a paper"),
    "cases.enter_expert": Text("专家入库", "enter an expert"),
    "cases.end_expert": Text("专家出库", "end an expert"),
    "cases.forget_expert": Text("清除专家个人信息", "remove an expert's personal data"),
    "cases.follow_calendar": Text("期限随工作日历或承诺时限调整", "due days follow the calendar or the time limits"),
    "cases.forget_contact": Text("清除联系人", "remove a contact"),
    "registry.enter_park": Text("登记园区", "enter a park"),
    "registry.enter_layer": Text("登记规划图层", "enter a planning layer"),
    "registry.enter_cluster": Text("登记集聚区", "enter a cluster"),
    "registry.approve_cluster": Text("登记批准", "enter an approval"),
    "registry.approve": Text("批准并列入名录", "approve and enter in the register"),
    "registry.attach_reply": Text("登记复函", "enter the letter of approval"),
    "registry.correct_cluster": Text("更正登记内容", "correct an entry"),
    "registry.end_cluster": Text("注销集聚区", "end a cluster"),
    "registry.publish_cluster": Text("公开集聚区", "publish a cluster"),
    "registry.unpublish_cluster": Text("撤下已公开的集聚区", "take a published cluster down"),
    "registry.claim_slot": Text("占用园外名额", "take a place outside the parks"),
    "registry.release_slot": Text("释放园外名额", "let a place outside the parks go"),
    "reference.publish_year": Text("录入年度放假安排", "enter the holidays of a year"),
    "reference.correct_day": Text("更正日历", "correct the calendar"),
    "reference.change_time_limit": Text("变更承诺时限", "change a time limit"),
    "reference.enter_access_entry": Text("录入准入清单条目", "enter an entry of an access list"),
    "reference.end_access_entry": Text("终止准入清单条目", "end an entry of an access list"),
    "reference.import_access_list": Text("导入准入清单", "import an access list"),
    "reference.enter_parameter": Text("录入参数", "enter a parameter"),
    "reference.import_industries": Text("导入行业代码", "import industry codes"),
}
