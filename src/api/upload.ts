import { Problem } from '../license/problem.ts'
import { tooLarge } from './body.ts'
import type { Ask } from './route.ts'

/**
 * A body of bytes, read no further than the bound, whatever Content-Length says.
 *
 * @throws Problem unsupported-media-type, too-large
 */
export async function readUpload(
  { sent, headers }: Pick<Ask, 'sent' | 'headers'>,
  mediaTypes: readonly string[],
  maxBytes: number,
): Promise<Blob> {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!mediaTypes.includes(type))
    throw new Problem('unsupported-media-type', {
      title: 'Not what is wanted here',
      detail: `Send the body as ${mediaTypes.join(', ')}.`,
      content_type: type,
    })
  if (Number(headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes)
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const chunk of sent ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge(maxBytes)
    chunks.push(new Uint8Array(chunk))
  }
  return new Blob(chunks, { type })
}
