import type { Parts } from './letter.ts'

/** A letter as plain text, in lines of at most 76 characters where words allow it. */
export function asText(letter: Parts): string {
  const { words, customer, people, greeting, lead, hero, rows, after, closing, vendor } = letter
  const facts = [...(hero === null ? [] : [hero]), ...rows]
  const paragraphs = [
    ...(customer === null
      ? []
      : [
          [customer, ...(people.length === 0 ? [] : [words.attention(people.join(', '))])].join(
            '\n',
          ),
        ]),
    ...(greeting === null ? [] : [greeting]),
    ...lead,
    ...(facts.length === 0
      ? []
      : [facts.map(({ label, value }) => `  ${label}:\n    ${value}`).join('\n')]),
    ...after,
    ...(closing === null ? [] : [`${closing}\n${vendor.legalName}`.trim()]),
    ['--', ...footLines(letter)].join('\n'),
  ]
  return `${paragraphs.map(wrapped).join('\n\n')}\n`
}

/** Who writes, and how they are reached: a line each. */
export function footLines({
  vendor,
  words,
  reference,
}: Pick<Parts, 'vendor' | 'words' | 'reference'>): string[] {
  const { foot } = words
  const labelled = (label: string, value: string): string[] =>
    value === '' ? [] : [`${label}: ${value}`]
  return [
    ...senderLines(vendor),
    ...labelled(foot.register, vendor.registerNumber),
    ...labelled(foot.vat, vendor.vatId),
    ...labelled(foot.phone, vendor.supportPhone),
    ...labelled(foot.email, vendor.supportEmail),
    ...labelled(foot.terms, vendor.termsUrl),
    ...labelled(foot.privacy, vendor.privacyUrl),
    ...labelled(foot.exportHelp, vendor.exportHelpUrl),
    ...labelled(foot.reference, reference),
  ]
}

/** The sender's name and address. */
export function senderLines({
  legalName,
  address,
}: Pick<Parts['vendor'], 'legalName' | 'address'>): string[] {
  return [legalName, ...address.split('\n')]
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

const widest = 76

function wrapped(paragraph: string): string {
  return paragraph.split('\n').map(wrappedLine).join('\n')
}

function wrappedLine(line: string): string {
  const [indent = ''] = /^ */.exec(line) ?? []
  const lines: string[] = []
  let current = indent
  for (const word of line.trim().split(' ')) {
    const isFirst = current === indent
    if (!isFirst && current.length + 1 + word.length > widest) {
      lines.push(current)
      current = indent + word
    } else current += isFirst ? word : ` ${word}`
  }
  return [...lines, current].join('\n').replaceAll('\u00a0', ' ')
}
