import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Clock } from "../lib/clock.js";
import type { RequestContext } from "../auth/request.js";
import type { ImageMeans } from "../image/image-address.service.js";
import { ARTICLE_EXTENSIONS, type ArticleFormat, articleAddress, LIST_PATHS, listAddress } from "./addresses.js";
import { FEED_PART_KINDS, type FeedPart, feedIdOf } from "./feed-part.js";
import { filterOfPart, readFeedPart } from "./feed-part.queries.js";
import { renderAtom } from "./atom.js";
import { FEED_LENGTH } from "./formats.js";
import { toJson } from "./json.js";
import { renderJsonFeed } from "./json-feed.js";
import { renderJsonLd } from "./json-ld.js";
import { NEWS_SITEMAP_LIMITS, renderNewsSitemap } from "./news-sitemap.js";
import { renderNinjs } from "./ninjs.js";
import { renderReadingPage } from "./reading-page.js";
import { linksOf, sendNotice, sendOnward, sendRendering } from "./rendering.http.js";
import { renderRss } from "./rss.js";
import type { SyndicatedArticle, SyndicatedSite } from "./syndicated.js";
import { readKilled, readNewest, readSyndicated } from "./syndication.queries.js";

/** What the routes of the formats are served with. */
export interface SyndicationOptions {
  readonly schema: GraphQLSchema;
  readonly clock: Clock;
  readonly site: () => SyndicatedSite;
  /** The URI of the publication for feeds, independent of every address. */
  readonly feedId: () => Promise<string>;
  /** The context of a request: what it sees is decided there, for these routes as for GraphQL. */
  readonly context: (request: FastifyRequest) => Promise<RequestContext & ImageMeans>;
}

const ARTICLE_RENDERERS: Readonly<Record<ArticleFormat, (article: SyndicatedArticle, site: SyndicatedSite) => string>> =
  {
    html: renderReadingPage,
    ninjs: (article, site) => toJson(renderNinjs(article, site), 2),
    jsonLd: (article, site) => toJson(renderJsonLd(article, site), 2),
  };

type RenderFeed = (
  articles: readonly SyndicatedArticle[],
  site: SyndicatedSite,
  feedId: string,
  part: FeedPart | null,
) => string;

const FEED_FORMATS = ["rss", "atom", "jsonFeed"] as const;
type FeedFormat = (typeof FEED_FORMATS)[number];

const FEED_RENDERERS: Readonly<Record<FeedFormat, RenderFeed>> = {
  rss: (articles, site, _feedId, part) => renderRss(articles, site, part),
  atom: renderAtom,
  jsonFeed: (articles, site, _feedId, part) => toJson(renderJsonFeed(articles, site, part), 2),
};

/** Longest first: ".jsonld" also ends with a format's letters that ".json" begins with. */
const FORMATS = (Object.keys(ARTICLE_EXTENSIONS) as ArticleFormat[]).sort(
  (a, b) => ARTICLE_EXTENSIONS[b].length - ARTICLE_EXTENSIONS[a].length,
);

const MISSING = { kind: "MISSING" } as const;

/** The slug and format that the last part of an address names; null when it has no ending that is known. */
function readName(name: string): { readonly slug: string; readonly format: ArticleFormat } | null {
  const format = FORMATS.find((each) => name.endsWith(ARTICLE_EXTENSIONS[each]));
  return format ? { slug: name.slice(0, -ARTICLE_EXTENSIONS[format].length), format } : null;
}

function serveArticles(server: FastifyInstance, { schema, site, context }: SyndicationOptions): void {
  server.get<{ Params: { name: string } }>("/articles/:name", async (request, reply) => {
    const named = readName(request.params.name);
    const { loader, imageKey } = await context(request);
    const source = { schema, loader, site: site(), imageKey };
    if (!named) return sendNotice(request, reply, { format: null, notice: MISSING, site: source.site });
    const { slug, format } = named;
    const article = await readSyndicated(source, slug);
    if (!article) {
      const killed = await readKilled(source.loader, slug);
      const notice = killed ? ({ kind: "GONE", ...killed } as const) : MISSING;
      return sendNotice(request, reply, { format, notice, site: source.site });
    }
    // An old slug leads on to the one in force; a preview is not published under any.
    if (article.isPublished && article.slug !== slug) {
      return sendOnward(reply, articleAddress(source.site, article.slug, format), format, source.site);
    }
    if (article.isPublished) reply.header("link", linksOf(source.site, article, format));
    const body = ARTICLE_RENDERERS[format](article, source.site);
    return sendRendering(request, reply, { format, body, isPublic: article.isPublished, site: source.site });
  });
}

/** Serves the feeds of the newest articles: of all, and of each section, topic, author and language. */
function serveFeeds(server: FastifyInstance, { schema, site, context, feedId }: SyndicationOptions): void {
  const send = async (request: FastifyRequest, reply: FastifyReply, format: FeedFormat, part: FeedPart | null) => {
    const { loader, imageKey } = await context(request);
    const source = { schema, loader, site: site(), imageKey };
    const articles = await readNewest(source, FEED_LENGTH, part === null ? {} : filterOfPart(part));
    const body = FEED_RENDERERS[format](articles, source.site, feedIdOf(await feedId(), part), part);
    const isPublic = loader.view.kind === "PUBLISHED";
    return sendRendering(request, reply, { format, body, isPublic, site: source.site });
  };
  for (const format of FEED_FORMATS) {
    server.get(LIST_PATHS[format], (request, reply) => send(request, reply, format, null));
    for (const kind of FEED_PART_KINDS) {
      server.get<{ Params: { name: string } }>(`/${kind}/:name${LIST_PATHS[format]}`, async (request, reply) => {
        const { loader } = await context(request);
        const part = await readFeedPart(loader, kind, request.params.name);
        if (!part) return sendNotice(request, reply, { format: null, notice: MISSING, site: site() });
        // An old slug leads on to the one in force.
        if (part.slug !== request.params.name)
          return sendOnward(reply, listAddress(site(), format, part), format, site());
        return send(request, reply, format, part);
      });
    }
  }
}

function serveLists(server: FastifyInstance, { schema, clock, site, context }: SyndicationOptions): void {
  server.get(LIST_PATHS.newsSitemap, async (request, reply) => {
    const { loader, imageKey } = await context(request);
    const source = { schema, loader, site: site(), imageKey };
    const now = clock.now();
    const since = new Date(now.getTime() - NEWS_SITEMAP_LIMITS.ageMs);
    const articles = await readNewest(source, NEWS_SITEMAP_LIMITS.entries, { publishedAfter: since });
    const body = renderNewsSitemap(articles, source.site, now);
    const isPublic = loader.view.kind === "PUBLISHED";
    return sendRendering(request, reply, { format: "newsSitemap", body, isPublic, site: source.site });
  });
}

/** Serves every article and the lists of the newest in the formats of the trade. */
export function serveSyndication(server: FastifyInstance, options: SyndicationOptions): void {
  serveArticles(server, options);
  serveFeeds(server, options);
  serveLists(server, options);
}
