/**
 * What a page was made from: every question it put to the database, with a digest of the answer. While the same questions
 * get the same answers the page is true, whatever else has changed in the newsroom; asking them again takes a fraction of
 * a millisecond and rendering takes twenty. Noted on the connection itself, so there is nothing a page could forget to
 * say. One of the few places that know SQLite's driver.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { hash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { LRUCache } from 'lru-cache'

interface Question {
  sql: string
  params: readonly unknown[]
  /** Whether the first row was all that was wanted. */
  isOne: boolean
}

interface Making {
  now: Date
  asked: Map<string, Question & { digest: string }>
  /** False once something was read that cannot be asked again: then what is made is good for this edition only. */
  isRepeatable: boolean
}

/** A stretch of time in which nothing readers can see changes; `from` is where it began, in milliseconds. */
export interface Era {
  from: number
}

export interface ReadLog {
  /** Makes something for the moment `now`, and says of a later time whether it would be made from the same rows then. */
  during<Made>(now: Date, make: () => Promise<Made>): Promise<{ made: Made; isStillTrue(era: Era): boolean }>
  /** Says that what is being made is also made from what is not asked here: it will not be taken for true later. */
  askedElsewhere(): void
  /** The moment for which something is being made. */
  moment(): Date | undefined
}

const mostStatements = 250
/** A query is written out anew each time it is asked; kept pages share one copy of it. */
const mostTexts = 1_000
/** What all pages ask (settings, topics, contacts) is asked once in an era. */
const mostAnswers = 2_000

/** Makes a connection note what is asked on it. */
export function logReads(connection: Database.Database): ReadLog {
  const makings = new AsyncLocalStorage<Making>()
  const prepare = connection.prepare.bind(connection)
  const statements = new LRUCache<string, Database.Statement>({ max: mostStatements })
  const texts = new LRUCache<string, string>({ max: mostTexts })
  const answers = new LRUCache<string, string>({ max: mostAnswers })
  let answersOf: Era | undefined

  connection.prepare = ((sql: string) => noting(prepare(sql), sql)) as typeof connection.prepare

  function noting(statement: Database.Statement, sql: string) {
    const { all, get, iterate } = statement
    return Object.assign(statement, {
      all(...params: unknown[]) {
        const rows = all.apply(statement, params)
        note({ sql, params, isOne: false }, rows)
        return rows
      },
      get(...params: unknown[]) {
        const row = get.apply(statement, params)
        note({ sql, params, isOne: true }, row)
        return row
      },
      iterate(...params: unknown[]) {
        askedElsewhere()
        return iterate.apply(statement, params)
      },
    })
  }

  function askedElsewhere() {
    const making = makings.getStore()
    if (making) making.isRepeatable = false
  }

  function note(question: Question, answer: unknown) {
    const making = makings.getStore()
    if (!making?.isRepeatable) return
    if (question.params.some((param) => typeof param === 'object' && param !== null)) {
      making.isRepeatable = false
      return
    }
    const key = keyOf(question)
    const digest = digestOf(answer, question)
    const before = making.asked.get(key)
    // The newsroom changed in the midst of it.
    if (before && before.digest !== digest) making.isRepeatable = false
    making.asked.set(key, { ...question, sql: shared(question.sql), digest })
  }

  function shared(sql: string): string {
    const known = texts.get(sql)
    if (known === undefined) texts.set(sql, sql)
    return known ?? sql
  }

  function answerNow(question: Question): string {
    const { sql, params, isOne } = question
    const key = keyOf(question)
    const known = answers.get(key)
    if (known !== undefined) return known
    const statement = statements.get(sql) ?? prepare(sql).raw()
    statements.set(sql, statement)
    const digest = digestOf(isOne ? statement.get(...params) : statement.all(...params), question)
    answers.set(key, digest)
    return digest
  }

  return {
    async during(now, make) {
      const making: Making = { now, asked: new Map(), isRepeatable: true }
      const made = await makings.run(making, make)
      if (!making.isRepeatable || making.asked.size === 0) return { made, isStillTrue: () => false }
      const moment = now.getTime()
      const asked = [...making.asked.values()]
      return {
        made,
        isStillTrue(era) {
          if (answersOf !== era) answers.clear()
          answersOf = era
          return asked.every(({ digest, ...question }) => {
            const params = question.params.map((param) => (param === moment ? era.from : param))
            return answerNow({ ...question, params }) === digest
          })
        },
      }
    },
    askedElsewhere,
    moment: () => makings.getStore()?.now,
  }
}

const keyOf = ({ sql, params, isOne }: Question) => `${isOne ? 1 : 0}${JSON.stringify(params)}${sql}`

/** Of the values alone: the same row comes as a list, an object or a single value, as the caller likes it. */
function digestOf(answer: unknown, { isOne }: Question): string {
  const rows = isOne ? [answer] : (answer as unknown[])
  return hash('sha1', JSON.stringify(rows.map(valuesOf)), 'base64url')
}

const valuesOf = (row: unknown) => (typeof row === 'object' && row !== null ? Object.values(row) : [row])
