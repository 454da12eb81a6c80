/** How webhooks and their deliveries look. */
export const webhookStyle = `
.state.wrong { color: var(--red); } .state .flag { width: 12px; height: 12px; flex: none; }
.note .acts { margin-top: var(--s3); }
.head h1 code { font-size: inherit; }
.rows code.whole { overflow-wrap: normal; white-space: nowrap; }
.address { overflow-wrap: anywhere; }
.sent { font: 400 var(--t1)/1.5 var(--mono); background: var(--wash); border-radius: var(--radius); padding: var(--s4); overflow: auto; max-height: 520px; white-space: pre-wrap; overflow-wrap: anywhere; }
.types { display: grid; gap: var(--s2) var(--s4); grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr)); }
.types code { overflow-wrap: normal; }
@media print { .sent { max-height: none; background: none; padding: 0; } }
`
