// HTML read back by the rules that browsers follow, so that a test sees what a reader would.

import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

type Parent = DefaultTreeAdapterTypes.ParentNode
export type Element = DefaultTreeAdapterTypes.Element

export function readHtml(html: string): Parent {
  return parseFragment(html)
}

/** The elements that fit, in their order. */
export function elementsIn(parent: Parent, fits: (element: Element) => boolean): readonly Element[] {
  return parent.childNodes.flatMap((node) =>
    'tagName' in node ? [...(fits(node) ? [node] : []), ...elementsIn(node, fits)] : [],
  )
}

export function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value
}

export function hasClass(element: Element, name: string): boolean {
  return attributeOf(element, 'class')?.split(' ').includes(name) === true
}

/** What can be read: all text, and the number that a browser shows before an item of a numbered list. */
export function textOf(parent: Parent): string {
  return parent.childNodes
    .map((node) => {
      if ('value' in node) return node.value
      return 'tagName' in node ? `${attributeOf(node, 'value') ?? ''} ${textOf(node)}` : ''
    })
    .join(' ')
}
