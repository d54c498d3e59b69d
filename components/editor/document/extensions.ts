/** The closed set of blocks and marks, exactly those of `lib/document/rich-text.ts`. A test compares the two. */
import type { AnyExtension } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Italic } from '@tiptap/extension-italic'
import { Subscript, Superscript } from '../typing/script.ts'
import { Download } from './download.ts'
import { Embed } from './embed.ts'
import { FactBox, FactRow } from './fact-box.ts'
import { Gallery } from './gallery.ts'
import { Image } from './image.ts'
import { Link } from './link.ts'
import { Quote } from './quote.ts'
import { Table, tableParts } from './table.ts'
import { words } from './text-nodes.ts'

export const documentExtensions: AnyExtension[] = [
  ...words,
  Link,
  Bold,
  Italic,
  Superscript,
  Subscript,
  Quote,
  Image,
  Gallery,
  FactBox,
  FactRow,
  Table,
  ...tableParts,
  Embed,
  Download,
]

/** Returns the same set with some blocks shown by views of their own, which replace those of the same name. */
export function withViews(views: AnyExtension[]): AnyExtension[] {
  const names = new Set(views.map((view) => view.name))
  return [...documentExtensions.filter((extension) => !names.has(extension.name)), ...views]
}
