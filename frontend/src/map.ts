/**
 * Maps of a page. Loaded only where a page has one.
 *
 *   <div class="map" data-map="plots" aria-label="…"></div>
 *   <script type="application/json" id="plots">{"layers": [{"id": …, "kind": …, "name": …, "features": …}]}</script>
 *
 * `data-map` names the block with the content (`MapContent` of map/content.ts); `data-map-url` fetches it instead.
 * `data-map-draw` names a text area: a plot can then be drawn (map/drawing.ts). `data-map-note` is the map's own number.
 * A button or link with `data-map-show="layer:2"` shows the third feature of that layer; with `data-map-for` naming the
 * map's element when there are several.
 *
 * Events to the map's element, `jijuqu:map`, with detail:
 *   {do: "layer", layer}    draw or redraw a layer        {do: "remove", id}          take one off
 *   {do: "zoom", bounds}    west, south, east, north      {do: "show", layer, at}     a feature of a layer
 * Event from it: `jijuqu:map-ready`, once everything is drawn.
 */
import "maplibre-gl/dist/maplibre-gl.css";
import "./map.css";
import { Map, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { boundsOf, type Layer, type MapContent } from "./map/content";
import { addControls, coordinateLine, legend } from "./map/controls";
import { Drawing } from "./map/drawing";
import { addHatches } from "./map/hatch";
import { openBox, openBoxesOnClick } from "./map/popup";
import { EMPTY_STYLE, putLayer, removeLayer } from "./map/style";
import { mapLibreWords, say } from "./map/words";

setWorkerUrl(new URL(workerUrl, location.href).href);

type Wish =
  | { do: "layer"; layer: Layer }
  | { do: "remove"; id: string }
  | { do: "zoom"; bounds: [number, number, number, number] }
  | { do: "show"; layer: string; at: number };

const CHONGQING: [number, number, number, number] = [105.28, 28.16, 110.2, 32.21];
const FONTS = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

async function startMap(element: HTMLElement): Promise<void> {
  if (element.dataset["mapState"]) return;
  element.dataset["mapState"] = "starting";
  const content = await contentOf(element);
  if (!content) return sayInstead(element, say("notLoaded"));
  try {
    const map = newMap(element, content);
    map.once("load", () => fill(map, element, content));
  } catch {
    sayInstead(element, say("noWebGl"));
  }
}

/** What the map shows, or null when it did not come whole. */
async function contentOf(element: HTMLElement): Promise<MapContent | null> {
  const url = element.dataset["mapUrl"];
  try {
    if (!url) return JSON.parse(document.getElementById(element.dataset["map"] ?? "")?.textContent || '{"layers": []}');
    const answer = await fetch(url, { headers: { Accept: "application/json" } });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

function newMap(element: HTMLElement, content: MapContent): Map {
  element.replaceChildren();
  const everything = boundsOf(content.layers.flatMap((layer) => layer.features.features));
  const map = new Map({
    container: element,
    style: EMPTY_STYLE,
    bounds: content.bounds ?? (everything.isEmpty() ? CHONGQING : everything),
    fitBoundsOptions: { padding: 24, maxZoom: 16 },
    attributionControl: false,
    canvasContextAttributes: { preserveDrawingBuffer: true }, // so that it prints
    localIdeographFontFamily: FONTS,
    locale: mapLibreWords,
    dragRotate: false,
    touchPitch: false,
    pitchWithRotate: false,
    renderWorldCopies: false,
    cooperativeGestures: matchMedia("(max-width: 767px)").matches, // a finger scrolls the page, two move the map
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.getCanvas().ariaLabel = element.ariaLabel ?? say("map");
  return map;
}

function fill(map: Map, element: HTMLElement, content: MapContent): void {
  const layers = [...content.layers];
  addHatches(map);
  addControls(map, element.dataset["mapNote"] ?? "");
  for (const layer of layers) putLayer(map, layer);
  const text = document.getElementById(element.dataset["mapDraw"] ?? "");
  const drawing = text instanceof HTMLTextAreaElement ? new Drawing(map, text) : null;
  if (drawing) element.before(drawing.toolbar());
  openBoxesOnClick(map, () => layers, () => drawing?.active ?? false);
  if (layers.some((layer) => layer.name)) element.after(legend(map, layers));
  element.after(coordinateLine(map));
  element.addEventListener("jijuqu:map", (event) => fulfil(map, layers, (event as CustomEvent<Wish>).detail));
  addEventListener("beforeprint", () => map.resize().redraw()); // at once: paper does not wait for the next frame
  map.once("idle", () => {
    element.dataset["mapState"] = "ready";
    element.dispatchEvent(new CustomEvent("jijuqu:map-ready", { bubbles: true }));
  });
  element.addEventListener("jijuqu:map-remove", () => map.remove(), { once: true });
}

function fulfil(map: Map, layers: Layer[], wish: Wish): void {
  if (wish.do === "zoom") map.fitBounds(wish.bounds, { padding: 40, maxZoom: 16 });
  if (wish.do === "show") showFeature(map, layers.find((layer) => layer.id === wish.layer), wish.at);
  if (wish.do === "layer" || wish.do === "remove") {
    const id = wish.do === "layer" ? wish.layer.id : wish.id;
    const known = layers.findIndex((layer) => layer.id === id);
    if (known >= 0) layers.splice(known, 1);
    if (wish.do === "remove") return removeLayer(map, id);
    layers.push(wish.layer);
    putLayer(map, wish.layer);
  }
}

function showFeature(map: Map, layer: Layer | undefined, at: number): void {
  const feature = layer?.features.features[at];
  if (!feature) return;
  const bounds = boundsOf([feature]);
  map.fitBounds(bounds, { padding: 60, maxZoom: 16 });
  if (feature.properties?.title) openBox(map, bounds.getCenter(), feature.properties);
}

function sayInstead(element: HTMLElement, words: string): void {
  element.dataset["mapState"] = "failed";
  element.classList.add("map-failed");
  element.textContent = words;
}

function startMapsIn(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>("[data-map], [data-map-url]")) void startMap(element);
}

document.addEventListener("click", (event) => {
  const link = (event.target as Element).closest<HTMLElement>("[data-map-show]");
  if (!link) return;
  const [layer, at] = (link.dataset["mapShow"] ?? "").split(":");
  const map = document.getElementById(link.dataset["mapFor"] ?? "") ?? document.querySelector("[data-map-state]");
  map?.scrollIntoView({ block: "nearest" });
  map?.dispatchEvent(new CustomEvent("jijuqu:map", { detail: { do: "show", layer, at: Number(at) } }));
});

// Parts of a page that htmx brings in may hold maps, and parts it takes out may have held some.
document.addEventListener("htmx:load", (event) => startMapsIn((event as CustomEvent<{ elt: HTMLElement }>).detail.elt.parentElement ?? document));
document.addEventListener("htmx:beforeCleanupElement", (event) =>
  event.target?.dispatchEvent(new CustomEvent("jijuqu:map-remove")),
);
startMapsIn(document);
