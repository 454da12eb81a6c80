import { readFile } from 'node:fs/promises'
import type { Download, Page } from 'playwright-core'

/** What the bakery's people do, by what they see. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Name').fill('backstube')
  await page.getByLabel('Kennwort').fill('guten-morgen')
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

export async function writeOrder(page: Page): Promise<void> {
  await page.goto('/orders/new')
  await fillOrder(page)
  await sendOrder(page)
}

export async function fillOrder(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Kunde' }).selectOption('Café Lindenhof')
  await page.getByLabel('Notiz').fill('Geburtstag, „ganz früh“; bitte')
  await page.getByLabel('Schrippe').fill('40')
  await page.getByLabel('Bienenstich').fill('2')
}

export async function sendOrder(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bestellung schreiben' }).click()
  await page.waitForLoadState()
}

/** Exports everything in these formats, and answers the package when its progress has come to the end. */
export async function exportBy(page: Page, formats: readonly string[]): Promise<Uint8Array> {
  await page.goto('/export')
  for (const box of await page.getByRole('checkbox').all())
    await box.setChecked(formats.includes((await box.getAttribute('value')) ?? ''))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Paket herunterladen' }).click(),
  ])
  const bytes = await bytesOf(download)
  await page.getByText('Das Paket ist vollständig').waitFor()
  return bytes
}

export async function backUp(page: Page): Promise<Uint8Array> {
  await page.goto('/export')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Sicherung herunterladen' }).click(),
  ])
  return bytesOf(download)
}

export async function bytesOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(await readFile(await download.path()))
}
