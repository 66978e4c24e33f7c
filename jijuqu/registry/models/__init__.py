"""The tables of the registry."""

from jijuqu.registry.models.cluster import Cluster
from jijuqu.registry.models.demonstration import Demonstration
from jijuqu.registry.models.holder import HolderKind, QuotaHolder
from jijuqu.registry.models.park import Park, ParkKind
from jijuqu.registry.models.planning import LayerKind, PlanningLayer, PlanningPolygon
from jijuqu.registry.models.sample import SampleFile
from jijuqu.registry.models.slot import Slot

__all__ = [
    "Cluster",
    "Demonstration",
    "HolderKind",
    "LayerKind",
    "Park",
    "ParkKind",
    "PlanningLayer",
    "PlanningPolygon",
    "QuotaHolder",
    "SampleFile",
    "Slot",
]
