// The colours of the pictures. They stand on a card of their own, so that they do not depend on light or dark around it.
// Each text colour has a contrast of 4.5 or more on the paper, each mark's of 3 or more (WCAG 2.2, 1.4.3 and 1.4.11).

export const colours = {
  paper: '#fbfaf6',
  /** Rules, axes and bands. */
  line: '#d9d5c8',
  band: '#efece2',
  ink: '#1b2530',
  /** Who, when and other asides. */
  faint: '#55606b',
  /** What is reported or official. */
  fact: '#0b6e78',
  /** What somebody claims or denies. */
  claim: '#b4530a',
  /** What is expected. */
  forecast: '#5b4bb3',
  /** Where sources differ, and what was taken back. */
  dispute: '#b3203a',
  sea: '#dfe9ee',
  land: '#f3efe4',
  landOfInterest: '#cfe3df',
  border: '#a9a493',
} as const
