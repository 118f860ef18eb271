import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  useRouter,
} from "@tanstack/react-router";
import { RouterProvider as AriaRouterProvider } from "react-aria-components";
import { RequestError } from "../api/request.ts";
import { viewerQuery } from "../api/session.ts";
import { parseListSearch } from "../articles/list-search.ts";
import { parseQuotesSearch } from "../quotes/quotes-search.ts";
import { Loading } from "../ui/page.tsx";
import { FaultPage, NotFoundPage } from "./fault-page.tsx";
import { Shell } from "./shell.tsx";
import { SignInPage } from "./sign-in-page.tsx";

/** Lets the links of controls navigate within the desk. */
function Root() {
  const router = useRouter();
  return (
    <AriaRouterProvider
      navigate={(href) => void router.navigate({ href })}
      useHref={(href) => router.history.createHref(`/desk${href}`)}
    >
      <Outlet />
    </AriaRouterProvider>
  );
}

const root = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()({ component: Root });

const signInRoute = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: ({ next, failed }: Record<string, unknown>): { readonly next?: string; readonly failed?: true } => ({
    ...(typeof next === "string" && /^\/(?!\/)/.test(next) && { next }),
    ...(failed === true && { failed }),
  }),
  component: SignInPage,
});

const desk = createRoute({
  getParentRoute: () => root,
  id: "desk",
  component: Shell,
  beforeLoad: async ({ context: { queryClient }, location }) => {
    const viewer = await queryClient.ensureQueryData(viewerQuery).catch((error: unknown) => {
      if (error instanceof RequestError && error.code === "UNAUTHENTICATED") return null;
      throw error;
    });
    if (!viewer) throw redirect({ to: "/sign-in", search: location.href === "/" ? {} : { next: location.href } });
    return { viewer };
  },
});

const listRoute = createRoute({
  getParentRoute: () => desk,
  path: "/",
  validateSearch: parseListSearch,
  component: lazyRouteComponent(() => import("../articles/list-page.tsx"), "ListPage"),
});

const articleRoute = createRoute({
  getParentRoute: () => desk,
  path: "/articles/$id",
  // The quote that the article is opened at.
  validateSearch: ({ quote }: Record<string, unknown>): { readonly quote?: string } =>
    typeof quote === "string" ? { quote } : {},
  component: lazyRouteComponent(() => import("../article/article-page.tsx"), "ArticlePage"),
});

const changesRoute = createRoute({
  getParentRoute: () => desk,
  path: "/articles/$id/changes",
  component: lazyRouteComponent(() => import("../article/changes-page.tsx"), "ChangesPage"),
});

const wireRoute = createRoute({
  getParentRoute: () => desk,
  path: "/wire",
  component: lazyRouteComponent(() => import("../wire/wire-page.tsx"), "WirePage"),
});

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

const personsRoute = createRoute({
  getParentRoute: () => desk,
  path: "/persons",
  validateSearch: ({ words }: Record<string, unknown>): { readonly words?: string } => (isText(words) ? { words } : {}),
  component: lazyRouteComponent(() => import("../library/persons-page.tsx"), "PersonsPage"),
});

const personRoute = createRoute({
  getParentRoute: () => desk,
  path: "/persons/$id",
  component: lazyRouteComponent(() => import("../library/person-page.tsx"), "PersonPage"),
});

const postsRoute = createRoute({
  getParentRoute: () => desk,
  path: "/posts",
  validateSearch: ({
    words,
    platform,
  }: Record<string, unknown>): { readonly words?: string; readonly platform?: string } => ({
    ...(isText(words) && { words }),
    ...(isText(platform) && { platform }),
  }),
  component: lazyRouteComponent(() => import("../library/posts-page.tsx"), "PostsPage"),
});

const imagesRoute = createRoute({
  getParentRoute: () => desk,
  path: "/images",
  validateSearch: ({
    words,
    unused,
  }: Record<string, unknown>): { readonly words?: string; readonly unused?: true } => ({
    ...(isText(words) && { words }),
    ...(unused === true && { unused }),
  }),
  component: lazyRouteComponent(() => import("../library/images-page.tsx"), "ImagesPage"),
});

const sectionsRoute = createRoute({
  getParentRoute: () => desk,
  path: "/sections",
  component: lazyRouteComponent(() => import("../library/sections-page.tsx"), "SectionsPage"),
});

const topicsRoute = createRoute({
  getParentRoute: () => desk,
  path: "/topics",
  component: lazyRouteComponent(() => import("../library/topics-page.tsx"), "TopicsPage"),
});

const tokensRoute = createRoute({
  getParentRoute: () => desk,
  path: "/tokens",
  component: lazyRouteComponent(() => import("../library/tokens-page.tsx"), "TokensPage"),
});

const auditRoute = createRoute({
  getParentRoute: () => desk,
  path: "/audit",
  component: lazyRouteComponent(() => import("../library/audit-page.tsx"), "AuditPage"),
});

const quotesRoute = createRoute({
  getParentRoute: () => desk,
  path: "/quotes",
  validateSearch: parseQuotesSearch,
  component: lazyRouteComponent(() => import("../quotes/quotes-page.tsx"), "QuotesPage"),
});

/** The pages of the desk by their addresses. */
export function createDeskRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      signInRoute,
      desk.addChildren([
        listRoute,
        articleRoute,
        changesRoute,
        wireRoute,
        quotesRoute,
        personsRoute,
        personRoute,
        postsRoute,
        imagesRoute,
        sectionsRoute,
        topicsRoute,
        tokensRoute,
        auditRoute,
      ]),
    ]),
    basepath: "/desk",
    context: { queryClient },
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: FaultPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPendingComponent: Loading,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createDeskRouter>;
  }
}
