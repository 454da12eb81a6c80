import { Problem } from '../license/problem.ts'

const mostBytes = 100_000

/**
 * The fields of a form that was sent, without space around them.
 *
 * @throws Problem too-large, unsupported-media-type, malformed
 */
export async function readForm(request: Request): Promise<Readonly<Record<string, string>>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') throw new Problem('unsupported-media-type')
  // A browser says how long a form is; the door holds it to that.
  if (Number(request.headers.get('content-length') ?? Infinity) > mostBytes)
    throw new Problem('too-large')
  const text = await request.text()
  if (text.length > mostBytes) throw new Problem('too-large')
  const fields = [...new URLSearchParams(text)].map(
    ([name, value]) => [name, value.replaceAll('\r\n', '\n').trim()] as const,
  )
  if (fields.some(([, value]) => value.includes('\0') || !value.isWellFormed()))
    throw new Problem('malformed')
  return Object.fromEntries(fields)
}
