/** Memory for a state: one that threads can share, where the platform offers it. */

/**
 * Zeros in a buffer that threads can share. A web page that its server does not isolate (no COOP and COEP headers) has
 * no `SharedArrayBuffer`: there it is a plain buffer, which serves a thread alone with the same bits.
 */
export const room = (bytes: number): ArrayBufferLike =>
  typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes)
