/** What a page gives its map. Longitude first, degrees, EPSG:4490. */
import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import { LngLatBounds } from "maplibre-gl";

/** How a layer looks; `forbidding` is land that must be kept clear. */
export type Kind = "district" | "park" | "planned" | "forbidding" | "cluster" | "plot" | "group" | "gap";

/** `label` is written on the map; `title`, `rows` and `href` fill the box that opens on a click. */
export interface Properties {
  label?: string;
  title?: string;
  rows?: [name: string, value: string][];
  href?: string;
}

export interface Layer {
  id: string;
  kind: Kind;
  /** Shown in the legend; a layer without a name is not listed there. */
  name?: string;
  features: FeatureCollection<Geometry, Properties>;
}

export interface MapContent {
  layers: Layer[];
  /** West, south, east, north; without it the map shows all layers. */
  bounds?: [number, number, number, number];
}

/** The four sides of some features; empty when they have no points. */
export function boundsOf(features: Feature[]): LngLatBounds {
  const bounds = new LngLatBounds();
  for (const feature of features) for (const point of pointsOf(feature.geometry)) bounds.extend([point[0]!, point[1]!]);
  return bounds;
}

function* pointsOf(geometry: Geometry): Generator<Position> {
  if (geometry.type === "GeometryCollection") {
    for (const part of geometry.geometries) yield* pointsOf(part);
  } else {
    const flat = geometry.coordinates.flat(3) as number[];
    for (let i = 0; i + 1 < flat.length; i += 2) yield [flat[i]!, flat[i + 1]!];
  }
}
