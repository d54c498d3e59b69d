import { marked } from 'marked'
import { expect, test } from 'vitest'
import { readLog } from '#db/client.ts'
import { addRelease, noon } from '#db/testing/newsroom.ts'
import { GET } from './route.ts'

const story = await addRelease('Halten [prov] var <LOD', { summary: 'Kort\noch gott.' })
await addRelease('Level below LOD', {}, { translationOf: story })
await addRelease('Kommer sedan', {}, { at: new Date(noon.getTime() + 60_000) })

test('what there is stands in each language, each page as Markdown, and nothing that is not out', async () => {
  const answer = (await readLog().track(noon, () => GET())).made
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8'])
  const text = await answer.text()
  expect(text.split('\n')[0]).toBe('# Provrummet')
  expect(text).toContain('> Till prov')
  expect(text).toMatch(
    /^- \[Halten \\\[prov\\\] var <LOD\]\(http[^)]*\/nyheter\/halten-prov-var-lod\.md\): Kort och gott\.$/m,
  )
  expect(text).toMatch(/^- \[Level below LOD\]\(http[^)]*\/en\/news\/level-below-lod\.md\)$/m)
  expect(text).not.toContain('Kommer sedan')
  const [title, ...sections] = marked.lexer(text).filter(({ type }) => type === 'heading')
  expect(title).toMatchObject({ depth: 1 })
  expect(sections.length).toBeGreaterThan(3)
  for (const section of sections) expect(section).toMatchObject({ depth: 2 })
})
