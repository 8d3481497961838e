import type { GuardProof } from './proof';
import { consequenceProof, REMOVE_STRANGER, referenceProof } from './reference-proof';
import { ID } from './scene';

const HASH = `decode(repeat('ab', 32), 'hex')`;

/** Rows that belong to one person and are deleted with them: an INSERT per table. */
const BELONGINGS: Readonly<Record<string, (person: string) => string>> = {
  availability: (person) => hours(person, 'Europe/Berlin'),
  availability_exceptions: (
    person,
  ) => `INSERT INTO availability_exceptions (user_id, kind, starts_at, ends_at)
    VALUES (${person}, 'time_off', '2026-03-05T10:00Z', '2026-03-05T11:00Z')`,
  calendar_feeds: (person) =>
    `INSERT INTO calendar_feeds (user_id, token_hash) VALUES (${person}, ${HASH})`,
};

function hours(person: string, zone: string): string {
  return `INSERT INTO availability (user_id, day_of_week, start_time, end_time, timezone)
    VALUES (${person}, 'monday', '09:00', '12:00', '${zone}')`;
}

function link(person: string): string {
  return `INSERT INTO sign_in_links (user_id, token_hash, created_at, expires_at)
    VALUES (${person}, ${HASH}, '2026-03-02T10:00Z', '2026-03-02T10:10Z')`;
}

const OF_ONE_PERSON = Object.entries(BELONGINGS).flatMap(([table, add]) => {
  const guard = `${table}.${table}_user_id_fkey` as const;
  return [
    referenceProof(guard, `${table} is of a person who exists`, add(ID.nobody)),
    consequenceProof(guard, `${table} goes with its person`, {
      arrange: add(ID.stranger),
      attack: REMOVE_STRANGER,
      outcome: `SELECT NOT EXISTS (SELECT FROM ${table})`,
    }),
  ];
});

const LINKS: readonly GuardProof[] = [
  referenceProof(
    'sign_in_links.sign_in_links_user_id_fkey',
    'a sign-in link has an existing user',
    link(ID.nobody),
    // The mail of the link has no recipient either.
    { alsoHeldBy: ['constraint notifications.notifications_recipient_id_fkey'] },
  ),
  consequenceProof(
    'sign_in_links.sign_in_links_user_id_fkey',
    'a sign-in link is deleted with its user',
    {
      arrange: `${link(ID.stranger)}; DELETE FROM notifications WHERE recipient_id = ${ID.stranger}`,
      attack: REMOVE_STRANGER,
      outcome: 'SELECT NOT EXISTS (SELECT FROM sign_in_links)',
    },
  ),
];

/** A zone is one that the packaged data and this server know, written as both write it. */
const NO_ZONES = [
  'Mars/Olympus',
  'Foo+3',
  'CEST',
  'europe/berlin',
  'Europe_Berlin',
  'Factory',
  'posix/UTC',
  '',
];

const ZONES = NO_ZONES.flatMap((zone) => [
  referenceProof(
    'users.users_timezone_fkey',
    `nobody reads times in "${zone}"`,
    `UPDATE users SET timezone = '${zone}' WHERE id = ${ID.stranger}`,
    { as: 'ops' },
  ),
  referenceProof(
    'availability.availability_timezone_fkey',
    `no hours are in "${zone}"`,
    hours(ID.teacher, zone),
    { as: 'ops' },
  ),
]);

const ZONE_ENDS: readonly GuardProof[] = [
  ['users.users_timezone_fkey', `UPDATE users SET timezone = 'Europe/Berlin'`] as const,
  ['availability.availability_timezone_fkey', hours(ID.teacher, 'Europe/Berlin')] as const,
].flatMap(([guard, arrange]) => [
  referenceProof(
    guard,
    'a zone that is in use stays',
    `DELETE FROM time_zones WHERE name = 'Europe/Berlin'`,
    { arrange },
  ),
  consequenceProof(guard, 'a zone that is renamed is renamed where it is used', {
    arrange,
    attack: `UPDATE time_zones SET name = 'Europe/New_Berlin' WHERE name = 'Europe/Berlin'`,
    outcome: `SELECT NOT EXISTS (SELECT FROM ${guard.split('.')[0]} WHERE timezone = 'Europe/Berlin')`,
  }),
]);

/** What points at people, and at zones. */
export const PEOPLE_REFERENCES: readonly GuardProof[] = [
  ...OF_ONE_PERSON,
  ...LINKS,
  ...ZONES,
  ...ZONE_ENDS,
];
