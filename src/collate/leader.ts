import type { Alignment, Step } from '../wording/align.js';
import type { Run } from '../wording/runs.js';
import type { BaseIndex } from './locate.js';

/** A base as statements grow round it. */
export interface Leader {
  readonly run: Run;
  /** Stretches of its words that are still its own; the rest is told more fully elsewhere. */
  owned: { from: number; to: number }[];
  readonly entries: Entry[];
}

export interface Entry {
  readonly run: Run;
  /** Words of the run that the entry speaks for, half-open. */
  readonly from: number;
  readonly to: number;
  readonly alignment: Alignment;
  /** The run goes on, unmarked, with words that the base does not have there. */
  readonly goesOnOtherwise: boolean;
  readonly ambiguous: boolean;
}

/**
 * Moves a stretch of `from`’s words to `to`, whose own words tell it; `from` then bears witness to it there, and so do
 * the runs that had been read against that stretch.
 */
export function transfer(
  from: Leader,
  start: number,
  end: number,
  to: Leader,
  found: Alignment,
  index: BaseIndex,
): void {
  disown(from, start, end);
  const affected = from.entries.filter(({ alignment }) => alignment.from < end && start < alignment.to);
  if (affected.length > 0) {
    const kept = from.entries.filter((entry) => !affected.includes(entry));
    from.entries.length = 0;
    from.entries.push(...kept);
    for (const entry of affected) {
      for (const outside of [restrict(entry, 0, start), restrict(entry, end, from.run.words.length)]) {
        if (outside) from.entries.push(outside);
      }
      const inside = restrict(entry, start, end);
      if (inside) to.entries.push(realigned(inside, to, index));
    }
  }
  const entry = turned(from.run, to.run, found, start, end);
  if (entry) to.entries.push(entry);
}

/** The same alignment with base and witness exchanged: words `start` to `end` of the old base against the new one. */
function turned(run: Run, base: Run, found: Alignment, start: number, end: number): Entry | null {
  if (base === run) return null;
  const steps = found.steps
    .filter((step) => !('base' in step) || (step.base >= start && step.base < end))
    .map((step): Step => {
      switch (step.op) {
        case 'lost':
          return { op: 'gained', witness: step.base };
        case 'gained':
          return { op: 'lost', base: step.witness };
        default:
          return { op: step.op, base: step.witness, witness: step.base };
      }
    });
  return entryFrom({ run, from: start, to: end, goesOnOtherwise: false, ambiguous: false }, steps);
}

/** The part of an entry that is read against base words `start` to `end`; null where none of its words is. */
function restrict(entry: Entry, start: number, end: number): Entry | null {
  const { steps } = entry.alignment;
  const inside = (step: Step) => 'base' in step && step.base >= start && step.base < end;
  const first = steps.findIndex((step) => inside(step) && 'witness' in step);
  const last = steps.findLastIndex((step) => inside(step) && 'witness' in step);
  if (first === -1) return null;
  const kept = steps.slice(first, last + 1);
  const words = kept.filter((step) => 'witness' in step) as { witness: number }[];
  return entryFrom({ ...entry, from: words[0]!.witness, to: words.at(-1)!.witness + 1 }, kept);
}

/** An entry over steps, from the first pair to the last. */
function entryFrom(entry: Omit<Entry, 'alignment'>, steps: readonly Step[]): Entry | null {
  const isPair = (step: Step) => step.op === 'same' || step.op === 'near';
  const first = steps.findIndex(isPair);
  const last = steps.findLastIndex(isPair);
  if (first === -1) return null;
  // Words gained before the first pair, or behind the last, are the witness's too.
  let low = first;
  while (low > 0 && (steps[low - 1] as Step).op === 'gained') low--;
  let high = last;
  while (high < steps.length - 1 && (steps[high + 1] as Step).op === 'gained') high++;
  const kept = steps.slice(low, high + 1);
  return {
    ...entry,
    alignment: {
      steps: kept,
      same: kept.filter((step) => step.op === 'same').length,
      from: (steps[first] as { base: number }).base,
      to: (steps[last] as { base: number }).base + 1,
    },
  };
}

/** The entry read anew against another base. */
function realigned(entry: Entry, leader: Leader, index: BaseIndex): Entry {
  const whole = { from: 0, to: leader.run.words.length };
  const alignment = index.align(leader.run, entry.run, entry.from, entry.to, whole);
  return alignment ? { ...entry, alignment } : entry;
}

export function disown(leader: Leader, start: number, end: number): void {
  leader.owned = leader.owned.flatMap((part) => {
    if (part.to <= start || end <= part.from) return [part];
    return [
      { from: part.from, to: start },
      { from: end, to: part.to },
    ].filter((rest) => rest.to > rest.from);
  });
}

/** Where part of a leader went elsewhere, a witness that is whole and as full becomes the base of what is left. */
export function reelect(leader: Leader, index: BaseIndex): void {
  if (leader.run.record || leader.owned.length !== 1) return;
  const [rest] = leader.owned as [{ from: number; to: number }];
  const size = rest.to - rest.from;
  if (size === leader.run.words.length) return;
  const whole = leader.entries.find(
    (entry) =>
      entry.run.words.length >= size &&
      entry.from === 0 &&
      entry.to === entry.run.words.length &&
      entry.alignment.same === size &&
      !entry.ambiguous,
  );
  if (!whole) return;
  const next: Leader = { run: whole.run, owned: [{ from: 0, to: whole.run.words.length }], entries: [] };
  const shift = whole.alignment.from;
  for (const entry of leader.entries) {
    if (entry === whole) continue;
    const moved = entry.alignment.steps.map((step) =>
      'base' in step ? { ...step, base: step.base - shift } : step,
    );
    next.entries.push({
      ...entry,
      alignment: {
        ...entry.alignment,
        steps: moved,
        from: entry.alignment.from - shift,
        to: entry.alignment.to - shift,
      },
    });
  }
  leader.entries.length = 0;
  transfer(leader, rest.from, rest.to, next, whole.alignment, index);
  leader.entries.push(...next.entries);
  Object.assign(leader, { run: next.run, owned: next.owned });
}
