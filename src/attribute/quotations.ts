import { STRONG_CUES } from '../lexicon/en/cues.js';
import { SIGNED_POST } from '../lexicon/en/labels.js';
import type { Note, Noted } from '../model/note.js';
import type { Report } from '../model/report.js';
import type { Quotation, Segmentation, Turn } from '../model/segmentation.js';
import { covers, lastStartingBy, overlaps, type Span } from '../model/span.js';
import { clauseAfter, clauseAtEnd } from './clause-after.js';
import { anyVerbColon, clauseBefore, tellingClause } from './clause-before.js';
import { headlineClause } from './headline.js';
import { type Item, type Passage, passagesOf } from './items.js';
import type { Bare } from './merge.js';
import { nounPhraseStartingAt, spanOf } from './phrases.js';
import { creditsOf, publisherIn, type Relay, told } from './relay.js';
import { opener, REACH, type Reporting, sourceSpan } from './reporting.js';
import {
  addresseeOf,
  colonClause,
  contentStart,
  forwardClause,
  headlineBody,
  isAttributive,
  isDenied,
  isDirect,
  isTitle,
  kindOf,
  namesSomething,
} from './shape.js';

/**
 * Finds the quotations of a report that somebody is cited for, by rules: for each the words that cite it and the words
 * that say whom. A quotation that nobody is cited for is a scare quote, a title or a term, and is left alone.
 *
 * @returns findings in reading order; `from` and `within` are indices into them
 */
export function quotationsByRule(
  report: Pick<Report, 'id' | 'text'>,
  segmentation: Segmentation,
): Noted<readonly Bare[]> {
  const work = new Attributing(report, segmentation);
  return work.run();
}

/** Fewer words than this, and no cue: a term, not a remark. */
const REMARK_WORDS = 5;

interface Draft {
  finding: Bare;
  readonly passage: number;
  readonly paragraph: number;
}

/** Words between a cue and a short quotation beyond which the one does not cite the other. */
const FAR = 32;

class Attributing {
  readonly #text: string;
  readonly #report: string;
  readonly #segmentation: Segmentation;
  readonly #drafts: Draft[] = [];
  readonly #notes: Note[] = [];
  /** Quotation → draft. */
  readonly #of = new Map<number, Draft>();

  constructor(report: Pick<Report, 'id' | 'text'>, segmentation: Segmentation) {
    this.#text = report.text;
    this.#report = report.id;
    this.#segmentation = segmentation;
  }

  run(): Noted<readonly Bare[]> {
    const { turns, paragraphs } = this.#segmentation;
    const credits = creditsOf(this.#text, paragraphs, turns);
    for (const turn of turns) this.#turn(turn, credits.get(turn));
    const extents = turns.map(({ extent }) => extent);
    const inTurn = (span: Span) => {
      const turn = extents[lastStartingBy(extents, span.end - 1)];
      return turn !== undefined && overlaps(turn, span);
    };
    const posts = paragraphs.filter((paragraph) => paragraph.role === 'social-post' && !inTurn(paragraph));
    for (const post of posts) this.#post(post);
    const passages = passagesOf(this.#text, this.#segmentation).filter(
      (passage) => !inTurn(passage) && !posts.some((post) => covers(post, passage)),
    );
    passages.forEach((passage, index) => {
      this.#passage(passage, index, passages);
    });
    return { value: this.#ordered(), notes: this.#notes };
  }

  #turn({ label, content, extent }: Turn, relay: Relay | undefined): void {
    const draft = this.#add(
      {
        source: label,
        content,
        quoted: content,
        form: 'direct',
        by: 'label',
        rule: 'turn',
        ...(relay ? { relay } : {}),
      },
      [],
      -1,
      -1,
    );
    for (const part of content) this.#nested(part, draft, extent);
  }

  /** A post from a social network with its signature: the signature is its label. */
  #post(paragraph: Span): void {
    const match = SIGNED_POST.exec(this.#text.slice(paragraph.start, paragraph.end));
    if (!match) return;
    const name = (match[2] as string).trim();
    const start = this.#text.indexOf(name, paragraph.start + (match[1] as string).length);
    const content = { start: paragraph.start, end: paragraph.start + (match[1] as string).trimEnd().length };
    const draft = this.#add(
      {
        source: { start, end: start + name.length },
        content: [content],
        quoted: [content],
        form: 'direct',
        by: 'label',
        rule: 'signed-post',
      },
      [],
      -1,
      -1,
    );
    this.#nested(content, draft, content);
  }

  #passage(passage: Passage, index: number, passages: readonly Passage[]): void {
    const { items } = passage;
    const role = this.#segmentation.paragraphs[passage.paragraph]?.role ?? 'body';
    const headline = role === 'headline' || role === 'link';
    for (let i = 0; i < items.length; i++) {
      const id = (items[i] as Item).quotation;
      if (id === null) continue;
      const quotation = this.#segmentation.quotations[id] as Quotation;
      const joined = this.#joined(items, i, index);
      if (joined) {
        this.#extend(joined, id, quotation);
        continue;
      }
      const reporting = this.#clause(items, i, quotation, headline);
      if (reporting === 'none') continue;
      if (reporting) {
        const draft = this.#cited(passage, index, i, id, reporting);
        this.#nested(quotation.inner, draft, quotation);
      } else if (!headline) {
        const draft = this.#uncited(passage, index, i, id, passages);
        if (draft) this.#nested(quotation.inner, draft, quotation);
      }
    }
  }

  /** `a “scam” or a “rigged scam”`: the second hangs on the same clause as the first. */
  #joined(items: readonly Item[], i: number, passage: number): Draft | null {
    let k = i - 1;
    while (k > 0 && i - k <= 3 && items[k]!.quotation === null) k--;
    const held = items[k]?.quotation;
    if (k < 0 || held === null || held === undefined || k === i - 1) return null;
    const between = items.slice(k + 1, i);
    const coordinated =
      between.some((item) => item.tag === 'CCONJ') &&
      between.every((item) => /^(?:CCONJ|DET|ADJ|ADP|PUNCT)$/.test(item.tag));
    const draft = this.#of.get(held);
    return coordinated &&
      draft?.passage === passage &&
      draft.finding.cue &&
      draft.finding.cue.end <= items[k]!.start
      ? draft
      : null;
  }

  /** The reporting clause of a quotation; `none` where it is plainly no speech. */
  #clause(
    items: readonly Item[],
    i: number,
    quotation: Quotation,
    headline: boolean,
  ): Reporting | null | 'none' {
    const words = this.#words(quotation);
    if (headline)
      return headlineClause(items, i) ?? (items[i - 1]?.lower === ':' ? null : headlineBody(items, i));
    if (isTitle(this.#text, quotation, items, i) || namesSomething(items, i)) return 'none';
    const inner = this.#text.slice(quotation.inner.start, quotation.inner.end);
    const endsOpen =
      /[,?!—–…-]["”’']*$/.test(inner) ||
      /\.{3}$/.test(inner) ||
      (items.length > i + 1 && !/[.]["”’']*$/.test(inner) && words >= REMARK_WORDS);
    const before = clauseBefore(items, i);
    const after = clauseAfter(items, i, endsOpen || before === null);
    const colon = items[i - 1]?.lower === ':' ? colonClause(items, i) : null;
    if (before?.implicit && before.rule === 'asked')
      return words < REMARK_WORDS - 1 || isAttributive(items, i, words) ? 'none' : before;
    // Directly introduced (`said: “…”`, `said, “…”`): the cue on the left wins over one on the right.
    const introduced = before !== null && /^[:,]$/.test(items[i - 1]?.lower ?? '') && before.at >= i - 6;
    if (introduced && !(after && after.rule !== 'according-to' && endsOpen)) return before;
    if (after && after.rule === 'according-to' && before && before.rule !== 'according-to') return before;
    // `Ito said he saw “no reason”, Ruiz added`: the words are Ito's, handed on by Ruiz.
    const embedded =
      before !== null &&
      STRONG_CUES.has(before.lemma) &&
      /^\p{Ll}/u.test(inner) &&
      i - before.at < 12 &&
      items[i - 1]?.lower !== ',';
    if (after && !embedded) return after;
    if (colon && !before) return colon;
    if (before && words < REMARK_WORDS && i - before.at > FAR) return 'none';
    if (before && isAttributive(items, i, words) && before.at < i - 8) return 'none';
    // The colon only speaks for a whole sentence: `the slogan reads: “Go big”` does not.
    return (
      before ??
      clauseAtEnd(items, i) ??
      (words >= REMARK_WORDS && /^[\p{Lu}[]/u.test(inner) ? anyVerbColon(items, i) : null)
    );
  }

  #cited(passage: Passage, index: number, i: number, id: number, reporting: Reporting): Draft {
    const { items } = passage;
    const quotation = this.#segmentation.quotations[id] as Quotation;
    const source = sourceSpan(this.#text, items, reporting);
    const shared = this.#sameClause(index, reporting, i, items);
    if (shared) {
      this.#extend(shared, id, quotation);
      return shared;
    }
    const direct = isDirect(this.#text, items, i, quotation, reporting);
    const content = direct ? quotation : { start: contentStart(items, reporting, i), end: quotation.end };
    const addressee = addresseeOf(items, reporting.at);
    const relay =
      this.#relay(items, reporting) ??
      (source ? publisherIn(this.#text, source) : undefined) ??
      told(this.#text, addressee, reporting.cue);
    const author = source ? /^(?:I|we)$/i.test(this.#text.slice(source.start, source.end)) : false;
    return this.#add(
      {
        ...(source ? { source } : {}),
        cue: { start: reporting.cue.start, end: reporting.cue.end },
        content: [{ start: content.start, end: content.end }],
        quoted: [quotation.inner],
        form: direct ? 'direct' : 'mixed',
        by: source ? kindOf(items, reporting.source) : 'role',
        rule: reporting.rule,
        ...(relay ? { relay } : {}),
        ...(addressee ? { addressee } : {}),
        ...(author ? { author } : {}),
      },
      [id],
      index,
      passage.paragraph,
    );
  }

  /** The draft of the same passage with the same cue: a quotation resumed, or one of several under one cue. */
  #sameClause(passage: number, reporting: Reporting, i: number, items: readonly Item[]): Draft | null {
    for (let d = this.#drafts.length - 1; d >= 0 && d >= this.#drafts.length - 12; d--) {
      const draft = this.#drafts[d] as Draft;
      if (
        draft.passage !== passage ||
        draft.finding.cue?.start !== reporting.cue.start ||
        draft.finding.within !== undefined
      )
        continue;
      // `“A,” Ruiz said. “B.”` is told apart by passages; here only words of the clause may stand between.
      return items.slice(Math.max(0, i - REACH), i).some((item) => item.quotation !== null) ? draft : null;
    }
    return null;
  }

  #extend(draft: Draft, id: number, quotation: Quotation): void {
    const { finding } = draft;
    this.#of.set(id, draft);
    const last = finding.content.at(-1) as Span;
    const mixed = finding.form === 'mixed';
    const content = mixed
      ? [...finding.content.slice(0, -1), { start: last.start, end: quotation.end }]
      : [...finding.content, { start: quotation.start, end: quotation.end }];
    draft.finding = { ...finding, content, quoted: [...finding.quoted, quotation.inner] };
  }

  /** A quotation without a cue of its own goes on from the one before it, or waits for the sentence after. */
  #uncited(
    passage: Passage,
    index: number,
    i: number,
    id: number,
    passages: readonly Passage[],
  ): Draft | null {
    const quotation = this.#segmentation.quotations[id] as Quotation;
    const alone = passage.items.every((item) => item.quotation !== null || item.tag === 'PUNCT');
    const words = this.#words(quotation);
    if (!alone && (words < REMARK_WORDS || isAttributive(passage.items, i, words))) return null;
    const from = this.#antecedent(passage, index, quotation, passages, alone);
    if (!from && !alone) return null;
    if (!from && words < REMARK_WORDS) return null;
    if (!from) {
      this.#notes.push({
        code: 'quotation-unattributed',
        severity: 'info',
        message: 'the text does not say whose words these are',
        at: { report: this.#report, start: quotation.start, end: quotation.end },
      });
      return null;
    }
    const finding: Bare = {
      content: [{ start: quotation.start, end: quotation.end }],
      quoted: [quotation.inner],
      form: alone ? 'direct' : 'mixed',
      by: 'continuation',
      rule: 'continuation',
      from: this.#drafts.indexOf(from),
    };
    return this.#add(finding, [id], index, passage.paragraph);
  }

  #antecedent(
    passage: Passage,
    index: number,
    quotation: Quotation,
    passages: readonly Passage[],
    alone: boolean,
  ): Draft | null {
    if (quotation.continues !== null) {
      const opened = this.#of.get(quotation.continues);
      if (opened) return opened;
    }
    // `Ruiz stated:` stands in the paragraph before.
    const led = passages[index - 1];
    if (alone && led && led.paragraph === passage.paragraph - 1 && led.items.at(-1)?.lower === ':') {
      const clause = clauseBefore(led.items, led.items.length - 1) ?? tellingClause(led.items);
      const lent = clause?.source ? this.#lend(led.items, clause, passage.paragraph) : null;
      if (lent) return lent;
    }
    const last = this.#lastBefore(quotation.start);
    const sameParagraph =
      last && last.paragraph === passage.paragraph && last.finding.rule !== 'asked' ? last : null;
    if (sameParagraph && sameParagraph.passage === index) return sameParagraph;
    // The sentences before, the nearest first: who was quoted, or whose words were reported without marks.
    for (let p = index - 1; p >= 0 && passages[p]!.paragraph === passage.paragraph; p--) {
      if (sameParagraph && sameParagraph.passage === p) return sameParagraph;
      const before = passages[p] as Passage;
      const told = before.items.some((item) => item.quotation !== null) ? null : tellingClause(before.items);
      const lent = told ? this.#lend(before.items, told, passage.paragraph) : null;
      if (lent) return lent;
    }
    if (sameParagraph) return sameParagraph;
    // `“…” Ruiz added that …`: the sentence after names the speaker.
    const next = passages[index + 1];
    if (alone && next && next.paragraph === passage.paragraph) {
      const forward = forwardClause(next.items);
      const lent = forward ? this.#lend(next.items, forward, passage.paragraph) : null;
      if (lent) return lent;
    }
    if (!last || last.finding.rule === 'asked') return null;
    const reach = alone ? 2 : 1;
    return last.paragraph >= 0 && passage.paragraph - last.paragraph <= reach ? last : null;
  }

  /** A draft without words of its own: it only names the speaker for a quotation beside it. */
  #lend(items: readonly Item[], reporting: Reporting, paragraph: number): Draft | null {
    const source = sourceSpan(this.#text, items, reporting);
    if (!source) return null;
    return this.#add(
      {
        source,
        cue: { start: reporting.cue.start, end: reporting.cue.end },
        content: [],
        quoted: [],
        form: 'direct',
        by: kindOf(items, reporting.source),
        rule: 'neighbouring-sentence',
      },
      [],
      -2,
      paragraph,
    );
  }

  #lastBefore(offset: number): Draft | null {
    for (let d = this.#drafts.length - 1; d >= 0; d--) {
      const draft = this.#drafts[d] as Draft;
      if (
        draft.finding.within === undefined &&
        draft.paragraph >= 0 &&
        (draft.finding.content[0]?.start ?? Number.MAX_SAFE_INTEGER) < offset
      )
        return draft;
    }
    return null;
  }

  /** Quotations inside what somebody says; only with a cue of their own right beside them. */
  #nested(inner: Span, outer: Draft, extent: Span): void {
    const { quotations } = this.#segmentation;
    const isInside = (quotation: Quotation) =>
      covers(inner, quotation) && !(quotation.start <= extent.start && quotation.end >= extent.end - 1);
    const inside: Quotation[] = [];
    for (let i = Math.max(0, lastStartingBy(quotations, inner.start)); i < quotations.length; i++) {
      const quotation = quotations[i] as Quotation;
      if (quotation.start >= inner.end) break;
      if (isInside(quotation)) inside.push(quotation);
    }
    if (inside.length === 0) return;
    const shallowest = inside.reduce(
      (least, quotation) => Math.min(least, quotation.depth),
      inside[0]!.depth,
    );
    for (const passage of passagesOf(
      this.#text,
      this.#segmentation,
      inner,
      (quotation) => isInside(quotation) && quotation.depth === shallowest,
    )) {
      passage.items.forEach((item, i) => {
        if (item.quotation === null || this.#of.has(item.quotation)) return;
        const quotation = quotations[item.quotation] as Quotation;
        const reporting = clauseBefore(passage.items, i);
        if (!reporting?.source || i - reporting.at > 4 || isDenied(passage.items, reporting.at)) return;
        const source = sourceSpan(this.#text, passage.items, reporting);
        if (!source) return;
        const draft = this.#add(
          {
            source,
            cue: { start: reporting.cue.start, end: reporting.cue.end },
            content: [{ start: quotation.start, end: quotation.end }],
            quoted: [quotation.inner],
            form: 'direct',
            by: kindOf(passage.items, reporting.source),
            rule: 'nested',
            within: this.#drafts.indexOf(outer),
          },
          [item.quotation],
          -3,
          -1,
        );
        this.#nested(quotation.inner, draft, quotation);
      });
    }
  }

  #relay(items: readonly Item[], reporting: Reporting): { source: Span; cue: Span } | null {
    for (let i = Math.max(0, reporting.at - REACH); i < Math.min(items.length, reporting.at + REACH); i++) {
      const relayed = opener(items, i);
      if (!relayed?.source || relayed.cue.start === reporting.cue.start) continue;
      return { source: spanOf(items, relayed.source), cue: relayed.cue };
    }
    if (reporting.rule === 'quoted-as-saying' && items[reporting.at + 1]?.lower === 'by') {
      const agent = nounPhraseStartingAt(items, reporting.at + 2);
      if (agent) return { source: spanOf(items, agent), cue: reporting.cue };
    }
    return null;
  }

  #words(quotation: Quotation): number {
    return (
      this.#text.slice(quotation.inner.start, quotation.inner.end).match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ??
      []
    ).length;
  }

  #add(finding: Bare, quotations: number[], passage: number, paragraph: number): Draft {
    const draft: Draft = { finding, passage, paragraph };
    this.#drafts.push(draft);
    for (const id of quotations) this.#of.set(id, draft);
    return draft;
  }

  /** In reading order, with `from` and `within` following; drafts without content only lend their source. */
  #ordered(): readonly Bare[] {
    const lent = (draft: Draft): Bare =>
      draft.finding.from === undefined
        ? draft.finding
        : { ...draft.finding, ...lentSource(this.#drafts[draft.finding.from] as Draft) };
    const kept = this.#drafts.filter((draft) => draft.finding.content.length > 0);
    kept.sort(
      (a, b) =>
        (a.finding.content[0] as Span).start - (b.finding.content[0] as Span).start ||
        (b.finding.content.at(-1) as Span).end - (a.finding.content.at(-1) as Span).end,
    );
    const place = new Map(kept.map((draft, index) => [draft, index]));
    return kept.map((draft) => {
      const { from, within, ...rest } = lent(draft);
      const fromPlace = from === undefined ? undefined : place.get(this.#drafts[from] as Draft);
      const withinPlace = within === undefined ? undefined : place.get(this.#drafts[within] as Draft);
      return {
        ...rest,
        ...(fromPlace === undefined ? {} : { from: fromPlace }),
        ...(withinPlace === undefined ? {} : { within: withinPlace }),
      };
    });
  }
}

/** A continuation of a sentence that only names the speaker takes the source over. */
function lentSource(draft: Draft): Partial<Bare> {
  if (draft.finding.content.length > 0 || !draft.finding.source) return {};
  return { source: draft.finding.source, by: draft.finding.by };
}
