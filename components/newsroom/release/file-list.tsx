import type { Download } from './downloads.ts'

export const FileList = ({ files }: { files: Download[] }) => (
  <ul className="files rows">
    {files.map(({ href, format, title, titleIn, facts }) => (
      <li key={href}>
        <span className="fmt">{format}</span>{' '}
        <div>
          <a href={href} lang={titleIn} download>
            {title}
          </a>{' '}
          <span className="facts">{facts}</span>
        </div>
      </li>
    ))}
  </ul>
)
