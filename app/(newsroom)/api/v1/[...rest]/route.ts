import { notFound } from '../respond.ts'

export const dynamic = 'force-dynamic'

/** Answers 404, as a problem, at every other address of the open data. */
export const GET = () => notFound()
