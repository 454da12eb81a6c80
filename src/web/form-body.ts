import { Problem } from '../license/problem.ts'
import { isKeepable } from './keepable.ts'

const usualBytes = 100_000

/** What a form has sent. */
export interface SentForm {
  /** Its fields, without space around them. */
  readonly form: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, File>>
}

/**
 * A form that was sent.
 *
 * @param maxBytes the most that it may have where files may be among its fields; left out, it has none.
 * @throws Problem too-large, unsupported-media-type, malformed
 */
export async function readForm(request: Request, maxBytes?: number): Promise<SentForm> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  const isMultipart = type === 'multipart/form-data' && maxBytes !== undefined
  if (!isMultipart && type !== 'application/x-www-form-urlencoded')
    throw new Problem('unsupported-media-type')
  // A browser says how long a form is; the door holds it to that.
  const most = isMultipart ? maxBytes : usualBytes
  if (Number(request.headers.get('content-length') ?? Infinity) > most)
    throw new Problem('too-large')
  return isMultipart ? multipart(request) : { form: await urlencoded(request), files: {} }
}

async function urlencoded(request: Request): Promise<SentForm['form']> {
  const text = await request.text()
  if (text.length > usualBytes) throw new Problem('too-large')
  return fieldsFrom([...new URLSearchParams(text)])
}

async function multipart(request: Request): Promise<SentForm> {
  const entries = [...(await parsed(request))]
  const texts: [string, string][] = []
  const files: [string, File][] = []
  for (const [name, value] of entries)
    if (typeof value === 'string') texts.push([name, value])
    else files.push([name, value])
  return { form: fieldsFrom(texts), files: Object.fromEntries(files) }
}

async function parsed(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw new Problem('malformed')
  }
}

function fieldsFrom(given: readonly (readonly [string, string])[]): SentForm['form'] {
  const fields = given.map(
    ([name, value]) => [name, value.replaceAll('\r\n', '\n').trim()] as const,
  )
  if (fields.some(([, value]) => !isKeepable(value))) throw new Problem('malformed')
  return Object.fromEntries(fields)
}
