/** Sets typed quotation marks and ellipses as the language of the text has them. Undoing gives back what was typed. */
import { Extension, InputRule } from '@tiptap/core'
import { typedSign } from '#lib/document/typed-signs.ts'
import { type Language, rootLanguage } from '#lib/locale.ts'

export const TypedSigns = Extension.create<{ language: Language }>({
  name: 'typedSigns',
  addOptions: () => ({ language: rootLanguage }),
  addInputRules() {
    const { language } = this.options
    return [
      new InputRule({
        find(text) {
          const found = typedSign(text, language)
          return found ? { index: text.length - found.drop, text: text.slice(-found.drop), data: found } : null
        },
        handler({ state, range, match }) {
          state.tr.insertText(match.data?.sign, range.from, range.to)
        },
      }),
    ]
  },
})
