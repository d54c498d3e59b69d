/** Every table, for whoever opens the database or looks through all of it. */
import * as crises from './crises.ts'
import * as duties from './duties.ts'
import * as embargoes from './embargoes.ts'
import * as events from './events.ts'
import * as library from './library.ts'
import * as links from './links.ts'
import * as meetings from './meetings.ts'
import * as newsroom from './newsroom.ts'
import * as outbox from './outbox.ts'
import * as people from './people.ts'
import * as published from './published.ts'
import * as questions from './questions.ts'
import * as releases from './releases.ts'
import * as reviews from './reviews.ts'
import * as signOffs from './sign-offs.ts'
import * as subjects from './subjects.ts'
import * as trash from './trash.ts'
import * as users from './users.ts'

export const schema = {
  ...users,
  ...events,
  ...library,
  ...subjects,
  ...people,
  ...releases,
  ...published,
  ...reviews,
  ...signOffs,
  ...embargoes,
  ...newsroom,
  ...duties,
  ...crises,
  ...meetings,
  ...questions,
  ...outbox,
  ...links,
  ...trash,
}
