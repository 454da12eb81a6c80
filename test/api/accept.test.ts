import { expect, test } from 'vitest'
import { preferred } from '../../src/api/accept.ts'

const offered = ['application/json', 'text/csv', 'application/jsonl'] as const

test.each([
  [null, 'application/json'],
  ['', 'application/json'],
  ['*/*', 'application/json'],
  ['text/csv', 'text/csv'],
  ['TEXT/CSV; charset=utf-8', 'text/csv'],
  ['application/*', 'application/json'],
  ['text/*', 'text/csv'],
  ['application/json;q=0.5, text/csv', 'text/csv'],
  ['text/csv;q=0.5, application/jsonl;q=0.6, */*;q=0.1', 'application/jsonl'],
  ['*/*, application/json;q=0', 'text/csv'],
  ['application/json;q=0', null],
  ['text/csv;q=2', null],
  ['text/html, application/xhtml+xml', null],
  ['text/html, */*;q=0.8', 'application/json'],
  [',;,', null],
] as const)('of three types Accept %j wants %j', (accept, type) => {
  expect(preferred(accept, offered)).toBe(type)
})
