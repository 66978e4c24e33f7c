/**
 * 选址筛查: the parcels of a screening come once; groups appear and vanish on the map as the answers to the sliders come,
 * put together of the parcels that each answer names.
 *
 *   <div id="screening-live-map" data-map="…" data-parcels="address of the parcels"></div>
 *   <script type="application/json" id="screening-groups">[{"id": …, "features": [{"properties": …, "parcels": [3, 4]}]}]</script>
 */
import "./screening.css";
import type { Position } from "geojson";

interface Group {
  properties: object;
  parcels: number[];
}

/** Of each parcel in its place the polygons of its shape. */
let shapes: Position[][][][] = [];
const map = document.getElementById("screening-live-map");

function draw(): void {
  const text = document.getElementById("screening-groups")?.textContent;
  if (!map || !text || !shapes.length || map.dataset["mapState"] !== "ready") return;
  for (const { features, ...layer } of JSON.parse(text) as { id: string; features: Group[] }[]) {
    const drawn = features.map(({ properties, parcels }) => ({
      type: "Feature",
      properties,
      geometry: { type: "MultiPolygon", coordinates: parcels.flatMap((place) => shapes[place] ?? []) },
    }));
    const whole = { ...layer, features: { type: "FeatureCollection", features: drawn } };
    map.dispatchEvent(new CustomEvent("jijuqu:map", { detail: { do: "layer", layer: whole } }));
    map.setAttribute(`data-${layer.id}`, drawn.length.toString()); // how many are drawn
  }
}

async function fetchParcels(address: string): Promise<void> {
  const answer = await fetch(address);
  if (answer.ok) shapes = await answer.json();
  draw();
}

const address = map?.dataset["parcels"];
if (address) void fetchParcels(address);
map?.addEventListener("jijuqu:map-ready", draw);
document.addEventListener("htmx:load", (event) => {
  if ((event as CustomEvent<{ elt: Element }>).detail.elt.id === "answer") draw();
});

/* On paper the map keeps the size in which it was drawn. */
addEventListener("beforeprint", () => {
  if (map) Object.assign(map.style, { width: `${map.offsetWidth}px`, height: `${map.offsetHeight}px` });
});
addEventListener("afterprint", () => {
  if (map) Object.assign(map.style, { width: "", height: "" });
});
