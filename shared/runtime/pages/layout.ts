import type { Locale } from "../../schemas/primitives.ts";
import { html, type Markup } from "./html.ts";

/**
 * Small and readable with one thumb; dark when the phone is. No script, no font, no picture is loaded. Whatever can be
 * tapped is at least 48 pixels high; text has a contrast of 4.5 and more in both schemes.
 */
const style = `
:root{color-scheme:light dark;--ink:#14202b;--soft:#566573;--page:#f4f6f8;--card:#fff;--go:#0a7d4b;--hot:#c2410c;--line:#d5dde4}
@media(prefers-color-scheme:dark){:root{--ink:#eef3f7;--soft:#a5b5c3;--page:#0f171e;--card:#18232d;--go:#0b8150;--hot:#fb8b3c;--line:#33444f}}
*{box-sizing:border-box}body{margin:0;font:17px/1.45 system-ui,sans-serif;background:var(--page);color:var(--ink);-webkit-text-size-adjust:100%}
main{max-width:32rem;margin:0 auto;padding:1rem}section{background:var(--card);border-radius:14px;padding:1.1rem;margin:0 0 1rem;border:1px solid var(--line)}
h1,h2{line-height:1.25;margin:.1rem 0 .4rem;overflow-wrap:anywhere}h1{font-size:1.5rem}h2{font-size:1.15rem}p{margin:.35rem 0}li{margin:.3rem 0}
.soft{color:var(--soft)}.hot{color:var(--hot);font-weight:650}.done{border:2px solid var(--go);font-weight:650;padding:.8rem 1.1rem}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem .9rem;margin:.8rem 0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere;white-space:pre-line}
form{margin:.6rem 0}button,.button{display:flex;align-items:center;justify-content:center;width:100%;min-height:3.1rem;padding:.6rem;border:1px solid var(--go);border-radius:12px;font:inherit;font-weight:650;line-height:1.2;text-align:center;text-decoration:none;background:var(--go);color:#fff;overflow-wrap:anywhere}
button{cursor:pointer}.quiet{background:transparent;color:var(--ink);border-color:var(--line)}
input{width:100%;min-height:3rem;font:inherit;padding:.6rem;border-radius:10px;border:1px solid var(--soft);background:var(--page);color:var(--ink)}
label{display:block;color:var(--soft);margin:.4rem 0}.tick{display:flex;align-items:center;gap:.7rem;min-height:3rem;color:var(--ink)}.tick input{width:3rem;height:3rem;margin:0}details{border-top:1px solid var(--line)}summary{padding:.8rem 0;min-height:3rem;font-weight:600;cursor:pointer}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:.6rem;margin:.6rem 0}.pair form{margin:0}.pair button{height:100%}
.act{position:sticky;bottom:0;padding:.4rem 0;background:var(--card)}.act form{margin:0}.act button{min-height:3.5rem;font-size:1.15rem}
.left{height:8px;border-radius:4px;background:var(--line);overflow:hidden;margin:.6rem 0}.left i{display:block;height:100%;background:var(--hot);animation:left linear forwards;transform-origin:left}
@keyframes left{to{transform:scaleX(0)}}`;

interface PageOptions {
  readonly locale: Locale;
  readonly title: string;
  readonly body: Markup;
  /** Asks the browser to load the page again after so many seconds: when an offer ends. */
  readonly reloadAfterSeconds?: number;
}

/** A complete page: for agents on their phones and for visitors who sent a form. */
export function page({ locale, title, body, reloadAfterSeconds }: PageOptions): string {
  const reload = reloadAfterSeconds !== undefined && html`<meta http-equiv="refresh" content="${reloadAfterSeconds}">`;
  return html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow"><meta name="referrer" content="no-referrer">${reload}
<title>${title}</title><style>${{ markup: style }}</style></head>
<body><main>${body}</main></body></html>`.markup;
}
