import { describe, expect, it } from 'vitest';
import { PortLock } from '../../src-main/jobs/port-lock';

const nothing = (): void => undefined;

describe('the lock of a port', () => {
  it('gives a port to one job at a time, and several ports at once', async () => {
    const lock = new PortLock();
    const release = await lock.acquire('COM3', 'job', nothing);
    await expect(lock.acquire('COM3', 'job', nothing)).rejects.toMatchObject({
      code: 'job.portInUse',
      facts: { path: 'COM3' },
    });
    await expect(lock.acquire('COM3', 'identify', nothing)).rejects.toMatchObject({ code: 'job.portInUse' });
    (await lock.acquire('COM4', 'job', nothing))();
    release();
    release();
    (await lock.acquire('COM3', 'job', nothing))();
    expect(lock.holderOf('COM3')).toBeNull();
  });

  it('lets a job push a mere look aside, and nobody in between', async () => {
    const lock = new PortLock();
    let isCancelled = false;
    const releaseLook = await lock.acquire('COM3', 'identify', () => {
      isCancelled = true;
    });
    const job = lock.acquire('COM3', 'job', nothing);
    expect(isCancelled).toBe(true);
    expect(lock.holderOf('COM3')).toBe('job');
    await expect(lock.acquire('COM3', 'identify', nothing)).rejects.toMatchObject({ code: 'job.portInUse' });
    await expect(lock.acquire('COM3', 'job', nothing)).rejects.toMatchObject({ code: 'job.portInUse' });
    releaseLook();
    await expect(lock.acquire('COM3', 'identify', nothing)).rejects.toMatchObject({ code: 'job.portInUse' });
    (await job)();
    expect(lock.holderOf('COM3')).toBeNull();
  });

  it('takes it from a monitor for a look or a job, and never for another monitor', async () => {
    const lock = new PortLock();
    for (const holder of ['identify', 'job'] as const) {
      let isAsked = false;
      const releaseMonitor = await lock.acquire('COM3', 'monitor', () => (isAsked = true));
      await expect(lock.acquire('COM3', 'monitor', nothing)).rejects.toMatchObject({ code: 'job.portInUse' });
      expect(isAsked).toBe(false);
      const other = lock.acquire('COM3', holder, nothing);
      expect(isAsked).toBe(true);
      expect(lock.holderOf('COM3')).toBe(holder);
      releaseMonitor();
      const release = await other;
      await expect(lock.acquire('COM3', 'monitor', nothing)).rejects.toMatchObject({ code: 'job.portInUse' });
      release();
    }
  });

  it('a job that comes while a look waits for the monitor goes first', async () => {
    const lock = new PortLock();
    const releaseMonitor = await lock.acquire('COM3', 'monitor', nothing);
    let isLookAsked = false;
    const look = lock.acquire('COM3', 'identify', () => (isLookAsked = true));
    const job = lock.acquire('COM3', 'job', nothing);
    expect(isLookAsked).toBe(true);
    expect(lock.holderOf('COM3')).toBe('job');
    releaseMonitor();
    await expect(look).rejects.toMatchObject({ code: 'job.portInUse' });
    (await job)();
    expect(lock.holderOf('COM3')).toBeNull();
  });
});
