import { html, raw } from 'hono/html';
import type { Attribution } from '../model/attribution.js';
import { append } from '../model/grouped.js';
import type { Ledger } from '../model/ledger.js';
import type { Report } from '../model/report.js';
import { bySpan, lastStartingBy, type Span } from '../model/span.js';
import type { Variant, Verdict } from '../model/statement.js';
import { type Markup, page } from './page.js';
import { isShown, type Part } from './parts.js';
import { coverageMarkup, disagreementsMarkup, shiftsMarkup, stancesMarkup } from './positions-html.js';
import { positionsView } from './positions-view.js';
import { timelineMarkup } from './timeline.js';
import {
  baseWords,
  evidenceOf,
  excerpt,
  FORM_WORDS,
  flat,
  nameOf,
  type Piece,
  placeOf,
  type RecordView,
  type Section,
  type StatementView,
  viewOf,
  type WitnessView,
} from './view.js';
import { whoOf } from './who.js';

/**
 * The record as one self-contained page: story, collation and sources, linked both ways. No script, no request to
 * anywhere; a content security policy says so as well. Every word from a report goes through Hono's escaping.
 */
export function renderHtml(ledger: Ledger, only?: readonly Part[]): string {
  const view = viewOf(ledger);
  const positions = positionsView(ledger);
  const shows = (part: Part) => isShown(part, only) || (part === 'stances' && !only);
  const statements = shows('statements');
  // Links lead to statements only where those are shown.
  const linked = statements;
  const numbers = new Map(
    view.sections.flatMap((section) => section.statements.map((one) => [one.statement.id, one] as const)),
  );
  return page(
    flat(view.title),
    { to: 'story', words: 'Skip to the record' },
    html`<header>
<h1>${flat(view.title)}</h1>
<p class="lead">${view.counts.reports} reports · ${view.counts.statements} statements · ${view.counts.speakers} speakers · ${view.counts.risk} with meaning at risk · ${view.counts.changed} changed</p>
<nav class="views" aria-label="Views">
${shows('disagreements') && positions.disagreements.length > 0 ? html`<a href="#disagreements">Disagreements (${positions.disagreements.length})</a>` : ''}
${shows('shifts') && positions.shifts.length > 0 ? html`<a href="#shifts">Changes of position (${positions.shifts.length})</a>` : ''}
${statements ? view.sections.map((section) => html`<a href="#${section.kind}">${section.title} (${section.statements.length})</a>`) : ''}
${shows('coverage') && positions.coverage.length > 0 ? html`<a href="#coverage">Coverage</a>` : ''}
${shows('timeline') && positions.sayings.length > 0 ? html`<a href="#timeline">Timeline</a>` : ''}
${shows('stances') && positions.stances.length > 0 ? html`<a href="#stances">Stances</a>` : ''}
${shows('told') && view.counts.told > 0 ? html`<a href="#told">Told in other words (${view.counts.told})</a>` : ''}
${shows('speakers') ? html`<a href="#speakers">Speakers</a>` : ''}
${statements ? html`<a href="#collation">Collation</a>` : ''}
<a href="#sources">Sources</a>
</nav>
</header>
<main id="story" tabindex="-1">
${reportTable(view)}
${shows('disagreements') ? disagreementsMarkup(positions) : ''}
${shows('shifts') ? shiftsMarkup(positions) : ''}
${statements ? view.sections.map((section) => storySection(section)) : ''}
${shows('coverage') ? coverageMarkup(positions, ledger.reports, linked) : ''}
${shows('timeline') ? timelineMarkup(positions, ledger.reports, linked) : ''}
${shows('stances') ? stancesMarkup(positions) : ''}
${shows('told') ? told(view) : ''}
${shows('speakers') ? speakers(view) : ''}
${only ? '' : apart(view)}
${statements ? collation(view) : ''}
${sources(view, numbers)}
</main>
<footer>Made by Hearsay. Every line leads to the characters that it rests on; offsets are UTF-16 code units of each report’s text.</footer>`,
  );
}

function reportTable(view: RecordView): Markup {
  return html`<details><summary>The reports and their sigla</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Reports"><table><thead><tr><th scope="col">Siglum</th><th scope="col">Report</th><th scope="col">Published</th><th scope="col">Title</th></tr></thead><tbody>
${view.ledger.reports.map((report) => html`<tr><td><a class="sig" href="#r-${report.id}">${report.siglum}</a></td><td>${nameOf(report)}${report.kind === 'transcript' ? ' (transcript)' : ''}</td><td>${(report.published ?? 'not dated').slice(0, 16).replace('T', ' ')}</td><td>${flat(report.title ?? '')}</td></tr>`)}
</tbody></table></div></details>`;
}

function storySection(section: Section): Markup {
  if (section.kind === 'single') {
    return html`<section aria-labelledby="${section.kind}"><h2 id="${section.kind}">${section.title} (${section.statements.length})</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${section.title}"><table><thead><tr><th scope="col">Report</th><th scope="col">Speaker</th><th scope="col">Words</th></tr></thead><tbody>
${section.statements.map((one) => html`<tr id="s-${one.statement.id}"><td><a class="sig" href="#a-${one.base.attribution.id}" aria-label="${one.base.report.siglum}: ${one.speaker}, statement ${one.number}, in its source">${one.base.report.siglum}</a></td><td>${one.speaker}</td><td>“${flat(one.base.text)}”</td></tr>`)}
</tbody></table></div></section>`;
  }
  const finding = section.kind !== 'shared';
  return html`<section aria-labelledby="${section.kind}"><h2 id="${section.kind}">${section.title} (${section.statements.length})</h2>
${section.statements.map((one) => (finding ? card(one) : html`<details id="s-${one.statement.id}"><summary>${one.number}. ${one.speaker}: “${clip(flat(one.base.text), 110)}” <span class="where">${sigla(one)}</span></summary>${card(one, false)}</details>`))}
</section>`;
}

function card(one: StatementView, anchored = true): Markup {
  const notable = one.others.filter(({ witness }) => witness.verdict !== 'cosmetic');
  const alike = one.others.filter(({ witness }) => witness.verdict === 'cosmetic');
  return html`<article class="finding ${one.verdict}"${anchored ? raw(` id="s-${attribute(one.statement.id)}"`) : ''}>
<h3>${one.number}. ${one.speaker}</h3>
<blockquote>“${excerpt(one)}” <div class="where"><a class="sig" href="#a-${one.base.attribution.id}">${one.base.report.siglum}</a> ${baseWords(one.base.attribution)} · ${placeOf(one.base.report, one.statement.baseSpans[0]!)}${one.scene === '' ? '' : ` · ${one.scene}`} · <a href="#c-${one.statement.id}">collation ${one.number}</a></div></blockquote>
<ol class="witnesses">${notable.map(witnessItem)}${notable.length > 0 ? '' : alike.map(witnessItem)}</ol>
${notable.length > 0 && alike.length > 0 ? html`<details><summary>${alike.length} more ${alike.length === 1 ? 'rendering' : 'renderings'} without a change of substance</summary><ol class="witnesses">${alike.map(witnessItem)}</ol></details>` : ''}
</article>`;
}

const BADGES: Record<Verdict, string> = {
  'meaning-at-risk': '▲ meaning at risk',
  'content-changed': '△ wording changed',
  cosmetic: '',
};

function witnessItem(other: WitnessView): Markup {
  const { witness, report } = other;
  const form = FORM_WORDS[witness.form];
  const told = other.explanation === form ? '' : other.explanation;
  const badge = BADGES[witness.verdict];
  return html`<li><a class="sig" href="#a-${other.attribution.id}">${report.siglum}</a> <span class="where">${nameOf(report)}</span> <span class="badge ${witness.verdict}">${badge || form}</span> <span class="by">${badge ? `${form}${told ? ': ' : ''}${told}` : told}</span>
<div class="words">“${other.pieces.map(pieceMarkup)}”</div><div class="where">${placeOf(report, witness.spans[0]!)}</div></li>`;
}

function pieceMarkup(piece: Piece): Markup | string {
  switch (piece.kind) {
    case 'same':
    case 'gap':
      return piece.text;
    case 'lost':
      return html` <del>${flat(piece.text)}</del> `;
    case 'gained':
      return html`<ins>${piece.text}</ins>`;
    case 'cut':
      return html` <span class="cut">cut: ${flat(piece.text)}</span> `;
    default:
      return piece.kind satisfies never;
  }
}

function apart(view: RecordView): Markup | string {
  if (view.apart.length === 0) return '';
  return html`<section aria-labelledby="apart"><h2 id="apart">Reports that share no statement with another</h2><ul>${view.apart.map((report) => html`<li><a class="sig" href="#r-${report.id}">${report.siglum}</a> ${nameOf(report)}${report.title ? `: ${flat(report.title)}` : ''}</li>`)}</ul></section>`;
}

/** What the reports tell without quotation marks: in italics, without marks here either. */
function told(view: RecordView): Markup | string {
  if (view.counts.told === 0) return '';
  return html`<section aria-labelledby="told"><h2 id="told">Told in the reports’ own words (${view.counts.told})</h2>
<p class="lead">Reported without quotation marks: the words are the outlet’s, not the speaker’s. The number is how sure Hearsay is of speaker and content, from 0 to 1.</p>
${view.told.map(
  ({
    speaker,
    tellings,
  }) => html`<details><summary>${speaker} (${tellings.length})</summary><ul class="tellings">
${tellings.map(({ attribution: one, report, words, cue, via }) => html`<li><a class="sig" href="#a-${one.id}" aria-label="${report.siglum}: ${speaker} ${flat(cue)}, at ${one.content[0]!.start}, in its source">${report.siglum}</a> <span class="by">${flat(cue)}${via.length > 0 ? `, via ${via.join(', ')}` : ''}</span> <span class="indirect">${flat(words)}</span> <span class="where">${one.kind} · ${one.confidence.toFixed(2)} · ${placeOf(report, one.content[0]!)}</span></li>`)}
</ul></details>`,
)}</section>`;
}

/** Who is cited, with what the reports call them: the names that a file of corrections may use. */
function speakers(view: RecordView): Markup {
  return html`<section aria-labelledby="speakers"><h2 id="speakers">Speakers (${view.speakers.length})</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Speakers"><table><thead><tr><th scope="col">speaker</th><th scope="col">cited</th><th scope="col">what the reports say of them</th></tr></thead><tbody>
${view.speakers.map(({ speaker, attributions, about }) => html`<tr><th scope="row">${flat(speaker.name)}</th><td>${attributions}</td><td>${flat(about)}</td></tr>`)}
</tbody></table></div></section>`;
}

/** Base with sigla, apparatus beneath, aligned table: statements that two renderings and more give. */
function collation(view: RecordView): Markup {
  const shared = view.sections
    .flatMap((section) => section.statements)
    .filter((one) => one.others.length > 0);
  return html`<section aria-labelledby="collation"><h2 id="collation">Collation</h2>
<p class="legend lead">The base text, with a number at each place where a witness reads otherwise; beneath, the apparatus: the base’s words ] the other reading, and the sigla of those who have it.</p>
${shared.map((one) => collated(one))}</section>`;
}

interface Place {
  readonly base: Span;
  readonly kind: Variant['kind'];
  readonly readings: Map<string, string[]>;
}

function collated(one: StatementView): Markup {
  const places = placesOf(one);
  const { report } = one.base;
  return html`<details id="c-${one.statement.id}"${one.verdict === 'cosmetic' ? '' : raw(' open')}><summary>${one.number}. ${one.speaker} <span class="where">${sigla(one)}</span></summary>
<p class="base">“${one.statement.baseSpans.map((span, i) => html`${i > 0 ? ' … ' : ''}${baseText(report.text, span, places)}`)}” <a class="sig" href="#a-${one.base.attribution.id}">${report.siglum}</a></p>
${places.length > 0 ? html`<div class="apparatus">${places.map((place, i) => html`<p><b>${i + 1}</b> ${place.base.end > place.base.start ? flat(report.text.slice(place.base.start, place.base.end)) : 'added'} ] ${[...place.readings].map(([reading, who], k) => html`${k > 0 ? '; ' : ''}${reading === '' ? html`<i>left out</i>` : reading} <b>${who.join(' ')}</b>`)} <span class="where">(${place.kind.replaceAll('-', ' ')})</span></p>`)}</div>` : ''}
<div class="scroll" tabindex="0" role="region" aria-label="Witnesses of statement ${one.number}"><table><thead><tr><th scope="col">Witness</th><th scope="col">Form</th><th scope="col">Verdict</th><th scope="col">Words</th></tr></thead><tbody>
${one.others.map(({ witness, report: own, attribution, pieces, explanation }) => html`<tr><td><a class="sig" href="#a-${attribution.id}">${own.siglum}</a></td><td>${witness.form}${witness.fragment ? ' (fragment)' : ''}</td><td>${witness.verdict.replaceAll('-', ' ')}<div class="where">${explanation}</div></td><td>“${pieces.map(pieceMarkup)}”<div class="where">${placeOf(own, witness.spans[0]!)}</div></td></tr>`)}
</tbody></table></div>
<p class="where"><a href="#s-${one.statement.id}">Back to statement ${one.number}</a></p></details>`;
}

function placesOf(one: StatementView): readonly Place[] {
  const places = new Map<string, Place>();
  const own = new Map(one.others.map((other) => [other, other.report.text]));
  for (const other of one.others) {
    for (const event of other.witness.events) {
      const key = `${event.base.start} ${event.base.end} ${event.kind}`;
      const place = places.get(key) ?? { base: event.base, kind: event.kind, readings: new Map() };
      const reading = flat((own.get(other) as string).slice(event.witness.start, event.witness.end));
      const who = place.readings.get(reading) ?? [];
      if (!who.includes(other.report.siglum)) who.push(other.report.siglum);
      place.readings.set(reading, who);
      places.set(key, place);
    }
  }
  return [...places.values()].sort((a, b) => bySpan(a.base, b.base));
}

/** The base with a raised number behind each place of the apparatus. Places may overlap; their ends stand in order. */
function baseText(text: string, span: Span, places: readonly Place[]): Markup {
  const ends = places
    .map((place, i) => ({ at: place.base.end, number: i + 1 }))
    .filter(({ at }) => at >= span.start && at <= span.end);
  ends.sort((a, b) => a.at - b.at || a.number - b.number);
  const parts: (Markup | string)[] = [];
  let at = span.start;
  for (const end of ends) {
    parts.push(text.slice(at, end.at), html`<sup>${end.number}</sup>`);
    at = Math.max(at, end.at);
  }
  parts.push(text.slice(at, span.end));
  return html`${parts}`;
}

function sigla(one: StatementView): string {
  return [...new Set([one.base.report.siglum, ...one.others.map(({ report }) => report.siglum)])].join(' ');
}

/** Every report in full, quotations marked, who said them in the margin, what was set apart at the end. */
function sources(view: RecordView, numbers: ReadonlyMap<string, StatementView>): Markup {
  const verdicts = new Map<string, Verdict>();
  const statementOf = new Map<string, string>();
  for (const one of numbers.values()) {
    for (const witness of one.statement.witnesses) {
      statementOf.set(witness.attribution, statementOf.get(witness.attribution) ?? one.statement.id);
      if (witness.verdict !== 'cosmetic') verdicts.set(witness.attribution, witness.verdict);
    }
  }
  const speakers = new Map(view.ledger.speakers.map((speaker) => [speaker.id, speaker.name]));
  const byReport = new Map<string, Attribution[]>();
  for (const one of view.ledger.attributions) append(byReport, one.report, one);
  return html`<section aria-labelledby="sources"><h2 id="sources">Sources</h2>
${view.ledger.reports.map((report) => source(report, byReport.get(report.id) ?? [], { verdicts, statementOf, speakers, numbers }))}</section>`;
}

interface SourceContext {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly statementOf: ReadonlyMap<string, string>;
  readonly speakers: ReadonlyMap<string, string>;
  readonly numbers: ReadonlyMap<string, StatementView>;
}

function source(report: Report, attributions: readonly Attribution[], context: SourceContext): Markup {
  const paragraphs: Span[] = [];
  for (const match of report.text.matchAll(/[^\n]+/g))
    if (/\S/.test(match[0])) paragraphs.push({ start: match.index, end: match.index + match[0].length });
  const marks = marksOf(attributions);
  const anchored = new Set(marks.filter((mark) => mark.first).map((mark) => mark.one.id));
  return html`<details id="r-${report.id}"><summary><span class="sig">${report.siglum}</span> ${nameOf(report)}${report.title ? `: ${flat(report.title)}` : ''}</summary>
<p class="where">${report.origin}${report.published ? ` · ${report.published}` : ''}${report.byline ? ` · ${report.byline}` : ''}${report.url && /^https?:\/\//.test(report.url) ? html` · <a href="${report.url}" rel="noreferrer">${report.url}</a>` : ''} · SHA-256 ${report.sha256.slice(0, 16)}…</p>
<div class="source">${paragraphs.map((paragraph) => {
    const inside = attributions.filter(
      (one) =>
        (one.quoted[0]?.start ?? one.content[0]?.start ?? -1) >= paragraph.start &&
        (one.quoted[0]?.start ?? one.content[0]?.start ?? -1) < paragraph.end,
    );
    return html`<p>${marked(report.text, paragraph, marks, context)}</p>${inside.length > 0 ? html`<div class="by">${inside.map((one) => marginNote(one, anchored, context))}</div>` : ''}`;
  })}</div>
${report.dropped.length > 0 ? html`<details class="dropped"><summary>Set apart as no part of the article (${report.dropped.length})</summary><ul>${report.dropped.map((one) => html`<li>${one.reason}: ${clip(flat(one.text), 300)}</li>`)}</ul></details>` : ''}
</details>`;
}

/** A stretch of a source that is marked: a quotation, or what is told of somebody without marks. */
interface Mark extends Span {
  readonly one: Attribution;
  readonly first: boolean;
  readonly told: boolean;
}

/** Only the outermost are marked, the nested keep their place in the margin; where both are, the quotation is. */
function marksOf(attributions: readonly Attribution[]): readonly Mark[] {
  const quoted = outermost(
    attributions.flatMap((one) =>
      one.quoted.map((span, i) => ({ ...span, one, first: i === 0, told: false })),
    ),
  );
  const indirect = outermost(
    attributions
      .filter((one) => one.quoted.length === 0)
      .flatMap((one) => one.content.map((span, i) => ({ ...span, one, first: i === 0, told: true }))),
  );
  return [...quoted, ...indirect.flatMap((mark) => without(mark, quoted))].sort(bySpan);
}

function outermost(marks: readonly Mark[]): readonly Mark[] {
  let covered = -1;
  return [...marks].sort(bySpan).filter((mark) => {
    if (mark.start < covered) return false;
    covered = mark.end;
    return true;
  });
}

/** What of a mark no other covers. */
function without(mark: Mark, others: readonly Mark[]): readonly Mark[] {
  const parts: Mark[] = [];
  let { start } = mark;
  for (let i = Math.max(0, lastStartingBy(others, start)); i < others.length; i++) {
    const other = others[i] as Mark;
    if (other.start >= mark.end) break;
    if (other.end <= start) continue;
    if (other.start > start)
      parts.push({ ...mark, start, end: other.start, first: mark.first && parts.length === 0 });
    start = Math.max(start, other.end);
  }
  if (start < mark.end) parts.push({ ...mark, start, first: mark.first && parts.length === 0 });
  return parts;
}

function marked(text: string, paragraph: Span, marks: readonly Mark[], context: SourceContext): Markup {
  const parts: (Markup | string)[] = [];
  let at = paragraph.start;
  for (const mark of marks) {
    const start = Math.max(mark.start, paragraph.start);
    const end = Math.min(mark.end, paragraph.end);
    if (start >= end) continue;
    const statement = context.statementOf.get(mark.one.id);
    const verdict = context.verdicts.get(mark.one.id) ?? '';
    const words = text.slice(start, end);
    const id = mark.first && start === mark.start ? raw(` id="a-${attribute(mark.one.id)}"`) : '';
    parts.push(
      text.slice(at, start),
      mark.told
        ? html`<span class="indirect"${id}>${words}</span>`
        : html`<mark class="${verdict}"${id}>${statement ? html`<a href="#s-${statement}">${words}</a>` : words}</mark>`,
    );
    at = end;
  }
  parts.push(text.slice(at, paragraph.end));
  return html`${parts}`;
}

function marginNote(one: Attribution, anchored: ReadonlySet<string>, context: SourceContext): Markup {
  const statement = context.statementOf.get(one.id);
  const name = whoOf(one, context.speakers) ?? 'not known';
  const chain = one.chain
    .slice(1)
    .map((link) => link.holder)
    .filter((holder, i, all) => holder !== all[i - 1]);
  const number = statement ? context.numbers.get(statement)?.number : undefined;
  return html`<div${anchored.has(one.id) ? '' : raw(` id="a-${attribute(one.id)}"`)}>${name}${chain.length > 1 ? ` (${chain.join(' › ')})` : ''}: ${evidenceOf(one)}${number === undefined ? '' : html` <a href="#s-${statement}">statement ${number}</a>`}</div>`;
}

/** Ids are made of letters and digits alone; anything else would be a bug upstream, and must not reach an attribute. */
function attribute(id: string): string {
  return id.replace(/[^\w-]/g, '');
}

function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, text.lastIndexOf(' ', length))} …`;
}
