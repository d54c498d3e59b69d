const drawings = {
  phone: <path d="M4 3h3l1.5 4-2 1.5a10 10 0 0 0 5 5l1.5-2 4 1.5v3a1 1 0 0 1-1 1A13 13 0 0 1 3 4a1 1 0 0 1 1-1z" />,
  download: <path d="M10 3v10m-4-4 4 4 4-4M4 17h12" />,
  copy: (
    <>
      <rect x="7" y="7" width="10" height="10" rx="1.5" />
      <path d="M13 7V4.5A1.5 1.5 0 0 0 11.5 3h-7A1.5 1.5 0 0 0 3 4.5v7A1.5 1.5 0 0 0 4.5 13H7" />
    </>
  ),
  link: (
    <path d="M8 12a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M12 8a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5 5l1-1" />
  ),
  print: (
    <>
      <path d="M6 7V3h8v4M6 14H3.5V7h13v7H14" />
      <path d="M6 11.5h8V17H6z" />
    </>
  ),
  search: (
    <>
      <circle cx="8.5" cy="8.5" r="5.5" />
      <path d="m13 13 4.5 4.5" />
    </>
  ),
  check: <path d="M4 10.75 8.1 15 16 5.75" />,
  calendar: (
    <path d="M4.5 4.5h11a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-10a1 1 0 0 1 1-1zM3.5 8.25h13M7 2.75v3.5M13 2.75v3.5" />
  ),
  comment: <path d="M3.5 4.25h13v9.25H9.25L6 16.5v-3H3.5z" />,
  play: <path d="M6 4v12l10-6z" />,
}

/** A small icon beside words that say the same. */
export const Icon = ({ name }: { name: keyof typeof drawings }) => (
  <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
    {drawings[name]}
  </svg>
)
