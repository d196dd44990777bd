import { type Alignment, align, tidy } from '../wording/align.js';
import type { Run } from '../wording/runs.js';
import { sameWord, type Word } from '../wording/words.js';

/** How many bases are aligned for one run, the likeliest first. */
const TRIES = 6;

/** A base place that shares word sequences with more runs than this tells nothing about where one belongs. */
const COMMON = 400;

/** Alignments larger than this (base words × run words) are not tried: nobody quotes at such length. */
const LARGEST = 24_000_000;

export interface Candidate {
  readonly base: number;
  /** Base words among which to align. */
  readonly window: { readonly from: number; readonly to: number };
}

/** Finds where words may stand among the bases, by word pairs and triples; cost follows the hits, not the corpus. */
export class BaseIndex {
  /** speaker, words → places, packed as base × 2^20 + word. */
  readonly #places = new Map<string, number[]>();
  readonly #runs: Run[] = [];
  readonly #voices: ReadonlyMap<string, readonly string[]>;
  readonly #aligned = new Map<string, Alignment | null>();

  /** @param voices body → people who speak for it, whose statements are its own as well */
  constructor(voices: ReadonlyMap<string, readonly string[]> = new Map()) {
    this.#voices = voices;
  }

  add(base: number, run: Run): void {
    this.#runs[base] = run;
    const { words } = run;
    for (let i = 0; i < words.length; i++) {
      for (let size = 1; size <= 3 && i + size <= words.length; size++) {
        if (size === 1 && words.length > 5_000) continue;
        const key = keyOf(words, i, size);
        for (const scope of run.speaker === '?' ? ['?'] : [run.speaker, '*']) {
          const places = this.#places.get(`${scope} ${key}`);
          const place = base * 1_048_576 + Math.min(i, 1_048_575);
          if (places) places.push(place);
          else this.#places.set(`${scope} ${key}`, [place]);
        }
      }
    }
  }

  /** Bases of the same speaker that share most sequences with words `from` to `to` of a run. */
  candidates(run: Run, from: number, to: number): readonly Candidate[] {
    const votes = new Map<number, { score: number; low: number; high: number }>();
    for (const size of [3, 2]) {
      for (let i = from; i + size <= to; i++) {
        const places = this.#lookup(run, keyOf(run.words, i, size));
        if (places.length === 0 || places.length > COMMON) continue;
        for (const place of places) {
          const base = Math.floor(place / 1_048_576);
          const at = place % 1_048_576;
          const vote = votes.get(base) ?? { score: 0, low: at, high: at };
          vote.score += size / places.length ** 0.5;
          vote.low = Math.min(vote.low, at);
          vote.high = Math.max(vote.high, at);
          votes.set(base, vote);
        }
      }
      if (votes.size > 0 && size === 3 && to - from >= 8) break;
    }
    // A run without a speaker joins others only by length, and never from inside another quotation.
    if (run.speaker === '?' && (to - from < 6 || run.attribution.rule === 'nested')) return [];
    return [...votes]
      .sort((a, b) => b[1].score - a[1].score || a[0] - b[0])
      .slice(0, TRIES)
      .map(([base, { low, high }]) => {
        const reach = (to - from) * 2 + 10;
        return {
          base,
          window: {
            from: Math.max(0, low - reach),
            to: Math.min(this.#runs[base]!.words.length, high + reach),
          },
        };
      });
  }

  /** Places where all words of a short run stand together. */
  exact(run: Run): readonly { readonly base: number; readonly at: number }[] {
    if (run.speaker === '?') return [];
    const size = Math.min(3, run.words.length);
    const places = this.#lookup(run, keyOf(run.words, 0, size));
    if (places.length > COMMON) return []; // said so often that it cannot be placed
    return places
      .map((place) => ({ base: Math.floor(place / 1_048_576), at: place % 1_048_576 }))
      .filter(({ base, at }) =>
        run.words.every((word, i) => {
          const other = this.#runs[base]!.words[at + i];
          return other !== undefined && sameWord(word.norm, other.norm);
        }),
      );
  }

  #lookup(run: Run, key: string): readonly number[] {
    const own = this.#places.get(`${run.speaker === '?' ? '*' : run.speaker} ${key}`) ?? [];
    const voices = this.#voices.get(run.speaker) ?? [];
    return voices.length === 0
      ? own
      : [...own, ...voices.flatMap((voice) => this.#places.get(`${voice} ${key}`) ?? [])];
  }

  /** The alignment of words `from` to `to` with a base; the same words against the same base are aligned once. */
  align(
    base: Run,
    run: Run,
    from: number,
    to: number,
    window: { from: number; to: number },
  ): Alignment | null {
    if ((window.to - window.from) * (to - from) > LARGEST) return null;
    const words = run.words.slice(from, to);
    const key = `${base.attribution.id} ${base.spans[0]!.start} ${window.from} ${window.to} ${words.map((word) => word.norm).join(' ')}`;
    let alignment = this.#aligned.get(key);
    if (alignment === undefined) {
      alignment = tidy(align(base.words, words, window), base.words, words);
      this.#aligned.set(key, alignment);
    }
    if (!alignment || from === 0) return alignment;
    return {
      ...alignment,
      steps: alignment.steps.map((step) =>
        'witness' in step ? { ...step, witness: step.witness + from } : step,
      ),
    };
  }
}

function keyOf(words: readonly Word[], at: number, size: number): string {
  let key = '';
  for (let i = at; i < at + size; i++) {
    const { norm } = words[i] as Word;
    // `'s` and `is` are one place, whatever the house style.
    key += `${norm === "'s" || norm === 'has' ? 'is' : norm === "'d" || norm === 'had' ? 'would' : norm} `;
  }
  return key;
}
