import { notFound } from '../v1/answer.ts'

export const dynamic = 'force-dynamic'

/** Every address of the kind programs ask for at which nothing is. */
export const GET = () => notFound()
