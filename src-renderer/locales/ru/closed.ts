import type { closedTexts as english } from '../en/closed';
import type { Widened } from '../messages';

/** Плата в режиме Secure Download Mode, на всех страницах. */
export const closedTexts: Widened<typeof english> = {
  closed: {
    title: 'Secure Download Mode',
    writing:
      'На эту плату можно только записывать и стирать. Прочитать обратно ничего нельзя: ни сравнения, ни копии, ни таблицы разделов.',
    erasing: 'На эту плату можно только записывать и стирать. Подтвердить, что после стирания она пуста, нельзя.',
    flashSize: 'Размер флеш-памяти',
    flashSizeHint: 'Плата его не сообщает. Он указан в описании платы или модуля.',
    chooseSize: 'Выберите…',
    accept: 'Записать без проверки',
    acceptHint: 'Записанное нельзя будет сравнить с отправленным.',
    layout: 'Плата в режиме Secure Download Mode: её таблицу разделов прочитать нельзя.',
  },
};
