/**
 * The page's style sheet. Two colour schemes and paper; contrast of text is at least 4.5 : 1 in both (checked with axe
 * in the browser test). Verdicts are told by words and signs, never by colour alone.
 */
export const STYLE = `
:root{color-scheme:light dark;--bg:#fdfcf9;--fg:#1c1b19;--soft:#5d5952;--line:#d9d4c8;--panel:#f4f1ea;--link:#1a4f8b;--risk:#a3140f;--risk-bg:#fbe3e0;--changed:#7a4a00;--changed-bg:#fbefd5;--lost:#a3140f;--gained:#14602b;--gained-bg:#dff1e2;--mark:#fff0b8;--mark-risk:#fbd3ce}
@media (prefers-color-scheme:dark){:root{--bg:#171614;--fg:#ece8df;--soft:#aca69a;--line:#3b3832;--panel:#211f1c;--link:#8fbcf0;--risk:#ff9c92;--risk-bg:#45201d;--changed:#f0c274;--changed-bg:#3d2f14;--lost:#ff9c92;--gained:#8fd8a0;--gained-bg:#1b3a23;--mark:#4d431c;--mark-risk:#5a2a25}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--bg);color:var(--fg);font:17px/1.55 Georgia,"Times New Roman",serif}
header,main,footer{max-width:62rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .4rem;overflow-wrap:anywhere}
h2{font-size:1.3rem;margin:2.6rem 0 .6rem;padding-top:.6rem;border-top:2px solid var(--fg)}
h3{font-size:1.06rem;margin:0 0 .4rem}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--bg);padding:.4rem .8rem;z-index:2}
nav.views{font:15px/1.5 system-ui,sans-serif;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;margin:1rem 0 0;padding:.6rem 0;border-block:1px solid var(--line)}
.lead,.where,.sig,table,.badge,.legend,summary,.apparatus,figcaption,.by{font-family:system-ui,sans-serif}
.lead{color:var(--soft);font-size:.95rem;margin:.2rem 0}
.where{font-size:.78rem;color:var(--soft);overflow-wrap:anywhere}
li .by{font-size:.88rem}
.sig{font-size:.8rem;font-weight:700;letter-spacing:.02em}
.badge{display:inline-block;font-size:.76rem;font-weight:600;border:1px solid var(--line);border-radius:1rem;padding:.02rem .6rem;background:var(--panel);white-space:nowrap}
.badge.meaning-at-risk{color:var(--risk);background:var(--risk-bg);border-color:var(--risk)}
.badge.content-changed{color:var(--changed);background:var(--changed-bg);border-color:var(--changed)}
article.finding{border:1px solid var(--line);border-left-width:5px;border-radius:4px;padding:.9rem 1.1rem;margin:0 0 1.1rem;background:var(--bg)}
article.meaning-at-risk{border-left-color:var(--risk)}article.content-changed{border-left-color:var(--changed)}
blockquote{margin:.3rem 0 .7rem;padding:.5rem .9rem;background:var(--panel);border-radius:4px}
ol.witnesses{list-style:none;margin:0;padding:0}
ol.witnesses li{padding:.45rem 0;border-top:1px solid var(--line)}
ol.witnesses li:first-child{border-top:0}
.words{margin:.15rem 0}
del{color:var(--lost);text-decoration:line-through;text-decoration-thickness:2px}
ins{color:var(--gained);background:var(--gained-bg);text-decoration:underline;text-underline-offset:3px;border-radius:2px;padding:0 .1em}
.cut{color:var(--lost);border:1px dashed currentColor;border-radius:3px;padding:0 .3em;font-size:.92em}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.86rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}
th{font-weight:600}
details{margin:.3rem 0}
summary{cursor:pointer;font-size:.9rem}
.base{font-size:1.05rem}
.base sup{font:600 .66em system-ui,sans-serif}
.lemma{background:var(--mark);border-radius:2px}
.apparatus{font-size:.84rem;border-top:1px solid var(--line);margin-top:.6rem;padding-top:.4rem}
.apparatus p{margin:.2rem 0}
.source{display:grid;grid-template-columns:minmax(0,1fr) 15rem;gap:0 1.4rem}
.source p{margin:0 0 .8rem;grid-column:1;white-space:pre-wrap;overflow-wrap:anywhere}
.source .by{grid-column:2;font-size:.78rem;color:var(--soft);margin:0 0 .8rem;overflow-wrap:anywhere}
mark{background:var(--mark);color:inherit;border-radius:2px}
mark.meaning-at-risk,mark.content-changed{background:var(--mark-risk)}
ul.tellings{list-style:none;margin:.2rem 0;padding:0}ul.tellings li{padding:.35rem 0;border-top:1px solid var(--line)}
.indirect{font-style:italic;text-decoration:underline dotted var(--soft);text-underline-offset:4px}
mark a{color:inherit;text-decoration:underline dotted;text-underline-offset:3px}
:target{outline:3px solid var(--link);outline-offset:3px}
figure{margin:.6rem 0}svg.timeline{width:100%;min-width:38rem;height:auto;font:12px system-ui,sans-serif}svg.timeline text{fill:var(--fg)}svg.timeline .day{stroke:var(--line)}svg.timeline .rail{stroke:var(--line);stroke-dasharray:2 4}svg.timeline circle{stroke:var(--link);stroke-width:2;fill:var(--link)}svg.timeline circle.assumed{fill:var(--bg)}svg.timeline .report{fill:var(--soft)}
.side .by{font-size:.9rem;margin:.2rem 0}.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:0 1rem}
table.coverage th[scope=row]{min-width:18rem;font-weight:400}td.cell{text-align:center;position:relative}.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.dropped{font-size:.84rem;color:var(--soft)}
footer{padding:2rem 1.25rem 3rem;color:var(--soft);font:.84rem/1.5 system-ui,sans-serif}
@media (max-width:44rem){.scroll table{min-width:38rem}.source{display:block}.source .by{border-left:3px solid var(--line);padding-left:.6rem}body{font-size:16px}h1{font-size:1.5rem}}
@media print{body{font-size:10.5pt;background:#fff;color:#000}nav.views,.skip{display:none}article.finding{break-inside:avoid}details::details-content{content-visibility:visible;block-size:auto;display:block}a{color:inherit}h2{break-after:avoid}}
`.trim();
