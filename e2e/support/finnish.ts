/** A checkout with Finnish added, which is one file: what a newsroom in a third language is tried on. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildVersion, isBuilt } from '../../server/next-build.ts'
import { type CopiedCheckout, copyCheckout } from './checkout.ts'
import { root } from './server.ts'

const languageFile = 'lib/messages/fi.json'

/** The English file as a translator leaves it half-way: what has not been reached yet is not in it. */
function finnish(): string {
  const file = JSON.parse(readFileSync(join(root, 'lib/messages/en.json'), 'utf8'))
  Object.assign(file.language, {
    name: 'Suomi',
    locale: 'fi-FI',
    moment: '{day} klo {hour}.{minute}',
    quotes: { open: '– ', close: '', comma: 'outside', 'typed-open': '”', 'typed-close': '”' },
    hyphenation: { patterns: 'fi', joint: '' },
    'use-studio': 'Käytä studiota suomeksi',
  })
  Object.assign(file.urls, { news: 'uutiset', people: 'ihmiset', topics: 'aiheet', search: 'haku', page: 'sivu' })
  Object.assign(file.newsroom, { news: 'Uutiset', people: 'Ihmiset', latest: 'Uusimmat' })
  delete file.settings
  return JSON.stringify(file)
}

/** Adds the language to a checkout. */
export const addFinnish = (checkout: string): void => writeFileSync(join(checkout, languageFile), finnish())

/** Where `npm run test:checkout` leaves the checkout it has built: one for each place that is tested. */
export const builtCheckout = join(
  tmpdir(),
  `pressrum-checkout-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`,
)
const label = join(builtCheckout, 'made-from')
const madeFrom = () => `${buildVersion(root)} ${createHash('sha256').update(finnish()).digest('hex')}`

/** Takes the checkout away, of which a part may be read-only. */
export function clearBuiltCheckout(): void {
  if (!existsSync(builtCheckout)) return
  execFileSync('chmod', ['-R', 'u+w', builtCheckout])
  rmSync(builtCheckout, { recursive: true })
}

/** Says of the checkout left there that it is made from the present sources. */
export const labelCheckout = (): void => writeFileSync(label, madeFrom())

/**
 * Returns a checkout with Finnish in it: the one that is built already, if it is made from the present sources, else a
 * new one, which the server builds when it starts.
 */
export function checkoutWithFinnish(): CopiedCheckout {
  const built = join(builtCheckout, 'pressrum')
  if (existsSync(label) && readFileSync(label, 'utf8') === madeFrom() && isBuilt(built))
    return { checkout: built, discard: clearBuiltCheckout }
  const copy = copyCheckout('third-language-')
  addFinnish(copy.checkout)
  return copy
}
