/** Common given names and the gender they suggest. */
const MALE = `james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony
 mark donald steven stephen steve paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey
 jeff ryan jacob gary nicholas eric jonathan larry justin scott brandon benjamin samuel gregory frank alexander
 raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy
 harold keith christian roger noah gerald carl sean austin arthur lawrence jesse dylan bryan joe billy bruce
 albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell elijah louis bobby philip johnny
 bill bob jim tom mike dan ben sam tim ted rob rod rick nick greg mitch harry fred victor martin luis carlos pedro
 vladimir sergey sergei dmitry dmitri ivan boris mikhail nikolai igor oleg viktor hassan ali mohammed muhammad
 ahmed omar ibrahim abdul emmanuel francois pierre hans klaus jürgen karl otto lars erik sven anders giovanni
 marco luca antonio francesco jorge diego fernando rafael miguel javier alejandro rodrigo hugo theo oscar felix max
 leo oliver owen liam connor ian neil graham nigel simon colin stuart gordon derek gareth rhys ewan angus rex
 doug brett luther jared dean clive trevor geoffrey edwin ernest herbert milton alfred stanley leonard elias tobias
 jonas magnus henrik anton emil viktor pavel tomas andrei konrad stefan florian dieter wolfgang`;

const FEMALE = `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret
 sandra kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura
 cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel
 carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria lauren christina
 evelyn judith megan cheryl hannah jacqueline martha gloria teresa ann anne sara frances kathryn janice
 abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie
 brittany charlotte marie kayla lori hillary nikki kellyanne theresa angela ivanka melania megyn condoleezza
 nina elena irina olga natasha svetlana tatiana ingrid astrid greta freya sofia lucia carmen rosa ana isabel
 fatima aisha leila yasmin mei priya anita sunita indira chloe zoe lucy kate katie jane eleanor harriet beatrice
 florence edith clara nora ida agnes matilda louise claire elise margot petra ursula heidi ilse marta
 ines pilar dolores consuelo imelda deirdre eliza jessica siobhan niamh fiona gillian morag wendy sally molly
 polly hazel ivy rosemary daisy lily violet iris`;

/** Names that go both ways. */
const EITHER = `alexis andrea ashley camille jean joan kelly kim lindsey ling madison simone terry xi`;

/** Given names, and the gender they suggest; null for those that go both ways. */
export const GIVEN_NAMES: ReadonlyMap<string, 'male' | 'female' | null> = new Map([
  ...MALE.trim()
    .split(/\s+/)
    .map((name): [string, 'male'] => [name, 'male']),
  ...FEMALE.trim()
    .split(/\s+/)
    .map((name): [string, 'female'] => [name, 'female']),
  ...EITHER.split(' ').map((name): [string, null] => [name, null]),
]);

/** Given names that are better known as places: alone they are those. */
export const PLACES_TOO: ReadonlySet<string> = new Set(
  'austin charlotte chad dallas florence georgia israel jordan madison paris sydney victoria virginia'.split(
    ' ',
  ),
);

/** Short forms → the full name, both lower case. */
export const NICKNAMES: ReadonlyMap<string, string> = new Map(
  `steve:steven stephen:steven bob:robert rob:robert bill:william will:william jim:james jimmy:james mike:michael
   dan:daniel danny:daniel tom:thomas dave:david joe:joseph ben:benjamin sam:samuel tim:timothy ted:edward rod:roderick
   rick:richard dick:richard nick:nicholas greg:gregory jeff:jeffrey chris:christopher matt:matthew tony:anthony
   don:donald ken:kenneth ron:ronald larry:lawrence jerry:gerald kate:katherine katie:katherine liz:elizabeth
   beth:elizabeth sue:susan jen:jennifer jenny:jennifer meg:margaret maggie:margaret peggy:margaret andy:andrew
   alex:alexander max:maximilian mitch:mitchell doug:douglas debbie:deborah becky:rebecca vicky:victoria`
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);
