import { pathToFileURL } from 'node:url'

/** Whether a module was started by itself, and not imported. */
export function isMain(url: string): boolean {
  return url === pathToFileURL(process.argv[1] ?? '').href
}
