import node from "@astrojs/node";
import { defineConfig, passthroughImageService } from "astro/config";

export default defineConfig({
  output: "server",
  adapter: node({ mode: "standalone" }),
  // Dateline makes the renditions of images; the site resizes none.
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
});
