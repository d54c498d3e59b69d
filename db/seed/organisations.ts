import type { OrganisationSeed } from './types.ts'

/** The file of a mark that is one path. */
const drawn = (path: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path ${path}/></svg>`

/** The programme, the partners whose people are interviewed, and those who pay. */
export const seedOrganisations: Record<string, OrganisationSeed> = {
  'andra-vattnet': {
    kind: 'owner',
    name: { sv: 'Andra vattnet', en: 'Andra vattnet' },
    url: 'https://andravattnet.example',
    mark: drawn(
      'fill="none" stroke="#000" stroke-width="3.2" d="M0 27.4h31M3.6 15a12.4 12.4 0 1 0 24.8 0a12.4 12.4 0 1 0-24.8 0M0 21.2h16a6.2 6.2 0 1 0-6.2-6.2"',
    ),
  },
  'lovsele-tekniska': {
    kind: 'partner',
    name: { sv: 'Lövsele tekniska högskola', en: 'Lövsele Institute of Technology' },
    url: 'https://lovsele.example',
  },
  'lovsele-kommun': {
    kind: 'partner',
    name: { sv: 'Lövsele kommun', en: 'Lövsele Municipality' },
    url: 'https://lovselekommun.example',
  },
  'tallmora-bruk': {
    kind: 'partner',
    name: { sv: 'Tallmora bruk', en: 'Tallmora Mill' },
    url: 'https://tallmorabruk.example',
  },
  'hogfors-textil': {
    kind: 'partner',
    name: { sv: 'Högfors Textil', en: 'Högfors Textil' },
    url: 'https://hogforstextil.example',
  },
  'gruvnas-stal': {
    kind: 'partner',
    name: { sv: 'Gruvnäs Stål', en: 'Gruvnäs Steel' },
    url: 'https://gruvnasstal.example',
  },
  vattenpanelen: {
    kind: 'partner',
    name: { sv: 'Vattenpanelen', en: 'The Water Panel' },
    url: 'https://vattenpanelen.example',
  },
  vattenmuseet: {
    kind: 'partner',
    name: { sv: 'Vattenmuseet i Lövsele', en: 'The Museum of Water, Lövsele' },
    url: 'https://vattenmuseet.example',
  },
  resursmyndigheten: {
    kind: 'funder',
    name: { sv: 'Resursmyndigheten', en: 'The Swedish Resources Agency' },
    url: 'https://resursmyndigheten.example',
    mark: drawn('d="M4 4h24v6H4zM4 13h16v6H4zM4 22h24v6H4z"'),
  },
  'stiftelsen-langsikt': {
    kind: 'funder',
    name: { sv: 'Stiftelsen Långsikt', en: 'The Långsikt Foundation' },
    url: 'https://langsikt.example',
    mark: drawn('d="M16 3a13 13 0 0 1 0 26zM13 3v26A13 13 0 0 1 13 3z"'),
  },
  sotvattensfonden: {
    kind: 'funder',
    name: { sv: 'Sötvattensfonden', en: 'The Freshwater Fund' },
    url: 'https://sotvattensfonden.example',
    mark: drawn('d="M16 2c7 9 10 13 10 18a10 10 0 0 1-20 0c0-5 3-9 10-18zM16 28a8 8 0 0 0 8-8h-4a4 4 0 0 1-4 4z"'),
  },
}
