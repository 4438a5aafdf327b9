import { expect, test } from 'vitest';
import { jobFraction, jobSteps, stepOf } from '../../src-shared/jobs/job-fraction';

test('the bar moves forward through a job that verifies after every file', () => {
  const at = (stage: Parameters<typeof stepOf>[0], doneBytes: number): number =>
    jobFraction({ stage, doneBytes, totalBytes: 100 });
  const job = [
    at('connecting', 0),
    at('detecting', 0),
    at('startingStub', 0),
    at('erasing', 0),
    at('writing', 40),
    at('verifying', 40),
    at('writing', 60),
    at('verifying', 100),
    at('resetting', 100),
    at('listening', 100),
    at('done', 100),
  ];
  expect([...job].sort((a, b) => a - b)).toEqual(job);
  expect(job.at(-1)).toBe(1);
  expect(job.slice(0, -1).every((fraction) => fraction < 1)).toBe(true);
});

test('nothing known yet is nothing done', () => {
  expect(jobFraction(null)).toBe(0);
  expect(jobFraction({ stage: 'writing', doneBytes: 0, totalBytes: 0 })).toBeLessThan(0.1);
});

test('every step is one that a stage leads to', () => {
  const reached = new Set(
    (['connecting', 'detecting', 'startingStub', 'writing', 'resetting', 'listening'] as const).map(stepOf),
  );
  expect(jobSteps.every((step) => reached.has(step))).toBe(true);
});
