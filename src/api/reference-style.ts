/** The look of the reference page: calm paper, one ink, one accent, light and dark. */
export const referenceStyle = `
:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #1d2321; --grey: #5d6663; --line: #dcdad2; --accent: #0b5b5b; --tint: #f1efe8; }
@media (prefers-color-scheme: dark) { :root { --paper: #161a19; --ink: #e7e6e0; --grey: #a3aaa6; --line: #333a37; --accent: #6fc3bd; --tint: #1e2422; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 880px; margin: 0 auto; padding: 40px 24px 64px; }
h1 { font-size: 34px; line-height: 1.2; font-weight: 600; margin: 0 0 8px; }
h2 { font-size: 24px; line-height: 1.2; font-weight: 600; margin: 64px 0 16px; text-transform: capitalize; }
h3 { font-size: 15px; margin: 0; font-weight: 600; }
p { max-width: 70ch; margin: 4px 0 12px; }
code, .path { font: 13px/1.5 ui-monospace, monospace; }
a { color: var(--accent); }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; padding: 16px 0; border-block: 1px solid var(--line); margin-top: 24px; }
article { border-top: 1px solid var(--line); padding: 16px 0 8px; }
.path { font-size: 15px; overflow-wrap: anywhere; }
.method { display: inline-block; min-width: 64px; font-weight: 600; color: var(--accent); }
.who { color: var(--grey); font-size: 13px; }
details { margin: 4px 0; }
summary { cursor: pointer; color: var(--grey); font-size: 13px; }
pre { background: var(--tint); border-radius: 6px; padding: 12px; overflow-x: auto; font: 13px/1.5 ui-monospace, monospace; margin: 8px 0; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
td, th { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); font-weight: 400; }
th { color: var(--grey); }
`
