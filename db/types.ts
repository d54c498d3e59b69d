/** The closed lists and small shapes that the tables are made of. */

import type { Image } from '#lib/document/rich-text.ts'
import type { Language } from '#lib/locale.ts'

export const kinds = ['press', 'news', 'interview', 'opinion', 'report', 'invitation'] as const
export type Kind = (typeof kinds)[number]

/** The roles from least to most: each may do what those before it may. */
export const roleNames = ['contributor', 'editor', 'owner'] as const
export type Role = (typeof roleNames)[number]

/** What can be put in the trash. */
export const trashNouns = ['release', 'person', 'media', 'topic', 'series', 'organisation'] as const
export type TrashNoun = (typeof trashNouns)[number]

/**
 * Why a revision was kept. `takeover`: another author went on writing; `aside`: its author chose another text instead;
 * `restore`: it is an older version taken up again; `review`: it is what a step of its review was about; `answered`:
 * somebody outside has answered to these very words.
 */
const revisionReasons = ['autosave', 'save', 'publish', 'takeover', 'aside', 'restore', 'review', 'answered'] as const
export type RevisionReason = (typeof revisionReasons)[number]

/**
 * The steps of a review; `return` asks for changes. A publication is one too: `publish` by somebody who had not written in
 * what they published, and by anybody once it is approved; `publish-unreviewed` by a writer of it. `read-afterwards` says
 * that somebody else has read what went out that way.
 */
const reviewSteps = [
  'submit',
  'approve',
  'return',
  'withdraw',
  'publish',
  'publish-unreviewed',
  'read-afterwards',
] as const
export type ReviewStep = (typeof reviewSteps)[number]

/** What somebody who is asked can answer: yes, with other words, or no. */
export const signOffAnswerNames = ['approve', 'suggest', 'refuse'] as const
export type SignOffAnswer = (typeof signOffAnswerNames)[number]

/**
 * What came of a suggestion: taken as it was or changed first, or left. `withdrawn`: whoever made it has answered something
 * else since.
 */
export const suggestionOutcomes = ['taken', 'changed', 'left'] as const
export type SuggestionOutcome = (typeof suggestionOutcomes)[number] | 'withdrawn'

/** How a lead is set: each part a point with its bullet, or a paragraph. */
export const leadForms = ['points', 'paragraph'] as const
export type LeadForm = (typeof leadForms)[number]

/**
 * What a change to a text that readers have seen is to them: nothing they notice, something they are told of, or something
 * that was wrong.
 */
export const changeKinds = ['small', 'note', 'correction'] as const
export type ChangeKind = (typeof changeKinds)[number]

export const portraitBases = ['consent', 'contract', 'legitimate-interest', 'public-interest'] as const
export type PortraitBasis = (typeof portraitBases)[number]

export const licences = ['cc-by-4.0', 'cc0', 'editorial', 'all-rights'] as const
export type Licence = (typeof licences)[number]

/** The image at the top, with the same choices as an image in the text. */
export type Hero = Image['attrs']

/** One size of an image, stored as AVIF, WebP and JPEG. Width and height are in pixels. */
export interface Rendition {
  width: number
  height: number
}

export const footYearForms = ['since', 'fixed', 'none'] as const

/**
 * The years beside © at the foot of every page: from one on, one alone, or none. Without a year, they begin when the
 * organisation was founded.
 */
export interface FootYears {
  form: (typeof footYearForms)[number]
  year: number | null
}

export interface SettingsTexts {
  tagline: string
  boilerplate: string
  fundersLine: string
  readingBarLabel: string
  pressDeskName: string
  pressDeskHours: string
  address: string
  legal: string
  /** What journalists promise who get a text before its time. */
  embargoTerms: string
}

/** How a question from the press was closed: with an answer by mail, after a call, or without either, for a reason. */
export const questionClosings = ['answered', 'called', 'unanswered'] as const
export type QuestionClosing = (typeof questionClosings)[number]
/** What is written in a question: an answer goes to whoever asked, a note to nobody outside. */
export type QuestionEntryKind = 'answer' | 'note'

/** Where the answer to an answer goes: to the press desk's address, or to the member who has answered. */
export const questionReplies = ['desk', 'member'] as const

/** Whether and how the newsroom takes questions from the press. */
export interface QuestionSettings {
  isOpen: boolean
  replyTo: (typeof questionReplies)[number]
  /** For how many days after it is closed a question is kept as it was written. */
  keptDays: number
}

/**
 * The mails that tell of an account or of a text to say yes to: with a secret link to become a member, to choose a new
 * password, to confirm a new address, and to say yes to a text, once and once more; and those that tell the address a member
 * has had that another was asked for, and that it holds. `embargo` takes a link to a text before its time along, and
 * `embargo-news` tells its holder what becomes of that. `duty-swap` asks somebody to take press duty over, or tells what came
 * of it.
 */
export type AccountMailKind =
  | 'invitation'
  | 'password-link'
  | 'email-link'
  | 'email-asked'
  | 'email-changed'
  | 'sign-off'
  | 'sign-off-reminder'
  | 'embargo'
  | 'embargo-news'
  | 'duty-swap'
  | MeetingMailKind

/**
 * The mails to those who sign up for a press meeting: that they have, that there is a seat for them now, that its time or
 * place is another or that it is cancelled, and what the newsroom writes to all of them.
 */
export type MeetingMailKind = 'meeting-sign-up' | 'meeting-seat' | 'meeting-news' | 'meeting-message'

/**
 * The mails about a question from the press: to whoever asked, that it has come and what is answered; and to members, that
 * one waits for them.
 */
type QuestionMailKind = 'question-receipt' | 'question-answer' | 'question-told'

/**
 * `feedback` is a mail about a reader's message, `notification` one that tells a member of the work on texts, `hub` a
 * message to a hub that a feed has changed, `indexnow` one to search engines that a page has, and `purge` one to a CDN.
 */
export type DeliveryKind =
  | 'feedback'
  | AccountMailKind
  | QuestionMailKind
  | 'notification'
  | 'hub'
  | 'indexnow'
  | 'purge'

/** What a member chooses mail about, with the steps in the work on a text that belong to each. */
export const mailTopics = {
  review: ['review-asked', 'review-reminded', 'review-withdrawn', 'review-handed-on'],
  verdict: ['approved', 'changes-asked', 'changed-after-approval', 'read-afterwards'],
  'sign-off': ['sign-off-given', 'sign-off-refused', 'sign-off-suggested'],
  suggestions: ['suggestion-made', 'suggestion-taken', 'suggestion-left'],
  comments: ['commented'],
  publication: [
    'published',
    'scheduled',
    'unscheduled',
    'went-out',
    'withdrawn',
    'taken-back',
    'left-together',
    'published-without-review',
  ],
  'hand-over': ['handed-over', 'handed-on'],
  reminders: ['review-date'],
  crisis: ['crisis-on', 'crisis-off'],
  /** The desk shows questions from the press until they are answered, so no step of theirs is told of there besides. */
  questions: [],
} as const
export type MailTopic = keyof typeof mailTopics
/** A step in the work on a text of which members are told. */
export type NotificationKind = (typeof mailTopics)[MailTopic][number]
/** The steps whose note is the name of somebody, which stands in the sentence that tells of them. */
export const notedByName: readonly NotificationKind[] = ['handed-on', 'review-handed-on']

export const mailChoiceNames = ['at-once', 'daily', 'never'] as const
export type MailChoice = (typeof mailChoiceNames)[number]

export const conformities = ['full', 'partial', 'none'] as const
type Conformity = (typeof conformities)[number]

/** Something on the site that is not accessible yet. */
export interface AccessibilityIssue {
  what: string
  where: string
  why: string
  /** The requirement it fails, as EN 301 549 or WCAG numbers it. */
  clause: string
  alternative: string
  plannedFix: string
}

/** The texts of an accessibility statement in one language. */
export interface AccessibilityTexts {
  actor: string
  service: string
  issues: AccessibilityIssue[]
  burdens: { content: string; motivation: string }[]
  outOfScope: string
  assessor: string
}

export interface AccessibilityStatement {
  isPublished: boolean
  conformity: Conformity
  method: 'self' | 'external'
  /** The day of the assessment, YYYY-MM-DD. */
  assessedOn: string
  updatedOn: string
  feedbackEmail: string
  texts: Localized<AccessibilityTexts>
}

/** The privacy page in the newsroom's own words; a language without any shows what is true of every newsroom. */
export interface PrivacyStatement {
  texts: Localized<string>
}

export interface Statements {
  accessibility: AccessibilityStatement
  privacy: PrivacyStatement
}
export type StatementKind = keyof Statements

type Localized<Text> = Partial<Record<Language, Text>>
