import type { AdviceTextsOf } from '../../nest-by-code';

/** Тексты для `job.*`, `ipc.*`, `settings.*` и `internal`: сама программа. */
export const programAdvice: AdviceTextsOf<'job' | 'ipc' | 'settings' | 'internal'> = {
  'job.cancelled': {
    title: 'Отменено.',
    steps: ['Запись не завершена: прошейте плату ещё раз, прежде чем пользоваться ею.'],
  },
  'job.portInUse': {
    title: 'Esplanade уже работает с {path}.',
    steps: ['Подождите, пока операция закончится, или отмените её.'],
  },
  'job.portShared': {
    title: 'К {path} открыт доступ другим программам.',
    steps: ['Закройте доступ на странице «Плата» и попробуйте ещё раз.'],
  },
  'job.notFound': {
    title: 'Эта операция уже закончилась.',
    steps: ['Если она ещё нужна, запустите её снова.'],
  },
  'ipc.badRequest': {
    title: 'Окно запросило невозможное ({channel}: {reason}).',
    steps: ['Перезапустите Esplanade.', 'Если это повторится, скопируйте сведения и сообщите об ошибке.'],
  },
  'ipc.forbiddenSender': {
    title: 'Запрос не из окна программы отклонён ({channel}).',
    steps: ['Перезапустите Esplanade.'],
  },
  'settings.unreadable': {
    title: 'Не удалось прочитать ваши настройки ({reason}); действуют обычные.',
    steps: ['Задайте нужное ещё раз; настройки сохранятся снова.'],
  },
  'settings.notSaved': {
    title: 'Не удалось сохранить ваши настройки: {reason}.',
    steps: ['Проверьте, есть ли место на диске и можно ли записывать в вашу папку пользователя.'],
  },
  internal: {
    title: 'Внутренняя ошибка Esplanade: {reason}.',
    steps: ['Попробуйте ещё раз.', 'Если это повторится, скопируйте сведения и сообщите об ошибке.'],
  },
};
