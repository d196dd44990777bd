import { html, raw } from 'hono/html';
import { append } from '../model/grouped.js';
import type { Report } from '../model/report.js';
import type { Markup } from './page.js';
import { type PositionsView, SAID_WORDS, type Saying } from './positions-view.js';
import { flat, nameOf } from './view.js';

const WIDTH = 960;
const LEFT = 190;
const LANE = 30;
const TOP = 34;
/** Marks that an empty day has room for, and the width of a day’s label. */
const ROOM = 3;
const LABEL = 78;
/** Lanes that a picture can be read with; the table has everybody. */
const MOST_LANES = 12;

/** What was said and reported when: a lane for each speaker and one for the reports, with the same data as a table. */
export function timelineMarkup(
  { sayings }: PositionsView,
  reports: readonly Report[],
  linked: boolean,
): Markup | string {
  if (sayings.length === 0) return '';
  return html`<section aria-labelledby="timeline"><h2 id="timeline">Timeline (${sayings.length})</h2>
<p class="lead">When things were said, and when they were published. A hollow mark is the latest possible day: no report tells the day itself.</p>
<figure><div class="scroll" tabindex="0" role="region" aria-label="Timeline picture">${raw(picture(sayings, reports))}</div><figcaption class="where">Filled: the report tells the day. Hollow: no later than this day. Bars: reports as published. The table below has the same data.</figcaption></figure>
<details><summary>The timeline as a table</summary><div class="scroll" tabindex="0" role="region" aria-label="Timeline"><table><thead><tr><th scope="col">Said</th><th scope="col">Speaker</th><th scope="col">Words</th><th scope="col">In</th></tr></thead><tbody>
${sayings.map((one) => html`<tr><td>${one.saidOn.value} <span class="where">${SAID_WORDS[one.saidOn.basis]}</span></td><td>${flat(one.speaker)}</td><td>${linked ? html`<a href="#s-${one.statement}">“${clip(one.words, 140)}”</a>` : `“${clip(one.words, 140)}”`}</td><td>${one.reports.map(({ siglum }) => siglum).join(', ')}</td></tr>`)}
</tbody></table></div>
<div class="scroll" tabindex="0" role="region" aria-label="Publication times"><table><thead><tr><th scope="col">Published</th><th scope="col">Report</th></tr></thead><tbody>
${reports.map((report) => html`<tr><td>${report.published ?? 'not dated'}</td><td><b class="sig">${report.siglum}</b> ${nameOf(report)}</td></tr>`)}
</tbody></table></div></details></section>`;
}

/** Words are escaped by hand here, as the picture is one piece of SVG. */
function picture(sayings: readonly Saying[], reports: readonly Report[]): string {
  const days = [
    ...new Set([
      ...sayings.map(({ saidOn }) => dayOf(saidOn.value)),
      ...reports.flatMap(({ published }) => (published ? [published.slice(0, 10)] : [])),
    ]),
  ].sort();
  const lanes = lanesOf(sayings);
  const height = TOP + (lanes.length + 1) * LANE + 16;
  // A day is as wide as its fullest lane asks for.
  const widths = days.map((day) =>
    Math.max(1, ...lanes.map(({ own }) => own.filter(({ saidOn }) => dayOf(saidOn.value) === day).length)),
  );
  const whole = widths.reduce((sum, width) => sum + ROOM + width, 0);
  const scale = (WIDTH - LEFT - 20) / whole;
  const begins = widths.map(
    (_, i) => LEFT + widths.slice(0, i).reduce((sum, width) => sum + ROOM + width, 0) * scale,
  );
  const x = (day: string, order: number, among: number) => {
    const i = days.indexOf(day);
    return (begins[i] as number) + ((ROOM + (widths[i] as number)) * scale * (order + 1)) / (among + 1);
  };
  const out: string[] = [
    `<svg class="timeline" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(`${sayings.length} statements by ${lanes.length} speakers on ${days.length} days; the table below has the same data`)}">`,
  ];
  let labelled = 0;
  days.forEach((day, i) => {
    const at = begins[i] as number;
    out.push(
      `<line class="day" x1="${at.toFixed(1)}" x2="${at.toFixed(1)}" y1="${TOP - 12}" y2="${height - 10}"/>`,
    );
    // Labels that would overlap are left out.
    if (at < labelled) return;
    labelled = at + LABEL;
    out.push(`<text x="${(at + 4).toFixed(1)}" y="${TOP - 16}">${escaped(labelOf(day, sayings))}</text>`);
  });
  lanes.forEach(({ speaker, own }, lane) => {
    const y = TOP + lane * LANE + LANE / 2;
    out.push(
      `<text class="lane" x="${LEFT - 10}" y="${y + 4}" text-anchor="end">${escaped(clip(flat(speaker), 26))}</text><line class="rail" x1="${LEFT}" x2="${WIDTH - 20}" y1="${y}" y2="${y}"/>`,
    );
    for (const day of new Set(own.map(({ saidOn }) => dayOf(saidOn.value)))) {
      const among = own.filter(({ saidOn }) => dayOf(saidOn.value) === day);
      among.forEach((one, order) => {
        const title = `${one.saidOn.value} (${SAID_WORDS[one.saidOn.basis]}): ${clip(one.words, 160)} – ${one.reports.map(({ siglum }) => siglum).join(', ')}`;
        out.push(
          `<circle class="${one.saidOn.basis}" cx="${x(day, order, among.length).toFixed(1)}" cy="${y}" r="${Math.min(9, 4 + one.reports.length)}"><title>${escaped(title)}</title></circle>`,
        );
      });
    }
  });
  const y = TOP + lanes.length * LANE + LANE / 2;
  out.push(`<text class="lane" x="${LEFT - 10}" y="${y + 4}" text-anchor="end">reports</text>`);
  for (const day of days) {
    const among = reports.filter(({ published }) => published?.slice(0, 10) === day);
    among.forEach((report, order) => {
      const at = x(day, order, among.length);
      out.push(
        `<rect class="report" x="${(at - 2).toFixed(1)}" y="${y - 9}" width="4" height="18"><title>${escaped(`${report.published}: ${nameOf(report)}`)}</title></rect>`,
      );
    });
  }
  out.push('</svg>');
  return out.join('');
}

function lanesOf(
  sayings: readonly Saying[],
): readonly { readonly speaker: string; readonly own: readonly Saying[] }[] {
  const lanes = new Map<string, Saying[]>();
  for (const one of sayings) append(lanes, one.speaker, one);
  return [...lanes]
    .map(([speaker, own]) => ({ speaker, own }))
    .sort((a, b) => b.own.length - a.own.length)
    .slice(0, MOST_LANES);
}

/** What a day is called: by the month or year alone, where nothing tells more. */
function labelOf(day: string, sayings: readonly Saying[]): string {
  const told = sayings.filter(({ saidOn }) => dayOf(saidOn.value) === day).map(({ saidOn }) => saidOn.value);
  return told.length > 0 && told.every((value) => value.length < day.length) ? (told[0] as string) : day;
}

/** The day of a value; a month or year stands at its beginning. */
function dayOf(value: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(value) ?? [];
  return `${year}-${month ?? '01'}-${day ?? '01'}`;
}

function clip(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
