/** Loaded on every page: the look, and htmx for parts of a page that change without leaving it. */
import "@tabler/core/dist/css/tabler.min.css";
import "./app.css";
import "./home.css";
import "htmx.org";
