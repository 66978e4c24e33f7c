import { resolve } from "node:path";
import { defineConfig } from "vite";

// Every file gets a hash in its name; Django finds them through the manifest (django-vite).
export default defineConfig({
  root: import.meta.dirname,
  base: "/static/",
  build: {
    outDir: resolve(import.meta.dirname, "../jijuqu/web/dist"),
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500, // MapLibre alone is 1.1 MB; it is loaded only where there is a map
    rolldownOptions: {
      checks: { eval: false }, // in htmx; our policy forbids eval and htmx is told not to use it
      input: ["src/app.ts", "src/map.ts", "src/check.ts", "src/desk.ts", "src/screening.ts"],
    },
  },
});
