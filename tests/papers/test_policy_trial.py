"""The document of a policy trial says what was changed, what follows in all, and who flips; words stay words."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import docx

from jijuqu.papers.policy_trial import ChangedRule, FlippedFinding, FlipTotal, PolicyTrial, TriedNumber, write
from jijuqu.papers.word.document import docx_of

TRIAL = PolicyTrial(
    made_on=date(2022, 9, 1), about="全市园外集聚区", notice="渝经信规范〔2021〕5号", rows=8,
    changes=(TriedNumber(label="工业用地下限", clause="二（二）2", before="200亩", after="170亩"),),
    statuses=(("均满足", "均满足", 3), ("有不满足的", "尚有待核的", 5)),
    counts=(FlipTotal(district="万州区", clause="二（二）2", demand="工业用地或工业建筑规模", before="待核", after="符合", rows=5),),
    flips=(FlippedFinding(name="<甲>集聚区", clause="二（二）2", demand="工业用地或工业建筑规模", before="待核", after="符合"),),
    left_out=4,
)  # fmt: skip


def test_the_document_has_changes_totals_counts_and_flips():
    assert write(TRIAL).words().splitlines() == [
        "政策测算", "政策测算结果",
        "2022年9月1日，以全市园外集聚区为对象，就渝经信规范〔2021〕5号作政策测算，共核查8个对象。测算按所列数字逐条核查，不计特殊情况说明，结果供研究参考。",
        "一、改动", "参数\t条款\t现行\t改后", "工业用地下限\t二（二）2\t200亩\t170亩",
        "二、总体结论", "现行\t改后\t个数", "均满足\t均满足\t3", "有不满足的\t尚有待核的\t5",
        "三、结论变化汇总", "区县\t条款\t要求\t现行\t改后\t个数", "万州区\t二（二）2\t工业用地或工业建筑规模\t待核\t符合\t5",
        "四、结论变化清单", "以下列出前1处，另有4处见所附的表。", "对象\t条款\t要求\t现行\t改后", "<甲>集聚区\t二（二）2\t工业用地或工业建筑规模\t待核\t符合",
    ]  # fmt: skip


def test_where_nothing_flips_it_says_so():
    words = write(replace(TRIAL, counts=(), flips=(), left_out=0, changes=())).words()
    assert "没有一处结论改变。" in words
    assert "参数和条文均无改动。" in words


def test_a_draft_is_named_with_the_words_that_it_changes():
    rule = ChangedRule(
        clause="二（二）2", demand="工业用地", change="改写", before="一般不少于200亩", after="不少于150亩"
    )
    words = write(replace(TRIAL, draft="征求意见稿", rules=(rule,), changes=())).words()
    assert "就渝经信规范〔2021〕5号试用草案“征求意见稿”作政策测算" in words
    assert (
        "一、改动\n条款\t要求\t改动\t现行条文\t草案条文\n二（二）2\t工业用地\t改写\t一般不少于200亩\t不少于150亩\n二、"
        in words
    )


def test_it_opens_in_a_word_processor():
    document = docx.Document(io.BytesIO(docx_of(write(TRIAL))))
    first = document.tables[0]
    assert [cell.text for cell in first.rows[1].cells] == ["工业用地下限", "二（二）2", "200亩", "170亩"]
