import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { editionTriggers } from './routines.ts'

interface Snapshot {
  tables: Record<string, { name: string; columns: Record<string, { notNull: boolean }> }>
}

/** The tables as the latest migration of a folder leaves them: each column, and whether it may be empty. */
function columnsIn(folder: string): string[] {
  const latest =
    globSync(join(import.meta.dirname, folder, 'meta/*_snapshot.json'))
      .sort()
      .at(-1) ?? ''
  const { tables } = JSON.parse(readFileSync(latest, 'utf8')) as Snapshot
  return Object.values(tables)
    .flatMap(({ name, columns }) =>
      Object.entries(columns).map(([column, { notNull }]) => `${name}.${column}${notNull ? '' : ' or nothing'}`),
    )
    .sort()
}

test('both databases have the same tables and columns', () => {
  const columns = columnsIn('../migrations')
  expect(columns.length).toBeGreaterThan(250)
  expect(columnsIn('migrations'), 'npm run migration makes one for each').toEqual(columns)
})

test('what raises the edition is written once, and told to both', () => {
  const stated = `
-- settings: on every page.
CREATE TRIGGER edition_settings_update AFTER UPDATE ON settings
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_trash_delete AFTER DELETE ON trash
WHEN OLD.noun <> 'release'
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER live_quotes_insert BEFORE INSERT ON quotes
WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = NEW.revision_id)
BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;`
  expect(editionTriggers(stated)).toEqual([
    'CREATE TRIGGER edition_settings_update AFTER UPDATE ON settings FOR EACH ROW EXECUTE FUNCTION raise_edition();',
    "CREATE TRIGGER edition_trash_delete AFTER DELETE ON trash FOR EACH ROW WHEN (OLD.noun <> 'release') EXECUTE FUNCTION raise_edition();",
    "CREATE TRIGGER live_quotes_insert BEFORE INSERT ON quotes FOR EACH ROW EXECUTE FUNCTION refuse_live('revision_id');",
  ])
  expect(() => editionTriggers('CREATE TRIGGER odd AFTER INSERT ON media BEGIN DELETE FROM media; END;')).toThrow()
})
