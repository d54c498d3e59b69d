declare module '@adobe/structured-data-validator' {
  export interface Issue {
    issueMessage: string
    severity: 'ERROR' | 'WARNING'
    path: unknown[]
  }
  export default class Validator {
    validate(found: { jsonld: Record<string, object[]> }): Promise<Issue[]>
  }
}

declare module 'jsonfeed-schema/v1.1.js' {
  const schema: object
  export default schema
}
