/** Questions from the press to the example newsroom: one answered, one taken, and one that nobody has taken. */
import { daysLater } from '#lib/time/days.ts'
import { isoDay } from '#lib/time/format.ts'
import { write } from '../client.ts'
import { dropDeliveriesAbout } from '../outbox/deliveries.ts'
import { askQuestion } from '../questions/ask.ts'
import { closeQuestion, noteInQuestion, takeQuestion } from '../questions/steps.ts'
import type { User } from '../schema/users.ts'
import { seedNewsroomTexts } from './settings.ts'

interface QuestionSeed {
  text: string
  about: string
  name: string
  outlet: string
  email: string
  phone?: string
  /** In how many days an answer is needed, and at what time. */
  due: [days: number, time: string]
}

const [first, second, third] = [
  {
    text: 'Får vi använda skissen på dubbelkretsen i tryck, och hur ska den i så fall krediteras?',
    about: '',
    ...{ name: 'Peder Lund', outlet: 'Nyhetsbyrån Norr', email: 'peder.lund@nyhetsbyran.example' },
    due: [1, '10:00'],
  },
  {
    text: 'Fabrikerna får stöd för att ta in mindre vatten. Men kommunens kostnader för ledningarna är desamma. Vem betalar mellanskillnaden? Gärna ett citat från Ingrid Ölvestad.',
    about: 'tolv-bruksorter-delar-pa-48-miljoner',
    ...{ name: 'Karin Alm', outlet: 'Bergslagsbladet', email: 'karin.alm@bergslagsbladet.example' },
    phone: '070-331 09 44',
    due: [1, '16:00'],
  },
  {
    text: 'Kan vi få filma i Vattenhallen på torsdag? Vi är två personer och behöver en timme.',
    about: '',
    ...{ name: 'Ali Rahimi', outlet: 'Radio Lövsele', email: 'ali.rahimi@radiolovsele.example' },
    due: [2, '09:30'],
  },
] satisfies QuestionSeed[] as [QuestionSeed, QuestionSeed, QuestionSeed]

/** Asks the questions by the form, as from strangers. Nobody is written to of them. */
export async function seedQuestions({ editor }: { editor: User }, now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - 86_400_000)
  const by = { actor: editor, now }
  const answered = await ask(first, yesterday)
  await closeQuestion(answered, { closing: 'called' }, { ...by, now: new Date(yesterday.getTime() + 22 * 60_000) })
  const taken = await ask(second, now)
  await takeQuestion(taken, by)
  await noteInQuestion(taken, { note: 'Ingrid är bokad 15.15.' }, by)
  const free = await ask(third, now)
  await write((tx) => dropDeliveriesAbout(tx, [answered, taken, free]))
}

function ask({ due: [days, time], ...asked }: QuestionSeed, now: Date): Promise<string> {
  const date = daysLater(isoDay(now, seedNewsroomTexts.timeZone), days)
  return askQuestion({ ...asked, language: 'sv', date, time }, { address: '192.0.2.1', now })
}
