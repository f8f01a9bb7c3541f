// The direction of imports, as README's folder map tells it. tests/architecture.test.ts holds the same without this tool.

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-knows-nobody',
      comment: 'The core has no I/O and no platform: it imports itself and packages only.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: '^src/', pathNot: '^src/core/' },
    },
    {
      name: 'core-has-no-input-or-output',
      comment: "Node's own modules read files, clocks and networks; the core is passed what it needs.",
      severity: 'error',
      from: { path: '^src/core/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'knowledge-before-questions',
      comment: 'What a briefing knows does not depend on how it is asked.',
      severity: 'error',
      from: { path: '^src/core/briefing/' },
      to: { path: '^src/core/(?!briefing/|errors\\.ts$)' },
    },
    {
      name: 'platforms-do-not-meet',
      comment: 'A platform imports the core and itself, never another platform.',
      severity: 'error',
      from: { path: '^src/platforms/([^/]+)/' },
      to: { path: '^src/', pathNot: ['^src/core/', '^src/platforms/$1/'] },
    },
    {
      name: 'storage-and-system-know-the-core-only',
      severity: 'error',
      from: { path: '^src/(storage|system)/' },
      to: { path: '^src/', pathNot: ['^src/core/', '^src/$1/'] },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-missing-modules',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages-in-src',
      comment: 'Whoever installs without development packages must be able to run it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
