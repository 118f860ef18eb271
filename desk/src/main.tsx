// First: it declares the order of the layers.
import "./ui/base.css";
import "./ui/controls.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RequestError } from "./api/request.ts";
import { createDeskRouter } from "./app/router.tsx";
import { applyTheme, storedTheme } from "./app/theme.ts";
import { initialLanguage, LANGUAGES } from "./languages/languages.ts";
import { WordsProvider } from "./languages/words.tsx";

/** A request is sent again when it did not reach the server, and not when the server refused it. */
const RETRIES = 3;

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => error instanceof RequestError && error.code === "OFFLINE" && failures < RETRIES,
      refetchOnWindowFocus: false,
    },
  },
});

async function start(): Promise<void> {
  applyTheme(storedTheme());
  const language = initialLanguage();
  document.documentElement.lang = language;
  document.documentElement.dir = LANGUAGES[language].direction;
  const initial = { language, catalogue: await LANGUAGES[language].load() };
  const place = document.getElementById("desk");
  if (!place) throw new Error("The page has no place for the desk.");
  createRoot(place).render(
    <StrictMode>
      <WordsProvider initial={initial}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={createDeskRouter(queryClient)} />
        </QueryClientProvider>
      </WordsProvider>
    </StrictMode>,
  );
}

void start();
