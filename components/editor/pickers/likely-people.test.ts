import { expect, test } from 'vitest'
import { likelyPeople } from './likely-people.ts'
import type { PersonChoice } from './picker-context.tsx'

const person = (id: string, name: string) => ({ id, name }) as PersonChoice
const people = [person('ingrid', 'Ingrid Ölvestad'), person('petter', 'Petter Hällström')]
const quote = '– Det går, säger Ebba Lind, processansvarig på Åsunda mejeri.'
const whole = `Programchefen Ingrid Ölvestad är nöjd.\n${quote}\nDet säger Sten Alm.`

test('who stands nearest comes first, known or not, with the role as it is written', () => {
  const { known, unknown, first } = likelyPeople([quote, whole], people, 'sv')
  expect(known).toMatchObject([{ person: { id: 'ingrid' }, isNear: false, role: '' }])
  expect(unknown).toMatchObject([
    { name: 'Ebba Lind', role: 'processansvarig', organisation: 'Åsunda mejeri', isNear: true },
    { name: 'Sten Alm', role: '', isNear: false },
  ])
  expect(first).toBe('Ebba Lind')
  expect(likelyPeople(['– Ja, säger Ingrid Ölvestad.', whole], people, 'sv').first).toBe('ingrid')
})

test('a surname is enough by the quote for whoever stands in full elsewhere', () => {
  const { known, first } = likelyPeople(['– Ja, säger Hällström.', `${whole} Petter Hällströms idé.`], people, 'sv')
  expect(known.map(({ person: { id }, isNear }) => [id, isNear])).toEqual([
    ['petter', true],
    ['ingrid', false],
  ])
  expect(first).toBe('petter')
  expect(likelyPeople(['– Ja, säger Hällström.'], people, 'sv').first).toBeUndefined()
})

test('a name with a slip in it is somebody known first, and can still be somebody new', () => {
  const { known, unknown, first } = likelyPeople(['– Ja, säger Peter Hällström.'], people, 'sv')
  expect(known).toMatchObject([{ person: { id: 'petter' }, letters: 1 }])
  expect(unknown.map(({ name }) => name)).toEqual(['Peter Hällström'])
  expect(first).toBe('petter')
})

test('a text that names nobody suggests nobody, and a longer name is another', () => {
  expect(likelyPeople(['– Ja.'], people, 'sv')).toEqual({ known: [], unknown: [], first: undefined })
  expect(likelyPeople(['Ingrid Ölvestadius log.'], people, 'sv').known).toEqual([])
})
