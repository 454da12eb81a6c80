export { Note } from '../web/note.tsx'
