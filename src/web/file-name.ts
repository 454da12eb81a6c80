import { unfit } from '../license/problem.ts'
import { isKeepable } from './keepable.ts'

const mostCharacters = 255

/**
 * What a sent file is called, by its `Content-Disposition` (RFC 6266), where no log finds it; `document` where that says nothing.
 *
 * @throws Problem unfit for a name that cannot be kept.
 */
export function fileNameFrom(disposition: string | null): string {
  const encoded = /filename\*\s*=\s*utf-8''([^;\s]+)/i.exec(disposition ?? '')?.[1]
  const quoted = /filename\s*=\s*"((?:[^"\\]|\\.)*)"/i.exec(disposition ?? '')?.[1]
  const bare = /filename\s*=\s*([^;"\s]+)/i.exec(disposition ?? '')?.[1]
  const name = encoded === undefined ? quoted?.replaceAll(/\\(.)/g, '$1') : decoded(encoded)
  return fileNameOf(name ?? bare ?? '')
}

/**
 * What a file is called that a form or a program has sent; `document` where that says nothing.
 *
 * @throws Problem unfit for a name that cannot be kept.
 */
export function fileNameOf(name: string): string {
  // Some senders name the whole path on their own machine.
  const last = name.split(/[/\\]/).at(-1)?.trim() ?? ''
  if (last.length > mostCharacters || !isKeepable(last) || /\p{Cc}/u.test(last))
    throw unfit('', `A file’s name has at most ${mostCharacters} characters, and none for control.`)
  return last === '' ? 'document' : last
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw unfit('', 'Write filename* in UTF-8 with percent signs (RFC 8187).')
  }
}

/** The header that lets a file be saved under its name, and never opened in place. */
export function attachmentCalled(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
