import '@testing-library/jest-dom';

// What React warns about is a defect, so the test in which it happens fails.
const complaints: string[] = [];

beforeEach(() => {
  for (const level of ['error', 'warn'] as const) {
    jest.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      complaints.push(`console.${level}: ${words.map(String).join(' ')}`);
    });
  }
});

afterEach(() => {
  expect(complaints.splice(0)).toEqual([]);
});
