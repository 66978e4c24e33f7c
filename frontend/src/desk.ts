/**
 * The desk: lists by keyboard (j down, k up, Enter opens), errors in focus, menus that close. Everything works without
 * this script too: lists are links, menus are <details>.
 */
import "./check.css";
import "./desk.css";
import "./trial.css";

const TYPING = "input, select, textarea, [contenteditable]";

/** The row links of the list, top to bottom. */
function rows(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>("[data-list] [data-row]")];
}

function step(by: number): void {
  const links = rows();
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
}

document.addEventListener("keydown", (event) => {
  const target = event.target as Element;
  if (event.ctrlKey || event.metaKey || event.altKey || target.matches(TYPING)) return;
  if (event.key === "j") step(1);
  if (event.key === "k") step(-1);
  if (event.key === "Escape") for (const menu of document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]")) menu.open = false;
});

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]")) {
    if (!menu.contains(event.target as Node)) menu.open = false;
  }
});

document.querySelector<HTMLElement>("[data-errors]")?.focus();

/* Printing shows what the screen keeps folded. */
window.addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll<HTMLDetailsElement>("details[data-print-open]")) part.open = true;
});

/* 政策测算: a slider moves the number in its field, and the field the slider; only fields are sent. */
document.addEventListener("input", (event) => {
  const target = event.target as HTMLInputElement;
  const moved = target.dataset["slides"];
  if (moved) (document.getElementById(moved) as HTMLInputElement).value = target.value;
  const slider = target.id && document.querySelector<HTMLInputElement>(`[data-slides="${target.id}"]`);
  if (slider) slider.value = target.value;
});
