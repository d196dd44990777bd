import type { Ledger } from '../model/ledger.js';
import {
  excerpt,
  flat,
  nameOf,
  type Piece,
  placeOf,
  type StatementView,
  viewOf,
  type WitnessView,
} from './view.js';

/** The record as Markdown (CommonMark with tables): the same order as the text. Nothing from a report is markup in it. */
export function renderMarkdown(ledger: Ledger): string {
  const view = viewOf(ledger);
  const { counts } = view;
  const out: string[] = [`# ${literal(flat(view.title))}`, ''];
  out.push(
    `${counts.reports} reports, ${counts.statements} statements, ${counts.speakers} speakers; ${counts.risk} with meaning at risk, ${counts.changed} changed.`,
    '',
  );
  out.push('| siglum | report | published | title |', '| --- | --- | --- | --- |');
  for (const report of ledger.reports)
    out.push(
      `| ${literal(report.siglum)} | ${literal(nameOf(report))} | ${literal(report.published ?? '')} | ${literal(flat(report.title ?? ''))} |`,
    );
  for (const section of view.sections) {
    out.push('', `## ${section.title} (${section.statements.length})`, '');
    for (const statement of section.statements) {
      const { report } = statement.base;
      if (section.kind === 'single') {
        out.push(
          `- **${literal(flat(statement.speaker))}** (${literal(report.siglum)}): “${literal(flat(statement.base.text))}” ${address(placeOf(report, statement.statement.baseSpans[0]!))}${sceneWords(statement)}`,
        );
        continue;
      }
      out.push(`### ${statement.number}. ${literal(flat(statement.speaker))}`, '');
      out.push(
        `> “${literal(excerpt(statement))}”`,
        '>',
        `> base: ${literal(report.siglum)} ${address(placeOf(report, statement.statement.baseSpans[0]!))}${sceneWords(statement)}`,
        '',
      );
      for (const other of statement.others) out.push(line(other));
      out.push('');
    }
  }
  if (view.counts.told > 0) {
    out.push('', `## Told in the reports’ own words (${view.counts.told})`);
    for (const { speaker, tellings } of view.told) {
      out.push('', `### ${literal(flat(speaker))}`, '');
      for (const { attribution, report, words, cue, via } of tellings) {
        const through = via.length > 0 ? `, via ${literal(via.map(flat).join(', '))}` : '';
        out.push(
          `- ${literal(report.siglum)}: *${literal(flat(cue))}*${through} (${attribution.kind}, ${attribution.confidence.toFixed(2)}): ${literal(flat(words))} ${address(placeOf(report, attribution.content[0]!))}`,
        );
      }
    }
  }
  if (view.speakers.length > 0) {
    out.push(
      '',
      `## Speakers (${view.speakers.length})`,
      '',
      '| speaker | cited | what the reports say of them |',
      '| --- | --- | --- |',
    );
    for (const { speaker, attributions, about } of view.speakers)
      out.push(`| ${literal(flat(speaker.name))} | ${attributions} | ${literal(flat(about))} |`);
  }
  if (view.apart.length > 0) {
    out.push('', '## Reports that share no statement with another', '');
    for (const report of view.apart) out.push(`- ${literal(report.siglum)}: ${literal(nameOf(report))}`);
  }
  return `${out
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

const sceneWords = ({ scene }: StatementView): string => (scene === '' ? '' : `, ${literal(flat(scene))}`);

function line(other: WitnessView): string {
  const { witness, report } = other;
  const verdict =
    witness.verdict === 'cosmetic'
      ? witness.form
      : `**${witness.verdict.replaceAll('-', ' ')}**, ${witness.form}`;
  return `- ${literal(report.siglum)}: ${verdict} (${literal(other.explanation)}): “${other.pieces.map(piece).join('').replace(/\s+/g, ' ').trim()}” ${address(placeOf(report, witness.spans[0]!))}`;
}

function piece(part: Piece): string {
  const text = literal(flat(part.text));
  const edge = (side: RegExp) => (side.test(part.text) ? ' ' : '');
  switch (part.kind) {
    case 'same':
    case 'gap':
      return `${edge(/^\s/)}${text}${edge(/\s$/)}`;
    case 'lost':
      return ` ~~${text}~~ `;
    case 'gained':
      return `**${text}**`;
    case 'cut':
      return ` *(cut: ${text})* `;
    default:
      return part.kind satisfies never;
  }
}

function address(place: string): string {
  return `\`${place.replace(/[`\s]+/g, ' ')}\``;
}

/** Every character that CommonMark could read as markup, and HTML's, as itself. */
function literal(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|~>.-]/g, (mark) =>
      mark === '.' || mark === '-' || mark === '(' || mark === ')' ? mark : `\\${mark}`,
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;');
}
