import { planFill } from '@/scripts/fill/fill-plan';

/** Slots of twelve hours on 1155 days: no course may have more sessions than that. */
const SLOTS = 12 * 1155;

test('a million sessions have a hundred thousand people', () => {
  const { courses, peoplePerCourse } = planFill(1_000_000);
  expect(courses * peoplePerCourse).toBeGreaterThan(99_000);
  expect(courses * peoplePerCourse).toBeLessThan(101_000);
});

test.each([1_000, 1_001, 9_999, 20_000, 219_999, 220_001, 1_000_000, 5_000_000])(
  '%i sessions: each session of a course has its own slot, and courses are in pairs',
  (sessions) => {
    const plan = planFill(sessions);
    expect(Math.ceil(plan.sessions / plan.courses)).toBeLessThanOrEqual(SLOTS);
    expect(plan.courses % 2).toBe(0);
    for (const teachers of [plan.teachers, plan.teachersWhereCrowded]) {
      expect(teachers).toBeGreaterThan(0);
      expect(teachers).toBeLessThan(plan.peoplePerCourse);
    }
  },
);

test.each([0, 999, 1.5, 5_000_001, Number.NaN])(
  '%p sessions are refused with an example',
  (count) => {
    expect(() => planFill(count)).toThrow('npm run db:fill -- 1000000');
  },
);
