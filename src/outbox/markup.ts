/** A piece of HTML in which every text has been escaped: it comes out of {@link markup} alone. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Piece = string | Markup | readonly Markup[]

/** HTML with texts put in: a text is escaped, HTML goes in as it is. */
export function markup(html: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const text = html.reduce((before, after, n) => before + written(pieces[n - 1] ?? '') + after)
  return new Markup(text)
}

function written(piece: Piece): string {
  if (typeof piece === 'string') return escaped(piece)
  return piece instanceof Markup ? piece.text : piece.map(({ text }) => text).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
