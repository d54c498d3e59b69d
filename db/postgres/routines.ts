/** Makes the functions, the views and the triggers of the database anew where they are not those of this version. */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')

/** Everything there is to make, as one text. */
export function routines(): string {
  const stated = read('../sqlite/edition-triggers.sql')
  return [read('routines.sql'), ...editionTriggers(stated)].join('\n')
}

/** Returns the triggers that SQLite's file states, as PostgreSQL writes them. */
export function editionTriggers(stated: string): string[] {
  const statements = stated
    .replace(/^--.*\n?/gm, '')
    .split(/(?<=END);/)
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
  return statements.map((text) => {
    const [, head, condition, action = ''] = /^(CREATE TRIGGER .*?) (?:WHEN (.*) )?BEGIN (.*); END$/.exec(text) ?? []
    if (!head) throw new Error(`not understood: ${text}`)
    if (action === 'UPDATE edition SET number = number + 1') {
      return `${head} FOR EACH ROW ${condition ? `WHEN (${condition}) ` : ''}EXECUTE FUNCTION raise_edition();`
    }
    const [, column] = /live_revision_id = (?:NEW|OLD)\.(\w+)\)/.exec(condition ?? '') ?? []
    if (!column || !action.includes('a live revision never changes')) throw new Error(`not understood: ${text}`)
    return `${head} FOR EACH ROW EXECUTE FUNCTION refuse_live('${column}');`
  })
}

const digest = (): string => hash('sha1', routines(), 'base64url')

/** Whether the database has the routines of this version. */
export async function hasRoutines(client: pg.ClientBase | pg.Pool): Promise<boolean> {
  const { rows } = await client.query(`SELECT obj_description(to_regnamespace('pressrum'), 'pg_namespace') AS made`)
  return rows[0]?.made === digest()
}

/** Takes away what this file has made, so that tables can be changed. */
export const dropRoutines = (client: pg.ClientBase): Promise<unknown> =>
  client.query('DROP SCHEMA IF EXISTS pressrum CASCADE')

/** Makes them where there are none, and notes which they are. It must run in a transaction. */
export async function makeRoutines(client: pg.ClientBase): Promise<void> {
  await client.query(routines())
  await client.query(`COMMENT ON SCHEMA pressrum IS '${digest()}'`)
}
