/** A browser that goes from server to server, keeps the cookies of each, and follows where it is sent. */
export interface Wanderer {
  readonly get: (url: string, options?: Way) => Promise<Arrived>
  readonly send: (url: string, fields: Readonly<Record<string, string>>) => Promise<Arrived>
  /** By origin, then by name. */
  readonly cookies: Map<string, Map<string, string>>
}

export interface Way {
  /** Where it stops before it asks; what it would have asked for is its `url` then. */
  readonly until?: (url: URL) => boolean
  readonly headers?: Readonly<Record<string, string>>
}

export interface Arrived {
  readonly url: URL
  /** 0 where it stopped before it asked. */
  readonly status: number
  readonly html: string
}

export function openWanderer(): Wanderer {
  const cookies = new Map<string, Map<string, string>>()
  const visit = async (url: URL, init: RequestInit): Promise<Response> => {
    const jar = cookies.get(url.origin) ?? new Map<string, string>()
    cookies.set(url.origin, jar)
    const headers = new Headers(init.headers)
    headers.set('cookie', [...jar].map((each) => each.join('=')).join('; '))
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', ...value] = pair.split('=')
      if (value.join('=') === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name)
      else jar.set(name, value.join('='))
    }
    return response
  }
  const follow = async (from: URL, init: RequestInit, { until }: Way): Promise<Arrived> => {
    let url = from
    let response = await visit(url, init)
    for (let hops = 0; hops < 12; hops++) {
      const to = response.headers.get('location')
      if (to === null || response.status < 300 || response.status > 399)
        return { url, status: response.status, html: await response.text() }
      await response.body?.cancel()
      url = new URL(to, url)
      if (until?.(url) === true) return { url, status: 0, html: '' }
      response = await visit(url, {})
    }
    throw new Error(`sent around in circles, last to ${url.href}`)
  }
  return {
    cookies,
    get: (url, way = {}) => follow(new URL(url), { headers: way.headers ?? {} }, way),
    send: (url, fields) =>
      follow(
        new URL(url),
        {
          method: 'POST',
          body: new URLSearchParams(fields),
          headers: { 'sec-fetch-site': 'same-origin' },
        },
        {},
      ),
  }
}
