/** Verb forms, attitudes and event nouns: what `compare` needs to know of verbs. Lower case, base forms. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Irregular forms, `base form form …`. */
const IRREGULAR = `be am is are was were been being 's 're 'm|have 've 'd|will 'll wo ca
have has had|do does did done|go goes went gone|say said|tell told|make made|take took taken|come came|see saw seen
know knew known|get got gotten|give gave given|find found|think thought|leave left|feel felt|bring brought|begin began begun
keep kept|hold held|write wrote written|stand stood|hear heard|let let|mean meant|set set|meet met|run ran|pay paid|sit sat
speak spoke spoken|lie lay lain|lead led|read read|grow grew grown|lose lost|fall fell fallen|send sent|build built
understand understood|draw drew drawn|break broke broken|spend spent|cut cut|rise rose risen|drive drove driven|buy bought
wear wore worn|choose chose chosen|seek sought|throw threw thrown|catch caught|deal dealt|win won|forget forgot forgotten
sell sold|fight fought|teach taught|eat ate eaten|sing sang sung|strike struck stricken|hang hung|shake shook shaken|ride rode ridden
fly flew flown|shoot shot|hide hid hidden|tear tore torn|swear swore sworn|steal stole stolen|freeze froze frozen|sink sank sunk
withdraw withdrew withdrawn|undergo underwent undergone|arise arose arisen|bear bore borne|beat beat beaten|bite bit bitten
blow blew blown|breed bred|burn burnt|cast cast|cost cost|hit hit|hurt hurt|put put|quit quit|shut shut|split split|spread spread
foresee foresaw foreseen|overcome overcame|overthrow overthrew overthrown|show shown|prove proven|sweep swept|sleep slept
stick stuck|swim swam swum|wake woke woken|weep wept|wind wound|mislead misled|rebuild rebuilt|undo undid undone|lend lent|bend bent`;

export const BASE_FORMS: ReadonlyMap<string, string> = new Map(
  IRREGULAR.split(/[|\n]/).flatMap((row) => {
    const [base, ...forms] = words(row) as [string, ...string[]];
    return forms.map((form) => [form, base] as const);
  }),
);

/** Verbs so common that a word of theirs in -s is one where a sentence has no other. */
export const COMMON_VERBS: ReadonlySet<string> = new Set(BASE_FORMS.values());

/**
 * What a verb makes its subject hold about what it governs. `assert` puts it forward, `believe` holds it true, `know`
 * too and presupposes it (factive), `deny`, `dismiss` and `disbelieve` hold it false, `doubt` and `hedge` are unsure,
 * `ask`, `evade` and `qualify` commit to nothing of their own, `commit` undertakes it.
 */
export type Attitude =
  | 'assert'
  | 'believe'
  | 'know'
  | 'deny'
  | 'dismiss'
  | 'disbelieve'
  | 'doubt'
  | 'hedge'
  | 'ask'
  | 'evade'
  | 'qualify'
  | 'commit'
  | 'unknown';

const ATTITUDE_WORDS: Readonly<Record<Attitude, string>> = {
  assert: `say tell claim state insist argue add note maintain contend assert allege declare announce reply respond answer write tweet
   warn explain confirm affirm repeat reiterate testify report stress emphasize emphasise conclude acknowledge admit concede
   agree charge accuse recall remark observe post boast proclaim profess accusation allegation claim assertion assessment finding
   conclusion report statement call label brand describe refer joke quip complain predict indicate`,
  believe: 'believe feel convince consider trust hold conviction belief side back embrace endorse accept',
  know: 'know realize realise recognize recognise understand regret discover learn prove show reveal',
  deny: 'deny refute rebut dispute contradict denial oppose disagree',
  dismiss: 'dismiss reject ridicule deride mock scorn brush downplay wave scoff dismissal rejection belittle',
  disbelieve: 'disbelieve distrust',
  doubt: 'doubt question skepticism scepticism suspect challenge wonder',
  hedge:
    'think suggest hint imply guess suppose reckon speculate seem appear hope expect fear worry assume suggestion',
  ask: 'ask inquire enquire query demand urge request',
  evade: 'evade dodge deflect sidestep duck decline refuse avoid',
  qualify: 'qualify clarify temper soften backtrack',
  commit: 'vow promise pledge swear undertake commit guarantee threaten',
  unknown: 'wish pretend imagine',
};

export const ATTITUDES: ReadonlyMap<string, Attitude> = new Map(
  (Object.entries(ATTITUDE_WORDS) as [Attitude, string][])
    .reverse()
    .flatMap(([attitude, list]) => words(list).map((word) => [word, attitude] as const)),
);

/** Verbs with an infinitive that tell whether what it says happened (Karttunen 1971): `managed to`, `failed to`. */
export const IMPLICATIVES: ReadonlyMap<string, 1 | -1> = new Map([
  ...words('manage happen dare remember bother get').map((word) => [word, 1] as const),
  ...words('fail forget neglect decline refuse avoid').map((word) => [word, -1] as const),
]);

/**
 * What `it is … that`, `there is … that` and `has … that` say of the clause behind them, in predicates and nouns; `no` and
 * `not` turn them round.
 */
export const EVALUATIONS: ReadonlyMap<string, 'assert' | 'deny' | 'doubt' | 'hedge' | 'evidence'> = new Map([
  ...words('true correct clear obvious evident fact truth').map((word) => [word, 'assert'] as const),
  ...words(
    'false untrue wrong incorrect lie myth hoax nonsense fabrication falsehood fiction impossible absurd ridiculous baseless preposterous laughable unfounded groundless',
  ).map((word) => [word, 'deny'] as const),
  ...words('doubtful questionable unlikely doubt question').map((word) => [word, 'doubt'] as const),
  ...words('possible likely probable plausible conceivable chance possibility').map(
    (word) => [word, 'hedge'] as const,
  ),
  ...words('evidence proof indication sign').map((word) => [word, 'evidence'] as const),
]);

/** What somebody is of a clause that they hold true; who is not is in doubt. */
export const SURE: ReadonlySet<string> = new Set(words('sure certain confident positive convinced'));

/** Verbs of declining that, with a verb of saying, are no answer: `declined to confirm`. */
export const DECLINING: ReadonlySet<string> = new Set(words('decline refuse avoid dodge sidestep'));

/** Attitudes that take what they govern for true, whoever has them and negated or not (Kiparsky & Kiparsky 1970). */
export const FACTIVES: ReadonlySet<string> = new Set(words('know realize realise regret remember forget'));

/** Those that do so only where they are not negated (Karttunen 1971): `it did not prove that …` says nothing. */
export const SEMIFACTIVES: ReadonlySet<string> = new Set(words('discover learn prove show reveal'));

/** Nouns that say of the event behind them that it did not take place. */
export const ABSENCES: ReadonlySet<string> = new Set(words('absence lack'));

/** With these an outlet tells what it takes somebody to mean, and not that they said it. */
export const INTERPRETING: ReadonlySet<string> = new Set(
  words('hint imply signal allude seem appear side embrace'),
);

/** Nouns that hand on what stands behind their “of”, “about” or “that”, with what the one who holds them says of it. */
export const CARRIERS: ReadonlyMap<string, 'assert' | 'deny' | 'doubt' | 'hedge'> = new Map([
  ...words(
    'allegation claim accusation report assertion charge suggestion idea notion assessment conclusion finding evidence fact issue subject topic question possibility belief view statement remark',
  ).map((word) => [word, 'assert'] as const),
  ...words('denial rejection dismissal refutation').map((word) => [word, 'deny'] as const),
  ...words('doubt skepticism scepticism').map((word) => [word, 'doubt'] as const),
]);

/** Nouns of events with the verb that tells the same, beyond those in -ing. */
export const EVENT_NOUNS: ReadonlyMap<string, string> = new Map(
  words(
    `interference:meddle collusion:collude discussion:talk talk:talk conversation:talk chat:talk attack:attack vote:vote
     decision:decide resignation:resign arrest:arrest death:die agreement:agree deal:agree visit:visit encounter:meet
     departure:leave arrival:arrive investigation:investigate inquiry:investigate probe:investigate explosion:explode
     collapse:collapse closure:close withdrawal:withdraw invasion:invade ceasefire:cease election:elect indictment:indict
     conviction:convict apology:apologise strike:strike protest:protest leak:leak spill:spill`,
  ).map((pair) => pair.split(':') as [string, string]),
);

/** Verbs that tell the same when they have the same arguments; the first names the class. */
export const VERB_CLASSES: ReadonlyMap<string, string> = new Map(
  `meddle interfere
talk discuss speak chat converse
meet meet
kill kill slay
apologise apologize
resign quit
begin start commence
stop halt cease end
buy purchase acquire
happen occur
approve back endorse
injure wound hurt
arrest detain
choose pick select`
    .split('\n')
    .flatMap((row) => {
      const [name, ...members] = words(row) as [string, ...string[]];
      return [[name, name] as const, ...members.map((member) => [member, name] as const)];
    }),
);

/** Words that say a clause is not put forward as certain. */
export const HEDGES: ReadonlySet<string> = new Set(
  words(
    'may might could maybe perhaps possibly probably likely seemingly apparently allegedly reportedly supposedly arguably presumably unlikely',
  ),
);

/** Modals under which a clause tells of no fact. */
export const IRREALIS: ReadonlySet<string> = new Set(
  words('would should could may might must shall ought can'),
);

/** An outlet says with these that somebody changed position. */
export const SHIFT_CUES =
  /\b(?:walk(?:s|ed|ing)? (?:it |that |this |them )?back|walk-?back|back(?:s|ed|ing)? (?:off|down|away)|backtrack(?:s|ed|ing)?|revers(?:e[sd]?|ing) (?:himself|herself|itself|themselves|course|his|her|its|their)|retract(?:s|ed|ing)?|recant(?:s|ed|ing)?|chang(?:e[sd]?|ing) (?:his|her|its|their) (?:mind|position|stance|tune|story)|flip-flop\w*|about-face|u-turn|distanc(?:e[sd]?|ing) (?:himself|herself|itself|themselves) from|soften(?:s|ed|ing)? (?:his|her|its|their)|harden(?:s|ed|ing)? (?:his|her|its|their)|clarif(?:y|ies|ied|ying))\b/i;

/** Nouns whose count goes on growing while an event is told: a later number is no contradiction. */
export const EVOLVING: ReadonlySet<string> = new Set(
  words(
    'people person man woman child victim dead casualty injured wounded death fatality body passenger survivor arrest protester vote case patient resident home house building acre evacuee migrant refugee soldier civilian officer suspect employee worker student shot',
  ),
);
