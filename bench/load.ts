import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { text } from 'node:stream/consumers'
import { nodeOn } from './pin.ts'

/** What a load is to be. */
export interface Load {
  readonly port: number
  readonly path: string
  /** Posted in turn. */
  readonly bodies: readonly string[]
  readonly connections: number
  readonly seconds: number
}

/** What came of it. */
export interface Served {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

/** Posts as fast as the server answers, from a process on the core that the server does not have. */
export async function loadFrom(core: string, load: Load): Promise<Served> {
  const child = nodeOn(core, [fileURLToPath(import.meta.url)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  if (child.stdin === null || child.stdout === null) throw new TypeError('the load has pipes')
  child.stdin.end(JSON.stringify(load))
  return JSON.parse(await text(child.stdout))
}

if (import.meta.main) {
  const load: Load = JSON.parse(await text(process.stdin))
  process.stdout.write(JSON.stringify(await run(load)))
}

async function run(load: Load): Promise<Served> {
  const started = performance.now()
  const until = started + load.seconds * 1000
  const requests = load.bodies.map((body) => requestOf(load, body))
  const lanes = Array.from({ length: load.connections }, (_, lane) => {
    const shift = Math.floor((lane * requests.length) / load.connections)
    return ask(load.port, [...requests.slice(shift), ...requests.slice(0, shift)], until)
  })
  const took = (await Promise.all(lanes)).flat().toSorted((a, b) => a - b)
  const seconds = (performance.now() - started) / 1000
  const at = (part: number): number => took[Math.floor(took.length * part)] ?? NaN
  return { perSecond: took.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99) }
}

function requestOf({ path, port }: Load, body: string): Buffer {
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}

/** One connection that is kept alive: a request, its answer, the next. Answers how many milliseconds each took. */
function ask(port: number, requests: readonly Buffer[], until: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const took: number[] = []
    const socket = connect(port, '127.0.0.1').setNoDelay().setEncoding('latin1')
    let answer = ''
    let sentAt = 0
    const send = (): void => {
      const request = requests[took.length % requests.length]
      if (request === undefined) throw new TypeError('there is a request')
      sentAt = performance.now()
      socket.write(request)
    }
    socket.on('connect', send).on('error', reject)
    socket.on('data', (chunk: string) => {
      answer += chunk
      if (!isWhole(answer)) return
      if (!answer.startsWith('HTTP/1.1 200')) return reject(new Error(answer))
      answer = ''
      const now = performance.now()
      took.push(now - sentAt)
      if (now < until) return send()
      socket.end()
      resolve(took)
    })
  })
}

function isWhole(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n')
  if (end < 0) return false
  const length = /content-length: (\d+)/i.exec(answer)?.[1]
  if (length !== undefined) return answer.length >= end + 4 + Number(length)
  return answer.endsWith('0\r\n\r\n')
}
