import { describe, expect, it } from 'vitest'
import { checkAccent, contrast, inDarkMode, nearestPassing } from './accent.ts'

describe('contrast', () => {
  it('agrees with WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 2)
  })
})

describe('checkAccent', () => {
  it('lets the drawn accent pass on both grounds', () => {
    const { light, dark, passes } = checkAccent('#2447b2')
    expect(passes).toBe(true)
    expect(light).toBeGreaterThan(7)
    expect(dark).toBeGreaterThan(7)
  })

  it('stops a colour that is too pale for light mode', () => {
    expect(checkAccent('#4a78e0')).toMatchObject({ passes: false })
    expect(checkAccent('#4a78e0').light).toBeCloseTo(4.0, 1)
  })
})

describe('inDarkMode', () => {
  // Read from Chromium: oklch(from <accent> 0.8 calc(c * 0.55) h)
  it.each([
    ['#2447b2', '#a0bdfd'],
    ['#d61f1f', '#ffa093'],
    ['#0a7d33', '#9bcca1'],
  ])('is what the browser makes of the style sheet’s rule for %s', (accent, drawn) => {
    expect(inDarkMode(accent)).toBe(drawn)
  })
})

describe('nearestPassing', () => {
  it.each(['#4a78e0', '#ffd500', '#ff0000', '#00ff00', '#ffffff', '#00ffff', '#8a8a8a', '#e91e63'])(
    'finds one for %s that passes, on tinted surfaces too',
    (accent) => {
      const proposal = nearestPassing(accent)
      expect(checkAccent(proposal).passes).toBe(true)
      expect(contrast(proposal, '#f4f2ed')).toBeGreaterThanOrEqual(4.5)
    },
  )

  it('leaves a colour that passes alone', () => {
    expect(nearestPassing('#2447b2')).toBe('#2447b2')
  })
})
