/** Where a product keeps what it knows of its license. A text per name; whatever throws here is told and survived. */
export interface Store {
  /** The text kept under a name; null if there is none. */
  read(name: string): string | null | Promise<string | null>
  write(name: string, text: string): void | Promise<void>
}

/** Keeps nothing past this run. */
export function memoryStore(): Store {
  const texts = new Map<string, string>()
  return {
    read: (name) => texts.get(name) ?? null,
    write: (name, text) => void texts.set(name, text),
  }
}

/** Keeps it in the browser, per origin. */
export function browserStore(): Store {
  return {
    read: (name) => localStorage.getItem(name),
    write: (name, text) => localStorage.setItem(name, text),
  }
}
