/** What was handed in is no whole package: cut off, changed since it was made, or something else altogether. */
export class PackageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'PackageError'
  }
}
