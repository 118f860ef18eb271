import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { AnswerReader } from "../answer-cache/reader-answers.http.js";
import type { ChangeKeys } from "../graphql/loading/change-keys.js";
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
import { readKilled, readListed, readNewest, readSyndicated, type SyndicationSource } from "./syndication.queries.js";

/** What the routes of the formats are served with. */
export interface SyndicationOptions {
  readonly schema: GraphQLSchema;
  readonly clock: Clock;
  readonly site: () => SyndicatedSite;
  /** The URI of the publication for feeds, independent of every address. */
  readonly feedId: () => Promise<string>;
  /** The context of a request: what it sees is decided there, for these routes as for GraphQL. */
  readonly context: (request: FastifyRequest) => Promise<RequestContext & ImageMeans>;
  /** Answers with what is made for readers, or is there already. */
  readonly answer: AnswerReader;
}

/** The context of a request whose loader collects what the answer is made of. */
async function contextWith(
  { context, schema, site }: SyndicationOptions,
  request: FastifyRequest,
  keys: ChangeKeys | null,
): Promise<SyndicationSource> {
  const { loader, imageKey } = await context(request);
  // Everything below is read by this loader.
  keys?.confirm();
  return { schema, loader: keys ? loader.withKeys(keys) : loader, site: site(), imageKey };
}

/** How long the news sitemap is kept: articles leave it with their age alone. */
const SITEMAP_AGE_MS = 60_000;

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

function serveArticles(server: FastifyInstance, options: SyndicationOptions): void {
  server.get<{ Params: { name: string } }>("/articles/:name", (request, reply) =>
    options.answer(request, reply, async (keys) =>
      sendArticle(request, reply, readName(request.params.name), await contextWith(options, request, keys)),
    ),
  );
}

async function sendArticle(
  request: FastifyRequest,
  reply: FastifyReply,
  named: ReturnType<typeof readName>,
  source: SyndicationSource,
): Promise<unknown> {
  const { site } = source;
  if (!named) return sendNotice(request, reply, { format: null, notice: MISSING, site });
  const { slug, format } = named;
  const article = await readSyndicated(source, slug);
  if (!article) {
    const killed = await readKilled(source.loader, slug);
    const notice = killed ? ({ kind: "GONE", ...killed } as const) : MISSING;
    return sendNotice(request, reply, { format, notice, site });
  }
  // An old slug leads on to the one in force; a preview is not published under any.
  if (!article.isPreview && article.slug !== slug) {
    return sendOnward(reply, articleAddress(site, article.slug, format), format, site);
  }
  const links = article.isPreview ? null : linksOf(site, article, format);
  const body = ARTICLE_RENDERERS[format](article, site);
  return sendRendering(request, reply, { format, body, isPublic: !article.isPreview, site, links });
}

/** Serves the feeds of the newest articles: of all, and of each section, topic, author and language. */
function serveFeeds(server: FastifyInstance, options: SyndicationOptions): void {
  const { answer, feedId } = options;
  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    source: SyndicationSource,
    { format, part }: { readonly format: FeedFormat; readonly part: FeedPart | null },
  ) => {
    const { loader, site } = source;
    const articles = await readNewest(source, FEED_LENGTH, part === null ? {} : filterOfPart(part));
    const body = FEED_RENDERERS[format](articles, site, feedIdOf(await feedId(), part), part);
    return sendRendering(request, reply, { format, body, isPublic: loader.view.kind === "PUBLISHED", site });
  };
  for (const format of FEED_FORMATS) {
    server.get(LIST_PATHS[format], (request, reply) =>
      answer(request, reply, async (keys) =>
        send(request, reply, await contextWith(options, request, keys), { format, part: null }),
      ),
    );
    for (const kind of FEED_PART_KINDS) {
      server.get<{ Params: { name: string } }>(`/${kind}/:name${LIST_PATHS[format]}`, (request, reply) =>
        answer(request, reply, async (keys) => {
          const source = await contextWith(options, request, keys);
          const { loader, site } = source;
          const part = await readFeedPart(loader, kind, request.params.name);
          if (!part) return sendNotice(request, reply, { format: null, notice: MISSING, site });
          // An old slug leads on to the one in force.
          if (part.slug !== request.params.name) {
            return sendOnward(reply, listAddress(site, format, part), format, site);
          }
          return send(request, reply, source, { format, part });
        }),
      );
    }
  }
}

function serveLists(server: FastifyInstance, options: SyndicationOptions): void {
  const { answer, clock } = options;
  server.get(LIST_PATHS.newsSitemap, (request, reply) =>
    answer(request, reply, async (keys) => {
      const source = await contextWith(options, request, keys);
      const { loader, site } = source;
      const now = clock.now();
      const since = new Date(now.getTime() - NEWS_SITEMAP_LIMITS.ageMs);
      const articles = await readListed(source, NEWS_SITEMAP_LIMITS.entries, since);
      const body = renderNewsSitemap(articles, site, now);
      const isPublic = loader.view.kind === "PUBLISHED";
      return sendRendering(request, reply, { format: "newsSitemap", body, isPublic, site, maxAgeMs: SITEMAP_AGE_MS });
    }),
  );
}

/** Serves articles and lists of the newest in news formats. */
export function serveSyndication(server: FastifyInstance, options: SyndicationOptions): void {
  serveArticles(server, options);
  serveFeeds(server, options);
  serveLists(server, options);
}
