import type { ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { ApolloServerPluginLandingPageLocalDefault } from "@apollo/server/plugin/landingPage/default";
import { FIRST_QUERY } from "./sandbox.js";

/**
 * The page that browsers see at `/graphql`: Apollo Sandbox with a first query.
 *
 * @param script the path of a script of this server that runs first; null for none. The page's own policy allows it.
 */
export function landingPage(script: string | null): ApolloServerPlugin {
  const sandbox = ApolloServerPluginLandingPageLocalDefault({
    embed: true,
    includeCookies: false,
    footer: false,
    document: FIRST_QUERY,
  });
  return {
    ...sandbox,
    serverWillStart: async (service) => {
      const listener = (await sandbox.serverWillStart?.(service)) ?? {};
      const { renderLandingPage } = listener;
      if (!renderLandingPage || script === null) return listener;
      return {
        ...listener,
        renderLandingPage: async () => {
          const { html } = await renderLandingPage();
          return {
            html: async () => {
              const page = typeof html === "string" ? html : await html();
              return page.replace("</head>", `<script src="${script}"></script></head>`);
            },
          };
        },
      };
    },
  };
}

/** No page at `/graphql`: a browser is answered as any other client. */
export function noLandingPage(): ApolloServerPlugin {
  return ApolloServerPluginLandingPageDisabled();
}
