// Stories that several outlets told, from a file with {"story", "text"} in each line.
import { readFileSync } from 'node:fs';
import { append } from '../dist/model/grouped.js';
import { read } from '../dist/read/read.js';

/** The reports of each story of a file that has two and more. */
export function storiesIn(file) {
  const texts = new Map();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const { story, text } = JSON.parse(line);
    append(texts, story, text);
  }
  const encoder = new TextEncoder();
  return [...texts]
    .map(([story, all]) =>
      all.flatMap((text, i) => {
        const result = read({ bytes: encoder.encode(text ?? ''), origin: `${story}-${i}.txt` });
        return 'report' in result ? [result.report] : [];
      }),
    )
    .filter((reports) => reports.length > 1);
}
