/** The place is at fault: a folder that cannot be written, a file that vanished. Says what to do. */
export class DiskFault extends Error {}
