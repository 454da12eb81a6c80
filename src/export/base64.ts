/** RFC 4648 with padding, without line breaks. */
export function base64(bytes: Uint8Array): string {
  if (typeof Buffer !== 'undefined')
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  let text = ''
  // A multiple of three, so that no part but the last is padded; short enough for an argument list.
  for (let start = 0; start < bytes.length; start += 24_576)
    text += btoa(String.fromCharCode(...bytes.subarray(start, start + 24_576)))
  return text
}
