const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Courtesy titles, without a stop, and the gender that they tell. */
export const HONORIFICS: ReadonlyMap<string, 'male' | 'female' | null> = new Map([
  ['mr', 'male'],
  ['mrs', 'female'],
  ['ms', 'female'],
  ['miss', 'female'],
  ['mx', null],
  ['dr', null],
  ['prof', null],
  ['sir', 'male'],
  ['dame', 'female'],
  ['lord', 'male'],
  ['lady', 'female'],
  ['rev', null],
  ['fr', 'male'],
  ['judge', null],
  ['justice', null],
]);

/** Of those, the ones that say nothing but that somebody is spoken of politely. */
export const COURTESIES = words('mr mrs ms miss mx');

/** Nouns for what a person is; as a title before a name or as the head of a description. */
export const ROLE_NOUNS = words(
  `president vice-president minister premier chancellor secretary senator congressman congresswoman representative governor mayor
   spokesman spokeswoman spokesperson leader chief head director chairman chairwoman chair commander general admiral
   colonel captain major lieutenant sergeant officer official ambassador envoy diplomat adviser advisor counsel attorney lawyer
   prosecutor judge justice king queen prince princess pope bishop archbishop cardinal rabbi imam
   senators representatives officials aides lawmakers advisers ministers leaders diplomats lawyers prosecutors
   candidate nominee incumbent coach manager executive ceo founder owner editor reporter correspondent anchor host
   commentator analyst expert professor economist scientist researcher historian author writer critic activist dissident
   singer actor actress director producer player striker captain victim witness resident neighbor neighbour mother
   father sister brother son daughter wife husband widow aide strategist pollster campaigner veteran farmer teacher
   doctor nurse surgeon engineer pilot driver dictator autocrat strongman tyrant monarch commissioner inspector
   detective sheriff superintendent treasurer comptroller whip speaker deputy member delegate negotiator interpreter
   translator co-founder co-chair undersecretary counselor counsellor regulator investor trader banker
   harbourmaster harbormaster councillor councilor councilman councilwoman clerk trustee warden foreman skipper
   man woman person source insider journalist campaigner republican democrat
   sen rep gov gen lt col capt sgt sens reps adm maj atty amb
   chiefs executives analysts experts professors scientists researchers critics activists sources insiders
   republicans democrats residents neighbors neighbours witnesses police reporters journalists economists doctors
   teachers parents workers organizers organisers supporters opponents allies rivals voters protesters investigators
   spokesmen spokeswomen`,
);

/** Roles that many people are called. */
export const ROLES_AND_SURNAMES = words(
  'banker bishop cardinal coach driver farmer judge justice king major pope prince singer son',
);

/** What ministers and secretaries are ministers and secretaries of; by itself behind `of` it is no name. */
export const PORTFOLIOS = words(
  `agriculture commerce culture defense defence education energy environment finance health homeland housing information
   intelligence interior justice labor labour security state tourism trade transportation transport treasury war`,
);

/** Members after whom bodies are called: `Veterans of Foreign Wars`. */
export const FELLOWSHIPS = words(
  'brothers citizens daughters friends guides heirs knights mothers fathers scouts sisters sons students veterans women',
);

/** Short titles that only stand before names. */
export const TITLE_ABBREVIATIONS = words(
  'sen rep gov gen lt col capt sgt sens reps adm maj atty amb pres pm agent',
);

/** Role nouns that mean more than one person. */
export const PLURAL_ROLES = words(
  `senators representatives officials aides lawmakers advisers ministers leaders diplomats lawyers attorneys prosecutors chiefs
   executives analysts experts professors scientists researchers critics activists sources insiders republicans
   democrats residents neighbors neighbours witnesses police reporters journalists economists doctors teachers parents workers organizers
   organisers supporters opponents allies rivals voters protesters investigators spokesmen spokeswomen countries nations
   governments men women people agencies sides`,
);

/** Heads that are different words for the holder of a top office. */
export const LEADER_NOUNS = words(
  'president leader premier chancellor minister dictator autocrat strongman king queen monarch emperor ruler',
);

/** Nouns that make a capitalised name a body rather than a person. */
export const BODY_NOUNS = words(
  `department ministry committee commission council agency agencies bureau office court congress senate house parliament
   assembly party campaign administration government university college school institute institution foundation
   association union league federation organization organisation company corporation corp inc ltd bank group service
   services police army navy force forces guard hospital church center centre network news times post journal tribune
   herald gazette guardian observer agency press board authority trust club team society alliance coalition fund
   embassy consulate mission conference summit community industry kremlin pentagon treasury conservancy chamber
   cabinet delegation forum media line lines airline airlines holdings partners industries shipping motors energy systems technologies laboratory laboratories lab labs radio television tv magazine daily weekly llc`,
);

/** Nouns that make a source a document. */
export const DOCUMENT_NOUNS = words(
  `statement report document letter memo tweet tweets filing indictment complaint lawsuit ruling opinion transcript
   email emails text message bill law survey poll study paper strategy communique communiqué declaration op-ed
   editorial article book press-release release advisory notice review audit affidavit charter plaque`,
);
