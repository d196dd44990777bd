import { append } from '../model/grouped.js';
import type { Ledger } from '../model/ledger.js';
import { COVERAGE_CELLS, isCertain } from '../model/stance.js';
import { isShown, type Part } from './parts.js';
import { CELL_WORDS, type Passage, type PositionsView, positionsView, SAID_WORDS } from './positions-view.js';
import {
  baseWords,
  clean,
  excerpt,
  flat,
  nameOf,
  type Piece,
  placeOf,
  type RecordView,
  type Section,
  type StatementView,
  squeeze,
  viewOf,
  type WitnessView,
} from './view.js';

/** How the terminal text is coloured; each function returns its argument where colour is off. */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
}

const same = (text: string): string => text;
export const PLAIN: Palette = { bold: same, dim: same, red: same, yellow: same, green: same, cyan: same };

export interface TextOptions {
  readonly palette?: Palette;
  /** Columns; lines are broken at spaces. */
  readonly width?: number;
  /** The parts to print; all but the stances where it is left out. */
  readonly only?: readonly Part[];
}

/** The record as text for a terminal: findings first, then what was quoted alike, then what one report alone has. */
export function renderText(ledger: Ledger, options: TextOptions = {}): string {
  const palette = options.palette ?? PLAIN;
  const width = Math.max(40, Math.min(110, options.width ?? 96));
  const view = viewOf(ledger);
  const out: string[] = [];
  const { only } = options;
  const positions = positionsView(ledger);
  header(view, palette, out);
  if (isShown('disagreements', only)) disagreements(positions, palette, width, out, only !== undefined);
  if (isShown('shifts', only)) shifts(positions, palette, width, out, only !== undefined);
  for (const section of isShown('statements', only) ? view.sections : []) {
    out.push('', heading(section, palette), '');
    if (section.kind === 'single') singles(section, palette, width, out);
    else for (const statement of section.statements) shared(statement, palette, width, out);
  }
  if (isShown('coverage', only)) coverage(positions, ledger, palette, width, out);
  if (isShown('timeline', only)) timeline(positions, palette, width, out);
  if (isShown('stances', only)) stances(positions, palette, width, out);
  if (isShown('told', only) && view.counts.told > 0) told(view, palette, width, out);
  if (isShown('speakers', only) && view.speakers.length > 0) speakers(view, palette, width, out);
  if (!only && view.apart.length > 0) {
    out.push('', palette.bold('REPORTS THAT SHARE NO STATEMENT WITH ANOTHER'), '');
    for (const report of view.apart)
      out.push(`  ${pad(report.siglum)} ${nameOf(report)}${report.title ? `: ${flat(report.title)}` : ''}`);
  }
  const odd = ledger.notes.filter((note) => note.severity !== 'info');
  if (odd.length > 0) {
    out.push('', palette.bold('NOTES'), '');
    for (const note of odd)
      out.push(`  ${flat(note.message)}${note.at?.origin ? palette.dim(`  ${flat(note.at.origin)}`) : ''}`);
  }
  return `${out.join('\n')}\n`;
}

function header(view: RecordView, palette: Palette, out: string[]): void {
  const { counts } = view;
  out.push(palette.bold(flat(view.title)));
  out.push(
    `${plural(counts.reports, 'report')} · ${plural(counts.statements, 'statement')} · ${plural(counts.speakers, 'speaker')} · ${counts.risk} with meaning at risk · ${counts.changed} changed`,
  );
  out.push('');
  for (const report of view.ledger.reports) {
    out.push(
      `  ${palette.cyan(pad(report.siglum))} ${nameOf(report)}${report.published ? `, ${report.published.slice(0, 16).replace('T', ' ')}` : ''}${report.title ? palette.dim(`  ${flat(report.title)}`) : ''}`,
    );
  }
}

function disagreements(
  { disagreements: all }: PositionsView,
  palette: Palette,
  width: number,
  out: string[],
  asked: boolean,
): void {
  opened(palette.bold(palette.red(`WHERE ACCOUNTS DISAGREE (${all.length})`)), all.length, asked, out);
  for (const { disagreement, title, accounts } of all) {
    const sign = isCertain(disagreement.confidence) ? palette.red('!!') : palette.yellow('? ');
    out.push(
      ` ${sign} ${palette.bold(title)}: ${flat(disagreement.topic)}  ${palette.dim(disagreement.confidence.toFixed(2))}`,
    );
    for (const { who, says, passages } of accounts)
      for (const one of passages) passage(one, `${palette.cyan(flat(who))} ${says}`, palette, width, out);
    out.push('');
  }
}

function shifts(
  { shifts: all }: PositionsView,
  palette: Palette,
  width: number,
  out: string[],
  asked: boolean,
): void {
  opened(palette.bold(palette.yellow(`CHANGES OF POSITION (${all.length})`)), all.length, asked, out);
  for (const { shift, title, holder, sides, told: passages } of all) {
    const sign = isCertain(shift.confidence) ? palette.red('!!') : palette.yellow('? ');
    const may = isCertain(shift.confidence) ? '' : ' (may have changed)';
    out.push(
      ` ${sign} ${palette.bold(`${title}${may}: ${flat(holder)}`)}, ${flat(shift.topic)}  ${palette.dim(shift.confidence.toFixed(2))}`,
    );
    for (const { day, value, passages: own } of sides)
      for (const one of own)
        passage(one, `${day}  ${value}  ${palette.cyan(one.report.siglum)}`, palette, width, out);
    for (const one of passages)
      passage(one, `${palette.cyan(one.report.siglum)} says so`, palette, width, out);
    out.push('');
  }
}

/** The head of a part; of an empty one only where it was asked for. */
function opened(title: string, count: number, asked: boolean, out: string[]): void {
  if (count === 0 && !asked) return;
  out.push('', title, '');
  if (count === 0) out.push('  None was found. That is no proof that there is none.');
}

/** A passage in marks, under what it is shown for. */
function passage(
  { words, place }: Passage,
  lead: string,
  palette: Palette,
  width: number,
  out: string[],
): void {
  out.push(`    ${lead}  ${palette.dim(place)}`);
  out.push(wrap(`“${clip(words, 300)}”`, width, '       '));
}

/** Sigla by what each report has of a statement; nearly alike reports are one voice. */
function coverage(
  { coverage: all }: PositionsView,
  ledger: Ledger,
  palette: Palette,
  width: number,
  out: string[],
): void {
  if (all.length === 0) return;
  out.push('', palette.bold(`COVERAGE (${all.length})`), '');
  for (const { speaker, words, voices, cells, cuts } of all) {
    out.push(wrap(`${palette.bold(flat(speaker))}: “${clip(words, 160)}”`, width, ' '));
    const by = new Map<string, string[]>();
    for (const { id, siglum } of ledger.reports) {
      const cell = cells.get(id)?.cell ?? 'absent';
      append(by, cell, siglum);
    }
    const parts = COVERAGE_CELLS.flatMap((cell) =>
      by.has(cell) ? [`${CELL_WORDS[cell]}: ${(by.get(cell) as string[]).join(' ')}`] : [],
    );
    out.push(wrap(`${plural(voices, 'voice')} · ${parts.join(' · ')}`, width, '      '));
    for (const { report, words: cut } of cuts)
      out.push(wrap(palette.dim(`${report.siglum} leaves out “${clip(cut, 160)}”`), width, '      '));
  }
}

function timeline({ sayings }: PositionsView, palette: Palette, width: number, out: string[]): void {
  if (sayings.length === 0) return;
  out.push('', palette.bold(`TIMELINE (${sayings.length})`));
  let day = '';
  for (const { saidOn, speaker, words, reports } of sayings) {
    if (saidOn.value !== day) out.push('', ` ${palette.bold(saidOn.value)}`);
    day = saidOn.value;
    const basis = saidOn.basis === 'told' ? '' : palette.dim(` (${SAID_WORDS[saidOn.basis]})`);
    out.push(
      wrap(
        `${palette.bold(flat(speaker))}: “${clip(words, 110)}”${basis} ${palette.cyan(reports.map(({ siglum }) => siglum).join(' '))}`,
        width,
        '   ',
      ),
    );
  }
}

function stances({ stances: all }: PositionsView, palette: Palette, width: number, out: string[]): void {
  out.push('', palette.bold(`STANCES (${all.reduce((sum, one) => sum + one.stances.length, 0)})`));
  for (const { holder, stances: own } of all) {
    out.push('', ` ${palette.bold(flat(holder))}`);
    for (const { stance, passage } of own) {
      out.push(
        `   ${stance.value}, ${stance.strength}, ${stance.basis}  ${palette.cyan(passage.report.siglum)} ${palette.dim(passage.place)}`,
      );
      out.push(wrap(clip(passage.words, 200), width, '       '));
    }
  }
}

function heading(section: Section, palette: Palette): string {
  const title = `${section.title.toUpperCase()} (${section.statements.length})`;
  if (section.kind === 'meaning-at-risk') return palette.bold(palette.red(title));
  if (section.kind === 'altered' || section.kind === 'stitched') return palette.bold(palette.yellow(title));
  return palette.bold(title);
}

function shared(view: StatementView, palette: Palette, width: number, out: string[]): void {
  const { report, attribution } = view.base;
  out.push(
    `${palette.bold(`${view.number}. ${flat(view.speaker)}`)}  ${palette.dim(`base ${report.siglum} (${baseWords(attribution)}), ${placeOf(report, view.statement.baseSpans[0]!)}${sceneWords(view)}`)}`,
  );
  out.push(wrap(`“${excerpt(view)}”`, width, '   '));
  for (const other of view.others) witnessLines(other, palette, width, out);
  out.push('');
}

const SIGNS = { 'meaning-at-risk': '!!', 'content-changed': '! ', cosmetic: '  ' } as const;

function witnessLines(other: WitnessView, palette: Palette, width: number, out: string[]): void {
  const { witness, report } = other;
  const colour =
    witness.verdict === 'meaning-at-risk'
      ? palette.red
      : witness.verdict === 'content-changed'
        ? palette.yellow
        : same;
  const form = witness.fragment ? `${witness.form}, fragment` : witness.form;
  out.push(
    ` ${colour(SIGNS[witness.verdict])} ${palette.cyan(pad(report.siglum))}${colour(`${form}`)}${other.explanation === witness.form ? '' : `: ${other.explanation}`}  ${palette.dim(placeOf(report, witness.spans[0]!))}`,
  );
  out.push(
    wrap(`“${squeeze(other.pieces.map((piece) => pieceText(piece, palette)).join(''))}”`, width, '         '),
  );
}

/** `[-lost-]` and `{+gained+}` as in a word diff, `‹cut: …›` for what stood beyond the edge. */
export function pieceText(piece: Piece, palette: Palette): string {
  switch (piece.kind) {
    case 'same':
    case 'gap':
      return clean(piece.text);
    case 'lost':
      return palette.red(` [-${flat(piece.text)}-] `);
    case 'gained':
      return palette.green(`{+${clean(piece.text)}+}`);
    case 'cut':
      return palette.red(` ‹cut: ${flat(piece.text)}› `);
    default:
      return piece.kind satisfies never;
  }
}

function singles(section: Section, palette: Palette, width: number, out: string[]): void {
  for (const view of section.statements) {
    const { report } = view.base;
    out.push(
      ` ${palette.cyan(pad(report.siglum))}${palette.bold(flat(view.speaker))}  ${palette.dim(`${placeOf(report, view.statement.baseSpans[0]!)}${sceneWords(view)}`)}`,
    );
    out.push(wrap(`“${clip(flat(view.base.text), 300)}”`, width, '      '));
  }
}

const sceneWords = ({ scene }: StatementView): string => (scene === '' ? '' : `, ${flat(scene)}`);

/** Who is cited, with what the reports call them: the names that a file of corrections may use. */
function speakers(view: RecordView, palette: Palette, width: number, out: string[]): void {
  out.push('', palette.bold(`SPEAKERS (${view.speakers.length})`), '');
  for (const { speaker, attributions, about } of view.speakers) {
    out.push(` ${palette.bold(flat(speaker.name))}  ${palette.dim(`cited ${attributions}×`)}`);
    out.push(wrap(flat(about), width, '      '));
  }
}

/** What is reported without quotation marks: never between marks here either. */
function told(view: RecordView, palette: Palette, width: number, out: string[]): void {
  out.push('', palette.bold(`TOLD IN THE REPORTS’ OWN WORDS (${view.counts.told})`), '');
  for (const { speaker, tellings } of view.told) {
    out.push(` ${palette.bold(flat(speaker))}`);
    for (const { attribution, report, words, cue, via } of tellings) {
      const through = via.length > 0 ? ` (via ${via.map(flat).join(', ')})` : '';
      out.push(
        `  ${palette.cyan(pad(report.siglum))}${flat(cue)}${through}  ${palette.dim(`${attribution.kind}, ${attribution.confidence.toFixed(2)}, ${placeOf(report, attribution.content[0]!)}`)}`,
      );
      out.push(wrap(clip(flat(words), 300), width, '       '));
    }
  }
}

/** To the width of most sigla, and one space at least. */
function pad(siglum: string): string {
  return `${siglum} `.padEnd(5);
}

function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = text.lastIndexOf(' ', length);
  return `${text.slice(0, space > length / 2 ? space : length)} …`;
}

/** Breaks at spaces; colour codes count for nothing. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  for (const word of text.split(' ')) {
    const size = word.replace(/\u001b\[[0-9;]*m/g, '').length;
    if (length > 0 && indent.length + length + 1 + size > width) {
      lines.push(indent + line);
      line = '';
      length = 0;
    }
    line += length > 0 ? ` ${word}` : word;
    length += size + (length > 0 ? 1 : 0);
  }
  lines.push(indent + line);
  return lines.join('\n');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
