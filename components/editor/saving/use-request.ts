'use client'
import { useCallback } from 'react'
import { useText } from '#components/ui/messages.tsx'
import { messageIn, send } from './draft-requests.ts'

/**
 * Returns a function that requests something from the server. It resolves to the answer, or to a sentence on why there
 * is none.
 */
export function useRequest() {
  const t = useText('forms')
  return useCallback(
    async <T>(...request: Parameters<typeof send>): Promise<{ body: T } | { trouble: string }> => {
      const answer = await send(...request)
      if ('type' in answer) {
        if (answer.type === 'signed-out') return { trouble: t('signed-out') }
        return { trouble: answer.message || t('offline') }
      }
      if (answer.status < 300) return { body: answer.body as T }
      return { trouble: messageIn(answer.body) || t(answer.status === 403 ? 'not-allowed' : 'fault') }
    },
    [t],
  )
}
