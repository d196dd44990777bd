import { html } from 'hono/html';
import type { Check, Difference } from '../model/check.js';
import { type CheckedView, checkViewOf, type PassageView, VERDICT_WORDS } from './check-view.js';
import { type Markup, page } from './page.js';
import { flat, nameOf } from './view.js';

/** A check as one self-contained page, without script or request. Every word of draft and sources is escaped. */
export function renderCheckHtml(check: Check): string {
  const view = checkViewOf(check);
  const title = flat(check.draft.title ?? check.draft.origin);
  const groups = [
    { id: 'findings', title: 'Findings', views: view.findings },
    { id: 'waived', title: 'Waived', views: view.waived },
    { id: 'unsure', title: 'Cannot tell', views: view.unsure },
    { id: 'right', title: 'Right', views: view.right },
  ].filter(({ views }) => views.length > 0);
  return page(
    `Quotations of ${title}`,
    { to: 'check', words: 'Skip to the quotations' },
    html`<header>
<h1>${title}</h1>
<p class="lead">${view.summary}</p>
<nav class="views" aria-label="Views">
${groups.map(({ id, title: name, views }) => html`<a href="#${id}">${name} (${views.length})</a>`)}
<a href="#sources">Sources</a>
</nav>
</header>
<main id="check" tabindex="-1">
${groups.map(
  ({
    id,
    title: name,
    views,
  }) => html`<section aria-labelledby="${id}"><h2 id="${id}">${name} (${views.length})</h2>
${views.map((one) => card(one, id === 'findings'))}</section>`,
)}
<section aria-labelledby="sources"><h2 id="sources">Sources (${check.sources.length})</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Sources"><table><thead><tr><th scope="col">Source</th><th scope="col">Kind</th><th scope="col">Published</th><th scope="col">Read from</th></tr></thead><tbody>
${check.sources.map((report) => html`<tr><td>${nameOf(report)}</td><td>${report.kind}</td><td>${(report.published ?? 'not dated').slice(0, 16).replace('T', ' ')}</td><td class="where">${flat(report.origin)}</td></tr>`)}
</tbody></table></div></section>
${notes(check)}
</main>
<footer>Made by Hearsay. What counts as equal is told in docs/check.md; offsets are UTF-16 code units of each text.${check.passed > 0 ? ` ${check.passed} short or titled in marks, with no speaker, were not checked.` : ''}</footer>`,
  );
}

function card(one: CheckedView, grave: boolean): Markup {
  const { quotation, source } = one;
  const colour = grave ? (quotation.verdict === 'not-found' ? 'content-changed' : 'meaning-at-risk') : '';
  return html`<article class="finding ${colour}" id="${quotation.id}">
<h3><span class="badge ${colour}">${VERDICT_WORDS[quotation.verdict]}</span> ${one.explanation}</h3>
<div class="where">${one.place} · ${quotation.id}</div>
<blockquote>${quotation.speaker ? html`<span class="by">${flat(quotation.speaker)}:</span> ` : ''}“${source ? source.passage.difference.map(piece) : flat(one.words)}”</blockquote>
${quotation.waived === null ? '' : html`<p class="by">Waived: ${flat(quotation.waived.reason)}</p>`}
${source ? passage(source) : ''}
${one.others.length > 0 ? html`<details><summary>${one.others.length} more ${one.others.length === 1 ? 'passage' : 'passages'}</summary>${one.others.map(passage)}</details>` : ''}
</article>`;
}

function passage({ passage: one, report, words, place }: PassageView): Markup {
  const who = one.speaker
    ? `${flat(one.speaker)}${one.quoted ? '' : ', without quotation marks'}`
    : 'speaker not told';
  return html`<div class="words"><span class="sig">${nameOf(report)}</span> <span class="by">${who}</span><br>“${words}”<div class="where">${place} · ${one.form}</div></div>`;
}

function piece({ kind, text }: Difference): Markup | string {
  switch (kind) {
    case 'same':
    case 'gap':
      return text;
    case 'lost':
      return html` <del>${flat(text)}</del> `;
    case 'gained':
      return html`<ins>${text}</ins>`;
    default:
      return kind satisfies never;
  }
}

function notes({ notes: all }: Check): Markup | string {
  const odd = all.filter((note) => note.severity !== 'info');
  if (odd.length === 0) return '';
  return html`<section aria-labelledby="notes"><h2 id="notes">Notes</h2><ul>${odd.map((note) => html`<li>${flat(note.message)} <span class="where">${flat(note.at?.origin ?? '')}</span></li>`)}</ul></section>`;
}
