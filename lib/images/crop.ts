/** Defines the shapes in which search engines show the picture of a story, and what of a picture is in each. */

export const cropShapes = { '1x1': 1, '4x3': 4 / 3, '16x9': 16 / 9 } as const
export type CropShape = keyof typeof cropShapes

/** As wide as anybody asks for. */
const widest = 1_200

interface Size {
  width: number
  height: number
}

/**
 * Returns the largest part of a picture that has a shape, around the focal point (in per cent from left and top), and
 * the size it is shown in, which is never larger.
 */
export function cropOf(
  { width, height }: Size,
  focal: { x: number; y: number },
  shape: CropShape,
): { region: Size & { left: number; top: number }; size: Size } {
  const ratio = cropShapes[shape]
  const [wide, high] = [
    Math.max(1, Math.min(width, Math.round(height * ratio))),
    Math.max(1, Math.min(height, Math.round(width / ratio))),
  ]
  const edge = (length: number, part: number, percent: number) =>
    Math.round(Math.min(Math.max((length * percent) / 100 - part / 2, 0), length - part))
  const shown = Math.min(wide, widest)
  return {
    region: { left: edge(width, wide, focal.x), top: edge(height, high, focal.y), width: wide, height: high },
    size: { width: shown, height: Math.max(1, Math.round(shown / ratio)) },
  }
}
