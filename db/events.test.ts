import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { languages } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'

/** Verbs that change something and record no event, and why not. */
const unrecorded: Record<string, string> = {
  'db/events/chain.ts chainEarlierEvents': 'It chains what has been recorded already.',
  'db/events/verify.ts checkLog': 'A check says itself when it was made, and changes nothing.',
  'db/events/verify.ts checkLogDaily': 'A check says itself when it was made, and changes nothing.',
  'db/embargo/links.ts issueEmbargoLink': 'It makes the secret of a link whose making is recorded.',
  'db/links/nightly.ts checkLinks': 'It notes what the net has answered, and no text is changed by it.',
  'db/links/nightly.ts checkLinksNightly': 'It notes what the net has answered, and no text is changed by it.',
  'db/links/places.ts gatherLinks': 'It notes where links stand in texts whose changes are recorded.',
  'db/sign-off/links.ts issueSignOff': 'It makes the secret of a link whose making is recorded.',
  'db/statements/feedback.ts addFeedback': 'The message of a reader says itself when it came.',
  'db/statements/feedback.ts pruneFeedback': 'What is deleted because it is old is to leave nothing behind.',
  'db/meetings/delete.ts pruneSignUps': 'What is deleted because it is old is to leave nothing behind.',
  'db/media/renew.ts renewFiles': 'Files are made anew from what the library says; saving that is recorded.',
  'db/media/renew.ts renewFilesAfter': 'It makes files anew after changes that are recorded.',
  'db/media/tidy.ts writeStored': 'It runs a change it is given, and that is recorded.',
  'db/outbox/deliveries.ts claimDeliveries': 'A delivery says itself when it is tried.',
  'db/outbox/deliveries.ts claimDelivery': 'A delivery says itself when it is tried.',
  'db/outbox/embargo-mail.ts embargoMail': 'It makes the secret of a link whose making is recorded.',
  'db/outbox/notification-mail.ts queueNotificationMail':
    'It queues what members have been told, by steps that are recorded.',
  'db/outbox/purges.ts queuePurge': 'It tells a CDN of changes that are recorded.',
  'db/outbox/deliveries.ts settleArrived': 'A delivery says itself when it arrived.',
  'db/outbox/deliveries.ts settleFailed': 'A delivery says itself why it failed and when it is tried again.',
  'db/outbox/deliveries.ts pruneDeliveries': 'What is deleted because it is old is to leave nothing behind.',
  'db/releases/comments/notices.ts readComments': 'What a member has looked at is their own matter.',
  'db/releases/presence.ts notePresence': 'It decides nothing and is forgotten within minutes.',
  'db/releases/published/review-date.ts tellOfReviewDates': 'It tells members of a day whose setting is recorded.',
  'db/releases/revisions.ts saveDraft': 'The revision says itself who wrote it and when.',
  'db/settings.ts issueSetupToken': 'There is no member yet, and the newsroom that is created with it is recorded.',
  'db/users/account-links.ts pruneAccountLinks': 'What is deleted because it is old is to leave nothing behind.',
  'db/users/account-links.ts requestPasswordLink':
    'Whether it is anybody’s is known when it is mailed, and that is recorded.',
  'db/users/desk-notifications.ts pruneNotifications': 'What is deleted because it is old is to leave nothing behind.',
  'db/users/desk-notifications.ts readNotifications': 'What a member has looked at is their own matter.',
  'db/users/invitations.ts issueInvitation': 'It makes the secret of a link whose making is recorded.',
  'db/users/invitations.ts pruneInvitations': 'What is deleted because it is old is to leave nothing behind.',
  'db/users/openid.ts countOpenidTry': 'What comes of it is recorded when somebody is back from the provider.',
  'db/users/sessions.ts pruneSessions': 'What is deleted because it is old is to leave nothing behind.',
  'db/users/visits.ts writeVisits': 'That a member was here is no change.',
}

interface Declaration {
  isExported: boolean
  /** What it calls: by name, and where that is declared among the verbs by module and name. */
  calls: string[]
}

const root = join(import.meta.dirname, '..')
const isVerbs = (path: string) =>
  !/\.test\.ts$|^db\/(testing|seed|sqlite|postgres|schema)\/|^db\/(seed|client)\.ts$/.test(path)
const declarations = new Map(
  globSync('db/**/*.ts', { cwd: root })
    .filter(isVerbs)
    .flatMap((module) => declarationsIn(module, readFileSync(join(root, module), 'utf8'))),
)

function declarationsIn(module: string, source: string): [string, Declaration][] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  const imported = [...code.matchAll(/^import \{([^}]*)\} from '([^']+)'/gm)].flatMap(([, names = '', path = '']) =>
    names.split(',').map((name) => [name.trim(), `${join(module, '..', path)} ${name.trim()}`] as const),
  )
  const parts = code.split(/^(?=(?:export )?(?:async )?(?:function|const) )/m).flatMap((text) => {
    const [, exported, name] = /^(export )?(?:async )?(?:function|const) (\w+)/.exec(text) ?? []
    return name ? [{ name, isExported: exported !== undefined, text }] : []
  })
  const known = new Map([...imported, ...parts.map(({ name }) => [name, `${module} ${name}`] as const)])
  return parts.map(({ name, isExported, text }) => {
    const called = [...text.matchAll(/(?<![.\w])(\w+)(?=(?:<[^>()]*>)?\()/g)].map(([call]) => known.get(call) ?? call)
    return [`${module} ${name}`, { isExported, calls: called.filter((call) => call !== `${module} ${name}`) }]
  })
}

/** Whether a declaration calls one of the others, itself or through what it calls. */
function reaches(from: string, wanted: string, seen = new Set<string>()): boolean {
  if (from === wanted) return true
  if (seen.has(from)) return false
  seen.add(from)
  return declarations.get(from)?.calls.some((call) => reaches(call, wanted, seen)) ?? false
}

test('every verb that changes something records an event, or stands in the list of those that need not', () => {
  const verbs = [...declarations].filter(([, { isExported }]) => isExported).map(([name]) => name)
  const changing = verbs.filter((verb) => reaches(verb, 'db/client.ts write'))
  expect(changing).toContain('db/topics.ts saveTopic')
  const silent = changing.filter((verb) => !reaches(verb, 'db/events.ts recordEvent'))
  expect(silent.sort()).toEqual(Object.keys(unrecorded).sort())
})

const told = [...declarations.keys()]
  .map((name) => name.split(' ')[0] ?? '')
  .filter((module, index, all) => all.indexOf(module) === index)
  .map((module) => readFileSync(join(root, module), 'utf8'))
  .filter((source) => source.includes('recordEvent('))
/** The words that follow a name in the code: `verb: 'save'`, `const verb = isHidden ? 'hide' : 'show'`. */
const wordsAfter = (name: string) =>
  told.flatMap((source) =>
    [...source.matchAll(new RegExp(`\\b${name}(?: =|:) ([^,\\n]+)`, 'g'))].flatMap(([, rest = '']) =>
      [...rest.matchAll(/'([a-z][a-z-]+)'/g)].map(([, word = '']) => word),
    ),
  )

test.each(languages)('what is recorded can be read in the log, in %s', (language) => {
  const t = translator(language, 'audit-log')
  const nouns = [...wordsAfter('noun'), 'preview-link'].filter((noun) => noun !== 'redirect')
  const missing = [
    ...wordsAfter('verb').map((verb) => (nouns.includes(verb) ? `the-${verb}` : `verb-${verb}`)),
    ...nouns.flatMap((noun) => (t.has(`verb-${noun}` as never) ? [] : [`noun-${noun}`, `the-${noun}`])),
  ].filter((key) => !t.has(key as never))
  expect([...new Set(missing)]).toEqual([])
})
