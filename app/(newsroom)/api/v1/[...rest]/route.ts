import { notFound } from '../answer.ts'

export const dynamic = 'force-dynamic'

/** Everything else under this address. */
export const GET = () => notFound()
