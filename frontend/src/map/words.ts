/** The few words the map itself says, in the language of the page. */
const WORDS = {
  map: ["地图", "Map"],
  north: ["北", "N"],
  zoomIn: ["放大", "Zoom in"],
  zoomOut: ["缩小", "Zoom out"],
  close: ["关闭", "Close"],
  twoFingers: ["请用两个手指移动地图", "Use two fingers to move the map"],
  ctrlScroll: ["按住 Ctrl 并滚动滚轮缩放地图", "Hold Ctrl and scroll to zoom the map"],
  layers: ["图层", "Layers"],
  zone: ["3°带", "3° zone"],
  noZone: ["不在 35–37 带内", "outside zones 35–37"],
  noWebGl: [
    "此浏览器不能显示地图（缺少 WebGL），同样的内容见表格。",
    "This browser cannot show the map (no WebGL); the tables hold the same facts.",
  ],
  notLoaded: ["地图数据未能载入，请刷新本页。", "The map's data did not load; please reload the page."],
  draw: ["绘制地块", "Draw a plot"],
  undo: ["撤销一点", "Undo a point"],
  finish: ["闭合", "Close the ring"],
  clear: ["清除", "Clear"],
  drawing: [
    "依次点击各拐点；点击“闭合”或按回车结束，退格键撤销。",
    "Click each corner in turn; press Close the ring or Enter to end, Backspace to undo.",
  ],
  drawn: ["已绘制 {n} 个拐点。", "{n} corners drawn."],
} as const;

export const inChinese = document.documentElement.lang.startsWith("zh");

export function say(word: keyof typeof WORDS): string {
  return WORDS[word][inChinese ? 0 : 1];
}

/** MapLibre's own words. */
export const mapLibreWords: Record<string, string> = {
  "Map.Title": say("map"),
  "NavigationControl.ZoomIn": say("zoomIn"),
  "NavigationControl.ZoomOut": say("zoomOut"),
  "Popup.Close": say("close"),
  "ScaleControl.Meters": "m",
  "ScaleControl.Kilometers": "km",
  "CooperativeGesturesHandler.WindowsHelpText": say("ctrlScroll"),
  "CooperativeGesturesHandler.MacHelpText": say("ctrlScroll"),
  "CooperativeGesturesHandler.MobileHelpText": say("twoFingers"),
};
