/** Loaded on every page: the look, and htmx for parts of a page that change without leaving it. */
import "@tabler/core/dist/css/tabler.min.css";
import "./app.css";
import "./home.css";
import "./clauses.css";
import "./plot.css";
import "./cluster.css";
import "./account.css";
import "./progress.css";
import "./letter.css";
import "htmx.org";

// What only works with scripts is shown only where they run (see .needs-scripts in app.css).
document.documentElement.classList.add("has-scripts");

// After signing in anew in another window a page that stayed open gets new protection for its forms (errors.py).
document.addEventListener("form-protection", (event) => {
  const { token } = (event as CustomEvent<{ token: string }>).detail;
  for (const field of document.querySelectorAll<HTMLInputElement>("input[name=csrfmiddlewaretoken]")) field.value = token;
});
document.addEventListener("htmx:afterRequest", (event) => {
  const { xhr } = (event as CustomEvent<{ xhr: XMLHttpRequest }>).detail;
  if (xhr.status < 400) document.getElementById("note")?.replaceChildren();
});

// On a phone the rows of a table stand as cards, each cell beside its heading (app.css); without scripts it scrolls.
// Two columns have room there as they are.
function labelCells(within: ParentNode): void {
  for (const table of within.querySelectorAll<HTMLTableElement>(".table-wide > table")) {
    const headings = [...(table.tHead?.rows[0]?.cells ?? [])].map((each) => (each.querySelector("[data-heading]") ?? each).textContent.trim());
    if (headings.length < 3) continue;
    for (const row of [...table.tBodies, table.tFoot].flatMap((part) => [...(part?.rows ?? [])])) {
      [...row.cells].forEach((cell, at) => {
        const seen = [...cell.childNodes].filter((each) => !(each instanceof Element && each.matches(".visually-hidden")));
        cell.dataset["label"] = (headings[at] ?? "").replace(/^[a-z]/, (letter) => letter.toUpperCase());
        cell.classList.toggle("says-nothing", /^—?$/.test(seen.map((each) => each.textContent).join("").trim()));
      });
    }
    table.classList.add("has-labels");
  }
}

labelCells(document);
document.addEventListener("htmx:load", (event) => labelCells((event as CustomEvent<{ elt: Element }>).detail.elt));

// Errors come first: a page that was sent back has its summary in focus.
document.querySelector<HTMLElement>("[data-errors]")?.focus();
