import { headers } from 'next/headers';

/** The least that a page made for each request can be. */
export default async function Page() {
  const agent = (await headers()).get('user-agent') ?? 'nobody';
  return <p>Seen by {agent}</p>;
}
