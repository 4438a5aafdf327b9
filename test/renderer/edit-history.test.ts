import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editHistory } from '../../src-renderer/composables/edit-history';

test('undo and redo walk through everything that was there, one edit at a time', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 30 }), (values) => {
      const history = editHistory(0);
      for (const value of values) history.edit(value);
      const all = [0, ...values];
      for (const value of all.slice(0, -1).reverse()) {
        history.undo();
        expect(history.current.value).toBe(value);
      }
      expect(history.canUndo.value).toBe(false);
      for (const value of values) {
        history.redo();
        expect(history.current.value).toBe(value);
      }
      expect(history.canRedo.value).toBe(false);
    }),
  );
});

test('letters typed into one field are one step, and a new edit lets go of what was taken back', () => {
  const history = editHistory('');
  for (const text of ['n', 'nv', 'nvs']) history.edit(text, 'name');
  history.edit('nvs 4K', 'size');
  history.undo();
  expect(history.current.value).toBe('nvs');
  history.undo();
  expect(history.current.value).toBe('');
  history.undo();
  expect(history.current.value).toBe('');
  history.edit('x');
  expect(history.canRedo.value).toBe(false);
});
