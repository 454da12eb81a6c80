import type { Parts, Row } from './letter.ts'
import { footLines } from './letter-text.ts'
import { Markup, markup } from './markup.ts'

/** By which name a letter's HTML refers to the logo, which goes along with it. */
export const logoAddress = 'cid:logo'

/** A letter as one HTML document: a column, no tables, nothing that is fetched from anywhere. */
export function drawn(letter: Parts): string {
  const { words, subject, greeting, lead, hero, rows, after } = letter
  return sheetOf(
    subject,
    words.tag.slice(0, 2),
    markup`${sender(letter)}
${recipient(letter)}
<h1>${subject}</h1>
${greeting === null ? '' : markup`<p>${greeting}</p>`}
${lead.map(paragraph)}
${hero === null ? '' : heroOf(hero)}
${rows.length === 0 ? '' : markup`<dl>${rows.map(rowOf)}</dl>`}
${after.map(paragraph)}
${closingOf(letter)}
${footOf(footLines(letter))}`,
  )
}

/** A mail that is about no event, in a letter's looks: its paragraphs, under who sends it. */
export function drawnPlain(
  subject: string,
  text: string,
  { legalName, foot }: { readonly legalName: string; readonly foot: readonly string[] },
): string {
  const head = legalName === '' ? markup`` : markup`<p class="sender">${legalName}</p>`
  return sheetOf(
    subject,
    null,
    markup`${head}
${text
  .trim()
  .split(/\n{2,}/)
  .map(paragraph)}
${foot.length === 0 ? '' : footOf(foot)}`,
  )
}

function sheetOf(title: string, language: string | null, body: Markup): string {
  const page = markup`<!doctype html>
${language === null ? markup`<html>` : markup`<html lang="${language}">`}
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<div class="letter">
${body}
</div>
</body>
</html>
`
  return page.text
}

function footOf(lines: readonly string[]): Markup {
  return markup`<div class="foot">${lines.map((line) => markup`<div>${linked(line)}</div>`)}</div>`
}

function sender({ vendor, hasLogo }: Parts): Markup {
  if (hasLogo)
    return markup`<p class="sender"><img src="${logoAddress}" alt="${vendor.legalName}" height="48"></p>`
  return vendor.legalName === '' ? markup`` : markup`<p class="sender">${vendor.legalName}</p>`
}

function closingOf({ closing, vendor }: Parts): Markup {
  if (closing === null) return markup``
  return markup`<p>${closing}${vendor.legalName === '' ? '' : markup`<br>${vendor.legalName}`}</p>`
}

function recipient({ customer, people, words }: Parts): Markup {
  if (customer === null) return markup``
  const attention =
    people.length === 0 ? markup`` : markup`<br>${words.attention(people.join(', '))}`
  return markup`<p class="to">${customer}${attention}</p>`
}

function heroOf({ label, value }: Row): Markup {
  return markup`<p class="hero"><span>${label}</span><br><strong>${value}</strong></p>`
}

function rowOf({ label, value }: Row): Markup {
  return markup`<dt>${label}</dt><dd>${value}</dd>`
}

function paragraph(text: string): Markup {
  const lines = text
    .split('\n')
    .map((line, n) => markup`${n === 0 ? '' : markup`<br>`}${linked(line)}`)
  return markup`<p>${lines}</p>`
}

/** Web addresses can be followed, and those of mail written to; a mark that ends the sentence is none of theirs. */
function linked(text: string): Markup {
  const pieces = text.split(/(https?:\/\/[^\s()<>]*[^\s()<>.,;:!?]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/)
  return markup`${pieces.map((piece, n) => (n % 2 === 1 ? markup`<a href="${addressOf(piece)}">${piece}</a>` : markup`${piece}`))}`
}

function addressOf(piece: string): string {
  return piece.startsWith('http') ? piece : `mailto:${piece}`
}

// A mail program that knows no dark mode shows the light one, and one that drops the style a plain page in the same order.
const style = new Markup(`
:root { color-scheme: light dark; }
body { margin: 0; padding: 24px 16px; background: #fbfaf7; color: #1c2426; font: 400 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
.letter { max-width: 600px; margin: 0 auto; }
p { margin: 0 0 16px; overflow-wrap: anywhere; }
.sender { font-weight: 600; padding-bottom: 16px; border-bottom: 1px solid #d8dbd6; margin-bottom: 24px; }
.to { color: #566164; margin-bottom: 24px; }
h1 { font-size: 24px; line-height: 1.2; font-weight: 600; margin: 0 0 24px; overflow-wrap: anywhere; text-wrap: balance; }
.hero { border-left: 3px solid #1d5b66; padding: 4px 0 4px 16px; margin: 24px 0; color: #1d5b66; }
.hero span { font-size: 14px; }
.hero strong { font-size: 20px; line-height: 1.3; font-weight: 600; }
dl { margin: 0 0 24px; padding: 0; border-top: 1px solid #d8dbd6; font-variant-numeric: tabular-nums; }
dt { color: #566164; font-size: 14px; padding-top: 8px; }
dd { margin: 0; padding-bottom: 8px; border-bottom: 1px solid #d8dbd6; overflow-wrap: anywhere; }
a { color: #1d5b66; overflow-wrap: anywhere; }
.foot { margin-top: 40px; padding-top: 16px; border-top: 1px solid #d8dbd6; color: #566164; font-size: 13px; }
.foot div { overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) {
  body { background: #14191b; color: #e8eae6; }
  .sender, dl, dd, .foot { border-color: #35413f; }
  .to, dt, .foot { color: #a3afb2; }
  .hero { border-color: #74c3cf; color: #74c3cf; }
  a { color: #74c3cf; }
  .sender img { background: #ffffff; padding: 4px; border-radius: 4px; }
}
@media print { body { background: #ffffff; color: #000000; padding: 0; } .letter { max-width: none; } a { color: inherit; text-decoration: none; } }
`)
