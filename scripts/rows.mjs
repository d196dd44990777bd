import { existsSync, readFileSync } from 'node:fs';

/** The objects of a file with one a line, each with an `id` and a `text`; ends the program where it cannot. */
export function rowsOf(path) {
  if (!existsSync(path)) fail(`${path} is not there; give a file with one JSON object a line`);
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      try {
        const row = JSON.parse(line);
        if (typeof row?.text === 'string' && ['string', 'number'].includes(typeof row.id)) return [row];
      } catch {}
      return fail(`${path}:${i + 1}: this is no JSON object with "id" and "text"; give one a line`);
    });
}

function fail(message) {
  console.error(message);
  process.exit(3);
}
