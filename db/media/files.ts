/** Changes the library's files, one change at a time in the whole newsroom. */
import { changeMediaFiles, type MediaFiles } from '#lib/media/store.ts'
import { alone } from '../client.ts'

/** Waits for its turn, in this process and among all nodes, and changes the files. */
export const changeFiles = <T>(change: (files: MediaFiles) => Promise<T>): Promise<T> =>
  changeMediaFiles((files) => alone('files', () => change(files)))
