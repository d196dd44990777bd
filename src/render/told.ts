import type { Attribution } from '../model/attribution.js';
import { append } from '../model/grouped.js';
import type { Ledger } from '../model/ledger.js';
import { compareText } from '../model/order.js';
import type { Report } from '../model/report.js';
import { whoOf } from './who.js';

/** What one report tells of somebody in its own words. */
export interface Telling {
  readonly attribution: Attribution;
  readonly report: Report;
  /** The content, its parts joined by an ellipsis. */
  readonly words: string;
  readonly cue: string;
  /** Who stands between the outlet and the speaker: whoever passed it on, whoever is said to have said it. */
  readonly via: readonly string[];
}

/** What is told of one speaker, in the order of the reports. */
export interface ToldOf {
  readonly speaker: string;
  readonly tellings: readonly Telling[];
}

export const NOT_NAMED = 'not named';

/**
 * The attributions without quotation marks, by speaker, those of whom most is told first. What somebody says of their
 * own mind (`I think …`, `he believes …` after `he said`) stands in the outer attribution already and is left out.
 */
export function toldOf(ledger: Ledger): readonly ToldOf[] {
  const reports = new Map(ledger.reports.map((report) => [report.id, report]));
  const names = new Map(ledger.speakers.map((speaker) => [speaker.id, speaker.name]));
  const groups = new Map<string, Telling[]>();
  for (const attribution of ledger.attributions) {
    if (attribution.quoted.length > 0) continue;
    const speaker = whoOf(attribution, names) ?? NOT_NAMED;
    const own = ownLink(attribution);
    const via = attribution.chain
      .slice(1, own)
      .map(({ holder }) => holder)
      .filter((holder, i, all) => holder !== all[i - 1]);
    if (via.at(-1) === speaker) continue;
    const report = reports.get(attribution.report) as Report;
    const telling = {
      attribution,
      report,
      words: attribution.content.map(({ start, end }) => report.text.slice(start, end)).join(' … '),
      cue: attribution.cue ? report.text.slice(attribution.cue.start, attribution.cue.end) : '',
      via,
    };
    append(groups, speaker, telling);
  }
  return [...groups]
    .map(([speaker, tellings]) => ({ speaker, tellings }))
    .sort(
      (a, b) =>
        Number(a.speaker === NOT_NAMED) - Number(b.speaker === NOT_NAMED) ||
        b.tellings.length - a.tellings.length ||
        compareText(a.speaker, b.speaker),
    );
}

/** Place of the attribution's own speaker in its chain: the link that its source stands behind, else the last. */
function ownLink({ chain, source }: Attribution): number {
  const at = source
    ? chain.findLastIndex(({ span }) => span?.start === source.start && span.end === source.end)
    : -1;
  return at === -1 ? chain.length - 1 : at;
}
