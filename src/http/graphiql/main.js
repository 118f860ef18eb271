// The page /graphiql: bundled for browsers by scripts/graphiql.mjs, not compiled with the server.
import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "./main.css";
import { GraphiQL } from "graphiql";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { FIRST_QUERY } from "../../graphql/sandbox.ts";

const endpoint = new URL("../graphql", location.href);

/** Sends an operation with the headers of the headers editor. */
async function fetcher(operation, { headers } = {}) {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(operation),
  });
  return response.json();
}

createRoot(document.getElementById("graphiql")).render(
  createElement(GraphiQL, {
    fetcher,
    initialQuery: FIRST_QUERY,
    isHeadersEditorEnabled: true,
    // A token that is kept in the browser outlives its use.
    shouldPersistHeaders: false,
  }),
);
