'use client'
import { useState } from 'react'
import { ToldHolders } from '#components/editor/embargo/told-holders.tsx'
import { useEmbargo } from '#components/editor/embargo/use-embargo.ts'
import { MovingTogether } from '#components/editor/together/moving-together.tsx'
import { useTogether } from '#components/editor/together/use-together.ts'

/** Says which texts go along when one that is scheduled is moved, and who outside is told of it, with words to them. */
export function MovesAlong({ releaseId }: { releaseId: string }) {
  const [greeting, setGreeting] = useState('')
  const { companions } = useTogether(releaseId, true)
  const { held } = useEmbargo(releaseId, true)
  return (
    <>
      <MovingTogether companions={companions} />
      {held.length > 0 && <ToldHolders held={held} greeting={greeting} onGreeting={setGreeting} />}
      <input type="hidden" name="greeting" value={greeting} />
    </>
  )
}
