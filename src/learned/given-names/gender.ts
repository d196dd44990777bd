import { decodeWords } from '../front-coded.js';
import { FEMALE, MALE } from './names.js';

let lists: { readonly female: ReadonlySet<string>; readonly male: ReadonlySet<string> } | null = null;

/** The gender of nearly all who bear a given name, in whatever letters; null where it goes both ways or is not listed. */
export function genderOfGivenName(name: string): 'female' | 'male' | null {
  lists ??= { female: decodeWords(FEMALE), male: decodeWords(MALE) };
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (lists.female.has(plain)) return 'female';
  return lists.male.has(plain) ? 'male' : null;
}
