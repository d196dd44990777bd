import { CONTRASTIVE, FILLER_PHRASES, FILLERS, NEGATORS } from '../lexicon/en/wording.js';
import type { Span } from '../model/span.js';
import type { EventKind, Form, Variant, Verdict } from '../model/statement.js';
import type { Alignment, Step } from './align.js';
import { boundaryEvents } from './boundary.js';
import { kindOfExchange, kindOfWords } from './kinds.js';
import type { Wording } from './wording.js';
import type { Word } from './words.js';

export interface Judged {
  readonly form: Form;
  readonly events: readonly Variant[];
  readonly verdict: Verdict;
  readonly rule: string;
  /** Words of the witness beyond the edge of a base that is itself only a quotation: nothing speaks for or against them. */
  readonly beyond: number;
}

export interface Case {
  readonly base: Wording;
  readonly witness: Wording;
  /** Words of the witness in question. */
  readonly from: number;
  readonly to: number;
  readonly alignment: Alignment;
  /** The reporter's words in the sentence round the quotation. */
  readonly context: string;
  readonly goesOnOtherwise: boolean;
  /** Base words that the same report quotes in other places. */
  readonly elsewhere: readonly { readonly from: number; readonly to: number }[];
  /** Base words behind which so much of the source was left out that no ellipsis stands for it. */
  readonly breaks?: ReadonlySet<number>;
  /** Base words behind which a quotation of the source ends: what was said there it does not tell; -1 before the first. */
  readonly seams?: ReadonlySet<number>;
}

/** Above this share of edited words it is a paraphrase rather than an altered quotation. */
export const PARAPHRASE = 0.3;

/**
 * Form, events and verdict of one witness, decided from the edit steps alone, never from a similarity score: a dropped
 * “not” leaves nearly everything else alike.
 */
export function judge(of: Case): Judged {
  const edits = editsOf(of);
  const cuts = boundaryEvents(of);
  const events = [...edits.flatMap((edit) => edit.events), ...cuts.map((cut) => cut.event)];
  const form = formOf(of, edits);
  const { verdict, rule } = verdictOf(edits, cuts, form);
  const beyond =
    edits.filter((edit) => edit.overhangs).reduce((sum, edit) => sum + Math.max(1, edit.witness.length), 0) +
    breaksWithin(of).filter((at) => liesBetweenQuotations(of, at, at)).length;
  return { form, events, verdict, rule, beyond };
}

/** One place where the words differ. */
interface Edit {
  readonly type: 'exchanged' | 'lost' | 'gained';
  readonly base: readonly number[];
  readonly witness: readonly number[];
  readonly events: readonly Variant[];
  readonly disclosed: 'ellipsis' | 'bracket' | null;
  /** A stretch of the base that holds the end of a sentence was left out between kept parts. */
  readonly overSentence: boolean;
  /** Words beyond what the base quotes. */
  readonly overhangs: boolean;
}

/** Neighbouring steps that are not `same`, as edits. */
function editsOf(of: Case): readonly Edit[] {
  const edits: Edit[] = [];
  const { steps } = of.alignment;
  for (let i = 0; i < steps.length; ) {
    if ((steps[i] as Step).op === 'same') {
      i++;
      continue;
    }
    const group: Step[] = [];
    while (i < steps.length && (steps[i] as Step).op !== 'same') group.push(steps[i++] as Step);
    // An editor's words in the base were never said: a witness without them lacks nothing.
    edits.push(
      ...pairUp(
        of,
        group.filter((step) => step.op !== 'lost' || !(of.base.words[step.base] as Word).bracket),
      ),
    );
  }
  return edits;
}

/** Near words are edits of their own; the rest of a group is one exchange, loss or gain. */
function pairUp(of: Case, group: readonly Step[]): readonly Edit[] {
  const wholeBase = group.flatMap((step) => ('base' in step ? [step.base] : []));
  const wholeWitness = group.flatMap((step) => ('witness' in step ? [step.witness] : []));
  if (isCompound(of, wholeBase, wholeWitness)) return [editOf(of, wholeBase, wholeWitness)];
  const edits: Edit[] = [];
  let base: number[] = [];
  let witness: number[] = [];
  const flush = () => {
    if (base.length > 0 || witness.length > 0) edits.push(editOf(of, base, witness));
    base = [];
    witness = [];
  };
  for (const step of group) {
    if (step.op === 'near') {
      flush();
      edits.push(editOf(of, [step.base], [step.witness]));
    } else {
      if ('base' in step) base.push(step.base);
      if ('witness' in step) witness.push(step.witness);
    }
  }
  flush();
  return edits;
}

function editOf(of: Case, base: readonly number[], witness: readonly number[]): Edit {
  const lost = base.map((i) => of.base.words[i] as Word);
  const gained = witness.map((i) => of.witness.words[i] as Word);
  const type = lost.length === 0 ? 'gained' : gained.length === 0 ? 'lost' : 'exchanged';
  const compound = isCompound(of, base, witness);
  // An editor's words in the base stand for others: a witness that has those says nothing else.
  const opened = type === 'exchanged' && lost.every((word) => word.bracket);
  const skipped =
    type === 'lost' && liesBetweenQuotations(of, (base[0] as number) - 1, base.at(-1) as number);
  const overhangs = opened || skipped || isOverhang(of, type, witness);
  if (compound || overhangs)
    return { type, base, witness, events: [], disclosed: null, overSentence: false, overhangs };
  const bracket = gained.length > 0 && gained.every((word) => word.bracket);
  const broken = type === 'lost' && base.some((i) => of.breaks?.has(i));
  const disclosed = bracket
    ? 'bracket'
    : type === 'lost' && !broken && cutIsMarked(of, base)
      ? 'ellipsis'
      : null;
  const overSentence = broken || (type === 'lost' && disclosed === null && crossesSentence(of, base));
  return {
    type,
    base,
    witness,
    events:
      disclosed === 'ellipsis'
        ? negatorIn(of, base)
        : disclosed
          ? []
          : eventsOf(of, type, lost, gained, base, witness),
    disclosed,
    overSentence,
    overhangs,
  };
}

/** How far behind a negator, in words, what it governs may begin. */
const NEGATOR_GOVERNS = 3;

/** `I would … sign` of `I would never sign`: dots tell that words are gone, not that they said the opposite. */
function negatorIn(of: Case, base: readonly number[]): readonly Variant[] {
  const { words } = of.base;
  const last = base.at(-1) as number;
  const at = base.find(
    (i) =>
      NEGATORS.has((words[i] as Word).norm) &&
      last - i < NEGATOR_GOVERNS &&
      base
        .filter((k) => k >= i)
        .every((k) => !(words[k] as Word).beforePause && !(words[k] as Word).endsSentence) &&
      !/^(?:only|just|least)$/.test(words[i + 1]?.norm ?? ''),
  );
  if (at === undefined) return [];
  return [
    {
      kind: 'negator',
      base: hull([words[at] as Word]),
      witness: placeIn(of.witness, witnessBefore(of, base[0] as number)),
    },
  ];
}

/** `re-opening` and `reopening`: the same letters. */
function isCompound(of: Case, base: readonly number[], witness: readonly number[]): boolean {
  const letters = (words: readonly Word[], at: readonly number[]) =>
    at.map((i) => (words[i] as Word).norm).join('');
  return (
    base.length > 0 &&
    witness.length > 0 &&
    letters(of.base.words, base) === letters(of.witness.words, witness)
  );
}

/** Words beyond the edge of a base that is itself only a quotation: it ends there, it does not read otherwise. */
function isOverhang(of: Case, type: Edit['type'], witness: readonly number[]): boolean {
  if (type !== 'gained') return false;
  if (of.seams) {
    const before = baseBefore(of, witness[0] as number);
    const after = baseAfter(of, witness.at(-1) as number);
    return of.seams.has(before) || of.seams.has(after - 1);
  }
  if (of.base.record) return false;
  const { steps, from, to } = of.alignment;
  const pairs = steps.filter((step) => step.op === 'same' || step.op === 'near') as { witness: number }[];
  const before = from === 0 && (witness.at(-1) as number) < (pairs[0]?.witness ?? -1);
  const after =
    to === of.base.words.length &&
    (witness[0] as number) > (pairs.at(-1)?.witness ?? Number.MAX_SAFE_INTEGER);
  return before || after;
}

function eventsOf(
  of: Case,
  type: Edit['type'],
  lost: readonly Word[],
  gained: readonly Word[],
  base: readonly number[],
  witness: readonly number[],
): readonly Variant[] {
  const spans = {
    base: lost.length > 0 ? hull(lost) : placeIn(of.base, baseBefore(of, witness[0] as number)),
    witness: gained.length > 0 ? hull(gained) : placeIn(of.witness, witnessBefore(of, base[0] as number)),
  };
  if (type === 'exchanged') {
    if (lost.length === gained.length) {
      return lost.map((word, i) => ({
        kind: kindOfExchange(word, gained[i] as Word, of, base[i] as number, witness[i] as number),
        base: hull([word]),
        witness: hull([gained[i] as Word]),
      }));
    }
    const kinds = [
      kindOfWords(lost, of.base, base[0] as number),
      kindOfWords(gained, of.witness, witness[0] as number),
    ] as const;
    // Both say no: `cannot afford – this city cannot afford – to wait`, `cannot afford to wait`.
    const both = kinds[0] === 'negator' && kinds[1] === 'negator';
    return [{ kind: both ? 'content-word' : graver(...kinds), ...spans }];
  }
  if (type === 'lost') {
    const words = of.base.words;
    const at = base[0] as number;
    // Whole sentences went: that is told as joining. What counts is what the kept ones lost.
    if (crossesSentence(of, base)) {
      const parts = [...partLost(of, base, 'first'), ...partLost(of, base, 'last')];
      return parts.length > 0 ? parts : [{ kind: 'content-word', ...spans }];
    }
    const half = halfKept(of, at);
    if (half) return [{ kind: kindOfWords(lost, of.base, at), base: spans.base, witness: half }];
    if (isFiller(lost) || repeats(words, at, lost.length)) return [{ kind: 'filler', ...spans }];
    return [{ kind: kindOfWords(lost, of.base, at), ...spans }];
  }
  if (isFiller(gained)) return [{ kind: 'filler', ...spans }];
  const moved = movedFrom(of, witness);
  if (moved) return [{ kind: 'order', base: moved, witness: spans.witness }];
  const told = kindOfWords(gained, of.witness, witness[0] as number);
  // Words behind everything that was kept negate none of it.
  const kept = of.alignment.steps.some(
    (step) => step.op === 'same' && step.witness > (witness.at(-1) as number),
  );
  const kind = told === 'negator' && !kept && gained.length > 2 ? 'content-word' : told;
  return [{ kind: kind === 'content-word' && gained.length > 2 ? 'insertion' : kind, ...spans }];
}

/** The words that a cut over the end of a sentence takes from the sentence before it, or from the one behind it. */
function partLost(of: Case, base: readonly number[], end: 'first' | 'last'): readonly Variant[] {
  const { words } = of.base;
  const stops = base.filter((i) => (words[i] as Word).endsSentence);
  const edge = end === 'first' ? stops[0] : stops.at(-1);
  const before = words[(base[0] as number) - 1]?.endsSentence ?? false;
  const part =
    end === 'first'
      ? before
        ? []
        : base.filter((i) => edge === undefined || i <= edge)
      : base.filter((i) => (edge === undefined ? before : i > edge));
  if (part.length === 0) return [];
  const lost = part.map((i) => words[i] as Word);
  const at = placeIn(of.witness, witnessBefore(of, base[0] as number));
  return [{ kind: kindOfWords(lost, of.base, part[0] as number), base: hull(lost), witness: at }];
}

/** `I’d` → `I`: where half of a word was lost, the half that was kept, in the witness. */
function halfKept(of: Case, at: number): Span | null {
  const { words } = of.base;
  if (at === 0 || words[at - 1]?.start !== words[at]?.start) return null;
  const step = of.alignment.steps.find(
    (other) => 'base' in other && 'witness' in other && other.base === at - 1,
  );
  return step && 'witness' in step ? hull([of.witness.words[step.witness] as Word]) : null;
}

/** The last word of the base that is paired with a word before witness word `at`, else the one before them all. */
function baseBefore(of: Case, at: number): number {
  const steps = of.alignment.steps;
  const step = steps.findLast((other) => 'base' in other && 'witness' in other && other.witness < at);
  return step && 'base' in step ? step.base : of.alignment.from - 1;
}

/** The first word of the base that is paired with a word behind witness word `at`, else the one behind them all. */
function baseAfter(of: Case, at: number): number {
  const step = of.alignment.steps.find(
    (other) => 'base' in other && 'witness' in other && other.witness > at,
  );
  return step && 'base' in step ? step.base : of.alignment.to;
}

function witnessBefore(of: Case, at: number): number {
  const steps = of.alignment.steps;
  const step = steps.findLast((other) => 'base' in other && 'witness' in other && other.base < at);
  return step && 'witness' in step ? step.witness : of.from - 1;
}

/** The empty span behind word `before` of a run. */
function placeIn(run: Wording, before: number): Span {
  const offset = before >= 0 ? (run.words[before] as Word).end : (run.words[0] as Word).start;
  return { start: offset, end: offset };
}

/** From the gravest to the lightest. */
const GRAVITY: readonly EventKind[] = [
  'negator',
  'number',
  'unit',
  'date',
  'boundary',
  'clause',
  'modal',
  'quantifier',
  'name',
  'content-word',
  'insertion',
  'pronoun',
  'tense',
  'order',
  'function-word',
  'misspelling',
  'filler',
];

function graver(a: EventKind, b: EventKind): EventKind {
  return GRAVITY.indexOf(a) <= GRAVITY.indexOf(b) ? a : b;
}

function hull(words: readonly Word[]): Span {
  return { start: (words[0] as Word).start, end: (words.at(-1) as Word).end };
}

/** `um`, `you know`, `well`: words that say nothing. `and` and `but` only count as such at a sentence's head. */
function isFiller(words: readonly Word[]): boolean {
  const norms = words.map((word) => word.norm);
  if (
    FILLER_PHRASES.some(
      (phrase) => phrase.length === norms.length && phrase.every((word, i) => word === norms[i]),
    )
  )
    return true;
  return norms.every((norm) => FILLERS.has(norm) && !CONTRASTIVE.has(norm) && norm !== 'and');
}

/** A false start: the words that were left out are said again right after, or were just said. */
function repeats(words: readonly Word[], at: number, count: number): boolean {
  const same = (shift: number) =>
    Array.from({ length: count }, (_, i) => i).every(
      (i) => words[at + i]?.norm === words[at + i + shift]?.norm,
    );
  return same(count) || (at >= count && same(-count));
}

/** An ellipsis in the witness, or the seam of a quotation that a reporting clause splits, stands at the cut. */
function cutIsMarked(of: Case, base: readonly number[]): boolean {
  const { steps } = of.alignment;
  const after = steps.find(
    (step) => 'witness' in step && 'base' in step && step.base > (base.at(-1) as number),
  ) as { witness: number } | undefined;
  if (!after) return false;
  const word = of.witness.words[after.witness] as Word;
  if (word.afterEllipsis) return true;
  return of.witness.spans.some((span, i) => i > 0 && span.start <= word.start && word.start - span.start < 3);
}

/** Three words or more on either side, and the end of a sentence between: two sentences joined as if they were one. */
function crossesSentence(of: Case, base: readonly number[]): boolean {
  const first = base[0] as number;
  const last = base.at(-1) as number;
  const { words } = of.base;
  let ends = words[first - 1]?.endsSentence ?? false;
  for (let i = first; i <= last && !ends; i++) ends = (words[i] as Word).endsSentence && i < words.length - 1;
  if (!ends) return false;
  const kept = of.alignment.steps.filter((step) => step.op === 'same') as { base: number }[];
  return (
    kept.filter((step) => step.base < first).length >= 3 &&
    kept.filter((step) => step.base > last).length >= 3
  );
}

function formOf(of: Case, edits: readonly Edit[]): Form {
  const words = of.to - of.from;
  const open = edits.filter(
    (edit) =>
      edit.disclosed === null &&
      (edit.overSentence || !edit.events.every((event) => event.kind === 'filler')),
  );
  if (words >= 3 && editedShare(of, open) > PARAPHRASE) return 'paraphrase';
  if (of.goesOnOtherwise || joinsPassages(of) || open.some((edit) => edit.overSentence)) return 'stitched';
  if (isReordered(of, open)) return 'reordered';
  if (open.some((edit) => edit.type !== 'lost' || sharesSurface(of, edit))) return 'altered';
  if (open.length > 0) return 'silent-elision';
  if (edits.some((edit) => edit.disclosed === 'bracket')) return 'bracketed';
  if (edits.some((edit) => edit.disclosed === 'ellipsis')) return 'marked-elision';
  const { from, to } = of.alignment;
  if (from > 0 || to < of.base.words.length) return 'trimmed';
  if (edits.length > 0) return 'silent-elision'; // fillers alone
  return sameCharacters(of) ? 'verbatim' : 'house-style';
}

/** A cut counts as so many edited words at most, however long it is: it is one act of editing. */
const CUT_COUNTS = 3;

/** Edited words to each word of the source, or of the witness where that is shorter; cuts alone are no rewording. */
function editedShare(of: Case, open: readonly Edit[]): number {
  let changed = 0;
  let lost = 0;
  let base = of.alignment.steps.filter((step) => step.op === 'same').length;
  for (const edit of open) {
    // Words that were moved are the speaker's all the same.
    if (edit.events.length > 0 && edit.events.every((event) => event.kind === 'order')) continue;
    if (edit.type === 'lost') lost += Math.min(CUT_COUNTS, edit.base.length);
    else changed += Math.max(edit.base.length, edit.witness.length);
    base += edit.type === 'lost' ? 0 : edit.base.length;
  }
  return changed === 0 ? 0 : (changed + lost) / Math.max(1, Math.min(of.to - of.from, base + lost));
}

/** Words on either side of a place where the source goes on with something else for long. */
const joinsPassages = (of: Case): boolean =>
  breaksWithin(of).some((at) => !liesBetweenQuotations(of, at, at));

/** Breaks between kept words that nothing was lost at. */
const breaksWithin = ({ alignment, breaks }: Case): readonly number[] =>
  [...(breaks ?? [])].filter(
    (at) =>
      alignment.from <= at &&
      at < alignment.to - 1 &&
      !alignment.steps.some((step) => step.op === 'lost' && (step.base === at || step.base === at + 1)),
  );

/**
 * Whether kept words end at the end of one quotation of a source and go on at the beginning of another: a report that
 * quotes one and later the other does not say that they were not said at once.
 */
const liesBetweenQuotations = ({ seams }: Case, before: number, last: number): boolean =>
  (seams?.has(before) && seams.has(last)) ?? false;

/** `I’d` → `I`: half of a word was lost, so the word was changed. */
function sharesSurface(of: Case, edit: Edit): boolean {
  if (edit.type !== 'lost') return false;
  const { words } = of.base;
  const first = words[edit.base[0] as number] as Word;
  const last = words[edit.base.at(-1) as number] as Word;
  return (
    words[(edit.base[0] as number) - 1]?.start === first.start ||
    words[(edit.base.at(-1) as number) + 1]?.start === last.start
  );
}

/** Four words and more that stand in the base, but before what they follow in the witness. */
function isReordered(of: Case, open: readonly Edit[]): boolean {
  return open.some((edit) => edit.type !== 'lost' && movedFrom(of, edit.witness) !== null);
}

/** Where four words and more of the witness stand together in the base. */
function movedFrom(of: Case, witness: readonly number[]): Span | null {
  if (witness.length < 4) return null;
  const moved = witness.map((i) => (of.witness.words[i] as Word).norm);
  const { words } = of.base;
  for (let at = 0; at + moved.length <= words.length; at++) {
    if (moved.every((norm, k) => words[at + k]?.norm === norm))
      return hull(words.slice(at, at + moved.length));
  }
  return null;
}

/** Equal but for the style of marks and dashes, white space, and what closes the quotation. */
function sameCharacters(of: Case): boolean {
  return plain(textOf(of.base, 0, of.base.words.length)) === plain(textOf(of.witness, of.from, of.to));
}

function textOf(run: Wording, from: number, to: number): string {
  const whole = from === 0 && to === run.words.length;
  if (whole) return run.spans.map((span) => run.text.slice(span.start, span.end)).join(' ');
  return run.text.slice(run.words[from]!.start, run.words[to - 1]!.end);
}

function plain(text: string): string {
  return text
    .replace(/[“”„«»"]/g, '"')
    .replace(/[‘’‚`]/g, "'")
    .replace(/\s*(?:—|–|--|\s-\s)\s*/g, ' - ')
    .replace(/\s+/g, ' ')
    .replace(/[.,!?;:\s]+$/, '')
    .trim();
}

/** What each kind of difference, left undisclosed, does to the meaning. */
const EFFECT: Record<EventKind, Verdict> = {
  negator: 'meaning-at-risk',
  number: 'meaning-at-risk',
  unit: 'meaning-at-risk',
  date: 'meaning-at-risk',
  boundary: 'meaning-at-risk',
  clause: 'meaning-at-risk',
  quantifier: 'content-changed',
  modal: 'content-changed',
  name: 'content-changed',
  'content-word': 'content-changed',
  insertion: 'content-changed',
  pronoun: 'content-changed',
  tense: 'content-changed',
  order: 'content-changed',
  'function-word': 'cosmetic',
  misspelling: 'cosmetic',
  filler: 'cosmetic',
};

function verdictOf(
  edits: readonly Edit[],
  cuts: readonly { readonly event: Variant; readonly rule: string; readonly verdict: Verdict }[],
  form: Form,
): { verdict: Verdict; rule: string } {
  const grave = cuts.find((cut) => cut.verdict === 'meaning-at-risk');
  if (grave) return { verdict: 'meaning-at-risk', rule: grave.rule };
  const events = edits.flatMap((edit) => edit.events);
  const worst = [...events].sort((a, b) => GRAVITY.indexOf(a.kind) - GRAVITY.indexOf(b.kind))[0];
  // A day that is left out is no other day.
  const oneSided =
    worst?.kind === 'date' &&
    (worst.base.start === worst.base.end || worst.witness.start === worst.witness.end);
  if (oneSided) return { verdict: 'content-changed', rule: 'date-changed' };
  if (worst && EFFECT[worst.kind] === 'meaning-at-risk')
    return { verdict: 'meaning-at-risk', rule: `${worst.kind}-changed` };
  if (form === 'paraphrase') return { verdict: 'content-changed', rule: 'paraphrased-in-marks' };
  if (form === 'stitched') return { verdict: 'content-changed', rule: 'joined-unmarked' };
  if (form === 'reordered') return { verdict: 'content-changed', rule: 'reordered' };
  const changed = events.find((event) => EFFECT[event.kind] === 'content-changed');
  if (changed) return { verdict: 'content-changed', rule: `${changed.kind}-changed` };
  const light = cuts[0];
  if (light) return { verdict: light.verdict, rule: light.rule };
  if (events.length > 0) return { verdict: 'cosmetic', rule: `${events[0]!.kind}-only` };
  return { verdict: 'cosmetic', rule: form };
}
