import { createHash } from 'node:crypto'
import { buildVersion } from './server/next-build.ts'

const root = import.meta.dirname

// By this key the build names the actions of forms. The names are the same on every node and in the next version, so that a
// page from one is answered by another. What forms carry is encrypted by the newsroom's own secret (server.ts).
process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ??= createHash('sha256').update('pressrum').digest('base64')

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
  // Lets server.ts see whether a build was made from the sources it stands beside.
  generateBuildId: () => buildVersion(root),
  outputFileTracingRoot: root,
  turbopack: { root },
  // server.ts keeps the pages.
  cacheMaxMemorySize: 0,
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  devIndicators: false,
  experimental: {
    // Behind server.ts a development build would wait for ever for what React tells about an action.
    reactDebugChannel: false,
    authInterrupts: true,
    // A build is made once for each version: writing what the next one could use takes longer than it saves.
    turbopackFileSystemCacheForBuild: false,
    // A page's code is read when somebody first asks for the page: most are the studio's, and the memory is the readers'.
    preloadEntriesOnStart: false,
    serverActions: { bodySizeLimit: '2mb' },
  },
  headers: async () => [
    // Fonts are named for their content (npm run fonts).
    {
      source: '/fonts/:path*.woff2',
      headers: [{ key: 'cache-control', value: 'public, max-age=31536000, immutable' }],
    },
  ],
  redirects: async () => [
    // Where a developer tries first, and where RFC 9116 lets whoever found a hole look second.
    { source: '/api', destination: '/api/v1', permanent: false },
    { source: '/security.txt', destination: '/.well-known/security.txt', permanent: true },
  ],
}

export default config
