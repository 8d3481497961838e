import fc from 'fast-check';
import { sql } from '@/__tests__/support/plain-sql';
import { emailAddress } from '@/lib/users/schema';

// The sign-in form and the database take the same addresses: who can be stored can sign in.

async function storable(addresses: string[]): Promise<boolean[]> {
  const rows = await sql<{ fits: boolean }>(
    `SELECT is_email_address(address) AS fits
     FROM unnest($1::text[]) WITH ORDINALITY AS given (address, place) ORDER BY place`,
    addresses,
  );
  return rows.map(({ fits }) => fits);
}

function enterable(address: string): boolean {
  const parsed = emailAddress.safeParse(address);
  return parsed.success && parsed.data === address;
}

const ADDRESSES = {
  'ana@example.com': true,
  "ana.o'neill+knots@mail.example.co.uk": true,
  'a&b=c@example.com': true,
  'ana@xn--bcher-kva.xn--p1ai': true,
  [`${'a'.repeat(308)}@example.com`]: true,
  [`${'a'.repeat(309)}@example.com`]: false,
  [`ana@${'a'.repeat(63)}.com`]: true,
  [`ana@${'a'.repeat(64)}.com`]: false,
  'a,b@c.de': false,
  'x <a@b.co>': false,
  'ana\t@example.com': false,
  'ana\u0085@example.com': false,
  'ana@example.com\u0085': false,
  'ana\u2028@example.com': false,
  'ana@example.com\nbcc: all@example.com': false,
  'ana@home@example.com': false,
  '.ana@example.com': false,
  'ana.@example.com': false,
  'a..na@example.com': false,
  'ana@example': false,
  'ana@-example.com': false,
  'ana@192.0.2.1': false,
  'ana@bücher.example': false,
  '': false,
};

test.each(Object.entries(ADDRESSES))('%j is an address: %s', async (address, fits) => {
  expect({ entered: enterable(address), stored: await storable([address]) }).toEqual({
    entered: fits,
    stored: [fits],
  });
});

test('form and database agree on any text', async () => {
  const piece = fc.constantFrom(
    'a',
    '1',
    '.',
    '-',
    '@',
    "'",
    '+',
    '_',
    ' ',
    '\t',
    ',',
    '<',
    'ß',
    'com',
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  const near = fc.tuple(text, text).map((parts) => `a${parts.join('@b')}.com`);
  const addresses = fc.sample(fc.oneof(text, near), 3_000);
  const stored = await storable(addresses);
  const apart = addresses.filter((address, index) => enterable(address) !== stored[index]);
  expect(apart).toEqual([]);
  expect(stored).toContain(true);
});
