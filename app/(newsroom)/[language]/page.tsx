import { notFound } from 'next/navigation'
import { getSettings } from '#db/settings.ts'

export default async function FrontPage() {
  const settings = await getSettings()
  if (!settings) notFound()
  return <h1>{settings.name}</h1>
}
