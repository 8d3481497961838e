import { findOldZones, type ZoneCopies } from '@/scripts/doctor/check-zones';

// British Columbia keeps its summer time from 2026 on. Old copies do not know it yet.
const KEPT = new Map([['America/Vancouver', [-420, -420]]]);
const CHANGED = new Map([['America/Vancouver', [-420, -480]]]);

const findings = (copies: ZoneCopies) =>
  Object.fromEntries(
    findOldZones(copies)
      .filter(({ count }) => count > 0)
      .map(({ what, ids }) => [what, ids]),
  );

test.each<[string, ZoneCopies, string[]]>([
  [
    'all three are new',
    {
      package: { version: '2026f', clocks: KEPT },
      node: { version: '2026f', clocks: KEPT },
      database: { clocks: KEPT },
    },
    [],
  ],
  [
    'the Node is old',
    {
      package: { version: '2026f', clocks: KEPT },
      node: { version: '2025c', clocks: CHANGED },
      database: { clocks: KEPT },
    },
    ['Node'],
  ],
  [
    'the Node and the database are old',
    {
      package: { version: '2026f', clocks: KEPT },
      node: { version: '2025c', clocks: CHANGED },
      database: { clocks: CHANGED },
    },
    ['Node', 'the database'],
  ],
  [
    'the package is old',
    {
      package: { version: '2025b', clocks: CHANGED },
      node: { version: '2026a', clocks: KEPT },
      database: { clocks: KEPT },
    },
    ['the package moment-timezone'],
  ],
])('%s', (_case, copies, old) => {
  expect(findings(copies)).toEqual(
    Object.fromEntries(old.map((copy) => [`Outdated zones in ${copy}`, ['America/Vancouver']])),
  );
});
