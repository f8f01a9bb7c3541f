// The files of a new briefing. They pass `sitrep check` as they stand; briefings/README.md explains every field.

/** By path inside the briefing's folder. */
export const templateFiles: Readonly<Record<string, string>> = {
  'briefing.yaml': `# What this briefing is about. Replace the example, then run: npx sitrep check
title: Harbour fire, May 2030
summary: The fire at Port Lorne's grain terminal and what followed.
# Facts outside the period are reported by \`check\`, unless they are marked \`background: true\`.
period: 2030-05-01/2030-06-30
# The facts that introduce the subject, in order.
overview: [fire-broke-out, toll-official]
# This subject's own synonyms.
words:
  - [grain terminal, silo, elevator]
`,
  'sources.yaml': `# The documents that you read. Facts cite them by id.
- id: gazette
  publisher: Lorne Gazette
  title: Fourteen dead in terminal blaze
  authors: [Ann Weir]
  published: 2030-05-04         # a day, or a range where you do not know it: 2030-05-04/2030-05-06
  language: en
  url: https://example.org/blaze
  names: [the Gazette]          # what readers call it
- id: courier
  publisher: Coast Courier
  title: What we know of the fire
  published: 2030-05-06
`,
  'entities/all.yaml': `# Whoever and whatever a question may name. Split into several files as you like.
- id: fire-service
  kind: organisation            # person, group, organisation, place, event, thing
  name: Lorne Fire Service
  names: [the fire service, firefighters]    # what readers may type; two entities cannot share a name
- id: grain-terminal
  kind: place
  name: Port Lorne's grain terminal
  names: [the grain terminal, grain terminal]
- id: holm
  kind: person
  name: Åse Holm
  pronoun: she
  roles:
    - title: mayor of Port Lorne
      from: 2028
      fact: holm-mourning       # the fact that says so
`,
  'facts/all.yaml': `# One fact, one statement, in your own words, with every slot of the frame that the statement answers and none that it does not.
- id: fire-broke-out
  statement: A fire broke out in Port Lorne's grain terminal on 3 May 2030, because grain dust caught fire.
  frame:
    what: start of the fire     # facts with the same \`what\` are compared: where their values differ, sources disagree
    when: 2030-05-03
    where: grain-terminal
    why: grain dust caught fire
  asks:                         # other ways in which a reader would ask for this very fact
    - when did the fire start
    - what caused the fire
  citations:
    - { source: gazette, paragraph: 2 }
- id: toll-official
  statement: At least 14 people were killed in the fire, according to Lorne Fire Service.
  standing: official            # reported (default), official, claimed, denied, forecast, retracted
  frame:
    what: death toll
    when: 2030-05-03
    where: grain-terminal
    howMany: at least 14 people # [bound] figure [of total] unit
    saidBy: fire-service
  asks:
    - how many people died
    - how many people were killed in the fire
  citations:
    - { source: gazette, paragraph: 3 }
    - source: courier
      paragraph: 1
      reports:                  # where this source says something else than the statement
        howMany: 16 people
- id: holm-mourning
  statement: Åse Holm, mayor of Port Lorne, called three days of mourning on 4 May 2030.
  frame:
    what: days of mourning
    who: holm
    when: 2030-05-04
    howMany: 3 days
  citations:
    - { source: courier, paragraph: 4 }
`,
  'open.yaml': `# What readers will ask and the sources leave open: declined by name instead of being answered from what lies near.
- id: terminal-cost
  missing: what the terminal had cost    # follows "The sources of this briefing do not give …"
  asks: [what did the terminal cost, how expensive was the terminal]
`,
  'questions.yaml': `# Questions with the facts that must answer them: \`npx sitrep check\` asks them all.
- { ask: when did the fire start, facts: [fire-broke-out] }
- { ask: what caused the fire, facts: [fire-broke-out], says: [grain dust] }
- ask: how many people died
  facts: [toll-official]        # one of them must come first in the answer
  disputed: true                # the answer must show that sources differ
- { ask: Holm, command: who, facts: [holm-mourning] }
- { ask: what did the terminal cost, expect: abstain }    # the sources do not say
`,
}
