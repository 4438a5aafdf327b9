import type { buildsTexts as english } from '../en/builds';
import type { Widened } from '../messages';

/** Новые сборки файлов из таблицы. */
export const buildsTexts: Widened<typeof english> = {
  builds: {
    label: 'Новые сборки',
    watching: 'Ожидание новой сборки',
    files: '{count} файл на диске | {count} файла на диске | {count} файлов на диске',
    onByItself: 'Она будет прошита автоматически.',
    byItself: 'Прошивать автоматически',
    byItselfHint:
      'Когда сборка меняет эти файлы, они без вопросов записываются на эту плату. Если проверка находит проблему, запись не начинается.',
    unfinished: 'Идёт сборка',
    missing: 'Не найдено на диске',
    changed: 'Сборка изменилась {ago}',
    justNow: 'только что',
    flash: 'Прошить',
    dismiss: 'Скрыть',
    more: '{shown} и ещё {count} | {shown} и ещё {count} | {shown} и ещё {count}',
    change: {
      size: '{name} ({was} → {is})',
      contents: '{name} ({size}, другое содержимое)',
      moved: '{name} ({was} → {is})',
      added: '{name} (новый)',
      removed: '{name} (больше не входит)',
    },
    stopped: {
      noBoard: 'Не прошито: плата не выбрана',
      boardMissing: 'Не прошито: плата не подключена',
      boardBusy: 'Не прошито: плату использует другая программа',
      missingFiles: 'Не прошито: нет файла конфигурации',
      checks: 'Не прошито: проверка нашла проблему',
    },
  },
};
