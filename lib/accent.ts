/**
 * Computes the contrast of the accent colour, as the style sheet shows it: light mode uses the colour as it is, dark
 * mode sets its lightness to 0.8 and its chroma to 0.55 of what it was (OKLCH).
 */

const lightGround = '#fcfbf9'
const lightSurface = '#f4f2ed'
const darkGround = '#161513'
const least = 4.5

type Triple = [number, number, number]

/**
 * Returns the accent's contrast on the grounds of both modes, its colour in dark mode, and whether readers can see
 * links and buttons in it.
 */
export function checkAccent(hex: string): { light: number; dark: number; darkColour: string; passes: boolean } {
  const darkColour = inDarkMode(hex)
  const light = contrast(hex, lightGround)
  const dark = contrast(darkColour, darkGround)
  return { light, dark, darkColour, passes: light >= least && dark >= least }
}

/**
 * Returns the nearest colour of the same hue that passes, also on the tinted surfaces of fact boxes: darker, and no
 * more than needed. A colour that passes is returned as it is.
 */
export function nearestPassing(hex: string): string {
  if (checkAccent(hex).passes) return hex
  const [lightness, chroma, hue] = toOklch(hex)
  for (let step = lightness; step > 0; step -= 0.005) {
    const candidate = toHex([step, chroma, hue])
    if (contrast(candidate, lightSurface) >= least && checkAccent(candidate).passes) return candidate
  }
  return '#000000'
}

/** Returns the colour that links in the accent have in dark mode. */
export function inDarkMode(hex: string): string {
  const [, chroma, hue] = toOklch(hex)
  return toHex([0.8, chroma * 0.55, hue])
}

/** Returns the WCAG contrast between two colours, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = linearRgb(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function linearRgb(hex: string): Triple {
  const part = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

function toOklch(hex: string): Triple {
  const [r, g, b] = linearRgb(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const yellow = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(a, yellow), Math.atan2(yellow, a)]
}

/** A colour outside what screens show is cut to the nearest channel values, as browsers do. */
function toHex([lightness, chroma, hue]: Triple): string {
  const a = chroma * Math.cos(hue)
  const b = chroma * Math.sin(hue)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  const byte = (value: number) => {
    const encoded = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055
    return Math.round(Math.min(Math.max(encoded, 0), 1) * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${linear.map(byte).join('')}`
}
