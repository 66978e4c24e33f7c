/** The box that opens on a click. Built from text nodes, never from HTML in the data. */
import { type LngLatLike, type Map, Popup } from "maplibre-gl";
import type { Layer, Properties } from "./content";

/** Let a click on any feature with a title open its box; `drawing` tells when clicks mean corners instead. */
export function openBoxesOnClick(map: Map, layers: () => Layer[], drawing: () => boolean): void {
  map.on("click", (event) => {
    if (drawing()) return;
    const found = propertiesAt(map, layers(), event.point.x, event.point.y);
    if (found) openBox(map, event.lngLat, found);
  });
  map.on("mousemove", (event) => {
    const found = !drawing() && propertiesAt(map, layers(), event.point.x, event.point.y);
    map.getCanvas().style.cursor = drawing() ? "crosshair" : found ? "pointer" : "";
  });
}

export function openBox(map: Map, at: LngLatLike, properties: Properties): void {
  new Popup({ maxWidth: "20rem" }).setLngLat(at).setDOMContent(boxContent(properties)).addTo(map);
}

/** The topmost feature under a point of the screen that has something to say. */
function propertiesAt(map: Map, layers: Layer[], x: number, y: number): Properties | undefined {
  for (const hit of map.queryRenderedFeatures([x, y])) {
    const layer = layers.find((known) => known.id === hit.source);
    const properties = layer?.features.features[Number(hit.properties["at"])]?.properties;
    if (properties?.title) return properties;
  }
  return undefined;
}

function boxContent({ title, rows, href }: Properties): HTMLElement {
  const box = document.createElement("div");
  const heading = document.createElement("p");
  heading.className = "map-box-title";
  if (href) {
    const link = document.createElement("a");
    link.href = href;
    link.textContent = title ?? "";
    heading.append(link);
  } else {
    heading.textContent = title ?? "";
  }
  const list = document.createElement("dl");
  for (const [name, value] of rows ?? []) {
    const term = document.createElement("dt");
    term.textContent = name;
    const words = document.createElement("dd");
    words.textContent = value;
    list.append(term, words);
  }
  box.append(heading, list);
  return box;
}
