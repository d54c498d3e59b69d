import { listLiveTopics } from '#db/live/topics.ts'
import * as shapes from '#lib/open-data/shapes.ts'
import { answerList } from '../respond.ts'
import { subjectData } from '../subject-data.ts'

export const dynamic = 'force-dynamic'

/** Answers with the topics that have a live release. */
export const GET = (request: Request): Promise<Response> =>
  answerList(request, {
    path: '/topics',
    shape: shapes.topicsShape,
    list: listLiveTopics,
    dataOf: (one, language) => subjectData('topics', one, language),
  })
