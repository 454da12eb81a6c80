import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { problemCatalog } from '../../src/api/problem.ts'
import { routes } from '../../src/api/routes.ts'
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

test('docs/roles.md says of every call who may make it', async () => {
  const text = await docs('roles.md')
  const roles = ['viewer', 'phone', 'support', 'billing', 'admin'] as const
  const rows = routes.map(({ method, path, who }) => {
    const may = roles.map((role) => (who === 'public' || who.includes(role) ? 'yes' : ''))
    return [`\`${method} ${path}\``, who === 'public' ? 'yes' : '', ...may]
  })
  const [head, , ...table] = [...text.matchAll(/^\|(.+)\|$/gm)].map(([, row = '']) =>
    row.split('|').map((cell) => cell.trim()),
  )
  expect(head).toEqual(['call', 'anybody', ...roles])
  expect(table).toEqual(rows)
})
