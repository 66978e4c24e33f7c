"""The names of letters and tables, and what is said where one cannot be written."""

from __future__ import annotations

from jijuqu.words.text import Text

KINDS: dict[str, Text] = {
    "opinion_request": Text("征求意见函", "Request for opinions"),
    "joint_review_opinion": Text("联合审查意见", "Joint review opinion"),
    "expert_report": Text("专家评审意见", "Expert review opinion"),
    "application": Text("申请函", "Application letter"),
    "non_acceptance": Text("不予受理的复函", "Letter of non-acceptance"),
    "completion_request": Text("请补充完善材料的函", "Request to complete the materials"),
    "approval_reply": Text("同意的复函", "Approval letter"),
    "refusal_reply": Text("不予同意的复函", "Refusal letter"),
    "submission_memo": Text("呈批件", "Submission memo"),
    "meeting_notice": Text("会议通知", "Meeting notice"),
    "sign_in_sheet": Text("签到表", "Sign-in sheet"),
    "minutes": Text("会议纪要", "Minutes"),
    "executive_brief": Text("常务会汇报", "Brief for the executive meeting"),
    "opinions_table": Text("部门意见及采纳情况表", "Opinions and what became of them"),
    "progress_table": Text("规划建设进展情况表", "Progress by district"),
}
FACES: dict[str, Text] = {
    "title": Text("标题（小标宋）", "titles (Xiaobiaosong)"),
    "body": Text("正文（仿宋）", "body (Fangsong)"),
    "heading": Text("一级标题（黑体）", "first headings (Heiti)"),
    "subheading": Text("二级标题（楷体）", "second headings (Kaiti)"),
    "page_number": Text("页码（宋体）", "page numbers (Songti)"),
}
SENTENCES: dict[str, Text] = {
    "not_a_letter_number": Text(
        "“{typed}”不是完整的发文字号；请按“渝经信函〔2022〕5号”的样式填写机关代字、年份和顺序号。",
        "“{typed}” is no complete letter number; give office, year and count as in 渝经信函〔2022〕5号.",
    ),
    "approval_without_clusters": Text(
        "复函没有同意的集聚区；全部不同意的，请用“不予同意的复函”。",
        "The approval letter approves no cluster; where all are refused write the refusal letter.",
    ),
    "refusal_without_clusters": Text(
        "不予同意的复函没有列出集聚区；请逐个列出并写明理由。",
        "The refusal letter names no cluster; list each with its reasons.",
    ),
    "refusal_without_reason": Text(
        "没有写明不同意“{cluster}”的理由；请逐条写明所依条款和理由。",
        "No reason is given for refusing {cluster}; give the clause and the reason for each.",
    ),
    "non_acceptance_without_ground": Text(
        "不予受理的复函没有依据：来函在受理期内收到；有其他依据的，请另加一条，写明所依条款和理由。",
        "The letter of non-acceptance has no ground: the application came in time. Where there is another, add it with "
        "its clause and reason.",
    ),
    "meeting_not_called": Text(
        "还没有召集专家评审会；召集以后，时间、地点和专家名单会写入这份文书。",
        "The experts are not convened yet; once they are, day, place and names stand in this paper.",
    ),
    "completion_without_items": Text(
        "没有列出需补充完善的事项；请一次列全。",
        "Nothing to complete is listed; list every item at once.",
    ),
    "letter_without_clusters": Text(
        "没有列出集聚区；规划至少含一个集聚区。",
        "No cluster is listed; a plan holds at least one.",
    ),
    "missing_glyphs": Text(
        "现有字库没有这些字：{characters}。请核对用字；用字无误的，把含有这些字的字库放进 JIJUQU_FONTS 所指文件夹。DOCX 不受影响。",
        "The fonts at hand lack these characters: {characters}. Check them; where they are right put a font that has "
        "them into the folder named by JIJUQU_FONTS. The DOCX is not affected.",
    ),
    "no_letter_fonts": Text(
        "没有可用的字库（{folder}）；请运行 make setup，或用 JIJUQU_FONTS 指明存放字库的文件夹。",
        "There are no fonts in {folder}; run make setup, or name a folder of fonts with JIJUQU_FONTS.",
    ),
    "no_such_letter_kind": Text(
        "没有“{kind}”这种文书；可选：{kinds}。",
        "There is no kind of letter “{kind}”; the kinds are: {kinds}.",
    ),
}
