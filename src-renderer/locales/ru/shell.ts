import { ru } from '../../../src-shared/locales/ru';
import type { shellTexts as english } from '../en/shell';
import type { Widened } from '../messages';

/** Навигация, выбор платы, сообщения: то, что вокруг каждой страницы. */
export const shellTexts: Widened<typeof english> = {
  nav: {
    label: 'Страницы',
    ...ru.pages,
  },
  board: {
    label: 'Плата',
    none: 'Выберите плату',
    noneHint: 'Подключите плату или попробуйте виртуальную',
    boards: 'Платы',
    empty: 'Платы не найдены. Подключите плату USB-кабелем с линиями данных.',
    revision: 'ревизия {revision}',
    flash: 'флеш-память {size}',
    virtual: 'Виртуальная плата',
    virtualChip: 'Виртуальный {chip}',
    network: 'Сетевой порт',
    serial: 'Последовательный порт',
    unknownChip: 'Неизвестный чип',
    missing: 'Не подключена',
    state: {
      unknown: 'Ещё не опрошена',
      asking: 'Опознание…',
      identified: 'Готова',
      failed: 'Нет ответа',
      busy: 'Занята',
      shared: 'Общий доступ',
    },
    ask: 'Опросить эту плату ещё раз',
    remove: 'Убрать этот сетевой порт',
    networkAddress: 'Сетевой порт',
    networkHint: 'socket://192.168.1.20:5555',
    add: 'Добавить',
    lockedWhileRunning: 'Пока идёт работа с платой, сменить её нельзя.',
  },
  drop: { title: 'Отпустите, чтобы добавить', text: 'В любом месте окна' },
  remark: {
    detailsCopied: 'Сведения о последней операции скопированы в буфер обмена',
    noJobYet: 'Операций ещё не было',
    tableInUse: 'Файлы можно будет добавить, когда завершится текущая операция',
    exampleNotSaved: 'Пример нельзя сохранить. Сначала добавьте свои файлы.',
    traceCopied: 'Журнал обмена в буфере обмена',
    traceSaved: 'Журнал обмена сохранён',
  },
  notices: { label: 'Сообщения', dismiss: 'Закрыть' },
};
