// Remembers what was made of a card as long as the card itself is: the same answer is shown again and again, to whoever
// asks, page by page.

import type { Card } from './card.ts'

/** `make`, which is called once for a card and a key. */
export function perCard<Key, Made>(make: (card: Card, key: Key) => Made): (card: Card, key: Key) => Made {
  const madeOf = new WeakMap<Card, Map<Key, Made>>()
  return (card, key) => {
    const made = madeOf.get(card) ?? new Map<Key, Made>()
    madeOf.set(card, made)
    const found = made.get(key) ?? make(card, key)
    made.set(key, found)
    return found
  }
}
