import { createHash } from "node:crypto";

/**
 * The one style of every reading page. Sides are named by the flow of the text, so that it serves both directions;
 * every colour of text keeps a contrast of at least 4.5 to 1 (WCAG 2.2, AA) in the light and in the dark.
 */
export const READING_PAGE_STYLE = `
:root{color-scheme:light dark;--text:#1b1b1b;--quiet:#595959;--page:#fff;--soft:#f5f4f1;--line:#d9d6cf;--link:#0b4f8a;
--good:#2b6b3f;--care:#8a4b00}
@media (prefers-color-scheme:dark){:root{--text:#e8e6e1;--quiet:#aaa69e;--page:#16171a;--soft:#202226;--line:#3b3e45;
--link:#8cb8f0;--good:#84c795;--care:#e6ad62}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;padding:0 1.25rem 3rem;background:var(--page);color:var(--text);font:1.125rem/1.6 Charter,"Iowan Old Style",Georgia,
"Noto Serif",serif;overflow-wrap:break-word}
:lang(ar),:lang(fa),:lang(ur),:lang(ps){font-family:"Noto Naskh Arabic","Geeza Pro","Segoe UI",Tahoma,serif;
line-height:1.9}
:lang(ja){font-family:"Hiragino Mincho ProN","Yu Mincho","Noto Serif CJK JP","Noto Sans CJK JP",serif;line-height:1.8}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;inset-inline-start:1rem;inset-block-start:-6rem;padding:.5rem 1rem;background:var(--page);
border:2px solid var(--link)}
.skip:focus{inset-block-start:.5rem}
.site,main{max-inline-size:37.5rem;margin-inline:auto}
.site{padding-block:1rem;border-block-end:1px solid var(--line);font-weight:700}
.site a{color:inherit;text-decoration:none}
h1{margin-block:.25rem .75rem;font-size:clamp(1.75rem,1.2rem + 2.4vw,2.5rem);line-height:1.2;text-wrap:balance}
h1:lang(ar),h1:lang(fa){line-height:1.5}
main>h1{margin-block-start:1.5rem}
h2{margin-block:0 1rem;font-size:1.25rem;line-height:1.35}
.section,.topics,.facts,figcaption,.quotes p,.differences,.note{font-size:.9375rem}
.section,.topics,.facts{color:var(--quiet)}
.topics{margin-block:1.5rem 0}
.standfirst{margin-block:0 1rem;font-size:1.25rem;line-height:1.5;color:var(--quiet)}
.facts{margin-block:0 1.5rem;padding-block-end:1rem;border-block-end:1px solid var(--line)}
.facts p{margin:0}
.byline{color:var(--text);font-weight:700}
.text>:is(p,ul,ol,blockquote){margin-block:0 1.1em}
.text>h2{margin-block:1.5em .5em}
.text>h3{margin-block:1.25em .5em;font-size:1.125rem;line-height:1.35}
.text>:is(ul,ol){padding-inline-start:1.5em}
.text>blockquote{margin-inline:0;padding-inline-start:1em;border-inline-start:4px solid var(--line)}
.text>blockquote p{margin-block:0 .6em}
.dateline{font-weight:700;unicode-bidi:isolate}
.address{display:none}
.draft{margin-block:1.5rem 0;padding:.25rem .75rem;border:2px solid var(--care);color:var(--care);font-weight:700}
sup{line-height:0;font-size:.7em;-webkit-user-select:none;user-select:none}
sup a{padding-inline:.2em;text-decoration:none}
figure{margin:1.75rem 0;padding:1rem 1.25rem;background:var(--soft);border:1px solid var(--line);border-radius:.375rem}
figure blockquote{margin:0}
figure blockquote p{margin:0 0 .75rem}
figcaption{color:var(--quiet)}
figcaption b{color:var(--text)}
figcaption p{margin:0}
figure.picture{padding:0;background:none;border:0}
.picture img{display:block;inline-size:100%;block-size:auto;border-radius:.25rem}
.picture figcaption{margin-block-start:.5rem}
.picture p+p{margin-block-start:.15rem}
.credit{font-size:.875em}
.note{margin-block:0 1rem;padding:.75rem 1rem;background:var(--soft);border-inline-start:4px solid var(--care)}
.note p{margin:0}
section{margin-block-start:2.5rem;padding-block-start:1.5rem;border-block-start:1px solid var(--line)}
.quotes{margin:0;padding:0;list-style-type:""}
.quotes>li{position:relative;margin-block-end:1.75rem;padding-inline-start:2.25rem}
.quotes .number{position:absolute;inset-inline-start:0;inset-block-start:0;min-inline-size:1.5rem;font-weight:700;
text-decoration:none}
.quotes blockquote{margin:0 0 .25rem}
.quotes blockquote p{margin:0;font-size:1.0625rem}
.quotes p{margin:0;color:var(--quiet)}
.quotes blockquote p,.quotes b{color:var(--text)}
.verdict[data-verdict=EXACT],.verdict[data-verdict=MARKED_EDIT]{color:var(--good)}
.verdict[data-verdict=ALTERED],.verdict[data-verdict=NOT_FOUND]{color:var(--care)}
.differences{margin:.25rem 0 0;padding-inline-start:1.25rem}
:target{background:var(--soft);outline:.375rem solid var(--soft)}
@media print{:root{color-scheme:light;--text:#000;--quiet:#333;--page:#fff;--soft:#fff;--line:#999;--link:#000;
--good:#000;--care:#000}
body{padding:0;font-size:11pt}
.skip{display:none}
.address{display:block;margin-block-start:2rem;font-size:.85em;overflow-wrap:anywhere}
.site,main{max-inline-size:none}
figure,.quotes>li,.note{break-inside:avoid}
h1,h2{break-after:avoid}
.text a[href^=http]::after,figcaption a[href^=http]::after{content:" (" attr(href) ")";font-size:.85em;direction:ltr;
unicode-bidi:isolate;overflow-wrap:anywhere}}
`;

/**
 * The `Content-Security-Policy` under which a reading page is meant to be served: it loads pictures of this server and
 * nothing else, runs nothing, and its one style is allowed by its hash. No page shows it within itself, but
 * for a draft, which the desk shows beside its text. Linked data in a `script` element is not run, so no
 * policy has to allow it. `baseUrl` is the address of the server.
 */
export function readingPagePolicy(baseUrl: string, isDraft = false): string {
  const frames = `frame-ancestors ${isDraft ? "'self'" : "'none'"}`;
  return [...READING_PAGE_DIRECTIVES, frames, `img-src 'self' ${new URL(baseUrl).origin}`].join("; ");
}

const READING_PAGE_DIRECTIVES = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(READING_PAGE_STYLE).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
] as const;
