/** A list of what is made for each position from 0. */
export function times<T>(count: number, make: (position: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i))
}
