import { listLivePeople } from '#db/live/people.ts'
import * as shapes from '#lib/open-data/shapes.ts'
import { personData } from '../person-data.ts'
import { answerList } from '../respond.ts'

export const dynamic = 'force-dynamic'

/** Answers with the people the newsroom presents. */
export const GET = (request: Request): Promise<Response> =>
  answerList(request, {
    path: '/people',
    shape: shapes.peopleShape,
    list: listLivePeople,
    dataOf: (person, language) => personData(person, language),
  })
