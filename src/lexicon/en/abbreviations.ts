/** Words after which a full stop does not end a sentence, without the stop, lower case. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof sr st rev hon fr messrs pres gov lt col gen sgt capt cmdr adm maj cpl pvt det insp supt ' +
    'sen rep reps sens amb atty sec jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur ' +
    'thurs fri sat sun ariz ala ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb ' +
    'nev okla ore pa tenn tex va vt wash wis wyo v vs etc eg ie cf al approx est no nos vol fig pp ed eds inc corp co ' +
    'ltd llc bros dept univ assn ave blvd rd mt ft hwy u.s u.k u.n e.u d.c a.m p.m e.g i.e n.y n.j n.c s.c n.h n.m ' +
    'w.va r.i s.d n.d'
  ).split(' '),
);

/** Of those, the ones that often do end a sentence: then the next word decides. */
export const ABBREVIATIONS_AT_ENDS: ReadonlySet<string> = new Set(
  'etc inc corp co ltd bros a.m p.m u.s u.k u.n e.u d.c al sr jr'.split(' '),
);
