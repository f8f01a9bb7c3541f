// What the command line can do, as `--help` prints it.

export const usage = `Answers questions from curated briefings, with who says so and as of when.

  sitrep ask TEXT…            one answer
  sitrep who|what|when|where|why|howmany|timeline TEXT…
                              the same, asking for a person, a thing, a date, …
  sitrep ask --jsonl          questions from standard input, answers to standard output, a JSON object a line
  sitrep chat                 a conversation; follow-ups are understood
  sitrep render --platform discord|slack TEXT…
                              the exact message that a platform would be sent
  sitrep digest SLUG --since DATE [--until DATE] [--platform text|discord|slack]
                              what was new, corrected, disputed and expected in these days
  sitrep serve                the bot: the web page, and Discord and Slack where their tokens are set
  sitrep manifest slack       the manifest from which the Slack app is made
  sitrep check [DIR]          checks every briefing in a folder, or one briefing's folder
  sitrep gaps                 what was asked in vain, and what was reported; most asked first
  sitrep deliveries           digests that did not arrive, and subscriptions that are paused
  sitrep state export [FILE]  all that the bot remembers, as lines of JSON
  sitrep state import FILE|-  reads them in again, into the place that SITREP_STATE names
  sitrep new SLUG             starts a briefing
  sitrep schema [FILE]        JSON Schema for editors: briefing, sources, entities, facts, open or questions

  --as-of DATE       (ask, verbs, chat, render) what was known by the end of that day: 2022-01-11, or 2022-01
  --briefing SLUG    (ask, verbs, chat, render) only this briefing; otherwise the first that can answer
  --briefings DIR    (ask, verbs, chat, render, digest, new) the folder that holds the briefings
  --json             (ask, verbs) the answer as one JSON object, with its citations; (digest, gaps, deliveries) the same as JSON
  --explain          (ask, verbs) how the answer was found
  --sources DIR      (check) also checks each citation against the sources' texts in this folder
  --replace          (state import) removes first what is there
  --url URL          (manifest) where Slack reaches the bot, https://…; without it, by Socket Mode
  --prefix WORD      (manifest) stands before each command: /WORD-brief
  --commands LIST    (manifest) further commands: whois=who,when; without it, those of config/sitrep.yaml
  --help, --version

A question that has a word with a hyphen in front goes behind "--": sitrep ask -- was it -20 degrees
Exit codes: 0 done (also where the sources do not say), 1 wrong input, 2 wrong usage.
`
