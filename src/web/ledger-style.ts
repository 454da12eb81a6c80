/** How the support ledger looks: the page of a call, what needs a person, letters. */
export const ledgerStyle = `
main:has(> .calling) { padding-block: var(--s4); }
.calling { display: grid; gap: var(--s4); grid-template-columns: minmax(0, 1fr); }
.calling h1 a { color: inherit; text-decoration: none; }
.calling h1 a:hover { text-decoration: underline; }
.ringing { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); align-items: baseline; font-variant-numeric: tabular-nums; }
.ringing .figures { font-size: var(--t3); font-weight: 600; }
.call { gap: var(--s3); padding: var(--s4) var(--s5); }
.call > * + * { border-top: 1px solid var(--line); padding-top: var(--s3); }
.call > :is(.note, h2) + * { border-top: 0; padding-top: 0; }
.lines { display: grid; grid-template-columns: 120px minmax(0, 1fr); gap: var(--s2) var(--s4); align-items: baseline; }
.lines > dt { color: var(--grey); }
.lines > dt a { display: block; font-size: var(--t1); width: fit-content; }
.lines > dd { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); align-items: baseline; min-width: 0; }
.lines .aside { margin-left: auto; }
.lines .state { align-items: baseline; }
.lines .called { font-weight: 600; }
.lines .button { min-height: 32px; padding-block: var(--s1); }
.flagged { font-weight: 600; display: inline-flex; gap: var(--s2); align-items: baseline; }
.flagged .flag, .todo .flag { width: 12px; height: 12px; flex: none; align-self: center; }
.logging { display: grid; gap: var(--s2); }
.logging h2 { font-size: var(--t2); }
.log { display: grid; grid-template-columns: auto minmax(140px, 1fr) auto; gap: var(--s2) var(--s3); align-items: end; }
.log .choices { flex-wrap: nowrap; }
.log .choice { display: flex; }
.log .choice span { padding-inline: var(--s3); white-space: nowrap; }
.log .earlier, .log .aside-fields { grid-column: 1 / -1; }
.log .aside-fields > summary { font-size: var(--t1); }
.log .aside-fields[open] > summary { margin-bottom: var(--s2); }
.earlier { display: none; }
:has(> fieldset input[value="repeat"]:checked) > .earlier { display: block; }
.log-fields { display: grid; gap: var(--s3); }
.lately { display: grid; flex: 1 1 100%; }
.lately li { display: grid; grid-template-columns: 96px 148px minmax(0, 1fr); gap: var(--s3); padding: 1px 0; font-size: var(--t1); }
.lately li > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.lately time { font-variant-numeric: tabular-nums; color: var(--grey); }
.topic { color: var(--grey); }
.topic.out_of_scope, .topic.repeat { color: var(--ink); font-weight: 600; }
.ending { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s4); align-items: center; max-width: none; }
.tabs { display: flex; flex-wrap: wrap; gap: var(--s2); }
.tabs a { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s3); padding: var(--s2) var(--s3); border: 1px solid var(--line); border-radius: var(--radius); background: var(--sheet); color: var(--ink); text-decoration: none; }
.tabs a:hover { background: var(--accent-wash); }
.tabs a[aria-current] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.finding .field { flex: 1 1 320px; }
.candidate { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s4); align-items: center; justify-content: space-between; border-top: 1px solid var(--line); padding-top: var(--s4); }
.candidate h2 { font-size: var(--t2); }
.candidate .acts { flex-basis: 100%; }
.todos { display: grid; }
.todo { display: grid; grid-template-columns: 12px minmax(0, 1fr) auto; gap: var(--s2) var(--s3); align-items: center; padding: var(--s2) 0; border-bottom: 1px solid var(--line); }
.todo:last-child { border-bottom: 0; padding-bottom: 0; }
.todo > div { display: flex; flex-wrap: wrap; gap: 0 var(--s3); align-items: baseline; }
.todo > div > a { font-weight: 600; }
.todo .button { min-height: 32px; padding-block: var(--s1); font-weight: 400; }
@media (max-width: 560px) { .todo { grid-template-columns: 12px minmax(0, 1fr); } .todo .button { grid-column: 2; justify-self: start; } .todo .flag { align-self: start; margin-top: 6px; } }
.timeline .mark.beyond circle { fill: var(--ink); }
.timeline .mark.warning path { fill: var(--ink); }
.switches { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s3); align-items: baseline; }
.switches a { padding: 2px var(--s2); border: 1px solid transparent; border-radius: var(--radius); }
.switches a[aria-current] { border-color: currentColor; font-weight: 600; text-decoration: none; }
.letter-form textarea { min-height: 420px; max-width: 80ch; }
.letter-form .two { max-width: 80ch; }
.letter { white-space: pre-wrap; max-width: 80ch; padding: var(--s6); overflow-wrap: anywhere; }
@media print {
  aside.sandbox { display: none; }
  .letter { padding: 0; max-width: none; font-size: 11pt; }
  main:has(> .letter) > :not(.letter) { display: none; }
}
@media (max-width: 860px) {
  .log { grid-template-columns: minmax(0, 1fr) auto; }
  .log .topics { grid-column: 1 / -1; }
  .log .choices { flex-wrap: wrap; }
}
@media (max-width: 560px) {
  .filter.finding { grid-template-columns: minmax(0, 1fr); }
  .lines { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .lines > dd { margin-bottom: var(--s3); }
  .lines .aside { margin-left: 0; }
  .lately li { grid-template-columns: auto minmax(0, 1fr); gap: 0 var(--s3); padding: var(--s1) 0; }
  .lately li a { grid-column: 1 / -1; white-space: normal; }
  .call { padding: var(--s4); }
}
`
