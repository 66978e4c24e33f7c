/** How each kind of layer is drawn: light grey ground, thin boundaries, the plot in the accent. */
import type { FeatureCollection, Point, Polygon, Position } from "geojson";
import type { LayerSpecification, Map, StyleSpecification } from "maplibre-gl";
import polylabel from "polylabel";
import type { Kind, Layer } from "./content";

const ACCENT = "#1b4079";
const STOP = "#b3261e";
const QUIET = "#56616f";

export const EMPTY_STYLE: StyleSpecification = {
  version: 8,
  sources: {},
  layers: [{ id: "ground", type: "background", paint: { "background-color": "#eef0f3" } }],
};

const PARTS = ["fill", "line", "point", "far", "label"];

type Look = { fill?: Record<string, unknown>; line?: Record<string, unknown>; text: string; size: number };

const LOOKS: Record<Kind, Look> = {
  district: { fill: { "fill-color": "#f7f8fa" }, line: { "line-color": "#9aa4b1", "line-width": 0.8 }, text: QUIET, size: 11 },
  planned: { fill: { "fill-pattern": "hatch-planned" }, line: { "line-color": QUIET, "line-width": 0.8 }, text: QUIET, size: 11 },
  park: { fill: { "fill-pattern": "hatch-park" }, line: { "line-color": ACCENT, "line-width": 1 }, text: ACCENT, size: 12 },
  forbidding: {
    fill: { "fill-pattern": "hatch-forbidding" },
    line: { "line-color": STOP, "line-width": 1, "line-dasharray": [4, 2] },
    text: STOP,
    size: 11,
  },
  cluster: { fill: { "fill-color": ACCENT, "fill-opacity": 0.55 }, line: { "line-color": ACCENT, "line-width": 2 }, text: ACCENT, size: 13 },
  plot: { fill: { "fill-color": ACCENT, "fill-opacity": 0.25 }, line: { "line-color": ACCENT, "line-width": 2.5 }, text: ACCENT, size: 14 },
  group: { fill: { "fill-color": ACCENT, "fill-opacity": 0.45 }, line: { "line-color": ACCENT, "line-width": 1 }, text: ACCENT, size: 14 },
  gap: { line: { "line-color": "#8a5300", "line-width": 2, "line-dasharray": [2, 1.5] }, text: "#8a5300", size: 12 },
};

/** Draw a layer, or redraw it when its id is known; labels lie above everything else. */
export function putLayer(map: Map, layer: Layer): void {
  removeLayer(map, layer.id);
  const { fill, line, text, size } = LOOKS[layer.kind];
  const firstLabel = map.getStyle().layers.find((known) => known.type === "symbol")?.id;
  const below = (spec: object) => map.addLayer(spec as LayerSpecification, firstLabel);
  map.addSource(layer.id, { type: "geojson", data: numbered(layer.features) });
  map.addSource(`${layer.id}-labels`, { type: "geojson", data: labelPoints(layer.features) });
  if (fill) below({ id: `${layer.id}-fill`, type: "fill", source: layer.id, filter: ["==", ["geometry-type"], "Polygon"], paint: fill });
  if (line) below({ id: `${layer.id}-line`, type: "line", source: layer.id, filter: ["!=", ["geometry-type"], "Point"], paint: line });
  below({
    id: `${layer.id}-point`,
    type: "circle",
    source: layer.id,
    filter: ["==", ["geometry-type"], "Point"],
    paint: { "circle-color": text, "circle-radius": 5, "circle-stroke-color": "#fff", "circle-stroke-width": 1.5 },
  });
  if (["cluster", "plot", "group"].includes(layer.kind))
    below({
      id: `${layer.id}-far`, // from far away a plot is smaller than a pixel
      type: "circle",
      source: `${layer.id}-labels`,
      maxzoom: 10,
      paint: { "circle-color": text, "circle-radius": 4, "circle-stroke-color": "#fff", "circle-stroke-width": 1 },
    });
  map.addLayer({
    id: `${layer.id}-label`,
    type: "symbol",
    source: `${layer.id}-labels`,
    layout: { "text-field": ["get", "label"], "text-size": size, "text-max-width": 8, "text-optional": true, "text-offset": layer.kind === "group" ? [0, -0.9] : [0, 0] },
    paint: { "text-color": text, "text-halo-color": "#fff", "text-halo-width": 1.5 },
  });
}

/** Take a layer off the map; nothing happens if it is not there. */
export function removeLayer(map: Map, id: string): void {
  for (const part of PARTS) if (map.getLayer(`${id}-${part}`)) map.removeLayer(`${id}-${part}`);
  for (const source of [id, `${id}-labels`]) if (map.getSource(source)) map.removeSource(source);
}

export function showLayer(map: Map, id: string, visible: boolean): void {
  for (const part of PARTS)
    if (map.getLayer(`${id}-${part}`)) map.setLayoutProperty(`${id}-${part}`, "visibility", visible ? "visible" : "none");
}

/** Features carry their place in the list, so that a click finds the whole feature again. */
function numbered(features: Layer["features"]): FeatureCollection {
  return { ...features, features: features.features.map((feature, at) => ({ ...feature, properties: { at } })) };
}

/** One label a feature, well inside its largest part (MapLibre would repeat it in every tile). */
function labelPoints(features: Layer["features"]): FeatureCollection<Point> {
  const labelled = features.features.filter((feature) => feature.properties?.label);
  return {
    type: "FeatureCollection",
    features: labelled.map((feature) => ({
      type: "Feature",
      properties: { label: feature.properties.label },
      geometry: { type: "Point", coordinates: labelPoint(feature.geometry) },
    })),
  };
}

function labelPoint(geometry: GeoJSON.Geometry): Position {
  switch (geometry.type) {
    case "Point":
      return geometry.coordinates;
    case "Polygon":
      return poleOf(geometry.coordinates);
    case "MultiPolygon":
      return poleOf(geometry.coordinates.reduce((a, b) => (spanOf(b) > spanOf(a) ? b : a)));
    case "LineString":
      return middleOf(geometry.coordinates);
    case "MultiLineString":
      return middleOf(geometry.coordinates[0] ?? []);
    default:
      return [0, 0];
  }
}

function poleOf(rings: Polygon["coordinates"]): Position {
  const [x, y] = polylabel(rings as [number, number][][], Math.sqrt(spanOf(rings)) / 100);
  return [x!, y!];
}

function spanOf(rings: Position[][]): number {
  const shell = rings[0] ?? [];
  const xs = shell.map((point) => point[0]!);
  const ys = shell.map((point) => point[1]!);
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
}

function middleOf(line: Position[]): Position {
  if (line.length === 2) return [(line[0]![0]! + line[1]![0]!) / 2, (line[0]![1]! + line[1]![1]!) / 2];
  return line[Math.floor(line.length / 2)] ?? [0, 0];
}
