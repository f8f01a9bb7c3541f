// What can happen in a generated base, how it is told, and how readers ask for it. Half of the ways to ask keep the
// statement's verb; the other half use a synonym that general English (config/lexicon.yaml) knows, in another order.

export type EntitySlot = 'person' | 'person2' | 'firm' | 'firm2' | 'town'
export const askedSlots = ['when', 'howMany', 'who', 'where', 'why'] as const
export type AskedSlot = (typeof askedSlots)[number]

/** A kind of event. Words in braces are filled in; see `generateBase`. */
export type Template = {
  readonly name: string
  /** What must not repeat among the facts of this template, so that a question has one right fact. */
  readonly keys: readonly string[]
  readonly what: string
  readonly statements: readonly string[]
  readonly who?: readonly EntitySlot[]
  readonly whom?: readonly EntitySlot[]
  readonly where?: readonly EntitySlot[]
  readonly when?: 'date' | 'year'
  readonly why?: string
  readonly howMany?: string
  /** From which to which number the quantity is drawn. */
  readonly count?: readonly [number, number]
  readonly questions: Partial<Record<AskedSlot, readonly string[]>>
}

const because = '{reason}'

/** What happens to a building or works. */
export const ofWorks: readonly Template[] = [
  {
    name: 'closing', keys: ['{thing}'], what: 'closure of the {thing}', who: ['firm'], where: ['town'], when: 'date', why: because,
    statements: ['{firm} closed the {thing} in {town} on {date} because of {reason}.', 'On {date} the {thing} in {town} was closed by {firm} because of {reason}.'],
    questions: { when: ['when did the {thing} close', 'on what date was the {thing} shut down'], why: ['why was the {thing} closed', 'what is the reason that {firm} shut the {thing}'], who: ['who closed the {thing}', 'the {thing} in {town}: which company shut it down'] },
  },
  {
    name: 'opening', keys: ['{thing}'], what: 'opening of the {thing}', who: ['person'], where: ['town'], when: 'date',
    statements: ['{person} opened the {thing} in {town} on {date}.', 'The {thing} in {town} was opened by {person} on {date}.'],
    questions: { when: ['when was the opening of the {thing}', 'what day did {person} open the {thing}'], who: ['who opened the {thing}', 'by whom was the {thing} in {town} opened'], where: ['where is the {thing} that {person} opened', 'in which town did {person} open the {thing}'] },
  },
  {
    name: 'sale', keys: ['{thing}'], what: 'sale of the {thing}', who: ['firm'], where: ['town'], when: 'date', howMany: '{n} million crowns', count: [2, 95],
    statements: ['{firm} bought the {thing} in {town} for {n} million crowns on {date}.', 'The {thing} in {town} was bought by {firm} on {date} for {n} million crowns.'],
    questions: { when: ['when did {firm} buy the {thing}', 'when was the purchase of the {thing}'], howMany: ['how much did {firm} pay for the {thing}', 'how much did the purchase of the {thing} cost'], who: ['who bought the {thing}', 'which firm purchased the {thing} in {town}'] },
  },
  {
    name: 'repairs', keys: ['{thing}'], what: 'repairs to the {thing}', where: ['town'], when: 'date', howMany: '{n} million crowns', count: [2, 60],
    statements: ['Repairs to the {thing} in {town} cost {n} million crowns and were finished on {date}.', 'On {date} repairs to the {thing} in {town} were finished; they cost {n} million crowns.'],
    questions: { when: ['when were the repairs to the {thing} finished', 'when did they complete fixing the {thing} in {town}'], howMany: ['how much did the repairs to the {thing} cost', 'what was the price of mending the {thing}'] },
  },
  {
    name: 'collapse', keys: ['{thing}'], what: 'collapse at the {thing}', where: ['town'], when: 'date', howMany: '{n} {trades}', count: [3, 90],
    statements: ['The {part} of the {thing} in {town} collapsed on {date}, injuring {n} {trades}.', 'On {date} {n} {trades} were injured when the {part} of the {thing} in {town} collapsed.'],
    questions: { when: ['when did the {part} of the {thing} collapse', 'what day did the {part} of the {thing} cave in'], howMany: ['how many {trades} were injured at the {thing}', 'when the {part} of the {thing} gave way, how many {trades} were hurt'], where: ['where did the {part} of the {thing} collapse'] },
  },
  {
    name: 'fire', keys: ['{thing}'], what: 'fire at the {thing}', where: ['town'], when: 'date', why: 'a faulty {device}',
    statements: ['A fire caused by a faulty {device} destroyed the {part} of the {thing} in {town} on {date}.', 'On {date} fire destroyed the {part} of the {thing} in {town}; it was caused by a faulty {device}.'],
    questions: { when: ['when was the fire at the {thing}', 'when did the {part} of the {thing} burn'], why: ['what caused the fire at the {thing}', 'the blaze at the {thing} in {town}: what was the cause'] },
  },
  {
    name: 'strike', keys: ['{thing}'], what: 'strike at the {thing}', where: ['town'], when: 'date', why: because, howMany: '{n} {trades}', count: [12, 900],
    statements: ['{n} {trades} of the {thing} in {town} went on strike on {date} because of {reason}.', 'On {date} {n} {trades} went on strike at the {thing} in {town} because of {reason}.'],
    questions: { when: ['when did the {trades} of the {thing} go on strike', 'when was the walkout at the {thing}'], howMany: ['how many {trades} went on strike at the {thing}', 'how many {trades} took part in the walkout at the {thing} in {town}'], why: ['why was there a strike at the {thing}', 'why did the {trades} of the {thing} down tools'] },
  },
  {
    name: 'delay', keys: ['{thing}'], what: 'delay to the extension of the {thing}', where: ['town'], why: because, howMany: '{n} weeks', count: [2, 70],
    statements: ['Work on a new {part} for the {thing} in {town} was delayed by {n} weeks because of {reason}.', 'Because of {reason}, work on a new {part} for the {thing} in {town} was delayed by {n} weeks.'],
    questions: { howMany: ['how long was the work on the new {part} for the {thing} delayed', 'by how many weeks was the new {part} of the {thing} postponed'], why: ['why was work on the {part} for the {thing} delayed', 'why did they put off the new {part} for the {thing}'] },
  },
  {
    name: 'inspection', keys: ['{thing}'], what: 'inspection of the {thing}', who: ['person'], where: ['town'], when: 'date',
    statements: ['{person} inspected the {part} of the {thing} in {town} on {date}.', 'On {date} the {part} of the {thing} in {town} was inspected by {person}.'],
    questions: { when: ['when did {person} inspect the {thing}', 'when was the {part} of the {thing} examined by {person}'], who: ['who inspected the {part} of the {thing}', 'who examined the {thing} in {town}'] },
  },
  {
    name: 'theft', keys: ['{thing}'], what: 'theft at the {thing}', where: ['town'], when: 'date', howMany: '{n} {goods}', count: [4, 800],
    statements: ['Thieves stole {n} {goods} from the {thing} in {town} on {date}.', 'On {date} {n} {goods} were stolen from the {thing} in {town}.'],
    questions: { when: ['when were the {goods} stolen from the {thing}', 'what was the date of the robbery of {goods} at the {thing}'], howMany: ['how many {goods} were stolen from the {thing}', 'how many {goods} did the robbers swipe from the {thing}'], where: ['where were the {goods} of the {thing} stolen'] },
  },
  {
    name: 'demolition', keys: ['{thing}'], what: 'demolition at the {thing}', who: ['firm'], where: ['town'], when: 'date',
    statements: ['{firm} demolished the {part} of the {thing} in {town} on {date}.', 'The {part} of the {thing} in {town} was demolished by {firm} on {date}.'],
    questions: { when: ['when was the {part} of the {thing} demolished', 'when did {firm} knock down the {part} of the {thing}'], who: ['who demolished the {part} of the {thing}', 'which company tore down the {part} of the {thing}'] },
  },
]

/** What people do and what befalls them. */
export const ofPeople: readonly Template[] = [
  {
    name: 'appointment', keys: ['{person}', '{role} {firm}'], what: 'appointment of {person}', who: ['person'], whom: ['firm'], when: 'date',
    statements: ['{person} was appointed {role} of {firm} on {date}.', 'On {date} {firm} appointed {person} as its {role}.'],
    questions: { when: ['when was {person} appointed {role}', 'when did {firm} name {person} as {role}'], who: ['who was appointed {role} of {firm}', 'who did {firm} put in charge as {role}'] },
  },
  {
    name: 'resignation', keys: ['{person}'], what: 'resignation of {person}', who: ['person'], whom: ['firm'], when: 'date', why: because,
    statements: ['{person} resigned from the board of {firm} on {date} because of {reason}.', 'Because of {reason}, {person} resigned from the board of {firm} on {date}.'],
    questions: { when: ['when did {person} resign', 'when did {person} step down from the board of {firm}'], why: ['why did {person} resign', 'what is the reason that {person} quit the board of {firm}'] },
  },
  {
    name: 'arrest', keys: ['{person}'], what: 'arrest of {person}', who: ['person'], where: ['town'], when: 'date', why: 'suspicion of {crime}',
    statements: ['{person} was arrested in {town} on {date} on suspicion of {crime}.', 'On {date} police in {town} arrested {person} on suspicion of {crime}.'],
    questions: { when: ['when was {person} arrested', 'when was {person} taken into custody'], where: ['where was {person} arrested', 'in which town was {person} detained'], why: ['why was {person} arrested', 'on what grounds was {person} detained in {town}'] },
  },
  {
    name: 'injury', keys: ['{person}', '{device} {town} {date}'], what: 'injury of {person}', who: ['person'], where: ['town'], when: 'date',
    statements: ['{person} was injured in {town} on {date} when a {device} exploded.', 'A {device} exploded in {town} on {date} and injured {person}.'],
    questions: { when: ['when was {person} injured', 'when was {person} hurt by a {device}'], where: ['where was {person} injured', 'where did a {device} blow up and hurt {person}'], who: ['who was injured by a {device} in {town} on {date}'] },
  },
  {
    name: 'donation', keys: ['{person}', '{goods} {town} {date}'], what: 'donation by {person}', who: ['person'], where: ['town'], when: 'date', howMany: '{n} {goods}', count: [5, 4000],
    statements: ['{person} donated {n} {goods} to the people of {town} on {date}.', 'On {date} the people of {town} received {n} {goods} that {person} had donated.'],
    questions: { when: ['when did {person} donate the {goods}', 'when did the people of {town} get the {goods} of {person}'], howMany: ['how many {goods} did {person} donate', 'how many {goods} did {person} contribute in {town}'], who: ['who donated {goods} to the people of {town} on {date}'] },
  },
  {
    name: 'death', keys: ['{person}'], what: 'death of {person}', who: ['person'], where: ['town'], when: 'date', why: '{illness}',
    statements: ['{person} died of {illness} in {town} on {date}.', 'On {date} {person} died in {town} of {illness}.'],
    questions: { when: ['when did {person} die', "what was the date of {person}'s death"], where: ['where did {person} die', 'in which town did {person} lose their life'], why: ['what was the cause of death of {person}'] },
  },
  {
    name: 'wedding', keys: ['{person}', '{person2}'], what: 'wedding of {person} and {person2}', who: ['person', 'person2'], where: ['town'], when: 'date',
    statements: ['{person} married {person2} in {town} on {date}.', 'On {date} {person} and {person2} were married in {town}.'],
    questions: { when: ['when did {person} marry {person2}', 'when did {person} and {person2} tie the knot'], where: ['where did {person} marry {person2}', 'where was the wedding of {person} and {person2}'], who: ['who did {person} marry', 'who was wed to {person} in {town}'] },
  },
  {
    name: 'fine', keys: ['{person}'], what: 'fine for {person}', who: ['person'], where: ['town'], when: 'date', why: '{crime}', howMany: '{n} crowns', count: [200, 90_000],
    statements: ['A court in {town} fined {person} {n} crowns for {crime} on {date}.', 'On {date} {person} was fined {n} crowns for {crime} by a court in {town}.'],
    questions: { when: ['when was {person} fined', 'when did {person} get a penalty from the court in {town}'], howMany: ['how much was {person} fined', 'how high was the penalty for {person}'], why: ['why was {person} fined', 'why did the court in {town} penalise {person}'] },
  },
  {
    name: 'rescue', keys: ['{person}'], what: 'rescue by {person}', who: ['person'], where: ['town'], when: 'date', howMany: '{n} {trades}', count: [2, 60],
    statements: ['{person} rescued {n} {trades} from a flooded cellar in {town} on {date}.', 'On {date} {n} {trades} were rescued from a flooded cellar in {town} by {person}.'],
    questions: { when: ['when did {person} rescue the {trades}', 'when did {person} bring {trades} to safety'], howMany: ['how many {trades} did {person} rescue', 'how many {trades} were saved by {person} in {town}'], where: ['where did {person} rescue {trades}', 'in which town did {person} save the {trades}'] },
  },
  {
    name: 'retirement', keys: ['{person}'], what: 'retirement of {person}', who: ['person'], whom: ['firm'], when: 'date', howMany: '{n} years', count: [3, 45],
    statements: ['{person} retired as {role} of {firm} on {date} after {n} years.', 'After {n} years {person} retired on {date} as {role} of {firm}.'],
    questions: { when: ['when did {person} retire', 'when did the {role} {person} go into retirement'], howMany: ['after how many years did {person} retire', 'how long was {person} with {firm} before retirement'] },
  },
  {
    name: 'prize', keys: ['{brand} {field}'], what: '{brand} prize for {field}', who: ['person'], when: 'date',
    statements: ['{person} won the {brand} prize for {field} on {date}.', 'On {date} the {brand} prize for {field} went to {person}.'],
    questions: { when: ['when did {person} win the {brand} prize', 'when did {person} get the {brand} award for {field}'], who: ['who won the {brand} prize for {field}', 'who got the {brand} award for {field}'] },
  },
]

/** What companies do. */
export const ofFirms: readonly Template[] = [
  {
    name: 'hiring', keys: ['{firm} {trades}'], what: 'hiring of {trades} by {firm}', who: ['firm'], where: ['town'], when: 'date', howMany: '{n} {trades}', count: [5, 900],
    statements: ['{firm} hired {n} {trades} in {town} on {date}.', 'On {date} {n} {trades} were hired by {firm} in {town}.'],
    questions: { when: ['when did {firm} hire {trades}', 'when did {firm} recruit the {trades} in {town}'], howMany: ['how many {trades} did {firm} hire', 'how many {trades} were recruited by {firm}'], where: ['where did {firm} hire {trades}', 'in which town did {firm} take on {trades}'] },
  },
  {
    name: 'job cuts', keys: ['{firm} {town}'], what: 'job cuts by {firm} in {town}', who: ['firm'], where: ['town'], when: 'date', why: because, howMany: '{n} jobs', count: [5, 2500],
    statements: ['{firm} cut {n} jobs in {town} on {date} because of {reason}.', 'Because of {reason}, {firm} cut {n} jobs in {town} on {date}.'],
    questions: { when: ['when did {firm} cut jobs in {town}', 'when were the layoffs of {firm} in {town}'], howMany: ['how many jobs did {firm} cut in {town}', 'how many jobs did {firm} reduce in {town}'], why: ['why did {firm} cut jobs in {town}', 'what is the reason for the job loss at {firm} in {town}'] },
  },
  {
    name: 'takeover', keys: ['{firm2}'], what: 'takeover of {firm2}', who: ['firm'], whom: ['firm2'], when: 'date', howMany: '{n} million crowns', count: [3, 900],
    statements: ['{firm} acquired {firm2} for {n} million crowns on {date}.', 'On {date} {firm2} was acquired by {firm} for {n} million crowns.'],
    questions: { when: ['when did {firm} acquire {firm2}', 'when was the takeover of {firm2}'], howMany: ['for how much did {firm} acquire {firm2}', 'how much was paid for the takeover of {firm2}'], who: ['who acquired {firm2}', 'which company took over {firm2}'] },
  },
  {
    name: 'move', keys: ['{firm}'], what: 'headquarters of {firm}', who: ['firm'], where: ['town'], when: 'date', why: because,
    statements: ['{firm} moved its headquarters to {town} on {date} because of {reason}.', 'Because of {reason}, {firm} moved its headquarters on {date} to {town}.'],
    questions: { when: ['when did {firm} move its headquarters', 'when did {firm} relocate its head office to {town}'], where: ['where did {firm} move its headquarters', 'to which town did {firm} relocate its head office'], why: ['why did {firm} move its headquarters', 'why did the head office of {firm} relocate to {town}'] },
  },
  {
    name: 'recall', keys: ['{firm} {goods}'], what: 'recall of {goods} by {firm}', who: ['firm'], when: 'date', why: because, howMany: '{n} {goods}', count: [40, 90_000],
    statements: ['{firm} recalled {n} {goods} on {date} because of {reason}.', 'On {date} {n} {goods} were recalled by {firm} because of {reason}.'],
    questions: { when: ['when did {firm} recall its {goods}', 'when did {firm} take the {goods} off the market'], howMany: ['how many {goods} did {firm} recall', 'how many {goods} did {firm} withdraw from sale'], why: ['why did {firm} recall its {goods}', 'why were the {goods} of {firm} taken off the market'] },
  },
  {
    name: 'launch', keys: ['{brand} {product}'], what: 'launch of the {brand} {product}', who: ['firm'], where: ['town'], when: 'date',
    statements: ['{firm} unveiled the {brand} {product} in {town} on {date}.', 'On {date} the {brand} {product} was unveiled in {town} by {firm}.'],
    questions: { when: ['when did {firm} unveil the {brand} {product}', 'when was the {brand} {product} announced'], where: ['where was the {brand} {product} unveiled', 'in which town did {firm} announce the {brand} {product}'], who: ['who unveiled the {brand} {product}', 'which company announced the {brand} {product}'] },
  },
  {
    name: 'plant', keys: ['{firm} {goods}', '{firm} {town}'], what: '{goods} factory of {firm}', who: ['firm'], where: ['town'], when: 'date', howMany: '{n} million crowns', count: [4, 700],
    statements: ['{firm} built a factory for {goods} in {town} for {n} million crowns and opened it on {date}.', 'On {date} {firm} opened a factory for {goods} in {town}, built for {n} million crowns.'],
    questions: { when: ['when did {firm} open its factory for {goods}', 'when did the {goods} plant of {firm} in {town} open'], howMany: ['how much did the factory for {goods} of {firm} cost', 'for how much did {firm} construct the {goods} plant in {town}'], where: ['where did {firm} build a factory for {goods}', 'in which town did {firm} construct its {goods} plant'] },
  },
  {
    name: 'profit', keys: ['{firm} {year}'], what: 'profit of {firm} in {year}', who: ['firm'], when: 'year', howMany: '{n} million crowns', count: [1, 600],
    statements: ['{firm} made a profit of {n} million crowns in {year}.', 'In {year} the profit of {firm} was {n} million crowns.'],
    questions: { howMany: ['how much profit did {firm} make in {year}', 'how high were the earnings of {firm} in {year}'] },
  },
  {
    name: 'halt', keys: ['{firm} {goods}'], what: 'production of {goods} by {firm}', who: ['firm'], where: ['town'], when: 'date', why: because,
    statements: ['{firm} stopped making {goods} in {town} on {date} because of {reason}.', 'Because of {reason}, {firm} stopped making {goods} in {town} on {date}.'],
    questions: { when: ['when did {firm} stop making {goods}', 'when did {firm} halt the production of {goods}'], where: ['where did {firm} stop making {goods}', 'in which town did {firm} cease to produce {goods}'], why: ['why did {firm} stop making {goods}', 'why did {firm} halt production of {goods} in {town}'] },
  },
]

/** What happens in towns. */
export const ofTowns: readonly Template[] = [
  {
    name: 'evacuation', keys: ['{brand} {town}'], what: 'evacuation of the {brand} district', where: ['town'], when: 'date', why: because, howMany: '{n} residents', count: [20, 9000],
    statements: ['{n} residents of the {brand} district of {town} were evacuated on {date} because of {reason}.', 'Because of {reason}, {n} residents of the {brand} district of {town} were evacuated on {date}.'],
    questions: { when: ['when was the {brand} district of {town} evacuated', 'when were the inhabitants of the {brand} district in {town} moved to safety'], howMany: ['how many residents of the {brand} district of {town} were evacuated', 'how many inhabitants had to leave the {brand} district of {town}'], why: ['why was the {brand} district of {town} evacuated', 'why did residents of the {brand} district in {town} have to leave home'] },
  },
  {
    name: 'blackout', keys: ['{town}'], what: 'blackout in {town}', where: ['town'], when: 'date', why: 'a broken {device}', howMany: '{n} homes', count: [50, 40_000],
    statements: ['A blackout caused by a broken {device} hit {n} homes in {town} on {date}.', 'On {date} {n} homes in {town} were hit by a blackout; a broken {device} caused it.'],
    questions: { when: ['when was the blackout in {town}', 'when did {town} have a power cut'], howMany: ['how many homes in {town} were hit by the blackout', 'how many homes in {town} were without electricity'], why: ['what caused the blackout in {town}', 'why was there a power cut in {town}'] },
  },
  {
    name: 'ban', keys: ['{town} {goods}', '{goods} {date}'], what: 'ban on {goods} in {town}', who: ['town'], where: ['town'], when: 'date', why: because,
    statements: ['{town} banned {goods} from its markets on {date} because of {reason}.', 'Because of {reason}, {goods} were banned from the markets of {town} on {date}.'],
    questions: { when: ['when did {town} ban {goods}', 'when were {goods} prohibited in {town}'], why: ['why did {town} ban {goods}', 'why are {goods} prohibited on the markets of {town}'], where: ['where were {goods} banned on {date}'] },
  },
  {
    name: 'festival', keys: ['{brand}'], what: '{brand} festival', where: ['town'], when: 'date', why: because,
    statements: ['The {brand} festival in {town} was cancelled on {date} because of {reason}.', 'On {date} {town} cancelled the {brand} festival because of {reason}.'],
    questions: { when: ['when was the {brand} festival cancelled', 'when did {town} call off the {brand} festival'], why: ['why was the {brand} festival cancelled', 'why did they call off the {brand} festival'], where: ['where was the {brand} festival cancelled', 'in which town was the {brand} festival called off'] },
  },
  {
    name: 'mayor', keys: ['{town}'], what: 'mayor of {town}', who: ['person'], where: ['town'], when: 'date', howMany: '{n} per cent', count: [34, 91],
    statements: ['{person} was elected mayor of {town} on {date} with {n} per cent of the vote.', 'On {date} {n} per cent of the voters of {town} elected {person} mayor.'],
    questions: { when: ['when was {person} elected mayor of {town}', 'when did {person} win the election in {town}'], howMany: ['what share of the vote did {person} get in {town}', 'how many per cent elected {person} mayor of {town}'], who: ['who was elected mayor of {town}', 'who won the vote for mayor in {town}'] },
  },
  {
    name: 'protest', keys: ['{town} {goods}', '{goods} {date}'], what: 'protest about {goods} in {town}', where: ['town'], when: 'date', why: 'the price of {goods}', howMany: '{n} people', count: [15, 20_000],
    statements: ['{n} people protested in {town} on {date} against the price of {goods}.', 'On {date} {n} people in {town} protested against the price of {goods}.'],
    questions: { when: ['when was the protest in {town} against the price of {goods}', 'when did people in {town} demonstrate over {goods}'], howMany: ['how many people protested in {town} against the price of {goods}', 'how many took to the streets in {town} about the cost of {goods}'], where: ['where did people protest against the price of {goods} on {date}'] },
  },
  {
    name: 'vaccination', keys: ['{town} {illness}'], what: 'vaccination against {illness} in {town}', where: ['town'], when: 'date', howMany: '{n} children', count: [30, 9000],
    statements: ['{n} children in {town} were vaccinated against {illness} on {date}.', 'On {date} {town} vaccinated {n} children against {illness}.'],
    questions: { when: ['when were children in {town} vaccinated against {illness}', 'when did the kids of {town} get a jab against {illness}'], howMany: ['how many children in {town} were vaccinated against {illness}', 'how many kids in {town} got the jab against {illness}'] },
  },
  {
    name: 'curfew', keys: ['{town}'], what: 'curfew in {town}', who: ['person'], where: ['town'], when: 'date', why: because,
    statements: ['{person} imposed a curfew in {town} on {date} because of {reason}.', 'Because of {reason}, {person} imposed a curfew in {town} on {date}.'],
    questions: { when: ['when was the curfew in {town} imposed', 'when did {person} bring in a curfew in {town}'], why: ['why was a curfew imposed in {town}', 'what is the reason for the curfew that {person} introduced in {town}'], who: ['who imposed a curfew in {town}', 'who introduced the curfew in {town}'] },
  },
  {
    name: 'collision', keys: ['{brand}'], what: 'collision on the {brand} road', where: ['town'], when: 'date', howMany: '{n} passengers', count: [2, 70],
    statements: ['A bus and a lorry collided on the {brand} road near {town} on {date} and {n} passengers were killed.', 'On {date} {n} passengers were killed when a bus and a lorry collided on the {brand} road near {town}.'],
    questions: { when: ['when did a bus and a lorry collide on the {brand} road', 'when was the crash on the {brand} road near {town}'], howMany: ['how many passengers were killed on the {brand} road', 'how many passengers died in the crash on the {brand} road'], where: ['where did a bus and a lorry collide on the {brand} road'] },
  },
]
