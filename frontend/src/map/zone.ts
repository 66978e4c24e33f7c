/** Degrees to the 3° Gauss-Krüger zones 35, 36, 37 that cover Chongqing (EPSG:4523, 4524, 4525). */
import proj4 from "proj4";

export interface ZonePoint {
  zone: number;
  northing: number;
  easting: number;
}

/** Northing and easting in metres, the zone's number leading the easting; null outside the three zones. */
export function inZone(longitude: number, latitude: number): ZonePoint | null {
  const zone = Math.round(longitude / 3);
  if (zone < 35 || zone > 37) return null;
  const projection =
    `+proj=tmerc +lat_0=0 +lon_0=${zone * 3} +k=1 +x_0=${zone}500000 +y_0=0 ` +
    "+a=6378137 +rf=298.257222101 +units=m +no_defs"; // CGCS2000
  const [easting, northing] = proj4("+proj=longlat +a=6378137 +rf=298.257222101 +no_defs", projection, [longitude, latitude]);
  return { zone, northing: northing!, easting: easting! };
}

/** The point in words: degrees on CGCS2000, then X and Y in the zone to the metre. */
export function coordinateText(longitude: number, latitude: number, zoneWord: string, outside: string): string {
  const degrees = `${longitude.toFixed(6)}°E ${latitude.toFixed(6)}°N (EPSG:4490)`;
  const point = inZone(longitude, latitude);
  if (!point) return `${degrees} · ${outside}`;
  return `${degrees} · ${zoneWord} ${point.zone}  X ${point.northing.toFixed(0)}  Y ${point.easting.toFixed(0)}`;
}
