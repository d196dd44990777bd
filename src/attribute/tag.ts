import { type AttributionModel, LABELS } from '../learned/attribution/model.js';
import { type Chain, logPartition, viterbi } from '../learned/crf.js';
import { CUES } from '../lexicon/en/cues.js';
import { ARGUMENT_FEATURES, argumentFeatures, WINDOW } from './argument-features.js';
import { type Cell, type Columns, columnsOf } from './columns.js';
import { CUE_FEATURES, type CueContext, cueContext, cueFeatures, isCandidate } from './cue-features.js';
import { contentBefore, isPlainCue, objectOf } from './frames.js';
import type { Item } from './items.js';
import { inBrackets, isTimeOfDay, isVerb, nounPhraseEndingAt, type Phrase } from './phrases.js';
import type { RuleMarks } from './rule-marks.js';

/** A passage as the models see it. */
export interface View {
  readonly items: readonly Item[];
  readonly columns: Columns;
  readonly marks: RuleMarks;
  /** Index of the paragraph's role. */
  readonly role: number;
}

/** A cue with what belongs to it; all are stretches of items of one passage. */
export interface Tagged {
  readonly at: number;
  /** Of the word to be a cue. */
  readonly probability: number;
  /** Of the labels round it, given that it is one. */
  readonly certainty: number;
  /** It stands as only a cue stands. */
  readonly plain: boolean;
  readonly cue: Phrase;
  readonly source: Phrase | null;
  /** The noun phrase that is the cue's subject; of `who` and `which`, what they stand for. */
  readonly subject: Phrase | null;
  /** The source was not labelled, but is the cue's subject. */
  readonly filled: boolean;
  readonly content: readonly Phrase[];
}

export function viewOf(
  items: readonly Item[],
  marks: RuleMarks,
  role: number,
  model: Pick<AttributionModel, 'sees'>,
  known: Map<string, Cell> = new Map(),
): View {
  const blind = { role: new Uint8Array(items.length), finding: new Int32Array(items.length).fill(-1) };
  return {
    items,
    columns: columnsOf(items, model.sees, known),
    marks: model.sees.rules ? marks : blind,
    role,
  };
}

/** For each item the probability that it is a cue, and what stands round those that reach the model's threshold. */
export interface CueProbabilities {
  readonly probability: Float32Array;
  readonly contexts: ReadonlyMap<number, CueContext>;
}

/** For each item the probability that it is a cue; 0 where it cannot be one. */
export function cueProbabilities(
  { items, columns, marks, role }: View,
  model: AttributionModel,
): CueProbabilities {
  const probability = new Float32Array(items.length);
  const contexts = new Map<number, CueContext>();
  const features = new Int32Array(CUE_FEATURES);
  let cued = false;
  for (let i = 0; i < items.length; i++) {
    if (!isCandidate(items, columns, i) || isNobodys(items, i)) continue;
    const context = cueContext(items, columns, i, model.sees.subjects);
    const count = cueFeatures(columns, marks, context, role, features);
    let score = 0;
    for (let k = 0; k < count; k++) score += model.cue[features[k] as number] as number;
    probability[i] = 1 / (1 + Math.exp(-score * model.cueScale));
    // `repeated his claim that …`: the noun belongs to a cue before it, or stands in that one’s content.
    const taken = items[i]!.tag === 'NOUN' && (cued || contexts.has((context.subject?.first ?? 0) - 1));
    if (probability[i]! < PLAIN && !taken && isPlainCue(items, context)) {
      probability[i] = PLAIN;
      // `seemingly {cue:walked} back`: the adverb is the verb’s.
      if (items[i - 1]?.tag === 'ADV') {
        probability[i - 1] = 0;
        contexts.delete(i - 1);
      }
    }
    cued ||= probability[i]! >= PLAIN;
    if (probability[i]! >= model.threshold) contexts.set(i, context);
  }
  return { probability, contexts };
}

/** `It is worth {noting} that …`, `let’s {say} that …`: nobody in particular does. */
function isNobodys(items: readonly Item[], i: number): boolean {
  const before = items[i - 1]?.lower;
  return before === 'worth' || before === "let's" || (before === 'us' && items[i - 2]?.lower === 'let');
}

/** Labels what stands round one cue. */
export function tagArguments(
  view: View,
  probability: Float32Array,
  context: CueContext,
  model: AttributionModel,
): Tagged {
  const { chain, first } = chainOf(view, probability, context, model);
  const { path, score } = viterbi(chain);
  const certainty = Math.exp(score - logPartition(chain, factorsOf(model)));
  const spans: Record<'S' | 'Q' | 'C', { first: number; last: number }[]> = { S: [], Q: [], C: [] };
  for (let i = 0; i < path.length; i++) {
    const label = LABELS[path[i] as number] as string;
    if (label === 'O') continue;
    const list = spans[label[1] as 'S' | 'Q' | 'C'];
    if (label[0] === 'B') list.push({ first: first + i, last: first + i });
    else (list.at(-1) as { last: number }).last = first + i;
  }
  const tagged = spans.Q.find((phrase) => phrase.first <= context.at && context.at <= phrase.last) as Phrase;
  const { items } = view;
  const plain = isPlainCue(items, context);
  const before = contentBefore(items, context.at, context.subject);
  const own = ownWords(items, completed(items, spans), context);
  // Where the model sees no cue, only what makes it one is content.
  const frame = plain && probability[context.at]! <= PLAIN ? framed(items, context.at, own) : null;
  const cue = frame && frame.first <= tagged.last ? { first: tagged.first, last: frame.first - 1 } : tagged;
  const labelled = before ? null : wholeOf(items, nearest(spans.S, context.at), context);
  const source = labelled ?? (context.passive === 1 || !model.sees.filling ? null : context.subject);
  const clash =
    source !== null &&
    labelled === null &&
    [...spans.C, cue].some((phrase) => phrase.first <= source.last && source.first <= phrase.last);
  return {
    at: context.at,
    probability: probability[context.at] as number,
    certainty,
    cue,
    plain,
    source: clash || !source ? null : labelled ? source : withPartner(items, source),
    subject: context.subject,
    filled: labelled === null && source !== null && !clash,
    content: before ? [before] : frame ? [frame] : own,
  };
}

/** `What she {cue:believes} is what she believes`: nothing is told of what she believes. */
function ownWords(
  items: readonly Item[],
  content: readonly Phrase[],
  { at, subject }: CueContext,
): readonly Phrase[] {
  const what = subject ? items[subject.first - 1] : undefined;
  const again = /^(?:is|was)$/.test(items[at + 1]?.lower ?? '') && items[at + 2]?.lower === 'what';
  return what?.lower === 'what' && again ? content.filter(({ first }) => first < at) : content;
}

/** The clause or the phrase right after a cue in a plain frame, up to a dash; null where nothing follows it. */
function framed(items: readonly Item[], at: number, content: readonly Phrase[]): Phrase | null {
  const labelled = content.find(({ first, last }) => first <= at + 1 && at + 1 <= last);
  if (!labelled) return objectOf(items, at);
  const dash = items.findIndex(
    (item, i) =>
      i > at + 1 && i <= labelled.last && /^[-–—]$/.test(item.lower) && item.start > items[i - 1]!.end,
  );
  return dash === -1 ? labelled : { first: labelled.first, last: dash - 1 };
}

/**
 * `Critics who favor {source:these rules} said` → `{source:Critics who favor these rules}`: what a relative clause is about
 * does not speak, its antecedent does; nor does what stands between brackets before the cue, nor a time of day.
 */
function wholeOf(items: readonly Item[], source: Phrase | null, { at, subject }: CueContext): Phrase | null {
  if (!source || !subject || source.last >= at || subject.last + 1 >= source.first) return source;
  if (isTimeOfDay(items, source.last)) return subject;
  if (inBrackets(items, source, at)) return inBrackets(items, subject, at) ? source : subject;
  const relative =
    items[subject.last + 1]?.lower === 'who' &&
    items
      .slice(subject.last + 1, source.first)
      .every(({ tag, quotation }) => tag !== 'PUNCT' && quotation === null);
  return relative ? { first: subject.first, last: source.last } : source;
}

/** `The Kremlin and the White House … stating`: with the other half of a pair that opens its clause. */
function withPartner(items: readonly Item[], source: Phrase): Phrase {
  if (items[source.first - 1]?.lower !== 'and') return source;
  const partner = nounPhraseEndingAt(items, source.first - 2);
  const opens = partner ? items[partner.first - 1] : undefined;
  return partner && (!opens || opens.lower === ',' || opens.tag === 'SCONJ')
    ? { first: partner.first, last: source.last }
    : source;
}

/** What the probability of a cue in a plain frame is at the least: likelier than not. */
const PLAIN = 0.5;

/**
 * A content that breaks off where no clause can end goes on to the next mark: `Ruiz said {content:Ito had told} her that
 * he had not paid: “…”` → `{content:Ito had told her that he had not paid}`.
 */
function completed(
  items: readonly Item[],
  spans: Readonly<Record<'S' | 'Q' | 'C', readonly Phrase[]>>,
): readonly Phrase[] {
  const taken = [...spans.S, ...spans.Q, ...spans.C];
  return spans.C.map((phrase) => {
    if (!breaksOff(items, phrase.last) && !wantsVerb(items, phrase) && !wantsSaying(items, phrase))
      return phrase;
    let { last } = phrase;
    while (
      last + 1 < items.length &&
      last - phrase.last < LONGEST_REST &&
      items[last + 1]!.quotation === null &&
      !/^[.:;?!—–]$/.test(items[last + 1]!.lower) &&
      !taken.some((other) => other !== phrase && other.first <= last + 1 && last + 1 <= other.last)
    )
      last++;
    return { first: phrase.first, last };
  });
}

/** Items that a content which breaks off goes on for at the most. */
const LONGEST_REST = 30;

/** After an article, a preposition, or a verb of telling with its hearer or its clause still to come. */
function breaksOff(items: readonly Item[], last: number): boolean {
  const item = items[last] as Item;
  const next = items[last + 1];
  if (!next || next.quotation !== null || next.tag === 'PUNCT') return false;
  if (item.tag === 'DET' && /^(?:the|an?|his|her|its|their|our|my|your)$/.test(item.lower)) return true;
  const tells = /^(?:tell|inform|assure|remind)$/.test(CUES.get(item.lower)?.[0]?.lemma ?? '');
  return tells && /^(?:PRON|DET|NOUN|PROPN|SCONJ)$/.test(next.tag);
}

/** `said that the accusation` before `, which the agencies share, is insulting`: a clause without its verb. */
function wantsVerb(items: readonly Item[], { first, last }: Phrase): boolean {
  if (
    items[first]!.lower !== 'that' ||
    items[first]!.tag !== 'SCONJ' ||
    last - first < 1 ||
    items[last + 1]?.lower !== ','
  )
    return false;
  for (let i = first; i <= last; i++) if (items[i]!.quotation !== null || isVerb(items[i])) return false;
  return /^(?:which|who|whose|whom)$/.test(items[last + 2]?.lower ?? '');
}

/** `claimed he believed Ruiz` before `when she said she had paid`: belief in somebody goes with what they said. */
function wantsSaying(items: readonly Item[], { first, last }: Phrase): boolean {
  if (items[last + 1]?.lower !== 'when') return false;
  let verb = last;
  while (verb > first && !isVerb(items[verb])) verb--;
  if (!/^(?:believe|trust|doubt|disbelieve)(?:s|d|ed|ing)?$/.test(items[verb]!.lower)) return false;
  const said = items.slice(last + 2, last + 7).find(isVerb);
  return said !== undefined && CUES.get(said.lower)?.[0]?.class === 'say';
}

/** The label scores of the items round a cue. The cue itself can only be a cue. */
export function chainOf(
  view: View,
  probability: Float32Array,
  context: CueContext,
  model: AttributionModel,
): { readonly chain: Chain; readonly first: number } {
  const { items, columns, marks } = view;
  const first = Math.max(0, context.at - WINDOW);
  const last = Math.min(items.length - 1, context.at + WINDOW);
  const length = last - first + 1;
  const labels = LABELS.length;
  const features = scratch(length * ARGUMENT_FEATURES);
  const counts = argumentFeatures(items, columns, marks, probability, context, first, last, features);
  const emissions = new Float64Array(length * labels);
  const { argument, argumentScale } = model;
  for (let i = 0; i < length; i++) {
    const row = i * labels;
    const from = i * ARGUMENT_FEATURES;
    const count = from + (counts[i] as number);
    // One running sum a label, written out: this is the innermost loop of the whole stage.
    let [s0, s1, s2, s3, s4, s5, s6] = [0, 0, 0, 0, 0, 0, 0];
    for (let k = from; k < count; k++) {
      const cell = (features[k] as number) * labels;
      s0 += argument[cell] as number;
      s1 += argument[cell + 1] as number;
      s2 += argument[cell + 2] as number;
      s3 += argument[cell + 3] as number;
      s4 += argument[cell + 4] as number;
      s5 += argument[cell + 5] as number;
      s6 += argument[cell + 6] as number;
    }
    emissions[row] = s0 * argumentScale;
    emissions[row + 1] = s1 * argumentScale;
    emissions[row + 2] = s2 * argumentScale;
    emissions[row + 3] = s3 * argumentScale;
    emissions[row + 4] = s4 * argumentScale;
    emissions[row + 5] = s5 * argumentScale;
    emissions[row + 6] = s6 * argumentScale;
  }
  constrain(emissions, context.at - first);
  return { chain: { length, labels, emissions, transitions: model.transitions }, first };
}

let working = new Int32Array(0);

/** Working space for features, kept from call to call; whoever gets it fills what it reads. */
function scratch(size: number): Int32Array {
  if (working.length < size) working = new Int32Array(size);
  return working;
}

const factors = new WeakMap<AttributionModel, Float64Array>();

/** Exponentials of a model's transitions; they depend on nothing else, so this memory is no state. */
function factorsOf(model: AttributionModel): Float64Array {
  const known = factors.get(model) ?? model.transitions.map(Math.exp);
  factors.set(model, known);
  return known;
}

/** Nothing begins inside, and the cue is labelled as cue. */
export function constrain(emissions: Float64Array, cue: number): void {
  LABELS.forEach((label, y) => {
    if (label.startsWith('I')) emissions[y] = Number.NEGATIVE_INFINITY;
    if (!label.endsWith('Q')) emissions[cue * LABELS.length + y] = Number.NEGATIVE_INFINITY;
  });
}

function nearest(phrases: readonly Phrase[], at: number): Phrase | null {
  const gap = (phrase: Phrase) => Math.min(Math.abs(phrase.first - at), Math.abs(phrase.last - at));
  return [...phrases].sort((a, b) => gap(a) - gap(b))[0] ?? null;
}
