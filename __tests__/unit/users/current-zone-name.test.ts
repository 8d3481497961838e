import { currentZoneName } from '@/lib/time/zone-names';

test.each([
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['America/New_York', 'America/New_York'],
  ['UTC', 'UTC'],
  ['Mars/Olympus', 'Mars/Olympus'],
  ['toString', 'toString'],
])('%s goes by %s today', (zone, name) => {
  expect(currentZoneName(zone)).toBe(name);
});
