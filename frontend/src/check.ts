/**
 * 选址条件自查: what the page does beyond sending its form. Without this script the form, the findings, the drawing and
 * printing by the browser's own menu work as they are.
 */
import "./check.css";

type Answers = Record<string, string>;
type SharedPlot = { jijuqu_answers?: Answers; [member: string]: unknown };

const DRAFT = "jijuqu-check";
const FRAGMENT = "#plot=";
const LARGEST_SHARED_FILE = 2_000_000;
const LONGEST_TEXT = 300_000;

const form = document.querySelector<HTMLFormElement>("[data-check-form]");

function tell(words: string | undefined): void {
  const note = document.querySelector("[data-form-note]");
  if (note) note.textContent = words ?? "";
}

/** The fields a person types in or chooses from; files, hidden fields and the form's protection stay out. */
function fields(of: HTMLFormElement): (HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[] {
  return [...of.elements].filter(
    (field): field is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement =>
      (field instanceof HTMLInputElement && !["hidden", "file", "checkbox", "submit"].includes(field.type)) ||
      field instanceof HTMLSelectElement ||
      field instanceof HTMLTextAreaElement,
  );
}

function fill(of: HTMLFormElement, answers: Answers): void {
  for (const field of fields(of)) {
    const answer = answers[field.name];
    if (typeof answer === "string") field.value = answer;
  }
  const coordinates = of.elements.namedItem("coordinates");
  if (coordinates instanceof Element) coordinates.dispatchEvent(new Event("input", { bubbles: true }));
}

/* A link that holds the plot itself: compressed, in the fragment, which browsers never send. */

async function squeeze(text: string, by: CompressionStream | DecompressionStream): Promise<ArrayBuffer> {
  const bytes = by instanceof CompressionStream ? new TextEncoder().encode(text) : fromBase64(text);
  return new Response(new Blob([bytes as BlobPart]).stream().pipeThrough(by)).arrayBuffer();
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}

function toBase64(bytes: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

async function share(button: HTMLElement): Promise<void> {
  const note = document.querySelector<HTMLElement>("[data-share-note]");
  const content = document.getElementById("link-content")?.textContent ?? "";
  const packed = toBase64(await squeeze(content, new CompressionStream("deflate-raw")));
  const link = `${location.origin}${location.pathname}${FRAGMENT}${packed}`;
  button.dataset["link"] = link;
  const copied = await navigator.clipboard?.writeText(link).then(() => true, () => false);
  if (note) note.textContent = copied ? note.dataset["wordsCopied"]! : `${note.dataset["wordsCopy"]} ${link}`;
}

async function openLink(of: HTMLFormElement): Promise<boolean> {
  if (!location.hash.startsWith(FRAGMENT)) return false;
  try {
    const bytes = await squeeze(location.hash.slice(FRAGMENT.length), new DecompressionStream("deflate-raw"));
    takeOver(of, JSON.parse(new TextDecoder().decode(bytes)) as SharedPlot);
    tell(of.dataset["wordsFromLink"]);
  } catch {
    tell(of.dataset["wordsBadLink"]);
  }
  return true;
}

function takeOver(of: HTMLFormElement, shared: SharedPlot): void {
  const { jijuqu_answers: answers = {}, ...plot } = shared;
  fill(of, { ...answers, crs: "", coordinates: JSON.stringify(plot) });
}

/* A downloaded plot brings its answers back with it. */

async function readAnswers(of: HTMLFormElement, input: HTMLInputElement): Promise<void> {
  const file = input.files?.[0];
  if (!file || !/json$/i.test(file.name) || file.size > LARGEST_SHARED_FILE) return;
  const shared = await file.text().then((text) => JSON.parse(text) as SharedPlot).catch(() => null);
  if (!shared?.jijuqu_answers) return;
  fill(of, { ...shared.jijuqu_answers, crs: "" });
  tell(of.dataset["wordsFromFile"]);
}

/* What was typed outlives a reload of this tab, and nothing else. */

function save(of: HTMLFormElement): void {
  const answers = Object.fromEntries(fields(of).map((field) => [field.name, field.value]));
  try {
    sessionStorage.setItem(DRAFT, JSON.stringify(answers));
  } catch {
    sessionStorage.removeItem(DRAFT); // too large to keep, or storage is switched off
  }
}

function restore(of: HTMLFormElement): void {
  const draft = sessionStorage.getItem(DRAFT);
  if (!draft) return;
  fill(of, JSON.parse(draft) as Answers);
  tell(of.dataset["wordsRestored"]);
}

function clear(of: HTMLFormElement): void {
  sessionStorage.removeItem(DRAFT);
  location.assign(of.getAttribute("action") ?? location.pathname);
}

/* Printing shows what the screen keeps folded. */

function unfold(): void {
  for (const part of document.querySelectorAll<HTMLDetailsElement>("details[data-print-open]:not([open])")) {
    part.open = true;
    part.dataset["openedToPrint"] = "";
  }
}

function foldAgain(): void {
  for (const part of document.querySelectorAll<HTMLDetailsElement>("details[data-opened-to-print]")) {
    part.open = false;
    delete part.dataset["openedToPrint"];
  }
}

/* What is drawn on the map is in degrees of CGCS2000: the form must say so, or the server would have to ask. */

function nameSystemOfDrawing(of: HTMLFormElement, event: Event): void {
  const { target } = event;
  const system = of.elements.namedItem("crs");
  if (event.isTrusted || !(target instanceof HTMLTextAreaElement) || !(system instanceof HTMLSelectElement)) return;
  system.value = target.value ? "4490" : "";
}

/* A form's typed fields may hold two megabytes together; a longer text goes as the file that it is. */

function sendLongTextAsFile(of: HTMLFormElement): void {
  const text = of.elements.namedItem("coordinates");
  const file = of.elements.namedItem("survey_file");
  if (!(text instanceof HTMLTextAreaElement) || !(file instanceof HTMLInputElement)) return;
  if (text.value.length < LONGEST_TEXT || file.files?.length) return;
  const parcel = new DataTransfer();
  parcel.items.add(new File([text.value], "coordinates.txt", { type: "text/plain" }));
  file.files = parcel.files;
  text.value = "";
}

async function start(of: HTMLFormElement): Promise<void> {
  for (const part of document.querySelectorAll<HTMLElement>("[data-drawing], [data-print], [data-share], [data-clear]")) {
    part.hidden = false;
  }
  const answered = document.querySelector<HTMLElement>("[data-errors], [data-result] h2");
  answered?.focus();
  if (!(await openLink(of)) && !answered) restore(of);
  of.addEventListener("input", () => save(of));
  of.addEventListener("submit", () => sendLongTextAsFile(of));
  of.addEventListener("change", (event) => {
    nameSystemOfDrawing(of, event);
    save(of);
    if (event.target instanceof HTMLInputElement && event.target.type === "file") void readAnswers(of, event.target);
  });
  document.querySelector("[data-clear]")?.addEventListener("click", () => clear(of));
  document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
  document.querySelector<HTMLElement>("[data-share]")?.addEventListener("click", (event) => {
    void share(event.currentTarget as HTMLElement);
  });
  window.addEventListener("beforeprint", unfold);
  window.addEventListener("afterprint", foldAgain);
  document.addEventListener("jijuqu:map-ready", (event) => {
    (event.target as HTMLElement).closest(".plot-map")?.classList.add("has-live-map");
  });
}

if (form) void start(form);
