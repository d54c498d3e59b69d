import { localeRewrites } from './lib/urls.ts'

/** @type {import('next').NextConfig} */
const config = {
  // server.ts compresses, once per page and edition.
  compress: false,
  poweredByHeader: false,
  // Metadata must stand in <head> for readers without script, not be streamed in by one.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  // `npm test` runs TypeScript itself.
  typescript: { ignoreBuildErrors: true },
  experimental: { authInterrupts: true },
  rewrites: async () => ({ beforeFiles: localeRewrites(), afterFiles: [], fallback: [] }),
}

export default config
