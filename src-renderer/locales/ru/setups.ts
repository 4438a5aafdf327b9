import type { setupsTexts as english } from '../en/setups';
import type { Widened } from '../messages';

/** Конфигурации, недавно открытое и заголовок окна. */
export const setupsTexts: Widened<typeof english> = {
  title: {
    none: 'Esplanade',
    saved: '{name} – Esplanade',
    changed: '{name} (изменения не сохранены) – Esplanade',
  },
  setup: {
    label: 'Конфигурация',
    saved: 'Сохранено',
    changed: 'Изменения не сохранены',
    save: 'Сохранить',
    keep: 'Сохранить конфигурацию',
    keepHint: 'Хранит эти файлы, адреса и параметры в одном файле, чтобы открыть снова или передать другим.',
    close: 'Закрыть эту конфигурацию',
    otherChip: 'Предназначено для {chip}. Выбранная плата — {board}.',
    missingTitle: 'Не найдено',
    missingRows: 'Из него нужно: {rows}',
    locate: 'Где он?',
    leaveOut: 'Исключить',
  },
  recents: {
    title: 'Открыть снова',
    where: 'в {folder}',
    opened: '{kind} · {ago}',
    missing: 'Больше не существует',
    forget: 'Забыть {name}',
    kind: {
      setup: 'Конфигурация',
      draft: 'Здесь вы остановились. Не сохранено.',
      file: 'Файл',
    },
  },
};
