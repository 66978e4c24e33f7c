"""A comparison as a document (政策测算结果): what `population` found, handed to `papers`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jijuqu.papers.policy_trial import ChangedRule, FlippedFinding, FlipTotal, PolicyTrial, TriedNumber, write
from jijuqu.papers.word.document import docx_of
from jijuqu.population.flips_said import said_flips, said_outcome
from jijuqu.words import population as words
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from jijuqu.population.changes import Change, RuleChange
    from jijuqu.population.flips import Flips

LISTED = 200  # flips told one by one; more are for a table


def trial_document(parts: Sequence[Flips], changed: Sequence[Change], about: str, made_on: datetime.date) -> bytes:
    """Return the comparison as DOCX, in Chinese as official papers are."""
    counts = [count for part in parts for count in part.counts()]
    statuses: Counter[tuple[int, int]] = Counter()
    for part in parts:
        statuses.update(part.statuses())
    trial = PolicyTrial(
        made_on=made_on,
        about=about,
        notice="、".join(dict.fromkeys(part.before.notice.number for part in parts)),
        rows=sum(statuses.values()),
        changes=tuple(tried_number(each) for each in changed),
        statuses=tuple(
            (words.STATUSES[old].zh, words.STATUSES[new].zh, rows) for (old, new), rows in sorted(statuses.items())
        ),
        counts=tuple(
            FlipTotal(
                district=count.district or words.NO_DISTRICT.zh, clause=count.rule.clause, demand=count.rule.title.zh,
                before=said_outcome(count.rule, count.before).zh, after=said_outcome(count.rule, count.after).zh,
                rows=count.rows,
            )
            for count in counts
        ),
        flips=tuple(
            FlippedFinding(
                name="，".join(filter(None, (flip.name, flip.district))), clause=flip.rule.clause,
                demand=flip.rule.title.zh, before=flip.before.in_one("zh"), after=flip.after.in_one("zh"),
            )
            for flip in said_flips(parts, "zh", LISTED)
        ),
        left_out=max(0, sum(count.rows for count in counts) - LISTED),
        draft="、".join(dict.fromkeys(part.draft for part in parts if part.draft)),
        rules=tuple(_rule(each) for each in dict.fromkeys(each for part in parts for each in part.rules_changed)),
    )  # fmt: skip
    return docx_of(write(trial))


def _rule(change: RuleChange) -> ChangedRule:
    before, after = ("" if each is None else each.quote for each in change)
    return ChangedRule(
        clause=change.rule.clause, demand=change.rule.title.zh, change=words.RULE_CHANGES[change.kind].zh,
        before=before, after=after,
    )  # fmt: skip


def tried_number(change: Change) -> TriedNumber:
    """Say a number as it stands and as it is tried out."""
    parameter = change.parameter
    before, after = (with_unit(value, parameter.unit, "zh") for value in (change.before, change.after))
    clause = parameter.clause or words.OWN_SETTING.zh
    return TriedNumber(label=parameter.label.zh, clause=clause, before=before, after=after)
