'use client'
/** The one polite live region of the studio. */

const regionId = 'announcements'

export function Announcer() {
  return <div className="vh" role="status" aria-live="polite" id={regionId} />
}

/** Has a screen reader say a text after what it is saying now. The same text twice is said twice. */
export function announce(text: string) {
  const region = document.getElementById(regionId)
  if (!region) return
  region.textContent = ''
  window.setTimeout(() => {
    region.textContent = text
  }, 60)
}
