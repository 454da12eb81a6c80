/**
 * The look of every page, one sheet: calm paper, one ink, one accent; three colors that mean something and nothing else. Sizes and
 * spaces come from the two scales at its head.
 */
export const style = `
:root {
  color-scheme: light;
  --s1: 4px; --s2: 8px; --s3: 12px; --s4: 16px; --s5: 24px; --s6: 40px; --s7: 64px;
  --t1: 13px; --t2: 15px; --t3: 18px; --t4: 24px; --t5: 34px;
  --radius: 6px;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", monospace;
  --paper: #fbfaf7; --sheet: #ffffff; --wash: #f2f0ea; --ink: #1d2427; --grey: #596468; --line: #dcd8ce;
  --accent: #0b5563; --on-accent: #ffffff; --accent-wash: #e3eef0;
  --full: #1d6b3c; --ends: #8a5300; --export: #4a5d7a; --red: #a6261d;
  --full-fill: #3f9463; --ends-fill: #d08a1c; --export-fill: #8296b5;
  --full-wash: #e6f2ea; --ends-wash: #fbf0da; --export-wash: #e8ecf3; --red-wash: #fae9e7;
}
@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { color-scheme: dark;
  --paper: #14191b; --sheet: #1b2224; --wash: #232c2f; --ink: #e8eae6; --grey: #a3afb2; --line: #35413f;
  --accent: #74c3cf; --on-accent: #08262c; --accent-wash: #1d3439;
  --full: #7cc99a; --ends: #e8b45c; --export: #a9bbd8; --red: #f09a90;
  --full-fill: #4a9d6d; --ends-fill: #c98a2b; --export-fill: #6d82a3;
  --full-wash: #1c3226; --ends-wash: #372b16; --export-wash: #232c3a; --red-wash: #3b211f; } }
:root[data-theme="dark"] { color-scheme: dark;
  --paper: #14191b; --sheet: #1b2224; --wash: #232c2f; --ink: #e8eae6; --grey: #a3afb2; --line: #35413f;
  --accent: #74c3cf; --on-accent: #08262c; --accent-wash: #1d3439;
  --full: #7cc99a; --ends: #e8b45c; --export: #a9bbd8; --red: #f09a90;
  --full-fill: #4a9d6d; --ends-fill: #c98a2b; --export-fill: #6d82a3;
  --full-wash: #1c3226; --ends-wash: #372b16; --export-wash: #232c3a; --red-wash: #3b211f; }

*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: var(--s6); }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 var(--t2)/1.5 var(--sans); }
h1, h2, h3, p, ul, ol, dl, dd, table, figure, fieldset { margin: 0; padding: 0; }
h1 { font-size: var(--t4); line-height: 1.2; font-weight: 600; letter-spacing: -0.01em; text-wrap: balance; }
h2 { font-size: var(--t3); line-height: 1.35; font-weight: 600; }
h3 { font-size: var(--t2); font-weight: 600; }
p { max-width: 70ch; }
ul, ol { list-style: none; }
a { color: var(--accent); text-underline-offset: 3px; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
code, .mono { font-family: var(--mono); font-size: var(--t1); overflow-wrap: anywhere; }
time, td, .figures { font-variant-numeric: tabular-nums; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.quiet { color: var(--grey); }
.small { font-size: var(--t1); }
.nowrap { white-space: nowrap; }
.hidden-label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: var(--s4); top: -64px; z-index: 3; background: var(--accent); color: var(--on-accent); padding: var(--s2) var(--s4); border-radius: 0 0 var(--radius) var(--radius); }
.skip:focus { top: 0; }

.top { background: var(--sheet); border-bottom: 1px solid var(--line); }
.top > div { max-width: 1200px; margin: 0 auto; padding: var(--s3) var(--s5); display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2) var(--s4); }
.brand { display: inline-flex; align-items: center; gap: var(--s2); color: var(--ink); font-weight: 600; font-size: var(--t3); text-decoration: none; letter-spacing: -0.01em; }
.brand svg { width: 22px; height: 22px; color: var(--accent); }
.places { display: flex; flex-wrap: wrap; gap: var(--s1); }
.places a { padding: var(--s1) var(--s2); border-radius: var(--radius); color: var(--grey); text-decoration: none; }
.places a:hover { color: var(--ink); background: var(--wash); }
.places a[aria-current] { color: var(--accent); background: var(--accent-wash); font-weight: 600; }
.find { flex: 1 1 160px; max-width: 320px; margin-left: auto; }
.find input { width: 100%; }
.me { position: relative; }
.me > summary { list-style: none; cursor: pointer; display: flex; align-items: center; gap: var(--s2); padding: var(--s1) var(--s2); border-radius: var(--radius); }
.me > summary::-webkit-details-marker { display: none; }
.me > summary:hover { background: var(--wash); }
.me .initial { display: grid; place-items: center; width: 28px; height: 28px; border-radius: 50%; background: var(--accent-wash); color: var(--accent); font-weight: 600; font-size: var(--t1); }
.me > div { position: absolute; right: 0; top: calc(100% + var(--s2)); z-index: 2; min-width: 240px; background: var(--sheet); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: 0 8px 24px rgb(0 0 0 / 0.14); padding: var(--s4); display: grid; gap: var(--s3); }
.me hr { border: 0; border-top: 1px solid var(--line); margin: 0; width: 100%; }
.head > .acts:has(.more) { margin-left: auto; }
.more { position: relative; }
.more > summary { list-style: none; color: var(--accent); }
.more > summary::-webkit-details-marker { display: none; }
.more > summary::after { content: ""; width: 7px; height: 7px; margin-top: -4px; border-right: 2px solid; border-bottom: 2px solid; transform: rotate(45deg); }
.more[open] > summary { margin-bottom: 0; background: var(--accent-wash); }
.more > div { position: absolute; right: 0; top: calc(100% + var(--s2)); z-index: 2; width: max-content; max-width: min(320px, 90vw); background: var(--sheet); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: 0 8px 24px rgb(0 0 0 / 0.14); padding: var(--s2); }
.more ul + ul { border-top: 1px solid var(--line); margin-top: var(--s2); padding-top: var(--s2); }
.more li a { display: block; white-space: nowrap; padding: var(--s2) var(--s3); border-radius: var(--radius); color: var(--ink); text-decoration: none; }
.more li a:hover, .more li a:focus-visible { background: var(--wash); color: var(--accent); }
.switch { display: flex; flex-wrap: wrap; gap: var(--s1); align-items: center; }
.switch button { border: 1px solid transparent; background: none; color: var(--grey); padding: 2px var(--s2); border-radius: var(--radius); min-height: 28px; font-size: var(--t1); font-weight: 400; }
.switch button:hover { background: var(--wash); color: var(--ink); }
.switch button[aria-pressed="true"] { color: var(--accent); border-color: currentColor; font-weight: 600; }

main { max-width: 1200px; margin: 0 auto; padding: var(--s5) var(--s5) var(--s7); display: grid; gap: var(--s5); grid-template-columns: minmax(0, 1fr); }
aside.sandbox { background: var(--ends-wash); color: var(--ends); font-size: var(--t1); text-align: center; padding: var(--s1) var(--s4); }
.head { display: flex; flex-wrap: wrap; align-items: end; justify-content: space-between; gap: var(--s3) var(--s5); }
.head > div:first-child { display: grid; gap: var(--s1); min-width: 0; }
.path { font-size: var(--t1); color: var(--grey); display: flex; flex-wrap: wrap; gap: var(--s1); }
.path a { color: inherit; }
.acts { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center; }
.sheet { background: var(--sheet); border: 1px solid var(--line); border-radius: var(--radius); padding: var(--s5); display: grid; gap: var(--s4); grid-template-columns: minmax(0, 1fr); align-content: start; }
.sheet.narrow { max-width: 680px; }
.sheet > header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: var(--s2) var(--s4); }
.pair { display: grid; gap: var(--s5); grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr)); align-items: start; }
.stack { display: grid; gap: var(--s5); grid-template-columns: minmax(0, 1fr); align-content: start; }
.deeds { display: grid; }
.deed { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--s2) var(--s4); align-items: center; padding: var(--s3) 0; border-top: 1px solid var(--line); }
.deed:last-child { padding-bottom: 0; }
.deed p { color: var(--grey); font-size: var(--t1); }
@media (max-width: 560px) { .deed { grid-template-columns: minmax(0, 1fr); justify-items: start; } }
.middle { min-height: 100vh; display: grid; place-content: center; grid-template-columns: minmax(0, 420px); padding: var(--s5); gap: var(--s5); }
.middle > header { display: grid; justify-content: center; }
.middle .brand { font-size: var(--t4); }
.middle main { padding: 0; }
.middle .brand svg { width: 30px; height: 30px; }
.middle .acts { display: grid; grid-template-columns: minmax(0, 1fr); }
.middle h1 { font-size: var(--t4); }
.middle footer .switch { justify-content: center; }
.middle footer { display: flex; flex-wrap: wrap; justify-content: center; gap: var(--s2) var(--s4); }

button, .button { font: 600 var(--t2)/1.2 var(--sans); display: inline-flex; align-items: center; justify-content: center; gap: var(--s2); min-height: 40px; padding: var(--s2) var(--s4); border-radius: var(--radius); border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent); cursor: pointer; text-decoration: none; text-align: center; }
button:hover, .button:hover { filter: brightness(1.08); }
.second { background: none; color: var(--accent); border-color: var(--line); }
.second:hover { background: var(--accent-wash); filter: none; }
.grave { background: var(--red); border-color: var(--red); color: var(--paper); }
.button.plain { background: none; border-color: transparent; color: var(--accent); font-weight: 400; padding-inline: var(--s2); text-decoration: underline; text-underline-offset: 3px; }
kbd { font: 400 var(--t1)/1 var(--mono); border: 1px solid currentColor; border-radius: 3px; padding: 1px 4px; }
dt kbd { color: var(--ink); }

form.fields, .fields { display: grid; gap: var(--s4); grid-template-columns: minmax(0, 1fr); }
.field { display: grid; gap: var(--s1); }
.field > label, legend { font-weight: 600; padding: 0; }
legend:has(+ .tick) { margin-bottom: var(--s2); }
.field > .hint, fieldset > .hint { font-size: var(--t1); color: var(--grey); }
.field > .wrong { font-size: var(--t1); color: var(--red); }
input, select, textarea { font: 400 var(--t2)/1.5 var(--sans); width: 100%; min-height: 40px; padding: 7px var(--s3); color: var(--ink); background: var(--sheet); border: 1px solid var(--grey); border-radius: var(--radius); }
textarea { min-height: 88px; resize: vertical; }
input::placeholder { color: var(--grey); opacity: 1; }
input[aria-invalid="true"] { border-color: var(--red); }
fieldset { border: 0; display: grid; gap: var(--s2); min-width: 0; }
fieldset > .wrong { font-size: var(--t1); color: var(--red); }
fieldset.part { border-top: 1px solid var(--line); padding-top: var(--s4); gap: var(--s3); }
fieldset.part textarea { min-height: 64px; }
fieldset.part > legend { float: left; }
fieldset.part > legend + * { clear: both; }
.length { margin-top: var(--s1); display: grid; grid-template-columns: minmax(64px, 96px) minmax(0, 1fr); gap: var(--s2); }
fieldset.field > .hint { font-weight: 400; }
.options { display: grid; gap: var(--s2); grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr)); }
.option { display: flex; gap: var(--s2); align-items: start; border: 1px solid var(--line); border-radius: var(--radius); padding: var(--s3); cursor: pointer; }
.option input { width: 18px; min-height: 18px; margin: 3px 0 0; accent-color: var(--accent); flex: none; }
.option > span { display: grid; gap: 2px; }
.option:has(:checked) { border-color: var(--accent); background: var(--accent-wash); }
.rows-in { display: grid; gap: var(--s2); }
.rows-in > .two { grid-template-columns: 1fr 1fr; gap: var(--s2); }
legend + .choices { margin-top: var(--s1); }
.ticks { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s5); }
fieldset.part .ticks { flex-direction: column; }
select[aria-invalid="true"], textarea[aria-invalid="true"] { border-color: var(--red); }
.choices { display: flex; flex-wrap: wrap; gap: var(--s2); }
.choice { position: relative; }
.choice input { position: absolute; inset: 0; opacity: 0; width: 100%; height: 100%; margin: 0; cursor: pointer; }
.choice span { display: inline-flex; align-items: center; min-height: 40px; padding: var(--s1) var(--s4); border: 1px solid var(--line); border-radius: var(--radius); }
.choice input:checked + span { border-color: var(--accent); background: var(--accent-wash); color: var(--accent); font-weight: 600; }
.choice input:checked + span::before { content: "✓"; margin-right: var(--s2); }
.choice input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: 2px; }
.tick { display: flex; gap: var(--s2); align-items: start; }
.tick input { width: 18px; min-height: 18px; margin: 3px 0 0; accent-color: var(--accent); flex: none; }
.or { display: flex; align-items: center; gap: var(--s3); max-width: none; color: var(--grey); font-size: var(--t1); }
.or::before, .or::after { content: ""; flex: 1; border-top: 1px solid var(--line); }
.two { display: grid; gap: var(--s4); grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr)); align-items: start; }

.note { border-left: 3px solid var(--accent); background: var(--accent-wash); padding: var(--s3) var(--s4); border-radius: 0 var(--radius) var(--radius) 0; }
.note.ends { border-color: var(--ends); background: var(--ends-wash); }
.note.wrong { border-color: var(--red); background: var(--red-wash); }
.note.full { border-color: var(--full); background: var(--full-wash); }
.note .field { margin-top: var(--s3); }
.note h2, .note h3 { margin-bottom: var(--s1); }

.state { display: inline-flex; align-items: center; gap: 6px; font-weight: 600; white-space: nowrap; }
.state svg { width: 12px; height: 12px; flex: none; }
.state.full { color: var(--full); } .state.ends { color: var(--ends); } .state.export-only { color: var(--export); }
.hero { display: grid; gap: var(--s2); }
.hero .when { font-size: var(--t4); line-height: 1.2; font-weight: 600; letter-spacing: -0.01em; text-wrap: balance; }
.aloud { font-size: var(--t3); line-height: 1.5; border-left: 3px solid var(--accent); padding-left: var(--s4); }
.reference { font: 600 var(--t5)/1.2 var(--mono); letter-spacing: 0.04em; overflow-wrap: anywhere; }

dl.facts { display: grid; grid-template-columns: minmax(110px, max-content) minmax(0, 1fr); gap: var(--s2) var(--s5); }
dl.facts dt { color: var(--grey); }
dl.facts dd { overflow-wrap: anywhere; }
@media (max-width: 560px) { dl.facts { grid-template-columns: minmax(0, 1fr); gap: 0; } dl.facts dd { margin-bottom: var(--s3); } }

.rows { width: 100%; border-collapse: collapse; }
.rows caption { text-align: left; color: var(--grey); font-size: var(--t1); padding-bottom: var(--s2); }
.rows th { text-align: left; font-size: var(--t1); font-weight: 600; color: var(--grey); padding: var(--s2) var(--s4) var(--s2) 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
.rows td { padding: var(--s3) var(--s4) var(--s3) 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.rows tr:last-child td { border-bottom: 0; }
.rows .number, .rows th.number { text-align: right; }
.rows td > a:first-child { font-weight: 600; }
@media screen and (max-width: 720px) {
  .rows thead { display: none; }
  .rows, .rows tbody, .rows tr, .rows td { display: block; }
  .rows tr { padding: var(--s3) 0; border-bottom: 1px solid var(--line); }
  .rows tr:last-child { border-bottom: 0; }
  .rows td { border: 0; padding: 2px 0; }
  .rows td[data-label]::before { content: attr(data-label) " "; color: var(--grey); font-size: var(--t1); margin-right: var(--s2); }
  .rows .number { text-align: left; }
}
.rows th a { color: inherit; text-decoration: none; display: inline-flex; align-items: center; gap: var(--s1); }
.rows th a:hover { color: var(--accent); }
.rows th[aria-sort] { color: var(--ink); }
.order { width: 8px; height: 12px; flex: none; } .order path { fill: var(--line); }
.order.ascending path:first-child, .order.descending path:last-child { fill: var(--accent); }
.take { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); font-size: var(--t1); max-width: none; }
.narrow-only { display: none; }
.filter { display: flex; flex-wrap: wrap; gap: var(--s3); align-items: end; }
.filter .field { flex: 0 1 220px; min-width: 0; } .filter input, .filter select { min-width: 0; }
.filter.narrow-only { display: none; }
@media (max-width: 720px) { .narrow-only { display: block; } .filter, .filter.narrow-only { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); } .filter.narrow-only { grid-template-columns: minmax(0, 1fr) auto; } }
.pager { display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--s3); }
details > summary { cursor: pointer; color: var(--accent); width: fit-content; }
details[open]:not(.me, .more) > summary { margin-bottom: var(--s4); }
.empty { display: grid; gap: var(--s3); justify-items: start; padding: var(--s5) 0; }

.wide { overflow-x: auto; margin-inline: calc(-1 * var(--s2)); padding-inline: var(--s2); }
/* Wider than the page, it is seen from its end: there is today. */
.wide:has(> .timeline) { direction: rtl; } .wide > .timeline { direction: ltr; }
.wide > svg { display: block; width: 100%; min-width: 880px; height: auto; }
svg text { font: 400 13px/1 var(--sans); fill: var(--grey); }
svg text.strong { fill: var(--ink); font-weight: 600; }
.chart .renews { fill: var(--full-fill); } .chart .ends { fill: var(--ends-fill); }
.chart .axis { stroke: var(--line); } .chart .zero { stroke: var(--grey); }
.chart text.ends { fill: var(--ends); } .chart text.renews { fill: var(--full); }
.legend { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s5); font-size: var(--t1); color: var(--grey); }
.legend span { display: inline-flex; gap: var(--s2); align-items: center; }
.legend svg { width: 12px; height: 12px; }
.legend .renews { fill: var(--full-fill); } .legend .ends { fill: var(--ends-fill); }
.timeline .term { fill: var(--full-wash); stroke: var(--full); }
.timeline .term.over { fill: var(--wash); stroke: var(--line); }
.timeline .term.open { stroke-dasharray: 4 3; fill: none; }
.timeline .pause { fill: var(--export-fill); opacity: .55; }
.timeline .today { stroke: var(--accent); stroke-width: 2; }
.timeline text.today { fill: var(--accent); font-weight: 600; stroke: none; }
.timeline .day { stroke: var(--grey); } .timeline .end { stroke: var(--ends); stroke-width: 2; }
.timeline text.end { fill: var(--ends); font-weight: 600; stroke: none; }
.timeline text.day { fill: var(--grey); stroke: none; }
.timeline .mark circle, .timeline .mark path { fill: var(--sheet); stroke: var(--ink); stroke-width: 1.5; }
.timeline .mark:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
.timeline .axis { stroke: var(--line); }

.history { display: grid; }
.history li { display: grid; grid-template-columns: 150px minmax(0, 1fr) auto; gap: var(--s1) var(--s4); padding: var(--s3) 0; border-bottom: 1px solid var(--line); }
.history li:last-child { border-bottom: 0; }
.history li:target { background: var(--accent-wash); }
@media (max-width: 720px) { .history li { grid-template-columns: minmax(0, 1fr); } }
.steps { display: grid; gap: var(--s2); counter-reset: step; }
.count { font-size: var(--t5); line-height: 1.2; font-weight: 600; font-variant-numeric: tabular-nums; }
.counts { display: grid; gap: var(--s4); grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); }
.codes { display: grid; gap: var(--s1) var(--s5); grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); }
.letter-frame { width: 100%; height: 720px; max-height: 85vh; border: 1px solid var(--line); border-radius: var(--radius); background: var(--paper); }
.letter-text { font: 400 var(--t1)/1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; }
.kinds { display: grid; gap: var(--s2) var(--s5); grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr)); }
.kinds li { display: grid; gap: 2px; }
.kinds li > .small { padding-left: 26px; }
.picture { background: #ffffff; padding: var(--s2); width: 216px; border-radius: var(--radius); }
.picture svg { display: block; width: 200px; height: 200px; }
@media (max-width: 1140px) { .me > summary .name { display: none; } .find { max-width: 240px; } }
@media (max-width: 720px) {
  main { padding: var(--s4) var(--s4) var(--s6); }
  .top > div { padding: var(--s2) var(--s4); }
  .sheet { padding: var(--s4); }
  .find { order: 5; max-width: none; flex-basis: 100%; }
  .places { order: 4; flex: 1 1 100%; }
  .me { margin-left: auto; }
  .head > .acts:has(.more) { margin-left: 0; }
  .more[open] { flex-basis: 100%; }
  .more li a { white-space: normal; }
  .more > div { position: static; width: 100%; max-width: none; box-shadow: none; margin-top: var(--s2); }
  .me > summary .name { display: none; }
  .reference { font-size: var(--t4); }
}
@media (prefers-reduced-motion: no-preference) { button, .button, .places a { transition: background-color .12s, color .12s; } }
@media (forced-colors: active) { .choice input:checked + span { outline: 2px solid; } }
@media print {
  :root, :root:not([data-theme="light"]), :root[data-theme="dark"] { color-scheme: light; --paper: #fff; --sheet: #fff; --wash: #f2f0ea; --ink: #000; --grey: #444; --line: #bbb; --accent: #000; --accent-wash: #f2f0ea;
    --full: #1d6b3c; --ends: #8a5300; --export: #4a5d7a; --red: #a6261d; --full-wash: #e6f2ea; --ends-wash: #fbf0da; --export-wash: #e8ecf3; --red-wash: #fae9e7; }
  .top, .acts, .skip, .no-print, .pager, .take, form, .button, .sheet > header > a { display: none !important; }
  main { max-width: none; padding: 0; } .sheet { border: 0; padding: 0; }
  /* A grid that goes over the end of a page lets what follows run into it. */
  main, main > section, .history { display: block; } main > * + *, main > section > * + * { margin-top: 6mm; }
  h1, h2, h3 { break-after: avoid; } .history li, .hero, tr { break-inside: avoid; }
  /* What is in a frame ends at its edge: the same words stand below it. */
  @supports selector(::details-content) { .letter-frame, .sheet > details > summary { display: none; } .sheet > details::details-content { display: block; content-visibility: visible; block-size: auto; } }
  .letter-text { font: 400 10pt/1.5 var(--sans); }
  .wide { overflow: visible; } .wide > svg { min-width: 0; }
  a { color: inherit; text-decoration: none; }
}
`
