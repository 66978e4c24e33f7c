"""Hostile shapes for Hypothesis, in metres on a lattice: holes, corners that touch, slivers, bow-ties, islands."""

from __future__ import annotations

import shapely
from hypothesis import strategies as st

LATTICE_M = 0.1
EXTENT = 3000  # steps of the lattice


@st.composite
def rectangles(draw: st.DrawFn) -> shapely.Polygon:
    """Axis-parallel, from slivers 10 cm wide to 150 m."""
    x, y = draw(st.integers(0, EXTENT)), draw(st.integers(0, EXTENT))
    sizes = st.one_of(st.integers(1, 5), st.integers(50, 1500), st.sampled_from([200, 400, 800]))
    return shapely.box(x, y, x + draw(sizes), y + draw(sizes))


@st.composite
def frames(draw: st.DrawFn) -> shapely.Polygon:
    """With a hole, in which others may lie; the hole may touch the shell at a corner."""
    x, y, side = draw(st.integers(0, EXTENT)), draw(st.integers(0, EXTENT)), draw(st.integers(300, 1500))
    inner = draw(st.integers(10, side // 3))
    at = draw(st.integers(0, side - inner - 1)), draw(st.integers(1, side - inner - 1))
    hole = [
        (x + at[0], y + at[1]),
        (x + at[0] + inner, y + at[1] + inner // 2),
        (x + at[0] + inner // 2, y + at[1] + inner),
    ]
    return shapely.Polygon(shapely.box(x, y, x + side, y + side).exterior, [hole])


@st.composite
def rags(draw: st.DrawFn) -> shapely.Polygon:
    """Any ring: bow-ties, spikes, edges that run over each other."""
    x, y = draw(st.integers(0, EXTENT)), draw(st.integers(0, EXTENT))
    corners = st.tuples(st.integers(0, 600), st.integers(0, 600))
    points = draw(st.lists(corners, min_size=3, max_size=9))
    return shapely.Polygon([(x + dx, y + dy) for dx, dy in points])


@st.composite
def islands(draw: st.DrawFn) -> shapely.MultiPolygon:
    """Two parts of one parcel."""
    first = draw(rectangles())
    _, south, east, _ = first.bounds
    side = draw(st.integers(50, 500))
    gap = draw(st.integers(1, 900))
    return shapely.MultiPolygon([first, shapely.box(east + gap, south, east + gap + side, south + side)])


def in_metres(shape: shapely.Geometry) -> shapely.Geometry:
    """From steps of the lattice to metres."""
    return shapely.transform(shape, lambda steps: steps * LATTICE_M)


hostile = st.one_of(rectangles(), frames(), rags(), islands()).map(in_metres)
layer_shapes = st.one_of(rectangles(), frames(), rags()).map(in_metres)
