import { listLiveSeries } from '#db/live/series.ts'
import * as shapes from '#lib/open-data/shapes.ts'
import { answerList } from '../respond.ts'
import { subjectData } from '../subject-data.ts'

export const dynamic = 'force-dynamic'

/** Answers with the series that have a live release. */
export const GET = (request: Request): Promise<Response> =>
  answerList(request, {
    path: '/series',
    shape: shapes.allSeriesShape,
    list: listLiveSeries,
    dataOf: (one, language) => subjectData('series', one, language),
  })
