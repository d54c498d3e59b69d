/** The block for a film at YouTube or Vimeo, known by its id there. Nothing is fetched from them while writing. */
import { Node } from '@tiptap/core'

export interface Film {
  provider: 'youtube' | 'vimeo'
  videoId: string
}

/** Returns the film an address leads to, or undefined when it leads to something else. */
export function filmAt(address: string): Film | undefined {
  const url = URL.parse(address.trim().replace(/^(?!https?:)/, 'https://'))
  if (!url) return undefined
  const parts = url.pathname.split('/').filter(Boolean)
  switch (url.hostname.replace(/^(www|m|player)\./, '')) {
    case 'youtu.be':
      return youTube(parts[0])
    case 'youtube.com':
    case 'youtube-nocookie.com':
      return youTube(/^(embed|shorts|live)$/.test(parts[0] ?? '') ? parts[1] : url.searchParams.get('v'))
    case 'vimeo.com': {
      const videoId = parts.find((part) => /^\d{4,20}$/.test(part))
      return videoId ? { provider: 'vimeo', videoId } : undefined
    }
  }
}

const youTube = (videoId: string | null | undefined): Film | undefined =>
  videoId && /^[\w-]{6,20}$/.test(videoId) ? { provider: 'youtube', videoId } : undefined

export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes: () => ({
    provider: { default: 'youtube', parseHTML: (element) => element.getAttribute('data-provider') },
    videoId: { default: '', parseHTML: (element) => element.getAttribute('data-video-id') },
    title: { default: '', parseHTML: (element) => element.getAttribute('data-title') ?? '' },
  }),

  parseHTML: () => [
    {
      tag: 'figure[data-video-id]',
      getAttrs: (element) =>
        ['youtube', 'vimeo'].includes(element.getAttribute('data-provider') ?? '') &&
        /^[\w-]{1,20}$/.test(element.getAttribute('data-video-id') ?? '')
          ? null
          : false,
    },
  ],

  renderHTML: ({ node }) => [
    'figure',
    { 'data-provider': node.attrs.provider, 'data-video-id': node.attrs.videoId, 'data-title': node.attrs.title },
  ],
})
