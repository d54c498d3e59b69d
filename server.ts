/**
 * Starts a Node process that serves a newsroom, the only one or one of several: its database, its page cache, and Next
 * behind them. `node server.ts` serves; with `--dev` Next serves everything itself and follows the files as they change.
 */
import { accessSync, constants, globSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { readLog } from '#db/client.ts'
import { logFailedWork } from '#db/engine/outage.ts'
import { startSearching } from '#db/engine/search.ts'
import { CannotOpen, closeDatabase, isMigrated, openNewsroom, watchEdition } from '#db/engine.ts'
import { publishScheduledChanges } from '#db/releases/scheduled-changes.ts'
import { getSettings, issueSetupToken } from '#db/settings.ts'
import { env, environmentTrouble } from '#lib/env.ts'
import { fallbackPage, languageOfPath } from '#lib/http/fallback-page.ts'
import type { RequestHandler } from '#lib/http/rendered.ts'
import { keyFor } from '#lib/http/secret.ts'
import { log } from '#lib/log.ts'
import { findBuildFile, keepBuildFiles } from '#lib/media/build-files.ts'
import { fileStore, fileStoreTrouble, unmovedTrouble } from '#lib/media/file-store.ts'
import { openidTrouble } from '#lib/openid/provider.ts'
import { withReaderPaths } from '#lib/rewrites.ts'
import { daysLater } from '#lib/time/days.ts'
import { isoDay } from '#lib/time/format.ts'
import { startOfDay } from '#lib/time/zone.ts'
import { startClock } from './clock.ts'
import { stopGracefully } from './server/graceful-stop.ts'
import { build, isBuilt } from './server/next-build.ts'
import { sanitizeHeaders } from './server/request-guard.ts'
import { createRequestHandler } from './server/request-handler.ts'
import { originForm } from './server/request-target.ts'

/** Thrown when the server cannot start; the message tells the operator why in one sentence. */
class CannotStart extends Error {}

const root = import.meta.dirname
/** When no request comes in, the edition is checked at this interval, in milliseconds. */
const warmEvery = 250
/**
 * The length of the queue of connections not yet accepted. Clients that Node's usual 511 leave out try again only a
 * second later. Linux cuts the number to its own limit.
 */
const backlog = 4_096
/**
 * How long an idle connection is kept, in milliseconds: longer than a proxy keeps its own, two minutes at most. Whoever
 * closes first cuts off a request that the other side has just sent.
 */
const keepAliveTimeout = 125_000
const say = (line: string) => process.stdout.write(`${line}\n`)

type HandleRequest = (request: IncomingMessage, response: ServerResponse) => void

/**
 * Starts serving and returns a function that stops it. Throws `CannotStart` with a sentence for the operator when it
 * cannot.
 */
async function startServer({ dev = false } = {}): Promise<() => Promise<boolean>> {
  const trouble =
    environmentTrouble() ?? (await fileStoreTrouble()) ?? (await unmovedTrouble()) ?? (await openidTrouble())
  if (trouble) throw new CannotStart(trouble)
  await openNewsroom(new Date())
  const watch = dev ? undefined : watchEdition()
  await watch?.joined
  let handle: HandleRequest = sayStarting
  let isReady = false
  // Without this, an offer to change the protocol would be taken for a wish to, and get no answer. Next takes it in
  // development alone.
  const server = createServer({ shouldUpgradeCallback: () => dev, keepAliveTimeout }, (request, response) => {
    request.url = originForm(request.url ?? '/')
    if (request.url === '/healthz') return health(response, true)
    if (request.url === '/readyz') {
      return void (async () =>
        health(response, isReady && (await (watch?.isWell ?? isMigrated)().catch(() => false))))()
    }
    handle(request, response)
  })
  server.on('connect', (_, socket) => socket.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\n\r\n'))
  // Where there are other nodes, whoever finds nobody here asks one of them.
  const isOneOfSeveral = env.databaseUrl !== undefined
  if (!isOneOfSeveral) await listen(server)
  // What fell due while the server was down is in place before it answers a reader.
  await publishScheduledChanges(new Date()).catch((error) =>
    log.error({ err: error }, 'scheduled changes were not published'),
  )
  const endSearching = startSearching()
  const next = await startNext(server, dev)
  if (isOneOfSeveral && !dev) await keepBuildFiles(fileStore(), join(root, '.next/static'))
  const pages = watch ? keepPages(next.handler, watch) : { handle: passOn(next.handler), close: () => {} }
  handle = pages.handle
  if (isOneOfSeveral) await listen(server)
  isReady = true
  const stopClock = startClock()
  const token = await issueSetupToken(new Date())
  if (token) say(`Set up the newsroom at ${env.publicUrl}/setup?token=${token}`)
  say(`Pressrum serves ${env.publicUrl}`)

  return async () => {
    isReady = false
    const clockStopped = stopClock()
    const finished = await stopGracefully(server, dev ? { lingerMs: 0, graceMs: 0 } : {})
    await clockStopped
    await next.close()
    pages.close()
    await endSearching()
    await closeDatabase()
    return finished
  }
}

function keepPages(next: RequestHandler, watch: ReturnType<typeof watchEdition>) {
  const { handle, warm } = createRequestHandler({
    next,
    publicUrl: env.publicUrl,
    guard: guardOptions(),
    edition: watch.current,
    editionOnArrival: watch.onArrival,
    askEdition: watch.ask,
    ...(env.databaseUrl === undefined ? {} : { findBuildFile: (key) => findBuildFile(fileStore(), key) }),
    nextExpiry: async (now) => {
      const [settings, change] = await Promise.all([getSettings(), watch.nextChange(new Date(now))])
      const timeZone = settings?.timeZone ?? 'UTC'
      const today = isoDay(new Date(now), timeZone)
      // Dates without a year, the copyright year and expiring consents change at midnight.
      const midnight = startOfDay(daysLater(today, 1), timeZone).getTime()
      return { change, midnight }
    },
    trackReads: (make) => readLog().track(new Date(), make),
    cdnMaxAge: env.cdnMaxAge,
    isSetUp: async () => (await getSettings()) !== undefined,
    publicFiles: new Set(
      globSync('**/*', { cwd: join(root, 'public'), withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(root, 'public').length)),
    ),
  })
  // Without a request, this is what notices a publication by another process or by the clock.
  const warming = setInterval(() => warm().catch((error) => logFailedWork(error, 'pages were not warmed')), warmEvery)
  const close = () => {
    clearInterval(warming)
    watch.close()
  }
  return { handle, close }
}

const passOn =
  (next: RequestHandler): HandleRequest =>
  (request, response) => {
    sanitizeHeaders(request, guardOptions())
    void next(request, response)
  }

const guardOptions = () => ({
  publicOrigin: env.publicOrigin,
  trustedProxy: env.trustedProxy,
})

async function startNext(server: Server, dev: boolean) {
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })
  if (!dev && !isBuilt(root)) {
    if (!isWritable(root)) {
      throw new CannotStart(
        `The pages are not built, and ${root} may not be written by this user. Run npm run build as its owner.`,
      )
    }
    say('Building the pages. This is done once for each version and takes about half a minute.')
    const failure = await build(root)
    if (failure !== undefined) throw new CannotStart(`The pages could not be built:\n${failure}`)
  }
  // A form that one node has sent is read by another. The build's own key makes the names of actions, and is no secret.
  if (!dev) process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = keyFor('what a form of the framework carries')
  const { default: createNext } = await import('next')
  const next = createNext({ dev, dir: root, hostname: env.host, port: env.port, httpServer: server, quiet: true })
  await next.prepare()
  return { handler: withReaderPaths(next.getRequestHandler() as RequestHandler), close: () => next.close() }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function listen(server: Server): Promise<void> {
  const { host, port } = env
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reasons: Record<string, string> = {
        EADDRINUSE: `Port ${port} on ${host} is in use. Choose another with PORT.`,
        EADDRNOTAVAIL: `HOST is ${host}, which is not an address of this machine. 127.0.0.1 and 0.0.0.0 always are.`,
        ENOTFOUND: `HOST is ${host}, a name this machine does not know. 127.0.0.1 and 0.0.0.0 always work.`,
        EACCES: `Port ${port} may not be used by this user. Choose one above 1023 with PORT.`,
      }
      reject(new CannotStart(reasons[error.code ?? ''] ?? `${host}:${port} cannot be served: ${error.message}`))
    })
    server.listen({ port, host, backlog }, resolve)
  })
}

function health(response: ServerResponse, isWell: boolean) {
  response.writeHead(isWell ? 200 : 503, { 'content-type': 'text/plain', 'cache-control': 'no-store' })
  response.end(isWell ? 'ok\n' : 'not ready\n')
}

function sayStarting(request: IncomingMessage, response: ServerResponse) {
  const { status, headers, body } = fallbackPage(503, languageOfPath(request.url ?? '/'))
  response.writeHead(status, headers).end(body)
}

/**
 * Runs the server until a signal stops it, then exits with 0. When it cannot start, prints one line and exits with 1.
 */
export async function runServer(options: { dev?: boolean } = {}): Promise<void> {
  // What it writes is the newsroom's, and nobody else's on the machine.
  process.umask(0o077)
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'something failed unheard'))
  let stop: (() => Promise<boolean>) | undefined
  let isStopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, async () => {
      // A terminal and npm each pass on the same signal, so it may come twice.
      if (isStopping) return
      isStopping = true
      if (stop && !(await stop())) log.warn('requests that took too long were cut off')
      process.exit(0)
    })
  }
  try {
    stop = await startServer(options)
  } catch (error) {
    if (!(error instanceof CannotStart || error instanceof CannotOpen)) throw error
    process.stderr.write(`Pressrum cannot start. ${error.message}\n`)
    process.exit(1)
  }
}

if (import.meta.main) await runServer({ dev: process.argv.includes('--dev') })
