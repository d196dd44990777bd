/** Words in order, each as the number of letters that it shares with the one before (base 36) and the rest. */
export function decodeWords(coded: string): ReadonlySet<string> {
  const words = new Set<string>();
  let last = '';
  for (const entry of coded.split(' ')) {
    last = last.slice(0, Number.parseInt(entry[0] as string, 36)) + entry.slice(1);
    words.add(last);
  }
  return words;
}

/** The other way round; for the scripts that train. Sorts the words. */
export function encodeWords(words: readonly string[]): string {
  let last = '';
  return [...words]
    .sort()
    .map((word) => {
      let shared = 0;
      while (shared < Math.min(35, last.length) && word[shared] === last[shared]) shared++;
      last = word;
      return shared.toString(36) + word.slice(shared);
    })
    .join(' ');
}
