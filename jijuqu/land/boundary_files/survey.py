"""What a reader of one format hands on: rings as they stand in the file, before anybody has judged them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from jijuqu.land.parcel import UnreadableError
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyproj import CRS

MAX_FILE_BYTES = 64_000_000
MAX_TEXT_BYTES = 10_000_000
"""Parsed JSON takes up to thirty times its size in memory, and a second for three megabytes."""
MAX_VERTICES = 200_000
MAX_PLOTS = 20_000
MAX_RING_VERTICES = 50_000
MAX_HOLES_OR_PARTS = 2_000
"""The check of validity compares the rings of one plot pair by pair."""

Ring: TypeAlias = NDArray[np.float64]
"""Shape (n, 2), easting or longitude first, in the file's own units; closed when the last point repeats the first."""


@dataclass(frozen=True, slots=True)
class Plot:
    """One plot or feature of a file: polygons, each a shell followed by its holes, and what its columns say."""

    polygons: list[list[Ring]]
    id: str = ""
    name: str = ""
    use_code: str = ""
    stated_area_m2: float | None = None


@dataclass(slots=True)
class Survey:
    """The plots of one file, the coordinate system it states (None: it states none) and what the reader noticed."""

    plots: list[Plot]
    crs: CRS | None = None
    issues: list[Message] = field(default_factory=list)


def refusal(code: str, **values: Any) -> UnreadableError:
    """Make a refusal for a single reason."""
    return UnreadableError((Message(code, values),))


def closed(ring: Ring) -> Ring:
    """Give the ring with its first point repeated at the end."""
    if len(ring) and not np.array_equal(ring[0], ring[-1]):
        return np.concatenate([ring, ring[:1]])
    return ring


def all_rings(plots: Iterable[Plot]) -> Iterator[Ring]:
    """Give every ring of the plots in turn."""
    return (ring for plot in plots for polygon in plot.polygons for ring in polygon)


def points_of(plots: Iterable[Plot]) -> Ring:
    """Give all points of the plots in one array of shape (n, 2)."""
    return np.concatenate([np.empty((0, 2)), *all_rings(plots)])


def joined(layers: list[tuple[str, Survey]]) -> Survey:
    """Put the layers of one file together, each with its name; they must be in the same coordinate system."""
    filled = [(name, survey) for name, survey in layers if survey.plots]
    systems = {survey.crs for _, survey in filled}
    if len(systems) > 1:
        raise refusal("layers_in_different_systems", names=", ".join(name for name, _ in filled)[:200])
    plots = [plot for _, survey in filled for plot in survey.plots]
    return Survey(plots, systems.pop() if systems else None, [issue for _, survey in layers for issue in survey.issues])


class VertexCount:
    """Counts points and plots while a file is read, and refuses it as soon as there are too many."""

    def __init__(self) -> None:
        self.vertices = 0
        self.plots = 0

    def add_vertices(self, count: int) -> None:
        """Count `count` more points."""
        self.vertices += count
        if self.vertices > MAX_VERTICES:
            raise refusal("too_many_vertices", limit=MAX_VERTICES)

    def add_plot(self) -> None:
        """Count one more plot."""
        self.plots += 1
        if self.plots > MAX_PLOTS:
            raise refusal("too_many_plots", limit=MAX_PLOTS)
