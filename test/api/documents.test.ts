import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { problemCatalog } from '../../src/api/problem.ts'
import { pages } from '../../src/console/pages.ts'
import type { Role } from '../../src/license/actor.ts'
import { routes } from '../../src/api/routes.ts'
import { accessEventTypes } from '../../src/store/access-event.ts'
import { eventTypes } from '../../src/license/event.ts'

const docs = (name: string): Promise<string> =>
  readFile(join(import.meta.dirname, '../../docs', name), 'utf8')
const headingsOf = (text: string): string[] =>
  [...text.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading)

test('docs/problems.md has every problem that an answer can name, in the words of the answer', async () => {
  const text = await docs('problems.md')
  const catalog = problemCatalog()
  expect(headingsOf(text)).toEqual(catalog.map(({ code }) => code))
  for (const { code, status, title, detail } of catalog)
    expect(text).toContain(`## ${code}\n\n${status} · ${title}. ${detail}\n`)
})

test('docs/events.md has every type of event', async () => {
  expect(headingsOf(await docs('events.md'))).toEqual(Object.keys(eventTypes))
})

test('docs/access-history.md has every type of event', async () => {
  const types = rowsIn(await docs('access-history.md')).map(([type]) => type)
  expect(types).toEqual(Object.keys(accessEventTypes).map((type) => `\`${type}\``))
})

/** The rows of the tables of a text, without their heads. */
const rowsIn = (text: string): string[][] =>
  [...text.matchAll(/^\|(.+)\|$/gm)]
    .map(([, row = '']) => row.split('|').map((cell) => cell.trim()))
    .filter(([first = '']) => first.startsWith('`'))

const roles = ['viewer', 'phone', 'support', 'billing', 'admin'] as const

test('docs/roles.md says of every call who may make it', async () => {
  const [calls = ''] = (await docs('roles.md')).split('## Pages')
  const rows = routes.map(({ method, path, who }) => {
    const may = roles.map((role) => (who === 'public' || who.includes(role) ? 'yes' : ''))
    return [`\`${method} ${path}\``, who === 'public' ? 'yes' : '', ...may]
  })
  expect(calls).toMatch(/^\| call +\| anybody +\| viewer +\| phone +\| support +\|/m)
  expect(rowsIn(calls)).toEqual(rows)
})

test('docs/roles.md says of every page of the console who may look at it, and who may send its form', async () => {
  const [, text = ''] = (await docs('roles.md')).split('## Pages')
  const ofStaff = pages.filter(({ who }) => who !== 'public')
  const rows = [...new Set(ofStaff.map(({ path }) => path))].map((path) => {
    const may = (method: string, role: Role): boolean =>
      ofStaff.some(
        (each) => each.path === path && each.method === method && each.who.includes(role),
      )
    const cells = roles.map((role) =>
      [may('GET', role) ? 'looks' : '', may('POST', role) ? 'sends' : '']
        .filter((word) => word !== '')
        .join(', '),
    )
    return [`\`${path}\``, ...cells]
  })
  const wanted = rows.map((row) => `| ${row.join(' | ')} |`).join('\n')
  expect(rowsIn(text), `the table should be\n${wanted}\n`).toEqual(rows)
})
