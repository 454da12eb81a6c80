import type { ExportData } from './define.ts'
import type { PackageRecord } from './package-record.ts'

/** BagIt 1.0 (RFC 8493): what proves in ten years that nothing was lost on the way. */
export const bagDeclaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** @param createdAt an ISO 8601 instant; without one there is no date, and the same data give the same bytes. */
export function bagInfo(
  data: ExportData,
  { payload, failures }: PackageRecord,
  createdAt?: string,
): string {
  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0)
  return lines([
    ['Source-Organization', data.product],
    ['External-Description', `Export of ${data.product}`],
    ['Bagging-Date', createdAt?.slice(0, 10) ?? ''],
    ['Payload-Oxum', `${bytes}.${payload.length}`],
    ['Bag-Software-Agent', 'Auszug export kit'],
    ['Auszug-Complete', failures.length === 0 ? 'yes' : 'no'],
    ...failures.map((f): [string, string] => [
      'Auszug-Failed',
      `${f.table} (${f.format}): ${f.reason}`,
    ]),
  ])
}

/** A manifest's lines: digest, two spaces, path, with what would break a line encoded. */
export function manifest(files: readonly { path: string; sha512: string }[]): string {
  return files.map(({ path, sha512 }) => `${sha512}  ${encoded(path)}\n`).join('')
}

function lines(labels: readonly (readonly [string, string])[]): string {
  return labels
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ')}\n`)
    .join('')
}

function encoded(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
