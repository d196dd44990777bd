/** Word lists that decide what an edit to a quotation means. Lower case, contractions already expanded. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const NEGATORS = words(
  'not never no none nobody nothing neither nor nowhere without cannot hardly scarcely barely ain’t',
);

export const MODALS = words(
  `can could may might must shall should will would ought maybe perhaps possibly probably likely apparently
   allegedly reportedly supposedly seemingly`,
);

export const QUANTIFIERS = words(
  'all some any every each many most few several much more less both only almost nearly half entire whole always often sometimes usually rarely seldom',
);

export const PRONOUNS = words(
  'i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its itself they them their theirs themselves this these those',
);

export const FILLERS = words(
  'um uh er ah oh well so okay ok like actually basically honestly frankly yeah yes huh hmm anyway and but',
);

/** Several words that only fill. */
export const FILLER_PHRASES: readonly (readonly string[])[] = [
  ['you', 'know'],
  ['i', 'mean'],
  ['sort', 'of'],
  ['kind', 'of'],
  ['i', 'guess'],
  ['you', 'see'],
];

export const FUNCTION_WORDS = words(
  `a an the of in on at by for from with to into onto over under about and or as than then there here also just is are
   was were be been being am do does did has have had having 's 'd up down out off upon toward towards which that own too very`,
);

/** Words that open or govern a clause whose loss changes what is claimed. */
export const CLAUSE_OPENERS = words(
  'if unless but except only because although though provided until while whereas whether',
);

/** Connectives: exchanging one kind for another changes how two claims hang together. */
export const CONTRASTIVE = words('but yet however although though whereas while despite');

export const UNITS = words(
  `percent pct dollar dollars pound pounds euro euros cent cents mile miles kilometre kilometres kilometer kilometers
   metre metres meter meters foot feet inch inches tonne tonnes ton tons kilogram kilograms kilo kilos litre litres
   liter liters acre acres hectare hectares degree degrees second seconds minute minutes hour hours million billion
   trillion thousand hundred dozen`,
);

export const DATE_WORDS = words(
  `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
   october november december today yesterday tomorrow tonight week weeks month months year years day days decade decades
   morning afternoon evening spring summer autumn winter`,
);

export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
   eighteen nineteen twenty`
    .trim()
    .split(/\s+/)
    .map((word, value): [string, string] => [word, String(value)])
    .concat(
      ['thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map((word, i) => [
        word,
        String(30 + 10 * i),
      ]),
      ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'].map(
        (word, i) => [word, `${i + 1}${['st', 'nd', 'rd'][i] ?? 'th'}`],
      ),
    ),
);

/** Whole words and tails that contractions stand for. */
export const CONTRACTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ["won't", ['will', 'not']],
  ["can't", ['can', 'not']],
  ['cannot', ['can', 'not']],
  ["shan't", ['shall', 'not']],
  ["ain't", ['is', 'not']],
  ["let's", ['let', 'us']],
  ['gonna', ['going', 'to']],
  ['wanna', ['want', 'to']],
  ['gotta', ['got', 'to']],
]);

export const CONTRACTION_TAILS: ReadonlyMap<string, string> = new Map([
  ["'re", 'are'],
  ["'ll", 'will'],
  ["'ve", 'have'],
  ["'m", 'am'],
]);

/** British and other spellings → the American one, where no rule gives it. */
export const SPELLINGS: ReadonlyMap<string, string> = new Map(
  `grey:gray programme:program centre:center theatre:theater metre:meter litre:liter defence:defense offence:offense
   licence:license practise:practice cheque:check tyre:tire kerb:curb plough:plow judgement:judgment ageing:aging
   whilst:while amongst:among towards:toward afterwards:afterward learnt:learned spelt:spelled burnt:burned
   dreamt:dreamed travelled:traveled travelling:traveling cancelled:canceled cancelling:canceling labelled:labeled
   labelling:labeling modelled:modeled counselling:counseling marvellous:marvelous jewellery:jewelry fulfil:fulfill
   enrol:enroll skilful:skillful wilful:willful manoeuvre:maneuver mum:mom aeroplane:airplane aluminium:aluminum
   sceptical:skeptical sceptic:skeptic scepticism:skepticism okay:ok alright:ok mr:mister dr:doctor per:per
   acknowledgement:acknowledgment adviser:advisor amidst:amid anaesthetic:anesthetic archaeology:archeology
   archaeological:archeological artefact:artifact axe:ax backwards:backward calibre:caliber channelled:channeled
   channelling:channeling chequered:checkered cosy:cozy cypher:cipher dialled:dialed disc:disk draught:draft
   encyclopaedia:encyclopedia enrolment:enrollment equalled:equaled fibre:fiber foetus:fetus foetal:fetal forwards:forward
   fuelled:fueled fuelling:fueling fulfilment:fulfillment furore:furor gaol:jail haemorrhage:hemorrhage
   instalment:installment kilometre:kilometer centimetre:centimeter millimetre:millimeter levelled:leveled
   levelling:leveling likeable:likable lustre:luster marshalled:marshaled meagre:meager mediaeval:medieval
   mould:mold mouldy:moldy moustache:mustache orthopaedic:orthopedic paediatric:pediatric paediatrician:pediatrician
   pretence:pretense pyjamas:pajamas quarrelled:quarreled quarrelling:quarreling rivalled:rivaled sabre:saber
   signalled:signaled signalling:signaling sizeable:sizable smoulder:smolder smouldering:smoldering sombre:somber
   spectre:specter sulphur:sulfur totalled:totaled tunnelled:tunneled unravelled:unraveled upwards:upward
   downwards:downward woollen:woolen yoghurt:yogurt traveller:traveler travellers:travelers
   counsellor:counselor counsellors:counselors modeller:modeler centred:centered centring:centering
   manoeuvred:maneuvered manoeuvring:maneuvering programmes:programs practised:practiced
   practising:practicing cheques:checks
   catalogue:catalog dialogue:dialog analogue:analog`
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);

/** Stems of what is written `-our` in Britain and `-or` in America, with all that is derived from them. */
export const OUR_STEMS = words(
  `ard arm behavi cand clam col demean endeav enam fav ferv flav glam harb hon hum lab neighb od parl ranc rig rum sav
   splend succ tum val vap vig dishon discol disfav misdemean belab unfav`,
);

/** Irregular past forms → the base form, so that a change of tense is told from a change of word. */
export const TENSE_FORMS: ReadonlyMap<string, string> = new Map(
  `is:be are:be was:be were:be been:be am:be being:be has:have had:have having:have does:do did:do done:do doing:do
   went:go gone:go goes:go came:come comes:come said:say says:say told:tell tells:tell made:make makes:make
   took:take taken:take takes:take gave:give given:give gives:give got:get gets:get knew:know known:know knows:know
   thought:think thinks:think saw:see seen:see sees:see felt:feel feels:feel left:leave leaves:leave kept:keep
   keeps:keep held:hold holds:hold brought:bring brings:bring began:begin begun:begin begins:begin wrote:write
   written:write writes:write stood:stand stands:stand met:meet meets:meet ran:run runs:run paid:pay pays:pay
   sat:sit sits:sit spoke:speak spoken:speak speaks:speak led:lead leads:lead grew:grow grown:grow grows:grow
   lost:lose loses:lose fell:fall fallen:fall falls:fall sent:send sends:send built:build builds:build
   understood:understand understands:understand broke:break broken:break breaks:break spent:spend spends:spend
   rose:rise risen:rise rises:rise drove:drive driven:drive drives:drive bought:buy buys:buy wore:wear worn:wear
   chose:choose chosen:choose chooses:choose fought:fight fights:fight won:win wins:win would:will could:can`
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);
