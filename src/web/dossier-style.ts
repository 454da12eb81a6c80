/** The dossier: a file that is read on paper first, and the page that tells whether one holds. */
export const dossierStyle = `
.wide-middle { grid-template-columns: minmax(0, 860px); place-content: start center; }
.wide-middle main { display: grid; gap: var(--s5); }
.verdict { display: flex; align-items: baseline; gap: var(--s3); }
.verdict svg { width: 18px; height: 18px; flex: none; }
.verdict.holds { color: var(--full); } .verdict.doubtful { color: var(--ends); } .verdict.broken { color: var(--red); }
.findings { display: grid; gap: var(--s2); }
.hash { color: var(--grey); overflow-wrap: anywhere; }

.keeps + .keeps { padding-top: var(--s3); }
.keeps .hint { max-width: 70ch; }
.keeps .wrong { font-size: var(--t1); color: var(--red); }
.length { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s3); align-items: center; }
.length input { width: 80px; } .length select { width: auto; }

.dossier { counter-reset: part; display: grid; gap: var(--s6); background: var(--sheet); border: 1px solid var(--line); border-radius: var(--radius); padding: var(--s6); max-width: 860px; }
.sheet > .dossier { border: 0; padding: 0; }
.dossier > header { display: grid; gap: var(--s1); border-top: 3px solid var(--accent); padding-top: var(--s4); }
.dossier .kind { font-size: var(--t1); font-weight: 600; color: var(--accent); text-transform: uppercase; letter-spacing: 0.08em; }
.dossier .title { font-size: var(--t5); line-height: 1.2; font-weight: 600; letter-spacing: -0.01em; }
.dossier .line { font-size: var(--t3); }
.dossier > header .facts { margin-top: var(--s4); }
.dossier > section { display: grid; gap: var(--s4); grid-template-columns: minmax(0, 1fr); }
.dossier > section > h2 { border-bottom: 1px solid var(--line); padding-bottom: var(--s2); }
.dossier > section > h2::before { counter-increment: part; content: counter(part) ". "; color: var(--grey); font-variant-numeric: tabular-nums; }
.dossier .entry { display: grid; gap: var(--s2); }
.dossier .entry + .entry { border-top: 1px solid var(--line); padding-top: var(--s4); }
.dossier blockquote { margin: 0; padding-left: var(--s4); border-left: 3px solid var(--line); white-space: pre-line; max-width: 70ch; overflow-wrap: anywhere; }
.dossier .rows td > a:first-child { font-weight: 400; }
.dossier .anchor { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--s4); align-items: start; }
.chain td:nth-child(2) { width: 190px; }
@media screen and (max-width: 720px) { .dossier { padding: var(--s4); } .dossier .title { font-size: var(--t4); } .dossier .anchor { grid-template-columns: minmax(0, 1fr); } .chain td:nth-child(2) { width: auto; } }
@media print {
  @page { size: A4; margin: 20mm 18mm 22mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; color: #444; } }
  .dossier { border: 0; padding: 0; max-width: none; font-size: 10pt; --t1: 8.5pt; --t2: 10pt; --t3: 12pt; --t4: 16pt; --t5: 24pt; }
  .dossier, .dossier > section, .dossier .entry { display: block; }
  .dossier > * + * { margin-top: 9mm; } .dossier > section > * + *, .dossier .entry > * + * { margin-top: 3mm; }
  .dossier .entry > p { break-after: avoid; }
  .dossier .entry:not(:has(blockquote)), .dossier > section:has(.anchor) { break-inside: avoid; }
  .dossier blockquote { orphans: 4; widows: 4; }
  .dossier .rows thead { display: table-header-group; }
  .dossier .rows td { padding-block: 1.5mm; }
  .dossier dl.facts { grid-template-columns: 42mm minmax(0, 1fr); gap: 1mm 6mm; }
  .picture { print-color-adjust: exact; }
}
`
