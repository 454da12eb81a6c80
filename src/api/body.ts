import { Problem, unfit } from '../license/problem.ts'
import type { Route } from './route.ts'

/** The most that a request may carry. */
export const maxBodyBytes = 1_000_000

/**
 * The JSON of a request's body; an empty one counts as `{}`.
 *
 * @throws Problem unsupported-media-type, too-large, malformed, unfit
 */
export async function readJson(
  request: Request,
  { maxBytes = maxBodyBytes, linesAs }: Pick<Route, 'maxBytes' | 'linesAs'>,
): Promise<{ readonly value: unknown; readonly text: string }> {
  const text = await readText(request, maxBytes)
  if (text === '') return { value: {}, text }
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  const value =
    linesAs !== undefined && jsonLines.includes(mediaType)
      ? { [linesAs]: linesIn(text) }
      : jsonIn(text, mediaType)
  checkShape(value)
  return { value, text }
}

/** The usual names of a JSON value a line. */
export const jsonLines: readonly string[] = ['application/jsonl', 'application/x-ndjson']

function jsonIn(text: string, mediaType: string): unknown {
  if (mediaType !== 'application/json' && !/^application\/[a-z0-9.+-]+\+json$/.test(mediaType))
    throw new Problem('unsupported-media-type', { content_type: mediaType })
  return parsed(text, 'The body is no well-formed JSON.')
}

function linesIn(text: string): readonly unknown[] {
  return text
    .split('\n')
    .map((line, n) => [line.trim(), n + 1] as const)
    .filter(([line]) => line !== '')
    .map(([line, n]) => parsed(line, `Line ${n} is no well-formed JSON.`))
}

function parsed(text: string, otherwise: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('malformed', { errors: [{ pointer: '', detail: otherwise }] })
  }
}

/** The deepest that a body may nest. */
const mostLevels = 32

/**
 * What schemas pass over: they follow a body down as deep as it goes, and a record of theirs drops a member `__proto__`.
 *
 * @throws Problem unfit
 */
function checkShape(body: unknown): void {
  let level = [body]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostLevels) throw unfit('', `The body nests deeper than ${mostLevels} levels.`)
    const inner: unknown[] = []
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue
      if (Object.hasOwn(value, '__proto__'))
        throw unfit('/__proto__', 'No member has the name __proto__.')
      for (const each of Object.values(value)) inner.push(each)
    }
    level = inner
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Reads no further than the bound, whatever Content-Length says. */
async function readText(request: Request, maxBytes: number): Promise<string> {
  const length = request.headers.get('content-length')
  if (Number(length ?? 0) > maxBytes) throw tooLarge(maxBytes)
  try {
    // Where a length is said, the door holds the sender to it, and the whole body is read faster than chunk by chunk.
    if (length !== null) return utf8.decode(bounded(await request.arrayBuffer(), maxBytes))
    if (request.body === null) return ''
    const decoder = new TextDecoder('utf-8', { fatal: true })
    let text = ''
    let size = 0
    for await (const chunk of request.body) {
      size += chunk.byteLength
      if (size > maxBytes) throw tooLarge(maxBytes)
      text += decoder.decode(chunk, { stream: true })
    }
    return text + decoder.decode()
  } catch (error) {
    if (error instanceof TypeError)
      throw new Problem('malformed', {
        errors: [{ pointer: '', detail: 'The body is not UTF-8.' }],
      })
    throw error
  }
}

function bounded(body: ArrayBuffer, maxBytes: number): ArrayBuffer {
  if (body.byteLength > maxBytes) throw tooLarge(maxBytes)
  return body
}

/** The words of the problem are about the usual bound; a route that takes more says how much. */
export function tooLarge(maxBytes: number): Problem {
  return maxBytes === maxBodyBytes
    ? new Problem('too-large')
    : new Problem('too-large', {
        detail: `Send at most ${maxBytes / 1_000_000} MB in this request.`,
      })
}
