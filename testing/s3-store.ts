/** Gives each test file a store of its own that speaks the S3 protocol, in its data directory, for the library's files. */
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { startS3 } from './start-s3.ts'

const store = await startS3(join(process.env.DATA_DIR ?? '', 's3'))
Object.assign(process.env, store.environment, { MEDIA_URL: 's3://pressrum/some/folder' })
afterAll(() => store.stop())
