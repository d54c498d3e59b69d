import { expect, test } from 'vitest'
import { databaseNames, databaseTrouble, wholeDatabaseAddress } from './database-address.ts'

const ca = '/etc/ca.pem'

test.each([
  ['postgres://db.example.org/newsroom', 'postgres://db.example.org/newsroom?sslmode=verify-full'],
  ['postgresql://db.example.org/newsroom', 'postgresql://db.example.org/newsroom?sslmode=verify-full'],
  ['postgres://db/newsroom?sslmode=', 'postgres://db/newsroom?sslmode=verify-full'],
  ['postgres://db/newsroom?sslmode=disable', 'postgres://db/newsroom?sslmode=disable'],
  ['postgres://db/newsroom?sslmode=prefer', 'postgres://db/newsroom?sslmode=verify-full'],
  ['postgres://db/newsroom?sslmode=require', 'postgres://db/newsroom?sslmode=verify-full'],
  ['postgres://db/newsroom?sslmode=verify-ca', 'postgres://db/newsroom?sslmode=verify-full'],
  [
    `postgres://db/newsroom?sslmode=verify-ca&sslrootcert=${ca}`,
    `postgres://db/newsroom?sslmode=verify-ca&sslrootcert=${encodeURIComponent(ca)}&uselibpqcompat=true`,
  ],
  ['postgres://localhost/newsroom?sslmode=require', 'postgres://localhost/newsroom?sslmode=verify-full'],
  ['postgres://localhost/newsroom?host=db', 'postgres://localhost/newsroom?host=db&sslmode=verify-full'],
  ['postgres://news:a%23b@localhost:5433/newsroom', 'postgres://news:a%23b@localhost:5433/newsroom'],
  ['postgres://[::1]/newsroom', 'postgres://[::1]/newsroom'],
  ['postgres://%2Frun%2Fpostgresql/newsroom', 'postgres://%2Frun%2Fpostgresql/newsroom'],
  ['postgres://news@/newsroom?host=/run/postgresql', 'postgres://news@localhost/newsroom?host=/run/postgresql'],
  ['postgres://news:a@/newsroom', 'postgres://news:a@localhost/newsroom'],
  ['postgres:///newsroom', 'postgres:///newsroom?host=localhost'],
])('the database of %s is reached by %s', (given, address) => {
  expect(databaseTrouble(given)).toBeUndefined()
  expect(wholeDatabaseAddress(given)).toBe(address)
})

test.each([
  ['application_name=press', 'must not hold application_name, only host,'],
  ['schema=news', 'must not hold schema, only host,'],
  ['sslmode=verify-full&statement_timeout=1', 'must not hold statement_timeout, only host,'],
  ['sslmode=on', 'must have one of disable, prefer, require, verify-ca, verify-full or no-verify as sslmode.'],
])('an address with ?%s is refused, for nobody would heed it', (query, said) => {
  expect(databaseTrouble(`postgres://news:secret@db/newsroom?${query}`)).toContain(said)
})

test.each([
  'postgres://news:secret%zz@db/newsroom',
  'postgres://news:secret@db/news%room',
  'postgres://news:secret@db/newsroom/',
  'postgres://news:secret@db,db2/newsroom',
  'postgres://news:se/cret@db/newsroom',
  'host=db dbname=newsroom password=secret',
  '/run/postgresql',
])('%s is no address of a database', (given) => {
  expect(databaseTrouble(given)).toMatch(/^must look like /)
})

test.each([
  ['postgres://news:secret@db.example.org:5433/newsroom', 'newsroom', 'db.example.org:5433'],
  ['postgres://news:secret@localhost/news%20room?host=/run/postgresql&port=5433', 'news room', '/run/postgresql:5433'],
  ['postgres://%2Frun%2Fpostgresql/newsroom', 'newsroom', '/run/postgresql'],
  ['postgres://[::1]:5433/newsroom', 'newsroom', '[::1]:5433'],
])('%s is called as the operator knows it', (address, database, server) => {
  expect(databaseNames(address)).toEqual({ database, server })
})
