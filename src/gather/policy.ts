import { readFile } from 'node:fs/promises';
import { POLICIES, type Policy, policyFrom } from '../verify/policy.js';
import { HearsayError } from './error.js';
import { fileError } from './gather.js';

/** The policy of a name, or of a JSON file. @throws HearsayError `bad-policy`, or why the file cannot be read */
export async function readPolicy(given: string): Promise<Policy> {
  const known = POLICIES.get(given);
  if (known) return known;
  let text: string;
  try {
    text = await readFile(given, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw fileError(error, given);
    throw new HearsayError(
      'bad-policy',
      `this is neither a policy (${[...POLICIES.keys()].join(', ')}) nor a file; give one of those, or a JSON file`,
      given,
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new HearsayError(
      'bad-policy',
      `this is no JSON (${(error as Error).message}); see docs/check.md`,
      given,
    );
  }
  const policy = policyFrom(json);
  if ('problem' in policy)
    throw new HearsayError('bad-policy', `${policy.problem}; see docs/check.md`, given);
  return policy;
}
