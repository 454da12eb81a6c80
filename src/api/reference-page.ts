import { html, raw } from 'hono/html'
import { z } from 'zod'
import { referenceStyle } from './reference-style.ts'

const parameter = z.object({ name: z.string(), in: z.string(), required: z.boolean() })
const content = z.record(z.string(), z.object({ schema: z.unknown() }))

/** What the page reads of an OpenAPI document. */
const document = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        summary: z.string(),
        tags: z.array(z.string()),
        'x-roles': z.array(z.string()).optional(),
        parameters: z.array(parameter),
        requestBody: z.object({ content }).optional(),
        responses: z.record(z.string(), z.object({ content: content.optional() })),
      }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
})

type Operation = z.infer<typeof document>['paths'][string][string] & {
  readonly method: string
  readonly path: string
}

/** The reference as one page, without script: it is read, searched by the browser, and printed. */
export async function referencePage(openApi: unknown, server: string): Promise<string> {
  const { paths, components } = document.parse(openApi)
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      ...operation,
    })),
  )
  const sections = Map.groupBy(operations, ({ tags: [tag = 'server'] }) => tag)
  const page = await html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>Reference · Auszug</title>
      <style>
        ${raw(referenceStyle)}
      </style>
      <main>
        <h1>Auszug</h1>
        <p>
          The HTTP API at <code>${server}</code>. The same for machines:
          <a href="/openapi.json">openapi.json</a>. Refusals are problem documents:
          <a href="/problems">every problem, and what to do</a>.
        </p>
        <nav>
          ${[...sections.keys()].map((tag) => html`<a href="#${tag}">${tag}</a>`)}
          <a href="#shapes">shapes</a>
        </nav>
        ${[...sections].map(
          ([tag, each]) =>
            html`<h2 id="${tag}">${tag.replaceAll('-', ' ')}</h2>
              ${each.map(article)}`,
        )}
        <h2 id="shapes">shapes</h2>
        ${Object.entries(components.schemas).map(
          ([name, schema]) =>
            html`<article id="${name}">
              <h3>${name}</h3>
              ${shape('What it holds', schema)}
            </article>`,
        )}
      </main>
    </html>`
  return page.toString()
}

function article(operation: Operation) {
  const { method, path, operationId, summary, parameters, requestBody, responses } = operation
  return html`<article id="${operationId}">
    <h3 class="path"><span class="method">${method}</span>${path}</h3>
    <p>${summary} <span class="who">${whoMay(operation)}</span></p>
    ${parameters.length > 0 ? html`<p class="who">${parameters.map((each) => html`<code>${each.name}</code> (${each.in}) `)}</p>` : ''}
    ${requestBody === undefined ? '' : shape('Takes', Object.values(requestBody.content)[0]?.schema)}
    ${Object.entries(responses).map(([status, answer]) =>
      status === 'default' || answer.content === undefined
        ? ''
        : shape(`Answers ${status}`, Object.values(answer.content)[0]?.schema),
    )}
  </article>`
}

function whoMay(operation: Operation): string {
  const roles = operation['x-roles']
  return roles === undefined ? 'Anybody.' : `For ${roles.join(', ')}.`
}

/** What has a name stands once, among the shapes. */
function shape(label: string, schema: unknown) {
  const name = /^{"\$ref":"#\/components\/schemas\/(\w+)"}$/.exec(JSON.stringify(schema))?.[1]
  if (name !== undefined) return html`<p class="who">${label} <a href="#${name}">${name}</a></p>`
  return html`<details>
    <summary>${label}</summary>
    <pre>${JSON.stringify(schema, null, 2)}</pre>
  </details>`
}
