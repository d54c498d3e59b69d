import { parseDocument } from 'htmlparser2'
import { type Asked, send, textOf } from './s3-client.ts'
import { StoreFailure } from './s3-failure.ts'

type Node = ReturnType<typeof parseDocument>['children'][number]

/**
 * Lists everything whose key begins so, by pages of at most `atOnce`. It asks in the first way that the protocol knew,
 * which goes on after a key instead of a token: every store still has it, what the tests run against too.
 */
export async function* listObjects(
  address: Asked,
  prefix: string,
  atOnce = 1_000,
): AsyncGenerator<{ key: string; size: number }> {
  let isTruncated = true
  let marker: string | undefined
  while (isTruncated) {
    const query = { 'max-keys': String(atOnce), prefix, ...(marker === undefined ? {} : { marker }) }
    const page = parseDocument(await textOf(await send(address, { method: 'GET', query })), { xmlMode: true })
    const [result] = childrenOf(page.children, 'ListBucketResult')
    if (!result) throw new StoreFailure('answers, but not as a store does', { status: 200 })
    for (const object of childrenOf(result, 'Contents')) {
      marker = textIn(object, 'Key')
      yield { key: marker, size: Number(textIn(object, 'Size')) }
    }
    isTruncated = textIn(result, 'IsTruncated') === 'true'
  }
}

const childrenOf = (nodes: Node[], name: string): Node[][] =>
  nodes.flatMap((node) => ('name' in node && node.name === name && 'children' in node ? [node.children as Node[]] : []))

const textIn = (nodes: Node[], name: string): string =>
  (childrenOf(nodes, name)[0] ?? []).map((node) => ('data' in node ? node.data : '')).join('')
