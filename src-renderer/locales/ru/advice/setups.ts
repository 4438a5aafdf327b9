import type { AdviceTextsOf } from '../../nest-by-code';

/** Тексты для `setup.*` и `history.*`. */
export const setupsAdvice: AdviceTextsOf<'setup'> & AdviceTextsOf<'history'> = {
  'history.notFound': {
    title: 'Эта запись истории удалена.',
    steps: ['Выберите другую.'],
  },
  'history.notKept': {
    title: 'История не сохраняется: {reason}.',
    steps: [
      'Проверьте, есть ли место на диске и можно ли записывать в вашу папку.',
      'На то, что прошито, это не влияет.',
    ],
  },
  'setup.notUnderstood': {
    title: 'Не удалось открыть {name}: {reason}.',
    steps: ['Запросите конфигурацию ещё раз или добавьте её файлы и сохраните заново.'],
  },
  'setup.tooNew': {
    title: 'Файл {name} создан в более новой версии Esplanade.',
    steps: ['Установите последнюю версию и откройте конфигурацию снова.'],
  },
  'setup.partMissing': {
    title: 'В {name} нет файла {part}.',
    steps: ['Соберите проект заново, укажите, где файл теперь, или исключите его.'],
  },
  'setup.fileOnNetwork': {
    title: 'Файл {name} находится на другом компьютере и не открыт.',
    steps: ['Если вы доверяете этой конфигурации, укажите, где файл. Иначе исключите его.'],
  },
};
