interface Person {
  email: string;
  name: string;
  /** Null if not chosen yet. */
  timezone: string | null;
  bio: string | null;
}

/** Everyone in the demo data: six teach, six only learn. */
export const PEOPLE = {
  maya: {
    email: 'maya@peerloop.example',
    name: 'Maya Thompson',
    timezone: 'America/New_York',
    bio: 'Front-end developer by day. I finished this course two years ago and still use my notes. Bring code that does not work: those are the best sessions.',
  },
  jonas: {
    email: 'jonas@peerloop.example',
    name: 'Jonas Becker',
    timezone: 'Europe/Berlin',
    bio: 'I teach the way I learned: one small page at a time, drawn on paper first. Learning Portuguese here myself.',
  },
  anjali: {
    email: 'anjali@peerloop.example',
    name: 'Anjali Shrestha',
    timezone: 'Asia/Kathmandu',
    bio: 'Early mornings in Kathmandu are my teaching hours. Patient with beginners, strict about semantic HTML.',
  },
  aroha: {
    email: 'aroha@peerloop.example',
    name: 'Aroha Ngata',
    timezone: 'Pacific/Auckland',
    bio: 'Just finished the course and now giving back. Late evenings suit me well.',
  },
  daniel: {
    email: 'daniel@peerloop.example',
    name: 'Daniel Ortiz',
    timezone: 'America/Phoenix',
    bio: 'Grew up with three languages at one table. We will talk from the first minute, mistakes welcome.',
  },
  beatriz: {
    email: 'beatriz@peerloop.example',
    name: 'Beatriz Almeida',
    timezone: 'America/Sao_Paulo',
    bio: 'From São Paulo, with family in Lisbon: I keep some hours on their clock, and will happily explain what changes between the two.',
  },
  priya: {
    email: 'priya@peerloop.example',
    name: 'Priya Raman',
    timezone: 'Europe/London',
    bio: null,
  },
  tom: {
    email: 'tom@peerloop.example',
    name: 'Tom Nguyen',
    timezone: 'America/Los_Angeles',
    bio: null,
  },
  kwame: {
    email: 'kwame@peerloop.example',
    name: 'Kwame Mensah',
    timezone: 'Africa/Accra',
    bio: null,
  },
  yuki: {
    email: 'yuki@peerloop.example',
    name: 'Yuki Tanaka',
    timezone: 'Asia/Tokyo',
    bio: null,
  },
  ines: {
    email: 'ines@peerloop.example',
    name: 'Inês Duarte',
    timezone: 'Europe/Lisbon',
    bio: null,
  },
  noor: { email: 'noor@peerloop.example', name: 'Noor Haddad', timezone: null, bio: null },
} as const satisfies Record<string, Person>;

export type PersonName = keyof typeof PEOPLE;
