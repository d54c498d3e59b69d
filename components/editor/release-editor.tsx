'use client'
/**
 * The release editor: the bar, the page, the panels beside it, and the status line that says whether the text is saved.
 */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useLeaveWarning } from '#components/ui/form/unsaved.ts'
import { useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import { PageTitle } from '#components/ui/page-title.tsx'
import { documentText } from '#lib/document/rich-text.ts'
import { useBody } from './body.tsx'
import { Canvas } from './canvas.tsx'
import { useComments } from './comments/use-comments.ts'
import { useConflict } from './conflict/use-conflict.tsx'
import { EditorBar } from './editor-bar.tsx'
import { FindDock } from './find/find-dock.tsx'
import { goTo } from './inspector/go-to.ts'
import { Inspector, type TabName } from './inspector/inspector.tsx'
import { Pickers, usePickers } from './pickers/picker-context.tsx'
import { useInsertDialogs } from './pickers/use-insert-dialogs.tsx'
import { usePreview } from './preview/use-preview.tsx'
import { useChanges } from './publishing/use-changes.ts'
import { usePublishing } from './publishing/use-publishing.ts'
import { ReadToast } from './reading/read-toast.tsx'
import { useReading } from './reading/use-reading.ts'
import { useReviewStanding } from './review/use-review-standing.ts'
import { StatusLine } from './saving/status-line.tsx'
import { QuoteStates, useSignOffs } from './sign-offs/use-sign-offs.ts'
import { useTextFacts } from './text-facts.ts'
import { Toolbar } from './toolbar/toolbar.tsx'
import { UntranslatedContext, useSameInText, useUntranslated } from './translation/use-untranslated.ts'
import type { EditorProps } from './types.ts'
import { useWriting } from './use-writing.ts'
import './editor.css'
import '../compare/compare.css'

const readingSheet = onDemand(async () => (await import('./reading/reading-sheet.tsx')).ReadingSheet)
const suggestionsInText = onDemand(async () => (await import('./sign-offs/suggestions-in-text.tsx')).SuggestionsInText)
const translationView = onDemand(async () => (await import('./translation/translation-view.tsx')).TranslationView)

export function ReleaseEditor(props: EditorProps) {
  return (
    <Pickers
      language={props.release.language}
      people={props.people}
      pictures={props.pictures}
      documents={props.documents}
      making={props.making}
      mayMake={props.mayMake}
      organisations={props.organisations}
      photographers={props.photographers}
    >
      <WritingRoom {...props} />
    </Pickers>
  )
}

function WritingRoom(props: EditorProps) {
  const t = useText('editor')
  const formText = useText('forms')
  const { release, stored, user, versions, actions, newsroom } = props
  const writing = useWriting(release.id, user, stored, t('own-other-window'))
  const { facts, look } = useTextFacts(writing.read, stored.draft)
  const [tab, setTab] = useState<TabName>('publish')
  const toolbar = useRef<HTMLDivElement>(null)
  const askLink = useRef(() => {})
  const { editor, onSlashKey, onMentionKey, incoming } = useBody({
    initial: writing.opened,
    language: release.language,
    askLink,
    toolbar,
    onWritten: writing.bodyWritten,
  })
  const { tools, dialog } = useInsertDialogs(editor)
  const { words } = usePickers()
  words.current = () => documentText(writing.read().body)
  askLink.current = tools.askLink
  useEffect(() => writing.attach(editor), [writing.attach, editor])
  useEffect(() => {
    const stop = writing.saver.subscribe(look)
    return () => void stop()
  }, [writing.saver, look])
  const reading = useReading(props, editor, writing)
  const untranslated = useUntranslated({ ...props, writing, facts })
  useSameInText(editor, untranslated)
  const reviewStanding = useReviewStanding({ ...props, writing, facts })
  const { isUnreviewed } = reviewStanding
  const publishing = usePublishing({ ...props, writing, blockers: facts.blockers, isUnreviewed })
  const changes = useChanges({ ...props, writing, facts })
  const commenting = useComments({ releaseId: release.id, editor, read: writing.read, facts })
  const signOffs = useSignOffs({ releaseId: release.id, read: writing.read, facts, version: writing.saving.version })
  const { previewing, shows, panel } = usePreview(release.id, writing)
  useSaveKey(writing.saver)
  useLeaveWarning(writing.saving.unsaved, formText('leave'))
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const { translation } = props
  const { compare, view } = useConflict(release.id, writing, props)

  const title = writing.fields.title || t('untitled')
  return (
    <UntranslatedContext value={untranslated}>
      <QuoteStates value={signOffs.asked.some(({ personId }) => personId) ? signOffs.states : undefined}>
        <PageTitle>{title}</PageTitle>
        {view}
        <div className={classesOf(shows, translation !== null)} hidden={view !== null} inert={!isAlive}>
          <EditorBar
            userId={user.id}
            release={release}
            reviewed={reviewStanding.standing}
            source={props.source}
            translation={translation}
            versions={versions}
            writing={writing}
            translate={actions.translate}
            commenting={commenting}
            previewing={previewing}
          />
          <main className="canvas" id={view ? undefined : 'main'} tabIndex={-1}>
            <h1 className="vh">{t('write', { title })}</h1>
            <Toolbar ref={toolbar} editor={editor} tools={tools} />
            {editor && <FindDock editor={editor} />}
            {translation && editor && (
              <OnDemand
                part={translationView}
                editor={editor}
                translation={translation}
                people={props.people}
                releaseId={release.id}
                writing={writing}
                untranslated={untranslated}
              />
            )}
            {editor && signOffs.isSaidInText && (
              <OnDemand
                part={suggestionsInText}
                editor={editor}
                writing={writing}
                signOffs={signOffs}
                language={release.language}
              />
            )}
            <Canvas
              release={release}
              newsroom={newsroom}
              writing={writing}
              editor={editor}
              tools={tools}
              onSlashKey={onSlashKey}
              onMentionKey={onMentionKey}
              incoming={incoming}
              commenting={commenting}
              reading={reading}
              onContacts={() => goTo({ part: 'contacts' }, { editor, openTab: setTab })}
            />
          </main>
          {panel}
          {reading.sheet ? (
            <OnDemand
              part={readingSheet}
              reading={reading}
              sheet={reading.sheet}
              onUndo={() => editor?.commands.undo()}
            />
          ) : (
            <Inspector
              {...props}
              writing={writing}
              facts={facts}
              editor={editor}
              tab={tab}
              onTab={setTab}
              untranslated={untranslated}
              publishing={publishing}
              changes={changes}
              reviewStanding={reviewStanding}
              signOffs={signOffs}
            />
          )}
          <ReadToast reading={reading} />
          <StatusLine
            editor={editor}
            release={release}
            saving={writing.saving}
            measures={facts.measures}
            recoverable={writing.recoverable}
            guesses={reading.sheet?.parts.length ?? 0}
            changes={changes}
            isAltered={reviewStanding.standing === 'altered'}
            onPublish={props.mayPublish && !publishing.why ? () => publishing.ask() : undefined}
            onCompare={compare}
          />
        </div>
        {dialog}
      </QuoteStates>
    </UntranslatedContext>
  )
}

/** With its source beside it a text needs the room of the preview and the inspector. */
const classesOf = (shows: string | null | undefined | false, isTranslation: boolean) =>
  ['editor', shows && `with-preview ${shows}`, isTranslation && 'translating'].filter(Boolean).join(' ')

/** Until the page has hydrated nothing can be written in it, so nothing written can be lost. */
const never = () => () => {}

/** Ctrl+S and ⌘S save a version to come back to. */
function useSaveKey(saver: ReturnType<typeof useWriting>['saver']) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      saver.save()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [saver])
}
