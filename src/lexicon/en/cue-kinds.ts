import type { CueKind } from '../../model/attribution.js';

/*
 * What kind of act a cue tells of, by lemma or word. The lists go by what the word says when it takes a content:
 * "accuse" and "praise" are done in speech, "vow" and "refuse" are decisions put into words.
 */

const SPEECH = `say tell add state note claim insist argue warn ask reply answer respond explain declare admit concede
 acknowledge confirm deny suggest predict continue recall remark observe comment complain joke quip shout yell whisper
 testify allege assert contend maintain emphasize emphasise stress point conclude repeat reiterate recount boast brag
 lament muse opine protest retort huff snap scoff counter imply reveal disclose mention caution inform assure remind
 begin interject interrupt exclaim cry lecture proclaim profess relate hint charge clarify elaborate enthuse gush
 grumble murmur mutter chant rant rail fume speculate marvel chime instruct theorize theorise volunteer wonder inquire
 query question thank congratulate apologize apologise call describe dismiss denounce label brand dub characterize
 characterise portray criticize criticise condemn slam blast bash attack hail praise deride mock decry liken tout term
 accuse compare ridicule chide berate rebuke scold lambast lambaste assail disparage defend champion salute welcome
 celebrate hammer rip trash skewer lampoon chastise castigate insult taunt express voice discuss talk speak spoke
 spoken talked talks talking speaking speaks refer referred referring address blame blamed blames blaming applaud
 applauded cheer bemoan bemoaned reference referenced referencing invoke invoked allude alluding alluded echo attribute
 attributed plead demand urge press encourage appeal implore beg request recommend lash weigh according told said words
 remarks remark comment comments claims allegation allegations accusation accusations assertion assertions suggestion
 suggestions argument arguments contention denial denials warning warnings complaint complaints criticism criticisms
 question questions answer answers speech interview testimony admission praise debate calls call quoted quote asks
 urging discussion announcement announce rattled touched spell stammer swear utter vouch laugh chuckle smile signal
 insistence prediction predictions revelation assurance assurances declaration boasts confession account accounts
 defense defence gave retract retracted advise rejoin riposte foretell intimate object pronounce specify attest certify
 affirm report`;

const WRITING = `write tweet post publish message text email blog sign read wrote written retweet retweeted tweeted
 tweets posts letter letters op-ed memo emails statement statements titled headline headlined reads detail details
 outline outlined lists listed list reported posted underline highlight`;

const EVIDENCE = `show showed shows shown showing find found finds indicate estimate estimates projected project poll
 polls survey identify identified determine data evidence forecast assess assessed demonstrate demonstrated prove
 proved proves measured recorded calculated reflects reflect learned learn rate ranked rank count counted detect
 detected trace traced document assessment assessments finding findings conclusion conclusions`;

const ATTITUDE = `believe think feel fear hope expect doubt suspect want know understand worry consider regret wish
 prefer judge reckon figure view see regard like dislike love hate seem seemed seems appear appeared appears looked
 looks sounded support supports supported supporting supporter supporters back backed backing oppose opposes opposed
 opposition favor favored favors favour favoured endorse agree disagree concern concerns concerned skeptical skepticism
 sceptical critical confident certain sure aware hopeful worried anxious anxiety wary nervous proud eager willing
 interested interest convinced convince mind sense surprise surprised shocked angered anger remember remembered
 remembers realize realized realise recognize recognized recognise recognition embrace embraced embracing trust distrust
 views hopes fears belief beliefs doubts stance idea thinks thought resist admire sided side share shared care
 perceive deem hold preferred unclear clear walked accept accepted accepts distanced embrace hate hates loves`;

const DECISION = `vow pledge promise decide decided decides decision refuse decline offer seek plan aim intend try agree
 threaten order rule decree launch issue vote voted voting votes reject approve approved nominate nominated appoint
 appointed propose proposal proposed commit committed choose chose chosen resolve resolved deliver submit plans goal
 ruling ordered signed push pushed pushing pushes pledges vows promises filed file endorsed endorsement endorsements
 endorsing endorses ban banned determined request`;

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Word or lemma → kind; of a word in two lists the later counts. */
export const KIND_OF_CUE: ReadonlyMap<string, CueKind> = new Map([
  ...words(DECISION).map((word): [string, CueKind] => [word, 'decision']),
  ...words(ATTITUDE).map((word): [string, CueKind] => [word, 'attitude']),
  ...words(SPEECH).map((word): [string, CueKind] => [word, 'speech']),
  ...words(EVIDENCE).map((word): [string, CueKind] => [word, 'evidence']),
  ...words(WRITING).map((word): [string, CueKind] => [word, 'writing']),
]);
