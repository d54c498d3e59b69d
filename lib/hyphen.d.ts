declare module 'hyphen/sv/index.js' {
  const hyphenator: { hyphenateSync(text: string, options?: { hyphenChar?: string }): string }
  export default hyphenator
}

declare module 'hyphen/en-gb/index.js' {
  export { default } from 'hyphen/sv/index.js'
}
