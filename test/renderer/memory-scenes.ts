/** What a board's memory answers, for the scenes. */
import type { BoardIdentity, BoardJobOutcome, MemoryFound, MemoryTask } from '../../src-shared/ipc/contract';

const found = (task: MemoryTask): MemoryFound => {
  switch (task.kind) {
    case 'readWord':
      return { ...task, value: 0xdfa1_b203 };
    case 'writeWord':
      // A register that lets only its lower half be written.
      return { ...task, before: 0x0000_00ff, after: task.value & 0xffff };
    case 'dump':
      return { kind: 'dump', address: task.address, sizeBytes: task.sizeBytes };
    case 'load':
      return {
        kind: 'load',
        name: 'blink-ram.bin',
        entryAddress: 0x4038_0134,
        segments: [{ address: 0x3fc9_0000, sizeBytes: 1200 }],
        output: 'hello from RAM\n',
      };
    case 'run':
      return { kind: 'run', output: '' };
  }
};

/** The end of a task that went well. */
export const memoryOutcome = (identity: BoardIdentity, task: MemoryTask, holds: boolean): BoardJobOutcome => ({
  kind: 'memory',
  result: {
    identity,
    elapsedMs: 840,
    found: found(task),
    isHeld: holds && task.kind !== 'load' && task.kind !== 'run',
  },
});
