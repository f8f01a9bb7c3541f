// Where the API stands under an address that somebody set without a path: both platforms' own stand under /api, stand-ins
// and proxies under /api or at the root. Part of the composition root.

/** Long enough for a proxy nearby; a platform that sleeps must not keep the bot from starting. */
const PATIENCE_MS = 2000

/** `address` has no slash at its end; `probe` is a request, by its path under the API, that the API knows. */
export async function findApi(address: string, probe: { readonly path: string; readonly init?: RequestInit }) {
  if (new URL(address).pathname !== '/') return address
  const isMissing = async (base: string) => {
    const response = await fetch(`${base}${probe.path}`, { ...probe.init, signal: AbortSignal.timeout(PATIENCE_MS) })
    // Slack has a word of its own for it.
    return response.status === 404 || (await response.text()).includes('"unknown_method"')
  }
  try {
    const isAtRoot = (await isMissing(`${address}/api`)) && !(await isMissing(address))
    return isAtRoot ? address : `${address}/api`
  } catch {
    // Nobody is there yet; the platform itself says so.
    return `${address}/api`
  }
}
