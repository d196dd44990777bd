/** The parts of a record that `--only` can choose. */
export const PARTS = [
  'statements',
  'disagreements',
  'shifts',
  'coverage',
  'timeline',
  'stances',
  'told',
  'speakers',
] as const;
export type Part = (typeof PARTS)[number];

/** Whether a part is shown: all are where nothing was chosen, but the stances, which are many. */
export function isShown(part: Part, only: readonly Part[] | undefined): boolean {
  return only ? only.includes(part) : part !== 'stances';
}
