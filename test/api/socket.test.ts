import { once } from 'node:events'
import { connect } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import type { House } from './house.ts'

let house: House
let port: number
let listening: ReturnType<typeof createAdaptorServer>
beforeAll(async () => {
  house = await openHouse()
  listening = createAdaptorServer({ fetch: house.app.fetch })
  listening.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  port = address.port
})
afterAll(async () => {
  listening.close()
  await house.close()
})

/** The status with which a real socket answers to these very bytes. */
async function statusOf(line: string, headers: readonly string[] = [], body = ''): Promise<number> {
  const socket = connect(port, '127.0.0.1')
  const all = [
    line,
    'Host: licenses.example.com',
    `Authorization: Bearer ${house.tokens.admin}`,
    'Connection: close',
    ...headers,
  ]
  socket.write(`${all.join('\r\n')}\r\n\r\n${body}`)
  let answer = ''
  socket.setEncoding('utf8').on('data', (text) => (answer += text))
  await once(socket, 'close')
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])
}

const withBody = ['Content-Type: application/json', 'Content-Length: 9']

test.each([
  ['GET /v1/licenses HTTP/1.1', 200],
  ['HEAD /v1/licenses HTTP/1.1', 200],
  ['OPTIONS /v1/licenses HTTP/1.1', 204],
  ['TRACE /v1/licenses HTTP/1.1', 405],
  ['PROPFIND /v1/licenses HTTP/1.1', 405],
  ['DELETE /v1/licenses HTTP/1.1', 405],
])('%s answers %i with a body as without', async (line, status) => {
  expect(await statusOf(line)).toBe(status)
  expect(await statusOf(line, withBody, '{"a":"b"}')).toBe(status)
})

test.each([
  ['GET /v1/licenses?x=%GG HTTP/1.1', 400],
  ['GET /v1/licenses/%zz HTTP/1.1', 404],
  ['GET /v1/licenses/%00 HTTP/1.1', 404],
  ['GET //evil.example/v1/licenses HTTP/1.1', 404],
  ['OPTIONS * HTTP/1.1', 400],
  ['get /v1/licenses HTTP/1.1', 400],
  ['BREW /v1/licenses HTTP/1.1', 400],
])('%s answers %i', async (line, status) => {
  expect(await statusOf(line)).toBe(status)
})

test('a body is read no further than it may be, and one that breaks off is a refusal', async () => {
  const post = 'POST /v1/customers HTTP/1.1'
  const json = 'Content-Type: application/json'
  expect(await statusOf(post, [json, 'Content-Length: 99999999'], '{')).toBe(413)
  const chunk = 'x'.repeat(600_000)
  const chunks = `927c0\r\n${chunk}\r\n927c0\r\n${chunk}\r\n0\r\n\r\n`
  expect(await statusOf(post, [json, 'Transfer-Encoding: chunked'], chunks)).toBe(413)
  const broken = '5\r\n{"nam\r\n0\r\n\r\n'
  expect(await statusOf(post, [json, 'Transfer-Encoding: chunked'], broken)).toBe(400)
  expect(await statusOf(post, [json])).toBe(422)
})

test('whatever came, the server goes on', async () => {
  expect(await statusOf('GET /readyz HTTP/1.1')).toBe(200)
})
