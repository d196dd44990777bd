import type { Bound, Claim } from './claim.js';
import type { Referent } from './references.js';

/** Roles whose fillers make a proposition what it is. */
const CORE: ReadonlySet<string> = new Set(['subject', 'object', 'with', 'about']);
/** Verbs that say too little to be set against each other. */
const LIGHT: ReadonlySet<string> = new Set(
  'be have do get go come make take give put say tell think know want need see look seem mean let keep like call ask use try feel work'.split(
    ' ',
  ),
);
/** Nouns whose place or party is what is talked about: `the conflict in Syria`. */
const GENERIC: ReadonlySet<string> = new Set(
  'conflict crisis situation war issue problem matter question tension dispute'.split(' '),
);

export const isLight = (predicate: string): boolean => LIGHT.has(predicate);

/** What fills a role, over all phrases that have it. */
export function fillersOf({ arguments: bound }: Claim, role: string): readonly Referent[] {
  return bound.filter((one) => one.role === role).flatMap(({ referents }) => referents);
}

/** What is talked about: the named things, those behind a general noun among them. */
export function topicsOf(claim: Claim): { readonly keys: ReadonlySet<string>; readonly inferred: boolean } {
  const about = fillersOf(claim, 'about');
  const general = about.length > 0 && about.every(({ key }) => GENERIC.has(key));
  const keys = general ? fillersOf(claim, 'in') : about;
  return { keys: new Set(keys.map(({ key }) => key)), inferred: general };
}

/** Under which claims about the same thing meet: predicate and who does it. */
export function blockOf(claim: Claim): string {
  const who = [...fillersOf(claim, 'subject'), ...fillersOf(claim, 'with')].map(({ key }) => key);
  return `${claim.predicate}\u0000${[...new Set(who)].sort().join('\u0000')}`;
}

const SURE = 0.94;
/** What was meant had to be inferred from a general noun or from “they”. */
const INFERRED = 0.05;
/** The denial tells of an occasion that the assertion does not name. */
const OCCASION = 0.03;

/**
 * How surely (0 to 1) what one denies is what the other asserts: the same predicate, everybody and everything that makes
 * it what it is the same, and the denial no narrower than the assertion (“no official meeting” does not deny a meeting).
 * What speaks against it is taken off; null where it is another thing.
 */
export function sameThing(denied: Claim, asserted: Claim): number | null {
  if (denied.predicate !== asserted.predicate) return null;
  let confidence = SURE;
  for (const role of ['subject', 'with'] as const) {
    const [a, b] = [keysOf(denied, role), keysOf(asserted, role)];
    if (a.size !== b.size || [...a].some((key) => !b.has(key))) return null;
  }
  const [topics, others] = [topicsOf(denied), topicsOf(asserted)];
  if (topics.keys.size !== 0 || others.keys.size !== 0) {
    if (![...topics.keys].some((key) => others.keys.has(key))) return null;
    if (topics.inferred || others.inferred) confidence -= INFERRED;
  }
  const [objects, given] = [objectsOf(denied), objectsOf(asserted)];
  if (objects.length !== 0 || given.length !== 0) {
    if (!objects.some((one) => given.some((other) => isWithin(one, other)))) return null;
  }
  if (topics.keys.size === 0 && objects.length === 0 && keysOf(denied, 'with').size < 2) return null;
  for (const { role, referents } of denied.arguments) {
    if (CORE.has(role) || (topics.inferred && role === 'in')) continue;
    if (role === 'during') {
      confidence -= OCCASION;
      continue;
    }
    const matched = asserted.arguments.some(
      (other) =>
        other.role === role &&
        referents.length > 0 &&
        referents.every(({ key }) => other.referents.some((one) => one.key === key)),
    );
    if (!matched) return null;
  }
  if (denied.manner.some((word) => !asserted.manner.includes(word))) return null;
  if (denied.when && asserted.when && denied.when !== asserted.when) return null;
  return confidence;
}

function keysOf(claim: Claim, role: string): ReadonlySet<string> {
  return new Set(fillersOf(claim, role).map(({ key }) => key));
}

function objectsOf({ arguments: bound }: Claim): readonly Bound[] {
  return bound.filter(({ role }) => role === 'object');
}

/** The denied thing is the asserted one, or more general than it. */
function isWithin(denied: Bound, asserted: Bound): boolean {
  if (denied.phrase.count || asserted.phrase.count) return false;
  return denied.referents.some((one) =>
    asserted.referents.some((other) => {
      if (one.key === other.key) return true;
      if (one.definite || other.definite) return false;
      const words = new Set(other.key.split(' '));
      return (
        denied.phrase.head === asserted.phrase.head && one.key.split(' ').every((word) => words.has(word))
      );
    }),
  );
}
