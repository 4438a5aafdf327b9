import type { traceTexts as english } from '../en/trace';
import type { Widened } from '../messages';

/** Что идёт по проводу во время операции. */
export const traceTexts: Widened<typeof english> = {
  trace: {
    title: 'Журнал обмена',
    open: 'Что идёт по проводу',
    job: 'Операция',
    jobRunning: 'Идёт: {path}',
    jobEnded: 'Закончена: {path}',
    lines: 'Строки журнала',
    filter: 'Фильтр',
    filterHint: 'Фильтр, например SYNC',
    kinds: 'Показать',
    pause: 'Приостановить',
    resume: 'Продолжить',
    copy: 'Скопировать',
    copyHint: 'Копирует выбранные строки или все показанные, без содержимого файлов и без того, что напечатала плата',
    save: 'Сохранить',
    saveHint: 'Сохраняет все показанные строки, без содержимого файлов и без того, что напечатала плата',
    close: 'Закрыть журнал',
    noJob: 'Операций ещё не было. Здесь строка за строкой видно, что идёт по проводу.',
    nothingYet: 'По проводу ещё ничего не прошло.',
    nothingShown: 'Под фильтр не подходит ни одна строка.',
    count: '{count} строка | {count} строки | {count} строк',
    shown: '{shown} из {total} строк',
    dropped:
      'самая старая {count} строка удалена | самые старые {count} строки удалены | самые старые {count} строк удалены',
    paused: 'приостановлено',
    kind: { command: 'Команда', reply: 'Ответ', raw: 'Данные', lines: 'Линии', error: 'Ошибка' },
    kindsShown: { command: 'Команды', reply: 'Ответы', raw: 'Данные', lines: 'Линии и скорость', error: 'Ошибки' },
  },
};
