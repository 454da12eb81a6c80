import { Hono } from 'hono'
import { serve } from '@hono/node-server'
import { SignJWT, importJWK } from 'jose'
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { Pool } from 'pg'

// The limit of POST /v1/tokens, `node bench/bare.ts DATABASE_URL CLAIMS`: a bare route with one indexed SELECT, prepared, and one
// signature over as many bytes: `/jose` by jose, `/node` by node:crypto.

const [url = '', claims = '{}'] = process.argv.slice(2)
const pool = new Pool({ connectionString: url, max: 10 })
const payload: Record<string, unknown> = JSON.parse(claims)
const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
const key = await importJWK({ ...jwk, alg: 'Ed25519' })
const native = createPrivateKey({ key: jwk, format: 'jwk' })
const header = { alg: 'Ed25519', typ: 'vnd.auszug.license+jwt', kid: 'bench' }

const app = new Hono()
app.post('/jose', async (c) => {
  await licenseOf(await c.req.json())
  return c.json({ token: await new SignJWT(payload).setProtectedHeader(header).sign(key) })
})
app.post('/node', async (c) => {
  await licenseOf(await c.req.json())
  const input = `${encode(header)}.${encode(payload)}`
  const signature = sign(null, Buffer.from(input), native).toString('base64url')
  return c.json({ token: `${input}.${signature}` })
})
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })

async function licenseOf({ hash }: { readonly hash: string }): Promise<void> {
  const { rows } = await pool.query({
    name: 'bare',
    text: 'select k.license from license_keys k where k.hash = $1',
    values: [hash],
  })
  if (rows.length !== 1) throw new Error('one license has this key')
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

process.once('SIGTERM', () => process.exit())
