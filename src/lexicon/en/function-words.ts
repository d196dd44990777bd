/** Closed classes, lower case. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const SUBORDINATORS = words(
  'that if whether when while because although though since unless until after before as where who whom which whose what how why',
);

/** What may stand between a subject and its verb, or between a verb and its quotation. */
export const ADVERBS = words(
  `also later then again still now once never not only just even already recently repeatedly previously earlier
   reportedly allegedly apparently simply bluntly flatly firmly angrily openly publicly privately quietly initially
   first further instead though however meanwhile often always sometimes soon eventually finally clearly directly
   effectively essentially quickly famously today yesterday tonight sarcastically jokingly vehemently vigorously
   fiercely strongly emphatically personally briefly cautiously defiantly tearfully wryly separately subsequently
   reluctantly rightly wrongly long since thus therefore yet seemingly cryptically likewise similarly immediately
   ironically notably specifically explicitly implicitly categorically too as well`,
);

export const WEEKDAYS_AND_MONTHS = words(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
   september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun`,
);

/** Third-person pronouns that can be a source, with what they tell of their antecedent. */
export const SOURCE_PRONOUNS: ReadonlyMap<
  string,
  'male' | 'female' | 'plural' | 'thing' | 'first' | 'relative'
> = new Map([
  ['he', 'male'],
  ['she', 'female'],
  ['they', 'plural'],
  ['it', 'thing'],
  ['i', 'first'],
  ['we', 'first'],
  ['who', 'relative'],
  ['which', 'relative'],
  ['both', 'plural'],
]);

export const OTHER_PRONOUNS = words(
  'him her them us me you himself herself themselves itself myself his hers theirs its someone anyone everyone nobody this that these those there one what',
);

/** Words that begin sentences with a capital and are no names. */
export const SENTENCE_OPENERS = words(
  `the a an this that these those his her its their our my your some any no every each another both all several many
   few two three four five six seven eight nine ten he she they it i we you who which what when where why how if
   although though because since while after before as at by for from in into of on to with without and but or nor so
   yet also then there here not never now still even just only however meanwhile instead later earlier asked when
   speaking talking following according despite during among under over last next once one more most other others
   such those responding referring citing noting saying adding pressed watch listen read see here's it's that's let
   please yes well look oh okay today yesterday tomorrow tonight traveling travelling writing appearing addressing
   former current senior top old new first second third many most much less least nearly almost about around roughly
   maybe perhaps surely indeed thus hence therefore moreover furthermore nonetheless nevertheless otherwise rather
   do does did is are was were has have had can could will would should may might must don't doesn't didn't isn't
   sources officials critics aides lawmakers experts analysts police reporters people residents witnesses republicans
   democrats democrat republican`,
);
