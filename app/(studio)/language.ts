/**
 * Chooses the language of a studio page: the member's own, else the one in the address, else the browser's first that
 * the newsroom uses.
 */
import { headers } from 'next/headers'
import { unlessAway } from '#db/engine/outage.ts'
import { firstSpoken, isLanguage, type Language } from '#lib/locale.ts'
import { currentUser } from '../auth.ts'

export async function pageLanguage(asked?: string | string[]): Promise<Language> {
  if (isLanguage(asked)) return asked
  const user = await currentUser().catch(unlessAway)
  if (user) return user.language
  const sent = await headers()
  const inAddress = new URLSearchParams(sent.get('x-pressrum-path')?.split('?')[1]).get('language')
  if (isLanguage(inAddress)) return inAddress
  return firstSpoken((sent.get('accept-language') ?? '').split(','))
}
