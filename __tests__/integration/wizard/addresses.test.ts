import { truncate } from '@/__tests__/support/database';
import { createScene, NOW } from '@/__tests__/support/factories';
import { openWizard } from '@/__tests__/support/wizard-page';

jest.mock('@/lib/auth/viewer', () => ({ requireViewer: jest.fn() }));
jest.mock('next/headers', () => ({ headers: async () => new Headers() }));
jest.mock('next/navigation', () => ({
  ...jest.requireActual('next/navigation'),
  ...jest.requireActual('@/__tests__/components/booking/navigation'),
}));

beforeAll(() => {
  jest.useFakeTimers({ now: NOW, advanceTimers: true });
});
beforeEach(truncate);

test.each([
  { time: '0000-01-01T00:00:00.000Z' },
  { time: '9999-12-31T23:59:59.999Z' },
  { time: '2026-02-30T15:00:00.000Z' },
  { time: '2026-13-01T00:00:00.000Z' },
  { date: '0000-00-00' },
  { date: '2026-99-99', month: '9999-12', show: 'month' },
  { from: '//', later: 'never' },
])('an invalid URL still opens the wizard: %j', async (search) => {
  const { courseId, st, student } = await createScene();
  for (const address of [
    { stId: st.id, search },
    { courseId, search: { st: st.id, ...search } },
  ]) {
    expect(await openWizard(student, address)).toContain('Select Date');
  }
  expect(await openWizard(student, { courseId, search })).toContain('Select Student-Teacher');
});
