import { countComingMeetings } from '#db/meetings/coming.ts'
import { countOpenQuestions } from '#db/questions/queue.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'

/** What the press asks of the newsroom: the questions, the meetings that journalists come to, and who answers. */
export async function PressViews(props: { here: 'questions' | 'meetings' | 'on-call'; language: Language; now: Date }) {
  const { here, language, now } = props
  const [questions, meetings] = await Promise.all([countOpenQuestions(), countComingMeetings(now)])
  const views = [
    ['questions', '/studio/questions', translator(language, 'questions')('heading'), questions],
    ['meetings', '/studio/questions/meetings', translator(language, 'meetings')('meetings'), meetings],
    ['on-call', '/studio/on-call', translator(language, 'on-call')('heading'), undefined],
  ] as const
  return (
    <nav className="views" aria-label={translator(language, 'questions')('from-press')}>
      {views.map(([key, href, label, count]) => (
        <a key={key} href={href} aria-current={key === here ? 'page' : undefined}>
          {label} {count !== undefined && <span className="n">{count}</span>}
        </a>
      ))}
    </nav>
  )
}
