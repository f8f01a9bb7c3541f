// Who may see what is not for everyone: whoever shows the operator's token, kept in the browser as a proof of it, not itself.

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { html, type Markup, nothing } from './markup.ts'

export type Operator = {
  readonly isKnown: (c: Context) => boolean
  /** Lets in whoever typed the token; false where it is wrong. */
  readonly enter: (c: Context, token: string) => boolean
  readonly leave: (c: Context) => void
}

const COOKIE = 'sitrep_operator'

/** Without a token nobody is let in. The proof does not outlive the process. */
export function openOperator(token: string | undefined): Operator {
  const key = randomBytes(32)
  const proofOf = (text: string) => createHmac('sha256', key).update(text).digest('hex')
  const proof = token === undefined ? undefined : proofOf(token)
  const holds = (text: string) => proof !== undefined && timingSafeEqual(Buffer.from(proofOf(text)), Buffer.from(proof))
  return {
    isKnown: (c) => {
      const shown = getCookie(c, COOKIE)
      // A proof is as long as every other, so that only its content decides.
      return shown !== undefined && proof !== undefined && holdsProof(shown, proof)
    },
    enter: (c, typed) => {
      if (proof === undefined || !holds(typed)) return false
      const isSecure = new URL(c.req.url).protocol === 'https:'
      setCookie(c, COOKIE, proof, { httpOnly: true, sameSite: 'Strict', path: '/curator', secure: isSecure })
      return true
    },
    leave: (c) => {
      deleteCookie(c, COOKIE, { path: '/curator' })
    },
  }
}

function holdsProof(shown: string, proof: string): boolean {
  const [a, b] = [Buffer.from(shown), Buffer.from(proof)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The door of what is not for everyone. */
export function doorPage(hasToken: boolean, wasWrong: boolean): Markup {
  return html`<h1>For the curator</h1>
    <p class="summary">Problems in the briefings, what readers asked in vain, and the state of live reload are not for everyone.</p>
    ${
      hasToken
        ? html`<form class="door" action="/curator/enter" method="post">
        ${wasWrong ? html`<p class="notice" role="alert">That is not the operator's token.</p>` : nothing}
        <label for="token">The operator's token</label>
        <div class="field"><input id="token" name="token" type="password" required autocomplete="current-password"><button type="submit">Enter</button></div>
      </form>`
        : html`<p>No operator's token is set. Start Sitrep with <code>SITREP_OPERATOR_TOKEN</code>, at least 16 characters; make one with <code>openssl rand -hex 32</code>.</p>`
    }`
}
