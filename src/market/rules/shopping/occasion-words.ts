/**
 * What the noise of an occasion, a word of 32 bits, is mixed with, so that each purpose has a number of its own: one word
 * each, of which no two are equal, since loops over all occasions have no time for more. Where a purpose has several
 * numbers, the nth, from 1, is mixed with n times its word.
 */

/** Whether an exposure ends in an order. */
export const MARK = 0x3c6ef372
/** Whether an order on impulse that is no longer made returns to plans, and the noise of that plan. */
export const RETURNS = 0x7f4a7c15
export const RETURNED = 0x1b873593
/** The part of the day that has passed. */
export const MOMENT = 0x5bd1e995
/** Luck of saving, and of each nest, shopfront with checkout, and route. */
export const SAVING = 0x68e31da4
export const NESTS = 0xb5297a4d
export const ALTERNATIVES = 0xa3d8b1c5
export const ROUTES = 0x1b56c4e9

/** The noise of what is looked at in a ranked list. */
export const ITEMS = 0x2545f491
/** Of that, each draw, by what is added; and which of a copy and its original it is. */
export const LOOKS = 0x9e3779b1
export const TWIN = 0x6a09e667
