/** What the build has: its pages, its handlers and its server actions. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './server.ts'

const readRoot = (path: string): string => readFileSync(join(root, path), 'utf8')

interface BuiltAction {
  /** What a browser calls it by. */
  id: string
  /** Its file below `app`, without the groups in round brackets, and the name it is exported by. */
  name: string
  /** The address of a page that has it. */
  page: string
  /** The types of its parameters, as its source has them. */
  takes: string[]
}

/** Groups in round brackets are no part of an address. */
const ungrouped = (path: string): string => path.replace(/\/\([^)]+\)/g, '')

/** Returns each page as `PAGE address` and each handler as its method and address, those that Next adds left out. */
export function builtAddresses(): string[] {
  const routes: Record<string, string> = JSON.parse(readRoot('.next/app-path-routes-manifest.json'))
  return Object.entries(routes).flatMap(([file, address]) => {
    if (address.startsWith('/_')) return []
    if (file.endsWith('/page')) return `PAGE ${address}`
    return methodsOf(readRoot(`app${file}.ts`)).map((method) => `${method} ${address}`)
  })
}

/** Returns the methods that a handler exports. Fails where it has none, which would be one nobody has read. */
function methodsOf(source: string): string[] {
  const found = source.matchAll(/^export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/gm)
  const methods = [...found].map(([, method = '']) => method)
  if (methods.length === 0) throw new Error(`no methods in:\n${source}`)
  return methods
}

/** Returns every server action. */
export function builtActions(): BuiltAction[] {
  const { node }: { node: Record<string, { filename: string; exportedName: string; workers: object }> } = JSON.parse(
    readRoot('.next/server/server-reference-manifest.json'),
  )
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => {
    const [, parameters = ''] =
      readRoot(filename)
        .split(`async function ${exportedName}(`)[1]
        ?.match(/^([^)]*)\)/) ?? []
    return {
      id,
      name: `${ungrouped(`/${filename}`).replace('/app/', '')} ${exportedName}`,
      page: pageOf(Object.keys(workers)),
      takes: [...parameters.matchAll(/\w+: ([^,]+)/g)].map(([, type = '']) => type.trim()),
    }
  })
}

/** Of the pages that have an action, the desk or another without gaps in its address, where there is one. */
function pageOf(files: string[]): string {
  const pages = files.map((file) => ungrouped(`/${file}`).replace(/^\/app|\/page$/g, ''))
  const isFixed = (page: string) => !page.includes('[')
  return pages.find((page) => page === '/studio') ?? pages.find(isFixed) ?? pages[0] ?? ''
}
