import { html } from 'hono/html';
import type { Report } from '../model/report.js';
import { type Coverage, isCertain } from '../model/stance.js';
import type { Markup } from './page.js';
import { CELL_WORDS, type Passage, type PositionsView } from './positions-view.js';
import { flat } from './view.js';

/** Where accounts disagree, each with its passages side by side. */
export function disagreementsMarkup({ disagreements }: PositionsView): Markup | string {
  if (disagreements.length === 0) return '';
  return html`<section aria-labelledby="disagreements"><h2 id="disagreements">Where accounts disagree (${disagreements.length})</h2>
${disagreements.map(
  ({
    disagreement: one,
    title,
    accounts,
  }) => html`<article class="finding ${isCertain(one.confidence) ? 'meaning-at-risk' : 'content-changed'}" id="d-${one.id}">
<h3>${flat(one.topic)} <span class="badge ${isCertain(one.confidence) ? 'meaning-at-risk' : 'content-changed'}">${isCertain(one.confidence) ? '▲' : '△'} ${title.toLowerCase()}</span></h3>
<div class="sides">${accounts.map(({ who, says, passages }) => html`<div class="side"><p class="by"><b>${flat(who)}</b> ${flat(says)}</p>${passages.map(passageMarkup)}</div>`)}</div>
<p class="where">how sure: ${one.confidence.toFixed(2)}</p></article>`,
)}</section>`;
}

/** Changes of position: before and after, and who says that it changed. */
export function shiftsMarkup({ shifts }: PositionsView): Markup | string {
  if (shifts.length === 0) return '';
  return html`<section aria-labelledby="shifts"><h2 id="shifts">Changes of position (${shifts.length})</h2>
${shifts.map(
  ({ shift, title, holder, sides, told }) => html`<article class="finding content-changed" id="h-${shift.id}">
<h3>${flat(holder)}: ${flat(shift.topic)} <span class="badge content-changed">${title.toLowerCase()}${isCertain(shift.confidence) ? '' : ', may have changed'}</span></h3>
<div class="sides">${sides.map(({ day, value, passages }) => html`<div class="side"><p class="by"><b>${day}</b> ${value}</p>${passages.map(passageMarkup)}</div>`)}</div>
${told.length > 0 ? html`<details><summary>${told.length} ${told.length === 1 ? 'passage says' : 'passages say'} that it changed</summary>${told.map(passageMarkup)}</details>` : ''}
<p class="where">how sure: ${shift.confidence.toFixed(2)}</p></article>`,
)}</section>`;
}

const SIGNS: Record<Coverage['cell'], string> = {
  'in-words': '●',
  paraphrased: '○',
  absent: '–',
  'not-yet': '‹',
  unknown: '?',
};

/** Statement × report. */
export function coverageMarkup(
  { coverage }: PositionsView,
  reports: readonly Report[],
  linked: boolean,
): Markup | string {
  if (coverage.length === 0) return '';
  return html`<section aria-labelledby="coverage"><h2 id="coverage">Coverage (${coverage.length})</h2>
<p class="lead">● in words · ○ in other words · – absent · ‹ published before it was said · ? cannot tell. Reports that nearly copy each other count as one voice.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Coverage"><table class="coverage"><thead><tr><th scope="col">Statement</th><th scope="col">Voices</th>${reports.map(({ id, siglum }) => html`<th scope="col"><a class="sig" href="#r-${id}">${siglum}</a></th>`)}</tr></thead><tbody>
${coverage.map(
  ({ statement, speaker, words, voices, cells, cuts }) =>
    html`<tr><th scope="row">${linked ? html`<a href="#s-${statement.id}">${flat(speaker)}</a>` : flat(speaker)}: “${words.length > 110 ? `${words.slice(0, 109)}…` : words}”${cuts.length > 0 ? html`<details><summary>left out</summary>${cuts.map(({ report, words: cut }) => html`<p class="where"><b>${report.siglum}</b> “${cut}”</p>`)}</details>` : ''}</th><td>${voices}</td>${reports.map(({ id }) => cell(cells.get(id)?.cell ?? 'absent'))}</tr>`,
)}
</tbody></table></div></section>`;
}

function cell(value: Coverage['cell']): Markup {
  return html`<td class="cell ${value}"><span aria-hidden="true">${SIGNS[value]}</span><span class="said">${CELL_WORDS[value]}</span></td>`;
}

/** What each holder commits to. */
export function stancesMarkup({ stances }: PositionsView): Markup | string {
  if (stances.length === 0) return '';
  return html`<section aria-labelledby="stances"><h2 id="stances">Stances</h2>
<p class="lead">What each holder is committed to, as the words are read: asserted, denied, believed, doubted … “Presupposed” and “outlet” say that the holder did not put it so.</p>
${stances.map(
  ({
    holder,
    stances: own,
  }) => html`<details><summary>${flat(holder)} (${own.length})</summary><ul class="tellings">
${own.map(({ stance, passage }) => html`<li><a class="sig" href="#a-${stance.attribution}" aria-label="${passage.report.siglum}: ${stance.value}, at ${stance.evidence[0]!.start}, in its source">${passage.report.siglum}</a> <b class="by">${stance.value}</b> ${passage.words} <span class="where">${stance.strength} · ${stance.basis} · ${passage.place}</span></li>`)}
</ul></details>`,
)}</section>`;
}

function passageMarkup({ report, words, place, attribution }: Passage): Markup {
  return html`<blockquote>“${words}” <div class="where"><a class="sig" href="#${attribution ? `a-${attribution}` : `r-${report.id}`}">${report.siglum}</a> ${place}</div></blockquote>`;
}
