/**
 * A small market that each peer steps in its own way. A buyer looks at eight sellers of this tick and buys of the one he
 * likes best; a seller who sold more than the usual raises the price by a hundredth, else lowers it. Draws are hashes of
 * who, when and what for, so that all come to the same.
 */
export const LOOKS = 8
/** Buyers a seller. */
export const BUYERS = 4

const mix = (word) => {
  word = Math.imul(word ^ (word >>> 16), 0x21f0aaad)
  word = Math.imul(word ^ (word >>> 15), 0x735a2d97)
  return (word ^ (word >>> 15)) >>> 0
}

export const draw = (tick, buyer, look) =>
  mix(mix(Math.imul(tick + 1, 0x9e3779b1) ^ buyer) ^ Math.imul(look + 1, 0x85ebca77))

/** Which seller a word stands for, and how well the buyer likes him beside his quality and price. */
export const sellerOf = (word, sellers) => Math.floor((word / 4294967296) * sellers)
export const tasteOf = (word) => (word & 4095) / 4096

export const qualityOf = (seller) => (mix(seller + 17) & 1023) / 1024
export const FIRST_PRICE = 1
export const nextPrice = (price, sold) => (sold > BUYERS ? price * 1.01 : price * 0.99)
