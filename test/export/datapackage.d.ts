declare module 'datapackage' {
  /** A validator of Data Packages by their profile, and a reader of what they describe. */
  export class Package {
    static load(
      descriptor: unknown,
      options: { readonly basePath: string; readonly strict?: boolean },
    ): Promise<Package>
    readonly valid: boolean
    readonly errors: readonly Error[]
    readonly resources: readonly Resource[]
  }

  export interface Resource {
    readonly name: string
    readonly valid: boolean
    /** Reads the rows, each value checked against the schema, and with `relations` against the tables referred to. */
    read(options: {
      readonly keyed: true
      readonly relations?: boolean
    }): Promise<readonly Readonly<Record<string, unknown>>[]>
  }
}
