/** A chunk of its own: what runs tasks of a study. */
export { serveTasks } from '../web/index.ts'
