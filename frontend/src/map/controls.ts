/** What is always on the map: scale, north, the coordinate under the pointer (below it), the place for the map's number. */
import { type IControl, type Map, NavigationControl, ScaleControl } from "maplibre-gl";
import type { Layer } from "./content";
import { showLayer } from "./style";
import { say } from "./words";
import { coordinateText } from "./zone";

export function addControls(map: Map, note: string): void {
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(north(), "top-right");
  map.addControl(new ScaleControl({ maxWidth: 120, unit: "metric" }), "bottom-left");
  if (note) map.addControl(control(textBox("map-note", note)), "bottom-left");
}

function control(element: HTMLElement): IControl {
  return { onAdd: () => element, onRemove: () => element.remove() };
}

function textBox(className: string, text = ""): HTMLElement {
  const element = document.createElement("div");
  element.className = `maplibregl-ctrl ${className}`;
  element.textContent = text;
  return element;
}

/** The map cannot be turned, so the arrow always points up. */
function north(): IControl {
  const element = textBox("map-north");
  const arrow = document.createElement("span");
  arrow.textContent = "▲";
  arrow.ariaHidden = "true";
  element.append(arrow, say("north"));
  return control(element);
}

/** A line below the map: the coordinate under the pointer, or the middle of the map when moved by keys or fingers. */
export function coordinateLine(map: Map): HTMLElement {
  const line = document.createElement("p");
  line.className = "map-coordinates no-print";
  const show = (point: { lng: number; lat: number }) => {
    line.textContent = coordinateText(point.lng, point.lat, say("zone"), say("noZone"));
  };
  map.on("mousemove", (event) => show(event.lngLat));
  map.on("move", () => show(map.getCenter()));
  show(map.getCenter());
  return line;
}

/** A list of the named layers below the map, each with its look and a box to hide it. */
export function legend(map: Map, layers: Layer[]): HTMLElement {
  const list = document.createElement("ul");
  list.className = "map-legend";
  list.ariaLabel = say("layers");
  for (const layer of layers.filter((known) => known.name)) {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = true;
    box.className = "form-check-input";
    box.addEventListener("change", () => showLayer(map, layer.id, box.checked));
    const swatch = document.createElement("span");
    swatch.className = `map-swatch map-swatch-${layer.kind}`;
    const label = document.createElement("label");
    label.append(box, swatch, layer.name ?? "");
    const item = document.createElement("li");
    item.append(label);
    list.append(item);
  }
  return list;
}
