/** The example's prepared statement: what lies ready for the day on which something leaks. */
import { prepareStatement } from '../crisis/prepared.ts'
import { getDraft, saveDraft } from '../releases/revisions.ts'
import { createTranslation } from '../releases.ts'
import { type Cast, idOf } from './cast.ts'
import type { SeedLanguage } from './types.ts'
import { p } from './write.ts'

const prepared = new Date('2026-10-12T10:00+02:00')

const texts: Record<SeedLanguage, { title: string; words: string[] }> = {
  sv: {
    title: 'Läckage vid [anläggning]: det här vet vi',
    words: [
      'I dag klockan [klockslag] läckte [mängd] processvatten ut vid [anläggning]. Vi arbetar med att stoppa läckan och ta reda på varför det hände.',
      'Vi skriver här så snart vi vet mer.',
      'Bor du i närheten? Följ det som kommunen och räddningstjänsten säger.',
    ],
  },
  en: {
    title: 'Leak at [facility]: this is what we know',
    words: [
      'At [time] today, [amount] of process water leaked at [facility]. We are working to stop the leak and to find out why it happened.',
      'We will write here as soon as we know more.',
      'Do you live nearby? Follow what the municipality and the rescue services say.',
    ],
  },
}

/** Prepares the statement in both languages. */
export async function seedStatement(cast: Cast): Promise<void> {
  const by = { actor: cast.members.editor, now: prepared }
  const write = async (id: string, { title, words }: (typeof texts)[SeedLanguage]) => {
    const saved = await getDraft(id)
    if (!saved) throw new Error('the statement was not begun')
    const body = { type: 'doc' as const, content: words.map((text) => p(text)) }
    const draft = { ...saved.draft, title, body, contactIds: [idOf(cast.people, 'sjodahl')] }
    await saveDraft(id, draft, { ...by, baseVersion: saved.version, reason: 'save' })
  }
  const sv = await prepareStatement({ title: texts.sv.title, language: 'sv' }, by)
  await write(sv, texts.sv)
  await write(await createTranslation(sv, 'en', by), texts.en)
}
