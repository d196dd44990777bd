import type { Ledger } from '../model/ledger.js';
import { COVERAGE_CELLS } from '../model/stance.js';
import { isShown, type Part } from './parts.js';
import { CELL_WORDS, type Passage, type PositionsView, positionsView, SAID_WORDS } from './positions-view.js';
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
export function renderMarkdown(ledger: Ledger, only?: readonly Part[]): string {
  const view = viewOf(ledger);
  const positions = positionsView(ledger);
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
  if (isShown('disagreements', only)) out.push(...disagreementLines(positions));
  if (isShown('shifts', only)) out.push(...shiftLines(positions));
  for (const section of isShown('statements', only) ? view.sections : []) {
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
  if (isShown('coverage', only)) out.push(...coverageLines(positions, ledger));
  if (isShown('timeline', only)) out.push(...timelineLines(positions));
  if (isShown('stances', only)) out.push(...stanceLines(positions));
  if (isShown('told', only) && view.counts.told > 0) {
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
  if (isShown('speakers', only) && view.speakers.length > 0) {
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
  if (!only && view.apart.length > 0) {
    out.push('', '## Reports that share no statement with another', '');
    for (const report of view.apart) out.push(`- ${literal(report.siglum)}: ${literal(nameOf(report))}`);
  }
  return `${out
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

function passageLine({ report, words, place }: Passage, lead: string): string {
  return `- ${lead}${literal(report.siglum)}: “${literal(words)}” ${address(place)}`;
}

function disagreementLines({ disagreements }: PositionsView): readonly string[] {
  if (disagreements.length === 0) return [];
  return [
    '',
    `## Where accounts disagree (${disagreements.length})`,
    ...disagreements.flatMap(({ disagreement, title, accounts }) => [
      '',
      `### ${title}: ${literal(flat(disagreement.topic))} (${disagreement.confidence.toFixed(2)})`,
      '',
      ...accounts.flatMap(({ who, says, passages }) =>
        passages.map((one) => passageLine(one, `**${literal(flat(who))}** ${literal(says)}. `)),
      ),
    ]),
  ];
}

function shiftLines({ shifts }: PositionsView): readonly string[] {
  if (shifts.length === 0) return [];
  return [
    '',
    `## Changes of position (${shifts.length})`,
    ...shifts.flatMap(({ shift, title, holder, sides, told }) => [
      '',
      `### ${title}: ${literal(flat(holder))}, ${literal(flat(shift.topic))} (${shift.confidence.toFixed(2)})`,
      '',
      ...sides.flatMap(({ day, value, passages }) =>
        passages.map((one) => passageLine(one, `${day}, ${value}. `)),
      ),
      ...told.map((one) => passageLine(one, 'says so: ')),
    ]),
  ];
}

function coverageLines({ coverage }: PositionsView, { reports }: Ledger): readonly string[] {
  if (coverage.length === 0) return [];
  const lines = ['', `## Coverage (${coverage.length})`, ''];
  for (const { speaker, words, voices, cells, cuts } of coverage) {
    const by = COVERAGE_CELLS.flatMap((cell) => {
      const sigla = reports
        .filter(({ id }) => (cells.get(id)?.cell ?? 'absent') === cell)
        .map(({ siglum }) => literal(siglum));
      return sigla.length > 0 ? [`${CELL_WORDS[cell]}: ${sigla.join(', ')}`] : [];
    });
    lines.push(
      `- **${literal(flat(speaker))}**: “${literal(words)}” (${voices} ${voices === 1 ? 'voice' : 'voices'}; ${by.join('; ')})`,
    );
    for (const { report, words: cut } of cuts)
      lines.push(`  - ${literal(report.siglum)} leaves out “${literal(cut)}”`);
  }
  return lines;
}

function timelineLines({ sayings }: PositionsView): readonly string[] {
  if (sayings.length === 0) return [];
  return [
    '',
    `## Timeline (${sayings.length})`,
    '',
    '| said | speaker | words | in |',
    '| --- | --- | --- | --- |',
    ...sayings.map(
      ({ saidOn, speaker, words, reports }) =>
        `| ${saidOn.value} (${SAID_WORDS[saidOn.basis]}) | ${literal(flat(speaker))} | “${literal(words)}” | ${reports.map(({ siglum }) => literal(siglum)).join(', ')} |`,
    ),
  ];
}

function stanceLines({ stances }: PositionsView): readonly string[] {
  const lines = ['', '## Stances'];
  for (const { holder, stances: own } of stances) {
    lines.push('', `### ${literal(flat(holder))}`, '');
    for (const { stance, passage } of own)
      lines.push(passageLine(passage, `${stance.value}, ${stance.strength}, ${stance.basis}. `));
  }
  return lines;
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
