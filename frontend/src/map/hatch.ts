/** Hatched fills, drawn here so that a map still reads when printed in black and white. */
import type { Map } from "maplibre-gl";

const SIZE = 16;

/** Parks: blue, falling lines. Planned land: grey dots. Forbidding layers: red, rising lines, twice as dense. */
export function addHatches(map: Map): void {
  map.addImage("hatch-park", hatch([27, 64, 121], (x, y) => (x + y) % SIZE < 2), { pixelRatio: 2 });
  map.addImage("hatch-planned", hatch([96, 108, 122], (x, y) => x % 8 < 2 && y % 8 < 2), { pixelRatio: 2 });
  map.addImage("hatch-forbidding", hatch([179, 38, 30], (x, y) => (x - y + SIZE) % 8 < 2), { pixelRatio: 2 });
}

function hatch([red, green, blue]: [number, number, number], inked: (x: number, y: number) => boolean): ImageData {
  const image = new ImageData(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++) if (inked(x, y)) image.data.set([red, green, blue, 200], (y * SIZE + x) * 4);
  return image;
}
