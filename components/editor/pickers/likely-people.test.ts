import { expect, test } from 'vitest'
import { likelyPeople } from './likely-people.ts'
import type { PersonChoice } from './picker-context.tsx'

const person = (id: string, name: string) => ({ id, name }) as PersonChoice
const people = [person('ingrid', 'Ingrid Ölvestad'), person('petter', 'Petter Hällström')]
const quote = '– Det går, säger Ebba Lind, processansvarig på Åsunda mejeri.'
const whole = `Programchefen Ingrid Ölvestad är nöjd.\n${quote}\nDet säger Sten Alm.`

test('who stands nearest comes first, known or not, with the role as it is written', () => {
  const { known, unknown, first } = likelyPeople([quote, whole], people, 'sv')
  expect(known.map(({ person: { id }, isNear }) => [id, isNear])).toEqual([['ingrid', false]])
  expect(unknown).toMatchObject([
    { name: 'Ebba Lind', role: 'processansvarig', organisation: 'Åsunda mejeri' },
    { name: 'Sten Alm', role: '' },
  ])
  expect(first).toBe('Ebba Lind')
  expect(likelyPeople(['– Ja, säger Ingrid Ölvestad.', whole], people, 'sv').first).toBe('ingrid')
})

test('a name with a slip in it is nobody new, and a text that names nobody suggests nobody', () => {
  expect(likelyPeople(['– Ja, säger Peter Hällström.'], people, 'sv').unknown).toEqual([])
  expect(likelyPeople(['– Ja.'], people, 'sv')).toEqual({ known: [], unknown: [], first: undefined })
})
