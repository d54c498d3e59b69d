/** The reading bar, which follows the reader down the page. It repeats the heading, so screen readers skip it. */
export const ReadingBar = ({ label, title }: { label: string; title: string }) => (
  <div className="reading" aria-hidden="true">
    <div className="wrap">
      <span>{label}</span>
      <b>{title}</b>
    </div>
  </div>
)
