/**
 * Occasions of sampled buyers, a row each, in order of day and buyer. Day, buyer and noise name an occasion in
 * every scenario of a seed: what a buyer did with the same occasion can be laid side by side.
 */
export interface OrderLog {
  length: number
  day: Uint16Array
  buyer: Uint32Array
  noise: Uint32Array
  /** Feed in which an impulse began, from 1; 0 of a planned occasion. */
  feed: Uint8Array
  /** Venue that was paid, from 1; 0 where nothing was bought. */
  venue: Uint8Array
  /** Price paid for the piece, kRp. */
  value: Float32Array
}

export const orderLog = (room = 1024): OrderLog => ({
  length: 0,
  day: new Uint16Array(room),
  buyer: new Uint32Array(room),
  noise: new Uint32Array(room),
  feed: new Uint8Array(room),
  venue: new Uint8Array(room),
  value: new Float32Array(room),
})

export const copyLog = (log: OrderLog): OrderLog => grown(log, log.day.length)

export function logOrder(
  log: OrderLog,
  day: number,
  buyer: number,
  noise: number,
  feed: number,
  venue: number,
  value: number,
): void {
  if (log.length === log.day.length) Object.assign(log, grown(log, 2 * log.length))
  const row = log.length++
  log.day[row] = day
  log.buyer[row] = buyer
  log.noise[row] = noise
  log.feed[row] = feed
  log.venue[row] = venue
  log.value[row] = value
}

function grown(log: OrderLog, room: number): OrderLog {
  const copy = orderLog(room)
  for (const name of ['day', 'buyer', 'noise', 'feed', 'venue', 'value'] as const)
    copy[name].set(log[name].subarray(0, log.length))
  copy.length = log.length
  return copy
}
