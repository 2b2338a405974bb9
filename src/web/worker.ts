/** A module worker of a page: it runs tasks. */
import { serveTasks, type TaskScope } from './task-server.ts'

declare const self: TaskScope

serveTasks(self)
