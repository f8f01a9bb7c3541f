/** The slot that an answer has to fill. `definition` is "who or what is X", `value` a short answer that is no date or figure. */
export type Slot = 'when' | 'who' | 'where' | 'why' | 'howMany' | 'quote' | 'what' | 'definition' | 'yesNo' | 'timeline'
