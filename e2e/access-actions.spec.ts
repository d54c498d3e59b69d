/** What each visitor gets of every server action of the build. One that the table does not have fails the test. */

import { makeCalendarLink } from '#db/calendar/links.ts'
import { submitForReview } from '#db/releases/review/steps.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { getRelease } from '#db/releases.ts'
import { listTopics } from '#db/topics.ts'
import { moveToTrash } from '#db/trash.ts'
import { readTable } from './support/access-table.ts'
import { builtActions } from './support/built.ts'
import { expect } from './support/fixtures.ts'
import { everything, test, type Visitor } from './support/visitors.ts'

/**
 * `may` for whoever is let in, whatever they are then told of what they sent: where nobody may do more than another, that
 * is nothing that is there. Whom it is not allowed gets 401 or 403, or the code of the refusal, or, of a change of several
 * things, `left` for what was left as it was.
 */
const table = `
account/actions.ts endMail                                  link-opens-nothing "   "   "   "   "   "   "
account/actions.ts askForPassword                           may "   "   "   "   "   "   "
account/actions.ts confirmAddress                           link-opens-nothing "   "   "   "   "   "   "
account/actions.ts join                                     link-opens-nothing "   "   "   "   "   "   "
account/actions.ts choosePassword                           link-opens-nothing "   "   "   "   "   "   "
setup/actions.ts claimNewsroom                              already-set-up "   "   "   "   "   "   "
studio/actions.ts saveLanguage                              401 "   "   may "   "   "   401
studio/actions.ts retry                                     401 "   "   403 "   "   may 401
studio/actions.ts hurry                                     401 "   "   403 "   "   may 401
studio/calendar/actions.ts moveScheduled                    401 "   "   403 "   may "   401
studio/calendar/actions.ts moveOnDuty                       401 "   "   403 "   may "   401
studio/calendar/actions.ts plan                             401 "   "   may "   "   "   401
studio/calendar/actions.ts unplan                           401 "   "   may "   "   "   401
studio/calendar/actions.ts makeLink                         401 "   "   may "   "   "   401
studio/calendar/actions.ts endLink                          401 "   "   may "   "   "   401
studio/crisis/actions.ts prepare                            401 "   "   may "   "   "   401
studio/crisis/actions.ts start                              401 "   "   403 "   may "   401
studio/crisis/actions.ts end                                401 "   "   403 "   may "   401
studio/crisis/actions.ts send                               401 "   "   403 "   may "   401
studio/crisis/actions.ts correct                            401 "   "   403 "   may "   401
studio/desk/actions.ts leave                                401 "   "   403 "   may "   401
studio/desk/actions.ts readAll                              401 "   "   may "   "   "   401
studio/desk/actions.ts hideSteps                            401 "   "   403 "   may "   401
studio/desk/actions.ts showSteps                            401 "   "   403 "   may "   401
studio/desk/actions.ts openNotification                     401 "   "   may "   "   "   401
studio/feedback/actions.ts remove                           401 "   "   403 "   may "   401
studio/feedback/actions.ts handle                           401 "   "   may "   "   "   401
studio/log/actions.ts checkNow                              401 "   "   403 "   "   may 401
studio/media/actions.ts saveMediaAction                     401 "   "   may media-of-others may "   401
studio/members/actions.ts renewInvitation                   401 "   "   403 "   "   may 401
studio/members/actions.ts makePasswordLink                  401 "   "   403 "   "   may 401
studio/members/actions.ts endInvitation                     401 "   "   403 "   "   may 401
studio/members/actions.ts inviteMember                      401 "   "   403 "   "   may 401
studio/members/actions.ts setRole                           401 "   "   403 "   "   may 401
studio/members/actions.ts removeMember                      401 "   "   403 "   "   may 401
studio/on-call/actions.ts add                               401 "   "   403 "   may "   401
studio/on-call/actions.ts change                            401 "   "   403 "   may "   401
studio/on-call/actions.ts remove                            401 "   "   403 "   may "   401
studio/on-call/actions.ts ask                               401 "   "   may "   "   "   401
studio/on-call/actions.ts answer                            401 "   "   may "   "   "   401
studio/on-call/actions.ts repeat                            401 "   "   403 "   may "   401
studio/on-call/actions.ts saveHours                         401 "   "   403 "   may "   401
studio/organisations/actions.ts createOrganisationAction    401 "   "   403 "   may "   401
studio/organisations/actions.ts saveOrganisationAction      401 "   "   403 "   may "   401
studio/organisations/funders/actions.ts removeFunderAction  401 "   "   403 "   may "   401
studio/organisations/funders/actions.ts orderFundersAction  401 "   "   403 "   may "   401
studio/organisations/funders/actions.ts saveLineAction      401 "   "   403 "   may "   401
studio/organisations/funders/actions.ts makeFunderAction    401 "   "   403 "   may "   401
studio/organisations/funders/actions.ts addFunderAction     401 "   "   403 "   may "   401
studio/people/actions.ts makeOrganisation                   401 "   "   403 "   may "   401
studio/people/actions.ts createPersonAction                 401 "   "   403 "   may "   401
studio/people/actions.ts savePersonAction                   401 "   "   403 "   may "   401
studio/people/actions.ts restorePersonAction                401 "   "   403 "   may "   401
studio/people/actions.ts archivePersonAction                401 "   "   403 "   may "   401
studio/profile/actions.ts endOthers                         401 "   "   may "   "   "   401
studio/profile/actions.ts withdrawAddress                   401 "   "   may "   "   "   401
studio/profile/actions.ts save                              401 "   "   may "   "   "   401
studio/profile/actions.ts saveMail                          401 "   "   may "   "   "   401
studio/profile/actions.ts changePassword                    401 "   "   may "   "   "   401
studio/profile/actions.ts endOne                            401 "   "   may "   "   "   401
studio/questions/actions.ts answer                          401 "   "   may "   "   "   401
studio/questions/actions.ts close                           401 "   "   may "   "   "   401
studio/questions/actions.ts enter                           401 "   "   may "   "   "   401
studio/questions/actions.ts erase                           401 "   "   403 "   may "   401
studio/questions/actions.ts handOver                        401 "   "   may "   "   "   401
studio/questions/actions.ts note                            401 "   "   may "   "   "   401
studio/questions/actions.ts reopen                          401 "   "   may "   "   "   401
studio/questions/actions.ts take                            401 "   "   may "   "   "   401
studio/releases/[id]/history/actions.ts nameVersion         401 "   "   may "   "   "   401
studio/releases/[id]/history/actions.ts removeFromReaders   401 "   "   403 "   may "   401
studio/releases/[id]/history/actions.ts restoreVersion      401 "   "   may "   "   "   401
studio/releases/[id]/making/actions.ts takeBack             401 "   "   403 "   may "   401
studio/releases/[id]/making/actions.ts bringBack            401 "   "   403 "   may "   401
studio/releases/[id]/making/actions.ts makePerson           401 "   "   403 "   may "   401
studio/releases/[id]/making/actions.ts credit               401 "   "   may media-of-others may "   401
studio/releases/[id]/making/actions.ts reach                401 "   "   403 "   may "   401
studio/releases/[id]/making/actions.ts makeSubject          401 "   "   403 "   may "   401
studio/releases/[id]/meeting/actions.ts cancel              401 "   "   may "   "   "   401
studio/releases/[id]/meeting/actions.ts remove              401 "   "   may "   "   "   401
studio/releases/[id]/meeting/actions.ts write               401 "   "   may "   "   "   401
studio/releases/[id]/publication/actions.ts cancel          401 "   "   403 "   may "   401
studio/releases/[id]/publication/actions.ts throwAway       401 "   "   may "   "   "   401
studio/releases/[id]/publication/actions.ts publish         401 "   "   403 "   may "   401
studio/releases/[id]/publication/actions.ts translate       401 "   "   may "   "   "   401
studio/releases/[id]/publication/actions.ts undo            401 "   "   403 "   may "   401
studio/releases/[id]/publication/actions.ts duplicate       401 "   "   may text-of-others may "   401
studio/releases/[id]/publication/actions.ts lookAgain       401 "   "   may text-of-others may "   401
studio/releases/[id]/publication/actions.ts withdraw        401 "   "   403 "   may "   401
studio/releases/[id]/review/actions.ts approve              401 "   "   403 "   may "   401
studio/releases/[id]/review/actions.ts noteRead             401 "   "   403 "   may "   401
studio/releases/[id]/review/actions.ts remind               401 "   "   may review-of-others may "   401
studio/releases/[id]/review/actions.ts submit               401 "   "   may "   "   "   401
studio/releases/[id]/review/actions.ts askForChanges        401 "   "   403 "   may "   401
studio/releases/[id]/review/actions.ts takeBackSubmission   401 "   "   may review-of-others may "   401
studio/releases/[id]/translation/actions.ts mark            401 "   "   may "   "   "   401
studio/releases/[id]/translation/actions.ts unmark          401 "   "   may "   "   "   401
studio/releases/[id]/translation/actions.ts settle          401 "   "   may "   "   "   401
studio/releases/actions.ts startTranslation                 401 "   "   may "   "   "   401
studio/releases/actions.ts startRelease                     401 "   "   may "   "   "   401
studio/releases/bulk-actions.ts trashTexts                  401 "   "   may left may "   401
studio/releases/bulk-actions.ts duplicateTexts              401 "   "   may left may "   401
studio/releases/bulk-actions.ts setTextsWriter              401 "   "   403 "   may "   401
studio/releases/bulk-actions.ts makeTextsTopic              401 "   "   403 "   may "   401
studio/releases/bulk-actions.ts setTextsTopic               401 "   "   may left may "   401
studio/releases/bulk-choices.ts writersForTexts             401 "   "   403 "   may "   401
studio/releases/bulk-choices.ts topicsForTexts              401 "   "   may "   "   "   401
studio/settings/actions.ts save                             401 "   "   403 "   "   may 401
studio/settings/statement-actions.ts savePrivacy            401 "   "   403 "   "   may 401
studio/settings/statement-actions.ts saveAccessibility      401 "   "   403 "   "   may 401
studio/subjects/actions.ts create                           401 "   "   403 "   may "   401
studio/subjects/actions.ts save                             401 "   "   403 "   may "   401
studio/trash/actions.ts archiveSelected                     401 "   "   403 "   may "   401
studio/trash/actions.ts undoChange                          401 "   "   may left may "   401
studio/trash/actions.ts restoreSelected                     401 "   "   may left may "   401
studio/trash/actions.ts trashOne                            401 "   "   may trash-of-others may "   401
studio/trash/actions.ts restoreOne                          401 "   "   may trash-of-others may "   401
studio/trash/actions.ts deleteSelected                      401 "   "   may left may "   401
studio/trash/actions.ts throwAway                           401 "   "   may left may "   401
studio/trash/actions.ts deleteOne                           401 "   "   may trash-of-others may "   401
`

type Sent = unknown[]
const idle = { status: 'idle', errors: {} }
const typed = '$K1'

/** What is sent for a parameter by its type: nothing that is there, and nothing that changes anything. */
function valueFor(type: string): unknown {
  const values: Record<string, unknown> = {
    FormState: idle,
    FormData: typed,
    string: 'nothing',
    boolean: true,
    number: 1,
    Language: 'sv',
    Selected: { ids: ['nothing'], all: null },
    SubjectSection: 'topics',
    'string[]': [],
    'string[] | null': null,
    unknown: [],
    "'topics' | 'series'": 'topics',
  }
  return type in values ? values[type] : {}
}

const editor = ({ editorId }: Visitor) => ({ actor: { id: editorId, role: 'editor' as const }, now: new Date() })
const selected = (...ids: string[]) => ({ ids, all: null })
const storyOf = async (id: string) => (await getRelease(id))?.storyId ?? ''

async function trashed(visitor: Visitor): Promise<string> {
  const { id } = await visitor.another()
  await moveToTrash('release', [id], editor(visitor))
  return id
}

async function submitted(visitor: Visitor): Promise<string> {
  const { id } = await visitor.another()
  const by = { ...editor(visitor), baseStep: 0, baseVersion: (await getDraft(id))?.version ?? 0 }
  await submitForReview(id, { note: '', reviewerId: '', dueAt: '' }, by)
  return id
}

/** What is sent where it matters whose a thing is, and where what is sent by its type would be no answer. */
const sent: Record<string, (visitor: Visitor) => Promise<Sent>> = {
  'studio/calendar/actions.ts endLink': async ({ userId }) => {
    await makeCalendarLink({ actor: { id: userId }, now: new Date() })
    return [idle]
  },
  'studio/trash/actions.ts trashOne': async (by) => ['release', (await by.another()).id, idle, typed],
  'studio/trash/actions.ts restoreOne': async (by) => ['release', await trashed(by), idle, typed],
  'studio/trash/actions.ts deleteOne': async (by) => ['release', await trashed(by), idle, typed],
  'studio/trash/actions.ts throwAway': async (by) => ['release', selected((await by.another()).id), '', true],
  'studio/trash/actions.ts restoreSelected': async (by) => ['release', selected(await trashed(by))],
  'studio/trash/actions.ts deleteSelected': async (by) => ['release', selected(await trashed(by)), '', true],
  'studio/trash/actions.ts undoChange': async (by) => [
    JSON.stringify({ what: 'trash', ids: [(await by.another()).id] }),
  ],
  'studio/trash/actions.ts archiveSelected': async () => [selected()],
  'studio/media/actions.ts saveMediaAction': async ({ text }) => [text.imageId, idle, typed],
  'studio/people/actions.ts makeOrganisation': async () => [''],
  'studio/releases/actions.ts startTranslation': async ({ text }) => [text.id, 'en'],
  'studio/releases/bulk-actions.ts trashTexts': async (by) => [selected(await storyOf((await by.another()).id))],
  'studio/releases/bulk-actions.ts duplicateTexts': async ({ text }) => [selected(await storyOf(text.id))],
  'studio/releases/bulk-actions.ts setTextsTopic': async ({ text }) => [
    selected(await storyOf(text.id)),
    (await listTopics())[0]?.id,
    true,
  ],
  'studio/releases/bulk-actions.ts makeTextsTopic': async () => [selected('nothing'), ''],
  'studio/releases/bulk-actions.ts setTextsWriter': async (by) => [
    selected(await storyOf((await by.another()).id)),
    by.editorId,
  ],
  'studio/releases/[id]/making/actions.ts credit': async ({ text }) => [text.imageId, 'Foto: Vera Lind'],
  'studio/releases/[id]/making/actions.ts makeSubject': async () => ['topics', '', 'sv'],
  'studio/releases/[id]/publication/actions.ts duplicate': async ({ text }) => [text.id, idle, typed],
  'studio/releases/[id]/publication/actions.ts lookAgain': async ({ text }) => [text.id, idle, typed],
  'studio/releases/[id]/review/actions.ts takeBackSubmission': async (by) => [await submitted(by), 1],
  'studio/releases/[id]/review/actions.ts remind': async (by) => [await submitted(by), 1],
}

const told = /-of-others$|^link-opens-nothing$|^already-set-up$/

/** Says in a word what an action has answered. */
async function wordFor(answer: Response): Promise<string> {
  const body = await answer.text()
  if (answer.headers.has('x-action-redirect')) return 'may'
  // The line of what the action returned; one that has thrown has another.
  const [, line] = /^1:(?!E)(.*)$/m.exec(body) ?? []
  if (line === undefined) return String(answer.status)
  const said = JSON.parse(line)
  if (said?.left?.length > 0) return 'left'
  return told.test(said?.code) ? said.code : 'may'
}

test('each action answers each visitor as the table says, and a refused one changes nothing', async ({
  newsroom,
  visitors,
}) => {
  test.slow()
  const actions = builtActions()
  const rows = readTable(
    table,
    actions.map(({ name }) => name),
  )
  const wanted = (name: string, visitor: Visitor) => rows.get(name)?.[visitor.name] ?? ''
  const call = async ({ id, name, page, takes }: (typeof actions)[number], visitor: Visitor, args: Sent) => {
    const body = new FormData()
    // A form with nothing in it that any action asks for.
    body.set('1_prov', '')
    body.set('0', JSON.stringify(args))
    const path = page.replace('/releases/[id]', `/releases/${visitor.text.id}`).replace(/\[[^\]]+\]/g, 'nothing')
    const headers = { 'next-action': id, origin: newsroom.url, cookie: visitor.cookie }
    const word = await wordFor(await fetch(newsroom.url + path, { method: 'POST', redirect: 'manual', headers, body }))
    expect.soft(word, `${name}(${takes.join(', ')}) for ${visitor.name}`).toBe(wanted(name, visitor))
  }
  const before = await everything()
  const isRefused = (name: string, visitor: Visitor) => /^40[13]$/.test(wanted(name, visitor))
  for (const visitor of visitors) {
    const refused = actions.filter(({ name }) => isRefused(name, visitor))
    for (const action of refused) await call(action, visitor, action.takes.map(valueFor))
  }
  expect(await everything()).toBe(before)
  for (const visitor of visitors) {
    for (const action of actions.filter(({ name }) => !isRefused(name, visitor)))
      await call(action, visitor, (await sent[action.name]?.(visitor)) ?? action.takes.map(valueFor))
  }
})

test('a page on another site cannot make a member act', async ({ newsroom, visitors }) => {
  const action = builtActions().find(({ name }) => name.endsWith(' startTranslation'))
  const owner = visitors.find(({ name }) => name === 'owner')
  const before = await everything()
  const answer = await fetch(`${newsroom.url}/studio/releases`, {
    method: 'POST',
    headers: { 'next-action': action?.id ?? '', origin: 'https://elsewhere.example', cookie: owner?.cookie ?? '' },
    body: JSON.stringify([owner?.text.id, 'en']),
  })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(await everything()).toBe(before)
})
