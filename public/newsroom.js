// All the script readers get. Every page works without it.
const softHyphens = /\u00ad/g
const status = document.querySelector('[data-copied]')

// Soft hyphens break long headlines on a screen. In somebody's document they are only in the way.
document.addEventListener('copy', (event) => {
  const selection = getSelection()
  const text = selection.toString()
  if (!text.includes('\u00ad')) return
  const box = document.createElement('div')
  for (let n = 0; n < selection.rangeCount; n++) box.append(selection.getRangeAt(n).cloneContents())
  event.clipboardData.setData('text/plain', text.replace(softHyphens, ''))
  event.clipboardData.setData('text/html', box.innerHTML.replace(softHyphens, ''))
  event.preventDefault()
})

const points = (list) =>
  [...list.children].map((point, n) => `${list.start ? `${list.start + n}.` : '•'} ${point.innerText}`).join('\n')

const words = (figure) => figure.querySelector('blockquote').innerText

/** The source of a quote is who said it, where and when, a line each. A preview has none. */
const sourceOf = (figure) => figure.querySelector('[data-tool=copy-quote]')?.dataset.source ?? ''
const speaker = (figure) => sourceOf(figure).split('\n')[0]

const textOf = (block) => {
  if (block.matches('ul, ol')) return points(block)
  if (block.matches('.headed')) return block.firstElementChild.innerText
  if (block.matches('.quote')) return [words(block), speaker(block)].filter(Boolean).join('\n')
  return block.innerText
}

/** A person, a contact or a paragraph under the text. What is not for paper is not for a copy either. */
const linesOf = (part) =>
  [...part.querySelectorAll('h3, p, a:not(h3 a)')]
    .concat(part.matches('p') ? part : [])
    .filter((line) => !line.matches('.no-print, .reach'))
    .map((line) => line.innerText)
    .join('\n')

/** Whom to call, who is in it and what the organisation says about itself, each under its heading. */
const underneath = () =>
  [...document.querySelectorAll('.after > :has(.contacts, .people, .about)')].map((section) =>
    [
      section.querySelector('h2').innerText,
      ...[...section.querySelectorAll('.contact, .card, .about')].map(linesOf),
    ].join('\n\n'),
  )

/** The release as plain text, with its source. */
const releaseText = () =>
  [...document.querySelectorAll('.release h1, .release .lead, .prose > :not(.wide, .gallery, .embed, hr)')]
    .map(textOf)
    .concat(underneath(), status.dataset.source)
    .join('\n\n')
    .replace(softHyphens, '')

/** A quote as it stands, with its source. */
const quoteText = (button) => {
  const figure = button.closest('figure')
  return `${words(figure)}\n${sourceOf(figure)}`.replace(softHyphens, '')
}

/** Tells those who hear the page, for as long as it takes to be read out. */
const say = (words) => {
  status.textContent = words
  setTimeout(() => (status.textContent = ''), 2500)
}

const copy = async (button, text) => {
  await navigator.clipboard.writeText(text)
  const label = button.lastChild
  const { data } = label
  if (data === status.dataset.copied) return
  label.data = status.dataset.copied
  say(label.data)
  setTimeout(() => (label.data = data), 2500)
}

const tools = {
  'copy-text': (button) => copy(button, releaseText()),
  'copy-quote': (button) => copy(button, quoteText(button)),
  'copy-credit': (button) => copy(button, button.dataset.source),
  'copy-link': (button) => copy(button, status.dataset.link),
  print: () => print(),
}

for (const button of document.querySelectorAll('[data-tool]')) {
  const { tool } = button.dataset
  // Browsers lend the clipboard to secure pages only.
  if (tool !== 'print' && !navigator.clipboard) button.parentElement.remove()
  else button.addEventListener('click', () => tools[tool](button))
}

// A heading's link leads to it, as a link does; with script its address is copied as well.
for (const link of document.querySelectorAll('a[data-copies-link]')) {
  link.addEventListener('click', async () => {
    await navigator.clipboard?.writeText(link.href)
    if (!navigator.clipboard) return
    link.dataset.done = status.dataset.copied
    setTimeout(() => delete link.dataset.done, 2500)
    say(status.dataset.copied)
  })
}

// A film is fetched from its own house when the reader asks for it, and not before.
for (const link of document.querySelectorAll('a[data-player]')) {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const player = document.createElement('iframe')
    player.src = link.dataset.player
    player.title = link.dataset.title
    player.allow = 'autoplay; fullscreen; picture-in-picture'
    player.tabIndex = 0
    link.replaceWith(player)
    player.focus()
  })
}
