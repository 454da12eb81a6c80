// A product that is nothing but a page: the license is kept in the browser's storage, and the export is made there.
import { RestrictedError, browserStore, openLicense } from 'auszug/client'
import { exportPackage } from 'auszug/export'
import { notes } from '../notes.ts'

const license = await openLicense({
  server: document.documentElement.dataset.licenseServer ?? 'http://localhost:3000',
  product: 'notes',
  store: browserStore(),
  locale: navigator.language,
  sandbox: document.documentElement.dataset.sandbox === '1',
})

const standing = find('#standing', HTMLElement)
const list = find('#notes', HTMLUListElement)

license.on('change', show)
show()

on('#write', (form) => {
  try {
    license.require('notes:write')
    notes.add({ words: form.get('words') })
    show()
  } catch (error) {
    if (!(error instanceof RestrictedError)) throw error
    standing.textContent = error.message
  }
})

on('#key', async (form) => {
  const key = form.get('key')
  if (typeof key !== 'string' || !license.checkKey(key))
    standing.textContent = 'That is no license key.'
  else if (!(await license.setKey(key))) standing.textContent = 'The key could not be checked now.'
})

find('#export', HTMLButtonElement).addEventListener('click', () => void download())

async function download(): Promise<void> {
  const bytes = await new Response(exportPackage(notes.data, { formats: ['csv', 'jsonl'] })).blob()
  const link = document.createElement('a')
  link.href = URL.createObjectURL(bytes)
  link.download = 'notes.zip'
  link.click()
  URL.revokeObjectURL(link.href)
}

function show(): void {
  standing.textContent =
    license.mode === 'full'
      ? 'Everything works.'
      : new RestrictedError(null, license.standing, license.locale).message
  list.replaceChildren(
    ...notes.all().map(({ words }) => {
      const item = document.createElement('li')
      item.textContent = words
      return item
    }),
  )
}

function find<T extends Element>(selector: string, kind: new () => T): T {
  const found = document.querySelector(selector)
  if (found instanceof kind) return found
  throw new Error(`the page has no ${selector}`)
}

function on(selector: string, send: (form: FormData) => unknown): void {
  const form = find(selector, HTMLFormElement)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send(new FormData(form))
  })
}
