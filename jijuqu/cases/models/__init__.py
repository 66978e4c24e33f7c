"""The tables of the cases."""

from jijuqu.cases.models.case import Case, Outcome, Reading, Serial, Watch
from jijuqu.cases.models.cluster import Body, BodyKind, Boundary, PlannedCluster, PlannedProject, Verdict
from jijuqu.cases.models.correction import Correction, CorrectionItem
from jijuqu.cases.models.departure import Acceptance, Departure
from jijuqu.cases.models.experts import Expert, Panel, PanelSeat
from jijuqu.cases.models.file import CaseFile, FileKind
from jijuqu.cases.models.letter import Letter
from jijuqu.cases.models.plan import Section, SectionKind, SectionText, Statement
from jijuqu.cases.models.review import Adoption, OpinionRequest, Remark, Review, Settlement
from jijuqu.cases.models.snapshot import Snapshot

__all__ = [
    "Acceptance",
    "Adoption",
    "Body",
    "BodyKind",
    "Boundary",
    "Case",
    "CaseFile",
    "Correction",
    "CorrectionItem",
    "Departure",
    "Expert",
    "FileKind",
    "Letter",
    "OpinionRequest",
    "Outcome",
    "Panel",
    "PanelSeat",
    "PlannedCluster",
    "PlannedProject",
    "Reading",
    "Remark",
    "Review",
    "Section",
    "SectionKind",
    "SectionText",
    "Serial",
    "Settlement",
    "Snapshot",
    "Statement",
    "Verdict",
    "Watch",
]
