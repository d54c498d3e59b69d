import { expect, test } from 'vitest'
import { peopleNamed } from './people-named.ts'

const found = (text: string, language = 'sv') =>
  peopleNamed(text, language).map(({ name, role, organisation }) =>
    [name, role, organisation].filter(Boolean).join(' | '),
  )

test.each([
  ['– Det går, säger Ingrid Ölvestad, programchef.', ['Ingrid Ölvestad | programchef']],
  ['Det vet programchef Ingrid Ölvestad.', ['Ingrid Ölvestad | programchef']],
  ['säger Ebba Lind, processansvarig på Åsunda mejeri. Nu', ['Ebba Lind | processansvarig | Åsunda mejeri']],
  ['– Ja, säger Carl-Johan von Essen.', ['Carl-Johan von Essen']],
  ['Per Ask säger nej. Per Ask, vd på Bruket, går.', ['Per Ask | vd | Bruket']],
  ['säger kommunens miljöchef Åsa Öberg.', ['Åsa Öberg | miljöchef']],
])('Swedish: %s', (text, expected) => expect(found(text)).toEqual(expected))

test.each([
  [
    '“It works,” says Ingrid Ölvestad, head of programme at The Mill.',
    ['Ingrid Ölvestad | head of programme | The Mill'],
  ],
  ['“It works,” says Ebba Lind, Head of Property at The Mill.', ['Ebba Lind | Head of Property | The Mill']],
  ['“It works,” said Ebba Lind, Head of Property.', ['Ebba Lind | Head of Property']],
  ['Ebba Lind, CEO of The Mill, said no.', ['Ebba Lind | CEO | The Mill']],
  ['Programme director Ebba Lind agrees.', ['Ebba Lind | director']],
  ['We met director Ebba Lind.', ['Ebba Lind | director']],
])('English: %s', (text, expected) => expect(found(text, 'en')).toEqual(expected))

test.each([
  'Andra Vattnet växer.',
  'I Lövsele Högskola pågår arbetet.',
  'Nya Bryggeriet, Högfors, deltar.',
  'Ingrid kommer.',
])('nobody: %s', (text) => expect(found(text)).toEqual([]))
