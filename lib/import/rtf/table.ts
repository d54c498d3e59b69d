/** Gathers the rows of a table in an RTF file, where cells follow each other like paragraphs. */

interface CellDefinition {
  merge: 'across' | 'down' | undefined
}

interface Row {
  isHeader: boolean
  cells: { html: string; merge: CellDefinition['merge'] }[]
}

export class RtfTable {
  private readonly rows: Row[] = []
  private definitions: CellDefinition[] = []
  private merge: CellDefinition['merge']
  private isHeader = false
  private cells: string[] = []

  /** Follows the words that say what the cells of a row are. */
  define(name: string): void {
    if (name === 'trowd') {
      this.definitions = []
      this.isHeader = false
      this.merge = undefined
    } else if (name === 'trhdr') this.isHeader = true
    else if (name === 'clmrg') this.merge = 'across'
    else if (name === 'clvmrg') this.merge = 'down'
    else if (name === 'cellx') {
      this.definitions.push({ merge: this.merge })
      this.merge = undefined
    }
  }

  cell(html: string): void {
    this.cells.push(html)
  }

  row(): void {
    const columns = this.definitions.length
    // Some programs end a cell once more than they have said that there are.
    const all = this.cells.filter((html, index) => html || !columns || index < columns)
    const cells = all.map((html, index) => ({ html, merge: this.definitions[index]?.merge }))
    if (cells.length > 0) this.rows.push({ isHeader: this.isHeader, cells })
    this.cells = []
  }

  get isEmpty(): boolean {
    return this.rows.length === 0 && this.cells.length === 0
  }

  /** Returns the table. A cell that another covers has no words in any program. */
  html(): string {
    this.row()
    const rows = this.rows.map(({ isHeader, cells }, y) => {
      const tag = isHeader ? 'th' : 'td'
      const written = cells.flatMap(({ html, merge }, x) => {
        if (merge) return []
        let colspan = 1
        while (cells[x + colspan]?.merge === 'across') colspan++
        let rowspan = 1
        while (this.rows[y + rowspan]?.cells[x]?.merge === 'down') rowspan++
        return [`<${tag} colspan="${colspan}" rowspan="${rowspan}">${html}</${tag}>`]
      })
      return `<tr>${written.join('')}</tr>`
    })
    return `<table>${rows.join('')}</table>`
  }
}
