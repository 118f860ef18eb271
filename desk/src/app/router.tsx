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
  validateSearch: ({ next }: Record<string, unknown>): { readonly next?: string } =>
    typeof next === "string" && /^\/(?!\/)/.test(next) ? { next } : {},
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
  component: lazyRouteComponent(() => import("../article/article-page.tsx"), "ArticlePage"),
});

const changesRoute = createRoute({
  getParentRoute: () => desk,
  path: "/articles/$id/changes",
  component: lazyRouteComponent(() => import("../article/changes-page.tsx"), "ChangesPage"),
});

/** The pages of the desk by their addresses. */
export function createDeskRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([signInRoute, desk.addChildren([listRoute, articleRoute, changesRoute])]),
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
