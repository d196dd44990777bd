import type { AttributionModel } from '../learned/attribution/model.js';
import type { Quotation, Segmentation } from '../model/segmentation.js';
import { covers, lastStartingBy, overlaps, type Span } from '../model/span.js';
import type { Cell } from './columns.js';
import { confidenceOf, type Evidence } from './confidence.js';
import { firstAt, type Item, itemsIn, type Passage, passagesOf } from './items.js';
import { type Bare, type Draft, merge, standing } from './merge.js';
import { ruleMarks } from './rule-marks.js';
import { select } from './select.js';
import { cueProbabilities, viewOf } from './tag.js';

/** The attributions of a text at every level, in no order. @param ruled what the rules found, in reading order */
export function draftsOf(
  text: string,
  segmentation: Segmentation,
  ruled: readonly Bare[],
  model: AttributionModel,
): readonly Draft[] {
  return new Drafts(text, segmentation, ruled, model).run();
}

/** Deeper than this nobody follows who said that who said what; a bound keeps hostile nesting cheap. */
const DEEPEST = 12;

/**
 * What no quotation marks and no rule vouch for is left out below this confidence: on held-out articles the harmonic mean
 * of precision and recall is highest there, and precision counts more.
 */
const LEAST = 0.4;

class Drafts {
  readonly #text: string;
  readonly #segmentation: Segmentation;
  readonly #ruled: readonly Draft[];
  /** Where each of them begins, for searching. */
  readonly #ruledStarts: readonly Span[];
  readonly #model: AttributionModel;
  readonly #placed = new Set<Draft>();
  readonly #drafts: Draft[] = [];
  readonly #known = new Map<string, Cell>();

  constructor(text: string, segmentation: Segmentation, ruled: readonly Bare[], model: AttributionModel) {
    this.#text = text;
    this.#segmentation = segmentation;
    this.#model = model;
    const drafts = ruled.map(
      ({ from: _, within: __, ...finding }): Draft => ({
        finding,
        from: null,
        within: null,
        same: null,
        evidence: null,
      }),
    );
    ruled.forEach(({ from, within }, index) => {
      const draft = drafts[index] as Draft;
      draft.from = from === undefined ? null : (drafts[from] as Draft);
      draft.within = within === undefined ? null : (drafts[within] as Draft);
    });
    this.#ruled = drafts;
    this.#ruledStarts = drafts.map(({ finding }) => finding.content[0] as Span);
  }

  run(): readonly Draft[] {
    const labelled = this.#ruled.filter(({ finding, within }) => finding.by === 'label' && within === null);
    const extents = this.#labelledExtents(labelled);
    const isLabelled = (span: Span) => {
      const extent = extents[lastStartingBy(extents, span.end - 1)];
      return extent !== undefined && overlaps(extent, span);
    };
    const passages = passagesOf(this.#text, this.#segmentation).filter((passage) => !isLabelled(passage));
    for (const passage of passages) this.#passage(passage, null, 0);
    for (const draft of labelled) {
      this.#place(draft.finding, draft, null, null);
      for (const part of draft.finding.content) this.#inside(part, draft, 1);
    }
    // What no passage held: a quotation that the models' passages cut otherwise.
    for (const draft of this.#ruled) {
      if (this.#placed.has(draft) || draft.same) continue;
      this.#place(draft.finding, draft, draft.within, null);
    }
    for (const draft of this.#drafts) draft.within = holderOf(draft);
    return this.#drafts;
  }

  /** Whole turns, labels and all, and signed posts. */
  #labelledExtents(labelled: readonly Draft[]): readonly Span[] {
    const { turns, paragraphs } = this.#segmentation;
    const posts = labelled
      .filter(({ finding }) => finding.rule === 'signed-post')
      .map(({ finding }) => paragraphs[lastStartingBy(paragraphs, finding.content[0]!.start)] as Span);
    return [...turns.map(({ extent }) => extent), ...posts].sort((a, b) => a.start - b.start);
  }

  /** One passage at one level; then what stands inside the contents that were found there. */
  #passage(passage: Passage, outer: Draft | null, depth: number): void {
    const { items } = passage;
    if (items.length === 0) return;
    const ruled = this.#ruledIn(passage, outer);
    const marks = ruleMarks(
      passage,
      ruled.map((draft, index) => [index, draft.finding]),
    );
    const role = outer === null ? this.#roleOf(passage) : BODY;
    const view = viewOf(items, marks, role, this.#model, this.#known);
    const cues = cueProbabilities(view, this.#model);
    const merged = merge({
      text: this.#text,
      quotations: this.#segmentation.quotations,
      passage,
      ruled,
      selected: select(view, cues, this.#model),
      probability: cues.probability,
      claimed: claimedBy(outer),
      headline: role !== BODY,
    }).filter(({ finding, evidence }) => this.#stands(passage, finding, evidence));
    for (const { draft, finding, evidence } of merged) {
      this.#place(finding, draft, outer, evidence);
    }
    if (depth >= DEEPEST) return;
    for (const { draft } of merged) {
      for (const part of draft.finding.content) {
        const clipped = { start: Math.max(part.start, passage.start), end: Math.min(part.end, passage.end) };
        if (clipped.start < clipped.end) this.#inside(clipped, draft, depth + 1);
      }
    }
  }

  /** Whether a finding says enough, surely enough. */
  #stands(passage: Passage, finding: Bare, evidence: Evidence): boolean {
    if (evidence.ruled || finding.quoted.length > 0) return true;
    const sure = evidence.plain && finding.source !== undefined;
    if (!sure && confidenceOf(finding, evidence, this.#model) < LEAST) return false;
    // `when he tells me that`: a pronoun is no content.
    return finding.content.some((span) =>
      itemsIn(passage, span).some(
        (i) => !/^(?:PRON|DET|PUNCT|SCONJ|ADP|PART|ADV)$/.test((passage.items[i] as Item).tag),
      ),
    );
  }

  /** What stands inside one part of what somebody says: its own words, then the quotations in it. */
  #inside(part: Span, outer: Draft, depth: number): void {
    if (depth > DEEPEST) return;
    const { quotations } = this.#segmentation;
    const held: number[] = [];
    for (let i = firstAt(quotations, part.start); i < quotations.length; i++) {
      const quotation = quotations[i] as Quotation;
      if (quotation.start >= part.end) break;
      if (!covers(part, quotation)) continue;
      // The content is the quotation itself, marks and all.
      if (quotation.start <= part.start && quotation.end >= part.end - 1) {
        if (quotation.inner.end - quotation.inner.start < part.end - part.start) {
          this.#inside(quotation.inner, outer, depth);
          return;
        }
        continue;
      }
      held.push(i);
    }
    const least = Math.min(...held.map((i) => quotations[i]!.depth));
    const shallow = new Set(held.filter((i) => quotations[i]!.depth === least));
    const before = this.#drafts.length;
    const clause = {
      start: part.start + openingOf(this.#text.slice(part.start, part.start + 12)),
      end: part.end,
    };
    for (const passage of passagesOf(this.#text, this.#segmentation, clause, (_, i) => shallow.has(i)))
      this.#passage(passage, outer, depth);
    const claimed = this.#drafts.slice(before).flatMap(({ finding }) => finding.content);
    for (const i of shallow) {
      const { inner } = quotations[i] as Quotation;
      if (!claimed.some((span) => overlaps(span, inner))) this.#inside(inner, outer, depth + 1);
    }
  }

  /** The rules' findings that belong to this level and begin in the passage. */
  #ruledIn(passage: Passage, outer: Draft | null): readonly Draft[] {
    return this.#ruledBetween(passage.start, passage.end).filter((draft) => {
      if (this.#placed.has(draft) || draft.same) return false;
      if (draft.finding.by === 'label' && draft.within === null) return false;
      return outer === null
        ? draft.within === null
        : draft.within === outer || draft.within === null || this.#placed.has(draft.within);
    });
  }

  #ruledBetween(start: number, end: number): readonly Draft[] {
    const first = lastStartingBy(this.#ruledStarts, start - 1) + 1;
    return this.#ruled.slice(first, lastStartingBy(this.#ruledStarts, end - 1) + 1);
  }

  #roleOf(passage: Passage): number {
    return ROLES.indexOf(this.#segmentation.paragraphs[passage.paragraph]?.role ?? 'body');
  }

  #place(finding: Bare, draft: Draft, within: Draft | null, evidence: Evidence | null): void {
    draft.finding = finding;
    draft.evidence = evidence;
    draft.within = within;
    this.#placed.add(draft);
    this.#drafts.push(draft);
  }
}

const ROLES = ['headline', 'link', 'body', 'social-post'];
const BODY = ROLES.indexOf('body');

/** What an attribution and those that it stands in have quoted. */
function claimedBy(outer: Draft | null): readonly Span[] {
  const claimed: Span[] = [];
  for (let draft = outer; draft; draft = draft.within) claimed.push(...draft.finding.quoted);
  return claimed;
}

/**
 * The innermost of those that an attribution was found in that holds all of its content. A quotation that the rules
 * follow over the end of a sentence reaches beyond a clause that the model ended there.
 */
function holderOf({ finding, within }: Draft): Draft | null {
  let holder = within && standing(within);
  while (holder) {
    const whole = holder.finding.content;
    if (finding.content.every((span) => whole.some((part) => covers(part, span)))) return holder;
    holder = holder.within && standing(holder.within);
  }
  return null;
}

/** A content clause is read without the word that opens it. */
const openingOf = (text: string): number => /^(?:that|whether|if)\s+/i.exec(text)?.[0].length ?? 0;
