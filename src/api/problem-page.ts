import { html } from 'hono/html'
import { problemCatalog } from './problem.ts'

/** The catalog of problems as a page: every `type` of a problem document names a heading here. */
export async function problemPage(): Promise<string> {
  const sections = problemCatalog().map(
    ({ code, status, title, detail }) =>
      html`<h2 id="${code}">${code}</h2>
        <p>${status} · ${title}. ${detail}</p>`,
  )
  const page = await html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>Problems · Auszug</title>
      <h1>Problems</h1>
      <p>
        Every refusal names one of these in its <code>type</code>; its <code>detail</code> says what
        to do.
      </p>
      ${sections}
    </html>`
  return page.toString()
}
