import { z } from 'zod'
import { problemAnswer } from './answers.ts'
import { examples } from './examples.ts'
import { jsonLines } from './body.ts'
import { answersOf } from './operations.ts'
import { problemCatalog } from './problem.ts'
import type { Route } from './route.ts'
import { trialType } from '../store/delivery.ts'
import { messageSchemas } from './webhook-message.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * The OpenAPI 3.1 document of a list of routes, from the very schemas that check requests.
 *
 * @param server the address that the server is reached at.
 */
export function openApiDocument(routes: readonly Route[], server: string): Json {
  const schemas = new Map<string, Json>()
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, schemas) }
  }
  const webhooks = Object.fromEntries(
    Object.entries(messageSchemas()).map(([type, schema]) => [
      type,
      messageOf(type, schema, schemas),
    ]),
  )
  problemAnswerOnce(schemas)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Auszug',
      version: '1',
      summary: 'Licenses that end the decent way',
      description: 'Refusals are problem documents (RFC 9457); each type is told of at /problems.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: server }],
    paths,
    webhooks,
    components: {
      schemas: Object.fromEntries([...schemas].sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: { staff: { type: 'http', scheme: 'bearer', description: 'An API token' } },
    },
  }
}

function operationOf(route: Route, schemas: Map<string, Json>): Json {
  const { method, path, who, summary, body } = route
  const takesBody = method !== 'GET' && !(body instanceof z.ZodUnknown)
  return {
    operationId: operationId(method, path),
    summary,
    tags: [tagOf(path)],
    ...(who === 'public' ? { security: [] } : { security: [{ staff: [] }], 'x-roles': who }),
    parameters: [...pathParameters(path), ...queryParameters(route, schemas), ...repeatable(route)],
    ...(route.takes === 'bytes' && { requestBody: bytesBody(route) }),
    ...(takesBody && {
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: schemaOf(body, schemas, 'input'), ...exampleOf(route) },
          ...(route.linesAs !== undefined && linesContent),
        },
      },
    }),
    responses: responsesOf(route, schemas),
  }
}

/** A message to a webhook: what its receiver is sent, and what it is to answer. */
function messageOf(type: string, schema: z.ZodType, schemas: Map<string, Json>): Json {
  const header = (name: string, description: string) => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string' },
  })
  return {
    post: {
      operationId: operationId('tell', type.replaceAll('_', '.')),
      summary: type === trialType ? 'Somebody tries the webhook.' : `Tells of ${type}.`,
      tags: ['webhooks'],
      security: [],
      parameters: [
        header('webhook-id', 'The same at every attempt'),
        header('webhook-timestamp', 'Seconds since 1970, of the attempt'),
        header('webhook-signature', 'v1 of Standard Webhooks, one for each secret that holds'),
      ],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(schema, schemas, 'output') } },
      },
      responses: {
        '2XX': { description: 'Taken' },
        '410': { description: 'Gone: the webhook is disabled' },
        default: { description: 'Not taken: the message is sent again' },
      },
    },
  }
}

/** Of a license and a customer that nobody has. */
const shown = examples(
  'lic_01m88ecpzxezbstps0x33a125r',
  'cus_01m88ecpzberc921nk88r3k5bw',
  'AUSZUG-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX',
)

function exampleOf({ method, path }: Route): Json {
  const [, example] = shown[`${method} ${path}`] ?? []
  return example === undefined ? {} : { example }
}

function responsesOf(route: Route, schemas: Map<string, Json>): Json {
  const { who, offers = [] } = route
  const yes = Object.entries(answersOf(route)).map(([status, answer]) => [
    status,
    {
      description: status === '201' ? 'Done, and recorded' : 'Done',
      ...(answer !== null && {
        content: {
          [mediaTypeOf(answer)]: { schema: schemaOf(answer, schemas, 'output') },
          ...Object.fromEntries(
            offers.slice(1).map((type) => [type, { schema: { type: 'string' } }]),
          ),
        },
      }),
    },
  ])
  const problem = {
    description:
      who === 'public'
        ? 'A refusal'
        : 'A refusal: among others 401 without credentials, 403 for the role',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  return { ...Object.fromEntries(yes), default: problem }
}

const linesContent = Object.fromEntries(
  jsonLines.map((type) => [type, { schema: { type: 'string' } }]),
)

function bytesBody({ mediaTypes = ['application/zip'] }: Route): Json {
  const schema = { type: 'string', format: 'binary' }
  return {
    required: true,
    content: Object.fromEntries(mediaTypes.map((each) => [each, { schema }])),
  }
}

function mediaTypeOf(answer: z.ZodType): string {
  const { format, contentMediaType = 'application/zip' } = answer.meta() ?? {}
  if (format === 'binary') return String(contentMediaType)
  return answer instanceof z.ZodString ? 'text/plain' : 'application/json'
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function queryParameters({ query }: Route, schemas: Map<string, Json>): Json[] {
  if (!(query instanceof z.ZodObject)) return []
  return Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: schemaOf(z.object({ [name]: schema }), schemas, 'input', name),
  }))
}

function repeatable({ method, who, takes }: Route): Json[] {
  if (method !== 'POST' || who === 'public' || takes === 'bytes') return []
  const description = 'Repeating the request under the same key answers as the first one did'
  return [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description,
      schema: { type: 'string', maxLength: 255 },
    },
  ]
}

/** A schema as JSON Schema; what has a name of its own goes to the components. */
function schemaOf(
  schema: z.ZodType,
  schemas: Map<string, Json>,
  io: 'input' | 'output',
  member?: string,
): Json {
  const {
    $schema: _,
    $defs = {},
    ...own
  } = z.toJSONSchema(schema, { target: 'draft-2020-12', unrepresentable: 'any', io })
  for (const [name, definition] of Object.entries($defs)) schemas.set(name, moved(definition))
  const whole = moved(own)
  const name = schema.meta()?.id
  if (name !== undefined) {
    // Where a schema's own definition stands among the others, the whole is but a reference to it.
    if (!Object.hasOwn($defs, name)) schemas.set(name, whole)
    return { $ref: `#/components/schemas/${name}` }
  }
  return member === undefined ? whole : memberOf(whole, member)
}

function memberOf(schema: Json, member: string): Json {
  const { properties } = schema
  const found =
    typeof properties === 'object' && properties !== null
      ? new Map(Object.entries(properties)).get(member)
      : undefined
  return typeof found === 'object' && found !== null
    ? Object.fromEntries(Object.entries(found))
    : {}
}

/** References point to the components of the document instead of a schema's own definitions. */
function moved(schema: object): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'))
}

function problemAnswerOnce(schemas: Map<string, Json>): void {
  schemaOf(problemAnswer, schemas, 'output')
  const codes = problemCatalog().map(({ code, status }) => `${status} ${code}`)
  schemas.set('Problem', {
    ...schemas.get('Problem'),
    description: `A refusal (RFC 9457). Codes: ${codes.join(', ')}.`,
  })
}

/** `POST /v1/licenses/:license/terms` is `postLicenseTerms`. */
function operationId(method: string, path: string): string {
  const words = path.split(/[/.:-]+/).filter((word) => word !== '' && word !== 'v1')
  return (
    method.toLowerCase() +
    words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  )
}

function tagOf(path: string): string {
  const [first = '', second = ''] = path.split('/').filter((part) => part !== '')
  return first === 'v1' ? second : 'server'
}
