// Values of the header in which Next's router sends what the browser already shows.

const state = (value: unknown) => encodeURIComponent(JSON.stringify(value));

const nest = (levels: number) => `${'["",{"a":'.repeat(levels)}["",{}]${'}]'.repeat(levels)}`;

export const ROUTER_STATES = [
  state(['', {}]),
  state(['', {}, null, 'refetch']),
  state(['', { children: ['x', { children: ['__PAGE__', {}] }] }]),
  state([['id', 'x', 'd', null], {}]),
  '["",{}]',
  nest(700),
];

export const NO_ROUTER_STATES = [
  ...['', 'x', '[', '%', '%E0%A4%A', 'null', '{}', '[]', '"x"', '[1]', '["",null]'],
  ...['["",{}],["",{}]', '["",{"a":1}]', '["",{},null,true]', '[["a","b","c"],{}]'],
  `${ROUTER_STATES[0]}, ${ROUTER_STATES[0]}`,
  'x'.repeat(15_000),
  nest(5_000),
];
