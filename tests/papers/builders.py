"""Letters of every kind, with invented people and places, to be varied by the tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from jijuqu.papers.envelope import Contact, Envelope
from jijuqu.papers.kinds import Letter
from jijuqu.papers.letters.application import Application
from jijuqu.papers.letters.approval_reply import ApprovalReply
from jijuqu.papers.letters.completion_request import CompletionRequest, Item
from jijuqu.papers.letters.executive_brief import ExecutiveBrief
from jijuqu.papers.letters.expert_report import ExpertReport
from jijuqu.papers.letters.joint_review_opinion import JointReviewOpinion
from jijuqu.papers.letters.meeting_notice import MeetingNotice
from jijuqu.papers.letters.minutes import Minutes
from jijuqu.papers.letters.non_acceptance import NonAcceptance, after_last_day
from jijuqu.papers.letters.opinion_request import OpinionRequest
from jijuqu.papers.letters.refusal_reply import RefusalReply
from jijuqu.papers.letters.sign_in_sheet import SignInSheet
from jijuqu.papers.letters.submission_memo import SubmissionMemo
from jijuqu.papers.matter import (
    Attendee,
    Citation,
    Cluster,
    DepartmentOpinion,
    Departure,
    Expert,
    Incoming,
    Meeting,
    Plan,
    Reason,
    Refused,
)
from jijuqu.papers.wording import CHINA

COMMISSION = "重庆市经济和信息化委员会"
NOTICE = Citation(title=f"{COMMISSION}关于加强中小企业集聚区规划建设的通知", number="渝经信规范〔2021〕5号")
PLAN = Plan(title="渝北区中小企业集聚区建设规划", district="渝北区")
HOME = Cluster(
    name="渝北区智能家居中小企业集聚区",
    industry="智能家居",
    location="大湾镇金凤村，东至金凤大道、南至规划二路、西至新桥河、北至渝邻快速路",
    total_land_mu=251.68,
    industrial_land_mu=215.374,
    industrial_floor_m2=143_600,
)
MATERIALS = Cluster(
    name="渝北区新型建材中小企业集聚区", industry="新型建材", location="茨竹镇", industrial_land_mu=232.1
)
PARTS = Cluster(
    name="渝北区汽车零部件中小企业集聚区", industry="汽车零部件", location="统景镇", industrial_floor_m2=108_200
)
THREE = (HOME, MATERIALS, PARTS)
APPLICATION = Incoming(
    title="渝北区人民政府关于申请规划建设渝北区智能家居中小企业集聚区的函",
    number="渝北府函〔2022〕31号",
    received_on=date(2022, 5, 16),
)
CITY_DEPARTMENTS = ("市发展改革委", "市规划自然资源局", "市生态环境局", "市应急局")
DISTRICT_DEPARTMENTS = ("区发展改革委", "区规划自然资源局", "区生态环境局", "区应急局", "渝北工业园区管委会")
VERIFY = "https://jijuqu.example.gov.cn/zh/verify/3fJ8kQ2mZr7Lx0Wd"
CONTACT = Contact(name="吴堃", phone="023-63890000")
REFUSED = Refused(
    cluster=PARTS,
    reasons=(
        Reason(clause="二（一）2", words="选址地块约38亩位于规划工业用地之外，不属于工业园区外的现有规划工业用地"),
        Reason(clause="二（二）1", words="未纳入区工业园区统一规划"),
    ),
)
EXPERTS = (
    Expert(name="龚喆", employer="重庆市规划设计研究院", post="正高级工程师", field="城乡规划", leads=True),
    Expert(name="欧阳祎昇", employer="重庆大学建筑城规学院", post="教授", field="产业规划"),
    Expert(name="赵龑", employer="重庆市生态环境科学研究院", post="高级工程师", field="环境评价"),
    Expert(
        name="买买提·阿不都热合曼", employer="中煤科工重庆设计研究院（集团）有限公司", post="总工程师", field="安全评价"
    ),
    Expert(name="李昕", employer="重庆工业设计产业研究院", post="研究员", field="智能家居"),
)
OPINIONS = (
    DepartmentOpinion(department="区发展改革委", stance="同意"),
    DepartmentOpinion(
        department="区规划自然资源局",
        stance="原则同意",
        words="建议核对西侧地块界址，避让规划道路红线，并补充现状工业用地权属情况",
        adopted="采纳",
        answer="已按2022年2月勘测定界成果调整边界，权属情况补入第二章",
    ),
    DepartmentOpinion(
        department="区生态环境局",
        stance="不同意",
        words="污水处理厂扩建方案尚不明确，不能支撑远期规模",
        adopted="部分采纳",
        answer="近期规模控制在现有处理能力以内，远期待扩建工程环评批复后实施",
    ),
    DepartmentOpinion(department="区应急局", stance="无意见"),
    DepartmentOpinion(department="渝北工业园区管委会", stance="无意见"),
)
DEPARTURE = Departure(
    clause="二（二）2",
    words="该集聚区用地由两个地块组成，相距186米，未完全集中连片。",
    reason="两地块之间为已建成市政道路和防护绿地，产业、基础设施统一布局，可作为整体管理",
)
MEETING = Meeting(
    title="渝北区中小企业集聚区建设规划专家评审会",
    begins_at=datetime(2022, 3, 9, 9, 30, tzinfo=CHINA),
    place="渝北区行政中心2号楼304会议室",
    host="渝北区经济和信息化委员会",
)


def city_envelope(**changes) -> Envelope:
    return replace(
        Envelope(
            serial="2022-0017",
            sender=COMMISSION,
            addressees=("渝北区人民政府",),
            number="渝经信函〔2022〕5号",
            day=date(2022, 6, 2),
            copies=CITY_DEPARTMENTS,
            contact=CONTACT,
            verify_url=VERIFY,
        ),
        **changes,
    )


def district_envelope(**changes) -> Envelope:
    wanted = {
        "serial": "2022-0009",
        "sender": "渝北区经济和信息化委员会",
        "addressees": (),
        "number": "",
        "day": date(2022, 3, 11),
        "copies": (),
    }
    return city_envelope(**wanted | changes)


def approval(clusters=(HOME,), refused=(), **changes) -> ApprovalReply:
    return replace(
        ApprovalReply(
            envelope=city_envelope(),
            notice=NOTICE,
            plan=PLAN,
            application=APPLICATION,
            departments=CITY_DEPARTMENTS,
            approved=tuple(clusters),
            refused=tuple(refused),
            smallest_supply_mu=10,
        ),
        **changes,
    )


def every_letter() -> dict[str, Letter]:
    """One letter of every kind, and some of them with more to say."""
    applied = {"notice": NOTICE, "plan": PLAN, "application": APPLICATION}
    answered = applied | {"departments": CITY_DEPARTMENTS}
    home = {"notice": NOTICE, "plan": PLAN}
    late = replace(APPLICATION, received_on=date(2023, 1, 3), number="渝北府函〔2023〕1号")
    return {
        "opinion_request": OpinionRequest(
            envelope=city_envelope(addressees=CITY_DEPARTMENTS, copies=(), attachments=("渝北区中小企业集聚区建设规划", "意见反馈表")),
            clusters=(HOME,),
            reply_by=date(2022, 5, 30),
            **applied,
        ),
        "opinion_request_district": OpinionRequest(
            envelope=district_envelope(addressees=DISTRICT_DEPARTMENTS, attachments=("渝北区中小企业集聚区建设规划",)),
            clusters=THREE,
            reply_by=date(2022, 3, 1),
            **home,
        ),
        "joint_review_opinion": JointReviewOpinion(
            envelope=district_envelope(),
            clusters=THREE,
            departments=DISTRICT_DEPARTMENTS,
            opinions=OPINIONS,
            conclusion="规划总体符合《通知》要求，同意按程序报区政府审定。",
            first_day=date(2022, 2, 10),
            last_day=date(2022, 3, 4),
            **home,
        ),
        "expert_report": ExpertReport(
            envelope=district_envelope(contact=None),
            plan=PLAN,
            meeting=MEETING,
            experts=EXPERTS,
            present=DISTRICT_DEPARTMENTS,
            findings=(
                "规划编制依据充分，内容完整，符合《通知》对规划内容的要求。",
                "产业定位清晰，与区域产业基础结合较好",
            ),
            advice=("补充智能家居产业链上下游企业布局分析", "细化标准厂房分期建设时序和投资估算", "完善污水集中处理和安全风险防控措施"),
            verdict="修改后通过",
        ),
        "application": Application(
            envelope=district_envelope(
                sender="渝北区人民政府",
                addressees=(COMMISSION,),
                attachments=(PLAN.title, "《渝北区中小企业集聚区建设规划》联合审查意见", "《渝北区中小企业集聚区建设规划》专家评审意见"),
            ),
            clusters=(HOME,),
            departments=DISTRICT_DEPARTMENTS,
            expert_review_on=date(2022, 3, 9),
            expert_verdict="修改后通过",
            approved_on=date(2022, 4, 18),
            approved_by="区政府第12次常务会议",
            **home,
        ),
        "application_three": Application(
            envelope=district_envelope(
                sender="渝北区人民政府", addressees=(COMMISSION,), attachments=(PLAN.title, "联合审查意见", "专家评审意见")
            ),
            clusters=THREE,
            departments=DISTRICT_DEPARTMENTS,
            expert_review_on=date(2022, 3, 9),
            expert_verdict="通过",
            approved_on=date(2022, 4, 18),
            departures=(DEPARTURE,),
            **home,
        ),
        "non_acceptance": NonAcceptance(
            envelope=city_envelope(copies=(), day=date(2023, 1, 6)),
            grounds=(after_last_day(date(2023, 1, 3), date(2022, 12, 31)),),
            **applied | {"application": late},
        ),
        "completion_request": CompletionRequest(
            envelope=city_envelope(copies=()),
            items=(
                Item(
                    what="专家评审意见",
                    clause="二（三）4",
                    reason="来函未附专家评审意见",
                    remedy="提供由专家组全体成员签名的评审意见原件",
                ),
                Item(
                    what="规划选址图",
                    clause="二（三）2",
                    reason="图示边界与所附界址点坐标不一致，面积相差6.2亩",
                    remedy="以勘测定界成果为准统一图、表、坐标",
                ),
            ),
            answer_by=date(2022, 6, 20),
            **applied,
        ),
        "approval_reply": approval(),
        "approval_reply_three": approval(THREE),
        "approval_reply_partial": approval((HOME, MATERIALS), (REFUSED,), conditions=("新型建材集聚区应在规划环评通过审查后开工建设",)),
        "refusal_reply": RefusalReply(
            envelope=city_envelope(), refused=(REFUSED,), may_apply_until=date(2022, 12, 31), **answered
        ),
        "refusal_reply_three": RefusalReply(
            envelope=city_envelope(),
            refused=tuple(replace(REFUSED, cluster=each) for each in THREE),
            **answered,
        ),
        "submission_memo": SubmissionMemo(
            envelope=city_envelope(number="", addressees=(), copies=(), contact=None),
            subject="关于渝北区申请规划建设智能家居中小企业集聚区的办理意见",
            office="中小企业处",
            drafted_by="吴堃　63890000",
            summary="渝北区来函申请规划建设渝北区智能家居中小企业集聚区，工业用地215.37亩，已完成联合审查和专家评审，并经区政府审定",
            proposal="经核，来函材料齐全。建议征求市发展改革委、市规划自然资源局、市生态环境局、市应急局意见后提请委主任办公会审定",
            incoming=APPLICATION,
            incoming_from="渝北区人民政府",
            due_on=date(2022, 6, 14),
        ),
        "meeting_notice": MeetingNotice(
            envelope=district_envelope(addressees=DISTRICT_DEPARTMENTS, attachments=("参会人员回执",)),
            meeting=MEETING,
            agenda=("听取规划编制单位汇报", "专家质询、讨论并形成评审意见"),
            attendees=("评审专家", "有关部门分管负责人和业务科室负责人", "规划编制单位项目负责人"),
            requests=("请提前10分钟到会并签到", "请自带规划文本"),
            answer_by=date(2022, 3, 7),
        ),
        "sign_in_sheet": SignInSheet(
            envelope=district_envelope(contact=None),
            meeting=MEETING,
            expected=tuple(Attendee(employer=each.employer, name=each.name, post=each.post) for each in EXPERTS)
            + tuple(Attendee(employer=each) for each in DISTRICT_DEPARTMENTS),
        ),
        "minutes": Minutes(
            envelope=district_envelope(contact=None, number="〔2022〕3期", copies=("区政府办公室",)),
            meeting=replace(MEETING, title="渝北区中小企业集聚区建设规划联合审查会议"),
            chair="区经济信息委主任周晓",
            heard="会议听取了规划编制情况汇报，对部门意见进行了逐条研究",
            settled=(
                "原则同意规划选址。请规划编制单位按勘测定界成果修正边界",
                "请区生态环境局会同编制单位明确污水集中处理近期方案，3月20日前完成",
                "请区经济信息委汇总各方意见，修改完善后报区政府审定",
            ),
            present=tuple(Attendee(employer=each, name=name) for each, name in zip(DISTRICT_DEPARTMENTS, ("张一", "李二", "王三", "刘喆", "陈五"), strict=True)),
            excused=(Attendee(employer="区财政局", name="孙六"),),
        ),
        "executive_brief": ExecutiveBrief(
            envelope=district_envelope(contact=None),
            clusters=THREE,
            departments=DISTRICT_DEPARTMENTS,
            opinions=OPINIONS,
            expert_review_on=date(2022, 3, 9),
            expert_verdict="修改后通过",
            departures=(DEPARTURE,),
            **home,
        ),
    }  # fmt: skip
