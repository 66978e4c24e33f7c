"""KML (OGC 12-007), read as a stream; documents that declare a type or entities of their own are refused."""

from __future__ import annotations

from typing import NoReturn
from xml.parsers import expat

import numpy as np
from pyproj import CRS

from jijuqu.land.boundary_files.columns import described
from jijuqu.land.boundary_files.survey import MAX_VERTICES, Plot, Ring, Survey, VertexCount, refusal
from jijuqu.words.text import Message

MAX_DEPTH = 100


def read_kml(words: str) -> Survey:
    """Read every polygon of a KML document, placemark by placemark; heights are dropped."""
    reader = KmlReader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text.append
    parser.StartDoctypeDeclHandler = refuse_doctype
    try:
        parser.Parse(words, True)  # noqa: FBT003
    except expat.ExpatError as error:
        raise refusal("xml_broken", line=error.lineno, column=error.offset) from None
    issues = [Message("features_left_out", {"count": reader.left_out})] if reader.left_out else []
    if reader.links:
        issues.append(Message("links_not_followed", {"count": reader.links}))
    return Survey(reader.plots, CRS.from_epsg(4326), issues)


def refuse_doctype(*_: object) -> NoReturn:
    """Refuse a document type declaration: only entity bombs and external references need one."""
    raise refusal("xml_has_doctype")


class KmlReader:
    """Collects plots while the parser walks through the elements."""

    def __init__(self) -> None:
        self.plots: list[Plot] = []
        self.left_out = 0
        self.links = 0
        self.text: list[str] = []
        self.count = VertexCount()
        self._path: list[str] = []
        self._placemarks = 0
        self._row: dict[str, object] = {}
        self._field = ""
        self._polygons: list[list[Ring]] = []
        self._shells: list[Ring] = []
        self._holes: list[Ring] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Enter an element."""
        name = tag.rpartition(":")[2]
        self._path.append(name)
        self.text.clear()
        if len(self._path) > MAX_DEPTH:
            raise refusal("nested_too_deep")
        if name == "Placemark":
            self._placemarks += 1
            self._row, self._polygons = {}, []
        elif name == "Polygon":
            self._shells, self._holes = [], []
        elif name in ("Data", "SimpleData"):
            self._field = attributes.get("name", "")
        elif name == "NetworkLink":
            self.links += 1

    def end(self, _: str) -> None:
        """Leave an element, taking what it held."""
        name = self._path.pop()
        parent = self._path[-1] if self._path else ""
        match name, parent:
            case "coordinates", "LinearRing":
                rings = self._holes if "innerBoundaryIs" in self._path else self._shells
                rings.append(self._ring())
            case ("name", "Placemark"):
                self._row["name"] = "".join(self.text)
            case ("SimpleData", _) | ("value", "Data"):
                self._row[self._field] = "".join(self.text)
            case "Polygon", _:
                self._add_polygon()
            case "Placemark", _:
                self._add_plot()
        self.text.clear()

    def _ring(self) -> Ring:
        """Read the "longitude,latitude,height" triples of the text."""
        points = "".join(self.text).split(maxsplit=MAX_VERTICES)
        self.count.add_vertices(max(1, len(points)))
        try:
            pairs = [[float(number) for number in point.split(",")[:2]] for point in points]
            ring = np.array(pairs, dtype=float).reshape(-1, 2)
        except ValueError:
            raise refusal("feature_broken", number=self._placemarks) from None
        return ring

    def _add_polygon(self) -> None:
        """Keep a polygon, which must have one outer boundary."""
        if len(self._shells) != 1:
            raise refusal("feature_broken", number=self._placemarks)
        self._polygons.append([*self._shells, *self._holes])

    def _add_plot(self) -> None:
        """Make a plot of a placemark with polygons."""
        if not self._polygons:
            self.left_out += 1
            return
        self.count.add_plot()
        self.plots.append(Plot(self._polygons, **described(self._row)))
