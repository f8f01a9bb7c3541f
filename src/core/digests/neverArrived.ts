// What a failed call tells: whether it surely never left for the platform, so that it may be made again without a look,
// and what went wrong.

/** The host was not found, or nobody took the connection: no byte of the request was sent (Node's and undici's codes). */
const unsentCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Looks through an error and what caused it. */
export function neverArrived(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  if (unsentCodes.has(code)) return true
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(neverArrived)
  const inner = innerOf(error)
  return inner !== undefined && neverArrived(inner)
}

const innerOf = (error: Error): unknown => ('original' in error ? error.original : error.cause)

/** What went wrong, in the words of the error that caused all others. */
export function rootMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const inner = innerOf(error)
  return inner === undefined ? error.message : rootMessage(inner)
}
