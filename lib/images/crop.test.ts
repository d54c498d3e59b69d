import { expect, test } from 'vitest'
import { cropOf } from './crop.ts'

const centre = { x: 50, y: 50 }

test('a picture is cut to each shape as large as it is, around its focal point', () => {
  const wide = { width: 1920, height: 1080 }
  expect(cropOf(wide, centre, '16x9')).toEqual({
    region: { left: 0, top: 0, width: 1920, height: 1080 },
    size: { width: 1200, height: 675 },
  })
  expect(cropOf(wide, centre, '1x1').region).toEqual({ left: 420, top: 0, width: 1080, height: 1080 })
  expect(cropOf(wide, { x: 100, y: 0 }, '1x1').region.left).toBe(840)
  expect(cropOf(wide, { x: 0, y: 0 }, '4x3')).toEqual({
    region: { left: 0, top: 0, width: 1440, height: 1080 },
    size: { width: 1200, height: 900 },
  })
})

test('a small, a tall and a thin picture are cut inside their edges and never enlarged', () => {
  for (const picture of [
    { width: 300, height: 200 },
    { width: 400, height: 2_560 },
    { width: 1_920, height: 3 },
  ]) {
    for (const shape of ['1x1', '4x3', '16x9'] as const) {
      const { region, size } = cropOf(picture, { x: 90, y: 90 }, shape)
      expect(region.left + region.width).toBeLessThanOrEqual(picture.width)
      expect(region.top + region.height).toBeLessThanOrEqual(picture.height)
      expect(Math.min(region.left, region.top)).toBeGreaterThanOrEqual(0)
      expect(size.width).toBeLessThanOrEqual(region.width)
      expect(size.height).toBeGreaterThan(0)
    }
  }
})
