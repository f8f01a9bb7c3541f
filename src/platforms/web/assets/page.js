// Makes the page quicker to use, for it works without: answers without a reload, completions while typing, days by slider.
// @ts-check

const byId = (/** @type {string} */ id) => document.getElementById(id)

/**
 * Shows another address of this page in place.
 * @param {string} address
 * @param {{ push: boolean, part: 'main' | 'content', focus?: string }} how
 */
async function show(address, { push, part, focus }) {
  const number = ++shown
  const response = await fetch(address, { headers: { accept: 'text/html' } }).catch(() => undefined)
  // A later wish has overtaken this one.
  if (number !== shown) return
  if (response === undefined || !response.ok) return void location.assign(address)
  const next = new DOMParser().parseFromString(await response.text(), 'text/html')
  if (number !== shown) return
  for (const id of [part, 'tabs']) {
    const [old, fresh] = [byId(id), next.getElementById(id)]
    if (old !== null && fresh !== null) old.replaceWith(fresh)
  }
  document.title = next.title
  if (push) history.pushState({}, '', address)
  else history.replaceState({}, '', address)
  improve()
  const target = byId(focus ?? '') ?? undefined
  target?.focus()
  tell(target === undefined ? document.title : `${target.textContent ?? ''} is answered`)
}
let shown = 0

/** Tells those who do not see the page what has changed. */
function tell(/** @type {string} */ text) {
  const status = byId('status')
  if (status !== null) status.textContent = text
}

/** The address that a form leads to. */
function addressOf(/** @type {HTMLFormElement} */ form) {
  const query = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '') query.append(name, value)
  return `${form.getAttribute('action') ?? ''}?${query}`
}

const isPlainClick = (/** @type {MouseEvent} */ event) =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey

document.addEventListener('click', (event) => {
  // Not every browser moves the focus along with the view.
  if (event.target instanceof Element && event.target.matches('.skip')) {
    event.preventDefault()
    byId('main')?.focus()
  }
  const link = event.target instanceof Element ? event.target.closest('a[data-live]') : null
  if (!(link instanceof HTMLAnchorElement) || !isPlainClick(event) || link.hash !== '') return
  event.preventDefault()
  void show(link.href, { push: true, part: 'main', focus: 'answer' })
})

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !('live' in form.dataset)) return
  event.preventDefault()
  void show(addressOf(form), { push: true, part: 'main', focus: 'ask' in form.dataset ? 'answer' : 'content' })
})

addEventListener('popstate', () => void show(location.href, { push: false, part: 'main' }))

/** Improves what the server has drawn; what is improved already is left alone. */
function improve() {
  const days = document.querySelector('form[data-days]:not([data-improved])')
  if (days instanceof HTMLFormElement) slide(days)
  const ask = document.querySelector('form[data-ask]:not([data-improved])')
  if (ask instanceof HTMLFormElement) complete(ask)
  const choose = document.querySelector('form[data-choose]:not([data-improved])')
  if (choose instanceof HTMLFormElement) {
    choose.dataset.improved = ''
    choose.querySelector('button')?.remove()
    choose.addEventListener('change', () => choose.submit())
  }
}

/** Turns the list of days into a slider that shows at once what was known then. */
function slide(/** @type {HTMLFormElement} */ form) {
  const select = form.querySelector('select')
  const button = form.querySelector('button')
  const label = form.querySelector('label')
  if (select === null || button === null || label === null || select.options.length < 2) return
  form.dataset.improved = ''
  const range = Object.assign(document.createElement('input'), {
    type: 'range',
    id: 'asof-range',
    min: '0',
    max: String(select.options.length - 1),
    value: String(select.selectedIndex),
  })
  const output = document.createElement('output')
  output.htmlFor.add(range.id)
  label.htmlFor = range.id
  select.hidden = true
  button.hidden = true
  label.after(range, output)
  const say = () => {
    const text = select.options[range.valueAsNumber]?.text ?? ''
    output.value = text
    range.setAttribute('aria-valuetext', text)
  }
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  range.addEventListener('input', () => {
    select.selectedIndex = range.valueAsNumber
    say()
    clearTimeout(timer)
    timer = setTimeout(() => void show(addressOf(form), { push: false, part: 'content' }), 120)
  })
  say()
}

/** Completes while one types: a list below the field, moved through by arrow keys. */
function complete(/** @type {HTMLFormElement} */ form) {
  const input = form.querySelector('input[type="text"]')
  if (!(input instanceof HTMLInputElement)) return
  form.dataset.improved = ''
  const list = document.createElement('ul')
  list.id = 'completions'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Completions')
  form.append(list)
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    input.setAttribute(name, value)
  let chosen = -1
  let asked = 0

  const close = () => {
    list.hidden = true
    chosen = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const choose = (/** @type {number} */ at) => {
    const options = [...list.children]
    chosen = options.length === 0 ? -1 : (at + options.length) % options.length
    for (const [i, option] of options.entries()) option.setAttribute('aria-selected', String(i === chosen))
    const option = options[chosen]
    if (option !== undefined) input.setAttribute('aria-activedescendant', option.id)
  }
  const take = (/** @type {Element | undefined} */ option) => {
    if (!(option instanceof HTMLElement)) return
    input.value = option.dataset.value ?? ''
    close()
    form.requestSubmit()
  }
  const draw = (/** @type {{ label: string, value: string }[]} */ completions) => {
    list.replaceChildren(
      ...completions.map(({ label, value }, i) => {
        const option = document.createElement('li')
        option.id = `completion-${i}`
        option.setAttribute('role', 'option')
        option.setAttribute('aria-selected', 'false')
        option.textContent = label
        option.dataset.value = value
        return option
      }),
    )
    chosen = -1
    list.hidden = completions.length === 0
    input.setAttribute('aria-expanded', String(!list.hidden))
    input.removeAttribute('aria-activedescendant')
  }

  input.addEventListener('input', async () => {
    const number = ++asked
    if (input.value.trim() === '') return close()
    const briefing = new FormData(form).get('briefing')
    const query = new URLSearchParams({ q: input.value, briefing: String(briefing ?? '') })
    const response = await fetch(`/complete?${query}`).catch(() => undefined)
    const completions = response?.ok ? await response.json() : []
    if (number === asked && document.activeElement === input) draw(completions)
  })
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return close()
    if (list.hidden) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      choose(event.key === 'ArrowDown' ? chosen + 1 : chosen < 0 ? -1 : chosen - 1)
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault()
      take(list.children[chosen])
    }
  })
  input.addEventListener('blur', () => {
    asked += 1
    close()
  })
  // Before the field loses the focus.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    if (event.target instanceof Element) take(event.target.closest('[role="option"]') ?? undefined)
  })
}

improve()
