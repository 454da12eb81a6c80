import { readFileSync } from 'node:fs'

/** A block of code in a document, and the heading that it stands under. */
export interface Block {
  readonly language: string
  readonly heading: string
  readonly code: string
}

/** The fenced blocks of a Markdown document, in order; those in a list without its indentation. */
export function blocksOf(document: string): Block[] {
  const lines = readFileSync(new URL(`../../${document}`, import.meta.url), 'utf8').split('\n')
  const blocks: Block[] = []
  let heading = ''
  let open: { language: string; indent: number; lines: string[] } | null = null
  for (const line of lines) {
    const fence = /^( *)```(\w*)$/.exec(line)
    if (open === null && fence !== null)
      open = { language: fence[2] ?? '', indent: (fence[1] ?? '').length, lines: [] }
    else if (open !== null && fence !== null) {
      blocks.push({ language: open.language, heading, code: open.lines.join('\n') })
      open = null
    } else if (open !== null) open.lines.push(line.slice(open.indent))
    else heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading
  }
  return blocks
}
