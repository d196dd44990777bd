import { html, raw } from 'hono/html';
import { STYLE } from './style.js';

/** Markup as Hono makes it; what is put into it is escaped. */
export type Markup = ReturnType<typeof html>;

/**
 * A self-contained page: no script, no request to anywhere; a content security policy says so as well.
 *
 * @param skip where the link for keyboards leads, and what it says
 */
export function page(
  title: string,
  skip: { readonly to: string; readonly words: string },
  body: Markup,
): string {
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="generator" content="Hearsay">
<title>${title} · Hearsay</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#${skip.to}">${skip.words}</a>
${body}
</body>
</html>
`);
}
