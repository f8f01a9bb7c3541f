// Whether a failed call surely never left for the platform, so that it may be made again without a look.

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
  const inner = 'original' in error ? error.original : error.cause
  return inner !== undefined && neverArrived(inner)
}
