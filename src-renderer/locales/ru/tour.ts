import type { tourTexts as english } from '../en/tour';
import type { Widened } from '../messages';

/** Первая прошивка, без платы. */
export const tourTexts: Widened<typeof english> = {
  tour: {
    new: 'Вы здесь впервые?',
    what: 'Прошейте программную плату. Это займёт полминуты, и сломать ничего нельзя.',
    begin: 'Попробовать на виртуальной плате',
    notNow: 'Не сейчас',
    press: 'Всё готово: нажмите «Прошить».',
    done: 'Вот и всё',
    doneText: 'Свою плату прошивают так же: подключите её, перетащите прошивку в это окно и нажмите «Прошить».',
    own: 'Теперь со своей платой',
  },
};
