import { notFound } from 'next/navigation'
import { ReleaseEditor } from '#components/editor/release-editor.tsx'
import { trashedSince } from '#db/trash/in-trash.ts'
import { requireRole } from '../../../../auth.ts'
import { trashOne } from '../../trash/actions.ts'
import { InTrashPage } from '../../trash/in-trash-page.tsx'
import { getEditorPage } from './editor-page.ts'
import { bringBack, credit, makePerson, makeSubject, reach, takeBack } from './making/actions.ts'
import { cancel, duplicate, lookAgain, publish, throwAway, translate, undo, withdraw } from './publication/actions.ts'
import { approve, askForChanges, noteRead, remind, submit, takeBackSubmission } from './review/actions.ts'
import { mark, unmark } from './translation/actions.ts'

export default async function ReleaseEditorPage({ params }: { params: Promise<{ id: string }> }) {
  const user = await requireRole('contributor')
  const { id } = await params
  const page = await getEditorPage(id, user, new Date())
  if (!page && (await trashedSince('release', id))) return <InTrashPage noun="release" id={id} user={user} />
  if (!page) notFound()
  return (
    <ReleaseEditor
      key={id}
      {...page}
      translation={null}
      making={{ makePerson, makeSubject, reach, credit, takeBack, bringBack }}
      reviewing={{ submit, takeBack: takeBackSubmission, approve, askForChanges, remind, noteRead }}
      actions={{
        publish,
        takeBack: undo,
        cancelSchedule: cancel,
        setReviewDate: lookAgain,
        withdraw,
        translate,
        markAlike: mark,
        unmarkAlike: unmark,
        throwAway,
        duplicate,
        trash: trashOne.bind(null, 'release'),
      }}
    />
  )
}
