// npm run generate: writes src/remote/paths.ts, the types of auszug/api, from the OpenAPI document; with --check it only says
// whether they are those of today.
import { readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'
import { format, resolveConfig } from 'prettier'
import { openApiDocument } from '../../src/api/openapi.ts'
import { routes } from '../../src/api/routes.ts'

const FILE = 'src/remote/paths.ts'
const HEAD = `// Written by \`npm run generate\` from the OpenAPI document of src/api: change the schemas there.\n\n`

/**
 * The document as JSON. What comes as JSON and in other forms too, the client sends and takes as JSON.
 *
 * @param {string} name
 * @param {unknown} value
 */
const jsonAlone = (name, value) =>
  name === 'content' && typeof value === 'object' && value !== null && 'application/json' in value
    ? { 'application/json': value['application/json'] }
    : value

const document = openApiDocument(routes, 'http://localhost:3000')
const types = astToString(
  await openapiTS(JSON.stringify(document, jsonAlone), { alphabetize: true }),
)
const style = await resolveConfig(FILE)
const text = await format(HEAD + types, { ...style, parser: 'typescript' })

if (!process.argv.includes('--check')) await writeFile(FILE, text)
else if ((await readFile(FILE, 'utf8')) !== text) {
  console.error(`${FILE} is not what the schemas say today: run \`npm run generate\`.`)
  process.exit(1)
}
