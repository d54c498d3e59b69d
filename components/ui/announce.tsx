'use client'
/** One polite live region for the whole studio. */

const regionId = 'announcements'

export function Announcer() {
  return <div className="vh" role="status" aria-live="polite" id={regionId} />
}

/** Has a screen reader say it when it is done with what it is saying. The same text twice is said twice. */
export function announce(text: string) {
  const region = document.getElementById(regionId)
  if (!region) return
  region.textContent = ''
  window.setTimeout(() => {
    region.textContent = text
  }, 60)
}
