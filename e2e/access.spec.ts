/** What each visitor gets at every page and handler of the build. One that the table does not have fails the test. */
import { readTable } from './support/access-table.ts'
import { fillAddress, sendingTo } from './support/addresses.ts'
import { builtAddresses } from './support/built.ts'
import { expect } from './support/fixtures.ts'
import { everything, test, type Visitor } from './support/visitors.ts'

/**
 * By status. What a text has of its own is asked for of a draft, which is at no address for readers, whoever asks; 307 leads
 * to the sign-in, and away from it. Changes stand in the order they are made in: what is deleted comes last.
 */
const table = `
PAGE /studio                                           307 "   "   200 "   "   "   307
PAGE /studio/[...missing]                              307 "   "   404 "   "   "   307
PAGE /studio/calendar                                  307 "   "   200 "   "   "   307
PAGE /studio/crisis                                    307 "   "   200 "   "   "   307
PAGE /studio/crisis/[id]                               307 "   "   200 "   "   "   307
PAGE /studio/feedback                                  307 "   "   200 "   "   "   307
PAGE /studio/log                                       307 "   "   403 "   "   200 307
PAGE /studio/media                                     307 "   "   200 "   "   "   307
PAGE /studio/members                                   307 "   "   403 "   "   200 307
PAGE /studio/on-call                                   307 "   "   200 "   "   "   307
PAGE /studio/organisations                             307 "   "   200 "   "   "   307
PAGE /studio/organisations/[id]                        307 "   "   403 "   200 "   307
PAGE /studio/organisations/funders                     307 "   "   403 "   200 "   307
PAGE /studio/organisations/new                         307 "   "   403 "   200 "   307
PAGE /studio/people                                    307 "   "   200 "   "   "   307
PAGE /studio/people/[id]                               307 "   "   200 "   "   "   307
PAGE /studio/people/new                                307 "   "   403 "   200 "   307
PAGE /studio/profile                                   307 "   "   200 "   "   "   307
PAGE /studio/questions                                 307 "   "   200 "   "   "   307
PAGE /studio/questions/meetings                        307 "   "   200 "   "   "   307
PAGE /studio/questions/new                             307 "   "   200 "   "   "   307
PAGE /studio/releases                                  307 "   "   200 "   "   "   307
PAGE /studio/releases/[id]                             307 "   "   200 "   "   "   307
PAGE /studio/releases/[id]/history                     307 "   "   200 "   "   "   307
PAGE /studio/releases/[id]/meeting                     307 "   "   200 "   "   "   307
PAGE /studio/releases/[id]/preview                     307 "   "   200 "   "   "   307
PAGE /studio/releases/[id]/translation                 307 "   "   200 "   "   "   307
PAGE /studio/releases/new                              307 "   "   200 "   "   "   307
PAGE /studio/series                                    307 "   "   200 "   "   "   307
PAGE /studio/series/[id]                               307 "   "   403 "   200 "   307
PAGE /studio/series/new                                307 "   "   403 "   200 "   307
PAGE /studio/settings                                  307 "   "   403 "   "   200 307
PAGE /studio/settings/accessibility                    307 "   "   403 "   "   200 307
PAGE /studio/settings/privacy                          307 "   "   403 "   "   200 307
PAGE /studio/topics                                    307 "   "   200 "   "   "   307
PAGE /studio/topics/[id]                               307 "   "   403 "   200 "   307
PAGE /studio/topics/new                                307 "   "   403 "   200 "   307
PAGE /studio/trash                                     307 "   "   200 "   "   "   307
GET /api/media                                         401 "   "   200 "   "   "   401
GET /api/media/[id]                                    401 "   "   200 "   "   "   401
GET /api/releases/[id]/comments                        401 "   "   200 "   "   "   401
GET /api/releases/[id]/embargo-links                   401 "   "   403 "   200 "   401
GET /api/releases/[id]/embargo-links/log               401 "   "   403 "   200 "   401
GET /api/releases/[id]/preview-links                   401 "   "   200 "   "   "   401
GET /api/releases/[id]/sign-offs                       401 "   "   200 "   "   "   401
GET /api/releases/[id]/sign-ups                        401 "   "   404 403 404 "   401
GET /api/releases/[id]/together                        401 "   "   403 "   200 "   401
GET /studio/find                                       401 "   "   200 "   "   "   401
GET /studio/releases/[id]/share-picture                401 "   "   200 "   "   "   401
POST /api/import                                       401 "   "   201 "   "   "   401
POST /api/links                                        401 "   "   200 "   "   "   401
POST /api/media                                        401 "   "   201 "   "   "   401
POST /api/media/[id]                                   401 "   "   200 403 200 "   401
POST /api/releases/[id]/aside                          401 "   "   200 "   "   "   401
POST /api/releases/[id]/comments                       401 "   "   200 "   "   "   401
POST /api/releases/[id]/copy                           401 "   "   200 "   "   "   401
PUT /api/releases/[id]/draft                           401 "   "   200 "   "   "   401
POST /api/releases/[id]/presence                       401 "   "   200 "   "   "   401
POST /api/releases/[id]/embargo-links                  401 "   "   403 "   422 "   401
POST /api/releases/[id]/embargo-links/[embargoLink]    401 "   "   403 "   422 "   401
POST /api/releases/[id]/preview-links                  401 "   "   200 403 200 "   401
POST /api/releases/[id]/sign-offs                      401 "   "   200 403 200 "   401
POST /api/releases/[id]/sign-offs/[signOff]            401 "   "   200 403 200 "   401
POST /api/releases/[id]/together                       401 "   "   403 "   422 "   401
POST /studio/log/export                                401 "   "   403 "   "   200 401
POST /studio/questions/export                          401 "   "   403 "   200 "   401
POST /studio/releases/[id]/preview/suggestions         401 "   "   303 "   "   "   401
PATCH /api/releases/[id]/comments                      401 "   "   200 "   "   "   401
PATCH /api/releases/[id]/comments/[comment]            401 "   "   200 "   "   "   401
PATCH /api/releases/[id]/sign-offs/[signOff]           401 "   "   200 403 200 "   401
PATCH /api/releases/[id]/suggestions/[suggestion]      401 "   "   200 "   "   "   401
DELETE /api/releases/[id]/embargo-links/[embargoLink]  401 "   "   403 "   404 "   401
DELETE /api/releases/[id]/preview-links/[link]         401 "   "   200 403 200 "   401
DELETE /api/releases/[id]/sign-offs/[signOff]          401 "   "   200 403 200 "   401
DELETE /api/releases/[id]/together                     401 "   "   403 "   422 "   401
PAGE /account/email/[token]                            404 "   "   "   "   "   "   "
PAGE /account/forgotten                                200 "   "   "   "   "   "   "
PAGE /account/invitation/[token]                       404 "   "   "   "   "   "   "
PAGE /account/password/[token]                         404 "   "   "   "   "   "   "
PAGE /account/unsubscribe/[token]                      404 "   "   "   "   "   "   "
GET /api/auth/[...nextauth]                            200 "   "   "   "   "   "   "
POST /api/auth/[...nextauth]                           404 "   "   "   "   "   "   "
POST /api/meeting-sign-ups                             404 "   "   "   "   "   "   "
POST /api/feedback                                     303 "   "   "   "   "   "   "
POST /api/questions                                    422 "   "   "   "   "   "   "
GET /api/calendar/[token]                              404 "   "   "   "   "   "   "
GET /api/unsubscribe/[token]                           404 "   "   "   "   "   "   "
POST /api/unsubscribe/[token]                          404 "   "   "   "   "   "   "
PAGE /embargo/[token]                                  404 "   "   "   "   "   "   "
PAGE /embargo/[token]/[pass]                           404 "   "   "   "   "   "   "
POST /embargo/[token]/[pass]/download                  404 "   "   "   "   "   "   "
GET /embargo/[token]/[pass]/files/[id]/[name]          404 "   "   "   "   "   "   "
POST /embargo/[token]/open                             404 "   "   "   "   "   "   "
PAGE /meeting/[token]                                  404 "   "   "   "   "   "   "
GET /meeting/[token]/calendar                          404 "   "   "   "   "   "   "
POST /meeting/[token]/cancel                           404 "   "   "   "   "   "   "
PAGE /preview/[token]                                  404 200 404 "   "   "   "   "
POST /preview/[token]/comments                         404 303 404 "   "   "   "   "
GET /preview/[token]/files/[id]/[name]                 404 200 404 "   "   "   "   "
POST /preview/[token]/suggestions                      404 303 404 "   "   "   "   "
PAGE /setup                                            404 "   "   "   "   "   "   "
PAGE /sign-in                                          200 "   "   307 "   "   "   200
PAGE /sign-off/[token]                                 404 "   200 404 "   "   "   "
POST /sign-off/[token]/answers                         404 "   303 404 "   "   "   "
GET /sign-off/[token]/files/[id]/[name]                404 "   200 404 "   "   "   "
POST /sign-off/[token]/suggestions                     404 "   303 404 "   "   "   "
GET /.well-known/security.txt                          200 "   "   "   "   "   "   "
PAGE /[language]                                       200 "   "   "   "   "   "   "
PAGE /[language]/[...rest]                             404 "   "   "   "   "   "   "
PAGE /[language]/accessibility                         200 "   "   "   "   "   "   "
PAGE /[language]/accessibility/thanks                  200 "   "   "   "   "   "   "
PAGE /[language]/archive/[part]                        200 "   "   "   "   "   "   "
PAGE /[language]/archive/[part]/[month]                200 "   "   "   "   "   "   "
PAGE /[language]/corrections                           200 "   "   "   "   "   "   "
PAGE /[language]/feeds                                 200 "   "   "   "   "   "   "
GET /[language]/feeds/[...which]                       404 "   "   "   "   "   "   "
GET /[language]/manifest                               200 "   "   "   "   "   "   "
PAGE /[language]/news                                  200 "   "   "   "   "   "   "
PAGE /[language]/news/[slug]                           404 "   "   "   "   "   "   "
PAGE /[language]/news/[slug]/compare/[older]/[newer]   308 "   "   "   "   "   "   "
GET /[language]/news/[slug]/material.zip               404 "   "   "   "   "   "   "
GET /[language]/news/[slug]/meeting.ics                404 "   "   "   "   "   "   "
GET /[language]/news/[slug]/table/[number]             404 "   "   "   "   "   "   "
PAGE /[language]/news/[slug]/version/[number]          308 "   "   "   "   "   "   "
GET /[language]/ninjs/[[...which]]                     404 "   "   "   "   "   "   "
PAGE /[language]/people                                200 "   "   "   "   "   "   "
PAGE /[language]/people/[slug]                         200 "   "   "   "   "   "   "
PAGE /[language]/people/[slug]/quotes                  200 "   "   "   "   "   "   "
GET /[language]/people/[slug]/vcard.vcf                200 "   "   "   "   "   "   "
PAGE /[language]/press                                 200 "   "   "   "   "   "   "
PAGE /[language]/press/ask                             200 "   "   "   "   "   "   "
PAGE /[language]/press/ask/thanks                      200 "   "   "   "   "   "   "
PAGE /[language]/press/images                          200 "   "   "   "   "   "   "
GET /[language]/press/images.zip                       303 "   "   "   "   "   "   "
GET /[language]/press/vcard.vcf                        200 "   "   "   "   "   "   "
PAGE /[language]/privacy                               200 "   "   "   "   "   "   "
PAGE /[language]/search                                200 "   "   "   "   "   "   "
PAGE /[language]/series                                200 "   "   "   "   "   "   "
PAGE /[language]/series/[slug]                         200 "   "   "   "   "   "   "
PAGE /[language]/topics                                200 "   "   "   "   "   "   "
PAGE /[language]/topics/[slug]                         200 "   "   "   "   "   "   "
GET /api/[...rest]                                     404 "   "   "   "   "   "   "
GET /api/v1                                            200 "   "   "   "   "   "   "
GET /api/v1/[...rest]                                  404 "   "   "   "   "   "   "
GET /api/v1/newsroom                                   200 "   "   "   "   "   "   "
GET /api/v1/openapi.json                               200 "   "   "   "   "   "   "
GET /api/v1/people                                     200 "   "   "   "   "   "   "
GET /api/v1/people/[id]                                200 "   "   "   "   "   "   "
GET /api/v1/releases                                   200 "   "   "   "   "   "   "
GET /api/v1/releases/[id]                              404 "   "   "   "   "   "   "
GET /api/v1/releases/[id]/media                        404 "   "   "   "   "   "   "
GET /api/v1/series                                     200 "   "   "   "   "   "   "
GET /api/v1/series/[id]                                200 "   "   "   "   "   "   "
GET /api/v1/topics                                     200 "   "   "   "   "   "   "
GET /api/v1/topics/[id]                                200 "   "   "   "   "   "   "
GET /crops/[id]/[file]                                 404 "   "   "   "   "   "   "
GET /favicon.ico                                       200 "   "   "   "   "   "   "
GET /files/[id]/[name]                                 404 "   "   200 "   "   "   404
GET /icons/[file]                                      200 "   "   "   "   "   "   "
GET /indexnow/[key]                                    404 "   "   "   "   "   "   "
GET /license.xml                                       200 "   "   "   "   "   "   "
GET /llms.txt                                          200 "   "   "   "   "   "   "
GET /mark.svg                                          200 "   "   "   "   "   "   "
GET /news-sitemap.xml                                  200 "   "   "   "   "   "   "
GET /oembed                                            404 "   "   "   "   "   "   "
GET /robots.txt                                        200 "   "   "   "   "   "   "
GET /share/[...which]                                  404 "   "   "   "   "   "   "
GET /sitemap.xml                                       200 "   "   "   "   "   "   "
GET /sitemaps/[part]                                   200 "   "   "   "   "   "   "
GET /words/[file]                                      200 "   "   "   "   "   "   "
`

test('each page and handler answers each visitor as the table says, and a refused change changes nothing', async ({
  newsroom,
  visitors,
}) => {
  // A thousand requests take their time on a busy machine.
  test.slow()
  const rows = readTable(table, builtAddresses())
  const ask = async (name: string, visitor: Visitor) => {
    const [method = '', address = ''] = name.split(' ')
    const path = await fillAddress(address, visitor)
    const { body, headers } = await sendingTo(name, visitor)
    const answer = await fetch(newsroom.url + path, {
      method: method.replace('PAGE', 'GET'),
      redirect: 'manual',
      headers: {
        ...headers,
        cookie: visitor.cookie,
        origin: newsroom.url,
        'sec-fetch-dest': method === 'PAGE' ? 'document' : 'empty',
        'sec-fetch-site': 'same-origin',
      },
      ...(body && { body }),
    })
    await answer.arrayBuffer()
    expect.soft(String(answer.status), `${name} at ${path} for ${visitor.name}`).toBe(rows.get(name)?.[visitor.name])
    if (method === 'PAGE' && answer.status === 307 && path !== '/sign-in') {
      const { pathname, searchParams } = new URL(answer.headers.get('location') ?? '', newsroom.url)
      expect.soft([pathname, searchParams.get('next')], path).toEqual(['/sign-in', path])
    }
  }
  const changes = [...rows.keys()].filter((name) => !/^(PAGE|GET) /.test(name))
  const isRefused = (name: string, visitor: Visitor) => /^40/.test(rows.get(name)?.[visitor.name] ?? '')
  const before = await everything()
  for (const visitor of visitors)
    for (const name of changes.filter((change) => isRefused(change, visitor))) await ask(name, visitor)
  expect(await everything()).toBe(before)
  for (const visitor of visitors) {
    const others = [...rows.keys()].filter((name) => !changes.includes(name) || !isRefused(name, visitor))
    for (const name of others) await ask(name, visitor)
  }
})

test('a link of any kind that opens nothing is a 404 that is kept nowhere and told to nobody', async ({ request }) => {
  const headers = { 'sec-fetch-dest': 'document', 'accept-language': 'sv' }
  const account = ['invitation', 'password', 'email', 'unsubscribe'].map((kind) => `/account/${kind}/`)
  const pages = [...account, '/preview/', '/sign-off/', '/embargo/', '/meeting/']
  for (const path of [...pages, '/api/unsubscribe/', '/api/calendar/']) {
    const answer = await request.get(`${path}guessed`, { headers })
    const { 'cache-control': kept, 'referrer-policy': referrer } = answer.headers()
    expect([answer.status(), kept], path).toEqual([404, 'no-store'])
    expect(await answer.text(), path).toContain('Länken gäller inte längre')
    if (pages.includes(path)) expect(referrer, path).toBe('no-referrer')
  }
})
