import { notFound } from '../v1/respond.ts'

export const dynamic = 'force-dynamic'

/** Answers 404, as a problem, at every address under `/api` that does not exist. */
export const GET = () => notFound()
