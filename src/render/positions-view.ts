import type { Attribution, SaidOn } from '../model/attribution.js';
import { append } from '../model/grouped.js';
import type { Ledger } from '../model/ledger.js';
import { compareText } from '../model/order.js';
import type { Report } from '../model/report.js';
import type { Account, Coverage, Disagreement, Evidence, Shift, Stance } from '../model/stance.js';
import type { Statement } from '../model/statement.js';
import { NOT_NAMED } from './told.js';
import { flat, placeOf } from './view.js';

/** A passage with its report, as it is shown beside a row. */
export interface Passage {
  readonly report: Report;
  readonly words: string;
  readonly place: string;
  /** The attribution that it stands in, where one does, for a link. */
  readonly attribution: string | null;
}

export interface AccountView {
  /** `Reuters says that Maria Ruiz said`, or the outlet alone. */
  readonly who: string;
  readonly says: string;
  readonly passages: readonly Passage[];
}

export interface DisagreementView {
  readonly disagreement: Disagreement;
  readonly title: string;
  readonly accounts: readonly AccountView[];
}

export interface ShiftView {
  readonly shift: Shift;
  readonly title: string;
  readonly holder: string;
  readonly sides: readonly {
    readonly day: string;
    readonly value: string;
    readonly passages: readonly Passage[];
  }[];
  readonly told: readonly Passage[];
}

export interface CoverageView {
  readonly statement: Statement;
  readonly speaker: string;
  readonly words: string;
  /** Reports that nearly copy each other are one voice. */
  readonly voices: number;
  readonly cells: ReadonlyMap<string, Coverage>;
  readonly cuts: readonly { readonly report: Report; readonly words: string }[];
}

export interface StanceView {
  readonly holder: string;
  readonly stances: readonly { readonly stance: Stance; readonly passage: Passage }[];
}

export interface Saying {
  readonly statement: string;
  readonly speaker: string;
  readonly words: string;
  readonly saidOn: SaidOn;
  readonly reports: readonly Report[];
}

export interface PositionsView {
  readonly disagreements: readonly DisagreementView[];
  readonly shifts: readonly ShiftView[];
  readonly coverage: readonly CoverageView[];
  readonly stances: readonly StanceView[];
  /** What was said, in order of time; statements without a time are left out. */
  readonly sayings: readonly Saying[];
}

export const DISAGREEMENT_TITLES: Record<Disagreement['kind'], string> = {
  contradiction: 'One tells it, the other denies it',
  rendering: 'The same words with another sense',
  figure: 'Different figures',
  tension: 'May conflict',
};

export const SHIFT_TITLES: Record<Shift['kind'], string> = {
  reversal: 'Reversal',
  'walk-back': 'Walk-back',
  softening: 'Softening',
  hardening: 'Hardening',
  clarification: 'Clarification',
};

export const CELL_WORDS: Record<Coverage['cell'], string> = {
  'in-words': 'in words',
  paraphrased: 'in other words',
  absent: 'absent',
  'not-yet': 'not said yet',
  unknown: 'cannot tell',
};

/** Orders what the reports tell of positions for reading: the surest first. */
export function positionsView(ledger: Ledger): PositionsView {
  const reports = new Map(ledger.reports.map((report) => [report.id, report]));
  const names = new Map(ledger.speakers.map(({ id, name }) => [id, name]));
  const attributions = new Map(ledger.attributions.map((one) => [one.id, one]));
  const stances = new Map(ledger.stances.map((one) => [one.id, one]));
  const passage = (evidence: Evidence, attribution: string | null = null): Passage => {
    const report = reports.get(evidence.report) as Report;
    return {
      report,
      words: flat(report.text.slice(evidence.start, evidence.end)),
      place: placeOf(report, evidence),
      attribution,
    };
  };
  const who = ({ holder, evidence }: Account): string => {
    const report = reports.get((evidence[0] as Evidence).report) as Report;
    return holder ? `${report.siglum}: ${names.get(holder) ?? NOT_NAMED}` : `${report.siglum} itself`;
  };
  const disagreements = [...ledger.disagreements]
    .sort((a, b) => b.confidence - a.confidence || compareText(a.id, b.id))
    .map(
      (disagreement): DisagreementView => ({
        disagreement,
        title: DISAGREEMENT_TITLES[disagreement.kind],
        accounts: disagreement.accounts.map((account) => ({
          who: who(account),
          says: { assert: 'says so', deny: 'denies it' }[account.value] ?? account.value,
          passages: account.evidence.map((one) => passage(one)),
        })),
      }),
    );
  const shifts = [...ledger.shifts]
    .sort((a, b) => b.confidence - a.confidence || compareText(a.id, b.id))
    .map(
      (shift): ShiftView => ({
        shift,
        title: SHIFT_TITLES[shift.kind],
        holder: names.get(shift.holder) ?? NOT_NAMED,
        sides: [shift.before, shift.after].map((id, i) => {
          const stance = stances.get(id) as Stance;
          return {
            day: shift.saidOn[i] as string,
            value: stance.value,
            passages: stance.evidence.map((one) => passage(one, stance.attribution)),
          };
        }),
        told: shift.told.map((one) => passage(one)),
      }),
    );
  const statements = new Map(ledger.statements.map((one) => [one.id, one]));
  const baseOf = (statement: Statement) => attributions.get(statement.base) as Attribution;
  const wordsOf = (statement: Statement): string => {
    const { text } = reports.get(baseOf(statement).report) as Report;
    return flat(statement.baseSpans.map(({ start, end }) => text.slice(start, end)).join(' … '));
  };
  const rows = new Map<string, Coverage[]>();
  for (const row of ledger.coverage) append(rows, row.statement, row);
  const coverage = [...rows]
    .map(([id, cells]): CoverageView => {
      const statement = statements.get(id) as Statement;
      const { text } = reports.get(baseOf(statement).report) as Report;
      return {
        statement,
        speaker: names.get(statement.speaker ?? '') ?? NOT_NAMED,
        words: wordsOf(statement),
        voices: new Set(
          cells.filter(({ cell }) => cell === 'in-words' || cell === 'paraphrased').map(({ voice }) => voice),
        ).size,
        cells: new Map(cells.map((cell) => [cell.report, cell])),
        cuts: cells
          .filter(({ cut }) => cut.length > 0)
          .map(({ report, cut }) => ({
            report: reports.get(report) as Report,
            words: cut
              .map(({ start, end }) => flat(text.slice(start, end)))
              .filter((part) => /\p{L}{2}/u.test(part))
              .join(' … '),
          }))
          .filter(({ words }) => words !== ''),
      };
    })
    .sort((a, b) => b.voices - a.voices || b.cells.size - a.cells.size);
  const byHolder = new Map<string, { stance: Stance; passage: Passage }[]>();
  for (const stance of ledger.stances) {
    if (stance.value === 'relay' || stance.value === 'unknown') continue;
    const holder = names.get(stance.holder ?? '') ?? namedIn(stance);
    const own = byHolder.get(holder) ?? [];
    own.push({ stance, passage: passage(stance.evidence[0] as Evidence, stance.attribution) });
    byHolder.set(holder, own);
  }
  return {
    disagreements,
    shifts,
    coverage,
    stances: [...byHolder]
      .map(([holder, own]) => ({ holder, stances: own }))
      .sort((a, b) => b.stances.length - a.stances.length || compareText(a.holder, b.holder)),
    sayings: ledger.statements
      .flatMap((statement): readonly Saying[] => {
        const own = statement.witnesses.map(
          ({ attribution }) => attributions.get(attribution) as Attribution,
        );
        const dated = [baseOf(statement), ...own].filter(({ saidOn }) => saidOn);
        const best =
          dated.find(({ saidOn }) => saidOn?.basis === 'told') ??
          dated.find(({ saidOn }) => saidOn?.basis === 'carried') ??
          dated[0];
        if (!best?.saidOn) return [];
        const by = [...new Set(own.map(({ report }) => report))].map((id) => reports.get(id) as Report);
        return [
          {
            statement: statement.id,
            speaker: names.get(statement.speaker ?? '') ?? NOT_NAMED,
            words: wordsOf(statement),
            saidOn: best.saidOn,
            reports: by,
          },
        ];
      })
      .sort((a, b) => compareText(a.saidOn.value, b.saidOn.value) || compareText(a.speaker, b.speaker)),
  };
}

/** Whoever the words call so, where no speaker is told; a pronoun names nobody. */
function namedIn({ path }: Stance): string {
  const holder = path.at(-1)?.holder ?? NOT_NAMED;
  return /^(?:unknown|i|you|he|she|it|we|they|him|her|them|who|one)$/i.test(holder) ? NOT_NAMED : holder;
}

/** How sure the time of a saying is, in words. */
export const SAID_WORDS: Record<SaidOn['basis'], string> = {
  told: 'told',
  carried: 'told before',
  assumed: 'at the latest',
};
