/** Loaded on every page: the look, and htmx for parts of a page that change without leaving it. */
import "@tabler/core/dist/css/tabler.min.css";
import "./app.css";
import "./home.css";
import "./clauses.css";
import "htmx.org";

// What only works with scripts is shown only where they run (see .needs-scripts in app.css).
document.documentElement.classList.add("has-scripts");
