/**
 * Draw one plot by clicking its corners. The corners live in a text area, one "longitude, latitude" a line (degrees,
 * EPSG:4490): what is drawn is written there, what is typed there is drawn. So the keyboard does all that the mouse does.
 */
import type { FeatureCollection, Position } from "geojson";
import type { GeoJSONSource, Map } from "maplibre-gl";
import { boundsOf } from "./content";
import { say } from "./words";

const SOURCE = "drawing";
const NONE: FeatureCollection = { type: "FeatureCollection", features: [] };

export class Drawing {
  active = false;
  private corners: Position[] = [];
  private pointer: Position | null = null;
  private writing = false;
  private readonly status = document.createElement("span");

  constructor(
    private readonly map: Map,
    private readonly text: HTMLTextAreaElement,
  ) {
    this.status.className = "map-draw-status";
    this.status.role = "status";
    this.addLayers();
    this.listen();
    this.readText();
  }

  /** The row of buttons for the top of the map. */
  toolbar(): HTMLElement {
    const bar = document.createElement("div");
    bar.className = "map-draw no-print";
    bar.append(
      button("draw", () => this.start()),
      button("undo", () => this.undo()),
      button("finish", () => this.finish()),
      button("clear", () => this.clear()),
      this.status,
    );
    return bar;
  }

  start(): void {
    this.corners = [];
    this.active = true;
    this.status.textContent = say("drawing");
    this.map.doubleClickZoom.disable();
    this.map.getCanvas().focus();
    this.redraw();
  }

  undo(): void {
    this.corners.pop();
    if (!this.active) this.writeText();
    this.redraw();
  }

  finish(): void {
    if (!this.active || this.corners.length < 3) return;
    this.stop();
    this.writeText();
  }

  clear(): void {
    this.corners = [];
    this.stop();
    this.writeText();
  }

  private stop(): void {
    this.active = false;
    this.pointer = null;
    this.map.doubleClickZoom.enable();
    this.redraw();
  }

  private listen(): void {
    this.map.on("click", (event) => this.active && this.add([event.lngLat.lng, event.lngLat.lat]));
    this.map.on("dblclick", () => this.active && this.finish());
    this.map.on("mousemove", (event) => {
      if (!this.active) return;
      this.pointer = [event.lngLat.lng, event.lngLat.lat];
      this.redraw();
    });
    this.map.getCanvas().addEventListener("keydown", (event) => {
      if (!this.active) return;
      if (event.key === "Enter") this.finish();
      else if (event.key === "Backspace") this.undo();
      else if (event.key === "Escape") this.clear();
    });
    this.text.addEventListener("input", () => this.writing || this.readText());
  }

  private add(corner: Position): void {
    const last = this.corners.at(-1);
    if (last && last[0] === corner[0] && last[1] === corner[1]) return; // second click of a double click
    this.corners.push(corner);
    this.redraw();
  }

  private readText(): void {
    this.corners = cornersIn(this.text.value);
    this.active = false;
    this.redraw();
    if (this.corners.length > 1) this.map.fitBounds(boundsOf(this.shape().features), { padding: 60, maxZoom: 16, animate: false });
  }

  private writeText(): void {
    this.text.value = this.corners.map(([x, y]) => `${x!.toFixed(7)}, ${y!.toFixed(7)}`).join("\n");
    this.writing = true; // the page may listen; we have nothing to learn from our own words
    this.text.dispatchEvent(new Event("input", { bubbles: true }));
    this.text.dispatchEvent(new Event("change", { bubbles: true }));
    this.writing = false;
  }

  private redraw(): void {
    this.map.getSource<GeoJSONSource>(SOURCE)?.setData(this.shape());
    if (!this.active) this.status.textContent = this.corners.length ? say("drawn").replace("{n}", String(this.corners.length)) : "";
  }

  private shape(): FeatureCollection {
    const ring = this.active && this.pointer ? [...this.corners, this.pointer] : this.corners;
    if (!this.corners.length) return NONE;
    return {
      type: "FeatureCollection",
      features: [
        { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [[...ring, ring[0]!]] } },
        ...this.corners.map((corner) => ({
          type: "Feature" as const,
          properties: {},
          geometry: { type: "Point" as const, coordinates: corner },
        })),
      ],
    };
  }

  private addLayers(): void {
    const accent = "#1b4079";
    this.map.addSource(SOURCE, { type: "geojson", data: NONE });
    this.map.addLayer({ id: "drawing-fill", type: "fill", source: SOURCE, paint: { "fill-color": accent, "fill-opacity": 0.2 } });
    this.map.addLayer({ id: "drawing-line", type: "line", source: SOURCE, paint: { "line-color": accent, "line-width": 2.5 } });
    this.map.addLayer({
      id: "drawing-corner",
      type: "circle",
      source: SOURCE,
      filter: ["==", ["geometry-type"], "Point"],
      paint: { "circle-color": "#fff", "circle-radius": 5, "circle-stroke-color": accent, "circle-stroke-width": 2 },
    });
  }
}

/** The corners of a text: two numbers a line, longitude first, with a comma, blank or tab between. Other lines are skipped. */
export function cornersIn(text: string): Position[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim().split(/[\s,，;；]+/).map(Number))
    .filter((pair) => pair.length === 2 && Math.abs(pair[0]!) <= 180 && Math.abs(pair[1]!) <= 90);
}

function button(word: "draw" | "undo" | "finish" | "clear", act: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "btn btn-sm";
  element.textContent = say(word);
  element.addEventListener("click", act);
  return element;
}
