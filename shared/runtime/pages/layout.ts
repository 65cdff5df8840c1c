import type { Locale } from "../../schemas/primitives.ts";
import { html, type Markup } from "./html.ts";

/** Small and readable with one thumb; dark when the phone is. No script, no font, no picture is loaded. */
const style = `
:root{color-scheme:light dark;--ink:#14202b;--soft:#5b6b79;--page:#f4f6f8;--card:#fff;--go:#0a7d4b;--hot:#c2410c;--line:#dfe5ea}
@media(prefers-color-scheme:dark){:root{--ink:#eef3f7;--soft:#9fb0bf;--page:#0f171e;--card:#18232d;--go:#12a566;--hot:#f97316;--line:#2a3947}}
*{box-sizing:border-box}body{margin:0;font:17px/1.45 system-ui,sans-serif;background:var(--page);color:var(--ink)}
main{max-width:32rem;margin:0 auto;padding:1rem}section{background:var(--card);border-radius:14px;padding:1.1rem;margin:0 0 1rem;border:1px solid var(--line)}
h1{font-size:1.35rem;margin:.1rem 0 .4rem}p{margin:.35rem 0}.soft{color:var(--soft)}.hot{color:var(--hot);font-weight:650}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem .9rem;margin:.7rem 0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
form{margin:.5rem 0}button,.button{display:block;width:100%;padding:.95rem;border:0;border-radius:12px;font:inherit;font-weight:650;text-align:center;text-decoration:none;background:var(--go);color:#fff}
button.quiet,.button.quiet{background:transparent;color:var(--ink);border:1px solid var(--line)}
input,select{width:100%;font:inherit;padding:.7rem;border-radius:10px;border:1px solid var(--line);background:var(--page);color:var(--ink)}
label{display:block;color:var(--soft);margin:.3rem 0}summary{padding:.6rem 0;color:var(--soft);cursor:pointer}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:.6rem}.pair form{margin:0}
.left{height:8px;border-radius:4px;background:var(--line);overflow:hidden;margin:.7rem 0}.left i{display:block;height:100%;background:var(--hot);animation:left linear forwards;transform-origin:left}
@keyframes left{from{transform:scaleX(1)}to{transform:scaleX(0)}}`;

interface PageOptions {
  readonly locale: Locale;
  readonly title: string;
  readonly body: Markup;
  /** Asks the browser to load the page again after so many seconds: when an offer ends. */
  readonly reloadAfterSeconds?: number;
}

/** A complete page. */
export function page({ locale, title, body, reloadAfterSeconds }: PageOptions): string {
  const reload = reloadAfterSeconds !== undefined && html`<meta http-equiv="refresh" content="${reloadAfterSeconds}">`;
  return html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow"><meta name="referrer" content="no-referrer">${reload}
<title>${title}</title><style>${{ markup: style }}</style></head>
<body><main>${body}</main></body></html>`.markup;
}
