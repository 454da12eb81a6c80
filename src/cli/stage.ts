import { inZone, instantOf } from '../license/calendar.ts'
import type { Mode } from '../license/decide.ts'
import { markOf } from './terminal.ts'
import type { Terminal } from './terminal.ts'

/** The server in this process. */
export type Send = (path: string, init?: RequestInit) => Response | Promise<Response>

/** An answer of the server: its status, and its members by a path of dots. */
export interface Reply {
  readonly status: number
  /** The text of a member, e.g. `term.ends_on`; empty if it is not there. */
  readonly text: (path: string) => string
  readonly body: unknown
}

/** An event of the history as it is told. */
export interface Told {
  readonly at: string
  readonly type: string
  readonly day: string
  readonly sentence: string
  readonly hash: string
}

const margin = 22

/** Where a story is told: the date at the margin, who does what, what the server answered. For machines, a line of JSON a step. */
export class Stage {
  readonly timeZone = 'Europe/Berlin'
  readonly #terminal: Terminal
  readonly #send: Send
  readonly #token: string
  readonly #json: boolean
  #shownDate = ''
  #now = ''

  constructor(terminal: Terminal, send: Send, { token, json }: { token: string; json: boolean }) {
    this.#terminal = terminal
    this.#send = send
    this.#token = token
    this.#json = json
  }

  /** A call of staff. */
  async call(method: string, path: string, body?: object): Promise<Reply> {
    const headers = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' }
    const response = await this.#send(path, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const answer: unknown = text === '' ? null : JSON.parse(text)
    return { status: response.status, body: answer, text: (member) => memberOf(answer, member) }
  }

  /** The clock is moved; what is due on the way comes true. */
  async moveTo(now: string): Promise<Reply> {
    this.#now = now
    return this.call('PUT', '/v1/sandbox/clock', { now })
  }

  /** What is said before a story, and after it. */
  says(...lines: readonly string[]): void {
    if (this.#json) return
    for (const line of lines) this.#terminal.write(this.#terminal.paint('dim', line))
  }

  chapter(title: string): void {
    this.#shownDate = ''
    if (this.#json) this.#write({ chapter: title })
    else this.#terminal.write(`\n${this.#terminal.paint('bold', title)}\n`)
  }

  /** Who does what. The date stands at the margin where it has changed. */
  tells(who: string, does: string): void {
    if (this.#json) return this.#write({ at: this.#now, who, does })
    const date = shortDate(this.#now, this.timeZone)
    const shown = date === this.#shownDate ? '' : date
    this.#shownDate = date
    this.#line(this.#terminal.paint('dim', shown.padEnd(margin)), who, does)
  }

  /** What came back. */
  answers(answer: string): void {
    if (this.#json) return this.#write({ answer })
    this.#line(' '.repeat(margin), '', `${this.#terminal.paint('cyan', '→')} ${answer}`)
  }

  /** What the software may do. */
  shows(mode: Mode, what: string): void {
    if (this.#json) return this.#write({ mode, answer: what })
    this.answers(`${markOf(this.#terminal, mode)} ${mode} ${what}`)
  }

  /** An event of the history. */
  row(told: Told): void {
    if (this.#json) return this.#write({ ...told })
    const { day, sentence, hash } = told
    const { paint } = this.#terminal
    this.#terminal.write(
      `${paint('dim', day.padEnd(24))}${sentence.padEnd(67)}${paint('dim', hash.slice(0, 8))}`,
    )
  }

  #line(left: string, who: string, what: string): void {
    this.#terminal.write(`${left}${this.#terminal.paint('bold', who.padEnd(11))}${what}`.trimEnd())
  }

  #write(step: object): void {
    this.#terminal.write(JSON.stringify(step))
  }
}

/** `28 Sep 2026 11:02`, with seconds where there are some. */
function shortDate(now: string, timeZone: string): string {
  const at = instantOf(now)
  if (at === null) return ''
  const local = inZone(at, timeZone)
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})/.exec(local) ?? []
  const name = months[Number(month) - 1] ?? ''
  const time = local.slice(11, 19).replace(/:00$/, '')
  return `${day.replace(/^0/, ' ')} ${name} ${year} ${time}`
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

function memberOf(value: unknown, path: string): string {
  let at: unknown = value
  for (const step of path.split('.'))
    at =
      typeof at === 'object' && at !== null
        ? Object.entries(at).find(([name]) => name === step)?.[1]
        : undefined
  return typeof at === 'string' ? at : JSON.stringify(at ?? '')
}
