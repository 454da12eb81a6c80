/** What the portal has of its own: one column, calm, and the same on a telephone. */
export const portalStyle = `
.portal { max-width: 960px; margin: 0 auto; padding: 0 var(--s5); }
.portal > main { padding: var(--s5) 0 var(--s6); max-width: none; margin: 0; }
.portal-head { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2) var(--s5); padding: var(--s4) 0; border-bottom: 1px solid var(--line); }
.portal-head .places { order: 0; flex: 0 1 auto; }
.portal-out { margin-left: auto; display: flex; flex-wrap: wrap; align-items: center; gap: var(--s1) var(--s4); }
.portal button.plain { background: none; border-color: transparent; color: var(--accent); font-weight: 400; text-decoration: underline; text-underline-offset: 3px; }
.portal blockquote { margin: 0; }
.portal-inline { display: inline; }
.portal-inline .plain { min-height: 0; padding: 0; }
.portal-cards { display: grid; gap: var(--s5); }
.portal-cards .sheet > header h2 a { color: inherit; }
.portal-open { display: flex; flex-wrap: wrap; gap: var(--s3); padding-top: var(--s4); border-top: 1px solid var(--line); }
.portal .steps a { overflow-wrap: anywhere; }
.portal-key { font: 600 var(--t3)/1.5 var(--mono); letter-spacing: 0.04em; overflow-wrap: anywhere; }
.portal-foot { display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--s2) var(--s5); padding: var(--s4) 0; border-top: 1px solid var(--line); }
.portal-seller { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); padding-top: var(--s4); border-top: 1px solid var(--line); font-style: normal; color: var(--grey); }
.portal-seller a { color: inherit; display: inline-block; padding-block: 2px; }
.portal-seller + .portal-foot { border-top: 0; }
.portal .rows td.number a { white-space: nowrap; font-weight: 400; text-underline-offset: 3px; }
.portal .rows tr > :last-child { padding-inline-end: 0; }
.portal .acts { column-gap: var(--s4); }
.portal .acts .plain, .portal-out .plain { padding-inline: 0; }
@media print {
  .portal { padding: 0; max-width: none; }
  .portal .places, .portal-out, .portal .path, .portal-foot, .portal-inline, .portal td.number { display: none; }
  .portal details::details-content { content-visibility: visible; block-size: auto; }
}
@media (max-width: 720px) {
  .portal { padding: 0 var(--s4); }
  .portal-head .places { margin-inline: calc(-1 * var(--s2)); }
  .portal .rows caption { display: block; }
  .portal-out { margin-left: 0; flex: 1 1 100%; flex-wrap: nowrap; justify-content: space-between; }
  .portal-out .plain { white-space: nowrap; }
}
`
