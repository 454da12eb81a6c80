import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendBySocket } from '../../src/outbox/by-socket.ts'
import type { LookUp } from '../../src/outbox/by-socket.ts'
import { openReceiver } from './receiver.ts'
import type { Receiver } from './receiver.ts'

let receiver: Receiver
beforeAll(async () => {
  receiver = await openReceiver()
})
afterAll(() => receiver.close())

/** Answers with these addresses, one list after the other. */
function lookingUp(...answers: readonly (readonly string[])[]): LookUp {
  const left = [...answers]
  return (_host, _options, found) => {
    const addresses = left.shift() ?? []
    found(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
}

const message = (url: string) => ({ url: new URL(url), headers: {}, body: '{}' })

test('a name that leads to this machine, or in part to it, is not followed there', async () => {
  const url = `https://hooks.example.com:${receiver.port}/`
  for (const addresses of [['127.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::ffff:127.0.0.1']]) {
    const send = sendBySocket([], { lookup: lookingUp(addresses) })
    await expect(send(message(url))).rejects.toMatchObject({ code: 'private-address' })
  }
  expect(receiver.received).toEqual([])
})

test('a name that leads elsewhere at the second asking is asked after once, and followed to where it was seen to lead', async () => {
  const asked: string[] = []
  const send = sendBySocket(['127.0.0.2'], {
    lookup: (host, _, found) => {
      asked.push(host)
      found(null, [{ address: asked.length === 1 ? '127.0.0.2' : '127.0.0.1', family: 4 }])
    },
  })
  const url = `https://hooks.example.com:${receiver.port}/`
  await expect(send(message(url))).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  expect(asked).toEqual(['hooks.example.com'])
  await expect(send(message(url))).rejects.toMatchObject({ code: 'private-address' })
  expect(receiver.received).toEqual([])
})

test('a host that is allowed by its name is reached wherever it is', async () => {
  const send = sendBySocket(['hooks.internal'], { lookup: lookingUp(['127.0.0.1']) })
  const answer = await send(message(`http://hooks.internal:${receiver.port}/path?x=1`))
  expect(answer).toEqual({ status: 204, retryAfter: null, beginning: '' })
  expect(receiver.received[0]?.path).toBe('/path?x=1')
  expect(receiver.received[0]?.headers['host']).toBe(`hooks.internal:${receiver.port}`)
})

test('a certificate that does not belong to the host is no answer, and neither is silence', async () => {
  const send = sendBySocket(['127.0.0.1'])
  const encrypted = send(message(`https://127.0.0.1:${receiver.port}/`))
  await expect(encrypted).rejects.toMatchObject({ name: 'NoAnswer' })
  const closed = send(message('http://127.0.0.1:9/'))
  await expect(closed).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  const nobody = sendBySocket([], {
    lookup: (_host, _options, found) =>
      found(Object.assign(new Error('nobody'), { code: 'ENOTFOUND' }), []),
  })
  await expect(nobody(message('https://nobody.example.com/'))).rejects.toMatchObject({
    code: 'ENOTFOUND',
  })
})
