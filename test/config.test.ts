import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clientAddress } from '../src/cli/client-address.ts'
import { configFrom } from '../src/config.ts'

test('without any variable the server listens on this machine alone, with PGlite in ./data', () => {
  expect(configFrom({}, {})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    databaseUrl: null,
    dataDirectory: './data',
    secret: null,
    adminToken: null,
    apiToken: null,
    trustedProxies: [],
    webhookAllow: [],
    sandbox: false,
    sandboxNow: null,
    provider: null,
    mail: null,
    tracesTo: null,
  })
})

test('every variable that the server reads is told of in docs/operating.md, and no other', async () => {
  const docs = await readFile(join(import.meta.dirname, '../docs/operating.md'), 'utf8')
  const told = [...docs.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name)
  const source = await readFile(join(import.meta.dirname, '../src/config.ts'), 'utf8')
  const [, node = ''] = /const environment = ([\s\S]*?)\nconst /.exec(source) ?? []
  const read = [...node.matchAll(/^ {2}([A-Z][A-Z_]+): z/gm)].map(([, name]) => name)
  expect(told).toEqual(read)
  expect(told).toHaveLength(20)
})

test('a variable that is set to nothing counts as left out', () => {
  const names = ['PORT', 'HOST', 'PUBLIC_URL', 'DATABASE_URL', 'AUSZUG_SECRET', 'AUSZUG_SANDBOX']
  expect(configFrom({}, Object.fromEntries(names.map((name) => [name, ''])))).toEqual(
    configFrom({}, {}),
  )
})

test('each variable is taken as it was meant', () => {
  expect(
    configFrom(
      {},
      {
        PORT: '8080',
        HOST: '::',
        PUBLIC_URL: 'https://license.example/',
        DATABASE_URL: 'postgresql://auszug:secret@db/auszug',
        AUSZUG_DATA: '/var/lib/auszug',
        AUSZUG_SECRET: 'sixteen letters!',
        AUSZUG_ADMIN_TOKEN: 'a-token-of-my-own-with-32-letters',
        AUSZUG_TRUSTED_PROXIES: '10.0.0.0/8, ::1',
        AUSZUG_WEBHOOK_ALLOW: 'hooks.internal, 10.0.0.0/8',
        AUSZUG_SANDBOX: 'true',
        AUSZUG_SANDBOX_NOW: '2026-09-28T11:00:00+02:00',
        AUSZUG_OIDC_ISSUER: 'https://login.example/realms/staff',
        AUSZUG_OIDC_CLIENT_ID: 'auszug',
        AUSZUG_OIDC_CLIENT_SECRET: 'a secret',
        AUSZUG_OIDC_NAME: 'Bakery ID',
        AUSZUG_OIDC_SCOPE: 'openid profile email',
        AUSZUG_SMTP_URL: 'smtps://auszug:secret@mail.example:465',
        AUSZUG_MAIL_FROM: 'Krume Software <vertrag@krume.example>',
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/',
      },
    ),
  ).toEqual({
    port: 8080,
    host: '::',
    publicUrl: 'https://license.example',
    databaseUrl: 'postgresql://auszug:secret@db/auszug',
    dataDirectory: '/var/lib/auszug',
    secret: 'sixteen letters!',
    adminToken: 'a-token-of-my-own-with-32-letters',
    apiToken: null,
    trustedProxies: ['10.0.0.0/8', '::1'],
    webhookAllow: ['hooks.internal', '10.0.0.0/8'],
    sandbox: true,
    sandboxNow: Date.parse('2026-09-28T09:00:00Z'),
    provider: {
      issuer: 'https://login.example/realms/staff',
      clientId: 'auszug',
      clientSecret: 'a secret',
      name: 'Bakery ID',
      scope: 'openid profile email',
    },
    mail: {
      url: 'smtps://auszug:secret@mail.example:465',
      from: { name: 'Krume Software', address: 'vertrag@krume.example' },
    },
    tracesTo: 'http://collector:4318',
  })
})

test('a provider is named by its host, and found by the address of its document, too', () => {
  const issuer = 'https://login.example/realms/staff'
  const { provider } = configFrom(
    {},
    {
      AUSZUG_OIDC_ISSUER: `${issuer}/.well-known/openid-configuration`,
      AUSZUG_OIDC_CLIENT_ID: 'auszug',
    },
  )
  expect(provider).toEqual({
    issuer,
    clientId: 'auszug',
    clientSecret: null,
    name: 'login.example',
    scope: 'openid email',
  })
})

test.each(['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080'])(
  'a provider on this machine needs no https: %s',
  (AUSZUG_OIDC_ISSUER) => {
    const variables = { AUSZUG_OIDC_ISSUER, AUSZUG_OIDC_CLIENT_ID: 'auszug' }
    expect(configFrom({}, variables).provider?.issuer).toBe(AUSZUG_OIDC_ISSUER)
  },
)

test('the public address of another port follows the port', () => {
  expect(configFrom({}, { PORT: '8080' }).publicUrl).toBe('http://localhost:8080')
})

test('what the command line says counts before the environment', () => {
  expect(configFrom({ AUSZUG_SANDBOX: '1' }, { AUSZUG_SANDBOX: '0' }).sandbox).toBe(true)
})

test.each([
  [{ PORT: 'http' }, 'PORT is a number from 0 to 65535.'],
  [{ PORT: '65536' }, 'PORT is a number from 0 to 65535.'],
  [{ PUBLIC_URL: 'license.example' }, 'PUBLIC_URL is the http or https address'],
  [{ PUBLIC_URL: 'ftp://license.example' }, 'PUBLIC_URL is the http or https address'],
  [{ DATABASE_URL: 'mysql://db' }, 'DATABASE_URL is a PostgreSQL address'],
  [{ AUSZUG_SECRET: 'short' }, 'AUSZUG_SECRET has at least 16 characters'],
  [{ AUSZUG_ADMIN_TOKEN: 'too short' }, 'AUSZUG_ADMIN_TOKEN has at least 32 characters'],
  [{ AUSZUG_ADMIN_TOKEN: `${'a'.repeat(32)} b` }, 'AUSZUG_ADMIN_TOKEN has at least 32 characters'],
  [{ AUSZUG_TRUSTED_PROXIES: 'proxy.example' }, 'AUSZUG_TRUSTED_PROXIES names addresses'],
  [{ AUSZUG_WEBHOOK_ALLOW: 'http://hooks.internal' }, 'AUSZUG_WEBHOOK_ALLOW names hosts'],
  [{ AUSZUG_TRUSTED_PROXIES: '10.0.0.0/33' }, 'AUSZUG_TRUSTED_PROXIES names addresses'],
  [{ AUSZUG_SANDBOX: 'yes' }, 'AUSZUG_SANDBOX is 0 or 1.'],
  [{ AUSZUG_OIDC_ISSUER: 'http://login.example' }, 'AUSZUG_OIDC_ISSUER is the https address'],
  [{ AUSZUG_OIDC_ISSUER: 'http://localhost.evil.example' }, 'AUSZUG_OIDC_ISSUER is the https'],
  [{ AUSZUG_OIDC_ISSUER: 'https://login.example?x=1' }, 'AUSZUG_OIDC_ISSUER is the https'],
  [{ AUSZUG_OIDC_ISSUER: 'login.example' }, 'AUSZUG_OIDC_ISSUER is the https address'],
  [{ AUSZUG_OIDC_ISSUER: 'https://login.example' }, 'belong together'],
  [{ AUSZUG_OIDC_CLIENT_ID: 'auszug' }, 'belong together'],
  [{ AUSZUG_OIDC_NAME: 'x'.repeat(41) }, 'AUSZUG_OIDC_NAME stands on the button'],
  [{ AUSZUG_OIDC_SCOPE: 'email' }, 'AUSZUG_OIDC_SCOPE names scopes'],
  [{ AUSZUG_SANDBOX_NOW: '2026-09-28' }, 'AUSZUG_SANDBOX_NOW is an RFC 3339 instant'],
] as const)('%j is refused with a sentence that says what can be', (variables, sentence) => {
  expect(() => configFrom({}, variables)).toThrow(sentence)
})

test('a sentence about a secret does not repeat it', () => {
  const variables = { AUSZUG_SECRET: 'hunter2', DATABASE_URL: 'mysql://user:hunter2@db' }
  expect(() => configFrom({}, variables)).not.toThrow('hunter2')
})

test.each([
  ['nobody is trusted by default', [], '203.0.113.9', '198.51.100.7', '203.0.113.9'],
  [
    'a trusted proxy is believed',
    ['203.0.113.0/24'],
    '203.0.113.9',
    '198.51.100.7',
    '198.51.100.7',
  ],
  [
    'what was written before a trusted proxy saw it is not',
    ['203.0.113.9'],
    '203.0.113.9',
    '6.6.6.6, 198.51.100.7',
    '198.51.100.7',
  ],
  [
    'a chain of trusted proxies is followed to its end',
    ['203.0.113.9', '10.0.0.0/8'],
    '::ffff:203.0.113.9',
    '198.51.100.7, 10.1.2.3',
    '198.51.100.7',
  ],
  ['a proxy that says nothing is the caller', ['203.0.113.9'], '203.0.113.9', null, '203.0.113.9'],
] as const)('%s', (_, trusted, socket, forwarded, caller) => {
  expect(clientAddress(trusted)(socket, forwarded)).toBe(caller)
})

test.each([
  [{ AUSZUG_SMTP_URL: 'smtp://localhost' }, 'belong together'],
  [{ AUSZUG_MAIL_FROM: 'vertrag@krume.example' }, 'belong together'],
  [{ AUSZUG_SMTP_URL: 'http://localhost', AUSZUG_MAIL_FROM: 'a@b.example' }, 'AUSZUG_SMTP_URL is'],
  [{ AUSZUG_SMTP_URL: 'smtp://localhost', AUSZUG_MAIL_FROM: 'Krume' }, 'AUSZUG_MAIL_FROM is'],
])('mail needs a server and a sender: %j', (variables, sentence) => {
  expect(() => configFrom({}, variables)).toThrow(sentence)
})
