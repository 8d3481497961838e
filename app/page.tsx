import { Landing } from '@/components/layout/landing';
import { readViewer } from '@/lib/auth/viewer';

export default async function LandingPage() {
  const viewer = await readViewer();
  return <Landing isSignedIn={viewer !== null} now={Date.now()} />;
}
