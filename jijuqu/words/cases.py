"""What is said of cases beyond the procedure's own refusals."""

from jijuqu.words.text import Text

SENTENCES = {
    "who_was_first": Text(
        "{who}已于{on}先办理“{act}”。",
        "{who} was first: “{act}”, {on}.",
    ),
    "letter_issued_already": Text(
        "该公文已由{who}登记为{number}，登记后不再改动；需要更正的，请另拟一份更正件。",
        "{who} has registered this letter as {number}, and it never changes again: to correct it, draft a new one that "
        "replaces it.",
    ),
    "letter_number_taken": Text(
        "文号{number}已由{who}登记给案件{case}的另一份公文，请核对OA中的文号。",
        "{who} has given the number {number} to another letter, of case {case}; check the number in the office's register.",
    ),
    "letter_replaced_already": Text(
        "该公文已有更正件（{serial}），请在更正件上修改。",
        "This letter is being corrected already ({serial}): change that draft.",
    ),
    "letter_not_ours": Text(
        "{issuer}的公文不能由您所在单位拟稿或登记，请转其经办人办理。",
        "A letter of {issuer} is not for your organisation to draft or register; pass it on to theirs.",
    ),
    "opinion_signed_already": Text("{who}已于{on}签发该部门意见。", "{who} signed this department's opinion on {on}."),
    "row_gone": Text(
        "所办理的内容已被他人删除或者替换，请刷新页面后再办理。",
        "What this is about was removed or replaced meanwhile; load the page again.",
    ),
    "only_cluster": Text(
        "规划至少要有一个集聚区；不再规划的，请撤回本案。",
        "A plan has at least one cluster; where none is planned any more, withdraw the case.",
    ),
    "not_of_this_case": Text(
        "所选内容不属于本案（{number}），请重新选择。",
        "What was chosen does not belong to this case ({number}); choose again.",
    ),
    "department_not_of_level": Text(
        "{department}不是{side}联合审查的部门，请改选。",
        "{department} does not take part in the joint review of: {side}. Choose another.",
    ),
    "organisation_not_on_day": Text(
        "{organisation}在{on}不存在（存续期间：{first}至{last}），请改选承接其职责的单位。",
        "{organisation} did not exist on {on} (from {first} to {last}); choose the one that took over from it.",
    ),
    "holder_not_on_day": Text(
        "{holder}在{on}不是申报主体，请核对日期，或者由承接的区县立案。",
        "{holder} holds no quota on {on}: check the day, or let its successor open the case.",
    ),
    "colleague_elsewhere": Text(
        "{name}在{on}不是{department}的审查人，不能起草意见，请改选；审签仍由负责人办理。",
        "{name} is no reviewer of {department} on {on} and cannot write its opinion: choose another. "
        "Its leader signs as before.",
    ),
    "review_over": Text(
        "该轮联合审查已结束，请在现行一轮中办理。", "This round of joint review is over; go to the one that runs."
    ),
    "expert_report_recorded": Text(
        "第{number}次专家评审会的评审意见已登记；需要重新评审的，请另行召集。",
        "The report of meeting {number} is on record already; to review again, convene another meeting.",
    ),
    "seat_of_another": Text(
        "该席位是{name}的，评分由本人填写，或者登记其签字的评分表。",
        "This seat is {name}'s, who enters the scores, or whose signed sheet is registered.",
    ),
    "score_outside": Text(
        "评分应为0至100的整数：{criterion}。", "Scores are whole numbers from 0 to 100: {criterion}."
    ),
    "fact_not_to_state": Text(
        "“{label}”由界址文件实测或者由本案的登记得出，不能另行申报；如有出入，请更正界址文件或者相应登记。",
        "“{label}” is measured from the survey file or follows from what is on record here, so it is not stated: mend the "
        "file or the record.",
    ),
    "cluster_numbers_unknown": Text(
        "本案没有第{numbers}个集聚区，请核对后重新审定。",
        "This case has no cluster {numbers}; check and decide again.",
    ),
    "cluster_without_boundary": Text(
        "{cluster}没有边界，不能列入名录（二（三）2）。请先录入界址文件，或者对其不予同意。",
        "No boundary is known of {cluster}, so it cannot be entered in the register (二（三）2): enter its survey file, or "
        "refuse it.",
    ),
    "date_in_future": Text(
        "{what}{day}晚于今天（{today}），请核对。", "{what} {day} is after today ({today}); check it."
    ),
    "date_too_early": Text(
        "{what}{day}早于{earliest}，请核对年份。", "{what} {day} is before {earliest}; check the year."
    ),
    "date_too_far": Text("{what}{day}晚于{latest}，请核对年份。", "{what} {day} is after {latest}; check the year."),
    "case_changed_meanwhile": Text(
        "{who}已先办理“{act}”，本页内容已不是最新；您填写的内容没有丢失，请核对后重新提交。",
        "{who} was first with “{act}”, so this page is out of date; what you typed is kept: look again and send it once more.",
    ),
    "case_moved_on": Text(
        "{who}已先办理“{act}”，“{wanted}”因此不能再办；您填写的内容还在下面，有用的请复制留存。",
        "{who} was first with “{act}”, so “{wanted}” cannot be done any more; what you typed is below, copy what is of use.",
    ),
}
