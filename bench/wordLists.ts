// The common nouns that generated facts are made of. They are about nothing in particular, and none of them is a name.

const words = (text: string) => text.split(',').map((word) => word.trim())

/** What stands in a town and things happen to. */
export const works = words('bridge, dam, school, clinic, tunnel, stadium, library, mine, hotel, museum, warehouse, brewery, theatre, lighthouse, quarry, orchard, cannery, shipyard, observatory, cathedral')

export const parts = words(
  'roof, cellar, staircase, chimney, entrance, façade, boiler room, east wing, west wing, archive, kitchen, balcony, clock tower, drainage, loading bay, courtyard, gallery, foundation, lift shaft, gatehouse, cold store, laundry, chapel, corridor, parapet, scaffold',
)

/** Things that can be counted. */
export const goods = words(
  'pumps, ladders, blankets, crates, turbines, bicycles, mattresses, tractors, lanterns, kettles, violins, helmets, carpets, barrels, compressors, microscopes, saddles, anchors, telescopes, generators, looms, parachutes, typewriters, bottles, cables, hammers, umbrellas, heaters, scooters, keyboards, pillows, printers, candles, chainsaws, aquariums, greenhouses, kayaks, freezers, wheelbarrows, toasters, trumpets, clocks, shovels, armchairs, backpacks, thermometers, pianos, jackets, sleighs, mirrors',
)

export const trades = words('welders, nurses, drivers, bakers, miners, plumbers, electricians, sailors, weavers, carpenters, cooks, gardeners, porters, clerks, librarians, painters, roofers, divers, translators, cleaners, mechanics, beekeepers, surveyors, tailors, masons')

export const devices = words('heater, valve, fuse, transformer, gas bottle, relay, switchboard, boiler, battery, lamp, stove, extension lead, oven, generator, pressure cooker, welding torch')

export const crimes = words('smuggling tobacco, forging passports, tax evasion, insider dealing, illegal fishing, perjury, poaching, cheque forgery, dumping waste, speeding, contempt of court, burglary, cattle rustling, dangerous driving, embezzlement, hacking')

export const illnesses = words('pneumonia, measles, malaria, cholera, typhoid, meningitis, diphtheria, hepatitis, tetanus, rabies, polio, mumps')

export const roles = words('treasurer, chief engineer, head of research, chairman, finance director, harbour pilot, chief accountant, head of sales, quality inspector, personnel manager, chief chemist, works manager, head of design, legal counsel, export manager, safety officer')

export const fields = words('poetry, chemistry, architecture, sculpture, botany, journalism, geology, photography, astronomy, mathematics, ceramics, choral music')

export const branches = words('Shipping, Foods, Motors, Textiles, Mining, Press, Chemicals, Timber, Airways, Optics, Paper, Rail, Steel, Glass, Pharma, Insurance, Electric, Dairy')

export const products = words('tractor, camera, sewing machine, motorboat, tablet, wristwatch, hearing aid, lawnmower, espresso machine, tent, piano, drone')

/** Reasons, in words that can follow "because of". */
export const reasons = words(
  'a shortage of {goods2}, a dispute over {goods2}, cracks in the {part2}, a fault in the {part2}, the rising price of {goods2}, complaints about the {part2}, a lack of {trades2}, mould in the {part2}, a missing permit for {goods2}, the theft of {goods2}, a quarrel between {trades2} and {trades3}, dust from the {part2}, rats in the {part2}, a late delivery of {goods2}, unpaid bills for {goods2}, rust on the {goods2}, an outbreak of {illness2}, heavy snow, high winds, low water',
)

/** Words for a quantity that is not exact; most are. */
export const hedges = ['', '', '', '', '', 'about ', 'at least ', 'more than ', 'nearly ']

export const months = words('January, February, March, April, May, June, July, August, September, October, November, December')
