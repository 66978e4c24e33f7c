"""What a letter must hold before it is written; each raises CannotBeWrittenError with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.papers.refusal import CannotBeWrittenError
from jijuqu.papers.safe_text import one_line
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Collection

    from jijuqu.papers.matter import Cluster, Refused


def want(things: Collection[object], otherwise: str) -> None:
    """Want at least one thing; `otherwise` is the code of the sentence that says what is lacking."""
    if not things:
        raise CannotBeWrittenError(Message(otherwise))


def want_clusters(clusters: Collection[Cluster]) -> None:
    """Want at least one cluster."""
    want(clusters, "letter_without_clusters")


def want_reasons(refused: Collection[Refused]) -> None:
    """Want a reason for every cluster that is not approved."""
    for each in refused:
        if not each.reasons:
            raise CannotBeWrittenError(Message("refusal_without_reason", {"cluster": one_line(each.cluster.name)}))
