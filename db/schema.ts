/** Every table, for whoever opens the database or looks through all of it. */
import * as events from './schema/events.ts'
import * as library from './schema/library.ts'
import * as newsroom from './schema/newsroom.ts'
import * as outbox from './schema/outbox.ts'
import * as people from './schema/people.ts'
import * as releases from './schema/releases.ts'
import * as subjects from './schema/subjects.ts'
import * as trash from './schema/trash.ts'
import * as users from './schema/users.ts'

export const schema = {
  ...users,
  ...events,
  ...library,
  ...subjects,
  ...people,
  ...releases,
  ...newsroom,
  ...outbox,
  ...trash,
}
