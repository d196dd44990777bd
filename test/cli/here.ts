import { run } from '../../src/cli/run.js';

/** The command line in this process. */
export async function here(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    columns: 96,
    colour: false,
    interactive: false,
  });
  return { code, out, err };
}
