"""Everything that writes the registry: one act, one transaction, one event of the journal.

`actor` is who did it (None: the system itself), `on` the day for which the act counts. Whoever lacks the permission is
refused with PermissionDenied; places are taken and turned by acts on cases, which ask for their own.
"""

from jijuqu.registry.actions.clusters import (
    approve_cluster,
    attach_reply,
    change_map_review_number,
    correct_cluster,
    end_cluster,
    enter_cluster,
    publish_cluster,
    unpublish_cluster,
)
from jijuqu.registry.actions.demonstration import DatabaseInUseError, enter_samples, mark_as_demonstration
from jijuqu.registry.actions.existing import enter_existing
from jijuqu.registry.actions.land import end_layer, end_park, enter_layer, enter_park
from jijuqu.registry.actions.slots import claim_slot, release_slot, turn_into_approved

__all__ = [
    "DatabaseInUseError",
    "approve_cluster",
    "attach_reply",
    "change_map_review_number",
    "claim_slot",
    "correct_cluster",
    "end_cluster",
    "end_layer",
    "end_park",
    "enter_cluster",
    "enter_existing",
    "enter_layer",
    "enter_park",
    "enter_samples",
    "mark_as_demonstration",
    "publish_cluster",
    "release_slot",
    "turn_into_approved",
    "unpublish_cluster",
]
