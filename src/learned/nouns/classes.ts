import { decodeWords } from '../front-coded.js';
import { GROUPS, PERSONS, PLACES } from './nouns.js';

export type NounClass = 'person' | 'group' | 'place';

let lists: ReadonlyMap<NounClass, ReadonlySet<string>> | null = null;

/** What a lower-case noun, in the singular or plural, mostly stands for; null for a thing, or a word that is not listed. */
export function nounClass(noun: string): NounClass | null {
  lists ??= new Map([
    ['person', decodeWords(PERSONS)],
    ['group', decodeWords(GROUPS)],
    ['place', decodeWords(PLACES)],
  ]);
  const found = classOf(lists, noun);
  if (found || !/(?:s|men)$/.test(noun)) return found;
  for (const form of singulars(noun)) {
    const one = classOf(lists, form);
    if (one) return one;
  }
  return null;
}

function classOf(known: ReadonlyMap<NounClass, ReadonlySet<string>>, form: string): NounClass | null {
  for (const [name, list] of known) if (list.has(form)) return name;
  return null;
}

/** What a plural may be one of. */
function singulars(noun: string): readonly string[] {
  if (/(?:^|[a-z])men$/.test(noun)) return [`${noun.slice(0, -2)}an`];
  if (noun.endsWith('ies')) return [`${noun.slice(0, -3)}y`];
  if (/(?:s|x|z|ch|sh)es$/.test(noun)) return [noun.slice(0, -2), noun.slice(0, -1)];
  return noun.endsWith('s') && !noun.endsWith('ss') ? [noun.slice(0, -1)] : [];
}
