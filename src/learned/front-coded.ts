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
