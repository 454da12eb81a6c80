import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'
import type { CountryCode, PhoneNumber } from 'libphonenumber-js'

/** The country of somebody who has a phone, ISO 3166-1 alpha-2; null where nothing tells. */
export type Country = CountryCode | null

/** Shorter ones are extensions of a house, and nobody's number outside. */
const fewestDigits = 5

/**
 * The digits under which a phone number may be kept, however it was typed or sent: with the country's code first, where it is known,
 * then without it, and as it is dialed there.
 *
 * @param country where it was dialed, for a number that does not say.
 * @returns none for what is no number.
 */
export function digitsOf(phone: string, country: Country): readonly string[] {
  const number = parsed(phone, country)
  const bare = digitsIn(phone)
  const forms =
    number === undefined
      ? [bare]
      : [number.number, number.nationalNumber, number.formatNational(), phone].map(digitsIn)
  return [...new Set(forms)].filter(({ length }) => length >= fewestDigits && length <= 20)
}

/** How sure it is that two spellings are one number. */
export type Match = 'exact' | 'likely'

/**
 * Whether a number that is kept is the one that is asked for.
 *
 * @param country where the asked one was dialed; null takes the guess for it.
 * @param guess the customer's country, for a number that does not say.
 * @returns null where both name their countries and are different.
 */
export function matchOf(
  asked: string,
  kept: string,
  country: Country,
  guess: Country,
): Match | null {
  const [one, other] = [parsed(asked, country ?? guess), parsed(kept, guess)]
  if (one !== undefined && other !== undefined && one.number === other.number) return 'exact'
  if (isInternational(asked) && isInternational(kept)) return null
  const forms = new Set(digitsOf(asked, country ?? guess))
  return digitsOf(kept, guess).some((form) => forms.has(form)) ? 'likely' : null
}

/**
 * A number as it is kept, so that it is found however it is typed or sent: with its country. What is no number of the country stays
 * as it was typed.
 */
export function withCountry(phone: string, country: Country): string {
  const number = parsed(phone, country)
  return number?.isValid() === true && number.ext === undefined
    ? number.formatInternational()
    : phone
}

/** A number as people of a country write it: their own without the country, others with it. */
export function asDialed(phone: string, country: Country): string {
  const number = parsed(phone, country)
  return number?.isValid() === true && number.ext === undefined && number.country === country
    ? number.formatNational()
    : phone
}

/** Where a customer is likely to be: by the region of the language tag, by a number that says so, by where the language is at home. */
export function countryOf({
  language,
  phones,
}: {
  readonly language: string
  readonly phones: readonly string[]
}): Country {
  const locale = localeOf(language)
  const abroad = phones.find(isInternational)
  const said = abroad === undefined ? undefined : parsed(abroad, null)?.country
  return supported(locale?.region) ?? said ?? supported(locale?.maximize().region)
}

/** @returns null for what is no country, or has no numbers of its own. */
export function supported(region: string | undefined): Country {
  return region !== undefined && isSupportedCountry(region) ? region : null
}

function localeOf(language: string): Intl.Locale | null {
  try {
    return new Intl.Locale(language)
  } catch {
    return null
  }
}

function parsed(phone: string, country: Country): PhoneNumber | undefined {
  // The two zeros are dialed in most countries, and telephone systems write them for the plus sign in all.
  const text = phone.trim().replace(/^00/, '+')
  return parsePhoneNumberFromString(text, country === null ? {} : { defaultCountry: country })
}

function isInternational(phone: string): boolean {
  return /^[^0-9+]*(\+|00)/.test(phone)
}

/** As the database keeps them: without what is dialed before the number, or after it. */
function digitsIn(phone: string): string {
  return phone
    .replace(/(;|#|x|ext).*$/i, '')
    .replaceAll(/\(0\)|[^0-9]/g, '')
    .replace(/^0+/, '')
}

/** A number as people read it, with its country where that is known; as it came where it is none. */
export function spokenNumber(phone: string, country: Country): string {
  return parsed(phone, country)?.formatInternational() ?? phone
}
