import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Smaller files are sent as they are. */
const COMPRESSED_BYTES = 1024;

/** Compresses the built files once, so that the server does not at each request. */
function compressed(folder: string): Plugin {
  return {
    name: "compressed",
    apply: "build",
    closeBundle() {
      for (const name of readdirSync(folder)) {
        const body = readFileSync(join(folder, name));
        if (!/\.(js|css|svg)$/.test(name) || body.length < COMPRESSED_BYTES) continue;
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(body));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(body, { level: 9 }));
      }
    },
  };
}

/** The address of a running server, for `npm run desk`. */
const server = process.env["DATELINE"] ?? "http://localhost:4000";

export default defineConfig({
  root: import.meta.dirname,
  base: "/desk/",
  logLevel: "warn",
  plugins: [
    // The strings of React Aria in the languages of the interface alone; it has none in Persian.
    { ...optimizeLocales.vite({ locales: ["en-US", "de-DE", "fr-FR", "es-ES", "ar-AE"] }), enforce: "pre" },
    react(),
    compressed(join(import.meta.dirname, "dist/assets")),
  ],
  build: {
    outDir: join(import.meta.dirname, "dist"),
    emptyOutDir: true,
    target: "es2023",
    // A strict policy takes scripts and styles from files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    reportCompressedSize: false,
  },
  server: { proxy: { "/desk/graphql": server, "/desk/session": server, "/desk/images": server, "/images": server } },
});
