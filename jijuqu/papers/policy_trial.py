"""政策测算结果: what other numbers, or a draft, would change, as a document to be handed round and edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.papers.manuscript import Form, Manuscript
from jijuqu.papers.template import fill

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedNumber:
    """A number of the notice as it stands and as tried out, both with their units."""

    label: str
    clause: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedRule:
    """A demand that a draft adds, drops or rewrites: the words of both, "" where one of the two has none."""

    clause: str
    demand: str
    change: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlipTotal:
    """How many findings of a district and a clause go from one outcome to another."""

    district: str
    clause: str
    demand: str
    before: str
    after: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FlippedFinding:
    """One finding that comes out otherwise: whose, and both outcomes with what they rest on."""

    name: str
    clause: str
    demand: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyTrial:
    """A trial made on a day about some table; `statuses` are (before, after, how many), `left_out` flips not listed.

    `draft` names the draft that is tried out, "" where only numbers are.
    """

    made_on: date
    about: str
    notice: str
    rows: int
    changes: tuple[TriedNumber, ...]
    statuses: tuple[tuple[str, str, int], ...]
    counts: tuple[FlipTotal, ...]
    flips: tuple[FlippedFinding, ...]
    left_out: int = 0
    draft: str = ""
    rules: tuple[ChangedRule, ...] = ()


def write(trial: PolicyTrial) -> Manuscript:
    """Write the document: a sheet without head, sender or seal, for nobody has decided anything yet."""
    title, blocks = fill("policy_trial", trial=trial)
    return Manuscript(
        form=Form.PLAIN, mark="", number="政策测算", is_draft=True, verify_url="", title=title, addressees="",
        blocks=blocks, attachments=(), signed="", dated_on=trial.made_on, sealed=False, note="", copies="",
    )  # fmt: skip
