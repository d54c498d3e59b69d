'use client'
/** The page in the editor, as readers see it: same face, same size, same measure. */
import type { Editor } from '@tiptap/core'
import { type ClipboardEvent, type RefObject, useRef } from 'react'
import { flushSync } from 'react-dom'
import { announce } from '#components/ui/announce.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import type { Block } from '#lib/document/rich-text.ts'
import type { HeadedText } from '#lib/import/headed-text.ts'
import { leastParagraphs } from '#lib/import/limits.ts'
import { dayText } from '#lib/time/phrases.ts'
import { Body } from './body.tsx'
import type { Commenting } from './comments/use-comments.ts'
import type { PasteOptions } from './document/paste.ts'
import { putFirst } from './document/put-blocks.ts'
import { Headline } from './fields/headline.tsx'
import { Hero } from './fields/hero.tsx'
import { KindSelect } from './fields/kind-select.tsx'
import { Lead, maxPoints } from './fields/lead.tsx'
import { leftOfPaste } from './fields/pasted-blocks.ts'
import { ImportNote } from './incoming/import-note.tsx'
import { Incoming } from './incoming/incoming.tsx'
import { writeAt } from './pickers/back-to-text.ts'
import { contactLine } from './pickers/person-choice.ts'
import { usePickers } from './pickers/picker-context.tsx'
import type { Tools } from './pickers/use-insert-dialogs.tsx'
import { ReadPeople } from './reading/read-people.tsx'
import type { WholeReading } from './reading/use-reading.ts'
import { BlockHandle } from './toolbar/block-handle.tsx'
import { MentionMenu } from './toolbar/mention-menu.tsx'
import { SlashMenu } from './toolbar/slash-menu.tsx'
import type { KeyTaker } from './toolbar/typed-list.tsx'
import { SameNotes } from './translation/untranslated.tsx'
import type { EditorProps } from './types.ts'
import type { Writing } from './use-writing.ts'

const margin = onDemand(async () => (await import('./comments/comment-margin.tsx')).CommentMargin)

interface Props {
  release: EditorProps['release']
  newsroom: EditorProps['newsroom']
  writing: Writing
  editor: Editor | null
  tools: Tools
  onSlashKey: KeyTaker
  onMentionKey: KeyTaker
  incoming: RefObject<PasteOptions>
  commenting: Commenting
  reading: WholeReading
  /** Goes to where the press contacts are chosen. */
  onContacts: () => void
}

export function Canvas(props: Props) {
  const { release, newsroom, writing, editor, tools, onSlashKey, onMentionKey, incoming, commenting } = props
  const { reading, onContacts } = props
  const t = useText('editor')
  const { fields, change } = writing
  const page = useRef<HTMLDivElement>(null)
  const toLead = () => {
    // Without words the point is only a place to write, and not stored.
    if (fields.lead.length === 0) flushSync(() => change({ lead: [''] }))
    document.getElementById('lead-1')?.focus()
  }
  const takeText = ({ title, lead, rest }: HeadedText) => {
    const tooMuch = editor && putFirst(editor, rest)
    if (tooMuch) return incoming.current.onNotice({ code: `too-much-${tooMuch}` })
    change({ title, ...(lead.length > 0 && { lead }) })
    announce(t('headline-divided'))
  }
  /** Puts a whole text in place of nothing, and has it read. Returns whether it is one. */
  const takeWhole = (blocks: Block[]): boolean => {
    if (!editor || blocks.length < leastParagraphs || !reading.isEmpty() || putFirst(editor, blocks)) return false
    reading.open()
    return true
  }
  /** Says what a field has left out of what was pasted into it; the text says so itself. */
  const tellLeft = (event: ClipboardEvent) => {
    const omitted = event.target instanceof HTMLTextAreaElement && leftOfPaste(event.clipboardData)
    if (omitted) incoming.current.onNotice({ code: 'left', omitted })
  }
  return (
    <div className="page" lang={release.language} ref={page} onPaste={tellLeft}>
      <ImportNote releaseId={release.id} hasTitle={fields.title.trim() !== ''} />
      <p className="meta-row">
        <KindSelect kind={fields.kind} onChange={(kind) => change({ kind })} />
        <PublishDay publishAt={release.publishAt} />
      </p>
      <div data-beside="title" />
      <SameNotes texts={[fields.title]} />
      <Headline
        value={fields.title}
        onChange={(title) => change({ title })}
        onNext={toLead}
        maxPoints={fields.lead.some((point) => point.trim()) ? 0 : maxPoints}
        onText={takeText}
        onWhole={takeWhole}
      />
      <div data-beside="lead" />
      <SameNotes texts={fields.lead} />
      <Lead
        points={fields.lead}
        form={fields.leadForm}
        onChange={(lead) => change({ lead })}
        onForm={(leadForm) => change({ leadForm })}
        onNext={() => editor && writeAt(editor, 'start')}
      />
      <div data-beside="hero" />
      {fields.hero && <Hero hero={fields.hero} onChange={(hero) => change({ hero })} />}
      <Body editor={editor} />
      {reading.sheet && <ReadPeople sheet={reading.sheet} />}
      {editor && (
        <>
          <BlockHandle editor={editor} onComment={(index) => commenting.compose({ place: 'block', index })} />
          <OnDemand part={margin} page={page} editor={editor} commenting={commenting} />
          <SlashMenu editor={editor} tools={tools} onKey={onSlashKey} />
          <MentionMenu editor={editor} onKey={onMentionKey} />
          <Incoming editor={editor} handles={incoming} reading={reading} />
          <button
            type="button"
            className="after-text"
            tabIndex={-1}
            aria-hidden="true"
            onClick={() => goOnWriting(editor)}
          >
            {t('go-on-writing')}
          </button>
        </>
      )}
      <div data-beside="others" />
      <FixedParts contactIds={fields.contactIds} release={release} newsroom={newsroom} onContacts={onContacts} />
    </div>
  )
}

/** A click in the empty space after the text puts the caret at its end. */
function goOnWriting(editor: Editor) {
  const { doc } = editor.state
  const end = doc.content.size
  if (doc.lastChild?.type.name !== 'paragraph') editor.commands.insertContentAt(end, { type: 'paragraph' })
  writeAt(editor, 'end')
}

function PublishDay({ publishAt }: { publishAt: string | null }) {
  const clock = useLocale()
  if (!publishAt) return null
  return (
    <>
      <span aria-hidden="true">·</span>
      <time dateTime={publishAt}>{dayText(new Date(publishAt), clock, new Date(0))}</time>
    </>
  )
}

/** Parts of the page that are edited elsewhere: shown, and not written here. */
interface FixedProps extends Pick<Props, 'release' | 'newsroom' | 'onContacts'> {
  contactIds: string[]
}

function FixedParts({ contactIds, release, newsroom, onContacts }: FixedProps) {
  const t = useText('editor')
  const { language: own } = useLocale()
  const { person } = usePickers()
  const contacts = contactIds.map((id) => person(id)).filter((one) => one !== undefined)
  return (
    <div lang={own}>
      <section className="fixed-part" aria-labelledby="h-fixed-contact">
        <h2 id="h-fixed-contact">
          {t('press-contact')}
          <button type="button" className="text-button" onClick={onContacts}>
            {t(contacts.length ? 'contact-change' : 'contact-choose')}
          </button>
        </h2>
        {contacts.length ? (
          contacts.map((contact) => (
            <p key={contact.id}>{[contact.name, contact.role, contactLine(contact)].filter(Boolean).join(', ')}</p>
          ))
        ) : (
          <p>{t('contact-none')}</p>
        )}
      </section>
      {newsroom.boilerplate && (
        <section className="fixed-part" aria-labelledby="h-fixed-about">
          <h2 id="h-fixed-about">
            {t('about-newsroom', { newsroom: newsroom.name })}
            {newsroom.mayEdit && (
              <a href={`/studio/settings#field-texts.${release.language}.boilerplate`}>{t('change-in-settings')}</a>
            )}
          </h2>
          <p>{newsroom.boilerplate}</p>
        </section>
      )}
    </div>
  )
}
