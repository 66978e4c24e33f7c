"""What permissions, acts on accounts, and the reasons of notices are called."""

from __future__ import annotations

from jijuqu.words.text import Text

PERMISSIONS = {
    "see_cases": Text("查看案件", "see cases"),
    "plan": Text("编制规划、提出申请", "draft plans and apply"),
    "organise_review": Text("组织联合审查", "organise the joint review"),
    "give_opinion": Text("填写部门意见", "write opinions"),
    "sign_opinion": Text("签发部门意见", "sign opinions"),
    "assess": Text("专家评审", "assess as an expert"),
    "decide": Text("审定", "decide"),
    "receive": Text("收文登记、要求补充完善材料", "receive applications and ask for more"),
    "write_letters": Text("拟稿、下载办文包", "draft letters, take document sets"),
    "register_papers": Text("线下件登记", "enter papers from outside"),
    "enter_in_park": Text("园区内集聚区名录登记", "enter clusters in parks"),
    "enter_existing": Text("录入存量台账", "enter clusters approved on paper"),
    "publish": Text("公开集聚区", "publish clusters"),
    "compare_districts": Text("比较各区县", "compare districts"),
    "screen_sites": Text("选址筛查", "screen land for sites"),
    "try_policy": Text("政策测算", "try out policy"),
    "keep_reference": Text("维护日历、时限和准入清单", "keep calendars, time limits and access lists"),
    "keep_people": Text("管理账号与授权", "keep accounts and appointments"),
    "keep_system": Text("管理系统运行", "keep the system running"),
    "audit": Text("审计核验", "audit the record"),
}

# What an event of `accounts` is called in a history.
ACTS = {
    "accounts.enter_organisation": Text("录入单位", "enter an organisation"),
    "accounts.amend_organisation": Text("修改单位信息", "amend an organisation"),
    "accounts.enter_person": Text("录入人员", "enter a person"),
    "accounts.amend_person": Text("修改人员信息", "amend a person"),
    "accounts.appoint": Text("授予角色", "appoint"),
    "accounts.end_appointment": Text("终止角色", "end an appointment"),
    "accounts.close_account": Text("停用账号", "close an account"),
    "accounts.reopen_account": Text("恢复账号", "reopen an account"),
    "accounts.reset_password": Text("重置密码", "reset a password"),
    "accounts.change_password": Text("修改本人密码", "change one's own password"),
    "accounts.set_second_factor": Text("启用动态口令", "set up a second factor"),
    "accounts.reset_second_factor": Text("重置动态口令", "reset a second factor"),
    "accounts.forget_person": Text("清除个人信息", "remove personal data"),
}

# Why somebody is told of something: said in the application and in the mail.
REASONS = {
    "to_do": Text("这件事待您办理", "this waits for you"),
    "takes_part": Text("您参与办理此事", "you take part in this"),
    "organisation": Text("此事与您所在单位有关", "this concerns your organisation"),
    "deputy": Text("您正在代行他人职责", "you deputise for somebody"),
    "watched": Text("您关注了此事", "you watch this"),
    "account": Text("您的账号或授权有变动", "your account or appointments changed"),
}

MAIL_OF_SEVERAL = Text("您有{count}条通知", "You have {count} notifications")
MAIL_PART = Text(
    "{about}\n为何通知您：{reason}。\n查看：{address}",
    "{about}\nWhy you are told: {reason}.\nSee: {address}",
)
MAIL_ENDING = Text(
    "——\n这封邮件由中小企业集聚区系统自动发送，请勿回复。逐条、每天汇总或不发邮件，可在这里选择：{address}",
    "--\nSent by the SME cluster system; please do not reply. Choose single mails, a daily digest or none at {address}",
)
