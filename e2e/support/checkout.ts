/** Another version of the program, beside this checkout. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './server.ts'

const parts = [
  'app',
  'components',
  'db',
  'lib',
  'public',
  'server',
  'clock.ts',
  'instrumentation.ts',
  'server.ts',
  'next.config.js',
  'package.json',
  'tsconfig.json',
]

export interface CopiedCheckout {
  checkout: string
  discard(): void
}

/** Copies what is built and served, to be changed. The server builds it when it starts. */
export function copyCheckout(prefix: string): CopiedCheckout {
  mkdirSync(join(root, 'test-results'), { recursive: true })
  const checkout = mkdtempSync(join(root, 'test-results', prefix))
  for (const part of parts) cpSync(join(root, part), join(checkout, part), { recursive: true })
  execFileSync('cp', ['-al', join(root, 'node_modules'), join(checkout, 'node_modules')])
  return { checkout, discard: () => rmSync(checkout, { recursive: true }) }
}
