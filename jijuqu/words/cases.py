"""What is said of cases beyond the procedure's own refusals."""

from jijuqu.words.text import Text

SENTENCES = {
    "case_changed_meanwhile": Text(
        "{who}已先办理“{act}”，本页内容已不是最新；您填写的内容没有丢失，请核对后重新提交。",
        "{who} was first with “{act}”, so this page is out of date; what you typed is kept: look again and send it once more.",
    ),
}
