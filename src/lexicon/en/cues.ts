/**
 * Words that signal that somebody is cited. A class says how the quotation hangs on the cue:
 *
 * - `say`: takes what was said (`said “…”`, `said that it was “…”`);
 * - `label`: says what somebody called something (`called it a “…”`, `dismissed it as “…”`);
 * - `think`: an attitude put into words (`believes it is “…”`);
 * - `act`: an act that is done in words (`vowed to “…”`, `called for “…”`).
 */
export type CueClass = 'say' | 'label' | 'think' | 'act';

export interface Cue {
  readonly lemma: string;
  readonly class: CueClass;
  /** Finite (`said`), gerund (`saying`), base form (`say`). A past form may also be a participle. */
  readonly shape: 'finite' | 'gerund' | 'base';
}

const SAY = `say tell add state note claim insist argue warn write tweet post ask reply answer respond explain announce
 declare admit concede acknowledge confirm deny suggest predict promise vow pledge urge continue recall remark observe
 comment complain joke quip shout yell whisper testify allege assert contend maintain emphasize emphasise stress point
 conclude repeat reiterate recount agree boast brag lament muse opine protest retort huff snap scoff thunder counter
 imply indicate report reveal disclose mention caution advise inform assure remind read begin interject exclaim cry plead
 lecture proclaim profess relate rule hint hold assess charge demand clarify elaborate enthuse gush grumble murmur mutter
 sigh scream bellow chant rant rail fume recommend stipulate speculate estimate marvel offer chime implore instruct
 order propose submit sum theorize theorise volunteer wonder inquire query question respond publish message text email
 blog post type sign signal underscore underline highlight outline describe detail discuss affirm attest certify
 decree dictate echo enquire foretell forecast foreshadow intimate jest notify object pronounce
 rejoin riposte specify spell stammer swear utter venture vouch weigh fire shoot hit lash chuckle laugh smile`;

const LABEL = `call describe dismiss denounce label brand dub characterize characterise portray criticize criticise
 condemn slam blast bash attack hail praise deride mock decry cast liken tout term accuse compare reject ridicule
 chide berate rebuke scold lambast lambaste assail disparage paint depict deem declare name refer defend champion
 salute welcome celebrate hammer rip trash skewer pan lampoon brush chastise castigate insult taunt address view consider
 regard see qualify present rate class trumpet bill`;

const THINK = `believe think feel fear hope expect doubt suspect want know understand worry consider hear regret wish
 prefer judge reckon figure`;

const ACT = `threaten apologize apologise thank congratulate call demand vow promise pledge order invite encourage
 agree refuse decline offer seek ask request appeal plan aim intend try launch deliver issue give bring raise press
 express voice cite quote`;

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  say: ['said'],
  tell: ['told'],
  write: ['wrote', 'written'],
  read: ['read'],
  begin: ['began', 'begun'],
  hold: ['held'],
  foretell: ['foretold'],
  forecast: ['forecast'],
  swear: ['swore', 'sworn'],
  shoot: ['shot'],
  hit: ['hit'],
  cast: ['cast'],
  think: ['thought'],
  feel: ['felt'],
  know: ['knew', 'known'],
  understand: ['understood'],
  hear: ['heard'],
  seek: ['sought'],
  give: ['gave', 'given'],
  bring: ['brought'],
  see: ['saw', 'seen'],
  spell: ['spelled', 'spelt'],
  cry: ['cried'],
};

/** Lemmas of more than one syllable that double the last consonant; those of one are told by their letters. */
const DOUBLING = new Set([
  'quip',
  'snap',
  'brag',
  'pan',
  'rip',
  'chat',
  'plan',
  'submit',
  'dub',
  'begin',
  'admit',
  'refer',
  'regret',
  'commit',
  'blog',
  'hit',
]);

function formsOf(lemma: string): readonly [string, Cue['shape']][] {
  const doubles = DOUBLING.has(lemma) || /^[^aeiou]{1,3}[aeiou][bdgmnprt]$/.test(lemma);
  const doubled = doubles ? lemma + lemma.at(-1) : lemma;
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : doubled;
  const y = /[^aeiou]y$/.test(lemma);
  const third = y ? `${lemma.slice(0, -1)}ies` : /(?:s|sh|ch|x|z)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const past = IRREGULAR[lemma] ?? [
    y ? `${lemma.slice(0, -1)}ied` : lemma.endsWith('e') ? `${lemma}d` : `${stem}ed`,
  ];
  const gerund = lemma.endsWith('ee') ? `${lemma}ing` : `${stem}ing`;
  return [
    [lemma, 'base'],
    [third, 'finite'],
    ...past.map((form): [string, Cue['shape']] => [form, 'finite']),
    [gerund, 'gerund'],
  ];
}

function table(): ReadonlyMap<string, readonly Cue[]> {
  const forms = new Map<string, Cue[]>();
  const classes: readonly [CueClass, string][] = [
    ['say', SAY],
    ['label', LABEL],
    ['think', THINK],
    ['act', ACT],
  ];
  for (const [name, lemmas] of classes) {
    for (const lemma of new Set(lemmas.trim().split(/\s+/))) {
      for (const [form, shape] of formsOf(lemma)) {
        const cues = forms.get(form) ?? [];
        // `read`, `hit`, `cast`: what is both base and past is finite where it follows a subject.
        const same = cues.findIndex((cue) => cue.class === name && cue.lemma === lemma);
        if (same !== -1) {
          if (shape === 'finite') cues[same] = { lemma, class: name, shape };
          continue;
        }
        cues.push({ lemma, class: name, shape });
        forms.set(form, cues);
      }
    }
  }
  return forms;
}

/** Verb form, lower case → what it can be as a cue, the likeliest first. */
export const CUES: ReadonlyMap<string, readonly Cue[]> = table();

/** Verbs that cite even where nothing but a comma joins them to a quotation: `“…,” X said`. */
export const STRONG_CUES: ReadonlySet<string> = new Set(
  `say tell add state note claim insist argue warn write tweet ask reply answer respond explain announce declare admit
   concede acknowledge confirm continue recall remark observe comment complain joke quip shout yell testify allege
   assert contend maintain emphasize emphasise stress conclude repeat reiterate recount boast lament muse opine protest
   retort huff snap scoff counter reveal caution read exclaim plead proclaim point predict promise vow pledge urge
   begin charge chime interject interrupt hint suggest post respond call describe label brand dub denounce dismiss agree go echo demand`
    .trim()
    .split(/\s+/),
);

/** Nouns that cite: `his claim that`, `in a statement`, `Trump’s comments`. */
export const CUE_NOUNS: ReadonlySet<string> = new Set(
  `statement statements claim claims comment comments remark remarks tweet tweets post posts words message messages
   speech letter letters interview denial denials assertion assertions argument allegation allegations warning warnings
   promise promises vow pledge suggestion insistence contention assessment announcement declaration testimony op-ed
   memo email emails question questions answer answers quote quip admission charge charges accusation accusations
   complaint boast notion phrase description`
    .trim()
    .split(/\s+/),
);

/** Nouns of saying whose clause tells what was said: `the panel’s finding that Ruiz knew`. */
export const NOUNS_WITH_CLAUSE: ReadonlySet<string> = new Set(
  `claim claims statement denial denials assertion assertions argument allegation allegations warning promise pledge vow
   suggestion insistence contention assessment announcement declaration testimony admission charge accusation
   accusations complaint boast conclusion finding findings judgment judgement belief view prediction estimate revelation
   assurance assurances remark confession`
    .trim()
    .split(/\s+/),
);

/** Nouns that say, under a verb of giving, that somebody has told of something: `gave an account of the visit`. */
export const ACCOUNT_NOUNS: ReadonlySet<string> = new Set(
  `account accounts report reports version versions explanation explanations assurance assurances statement statements
   warning warnings`
    .trim()
    .split(/\s+/),
);

/** Forms of verbs that say of something whether it is so: `the charge, which the ministry denies`. */
export const JUDGING_CUES = allFormsOf(
  'deny reject dismiss confirm admit agree dispute contest allege acknowledge',
);

/** Forms of verbs that take words back: `qualified her remark`; those that want `back`, as in `walked back`, apart. */
export const REVISING_CUES = allFormsOf(
  'qualify soften retract recant temper moderate disavow withdraw reverse revise clarify',
);
export const BACKING_CUES = allFormsOf('walk row');

/** Forms of verbs that give an account: `gave conflicting accounts of the visit`. */
export const GIVING_CUES = allFormsOf('give offer provide');

function allFormsOf(lemmas: string): ReadonlySet<string> {
  return new Set(lemmas.split(' ').flatMap((lemma) => formsOf(lemma).map(([form]) => form)));
}

/** Nouns, beside those that cite, for what somebody has said, holds or means to do. */
export const POSITION_NOUNS: ReadonlySet<string> = new Set(
  `position positions stance sentiment sentiments view views criticism defense defence support opposition threat threats
   plan plans commitment endorsement language rhetoric`
    .trim()
    .split(/\s+/),
);

/** Words that open a source without a verb: `according to X`. The source follows. */
export const SOURCE_OPENERS: readonly (readonly string[])[] = [
  ['according', 'to'],
  ['in', 'the', 'words', 'of'],
  ['as', 'told', 'to'],
];

/** Words before a quotation that make it a name for something, not speech: `so-called “…”`. */
export const NAMING_WORDS: ReadonlySet<string> = new Set(
  `so-called trademark nicknamed dubbed titled entitled headlined known album song film movie book novel show series
   programme program podcast episode essay article song hit single word term phrase slogan motto hashtag`
    .trim()
    .split(/\s+/),
);
